//! What all connections share: the toolkit as it stands, and what is kept of it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio::sync::{Semaphore, watch};

use super::choose::Written;
use super::guard::Guard;
use super::{News, Tell};
use crate::pipeline::Stand;
use crate::toolkit::Route;

/// The most bytes of good pages and of images that are kept each.
const KEPT_BYTES_MAX: usize = 64 * 1024 * 1024;
/// The most pages that are made at a time.
const AT_A_TIME: usize = 4;

/// What all connections share.
pub struct Shared {
    /// The folder of the toolkit.
    pub root: PathBuf,
    /// Who may ask for what.
    pub guard: Guard,
    stand: RwLock<Arc<Stand>>,
    version: watch::Sender<u64>,
    /// The last good page at each address that was looked at.
    good: Mutex<Bytes>,
    images: Mutex<Bytes>,
    /// The last line that was written, for undo.
    pub written: Mutex<Option<Written>>,
    /// Keeps many requests from taking the whole machine.
    pub turns: Semaphore,
    /// How many tabs listen.
    pub tabs: AtomicUsize,
    tell: Tell,
}

/// Bytes by their addresses, not more than fits.
#[derive(Default)]
struct Bytes {
    files: HashMap<Route, Arc<[u8]>>,
    size: usize,
}

impl Bytes {
    fn insert(&mut self, route: Route, bytes: Arc<[u8]>) {
        if self.size + bytes.len() > KEPT_BYTES_MAX {
            self.files.clear();
            self.size = 0;
        }
        self.size += bytes.len();
        if let Some(old) = self.files.insert(route, bytes) {
            self.size -= old.len();
        }
    }
}

/// A page as the preview shows it.
#[derive(Clone)]
pub struct Shown {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Whether it is an older one, because the newest cannot be shown.
    pub is_old: bool,
}

impl Shared {
    /// The toolkit at `root`, as it stands.
    pub fn new(root: PathBuf, stand: Stand, guard: Guard, tell: Tell) -> Self {
        Self {
            root,
            guard,
            stand: RwLock::new(Arc::new(stand)),
            version: watch::Sender::new(0),
            good: Mutex::default(),
            images: Mutex::default(),
            written: Mutex::default(),
            turns: Semaphore::new(AT_A_TIME),
            tabs: AtomicUsize::new(0),
            tell,
        }
    }

    /// The toolkit as it stands now.
    pub fn stand(&self) -> Arc<Stand> {
        self.stand.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts a newer stand in the place of this one, and wakes everybody who looks at a page.
    pub fn replace(&self, stand: Arc<Stand>) {
        *self.stand.write().unwrap_or_else(PoisonError::into_inner) = stand;
        self.version.send_modify(|version| *version += 1);
    }

    /// Wakes when the toolkit stands anew.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.version.subscribe()
    }

    /// Tells the terminal.
    pub fn tell(&self, news: News<'_>) {
        (self.tell)(news);
    }

    /// The page at this address. Where its source is broken, the last good one.
    pub fn page(&self, stand: &Stand, route: &Route) -> Option<Shown> {
        let good = |shared: &Self| shared.good.lock().unwrap_or_else(PoisonError::into_inner).files.get(route).cloned();
        let is_broken = stand.is_broken(route);
        if let Some(bytes) = is_broken.then(|| good(self)).flatten() {
            return Some(Shown { bytes, is_old: true });
        }
        match stand.page(route) {
            Some(page) => {
                let bytes: Arc<[u8]> = page.into();
                if !is_broken {
                    self.good.lock().unwrap_or_else(PoisonError::into_inner).insert(route.clone(), bytes.clone());
                }
                Some(Shown { bytes, is_old: false })
            }
            // Its template does not work.
            None if stand.has_page(route) => good(self).map(|bytes| Shown { bytes, is_old: true }),
            None => None,
        }
    }

    /// The image at this address.
    pub fn image(&self, stand: &Stand, route: &Route) -> Option<Arc<[u8]>> {
        let kept = self.images.lock().unwrap_or_else(PoisonError::into_inner).files.get(route).cloned();
        // Its address comes from its contents: what is kept is right for ever.
        if kept.is_some() && stand.asset_source(route).is_some() {
            return kept;
        }
        let bytes: Arc<[u8]> = stand.image(route)?.into();
        self.images.lock().unwrap_or_else(PoisonError::into_inner).insert(route.clone(), bytes.clone());
        Some(bytes)
    }
}
