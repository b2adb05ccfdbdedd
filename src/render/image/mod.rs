//! An image file -> an image that is safe to publish.
//!
//! Photos are decoded under limits, turned as their camera says, and encoded again: nothing that the camera wrote beside
//! the picture is published. Drawings are read and written again, without anything that could run or reach out.

mod drawing;
mod photo;
mod weight;

pub use drawing::{Drawing, clean as clean_drawing};

use crate::toolkit::{ContentHash, Image, ImageFault, ImageKind, Route, SitePath};

/// The most bytes of an image file.
pub const IMAGE_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// An image and its bytes.
pub struct Prepared {
    /// The image.
    pub image: Image,
    /// Its bytes, as they are published.
    pub bytes: Vec<u8>,
}

/// Makes the image in the file at `path` ready.
///
/// # Errors
/// Why it cannot be used.
pub fn prepare(path: &SitePath, bytes: &[u8]) -> Result<Prepared, ImageFault> {
    prepare_within(path, bytes, photo::WIDTH_MAX_PX)
}

/// Makes the image in the file at `path` ready; a photo gets no wider than `width_max_px`.
///
/// # Errors
/// Why it cannot be used.
pub fn prepare_within(path: &SitePath, bytes: &[u8], width_max_px: u32) -> Result<Prepared, ImageFault> {
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
    if !same {
        return Err(ImageFault::WrongName(extension, kind));
    }
    if kind == "svg" {
        let drawing = drawing::clean(bytes)?;
        return Ok(finish(path, drawing.text.into_bytes(), "svg", (drawing.width_px, drawing.height_px), ImageKind::Drawing));
    }
    let photo = photo::encode(bytes, width_max_px)?;
    Ok(finish(path, photo.bytes, photo.extension, (photo.width_px, photo.height_px), ImageKind::Photo))
}

fn finish(path: &SitePath, bytes: Vec<u8>, extension: &str, (width_px, height_px): (u32, u32), kind: ImageKind) -> Prepared {
    let route = Route::asset(path.stem(), &ContentHash::of(&bytes), extension);
    Prepared { image: Image { route, width_px, height_px, kind }, bytes }
}

/// The kind of an image by its first bytes, as the ending that its file should have.
fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some("jpg"),
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [b'G', b'I', b'F', b'8', ..] => Some("gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
        _ => {
            let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
            head.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']).starts_with('<').then_some(())?;
            head.contains("<svg").then_some("svg")
        }
    }
}
