//! How common words are.
//!
//! The tables come from wordfreq: see `tools/words/make.py` and `data/words/LICENSE.md`. They are looked up where they
//! stand, with nothing to load.

use super::forms::{bases, spellings};
use crate::toolkit::Language;

/// A table of words, sorted by their bytes: `word commonness syllables`.
struct Table(&'static str);

static ENGLISH: Table = Table(include_str!("../../data/words/en/common.txt"));
static GERMAN: Table = Table(include_str!("../../data/words/de/common.txt"));
static SPANISH: Table = Table(include_str!("../../data/words/es/common.txt"));
static FRENCH: Table = Table(include_str!("../../data/words/fr/common.txt"));

impl Table {
    fn of(language: &Language) -> Option<&'static Self> {
        match language.base() {
            "en" => Some(&ENGLISH),
            "de" => Some(&GERMAN),
            "es" => Some(&SPANISH),
            "fr" => Some(&FRENCH),
            _ => None,
        }
    }

    /// What stands behind a word.
    fn find(&self, word: &str) -> Option<&'static str> {
        let bytes = self.0.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let start = bytes[low..middle].iter().rposition(|b| *b == b'\n').map_or(low, |newline| low + newline + 1);
            let end = start + bytes[start..].iter().position(|b| *b == b'\n')?;
            let (found, rest) = self.0[start..end].split_once(' ')?;
            match found.cmp(word) {
                std::cmp::Ordering::Equal => return Some(rest),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }
}

/// Whether there is a table for the language.
pub fn knows_words_of(language: &Language) -> bool {
    Table::of(language).is_some()
}

/// How common a word is as it is spelled, in hundredths of its Zipf value: 700 for “the”, 300 for once in a million words.
/// `word` is in small letters. `None` when it is rarer than the table goes, or there is no table.
pub fn commonness_as_spelled(word: &str, language: &Language) -> Option<u32> {
    Table::of(language)?.find(word)?.split(' ').next()?.parse().ok()
}

/// The syllables of a word in the pronouncing dictionary. `word` is in small letters.
pub fn syllables_in_dictionary(word: &str, language: &Language) -> Option<u32> {
    let of = |word: &str| Table::of(language)?.find(word)?.split(' ').nth(1)?.parse().ok();
    of(word).or_else(|| spellings(word, language).iter().find_map(|spelling| of(spelling)))
}

/// How common a word is, in hundredths of its Zipf value, whatever its spelling (UK, US) and ending: the most common of
/// its forms counts. Of a word with hyphens, the rarest part counts. `None` when no form is in the table.
///
/// `word` is in small letters, with straight apostrophes.
pub fn commonness(word: &str, language: &Language) -> Option<u32> {
    let whole = most_common(word, language);
    if !word.contains('-') {
        return whole;
    }
    let parts = word.split('-').filter(|part| part.chars().count() > 1 && !is_prefix(part));
    let parts: Option<Vec<u32>> = parts.map(|part| most_common(part, language)).collect();
    whole.max(parts.and_then(|parts| parts.into_iter().min()))
}

fn most_common(word: &str, language: &Language) -> Option<u32> {
    let mut best = commonness_as_spelled(word, language);
    // A word that everybody knows needs no other form.
    if best.is_some_and(|best| best >= 500) {
        return best;
    }
    for form in bases(word, language) {
        best = best.max(commonness_as_spelled(&form, language));
        for spelling in spellings(&form, language) {
            best = best.max(commonness_as_spelled(&spelling, language));
        }
    }
    for spelling in spellings(word, language) {
        best = best.max(commonness_as_spelled(&spelling, language));
    }
    best
}

/// First parts of words with a hyphen that are no words by themselves.
fn is_prefix(part: &str) -> bool {
    matches!(
        part,
        "anti" | "co" | "ex" | "inter" | "mid" | "mini" | "multi" | "non" | "over" | "post" | "pre" | "pro" | "re" | "semi" | "sub" | "un"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(word: &str) -> Option<u32> {
        commonness(word, &Language::english())
    }

    #[test]
    fn every_line_of_every_table_is_found() {
        for (table, lines) in [(&ENGLISH, 52_654), (&GERMAN, 39_497), (&SPANISH, 35_153), (&FRENCH, 31_593)] {
            assert_eq!(table.0.lines().count(), lines);
            for line in table.0.lines().step_by(97).chain(table.0.lines().take(2)).chain(table.0.lines().last()) {
                let (word, rest) = line.split_once(' ').unwrap();
                assert_eq!(table.find(word), Some(rest), "{word}");
            }
            assert_eq!((table.find(""), table.find("0"), table.find("zzzzzz"), table.find("žž")), (None, None, None, None));
        }
    }

    #[test]
    fn spelling_and_endings_make_no_difference() {
        assert!(english("the").unwrap() > 700);
        assert_eq!(english("organise"), english("organize"));
        assert!(english("organisers") >= english("organize"));
        assert!(english("colour").unwrap() > 450);
        assert!(english("easy-read").unwrap() > 450);
        assert_eq!(english("qwertyish"), None);
        assert_eq!(commonness("croeso", &Language::new("cy").unwrap()), None);
        assert!(commonness("gemeinsam", &Language::new("de").unwrap()).unwrap() > 400);
    }
}
