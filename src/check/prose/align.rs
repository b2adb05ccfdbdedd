//! The way back from the words that a reader sees to the places where they are written.
//!
//! Between the two stand entities (`&amp;`), backslashes, ends of lines with the marks of quotes, and nothing else. So
//! the two are walked side by side.

use std::ops::Range;

use crate::toolkit::Span;

/// A stretch of plain text that is written letter by letter, or one letter that is written in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it stands in the plain text.
    text: Range<usize>,
    /// Where it is written.
    source: Range<usize>,
}

/// The map from a plain text back to its source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Most texts have no other piece than this.
    first: Option<Piece>,
    /// Those behind it.
    rest: Vec<Piece>,
}

impl Origin {
    /// Adds words that stand at `text` in the plain text, and are written at `span`.
    pub fn add(&mut self, at: usize, words: &str, span: Span, source: &str) {
        let written = span.of(source);
        if written.len() == words.len() && written == words {
            self.push(at..at + words.len(), span.range());
            return;
        }
        let mut walk = Walk { words, written, word_at: 0, written_at: 0 };
        while let Some((word, place)) = walk.step() {
            let start = span.start as usize;
            self.push(at + word.start..at + word.end, start + place.start..start + place.end);
        }
        if walk.word_at < words.len() {
            // Words that are written nowhere: they stand for the whole.
            self.add_piece(Piece { text: at + walk.word_at..at + words.len(), source: span.range() });
        }
    }

    fn push(&mut self, text: Range<usize>, source: Range<usize>) {
        let same_length = text.len() == source.len();
        if let Some(last) = self.rest.last_mut().or(self.first.as_mut())
            && same_length
            && last.text.len() == last.source.len()
            && last.text.end == text.start
            && last.source.end == source.start
        {
            last.text.end = text.end;
            last.source.end = source.end;
            return;
        }
        self.add_piece(Piece { text, source });
    }

    fn add_piece(&mut self, piece: Piece) {
        if self.first.is_none() {
            self.first = Some(piece);
        } else {
            self.rest.push(piece);
        }
    }

    /// Where a stretch of the plain text is written.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.piece(range.start).map_or(0, |piece| inside(piece, range.start, false));
        let end = match range.end.checked_sub(1).filter(|_| range.end > range.start) {
            Some(last) => self.piece(last).map_or(start, |piece| inside(piece, range.end, true)),
            None => start,
        };
        Span::new(start..end.max(start))
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let first = self.first.as_ref().filter(|first| at < first.text.end || self.rest.is_empty());
        let behind = || self.rest.get(self.rest.partition_point(|piece| piece.text.end <= at)).or(self.rest.last());
        first.or_else(behind)
    }
}

/// A place of the plain text inside a piece, in the source.
fn inside(piece: &Piece, at: usize, is_end: bool) -> usize {
    if piece.text.len() == piece.source.len() {
        return piece.source.start + at.saturating_sub(piece.text.start).min(piece.source.len());
    }
    if is_end { piece.source.end } else { piece.source.start }
}

struct Walk<'a> {
    words: &'a str,
    written: &'a str,
    word_at: usize,
    written_at: usize,
}

impl Walk<'_> {
    /// The next letter of the words and where it is written.
    fn step(&mut self) -> Option<(Range<usize>, Range<usize>)> {
        let word = self.words[self.word_at..].chars().next()?;
        loop {
            let rest = &self.written[self.written_at..];
            let written = rest.chars().next()?;
            let taken = match entity(rest) {
                Some(length) if !self.words[self.word_at..].starts_with(&rest[..length]) => length,
                _ if word == written => written.len_utf8(),
                // The end of a line is a blank; the marks of quotes behind it are passed over.
                _ if word == ' ' && written == '\n' => 1,
                _ => {
                    self.written_at += written.len_utf8();
                    continue;
                }
            };
            let place = self.written_at..self.written_at + taken;
            let text = self.word_at..self.word_at + word.len_utf8();
            self.word_at = text.end;
            self.written_at = place.end;
            return Some((text, place));
        }
    }
}

/// The length of the entity with which a text begins: `&amp;`, `&#39;`.
fn entity(text: &str) -> Option<usize> {
    const LETTERS_MAX: usize = 33;
    let rest = text.strip_prefix('&')?;
    let end = rest.bytes().take(LETTERS_MAX).position(|b| b == b';')?;
    let name = &rest.as_bytes()[..end];
    let name = name.strip_prefix(b"#").unwrap_or(name);
    (!name.is_empty() && name.iter().all(u8::is_ascii_alphanumeric)).then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(words: &str, source: &str, range: Range<usize>) -> String {
        let mut origin = Origin::default();
        origin.add(0, words, Span::new(0..source.len()), source);
        origin.span(range).of(source).to_owned()
    }

    #[test]
    fn words_lead_back_to_where_they_are_written() {
        assert_eq!(written("one two", "one two", 4..7), "two");
        assert_eq!(written("a & b", "a &amp; b", 4..5), "b");
        assert_eq!(written("a & b", "a &amp; b", 2..3), "&amp;");
        assert_eq!(written("2 * 3 up", "2 \\* 3 up", 6..8), "up");
        assert_eq!(written("one two three", "one\n> two three", 4..7), "two");
        assert_eq!(written("é & ö", "é &#38; ö", 5..7), "ö");
        assert_eq!(written("one", "", 0..3), "");
        assert_eq!(written("", "one", 0..0), "");
    }
}
