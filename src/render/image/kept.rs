//! What became of a photo, kept from one build to the next by its contents: no photo is encoded twice.

use super::photo::Seen;
use super::sizes::Size;
use crate::toolkit::{ContentHash, Shelf};

/// Says how photos are made. It must change when other sizes, qualities or colours come out of the same photo: then what was
/// kept is forgotten, and the files get new names.
const RECIPE: &[u8] = b"sizes 360 720 1200, jpeg 82, webp 80, srgb";

/// The name of everything that is made from the file with this hash.
pub fn recipe(source: &ContentHash) -> ContentHash {
    ContentHash::of_parts([RECIPE, source.as_bytes().as_slice()])
}

fn name(what: &str, source: &ContentHash) -> ContentHash {
    ContentHash::of_parts([what.as_bytes(), recipe(source).as_bytes().as_slice()])
}

/// What is known of the photo in the file with this hash.
pub fn seen(source: &ContentHash, shelf: &dyn Shelf) -> Option<Seen> {
    serde_json::from_slice(&shelf.take(&name("seen", source))?).ok()
}

/// Keeps what is known of a photo.
pub fn keep_seen(source: &ContentHash, seen: &Seen, shelf: &dyn Shelf) {
    if let Ok(text) = serde_json::to_vec(seen) {
        shelf.keep(&name("seen", source), &text);
    }
}

/// The files of the photo, one a size.
pub fn sizes(source: &ContentHash, sizes: &[Size], shelf: &dyn Shelf) -> Option<Vec<Vec<u8>>> {
    let kept = shelf.take(&name("sizes", source))?;
    let mut rest = kept.as_slice();
    let mut files = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk() {
        let (file, after) = after.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        files.push(file.to_vec());
        rest = after;
    }
    (rest.is_empty() && files.len() == sizes.len()).then_some(files)
}

/// Keeps the files of a photo, each behind its length.
pub fn keep_sizes(source: &ContentHash, files: &[Vec<u8>], shelf: &dyn Shelf) {
    let parts = files.iter().flat_map(|file| [(file.len() as u64).to_le_bytes().to_vec(), file.clone()]);
    shelf.keep(&name("sizes", source), &parts.collect::<Vec<_>>().concat());
}

fn name_for_paper(source: &ContentHash, width_px: u32) -> ContentHash {
    ContentHash::of_parts([b"paper".as_slice(), recipe(source).as_bytes().as_slice(), &width_px.to_le_bytes()])
}

/// The file of the photo for paper, no wider than this.
pub fn for_paper(source: &ContentHash, width_px: u32, shelf: &dyn Shelf) -> Option<Vec<u8>> {
    shelf.take(&name_for_paper(source, width_px))
}

/// Keeps the file of a photo for paper.
pub fn keep_for_paper(source: &ContentHash, width_px: u32, file: &[u8], shelf: &dyn Shelf) {
    shelf.keep(&name_for_paper(source, width_px), file);
}
