//! Where sentences begin and end.

use std::ops::Range;

use crate::toolkit::Language;

/// Something that splits a text into sentences.
pub trait Splitter {
    /// The sentences of a block of text, in order, as byte ranges without the blanks around them.
    fn split(&self, text: &str, language: &Language) -> Vec<Range<usize>>;
}

/// The sentences of one block of text (a row, a paragraph, a heading), as byte ranges without the blanks around them.
pub fn sentences(text: &str, language: &Language) -> Vec<Range<usize>> {
    Sentencex.split(text, language)
}

/// The splitter of the Wikimedia Foundation.
struct Sentencex;

impl Splitter for Sentencex {
    fn split(&self, text: &str, language: &Language) -> Vec<Range<usize>> {
        let boundaries = sentencex::get_sentence_boundaries(language.base(), text);
        boundaries.iter().filter_map(|sentence| trimmed(text, sentence.start_byte..sentence.end_byte)).collect()
    }
}

/// The range without the blanks at both ends; `None` when nothing is left.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(range.clone())?;
    let start = range.start + piece.len() - piece.trim_start().len();
    let end = range.start + piece.trim_end().len();
    (start < end).then_some(start..end)
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
        assert_eq!(split("no full stop"), ["no full stop"]);
        assert!(split(" \n").is_empty());
        assert!(split("").is_empty());
    }
}
