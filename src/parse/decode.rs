//! Bytes of a file -> its text.

use crate::toolkit::{Oddity, OddityKind, SourceText, Span};

/// Reads bytes as text: takes a byte order mark away and turns the line ends of Windows and of old Macs into `\n`.
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

fn decode_utf8(bytes: &[u8]) -> SourceText {
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

/// The most stretches of broken bytes, and of NULs, that are told one by one.
const TOLD_MAX: usize = 20;

/// Mends the line ends. `broken` are the bytes of `text` at which a `�` stands for what could not be read.
fn finish(text: String, broken: &[usize]) -> SourceText {
    let replacement = char::REPLACEMENT_CHARACTER.len_utf8();
    // Spans count in the text with mended line ends: each `\r\n` before a place moves it by one.
    let moved = |byte: usize| byte - text[..byte].matches("\r\n").count();
    let mut oddities: Vec<Oddity> = broken
        .iter()
        .take(TOLD_MAX)
        .map(|byte| Oddity { kind: OddityKind::NotUtf8, span: Span::new(moved(*byte)..moved(*byte) + replacement) })
        .collect();
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    let nuls = text.match_indices('\0').take(TOLD_MAX);
    oddities.extend(nuls.map(|(at, _)| Oddity { kind: OddityKind::Nul, span: Span::new(at..at + 1) }));
    SourceText { text: text.into(), oddities }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn nul_is_told() {
        let source = decode(b"a\0b");
        assert_eq!(source.oddities, [Oddity { kind: OddityKind::Nul, span: Span { start: 1, end: 2 } }]);
    }
}
