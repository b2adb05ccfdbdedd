//! What stands between quotation marks.

use std::ops::Range;

/// Pairs of quotation marks in the languages that we know.
const PAIRS: [(char, char); 6] = [('“', '”'), ('‘', '’'), ('«', '»'), ('„', '“'), ('‚', '‘'), ('"', '"')];

/// The stretches between quotation marks, with the marks. One that is never closed counts for nothing.
pub fn quotes(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let after = letters.peek().map_or(' ', |(_, c)| *c);
        match open {
            // An apostrophe stands before a letter, a closing mark does not.
            Some((start, close)) if c == close && !(c == '’' && after.is_alphanumeric()) => {
                found.push(start..at + c.len_utf8());
                open = None;
            }
            None if !before.is_alphanumeric() => {
                open = PAIRS.iter().find(|(opens, _)| *opens == c).map(|(_, close)| (at, *close));
            }
            _ => {}
        }
        before = c;
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<&str> {
        quotes(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn quotations_are_found() {
        assert_eq!(told("She said “Yes” and \"No\"."), ["“Yes”", "\"No\""]);
        assert_eq!(told("‘We don’t know’ is fine. People’s"), ["‘We don’t know’"]);
        assert_eq!(told("Er sagt: „Ja“, et «oui»"), ["„Ja“", "«oui»"]);
        assert!(told("A 5\" gap, “never closed").is_empty());
    }
}
