//! Images and other files of a toolkit, made ready when the first page asks for them.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use rustc_hash::FxHashMap;

use crate::pair::Assets;
use crate::render::image;
use crate::toolkit::{Changes, ContentHash, Image, ImageFault, Output, Route, SitePath, Snapshot};

/// What becomes of a file, when it is known.
type Once<T> = Arc<OnceLock<T>>;
/// What becomes of each file that was asked for.
type Slots<T> = RwLock<FxHashMap<SitePath, Once<T>>>;

/// What became of the files that were asked for, kept as long as they do not change.
#[derive(Default)]
pub struct KnownAssets {
    images: Slots<Result<Arc<Image>, ImageFault>>,
    files: Slots<Result<(Route, u64), String>>,
    /// The files behind each address: two with the same name and contents have one.
    put: RwLock<HashMap<Route, Vec<SitePath>>>,
}

impl KnownAssets {
    /// What still holds after these changes.
    pub fn after(&self, changes: &Changes) -> Self {
        let stays = |path: &SitePath| !changes.files.contains(path);
        let mut put = self.put.read().unwrap_or_else(PoisonError::into_inner).clone();
        put.retain(|_, paths| {
            paths.retain(stays);
            !paths.is_empty()
        });
        Self { images: copy(&self.images, stays), files: copy(&self.files, stays), put: RwLock::new(put) }
    }

    /// The file that is published at this address.
    pub fn source(&self, route: &Route) -> Option<SitePath> {
        self.put.read().unwrap_or_else(PoisonError::into_inner).get(route)?.first().cloned()
    }
}

fn copy<T>(slots: &Slots<T>, stays: impl Fn(&SitePath) -> bool) -> Slots<T> {
    let slots = slots.read().unwrap_or_else(PoisonError::into_inner);
    RwLock::new(slots.iter().filter(|(path, _)| stays(path)).map(|(path, slot)| (path.clone(), slot.clone())).collect())
}

/// Makes each file ready once, and puts it into the output.
pub struct AssetStore<'a> {
    snapshot: &'a Snapshot,
    output: &'a dyn Output,
    known: &'a KnownAssets,
}

impl<'a> AssetStore<'a> {
    /// A store for the files of `snapshot`. What is `known` is not put into the output again.
    pub fn new(snapshot: &'a Snapshot, output: &'a dyn Output, known: &'a KnownAssets) -> Self {
        Self { snapshot, output, known }
    }

    /// Notes that the file at `path` is published at `route`. Whether it is the first one there.
    fn claim(&self, path: &SitePath, route: &Route) -> bool {
        let mut put = self.known.put.write().unwrap_or_else(PoisonError::into_inner);
        let paths = put.entry(route.clone()).or_default();
        paths.push(path.clone());
        paths.len() == 1
    }

    fn put(&self, path: &SitePath, route: &Route, bytes: &[u8]) {
        if self.claim(path, route) {
            self.output.put(route, bytes);
        }
    }

    fn make_image(&self, path: &SitePath) -> Result<Arc<Image>, ImageFault> {
        let size = self.snapshot.size(path).unwrap_or(0);
        if size > image::IMAGE_BYTES_MAX {
            return Err(ImageFault::TooHeavy(size, image::IMAGE_BYTES_MAX));
        }
        let bytes = self.snapshot.read(path).map_err(ImageFault::Unreadable)?;
        if !self.output.is_kept() {
            let image = image::look(path, &bytes, self.snapshot.shelf())?;
            for route in image.routes() {
                self.claim(path, route);
            }
            return Ok(Arc::new(image));
        }
        let prepared = image::prepare(path, &bytes, self.snapshot.shelf())?;
        for (route, bytes) in &prepared.files {
            self.put(path, route, bytes);
        }
        Ok(Arc::new(prepared.image))
    }

    fn make_file(&self, path: &SitePath) -> Result<(Route, u64), String> {
        let bytes = self.snapshot.read(path)?;
        let route = Route::asset(path.stem(), &ContentHash::of(&bytes), &path.extension());
        self.put(path, &route, &bytes);
        Ok((route, bytes.len() as u64))
    }
}

/// What becomes of `path`: made by `make`, when nobody has asked for it before.
fn once<T: Clone>(slots: &Slots<T>, path: &SitePath, make: impl FnOnce() -> T) -> T {
    if let Some(made) = slots.read().unwrap_or_else(PoisonError::into_inner).get(path).and_then(|slot| slot.get()) {
        return made.clone();
    }
    let slot = slots.write().unwrap_or_else(PoisonError::into_inner).entry(path.clone()).or_default().clone();
    slot.get_or_init(make).clone()
}

impl Assets for AssetStore<'_> {
    fn image(&self, path: &SitePath) -> Result<Arc<Image>, ImageFault> {
        once(&self.known.images, path, || self.make_image(path))
    }

    fn file(&self, path: &SitePath) -> Result<(Route, u64), String> {
        once(&self.known.files, path, || self.make_file(path))
    }
}
