//! Which pictures a page and its rows have: what rules about the whole site need to know of it, and no more.

use std::sync::Arc;

use super::{Paired, PictureSource, SitePath, Span};

/// The pictures of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageUses {
    /// The page.
    pub path: SitePath,
    /// The pictures that it shows, each once.
    pub pictures: Vec<Arc<Paired>>,
    /// Its rows that have a picture, in order.
    pub rows: Vec<RowUse>,
}

/// A row with its picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowUse {
    /// Where the picture is named.
    pub span: Span,
    /// The line in which it is named, from 1.
    pub line: u32,
    /// Its place in [`PageUses::pictures`].
    pub picture: u32,
    /// A hash of the words of the row, small and without their marks. Two rows that say the same have the same.
    pub sentence: u64,
    /// The hard word of the row, when it has just one: its name in the word list.
    pub hard_word: Option<Box<str>>,
}

impl PageUses {
    /// The picture of a row.
    pub fn picture(&self, row: &RowUse) -> &PictureSource {
        &self.pictures[row.picture as usize].source
    }
}

impl PictureSource {
    /// Its name, as a page could write it.
    pub fn name(&self) -> String {
        match self {
            Self::Symbol(pack, id) if &*pack.0 == super::STARTER_PACK => id.0.to_string(),
            Self::Symbol(pack, id) => format!("{}/{}", pack.0, id.0),
            Self::File(path) => path.file_name().to_owned(),
            Self::Unknown => String::new(),
        }
    }
}
