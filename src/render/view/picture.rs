//! Pictures, as templates see them.

use serde::Serialize;

use crate::render::inline::escape;
use crate::toolkit::{AltText, Describe, Image, ImageKind, Paired, Route};

/// A picture that is ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
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
    /// A photo's sizes, one entry a kind of file, the best kind first; the last is the kind of `src`. None for a drawing.
    pub sources: Vec<SourceView>,
    /// The link to its smallest size.
    pub smallest: String,
}

/// A photo in one kind of file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SourceView {
    /// The kind, such as `image/webp`.
    pub media: &'static str,
    /// Its sizes, as a browser wants to read them: `a.webp 360w, b.webp 720w`.
    pub srcset: String,
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
        let src = route.href_to(&image.route);
        let last_kind = image.sizes.last().map(|size| size.media);
        let smallest = image.sizes.iter().find(|size| Some(size.media) == last_kind);
        Self {
            smallest: smallest.map_or_else(|| src.clone(), |size| route.href_to(&size.route)),
            sources: sources(image, route),
            src,
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
        escape(&self.smallest, out);
        out.push_str("\" alt=\"");
        escape(&self.alt, out);
        out.push_str(&format!("\" width=\"{}\" height=\"{}\">", self.width, self.height));
    }
}

fn sources(image: &Image, route: &Route) -> Vec<SourceView> {
    let of_one_kind = image.sizes.chunk_by(|a, b| a.media == b.media);
    of_one_kind
        .map(|sizes| {
            let each: Vec<String> = sizes.iter().map(|size| format!("{} {}w", route.href_to(&size.route), size.width_px)).collect();
            SourceView { media: sizes[0].media, srcset: each.join(", ") }
        })
        .collect()
}

fn described(paired: &Paired) -> Option<String> {
    match &paired.alt {
        Some(AltText::Describes(words)) => Some(words.clone()),
        Some(AltText::Decorative) | None => None,
    }
}
