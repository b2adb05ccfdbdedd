//! Pictures: what a page asks for, and what is found.

use std::sync::Arc;

use super::{AltText, PackName, Route, SitePath, SymbolId};

/// What a picture in a page leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureTarget {
    /// An image file of the toolkit.
    File(SitePath),
    /// A symbol.
    Symbol {
        /// The pack in which alone to look.
        pack: Option<String>,
        /// Its name, or another name for it.
        name: String,
    },
    /// An address outside, or a path that leads out of the toolkit. Holds what is written.
    Outside(String),
    /// Nothing: `![]()`.
    Nothing,
}

/// How many dots a picture needs from left to right in large print: 45 mm at 200 dots an inch.
pub const LARGE_PRINT_PICTURE_PX: u32 = 355;

/// An image that is ready to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Its address. Of a photo: that of its largest size, in a kind of file that every browser knows.
    pub route: Route,
    /// Its width in CSS pixels.
    pub width_px: u32,
    /// Its height in CSS pixels.
    pub height_px: u32,
    /// Its kind.
    pub kind: ImageKind,
    /// A photo's sizes, by kind of file and then by width: the kinds that browsers should take first come first, and the
    /// one that every browser knows comes last. Empty for a drawing.
    pub sizes: Vec<ImageSize>,
    /// How wide and how high the photo is in its file, turned as it is shown, in dots. For a drawing: its size.
    pub source_px: (u32, u32),
    /// Whether the file holds a picture that moves. Only its first moment is shown.
    pub moves: bool,
}

impl Image {
    /// The addresses of all its files.
    pub fn routes(&self) -> impl Iterator<Item = &Route> {
        let of_drawing = self.sizes.is_empty().then_some(&self.route);
        of_drawing.into_iter().chain(self.sizes.iter().map(|size| &size.route))
    }
}

/// A photo in one size and one kind of file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageSize {
    /// Its address.
    pub route: Route,
    /// Its width in dots.
    pub width_px: u32,
    /// The kind of its file, such as `image/webp`.
    pub media: &'static str,
}

/// Drawn or photographed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageKind {
    /// A drawing of lines and areas, sharp at every size.
    Drawing,
    /// A grid of dots.
    Photo,
}

/// Why an image file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImageFault {
    /// The file holds nothing.
    Empty,
    /// The file is no image that we know.
    NotAnImage,
    /// The contents are of another kind than the name says: (name, contents).
    WrongName(String, &'static str),
    /// It ends too early, or its contents are damaged. Holds the decoder's words.
    Damaged(String),
    /// Too many dots: (width, height).
    TooLarge(u32, u32),
    /// Too many bytes: (size, limit).
    TooHeavy(u64, u64),
    /// An SVG drawing that is not well-formed. Holds the reader's words.
    BadDrawing(String),
    /// An SVG drawing with words in it, which need a font.
    WordsInDrawing,
    /// An SVG drawing with a photo in it.
    PhotoInDrawing,
    /// The file could not be read. Holds the system's words.
    Unreadable(String),
}

/// What a picture of a page turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paired {
    /// The image, or why there is none.
    pub image: Result<Arc<Image>, PictureFault>,
    /// What it shows; `None` when nobody said.
    pub alt: Option<AltText>,
    /// Where it came from, for the credits.
    pub source: PictureSource,
    /// The file that was asked for; `None` when there is none.
    pub file: Option<SitePath>,
}

/// Where a picture came from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureSource {
    /// A pack.
    Symbol(PackName, SymbolId),
    /// A file of the toolkit.
    File(SitePath),
    /// Nowhere.
    Unknown,
}

/// Why a picture is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// No such file or symbol; with the nearest names, best first.
    Missing(Vec<String>),
    /// No pack of that name; with the nearest names.
    NoPack(String, Vec<String>),
    /// Several symbols have this other name: these.
    Ambiguous(Vec<String>),
    /// It would have to be fetched from elsewhere.
    Outside,
    /// No picture is named.
    Nothing,
    /// The file is there and cannot be used.
    Broken(SitePath, ImageFault),
}
