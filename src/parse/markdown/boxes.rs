//! Block quotes -> boxes: the first line of a box is `[!kind] Title`.

use pulldown_cmark::{Event, Tag};

use super::blocks::Builder;
use super::inlines::{Line, trimmed};
use crate::toolkit::{Block, BoxKind, CallOut, Choice, Inline, Span, plain_text};

/// The mark at the head of a box.
struct Marker {
    kind_written: String,
    kind_span: Span,
    title: Vec<Inline>,
}

impl Builder<'_> {
    /// Reads a block quote, from behind its opening up to its end.
    pub fn block_quote(&mut self, depth: usize, span: Span) -> Block {
        let mut lines = Vec::new();
        if let Some((Event::Start(Tag::Paragraph), _)) = self.peek() {
            self.next();
            lines = self.lines();
            self.next();
        }
        let Some(marker) = lines.first_mut().and_then(take_marker) else {
            let mut blocks = self.rows(lines);
            blocks.extend(self.blocks(depth + 1));
            return Block::Quote(blocks, span);
        };
        lines.remove(0);
        let kind = BoxKind::from_word(&marker.kind_written.to_lowercase());
        let title = plain_text(&marker.title);
        let id = self.ids.of_words(if title.trim().is_empty() { &marker.kind_written } else { &title });
        let labels_before = std::mem::replace(&mut self.labels, kind.is_some_and(BoxKind::has_labels));
        let mut blocks = self.rows(lines);
        blocks.extend(self.blocks(depth + 1));
        self.labels = labels_before;
        Block::Box(CallOut { kind, kind_written: marker.kind_written, kind_span: marker.kind_span, title: marker.title, id, blocks, span })
    }
}

/// Takes `[!kind]` off the beginning of a line; what is left of the line is the title.
fn take_marker(line: &mut Line) -> Option<Marker> {
    let Some(Inline::Text(text, span)) = line.words.first_mut() else { return None };
    let rest = text.strip_prefix("[!")?;
    let (kind, title) = rest.split_once(']')?;
    let kind_written = kind.trim().to_owned();
    if kind_written.is_empty() || kind_written.contains(char::is_whitespace) {
        return None;
    }
    let marker_length = u32::try_from(2 + kind.len() + 1).ok()?;
    let kind_span = Span { start: span.start, end: span.start + marker_length };
    let title = Inline::Text(title.to_owned(), Span { start: kind_span.end, end: span.end.max(kind_span.end) });
    let mut words = std::mem::take(&mut line.words);
    words[0] = title;
    Some(Marker { kind_written, kind_span, title: trimmed(words) })
}
