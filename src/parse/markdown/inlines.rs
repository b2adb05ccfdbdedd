//! Events inside a paragraph -> lines of words.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::blocks::Builder;
use crate::parse::decode::is_hidden;
use crate::parse::url::{link_target, picture_target};
use crate::toolkit::{AltText, Inline, Link, LinkId, Oddity, OddityKind, Picture, PictureId, Span, Strong, StrongId, plain_text, span_of};

/// How deep marks may lie inside each other; deeper ones are left out, their words stay.
const MARKS_MAX: usize = 12;

/// One line of a paragraph.
#[derive(Debug, Default)]
pub struct Line {
    /// Its words.
    pub words: Vec<Inline>,
    /// Where.
    pub span: Span,
    /// Whether the author asked for a break behind it, with two blanks or a backslash.
    pub hard_break: bool,
}

enum Mark {
    Emphasis,
    Strong,
    Strike,
    Link(LinkId),
}

/// The lines read so far, and the marks that are open.
struct Lines {
    done: Vec<Line>,
    open: Vec<(Mark, Vec<Inline>, Span)>,
    here: Vec<Inline>,
    /// Marks that lie too deep.
    ghosts: usize,
}

impl Lines {
    fn push(&mut self, inline: Inline) {
        let here = self.open.last_mut().map_or(&mut self.here, |(_, words, _)| words);
        if let Inline::Text(more, more_span) = &inline
            && let Some(Inline::Text(text, span)) = here.last_mut()
        {
            text.push_str(more);
            *span = span.to(*more_span);
            return;
        }
        here.push(inline);
    }

    fn break_line(&mut self, span: Span, hard_break: bool) {
        if self.open.is_empty() {
            self.end_line(hard_break);
        } else {
            // A mark that goes on over the end of a line holds the two lines together.
            self.push(Inline::Text(" ".to_owned(), span));
        }
    }

    fn end_line(&mut self, hard_break: bool) {
        let words = trimmed(std::mem::take(&mut self.here));
        if let Some(span) = span_of(&words) {
            self.done.push(Line { words, span, hard_break });
        }
    }
}

impl<'a> Builder<'a> {
    /// Reads the lines of a paragraph, up to the end of the block that holds it or the beginning of another one.
    pub fn lines(&mut self) -> Vec<Line> {
        let mut lines = Lines { done: Vec::new(), open: Vec::new(), here: Vec::new(), ghosts: 0 };
        while let Some((event, range)) = self.next_inline() {
            let span = self.span(&range);
            match event {
                Event::Text(text) => {
                    // Entities may stand for signs that nobody sees.
                    if span.of(self.source).starts_with('&') && text.contains(is_hidden) {
                        self.parts.oddities.push(Oddity { kind: OddityKind::Hidden, span });
                    }
                    lines.push(Inline::Text(text.into_string(), span));
                }
                Event::Code(text) => lines.push(Inline::Code(text.into_string(), span)),
                Event::SoftBreak => lines.break_line(span, false),
                Event::HardBreak => lines.break_line(span, true),
                Event::InlineHtml(html) | Event::Html(html) => lines.push(Inline::Html(html.into_string(), span)),
                Event::FootnoteReference(label) => {
                    let number = self.footnote_number(&label);
                    lines.push(Inline::Footnote(number, span));
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let picture = self.picture(&dest_url, range);
                    lines.push(Inline::Picture(picture, span));
                }
                Event::Start(tag) => self.open_mark(&mut lines, tag, span),
                Event::End(_) => self.close_mark(&mut lines),
                Event::TaskListMarker(_) | Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {}
            }
        }
        lines.ghosts = 0;
        while !lines.open.is_empty() {
            self.close_mark(&mut lines);
        }
        lines.end_line(false);
        lines.done
    }

    /// The next event when it belongs to the inside of a paragraph.
    fn next_inline(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let inside = match &self.peek()?.0 {
            Event::Start(tag) => is_inline_tag(tag),
            Event::End(tag) => {
                matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
            }
            Event::Rule => false,
            _ => true,
        };
        if inside { self.next() } else { None }
    }

    fn open_mark(&mut self, lines: &mut Lines, tag: Tag<'_>, span: Span) {
        if lines.open.len() >= MARKS_MAX {
            lines.ghosts += 1;
            return;
        }
        let mark = match tag {
            Tag::Emphasis => Mark::Emphasis,
            Tag::Strong => Mark::Strong,
            Tag::Strikethrough => Mark::Strike,
            Tag::Link { link_type, dest_url, .. } => Mark::Link(self.link(link_type, dest_url, span)),
            _ => {
                lines.ghosts += 1;
                return;
            }
        };
        lines.open.push((mark, Vec::new(), span));
    }

    fn close_mark(&mut self, lines: &mut Lines) {
        if lines.ghosts > 0 {
            lines.ghosts -= 1;
            return;
        }
        let Some((mark, words, span)) = lines.open.pop() else { return };
        let inline = match mark {
            Mark::Emphasis => Inline::Emphasis(words, span),
            Mark::Strike => Inline::Strike(words, span),
            Mark::Link(id) => Inline::Link(id, words, span),
            Mark::Strong => {
                let id = StrongId(index(self.parts.strongs.len()));
                self.parts.strongs.push(Strong { text: plain_text(&words), is_label: false, span });
                Inline::Strong(id, words, span)
            }
        };
        lines.push(inline);
    }

    fn link(&mut self, kind: LinkType, written: CowStr<'_>, span: Span) -> LinkId {
        let written = match kind {
            LinkType::Email => format!("mailto:{written}"),
            _ => written.into_string(),
        };
        let id = LinkId(index(self.parts.links.len()));
        self.parts.links.push(Link { target: link_target(self.page, &written), written, span });
        id
    }

    /// Reads a picture, from behind its opening up to its end.
    fn picture(&mut self, written: &str, range: Range<usize>) -> PictureId {
        let target = picture_target(self.page, written);
        let mut alt = String::new();
        let mut depth = 0;
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::Image { .. }) => depth += 1,
                Event::End(TagEnd::Image) if depth == 0 => break,
                Event::End(TagEnd::Image) => depth -= 1,
                Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => alt.push_str(&text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
        let alt = match alt.trim() {
            "" => None,
            "decorative" => Some(AltText::Decorative),
            words => Some(AltText::Describes(words.to_owned())),
        };
        let id = PictureId(index(self.parts.pictures.len()));
        let span = self.span(&range);
        self.parts.pictures.push(Picture { target, alt, alone: true, span });
        id
    }
}

fn is_inline_tag(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Takes the blanks away at both ends of a line.
pub fn trimmed(mut words: Vec<Inline>) -> Vec<Inline> {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    // Most lines have no blanks at their ends.
    if let (Some(Inline::Text(first, _)), Some(Inline::Text(last, _))) = (words.first(), words.last())
        && is_letter(first.as_bytes().first())
        && is_letter(last.as_bytes().last())
    {
        return words;
    }
    while let Some(Inline::Text(text, span)) = words.first_mut() {
        let blanks = text.len() - text.trim_start().len();
        if blanks < text.len() {
            // Entities make a text shorter than its source: then the span stays as it is.
            if (span.end - span.start) as usize == text.len() {
                span.start += index(blanks);
            }
            text.drain(..blanks);
            break;
        }
        words.remove(0);
    }
    while let Some(Inline::Text(text, span)) = words.last_mut() {
        let length = text.trim_end().len();
        if length > 0 {
            if (span.end - span.start) as usize == text.len() {
                span.end = span.start + index(length);
            }
            text.truncate(length);
            break;
        }
        words.pop();
    }
    words
}
