//! The words of a text.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: WordKind,
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordKind {
    /// A word of the language: `don’t`, `co-production`, `U.K.`
    Word,
    /// A number, with what belongs to it: `1,000`, `3.5`, `10th`.
    Number,
    /// No word of the language: a web or email address, the name of a file, words of a program.
    Literal,
}

/// The words of `text`, in order. What is neither letter nor digit parts them, but for signs inside a word.
pub fn words(text: &str) -> Vec<Word> {
    // A word of an easy text has four letters and a blank.
    let mut found = Vec::with_capacity(text.len() / 5 + 1);
    let bytes = text.as_bytes();
    let kind = |at: usize| bytes.get(at).map_or(BLANK, |byte| KINDS[usize::from(*byte)]);
    let mut start = 0;
    loop {
        while start < bytes.len() && kind(start) == BLANK {
            start += 1;
        }
        // Most chunks are one word of plain letters, and perhaps a sign.
        let letters = bytes[start..].iter().position(|byte| KINDS[usize::from(*byte)] != LETTER);
        let end = letters.map_or(bytes.len(), |letters| start + letters);
        let behind = end + usize::from(kind(end) == SIGN);
        if end > start && kind(behind) == BLANK {
            let kind = if bytes[start].is_ascii_digit() { WordKind::Number } else { WordKind::Word };
            found.push(Word { range: start..end, kind });
            start = behind;
            continue;
        }
        let Some(chunk) = next_chunk(text, start) else { break };
        start = chunk.end;
        match address(&text[chunk.clone()]) {
            Some(inside) => {
                let range = chunk.start + inside.start..chunk.start + inside.end;
                found.push(Word { range, kind: WordKind::Literal });
            }
            None => words_of(text, chunk, &mut found),
        }
    }
    found
}

/// Plain blanks, and the end of the text.
const BLANK: u8 = 1;
/// Letters and digits of ASCII.
const LETTER: u8 = 2;
/// Signs that stand behind a word.
const SIGN: u8 = 3;

/// The kind of each byte: looked up, since every byte of every text is asked for its own.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b' ' | b'\n' => BLANK,
            b'.' | b',' | b'!' | b'?' | b':' | b';' => SIGN,
            _ if byte.is_ascii_alphanumeric() => LETTER,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// What stands between blanks of any kind, behind `start`.
fn next_chunk(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = &text[start..];
    let start = start + rest.len() - rest.trim_start().len();
    let end = text[start..].find(char::is_whitespace).map_or(text.len(), |length| start + length);
    (end > start).then_some(start..end)
}

/// The address that a chunk is, without the signs around it.
fn address(chunk: &str) -> Option<Range<usize>> {
    let has_sign = |text: &str| text.bytes().any(|b| matches!(b, b'.' | b'@' | b':' | b'#'));
    if !has_sign(chunk) {
        return None;
    }
    let inside = chunk.trim_start_matches(['(', '[', '<', '"', '“', '‘', '\'']);
    let start = chunk.len() - inside.len();
    let inside = inside.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '”', '’', '\'']);
    (has_sign(inside) && is_address(inside)).then_some(start..start + inside.len())
}

/// Endings of files that authors name in a text.
const FILE_ENDINGS: [&str; 19] = [
    "css", "csv", "doc", "docx", "epub", "ftl", "gif", "html", "jpeg", "jpg", "md", "mp3", "mp4", "pdf", "png", "svg", "yaml", "yml", "zip",
];

/// Ends of names of sites that are written without `www`.
const SITE_ENDINGS: [&str; 14] = ["com", "org", "net", "uk", "wales", "scot", "cymru", "eu", "ie", "de", "fr", "es", "au", "info"];

fn is_address(text: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if text.contains("://") || text.starts_with("www.") || text.starts_with("mailto:") {
        return true;
    }
    // A name in a social network, or a label there.
    if let Some(name) = text.strip_prefix(['@', '#']) {
        return name.starts_with(char::is_alphabetic) && name.chars().all(is_plain);
    }
    if let Some((name, site)) = text.split_once('@') {
        return !name.is_empty() && site.contains('.') && site.chars().all(is_plain);
    }
    let site = text.split('/').next().unwrap_or(text);
    let Some((name, ending)) = site.rsplit_once('.') else { return false };
    let ending = ending.to_ascii_lowercase();
    let whole = name.chars().count() > 1 && name.chars().all(is_plain) && name.chars().any(char::is_alphabetic);
    // The name of a site is in small letters: “end.Es” is a full stop without its blank.
    let is_site = SITE_ENDINGS.contains(&ending.as_str()) && !site.chars().any(char::is_uppercase);
    whole && (FILE_ENDINGS.contains(&ending.as_str()) || is_site)
}

/// The words of one chunk.
fn words_of(text: &str, chunk: Range<usize>, found: &mut Vec<Word>) {
    let piece = &text[chunk.clone()];
    let mut start: Option<usize> = None;
    for (at, c) in piece.char_indices() {
        if is_of_word(c) || start.is_some() && joins(piece, at, c) {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            found.push(word(text, chunk.start + start..chunk.start + at));
        }
    }
    if let Some(start) = start {
        found.push(word(text, chunk.start + start..chunk.end));
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || c == '\u{00AD}'
}

/// Whether a sign inside a chunk joins what stands on both its sides: `don’t`, `co-production`, `3.5`, `1,000`, `U.K.`
fn joins(chunk: &str, at: usize, c: char) -> bool {
    let before = chunk[..at].chars().next_back();
    let after = chunk[at + c.len_utf8()..].chars().next();
    let (Some(before), Some(after)) = (before, after) else { return false };
    match c {
        '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '\u{200D}' | '\u{200C}' => is_of_word(after),
        '.' | ',' | ':' if before.is_ascii_digit() && after.is_ascii_digit() => true,
        // Letters with full stops: each stands alone.
        '.' => {
            let alone = chunk[..at].chars().rev().nth(1).is_none_or(|c| !is_of_word(c));
            let next_alone = chunk[at + 1..].chars().nth(1).is_none_or(|c| !is_of_word(c));
            alone && next_alone && before.is_alphabetic() && after.is_alphabetic()
        }
        _ => false,
    }
}

fn word(text: &str, range: Range<usize>) -> Word {
    let is_number = text[range.clone()].starts_with(char::is_numeric);
    Word { range, kind: if is_number { WordKind::Number } else { WordKind::Word } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(&str, WordKind)> {
        words(text).into_iter().map(|word| (&text[word.range], word.kind)).collect()
    }

    fn plain(text: &str) -> Vec<&str> {
        told(text).into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn signs_inside_words_stay() {
        assert_eq!(plain("Don’t stop: co-production isn't “hard”."), ["Don’t", "stop", "co-production", "isn't", "hard"]);
        assert_eq!(plain("and/or — 1,000 people, 3.5 hours"), ["and", "or", "1,000", "people", "3.5", "hours"]);
        assert_eq!(plain("the U.K. and the groups' end.Next"), ["the", "U.K", "and", "the", "groups", "end", "Next"]);
        assert_eq!(plain("e\u{301}cole naïve ŵyr"), ["e\u{301}cole", "naïve", "ŵyr"]);
        assert!(plain("— … !").is_empty());
    }

    #[test]
    fn kinds_are_told_apart() {
        use WordKind::{Literal, Number, Word};
        assert_eq!(
            told("Ring 01632 or see (www.example.org)."),
            [("Ring", Word), ("01632", Number), ("or", Word), ("see", Word), ("www.example.org", Literal)]
        );
        assert_eq!(
            told("a@b.org, plan.pdf gov.uk/help 10th"),
            [("a@b.org", Literal), ("plan.pdf", Literal), ("gov.uk/help", Literal), ("10th", Number)]
        );
    }
}
