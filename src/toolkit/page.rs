//! A page, as it was read.

use std::sync::Arc;

use super::{Allowance, Block, FrontMatter, Inline, Level, PictureTarget, SettingsFault, SitePath, Span, each_block, each_row, each_words};

/// One Markdown file, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its file.
    pub path: SitePath,
    /// What stands at its head.
    pub front: Arc<FrontMatter>,
    /// What is wrong there.
    pub front_faults: Vec<SettingsFault>,
    /// The level at which it was read.
    pub level: Level,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// What each footnote says, in the order of their numbers.
    pub footnotes: Vec<Footnote>,
    /// Every picture.
    pub pictures: Vec<Picture>,
    /// Every link.
    pub links: Vec<Link>,
    /// All words in bold.
    pub strongs: Vec<Strong>,
    /// Leave to break rules, from comments in the text.
    pub allow: Vec<Allowance>,
    /// What could not be read as it was meant.
    pub oddities: Vec<Oddity>,
}

impl Page {
    /// Every name on the page that a link may lead to: those of headings and boxes, then those of rows.
    pub fn anchors(&self) -> Vec<&str> {
        let mut anchors = Vec::new();
        each_block(&self.blocks, &mut |block| match block {
            Block::Heading(heading) => anchors.push(heading.id.as_str()),
            Block::Box(call_out) => anchors.push(&call_out.id),
            _ => {}
        });
        each_row(&self.blocks, &mut |row| anchors.push(&row.id.0));
        anchors
    }

    /// Calls `visit` for each run of words that a reader sees, with those of the footnotes at the end.
    pub fn each_words<'a>(&'a self, visit: &mut impl FnMut(&'a [Inline])) {
        each_words(&self.blocks, visit);
        for footnote in &self.footnotes {
            each_words(&footnote.blocks, visit);
        }
    }
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where.
    pub span: Span,
}

/// A picture, as the page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it leads to.
    pub target: PictureTarget,
    /// What the page says that it shows; `None` when it leaves that to the pack.
    pub alt: Option<AltText>,
    /// Whether it stands among words or alone, with no sentence beside it.
    pub alone: bool,
    /// Where.
    pub span: Span,
}

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AltText {
    /// The words that take its place.
    Describes(String),
    /// It says nothing that the words do not say: on purpose it has no description.
    Decorative,
}

/// A link, as the page writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it leads to.
    pub target: LinkTarget,
    /// The target as written.
    pub written: String,
    /// Where.
    pub span: Span,
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// Another page of the toolkit, perhaps a heading or row on it.
    Page {
        /// Its file.
        path: SitePath,
        /// The name after `#`.
        fragment: Option<String>,
    },
    /// A heading or row on the same page.
    Here(String),
    /// A file beside the page, to play or to download.
    File(SitePath),
    /// An address outside: `http`, `https`, `mailto` or `tel`.
    Outside(String),
    /// A path that leads out of the toolkit, or nowhere.
    Lost,
    /// An address that could do harm, such as `javascript:`.
    Refused,
}

/// Words in bold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strong {
    /// The words.
    pub text: String,
    /// Whether they are the label of an item rather than a hard word.
    pub is_label: bool,
    /// Where.
    pub span: Span,
}

/// Something in a page that could not be read as it was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oddity {
    /// What.
    pub kind: OddityKind,
    /// Where.
    pub span: Span,
}

/// The kinds of [`Oddity`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OddityKind {
    /// Bytes that are not UTF-8; shown as `�`.
    NotUtf8,
    /// A sign that nobody sees: NUL, a command for a terminal, a turn of the direction of writing.
    Hidden,
    /// Lists, quotes or boxes inside each other, deeper than [`crate::parse::DEPTH_MAX`]; read as text.
    TooDeep,
    /// More on one page than [`crate::parse::BLOCKS_MAX`]; the rest is left out.
    TooMuch,
    /// A second picture in one row.
    SecondPicture,
    /// A comment that begins as an allowance, and cannot be read as one.
    BadAllowance,
    /// A line `[words]: more words`, which Markdown takes for the address of a link that nobody uses.
    LostLine,
}
