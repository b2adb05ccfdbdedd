//! Images and other files of a toolkit, made ready when the first page asks for them.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use crate::pair::Assets;
use crate::render::image;
use crate::toolkit::{ContentHash, Image, ImageFault, Output, Route, SitePath, Snapshot};

/// What becomes of a file, when it is known.
type Once<T> = Arc<OnceLock<T>>;
/// What becomes of each file that was asked for.
type Slots<T> = RwLock<HashMap<SitePath, Once<T>>>;

/// Makes each file ready once, and puts it into the output.
pub struct AssetStore<'a> {
    snapshot: &'a Snapshot,
    output: &'a dyn Output,
    images: Slots<Result<Arc<Image>, ImageFault>>,
    files: Slots<Result<(Route, u64), String>>,
    /// Two files with the same name and contents have one address.
    put: Mutex<HashSet<Route>>,
}

impl<'a> AssetStore<'a> {
    /// A store for the files of `snapshot`.
    pub fn new(snapshot: &'a Snapshot, output: &'a dyn Output) -> Self {
        Self { snapshot, output, images: RwLock::default(), files: RwLock::default(), put: Mutex::default() }
    }

    fn put(&self, route: &Route, bytes: &[u8]) {
        let new = self.put.lock().unwrap_or_else(PoisonError::into_inner).insert(route.clone());
        if new {
            self.output.put(route, bytes);
        }
    }

    fn make_image(&self, path: &SitePath) -> Result<Arc<Image>, ImageFault> {
        let bytes = self.snapshot.read(path).map_err(ImageFault::Unreadable)?;
        let prepared = image::prepare(path, &bytes)?;
        self.put(&prepared.image.route, &prepared.bytes);
        Ok(Arc::new(prepared.image))
    }

    fn make_file(&self, path: &SitePath) -> Result<(Route, u64), String> {
        let bytes = self.snapshot.read(path)?;
        let route = Route::asset(path.stem(), &ContentHash::of(&bytes), &path.extension());
        self.put(&route, &bytes);
        Ok((route, bytes.len() as u64))
    }
}

/// The place for what becomes of `path`.
fn slot<T>(slots: &Slots<T>, path: &SitePath) -> Once<T> {
    if let Some(slot) = slots.read().unwrap_or_else(PoisonError::into_inner).get(path) {
        return slot.clone();
    }
    slots.write().unwrap_or_else(PoisonError::into_inner).entry(path.clone()).or_default().clone()
}

impl Assets for AssetStore<'_> {
    fn image(&self, path: &SitePath) -> Result<Arc<Image>, ImageFault> {
        slot(&self.images, path).get_or_init(|| self.make_image(path)).clone()
    }

    fn file(&self, path: &SitePath) -> Result<(Route, u64), String> {
        slot(&self.files, path).get_or_init(|| self.make_file(path)).clone()
    }
}
