//! The preview: a toolkit as readers will see it, at once when a file is saved.
//!
//! It runs the stages of a build ([`crate::pipeline::Stand`]), holds no made pages, and makes the one that a browser asks
//! for. The page that is served is byte for byte the built one: the preview's own bar stands around it, in a frame.

mod answer;
mod choose;
mod guard;
mod look;
mod server;
mod shared;
mod stream;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};

use crate::disk::{self, Error, Folder, Watch};
use crate::pipeline::{Options, Stand, is_text};
use crate::toolkit::{Changes, Progress, SitePath};
use guard::Guard;
use shared::Shared;

/// How a toolkit is previewed.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder of the toolkit.
    pub root: PathBuf,
    /// How its pages are made.
    pub options: Options,
    /// The port that is tried first.
    pub port: u16,
    /// Whether other machines of the local network may look, with a code.
    pub lan: bool,
    /// Whether files are looked over again and again, because nothing tells of changes.
    pub poll: bool,
}

/// What the preview tells its caller.
pub enum News<'a> {
    /// The server is there.
    Ready {
        /// Its address.
        address: &'a str,
        /// The port that was wanted, when it is in use.
        wanted: Option<u16>,
        /// The address and the code for other machines.
        lan: Option<(String, &'a str)>,
        /// Whether files are looked over again and again though nobody asked for that.
        polls: bool,
        /// The toolkit.
        stand: &'a Stand,
    },
    /// Files changed, and the toolkit stands anew.
    Changed {
        /// The files.
        paths: Vec<&'a SitePath>,
        /// The toolkit.
        stand: &'a Stand,
    },
    /// The preview wrote a line into a file.
    Wrote {
        /// The file.
        path: &'a SitePath,
        /// The line, from 1.
        line: usize,
    },
}

/// Hears what the preview has to tell.
pub type Tell = Arc<dyn Fn(News<'_>) + Send + Sync>;

/// Shows the toolkit until the process is ended.
///
/// # Errors
/// The toolkit cannot be read, or no port can be used.
pub fn run(settings: &Settings, progress: &dyn Progress, tell: &Tell) -> Result<(), Error> {
    // Watched before it is read, so that no change is lost in between.
    let watch = Watch::begin(&settings.root, settings.poll);
    let polls = !watch.is_told() && !settings.poll;
    let folder = Folder::open(&settings.root, disk::today(), is_text)?.with_shelf();
    let stand = Stand::new(folder.snapshot().clone(), settings.options.clone(), progress);
    disk::allow_many_connections();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_io()
        .enable_time()
        .build()
        .map_err(|source| Error::Port(settings.port, source.to_string()))?;
    runtime.block_on(async {
        let (listener, port) = server::listen(settings.port, settings.lan).await?;
        let guard = Guard::new(port, if settings.lan { server::own_address().await } else { None });
        let address = format!("http://127.0.0.1:{port}/");
        let lan = guard.lan().map(|(host, code)| (format!("http://{host}/"), code.to_owned()));
        let shared = Arc::new(Shared::new(settings.root.clone(), stand, guard, tell.clone()));
        tell(News::Ready {
            address: &address,
            wanted: (settings.port != 0 && port != settings.port).then_some(settings.port),
            lan: lan.as_ref().map(|(address, code)| (address.clone(), code.as_str())),
            polls,
            stand: &shared.stand(),
        });
        let follower = shared.clone();
        // A thread of its own: it waits for the disk, not for the network.
        std::thread::spawn(move || follow(watch, folder, &follower));
        server::serve(listener, shared).await;
        Ok(())
    })
}

/// How many changes may wait to be told.
const UNTOLD_MAX: usize = 64;

/// Follows every change of the toolkit.
fn follow(mut watch: Watch, mut folder: Folder, shared: &Arc<Shared>) {
    let (told, untold) = mpsc::sync_channel(UNTOLD_MAX);
    let teller = shared.clone();
    std::thread::spawn(move || tell_changes(&untold, &teller));
    // What changed between the beginning of the watch and the first reading.
    let mut change = disk::Change::Perhaps;
    loop {
        folder.follow(&change, disk::today());
        let old = shared.stand();
        let changes = Changes::between(old.snapshot(), folder.snapshot());
        if !changes.is_empty() {
            let stand = Arc::new(old.next(folder.snapshot().clone(), &crate::toolkit::Quiet));
            shared.replace(stand.clone());
            if told.send((changes.files, stand)).is_err() {
                return;
            }
        }
        change = watch.wait();
    }
}

/// Tells what changed, beside the work: what is found in a large toolkit takes longer to say than the next save can wait.
/// Changes that came meanwhile are told together.
fn tell_changes(untold: &mpsc::Receiver<(BTreeSet<SitePath>, Arc<Stand>)>, shared: &Shared) {
    while let Ok((mut paths, mut stand)) = untold.recv() {
        for (more, newer) in untold.try_iter() {
            paths.extend(more);
            stand = newer;
        }
        shared.tell(News::Changed { paths: paths.iter().collect(), stand: &stand });
    }
}
