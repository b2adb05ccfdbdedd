//! The words of a row, with their marks.

use super::Span;

/// Words, or a mark around words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String, Span),
    /// Words of a program, a file name or the like.
    Code(String, Span),
    /// `*words*`: the theme shows them in bold, for slanted letters are hard to read.
    Emphasis(Vec<Inline>, Span),
    /// `**words**`: a hard word, unless it is a label or a small word that the author leans on.
    Strong(StrongId, Vec<Inline>, Span),
    /// `~~words~~`.
    Strike(Vec<Inline>, Span),
    /// A link.
    Link(LinkId, Vec<Inline>, Span),
    /// A picture that stands among the words.
    Picture(PictureId, Span),
    /// The mark of a footnote, by its number from 1.
    Footnote(usize, Span),
    /// A line break that the author asked for.
    Break(Span),
    /// HTML, which is never passed through: it is shown as the text it is.
    Html(String, Span),
}

/// A picture of a page, by its place in [`super::Page::pictures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureId(pub u32);

/// A link of a page, by its place in [`super::Page::links`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(pub u32);

/// Words in bold, by their place in [`super::Page::strongs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StrongId(pub u32);

impl Inline {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Text(_, span)
            | Self::Code(_, span)
            | Self::Emphasis(_, span)
            | Self::Strong(_, _, span)
            | Self::Strike(_, span)
            | Self::Link(_, _, span)
            | Self::Picture(_, span)
            | Self::Footnote(_, span)
            | Self::Break(span)
            | Self::Html(_, span) => *span,
        }
    }

    /// The inlines inside a mark; empty for those that hold none.
    pub fn children(&self) -> &[Inline] {
        match self {
            Self::Emphasis(children, _) | Self::Strong(_, children, _) | Self::Strike(children, _) | Self::Link(_, children, _) => children,
            _ => &[],
        }
    }
}

/// The stretch of the source that some words cover; `None` when there are none.
pub fn span_of(inlines: &[Inline]) -> Option<Span> {
    inlines.iter().map(Inline::span).reduce(Span::to)
}

/// The words that a reader sees, without their marks.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain_text(inlines, &mut text);
    text
}

/// Adds the words that a reader sees to `text`.
pub fn push_plain_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words, _) | Inline::Code(words, _) | Inline::Html(words, _) => text.push_str(words),
            Inline::Break(_) => text.push(' '),
            Inline::Picture(..) | Inline::Footnote(..) => {}
            mark => push_plain_text(mark.children(), text),
        }
    }
}

/// Calls `visit` for each inline, marks before what they hold.
pub fn each_inline<'a>(inlines: &'a [Inline], visit: &mut impl FnMut(&'a Inline)) {
    for inline in inlines {
        visit(inline);
        each_inline(inline.children(), visit);
    }
}
