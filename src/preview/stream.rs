//! The stream that tells an open page of its changes: one a tab.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use futures_util::future::{Either, select};
use tokio::sync::watch::Receiver;

use super::answer::{plain, work};
use super::look;
use super::shared::Shared;
use crate::toolkit::{ContentHash, Route};

/// The most tabs.
const TABS_MAX: usize = 100;
/// The most bytes of a message from a tab: the address of a page.
const MESSAGE_BYTES_MAX: usize = 4 * 1024;

/// Opens a stream for a page of ours that knows the token.
pub async fn open(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    uri: Uri,
    upgrade: Result<WebSocketUpgrade, axum::extract::ws::rejection::WebSocketUpgradeRejection>,
) -> Response {
    let token = uri.query().and_then(|query| query.strip_prefix("token=")).unwrap_or_default();
    if !(shared.guard.has_origin(&headers) && shared.guard.is_token(token.as_bytes())) {
        return plain(StatusCode::FORBIDDEN, "Only pages of this preview may listen.");
    }
    let Ok(upgrade) = upgrade else { return plain(StatusCode::BAD_REQUEST, "This is no web socket.") };
    if shared.tabs.load(Ordering::SeqCst) >= TABS_MAX {
        return plain(StatusCode::SERVICE_UNAVAILABLE, "Too many pages are open. Close some of them.");
    }
    upgrade.max_message_size(MESSAGE_BYTES_MAX).max_frame_size(MESSAGE_BYTES_MAX).on_upgrade(move |socket| async move {
        shared.tabs.fetch_add(1, Ordering::SeqCst);
        tell(socket, shared.clone()).await;
        shared.tabs.fetch_sub(1, Ordering::SeqCst);
    })
}

/// Tells a tab of what changes on its page, until it is closed.
async fn tell(mut socket: WebSocket, shared: Arc<Shared>) {
    let mut changes = shared.changes();
    let mut route: Option<Route> = None;
    let mut told = None;
    loop {
        if let Some(route) = route.clone() {
            let message = work(shared.clone(), move |shared| look::message(shared, &route)).await;
            let hash = message.as_ref().map(|message| ContentHash::of(message.as_bytes()));
            // Whoever looks at a page that stays the same hears nothing.
            if let Some(message) = message.filter(|_| hash != told) {
                told = hash;
                if socket.send(Message::Text(message.into())).await.is_err() {
                    return;
                }
            }
        }
        match next(&mut changes, &mut socket).await {
            Next::Changed => {}
            Next::Went(to) => {
                route = to;
                told = None;
            }
            Next::Ended => return,
        }
    }
}

/// What comes next.
enum Next {
    /// The toolkit stands anew, or the tab says that it is still there.
    Changed,
    /// The tab shows another page.
    Went(Option<Route>),
    /// The tab is closed.
    Ended,
}

async fn next(changes: &mut Receiver<u64>, socket: &mut WebSocket) -> Next {
    let change = std::pin::pin!(changes.changed());
    let heard = std::pin::pin!(socket.recv());
    match select(change, heard).await {
        Either::Left((Ok(()), _)) | Either::Right((Some(Ok(Message::Ping(_) | Message::Pong(_))), _)) => Next::Changed,
        Either::Right((Some(Ok(Message::Text(address))), _)) => Next::Went(Route::read(address.as_str())),
        _ => Next::Ended,
    }
}
