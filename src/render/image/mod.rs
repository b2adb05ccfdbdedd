//! An image file -> an image that is safe to publish.
//!
//! Photos are decoded under limits, turned as their camera says, and encoded again in a few sizes: nothing that the camera
//! wrote beside the picture is published. Drawings are read and written again, without anything that could run or reach out.
//!
//! What a photo becomes is decided by its contents alone, and so are the addresses of its sizes. They are known before
//! anything is encoded, and what was encoded once is kept.

mod drawing;
mod kept;
mod photo;
mod sizes;
mod weight;

pub use drawing::{Drawing, clean as clean_drawing};

use memchr::memmem;

use crate::toolkit::{ContentHash, Image, ImageFault, ImageKind, ImageSize, Route, Shelf, SitePath};
use photo::Seen;
use sizes::Size;

/// The most bytes of an image file.
pub const IMAGE_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// An image, and its files as they are published.
pub struct Prepared {
    /// The image.
    pub image: Image,
    /// Its files.
    pub files: Vec<(Route, Vec<u8>)>,
}

/// Looks at the image in the file at `path`, and makes nothing yet.
///
/// # Errors
/// Why it cannot be used.
pub fn look(path: &SitePath, bytes: &[u8], shelf: &dyn Shelf) -> Result<Image, ImageFault> {
    match kind_of_file(path, bytes)? {
        "svg" => Ok(drawn(path, bytes)?.image),
        _ => {
            let source = ContentHash::of(bytes);
            let seen = match kept::seen(&source, shelf) {
                Some(seen) => seen,
                None => {
                    let seen = photo::decode(bytes)?.seen;
                    kept::keep_seen(&source, &seen, shelf);
                    seen
                }
            };
            Ok(image(path, &source, &seen))
        }
    }
}

/// Makes the image in the file at `path` ready, in all its sizes.
///
/// # Errors
/// Why it cannot be used.
pub fn prepare(path: &SitePath, bytes: &[u8], shelf: &dyn Shelf) -> Result<Prepared, ImageFault> {
    if kind_of_file(path, bytes)? == "svg" {
        return drawn(path, bytes);
    }
    let source = ContentHash::of(bytes);
    if let Some(seen) = kept::seen(&source, shelf)
        && let Some(files) = kept::sizes(&source, &sizes::of(&seen), shelf)
    {
        return Ok(photographed(path, &source, &seen, files));
    }
    let decoded = photo::decode(bytes)?;
    let files = sizes::make(&decoded, &sizes::of(&decoded.seen))?;
    kept::keep_seen(&source, &decoded.seen, shelf);
    kept::keep_sizes(&source, &files, shelf);
    Ok(photographed(path, &source, &decoded.seen, files))
}

/// The image in the file at `path` for paper, once for each of these widths. No photo gets wider than it is.
///
/// # Errors
/// Why it cannot be used.
pub fn for_paper(path: &SitePath, bytes: &[u8], widths_px: &[u32], shelf: &dyn Shelf) -> Result<Vec<Vec<u8>>, ImageFault> {
    if kind_of_file(path, bytes)? == "svg" {
        return Ok(vec![drawing::clean(bytes)?.text.into_bytes(); widths_px.len()]);
    }
    let source = ContentHash::of(bytes);
    let mut decoded = None;
    let made = widths_px.iter().map(|width_px| {
        if let Some(kept) = kept::for_paper(&source, *width_px, shelf) {
            return Ok(kept);
        }
        let decoded = match &mut decoded {
            Some(decoded) => decoded,
            none => none.insert(photo::decode(bytes)?),
        };
        let made = sizes::for_paper(decoded, *width_px)?;
        kept::keep_for_paper(&source, *width_px, &made, shelf);
        Ok(made)
    });
    made.collect()
}

/// The kind of an image file, as the ending that its name has.
fn kind_of_file(path: &SitePath, bytes: &[u8]) -> Result<&'static str, ImageFault> {
    let size = bytes.len() as u64;
    if bytes.is_empty() {
        return Err(ImageFault::Empty);
    }
    if size > IMAGE_BYTES_MAX {
        return Err(ImageFault::TooHeavy(size, IMAGE_BYTES_MAX));
    }
    let extension = path.extension();
    let kind = kind_of(bytes).ok_or(ImageFault::NotAnImage)?;
    let same = extension == kind || (extension == "jpeg" && kind == "jpg");
    if same { Ok(kind) } else { Err(ImageFault::WrongName(extension, kind)) }
}

fn drawn(path: &SitePath, bytes: &[u8]) -> Result<Prepared, ImageFault> {
    let drawing = drawing::clean(bytes)?;
    let route = Route::asset(path.stem(), &ContentHash::of(drawing.text.as_bytes()), "svg");
    let image = Image {
        route: route.clone(),
        width_px: drawing.width_px,
        height_px: drawing.height_px,
        kind: ImageKind::Drawing,
        sizes: Vec::new(),
        source_px: (drawing.width_px, drawing.height_px),
        moves: false,
    };
    Ok(Prepared { image, files: vec![(route, drawing.text.into_bytes())] })
}

fn photographed(path: &SitePath, source: &ContentHash, seen: &Seen, files: Vec<Vec<u8>>) -> Prepared {
    let routes = sizes::of(seen).into_iter().map(|size| route(path, source, size));
    Prepared { image: image(path, source, seen), files: routes.zip(files).collect() }
}

/// The image that a photo becomes.
fn image(path: &SitePath, source: &ContentHash, seen: &Seen) -> Image {
    let all = sizes::of(seen);
    let sizes: Vec<ImageSize> =
        all.iter().map(|size| ImageSize { route: route(path, source, *size), width_px: size.width_px, media: size.file.media() }).collect();
    let (width_px, height_px) = all.last().map_or((seen.width_px, seen.height_px), |size| (size.width_px, size.height_px));
    Image {
        route: sizes.last().map_or_else(|| Route::asset(path.stem(), source, "jpg"), |size| size.route.clone()),
        width_px,
        height_px,
        kind: ImageKind::Photo,
        sizes,
        source_px: (seen.width_px, seen.height_px),
        moves: seen.moves,
    }
}

/// The address of a photo in one size. It is named by what it is made from.
fn route(path: &SitePath, source: &ContentHash, size: Size) -> Route {
    let extension = size.file.extension();
    let made = ContentHash::of_parts([kept::recipe(source).as_bytes().as_slice(), &size.width_px.to_le_bytes(), extension.as_bytes()]);
    Route::asset(&format!("{}-{}", path.stem(), size.width_px), &made, extension)
}

/// The kind of an image by its first bytes, as the ending that its file should have.
fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some("jpg"),
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [b'G', b'I', b'F', b'8', ..] => Some("gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
        _ => {
            let head = &bytes[..bytes.len().min(4096)];
            let head = head.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(head).trim_ascii_start();
            (head.starts_with(b"<") && memmem::find(head, b"<svg").is_some()).then_some("svg")
        }
    }
}
