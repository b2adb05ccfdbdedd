//! How common words are.
//!
//! The tables come from wordfreq: see `tools/words/make.py` and `data/words/LICENSE.md`. They are not read, but searched: a toolkit
//! has few words, and each is asked for once (see [`Known`](super::Known)).

use std::cmp::Ordering;

use memchr::{memchr, memrchr};

use super::forms::{bases, spellings};
use crate::toolkit::Language;

/// A table of words.
struct Table {
    /// A word a line, in the order of their bytes: `word commonness syllables`.
    lines: &'static str,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    /// How common it is as it is spelled, in hundredths of its Zipf value.
    commonness: u16,
    /// Its syllables in the pronouncing dictionary; 0 when it is not in there.
    syllables: u8,
}

static ENGLISH: Table = Table::new(include_str!("../../data/words/en/common.txt"));
static GERMAN: Table = Table::new(include_str!("../../data/words/de/common.txt"));
static SPANISH: Table = Table::new(include_str!("../../data/words/es/common.txt"));
static FRENCH: Table = Table::new(include_str!("../../data/words/fr/common.txt"));

impl Table {
    const fn new(lines: &'static str) -> Self {
        Self { lines }
    }

    fn of(language: &Language) -> Option<&'static Self> {
        match language.base() {
            "en" => Some(&ENGLISH),
            "de" => Some(&GERMAN),
            "es" => Some(&SPANISH),
            "fr" => Some(&FRENCH),
            _ => None,
        }
    }

    /// What is known of a word.
    fn find(&self, word: &str) -> Option<Entry> {
        let mut numbers = self.line_of(word)?.split(' ').skip(1);
        let commonness = numbers.next()?.parse().ok()?;
        Some(Entry { commonness, syllables: numbers.next().and_then(|count| count.parse().ok()).unwrap_or(0) })
    }

    /// The line of a word: each step looks at the line in the middle of what is left.
    fn line_of(&self, word: &str) -> Option<&'static str> {
        let mut left = self.lines;
        while !left.is_empty() {
            let (before, behind) = left.as_bytes().split_at(left.len() / 2);
            let start = memrchr(b'\n', before).map_or(0, |end| end + 1);
            let end = memchr(b'\n', behind).map_or(left.len(), |length| before.len() + length);
            let line = &left[start..end];
            let length = memchr(b' ', line.as_bytes()).unwrap_or(line.len());
            left = match line.as_bytes()[..length].cmp(word.as_bytes()) {
                Ordering::Less => left.get(end + 1..).unwrap_or(""),
                Ordering::Equal => return Some(line),
                Ordering::Greater => &left[..start],
            };
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
    Table::of(language)?.find(word).map(|entry| u32::from(entry.commonness))
}

/// The syllables of a word in the pronouncing dictionary. `word` is in small letters.
pub fn syllables_in_dictionary(word: &str, language: &Language) -> Option<u32> {
    let of = |word: &str| Table::of(language)?.find(word).map(|entry| u32::from(entry.syllables)).filter(|count| *count > 0);
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
            assert_eq!(table.lines.lines().count(), lines);
            for line in table.lines.lines().step_by(97).chain(table.lines.lines().take(2)).chain(table.lines.lines().last()) {
                let (word, rest) = line.split_once(' ').unwrap();
                let Entry { commonness, syllables } = table.find(word).unwrap();
                assert!(rest == format!("{commonness} {syllables}") || syllables == 0 && rest == commonness.to_string(), "{word}");
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
