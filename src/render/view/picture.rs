//! Pictures, as templates see them.

use serde::Serialize;

use crate::render::inline::escape;
use crate::toolkit::{AltText, Describe, Image, ImageKind, Paired, Route};

/// A picture that is ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PictureView {
    /// The link to its file.
    pub src: String,
    /// What a screen reader says; may be empty.
    pub alt: String,
    /// What it shows, when `alt` is silent; for readers who ask for descriptions.
    pub description: Option<String>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Whether it is a drawing rather than a photo.
    pub drawing: bool,
}

impl PictureView {
    /// A picture beside its sentence. Read out at once, it would say twice what the sentence says; so it is silent
    /// unless the toolkit wants every picture described.
    pub fn beside(paired: &Paired, route: &Route, describe: Describe) -> Option<Self> {
        let image = paired.image.as_ref().ok()?;
        let words = described(paired);
        Some(match describe {
            Describe::Always => Self::new(image, route, words.unwrap_or_default(), None),
            Describe::Quiet => Self::new(image, route, String::new(), words),
        })
    }

    /// A picture that stands alone, and always says what it shows.
    pub fn alone(paired: &Paired, route: &Route) -> Option<Self> {
        let image = paired.image.as_ref().ok()?;
        Some(Self::new(image, route, described(paired).unwrap_or_default(), None))
    }

    /// A picture beside a title that says the same, so that it is silent.
    pub fn silent(paired: &Paired, route: &Route) -> Option<Self> {
        let image = paired.image.as_ref().ok()?;
        Some(Self::new(image, route, String::new(), described(paired)))
    }

    fn new(image: &Image, route: &Route, alt: String, description: Option<String>) -> Self {
        Self {
            src: route.href_to(&image.route),
            alt,
            description,
            width: image.width_px,
            height: image.height_px,
            drawing: image.kind == ImageKind::Drawing,
        }
    }

    /// The picture as a mark among words.
    pub fn push_img(&self, out: &mut String) {
        out.push_str("<img class=\"among-words\" src=\"");
        escape(&self.src, out);
        out.push_str("\" alt=\"");
        escape(&self.alt, out);
        out.push_str(&format!("\" width=\"{}\" height=\"{}\">", self.width, self.height));
    }
}

fn described(paired: &Paired) -> Option<String> {
    match &paired.alt {
        Some(AltText::Describes(words)) => Some(words.clone()),
        Some(AltText::Decorative) | None => None,
    }
}
