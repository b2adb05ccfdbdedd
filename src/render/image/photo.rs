//! Photos: decoded, turned, made no larger than a page needs, and encoded again.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageReader, Limits};

use crate::toolkit::ImageFault;

/// The most dots of a photo: 50 megapixels.
const DOTS_MAX: u64 = 50_000_000;
/// The most memory that decoding may take.
const DECODE_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// The widest photo that is published: a row's picture is at most 400 CSS pixels wide, and fine screens have 3 dots in each.
pub const WIDTH_MAX_PX: u32 = 1200;
/// The quality of JPEG, from 1 to 100.
const JPEG_QUALITY: u8 = 82;

/// A photo, encoded again.
pub struct Photo {
    pub bytes: Vec<u8>,
    pub extension: &'static str,
    pub width_px: u32,
    pub height_px: u32,
}

/// Decodes a photo and encodes it again, no wider than `width_max_px`.
pub fn encode(bytes: &[u8], width_max_px: u32) -> Result<Photo, ImageFault> {
    let image = decode(bytes)?;
    let (width, height) = (image.width(), image.height());
    let image = if width > width_max_px {
        let height = (u64::from(height) * u64::from(width_max_px)).div_ceil(u64::from(width));
        image.resize_exact(width_max_px, u32::try_from(height).unwrap_or(u32::MAX).max(1), imageops::FilterType::Lanczos3)
    } else {
        image
    };
    let (width_px, height_px) = (image.width(), image.height());
    let drawn = is_drawn(bytes);
    let damaged = |error: ImageError| ImageFault::Damaged(error.to_string());
    let mut out = Vec::new();
    if image.color().has_alpha() && has_holes(&image) || drawn {
        let image = if image.color().has_alpha() {
            DynamicImage::ImageRgba8(image.into_rgba8())
        } else {
            DynamicImage::ImageRgb8(image.into_rgb8())
        };
        let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Default, FilterType::Adaptive);
        encoder.write_image(image.as_bytes(), width_px, height_px, image.color().into()).map_err(damaged)?;
        return Ok(Photo { bytes: out, extension: "png", width_px, height_px });
    }
    JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY).encode_image(&image.into_rgb8()).map_err(damaged)?;
    Ok(Photo { bytes: out, extension: "jpg", width_px, height_px })
}

/// Whether a JPEG file lacks its end. Its decoder would fill what is missing with grey.
fn is_cut_short(bytes: &[u8]) -> bool {
    const SCAN: u8 = 0xDA;
    const END: [u8; 2] = [0xFF, 0xD9];
    // Pieces of the head come first, each with its length. A small picture for the camera's own display may be in them.
    let mut at = 2;
    while let Some(&[0xFF, kind, high, low]) = bytes.get(at..at + 4) {
        if kind == SCAN {
            return memchr::memmem::find(&bytes[at..], &END).is_none();
        }
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
    }
    // No picture at all: the decoder tells it.
    false
}

fn decode(bytes: &[u8]) -> Result<DynamicImage, ImageFault> {
    if bytes.starts_with(b"\xFF\xD8") && is_cut_short(bytes) {
        return Err(ImageFault::Damaged("it has no end".to_owned()));
    }
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
    let orientation = decoder.orientation().ok();
    let image = DynamicImage::from_decoder(decoder).map_err(|error| match error {
        ImageError::Limits(_) => ImageFault::TooLarge(width, height),
        error => damaged(&error),
    })?;
    let mut image = image;
    if let Some(orientation) = orientation {
        image.apply_orientation(orientation);
    }
    Ok(image)
}

/// Whether the file is of a kind that people draw in: lines stay sharp only as PNG.
fn is_drawn(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"GIF8")
}

/// Whether one can see through a part of the picture.
fn has_holes(image: &DynamicImage) -> bool {
    image.to_rgba8().pixels().any(|pixel| pixel.0[3] < 255)
}
