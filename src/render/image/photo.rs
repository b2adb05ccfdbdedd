//! Photos, decoded: under limits, turned as their camera says, and in the colours that every screen knows (sRGB).

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{AnimationDecoder, DynamicImage, ImageDecoder, ImageError, ImageReader, Limits};
use serde::{Deserialize, Serialize};

use crate::toolkit::ImageFault;

/// The most dots of a photo: 50 megapixels.
const DOTS_MAX: u64 = 50_000_000;
/// The most memory that decoding may take.
const DECODE_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// How many dots are looked at to tell a drawing from a photo.
const SAMPLES_MAX: usize = 16_384;

/// What is known of a photo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Its width in dots, turned as it is shown.
    pub width_px: u32,
    /// Its height in dots.
    pub height_px: u32,
    /// Whether one can see through a part of it.
    pub has_holes: bool,
    /// Whether it is drawn: it has areas of one colour, and its lines must stay sharp.
    pub is_drawn: bool,
    /// Whether it moves.
    pub moves: bool,
}

/// A photo, decoded.
pub struct Decoded {
    /// What is known of it.
    pub seen: Seen,
    /// Its dots, row by row: red, green, blue, and when it has holes how much one sees of it.
    pub dots: Vec<u8>,
}

/// Decodes a photo.
///
/// # Errors
/// Why it cannot be used.
pub fn decode(bytes: &[u8]) -> Result<Decoded, ImageFault> {
    if bytes.starts_with(b"\xFF\xD8")
        && let Some(why) = fault_of_jpeg(bytes)
    {
        return Err(ImageFault::Damaged(why.to_owned()));
    }
    let AsWritten { mut image, profile, orientation } = read(bytes)?;
    let has_alpha = image.color().has_alpha();
    image = if has_alpha { DynamicImage::ImageRgba8(image.into_rgba8()) } else { DynamicImage::ImageRgb8(image.into_rgb8()) };
    if let Some(orientation) = orientation {
        image.apply_orientation(orientation);
    }
    let has_holes = has_alpha && image.as_rgba8().is_some_and(|image| image.pixels().any(|pixel| pixel.0[3] < 255));
    if has_alpha && !has_holes {
        image = DynamicImage::ImageRgb8(image.into_rgb8());
    }
    let (width_px, height_px) = (image.width(), image.height());
    let mut dots = image.into_bytes();
    if let Some(profile) = profile {
        to_srgb(&mut dots, has_holes, &profile);
    }
    let is_drawn = !bytes.starts_with(b"\xFF\xD8") && is_drawn(&dots, if has_holes { 4 } else { 3 });
    Ok(Decoded { seen: Seen { width_px, height_px, has_holes, is_drawn, moves: moves(bytes) }, dots })
}

/// A picture as it lies in its file.
struct AsWritten {
    image: DynamicImage,
    /// The colours that it is made for.
    profile: Option<Vec<u8>>,
    /// How it must be turned.
    orientation: Option<Orientation>,
}

fn read(bytes: &[u8]) -> Result<AsWritten, ImageFault> {
    let damaged = |error: &ImageError| ImageFault::Damaged(error.to_string());
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| ImageFault::Damaged(error.to_string()))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODE_BYTES_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| damaged(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > DOTS_MAX {
        return Err(ImageFault::TooLarge(width, height));
    }
    // A damaged note beside the picture is no reason to do without the picture.
    let orientation = decoder.orientation().ok();
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(|error| match error {
        ImageError::Limits(_) => ImageFault::TooLarge(width, height),
        error => damaged(&error),
    })?;
    Ok(AsWritten { image, profile, orientation })
}

/// What is wrong with a JPEG file that its decoder would not tell: it fills what is missing with grey, and takes colours
/// that lie one behind the other for green.
fn fault_of_jpeg(bytes: &[u8]) -> Option<&'static str> {
    const BASELINE: u8 = 0xC0;
    const EXTENDED: u8 = 0xC1;
    const SCAN: u8 = 0xDA;
    const END: [u8; 2] = [0xFF, 0xD9];
    let mut colours = 0;
    // Pieces of the head come first, each with its length. A small picture for the camera's own display may be in them.
    let mut at = 2;
    while let Some(&[0xFF, kind, high, low]) = bytes.get(at..at + 4) {
        match kind {
            BASELINE | EXTENDED => colours = bytes.get(at + 9).copied().unwrap_or(0),
            SCAN if memchr::memmem::find(&bytes[at..], &END).is_none() => return Some("it has no end"),
            SCAN => return bytes.get(at + 4).is_some_and(|here| *here < colours).then_some("its colours lie one behind the other"),
            _ => {}
        }
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
    }
    // No picture at all: the decoder tells it.
    None
}

/// Whether the file holds a picture that moves.
fn moves(bytes: &[u8]) -> bool {
    let reader = Cursor::new(bytes);
    if bytes.starts_with(b"GIF8") {
        return GifDecoder::new(reader).is_ok_and(|gif| gif.into_frames().take(2).flatten().count() > 1);
    }
    if bytes.starts_with(b"RIFF") {
        return WebPDecoder::new(reader).is_ok_and(|webp| webp.has_animation());
    }
    bytes.starts_with(b"\x89PNG") && PngDecoder::new(reader).and_then(|png| png.is_apng()).unwrap_or(false)
}

/// Turns colours that were made for other screens (newer telephones: Display P3) into those that every screen shows. What
/// tells of those colours is not published, so they would look pale without this.
fn to_srgb(dots: &mut Vec<u8>, has_holes: bool, profile: &[u8]) {
    use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
    let layout = if has_holes { Layout::Rgba } else { Layout::Rgb };
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let transform = profile.create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, TransformOptions::default());
    let mut turned = vec![0; dots.len()];
    if transform.is_ok_and(|transform| transform.transform(dots, &mut turned).is_ok()) {
        *dots = turned;
    }
}

/// Whether a picture has far fewer colours than dots. Photos hardly repeat a colour.
fn is_drawn(dots: &[u8], channels: usize) -> bool {
    let count = dots.len() / channels;
    // An odd step, so that the samples do not stand below each other.
    let step = (count / SAMPLES_MAX).max(1) | 1;
    let mut colours: Vec<&[u8]> = dots.chunks_exact(channels).step_by(step).collect();
    let samples = colours.len();
    colours.sort_unstable();
    colours.dedup();
    colours.len() * 4 < samples
}
