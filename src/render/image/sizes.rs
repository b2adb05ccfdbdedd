//! The sizes in which a photo is published: as many dots as the places need in which it is shown, and never more than it has.

use fast_image_resize::images::{Image as Dots, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::photo::{Decoded, Seen};
use crate::toolkit::ImageFault;

/// The widths in which a photo is published, in dots. A row shows it 168 CSS pixels wide and a phone 256, and fine screens
/// have 2 or 3 dots in each; a picture that stands alone is 600 wide.
const WIDTHS_PX: [u32; 3] = [360, 720, 1200];
/// The most dots from top to bottom.
const HEIGHT_MAX_PX: u32 = 4096;
/// The quality of JPEG, from 1 to 100.
const JPEG_QUALITY: u8 = 82;
/// The quality of WebP, from 1 to 100: it looks like [`JPEG_QUALITY`].
const WEBP_QUALITY: f32 = 80.0;
/// How long the encoder of WebP tries, from 0 to 6. Its makers' own choice.
const WEBP_METHOD: u8 = 4;

/// A size of a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its width in dots.
    pub width_px: u32,
    /// Its height in dots.
    pub height_px: u32,
    /// The kind of its file.
    pub file: FileKind,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// For photos.
    Jpeg,
    /// For drawings, and for what has holes.
    Png,
    /// For photos: a third smaller than JPEG.
    WebP,
    /// For drawings: nothing is lost.
    SharpWebP,
}

impl FileKind {
    /// The ending of its name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP | Self::SharpWebP => "webp",
        }
    }

    /// Its name on the web.
    pub fn media(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP | Self::SharpWebP => "image/webp",
        }
    }
}

/// The sizes of a photo: those of the smaller kind of file first, each kind from narrow to wide.
pub fn of(seen: &Seen) -> Vec<Size> {
    within(seen, &WIDTHS_PX)
}

/// The sizes of a photo in these widths, from narrow to wide.
fn within(seen: &Seen, widths_px: &[u32]) -> Vec<Size> {
    let (width, height) = (u64::from(seen.width_px), u64::from(seen.height_px));
    // A tall picture is limited by its height.
    let tallest = (u64::from(HEIGHT_MAX_PX) * width / height.max(1)).max(1);
    let widest = width.min(tallest).min(u64::from(widths_px.last().copied().unwrap_or(1)));
    let widest = u32::try_from(widest).unwrap_or(u32::MAX);
    let widths: Vec<u32> = widths_px.iter().copied().filter(|width| *width < widest).chain([widest]).collect();
    let kinds = match (seen.is_drawn, seen.has_holes) {
        (true, _) => [FileKind::SharpWebP, FileKind::Png],
        (false, true) => [FileKind::WebP, FileKind::Png],
        (false, false) => [FileKind::WebP, FileKind::Jpeg],
    };
    let size = |file, width_px: u32| {
        let height_px = (u64::from(width_px) * height).div_ceil(width.max(1)).clamp(1, u64::from(HEIGHT_MAX_PX));
        Size { width_px, height_px: u32::try_from(height_px).unwrap_or(HEIGHT_MAX_PX), file }
    };
    kinds.into_iter().flat_map(|kind| widths.iter().map(move |width| size(kind, *width))).collect()
}

/// Makes the files of a photo in these sizes. It is made smaller once for each width.
pub fn make(decoded: &Decoded, sizes: &[Size]) -> Result<Vec<Vec<u8>>, ImageFault> {
    let mut made: Vec<Vec<u8>> = vec![Vec::new(); sizes.len()];
    for (place, size) in sizes.iter().enumerate() {
        if !made[place].is_empty() {
            continue;
        }
        let dots = resized(decoded, size.width_px, size.height_px)?;
        for (other, bytes) in sizes.iter().zip(&mut made).filter(|(other, _)| other.width_px == size.width_px) {
            *bytes = encode(&dots, *other, decoded.seen.has_holes)?;
        }
    }
    Ok(made)
}

/// The file of a photo for paper, no wider than this: a JPEG file, or a PNG file.
pub fn for_paper(decoded: &Decoded, width_max_px: u32) -> Result<Vec<u8>, ImageFault> {
    let sizes = within(&decoded.seen, &[width_max_px.max(1)]);
    let size = sizes.last().copied().ok_or(ImageFault::Empty)?;
    encode(&resized(decoded, size.width_px, size.height_px)?, size, decoded.seen.has_holes)
}

/// The dots of a photo in another size.
pub fn resized(decoded: &Decoded, width_px: u32, height_px: u32) -> Result<Vec<u8>, ImageFault> {
    let Seen { width_px: width, height_px: height, has_holes, .. } = decoded.seen;
    if (width, height) == (width_px, height_px) {
        return Ok(decoded.dots.clone());
    }
    let kind = if has_holes { PixelType::U8x4 } else { PixelType::U8x3 };
    let damaged = |why: String| ImageFault::Damaged(why);
    let from = ImageRef::new(width, height, &decoded.dots, kind).map_err(|error| damaged(error.to_string()))?;
    let mut to = Dots::new(width_px, height_px, kind);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&from, &mut to, &options).map_err(|error| damaged(error.to_string()))?;
    Ok(to.into_vec())
}

/// The file of a picture of this size.
pub fn encode(dots: &[u8], size: Size, has_holes: bool) -> Result<Vec<u8>, ImageFault> {
    let Size { width_px, height_px, file } = size;
    match file {
        FileKind::Jpeg => jpeg(dots, width_px, height_px, JPEG_QUALITY),
        FileKind::Png => png(dots, width_px, height_px, has_holes),
        FileKind::WebP | FileKind::SharpWebP => {
            let encoder = if has_holes {
                webpx::Encoder::new_rgba(dots, width_px, height_px)
            } else {
                webpx::Encoder::new_rgb(dots, width_px, height_px)
            };
            let encoder = encoder.quality(WEBP_QUALITY).method(WEBP_METHOD).lossless(file == FileKind::SharpWebP);
            encoder.encode(webpx::Unstoppable).map_err(|error| ImageFault::Damaged(error.to_string()))
        }
    }
}

/// A JPEG file.
pub fn jpeg(dots: &[u8], width_px: u32, height_px: u32, quality: u8) -> Result<Vec<u8>, ImageFault> {
    let damaged = |why: String| ImageFault::Damaged(why);
    let side = |px: u32| u16::try_from(px).map_err(|error| damaged(error.to_string()));
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    // Tables made for the picture would save 3 in 100 bytes, but some programs cannot read what the encoder writes then.
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.encode(dots, side(width_px)?, side(height_px)?, ColorType::Rgb).map_err(|error| damaged(error.to_string()))?;
    Ok(bytes)
}

/// A PNG file.
pub fn png(dots: &[u8], width_px: u32, height_px: u32, has_holes: bool) -> Result<Vec<u8>, ImageFault> {
    let mut bytes = Vec::new();
    let colours = if has_holes { ExtendedColorType::Rgba8 } else { ExtendedColorType::Rgb8 };
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, PngFilter::Adaptive);
    encoder.write_image(dots, width_px, height_px, colours).map_err(|error| ImageFault::Damaged(error.to_string()))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(width_px: u32, height_px: u32) -> Vec<(u32, u32)> {
        let seen = Seen { width_px, height_px, has_holes: false, is_drawn: false, moves: false };
        let sizes = of(&seen);
        assert_eq!(sizes.iter().filter(|size| size.file == FileKind::WebP).count() * 2, sizes.len());
        sizes.into_iter().filter(|size| size.file == FileKind::Jpeg).map(|size| (size.width_px, size.height_px)).collect()
    }

    #[test]
    fn a_photo_is_never_made_larger() {
        assert_eq!(widths(1600, 1200), [(360, 270), (720, 540), (1200, 900)]);
        assert_eq!(widths(720, 540), [(360, 270), (720, 540)]);
        assert_eq!(widths(500, 1), [(360, 1), (500, 1)]);
        assert_eq!(widths(1, 1), [(1, 1)]);
        assert_eq!(widths(1, 40_000_000), [(1, 4096)]);
        assert_eq!(widths(1000, 8192), [(360, 2950), (500, 4096)]);
    }
}
