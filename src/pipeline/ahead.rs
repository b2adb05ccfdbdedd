//! Photos, made ready before the pages that show them.
//!
//! A page may show a hundred photos, and each takes as long as a thousand pages. So the pages are asked first for the photos
//! that they will show, and then all of these are made at once, whoever shows them. Nothing depends on it: a photo that was
//! not made ahead is made when its page asks for it.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::page;
use crate::pair::{Assets, KnownPictures, SYMBOLS, World};
use crate::toolkit::{Image, ImageFault, PageHead, Progress, Route, SitePath};

/// Makes the photos ready that these pages will show.
pub fn photos(heads: &[&PageHead], world: World<'_>, progress: &dyn Progress) {
    let all: Vec<&SitePath> = world.snapshot.files().map(|(path, _)| path).filter(|path| is_photo(path)).collect();
    if all.is_empty() {
        return;
    }
    let has_photos_as_symbols = all.iter().any(|path| path.is_in(SYMBOLS));
    let wanted = Wanted { photos: Mutex::default(), left: AtomicUsize::new(all.len()) };
    heads.par_iter().for_each(|head| {
        let may_show = || has_photos_as_symbols || head.front.picture.is_some() || names_a_photo(head, world);
        if wanted.left.load(Ordering::Relaxed) > 0 && may_show() {
            wanted.listen(head, world);
        }
    });
    let photos = wanted.photos.into_inner().unwrap_or_else(PoisonError::into_inner);
    if photos.is_empty() {
        return;
    }
    progress.begin("pictures", photos.len());
    photos.par_iter().for_each(|path| {
        // Should a library break down over it, its page will tell.
        let _ = catch_unwind(AssertUnwindSafe(|| world.assets.image(path)));
        progress.advance();
    });
}

fn is_photo(path: &SitePath) -> bool {
    matches!(path.extension().as_str(), "jpg" | "jpeg" | "png" | "webp" | "gif")
}

/// Whether the text of a page may name a photo.
fn names_a_photo(head: &PageHead, world: World<'_>) -> bool {
    let Ok(text) = world.snapshot.read(&head.path) else { return false };
    memchr::memchr_iter(b'.', &text).any(|at| {
        let ending = &text[at + 1..];
        [b"jpg".as_slice(), b"jpeg", b"png", b"webp", b"gif"]
            .iter()
            .any(|kind| ending.get(..kind.len()).is_some_and(|start| start.eq_ignore_ascii_case(kind)))
    })
}

/// Listens to what pages ask for, and gives them nothing.
struct Wanted {
    photos: Mutex<BTreeSet<SitePath>>,
    /// How many photos of the toolkit nobody has asked for yet.
    left: AtomicUsize,
}

impl Wanted {
    fn listen(&self, head: &PageHead, world: World<'_>) {
        let Some(place) = world.site.places.get(&head.path) else { return };
        let listening = World { assets: self, ..world };
        let _ = catch_unwind(AssertUnwindSafe(|| page::read(head, place, listening, &mut KnownPictures::default())));
    }
}

impl Assets for Wanted {
    fn image(&self, path: &SitePath) -> Result<Arc<Image>, ImageFault> {
        if is_photo(path) && self.photos.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone()) {
            self.left.fetch_sub(1, Ordering::Relaxed);
        }
        Err(ImageFault::Empty)
    }

    fn file(&self, _: &SitePath) -> Result<(Route, u64), String> {
        Err(String::new())
    }
}
