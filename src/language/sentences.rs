//! Where sentences begin and end.

use std::ops::Range;

use memchr::memchr3;

use super::Signs;
use crate::toolkit::Language;

/// Something that splits a text into sentences.
pub trait Splitter {
    /// The sentences of a block of text, in order, as byte ranges without the blanks around them.
    fn split(&self, text: &str, language: &Language) -> Vec<Range<usize>>;
}

/// The only sentence of a text with these signs that has no more than one for sure, without the blanks around it. Most rows are such
/// texts.
pub fn only_sentence(text: &str, signs: &Signs) -> Option<Range<usize>> {
    let ends_once = !signs.others() && !signs.inner_stops() && !signs.any("!?;\n\r");
    if ends_once || is_one(text) { trimmed(text, 0..text.len()) } else { None }
}

/// The sentences of one block of text (a row, a paragraph, a heading), as byte ranges without the blanks around them.
pub fn sentences(text: &str, language: &Language) -> Vec<Range<usize>> {
    Sentencex.split(text, language)
}

/// The splitter of the Wikimedia Foundation.
struct Sentencex;

impl Splitter for Sentencex {
    fn split(&self, text: &str, language: &Language) -> Vec<Range<usize>> {
        if let Some(only) = only_sentence(text, &Signs::of(text)) {
            return vec![only];
        }
        let mut ends = ends(text, language);
        if text.contains(QUOTES) {
            ends.extend(self::ends(&without_quotes(text), language).into_iter().filter(|end| !is_beside_quote(text, *end)));
        }
        if language.base() == "en" {
            ends.extend(missed(text));
        }
        ends.retain(|end| !goes_on(text, *end));
        ends.push(text.len());
        ends.sort_unstable();
        ends.dedup();
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let whole = starts.zip(ends.iter().copied()).map(|(start, end)| start..end);
        let pieces = whole.flat_map(|range| split_after_brackets(text, range)).filter_map(|range| trimmed(text, range));
        join_signs(text, pieces)
    }
}

/// Ends of English sentences that the splitter misses.
///
/// It takes many short words for abbreviations (“no.”, “art.”, “me.”), whatever stands behind them. It does not look into
/// quotations. And it waits for a capital even behind signs that end a sentence for sure, such as “!!”.
fn missed(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['.', '!', '?']).map(|start| at + start) {
        let end = start + text[start..].find(|c| !matches!(c, '.' | '!' | '?')).unwrap_or(text.len() - start);
        at = end;
        let (signs, behind) = (&text[start..end], text[end..].trim_start());
        let blanks = text.len() - end - behind.len();
        let opens = behind.starts_with(QUOTES) || behind.starts_with('(');
        let next = behind.trim_start_matches(QUOTES).trim_start_matches('(').chars().next();
        let Some(next) = next.filter(|_| blanks > 0) else { continue };
        let word = text[..start].rsplit(|c: char| !(c.is_alphanumeric() || c == '.')).next().unwrap_or("");
        let whole_word = word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase()) && !BEFORE_NAMES.contains(&word);
        let shouts = signs.len() > 1 && !signs.contains('.') || !signs.contains('.') && text[..start].ends_with(' ');
        // “At 10 a.m. (CDT)” goes on.
        let opens_next = opens && !word.contains('.');
        if next.is_uppercase() && (opens_next || signs == "." && whole_word) || shouts && next.is_alphabetic() && !opens {
            found.push(end);
        }
    }
    found
}

/// Short forms that stand before names and numbers, so that a capital behind them begins no sentence.
const BEFORE_NAMES: [&str; 33] = [
    "approx", "av", "ave", "ca", "capt", "cf", "ch", "co", "col", "dept", "dr", "ed", "eds", "fig", "figs", "gen", "hon", "inc", "jr",
    "lt", "ltd", "mr", "mrs", "ms", "op", "pp", "prof", "rev", "sr", "st", "vol", "vs", "viz",
];

/// Whether a sentence goes on behind a place where the splitter ends it: behind dots with a small letter, or in the middle
/// of opening signs.
fn goes_on(text: &str, end: usize) -> bool {
    let (before, behind) = (text[..end].trim_end_matches([' ', '"', '”', '’', '\'']), text[end..].trim_start());
    let trails = before.ends_with("..") || before.ends_with('…') || before.ends_with(". .");
    // A quotation mark with a blank before it and none behind it opens.
    let mut last = text[..end].chars().rev();
    let opens =
        last.next().is_some_and(|c| QUOTES.contains(&c)) && last.next() == Some(' ') && text[end..].starts_with(char::is_alphanumeric);
    trails && behind.starts_with(char::is_lowercase) || opens
}

/// The splitter takes what stands between these for one sentence, however many there are inside.
const QUOTES: [char; 6] = ['"', '“', '”', '\'', '‘', '’'];

/// Whether a text is one sentence for sure: no sign that could end a sentence stands before its last one. Most rows are.
fn is_one(text: &str) -> bool {
    let text = text.trim_end();
    let inside = text.strip_suffix(['.', '!', '?']).unwrap_or(text).as_bytes();
    inside.is_ascii() && memchr3(b'.', b'!', b'?', inside).is_none() && memchr3(b';', b'\n', b'\r', inside).is_none()
}

/// Where the splitter ends a sentence.
fn ends(text: &str, language: &Language) -> Vec<usize> {
    sentencex::get_sentence_boundaries(language.base(), text).iter().map(|sentence| sentence.end_byte).collect()
}

/// The text with as many blanks in the place of each quotation mark as it has bytes. Apostrophes stay.
fn without_quotes(text: &str) -> String {
    let mut open = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let in_word = before.is_alphanumeric() && letters.peek().is_some_and(|next| next.is_alphanumeric());
        if QUOTES.contains(&c) && !in_word {
            (0..c.len_utf8()).for_each(|_| open.push(' '));
        } else {
            open.push(c);
        }
        before = c;
    }
    open
}

/// Whether a quotation mark is the nearest sign to a place: whether the sentence goes on there depends on it.
fn is_beside_quote(text: &str, at: usize) -> bool {
    let (before, behind) = (text[..at].trim_end(), text[at..].trim_start());
    before.ends_with(QUOTES) || behind.starts_with(QUOTES)
}

/// Joins faces made of signs, such as `:-)`, with the sentence before them.
fn join_signs(text: &str, pieces: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let is_dots = |piece: &Range<usize>| text[piece.clone()].chars().all(|c| matches!(c, '.' | '…' | '"' | ' '));
    let mut joined: Vec<Range<usize>> = Vec::new();
    let mut only_dots = false;
    for piece in pieces {
        match joined.last_mut() {
            // Dots at the beginning belong to what they lead to.
            Some(last) if only_dots => {
                only_dots = is_dots(&(last.end..piece.end));
                last.end = piece.end;
            }
            Some(last) if is_face(&text[piece.clone()]) => last.end = piece.end,
            _ => {
                only_dots = is_dots(&piece);
                joined.push(piece);
            }
        }
    }
    joined
}

/// Splits behind brackets that end with the end of a sentence: “We met. (It was late.) We talked.”
///
/// The splitter takes everything up to the closing bracket for a part of the sentence around it. A small letter behind the
/// bracket tells that it is one.
fn split_after_brackets(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = range.start;
    let piece = &text[range.clone()];
    for (at, _) in piece.match_indices([')', ']']) {
        let before = piece[..at].trim_end_matches(['"', '\'', '”', '’']);
        let behind = &piece[at + 1..];
        let next = behind.trim_start_matches([' ', '\n', '(', '[', '"', '“', '‘', '\'']).chars().next();
        let goes_on = !behind.starts_with([' ', '\n']) || !next.is_some_and(char::is_uppercase);
        if before.ends_with(['.', '!', '?', '…']) && !before.ends_with("..") && !goes_on {
            ranges.push(start..range.start + at + 1);
            start = range.start + at + 1;
        }
    }
    ranges.push(start..range.end);
    ranges
}

/// The range without the blanks at both ends; `None` when nothing is left.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(range.clone())?;
    let start = range.start + piece.len() - piece.trim_start().len();
    let end = range.start + piece.trim_end().len();
    (start < end).then_some(start..end)
}

/// Whether a piece is a face made of signs.
fn is_face(piece: &str) -> bool {
    piece.len() <= 4 && piece.starts_with([':', ';']) && piece.ends_with([')', '(', 'D', 'P'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, &Language::english()).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_block_has_sentences() {
        assert_eq!(split(" We met Dr. Lee.  She asked: why? "), ["We met Dr. Lee.", "She asked: why?"]);
        assert_eq!(split("We met. (It was late.) We talked."), ["We met.", "(It was late.)", "We talked."]);
        assert_eq!(split("We (I mean us.) met [...] Lee."), ["We (I mean us.) met [...] Lee."]);
        assert_eq!(split("“We met. We talked.” Lee left."), ["“We met.", "We talked.”", "Lee left."]);
        assert_eq!(split("We won! :-)"), ["We won! :-)"]);
        assert_eq!(split("no full stop"), ["no full stop"]);
        assert_eq!(
            split("You help me. I thank you. Bring food etc. Lee will come."),
            ["You help me.", "I thank you.", "Bring food etc.", "Lee will come."]
        );
        assert_eq!(split("Ask Dr. Lee vs. Ms. May at 10 a.m. (GMT)."), ["Ask Dr. Lee vs. Ms. May at 10 a.m. (GMT)."]);
        assert_eq!(split("She left. \"Come,\" he said."), ["She left.", "\"Come,\" he said."]);
        assert_eq!(split("We won!! and we sang ... together."), ["We won!!", "and we sang ... together."]);
        assert!(split(" \n").is_empty());
        assert!(split("").is_empty());
    }
}
