//! Connections: how many there may be, and how long they may take.

use core::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::task::AbortHandle;
use tower_service::Service;

use super::answer;
use super::shared::Shared;
use crate::disk::Error;

/// How many ports are tried.
const PORTS: u16 = 50;
/// The most connections. A new one takes the place of the one that has been idle for the longest time.
const CONNECTIONS_MAX: usize = 400;
/// How long a request may take to arrive, and a connection may be idle.
const PATIENCE: Duration = Duration::from_secs(15);
/// The most bytes of the head of a request.
const HEAD_BYTES_MAX: usize = 16 * 1024;

/// Where a request comes from.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Listens at `wanted`, or at the next port that is free.
///
/// # Errors
/// None of the ports can be used.
pub async fn listen(wanted: u16, lan: bool) -> Result<(TcpListener, u16), Error> {
    let address = if lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
    let mut why = String::from("it is in use");
    for port in wanted..=wanted.saturating_add(PORTS) {
        match TcpListener::bind((address, port)).await {
            Ok(listener) => {
                let port = listener.local_addr().map_or(port, |address| address.port());
                return Ok((listener, port));
            }
            Err(error) => why = error.to_string(),
        }
    }
    Err(Error::Port(wanted, why))
}

/// The address of this machine in the local network. Nothing is sent to find it out.
pub async fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).await.ok()?;
    // An address that is kept for examples: nobody has it.
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).await.ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|address| !address.is_unspecified())
}

/// Answers until the process is ended.
pub async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let router = answer::router(shared);
    let open = Arc::new(Open::default());
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => open.begin(stream, peer, router.clone()),
            // No more can be opened: those that are open come to an end.
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

/// The connections that are open, the oldest first.
#[derive(Default)]
struct Open {
    connections: Mutex<(u64, BTreeMap<u64, Connection>)>,
}

struct Connection {
    is_busy: Arc<AtomicBool>,
    task: AbortHandle,
}

impl Open {
    fn begin(self: &Arc<Self>, stream: TcpStream, peer: SocketAddr, router: Router) {
        let is_busy = Arc::new(AtomicBool::new(false));
        let mut open = self.connections.lock().unwrap_or_else(PoisonError::into_inner);
        let (number, connections) = &mut *open;
        if connections.len() >= CONNECTIONS_MAX {
            let idle = connections.iter().find(|(_, connection)| !connection.is_busy.load(Ordering::SeqCst)).map(|(number, _)| *number);
            // With all of them at work, a new one has to wait outside.
            let Some(connection) = idle.and_then(|number| connections.remove(&number)) else { return };
            connection.task.abort();
        }
        *number += 1;
        let (number, all, busy) = (*number, self.clone(), is_busy.clone());
        let task = tokio::spawn(async move {
            answer_all(stream, peer, router, busy).await;
            all.connections.lock().unwrap_or_else(PoisonError::into_inner).1.remove(&number);
        });
        connections.insert(number, Connection { is_busy, task: task.abort_handle() });
    }
}

/// Answers the requests of one connection.
async fn answer_all(stream: TcpStream, peer: SocketAddr, router: Router, is_busy: Arc<AtomicBool>) {
    // Small answers should leave at once.
    let _ = stream.set_nodelay(true);
    let answer = service_fn(move |request: hyper::Request<Incoming>| {
        let (mut router, is_busy) = (router.clone(), is_busy.clone());
        async move {
            is_busy.store(true, Ordering::SeqCst);
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(Peer(peer.ip()));
            let response = router.call(request).await;
            is_busy.store(false, Ordering::SeqCst);
            response
        }
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(HEAD_BYTES_MAX.max(8192));
    // A connection that ends early is the browser's own choice.
    let _ = server.serve_connection(TokioIo::new(stream), answer).with_upgrades().await;
}
