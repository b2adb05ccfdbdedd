//! What a page is made of, from top to bottom.

use super::{Inline, PictureId, Span, choice};

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// Lines of an easy-read page that stand together.
    Rows(Vec<Row>),
    /// Prose, on pages that are not easy read.
    Paragraph(Vec<Inline>, Span),
    /// A picture that stands alone.
    Figure(PictureId, Span),
    /// A list.
    List(List),
    /// A call-out.
    Box(CallOut),
    /// A quote that is no box.
    Quote(Vec<Block>, Span),
    /// A table.
    Table(Table),
    /// Lines of a program.
    Code {
        /// The language's name as the author wrote it; may be empty.
        language: String,
        /// The lines.
        text: String,
        /// Where.
        span: Span,
    },
    /// A line across the page.
    Divider(Span),
    /// HTML, which is never passed through: it is shown as the text it is.
    Html(String, Span),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 for the title of the page, 2 for its sections, and so on.
    pub level: u8,
    /// The name by which a link finds it; unlike all others of the page.
    pub id: String,
    /// Its words.
    pub words: Vec<Inline>,
    /// Where.
    pub span: Span,
}

/// One line of a page: its sentence and its picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The lasting name of the row.
    pub id: RowId,
    /// Its picture.
    pub picture: Option<PictureId>,
    /// The words that name the row in a ladder, in steps and in principles.
    pub label: Vec<Inline>,
    /// Its words.
    pub words: Vec<Inline>,
    /// Where, with the line of its picture.
    pub span: Span,
}

/// The lasting name of a row, made from its page and its words: an edit elsewhere does not change it.
///
/// Two rows with the same words on one page are told apart by their order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub String);

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The first number; `None` when the items have none.
    pub start: Option<u64>,
    /// The items.
    pub items: Vec<Item>,
    /// Where.
    pub span: Span,
}

/// An item of a list: a row, and what the author put under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The box before the item.
    pub tick: Option<Tick>,
    /// The item's own row.
    pub row: Row,
    /// Anything below the first line.
    pub below: Vec<Block>,
}

/// The box of an item in a tick list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// `[ ]`: an empty box, to tick on paper.
    Empty,
    /// `[x]`: a printed tick.
    Ticked,
}

choice! {
    /// The kinds of boxes.
    pub enum BoxKind {
        /// Things to tick off.
        Check = "check",
        /// Rungs, the top one first.
        Ladder = "ladder",
        /// What to do, one after the other.
        Steps = "steps",
        /// What we hold to.
        Principles = "principles",
        /// Hard words and what they mean.
        Words = "words",
        /// What somebody said.
        Quote = "quote",
        /// What a group agrees, with room to sign.
        Agree = "agree",
        /// A film.
        Video = "video",
        /// A recording.
        Audio = "audio",
        /// The ways in which the guide can be had.
        Formats = "formats",
        /// How to get in touch.
        Contact = "contact",
        /// Lines to write on.
        Notes = "notes",
        /// Something to know besides.
        Note = "note",
        /// Something that nobody should miss.
        Important = "important",
    }
}

impl BoxKind {
    /// Whether bold words at the beginning of an item are its label.
    pub fn has_labels(self) -> bool {
        matches!(self, Self::Ladder | Self::Steps | Self::Principles)
    }
}

/// A call-out: `> [!kind] Title`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallOut {
    /// Its kind; `None` when nobody knows the one that is written.
    pub kind: Option<BoxKind>,
    /// The kind as written.
    pub kind_written: String,
    /// Where the kind is written.
    pub kind_span: Span,
    /// The title; may be empty.
    pub title: Vec<Inline>,
    /// The name by which a link finds it.
    pub id: String,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Where.
    pub span: Span,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The cells of the first row, which name the columns.
    pub head: Vec<Vec<Inline>>,
    /// The cells of the others, row by row, as many in each as there are columns.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Where.
    pub span: Span,
}

impl Block {
    /// Where the block stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Heading(heading) => heading.span,
            Self::Rows(rows) => {
                let whole = rows.first().zip(rows.last()).map(|(first, last)| first.span.to(last.span));
                whole.unwrap_or_default()
            }
            Self::List(list) => list.span,
            Self::Box(call_out) => call_out.span,
            Self::Table(table) => table.span,
            Self::Code { span, .. }
            | Self::Paragraph(_, span)
            | Self::Figure(_, span)
            | Self::Quote(_, span)
            | Self::Divider(span)
            | Self::Html(_, span) => *span,
        }
    }
}

/// Calls `visit` for each block, in reading order, blocks before what they hold.
pub fn each_block<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match block {
            Block::List(list) => list.items.iter().for_each(|item| each_block(&item.below, visit)),
            Block::Box(call_out) => each_block(&call_out.blocks, visit),
            Block::Quote(blocks, _) => each_block(blocks, visit),
            _ => {}
        }
    }
}

/// Calls `visit` for each row, in reading order: those of groups and those of lists.
pub fn each_row<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Row)) {
    each_block(blocks, &mut |block| match block {
        Block::Rows(rows) => rows.iter().for_each(&mut *visit),
        Block::List(list) => list.items.iter().for_each(|item| visit(&item.row)),
        _ => {}
    });
}

/// Calls `visit` for each run of words that a reader sees: headings, rows, titles of boxes, cells.
pub fn each_words<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a [Inline])) {
    each_block(blocks, &mut |block| match block {
        Block::Heading(heading) => visit(&heading.words),
        Block::Rows(rows) => rows.iter().for_each(|row| row_words(row, visit)),
        Block::Paragraph(words, _) => visit(words),
        Block::List(list) => list.items.iter().for_each(|item| row_words(&item.row, visit)),
        Block::Box(call_out) => visit(&call_out.title),
        Block::Table(table) => {
            table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| visit(cell));
        }
        Block::Figure(..) | Block::Quote(..) | Block::Code { .. } | Block::Divider(_) | Block::Html(..) => {}
    });
}

fn row_words<'a>(row: &'a Row, visit: &mut impl FnMut(&'a [Inline])) {
    visit(&row.label);
    visit(&row.words);
}
