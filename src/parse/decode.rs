//! Bytes of a file -> its text.

use std::borrow::Cow;

use crate::toolkit::{Oddity, OddityKind, SourceText, Span};

/// Reads bytes as text: takes a byte order mark away and turns the line ends of Windows and of old Macs into `\n`, and
/// the signs that word processors put where a line or page was broken by hand.
///
/// UTF-16, which some Windows programs write, is understood when it begins with its mark.
/// Bytes that are no text become `�`, and each stretch of them is an oddity.
pub fn decode(bytes: &[u8]) -> SourceText {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => decode_utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => decode_utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => decode_utf8(rest),
        _ => decode_utf8(bytes),
    }
}

fn decode_utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> SourceText {
    let units = bytes.chunks(2).map(|pair| match pair {
        [a, b] => read([*a, *b]),
        _ => 0xD800, // half a character at the end: not a character, as below
    });
    let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    let broken = text.contains(char::REPLACEMENT_CHARACTER);
    let mut source = finish(text, &[]);
    if broken {
        source.oddities.push(Oddity { kind: OddityKind::NotUtf8, span: Span::default() });
    }
    source
}

/// The text that [`decode`] makes of bytes, without a copy where nothing has to be mended.
pub fn decode_text(bytes: &[u8]) -> Cow<'_, str> {
    plain(bytes).map_or_else(|| Cow::Owned(decode(bytes).text.to_string()), Cow::Borrowed)
}

/// The text of bytes that need no mending. Nearly all are of this kind, and one look is enough for them.
fn plain(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().filter(|text| is_plain(text))
}

fn decode_utf8(bytes: &[u8]) -> SourceText {
    if let Some(text) = plain(bytes) {
        return SourceText { text: text.into(), oddities: Vec::new() };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return finish(text.to_owned(), &[]);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut broken = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            broken.push(text.len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    finish(text, &broken)
}

/// The most stretches of broken bytes, and of signs that nobody sees, that are told one by one.
const TOLD_MAX: usize = 20;

/// Mends the line ends. `broken` are the bytes of `text` at which a `�` stands for what could not be read.
fn finish(text: String, broken: &[usize]) -> SourceText {
    let replacement = char::REPLACEMENT_CHARACTER.len_utf8();
    // Spans count in the text with mended line ends: what ends a line is one byte there.
    let moved = |byte: usize| {
        let before = &text[..byte];
        let wide: usize = before.matches(breaks_line).map(|sign| sign.len() - 1).sum();
        byte - before.matches("\r\n").count() - wide
    };
    let mut oddities: Vec<Oddity> = broken
        .iter()
        .take(TOLD_MAX)
        .map(|byte| Oddity { kind: OddityKind::NotUtf8, span: Span::new(moved(*byte)..moved(*byte) + replacement) })
        .collect();
    let text = if text.contains('\r') { text.replace("\r\n", "\n") } else { text };
    let text = if text.contains(breaks_line) { text.replace(breaks_line, "\n") } else { text };
    let hidden = text.match_indices(is_hidden).take(TOLD_MAX);
    oddities.extend(hidden.map(|(at, sign)| Oddity { kind: OddityKind::Hidden, span: Span::new(at..at + sign.len()) }));
    SourceText { text: text.into(), oddities }
}

/// Whether nothing in `text` has to be mended or told.
fn is_plain(text: &str) -> bool {
    // The mark at the beginning of a file.
    if text.starts_with('\u{FEFF}') {
        return false;
    }
    // Without a branch inside, so that many bytes are looked at in one step.
    let odd = |byte: u8| (byte < b' ' && byte != b'\n' && byte != b'\t') || byte >= 0x7F;
    let ascii = !text.bytes().fold(false, |any, byte| any | odd(byte));
    ascii || !text.chars().any(|c| breaks_line(c) || is_hidden(c))
}

/// Signs that end a line: of old Macs, of a page, and what comes of Shift and Enter in a word processor.
fn breaks_line(c: char) -> bool {
    matches!(c, '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Signs that nobody sees, and that do something: commands for terminals, and turns of the direction of writing.
pub fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202D}' | '\u{202E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_with_and_without_a_copy() {
        let texts: [&[u8]; 8] =
            [b"", b"a\tb\n", "é\n".as_bytes(), b"a\r\nb", b"\xEF\xBB\xBFa", b"\xEF\xBB\xBF\xEF\xBB\xBFa", b"\xFF\xFEa\0", b"a\xFFb\x07"];
        for bytes in texts {
            assert_eq!(decode_text(bytes), *decode(bytes).text, "{bytes:?}");
        }
        assert!(matches!(decode_text("é\n".as_bytes()), Cow::Borrowed(_)));
    }

    #[test]
    fn line_ends_and_marks_are_mended() {
        assert_eq!(&*decode(b"\xEF\xBB\xBFa\r\nb\rc\n").text, "a\nb\nc\n");
        assert_eq!(&*decode(b"\xFF\xFEh\0i\0").text, "hi");
        assert_eq!(&*decode(b"\xFE\xFF\0h\0i").text, "hi");
    }

    #[test]
    fn broken_bytes_are_told_where_they_stand() {
        let source = decode(b"one\r\ntwo \xFF three");
        assert_eq!(&*source.text, "one\ntwo \u{FFFD} three");
        let oddity = &source.oddities[0];
        assert_eq!((oddity.kind.clone(), oddity.span.of(&source.text)), (OddityKind::NotUtf8, "\u{FFFD}"));
    }

    #[test]
    fn signs_that_nobody_sees_are_told() {
        let source = decode("a\0b\u{202e}c\u{9b}\td\n".as_bytes());
        let places: Vec<(u32, u32)> = source.oddities.iter().map(|oddity| (oddity.span.start, oddity.span.end)).collect();
        assert_eq!(places, [(1, 2), (3, 6), (7, 9)]);
        assert!(source.oddities.iter().all(|oddity| oddity.kind == OddityKind::Hidden));
    }

    #[test]
    fn breaks_of_word_processors_end_a_line() {
        let source = decode("a\u{b}b\u{2028}c\u{c}d".as_bytes());
        assert_eq!((&*source.text, source.oddities.len()), ("a\nb\nc\nd", 0));
    }
}
