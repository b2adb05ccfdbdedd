//! The pieces of a page, as templates see them.

use serde::{Serialize, Serializer};
use tera::Value;

use super::{ContactView, FormatView, PictureView};

/// Gives HTML to templates, which do not escape it again.
fn as_html<S: Serializer>(html: &str, to: S) -> Result<S::Ok, S::Error> {
    Value::safe_string(html).serialize(to)
}

/// A piece of a page. `kind` tells templates which component shows it.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum BlockView {
    /// A heading.
    Heading {
        /// 2 to 6.
        level: u8,
        /// The name by which links find it.
        id: String,
        /// Its words.
        html: Value,
    },
    /// Rows that stand together.
    Rows {
        /// The rows.
        rows: Vec<RowView>,
        /// Rows that the theme has filled already.
        html: Option<Value>,
    },
    /// Headings and rows of which the theme's components have been filled already: see [`RowViews`](super::RowViews).
    Filled {
        /// Their HTML.
        #[serde(serialize_with = "as_html")]
        html: String,
    },
    /// Prose.
    Paragraph {
        /// Its words.
        html: Value,
    },
    /// A picture that stands alone.
    Figure {
        /// The picture; none when it is not there.
        picture: Option<PictureView>,
    },
    /// A list.
    List(ListView),
    /// A call-out.
    Box(BoxView),
    /// A quote that is no box.
    Quote {
        /// What it holds.
        blocks: Vec<BlockView>,
    },
    /// A table.
    Table {
        /// The cells that name the columns.
        head: Vec<Value>,
        /// The others, row by row.
        rows: Vec<Vec<Value>>,
    },
    /// Lines of a program.
    Code {
        /// The language's name; may be empty.
        language: String,
        /// The lines.
        html: Value,
    },
    /// A line across the page.
    Divider,
    /// HTML of the author's, to be shown as text.
    Html {
        /// The text.
        text: String,
    },
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct RowView {
    /// Its lasting name.
    pub id: String,
    /// Its picture, with the HTML of the theme's component `picture` for it.
    pub picture: Option<Value>,
    /// Its label in a ladder, in steps and in principles; may be empty.
    pub label: Value,
    /// Its words.
    pub html: Value,
    /// What its hard words mean.
    pub meanings: Vec<MeaningView>,
    /// The same, when the theme's component `meaning` has made HTML of it already.
    pub meanings_html: Option<Value>,
}

/// A hard word and its meaning.
#[derive(Clone, Debug, Serialize)]
pub struct MeaningView {
    /// The name by which the word in the row finds it.
    pub id: String,
    /// The word.
    pub word: String,
    /// What it means.
    pub meaning: String,
    /// A picture for it.
    pub picture: Option<PictureView>,
    /// The link to its entry in the word list.
    pub href: String,
}

/// A list.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// Whether its items have numbers.
    pub numbered: bool,
    /// The first number.
    pub start: u64,
    /// Whether its items have boxes to tick.
    pub ticks: bool,
    /// The items.
    pub items: Vec<ItemView>,
}

/// An item of a list.
#[derive(Clone, Debug, Serialize)]
pub struct ItemView {
    /// Its row.
    pub row: RowView,
    /// `empty`, `ticked`, or nothing.
    pub tick: Option<&'static str>,
    /// Its number in the list from 1.
    pub number: usize,
    /// Its number from the end: the top step of a ladder has the highest.
    pub number_from_end: usize,
    /// What stands below it.
    pub blocks: Vec<BlockView>,
}

/// A call-out.
#[derive(Clone, Debug, Serialize)]
pub struct BoxView {
    /// Its kind, such as `check`.
    #[serde(rename = "box")]
    pub box_kind: &'static str,
    /// The name by which links find it.
    pub id: String,
    /// The level of its heading, 2 to 6.
    pub level: u8,
    /// Its title; may be empty, then the theme has words of its own.
    pub title: Value,
    /// What it holds.
    pub blocks: Vec<BlockView>,
    /// Ways to get in touch, in a contact box.
    pub contacts: Vec<ContactView>,
    /// Formats of the guide, in a formats box.
    pub formats: Vec<FormatView>,
    /// Hard words of the page, in a words box.
    pub words: Vec<MeaningView>,
    /// The film or recording, in a box of these kinds.
    pub media: Option<MediaView>,
}

/// A film or recording.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MediaView {
    /// Its files: (link, kind such as `video/mp4`).
    pub sources: Vec<(String, &'static str)>,
    /// The link to its captions.
    pub captions: Option<String>,
    /// The link to the picture that stands for it.
    pub poster: Option<String>,
}

/// A footnote.
#[derive(Clone, Debug, Serialize)]
pub struct FootnoteView {
    /// The name by which its mark finds it.
    pub id: String,
    /// Its number from 1.
    pub number: usize,
    /// Whether the text mentions it.
    pub mentioned: bool,
    /// What it says.
    pub blocks: Vec<BlockView>,
}
