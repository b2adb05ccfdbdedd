//! Photos for paper: as many dots as a printer can show.

use super::photo::{self, Seen};
use super::sizes;
use crate::toolkit::ImageFault;

/// The dots in an inch on paper. More make the file larger, and nobody sees them.
pub const PRINT_DPI: f64 = 200.0;
/// The quality of JPEG on paper, from 1 to 100.
const JPEG_QUALITY: u8 = 88;
/// The most dots on one side: A4 at [`PRINT_DPI`] is 1654 by 2339.
const SIDE_MAX_PX: u32 = 4096;

/// A photo for paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintImage {
    /// Its file.
    pub bytes: Vec<u8>,
    /// The ending of its name: `jpg` or `png`.
    pub extension: &'static str,
    /// Its width in dots.
    pub width_px: u32,
    /// Its height in dots.
    pub height_px: u32,
}

/// How many dots a picture needs that is this wide on paper.
pub fn width_for_print(width_mm: f64) -> u32 {
    // The limits make the cast safe.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let px = (width_mm.max(0.0) / 25.4 * PRINT_DPI).ceil().min(f64::from(SIDE_MAX_PX)) as u32;
    px.max(1)
}

/// The photo in a file, for a place on paper that is `width_mm` wide. It is never made larger than it is.
///
/// # Errors
/// Why it cannot be used.
pub fn for_print(bytes: &[u8], width_mm: f64) -> Result<PrintImage, ImageFault> {
    let decoded = photo::decode(bytes)?;
    let Seen { width_px: width, height_px: height, has_holes, is_drawn, .. } = decoded.seen;
    let tallest = (u64::from(SIDE_MAX_PX) * u64::from(width) / u64::from(height.max(1))).max(1);
    let width_px = width.min(width_for_print(width_mm)).min(u32::try_from(tallest).unwrap_or(u32::MAX));
    let height_px = (u64::from(width_px) * u64::from(height)).div_ceil(u64::from(width.max(1))).clamp(1, u64::from(SIDE_MAX_PX));
    let height_px = u32::try_from(height_px).unwrap_or(SIDE_MAX_PX);
    let dots = sizes::resized(&decoded, width_px, height_px)?;
    let (bytes, extension) = if has_holes || is_drawn {
        (sizes::png(&dots, width_px, height_px, has_holes)?, "png")
    } else {
        (sizes::jpeg(&dots, width_px, height_px, JPEG_QUALITY)?, "jpg")
    };
    Ok(PrintImage { bytes, extension, width_px, height_px })
}
