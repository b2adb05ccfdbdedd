//! How hard a text is to read: counts, the formulas that are made from them, and a score of our own.
//!
//! No formula was made for people with learning disabilities. They compare texts, they do not judge one.

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use serde::{Serialize, Serializer};

use super::common::{commonness, knows_words_of};
use super::syllables::syllables;
use crate::toolkit::Language;

/// What the formulas count. Counts of several texts can be added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Counts {
    /// Sentences.
    pub sentences: u32,
    /// Words and numbers.
    pub words: u32,
    /// Letters and digits in them.
    pub letters: u32,
    /// Syllables in them.
    pub syllables: u32,
    /// Words of one syllable.
    pub one_syllable: u32,
    /// Words of three syllables or more.
    pub many_syllables: u32,
    /// Words of seven letters or more.
    pub long_words: u32,
    /// Words that are rarer than once in 100,000.
    pub rare_words: u32,
    /// How common all words are, added up, in hundredths of the Zipf value.
    pub commonness: u64,
}

impl Counts {
    /// Counts the words of some sentences: `words` are in small letters, with straight apostrophes.
    pub fn of<'a>(sentences: usize, words: impl IntoIterator<Item = &'a str>, language: &Language) -> Self {
        let words = words.into_iter().map(|word| Self::of_word(word, language, || commonness(word, language)));
        words.sum::<Self>() + Self { sentences: u32::try_from(sentences).unwrap_or(u32::MAX), ..Self::default() }
    }

    /// One word. `common` tells how common it is.
    pub(super) fn of_word(word: &str, language: &Language, common: impl FnOnce() -> Option<u32>) -> Self {
        const SYLLABLES_MANY: u32 = 3;
        const LETTERS_LONG: u32 = 7;
        let letters = u32::try_from(word.chars().filter(|c| c.is_alphanumeric()).count()).unwrap_or(u32::MAX);
        let is_number = word.starts_with(|c: char| c.is_numeric());
        let spoken = if is_number { 1 } else { syllables(word, language) };
        let common = if is_number { COMMON_MAX } else { common().unwrap_or(COMMON_MIN).clamp(COMMON_MIN, COMMON_MAX) };
        Self {
            sentences: 0,
            words: 1,
            letters,
            syllables: spoken,
            one_syllable: u32::from(spoken == 1),
            many_syllables: u32::from(spoken >= SYLLABLES_MANY),
            long_words: u32::from(letters >= LETTERS_LONG),
            rare_words: u32::from(common < COMMON_RARE),
            commonness: u64::from(common),
        }
    }
}

/// The rarest value that counts: that of a word no table knows.
const COMMON_MIN: u32 = 250;
/// The most common value that counts: beyond it all words are equally easy.
const COMMON_MAX: u32 = 600;
/// Below this, a word is rare.
const COMMON_RARE: u32 = 400;

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            letters: self.letters + other.letters,
            syllables: self.syllables + other.syllables,
            one_syllable: self.one_syllable + other.one_syllable,
            many_syllables: self.many_syllables + other.many_syllables,
            long_words: self.long_words + other.long_words,
            rare_words: self.rare_words + other.rare_words,
            commonness: self.commonness + other.commonness,
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}

/// A formula and what it gives.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Score {
    /// Its name.
    pub formula: &'static str,
    /// What it gives.
    #[serde(serialize_with = "two_places")]
    pub value: f64,
    /// Whether a higher value means a harder text.
    pub higher_is_harder: bool,
}

/// The reading level of a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ReadingLevel {
    /// What was counted.
    #[serde(skip)]
    pub counts: Counts,
    /// Words a sentence, on average.
    #[serde(serialize_with = "two_places")]
    pub words_a_sentence: f64,
    /// Our own score, from 0 (easiest) to 100; `None` in a language whose words we do not know.
    #[serde(serialize_with = "two_places_or_none")]
    pub score: Option<f64>,
    /// The formulas for the language.
    pub formulas: Vec<Score>,
}

/// More places behind the point would say more than anybody knows.
#[allow(clippy::trivially_copy_pass_by_ref)] // Serde hands references on.
fn two_places<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((value * 100.0).round() / 100.0)
}

#[allow(clippy::ref_option)] // Serde hands references on.
fn two_places_or_none<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    value.map(|value| (value * 100.0).round() / 100.0).serialize(serializer)
}

/// The reading level of what was counted; `None` when there is no sentence.
pub fn reading_level(counts: Counts, language: &Language) -> Option<ReadingLevel> {
    if counts.sentences == 0 || counts.words == 0 {
        return None;
    }
    let words_a_sentence = f64::from(counts.words) / f64::from(counts.sentences);
    let score = knows_words_of(language).then(|| own_score(&counts));
    Some(ReadingLevel { counts, words_a_sentence, score, formulas: formulas(&counts, language) })
}

/// Our own score: how rare the words are, how many are rare, how long they are, and how long the sentences are.
///
/// Each part goes from 0 to 1 between the easiest and the hardest that is common in print; the weights were chosen on
/// `OneStopEnglish` (see `examples/measure`). All are averages, so that a text that is doubled keeps its score.
fn own_score(counts: &Counts) -> f64 {
    let words = f64::from(counts.words);
    #[allow(clippy::cast_precision_loss)]
    let common = counts.commonness as f64 / words / 100.0;
    let between = |value: f64, easy: f64, hard: f64| ((value - easy) / (hard - easy)).clamp(0.0, 1.0);
    let rare_share = f64::from(counts.rare_words) / words;
    let sentence = (words / f64::from(counts.sentences)).ln();
    let parts = [
        (0.25, between(common, 5.8, 4.9)),
        (0.13, between(rare_share, 0.0, 0.20)),
        (0.12, between(f64::from(counts.syllables) / words, 1.1, 2.0)),
        (0.50, between(sentence, 4.0_f64.ln(), 40.0_f64.ln())),
    ];
    parts.iter().map(|(weight, part)| weight * part).sum::<f64>() * 100.0
}

fn formulas(counts: &Counts, language: &Language) -> Vec<Score> {
    let score = |formula, value, higher_is_harder| Score { formula, value, higher_is_harder };
    let [words, sentences] = [counts.words, counts.sentences].map(f64::from);
    let long = f64::from(counts.long_words);
    let general = [score("LIX", words / sentences + 100.0 * long / words, true), score("RIX", long / sentences, true)];
    let own = match language.base() {
        "en" => english(counts),
        "de" => vec![score("Wiener Sachtextformel", wiener(counts), true)],
        "es" => vec![score("Fernandez-Huerta", fernandez_huerta(counts), false)],
        "fr" => vec![score("Kandel-Moles", kandel_moles(counts), false)],
        _ => Vec::new(),
    };
    own.into_iter().chain(general).collect()
}

/// The formulas for English: they give years of school in the USA.
fn english(counts: &Counts) -> Vec<Score> {
    let [words, sentences, letters, syllables, many] =
        [counts.words, counts.sentences, counts.letters, counts.syllables, counts.many_syllables].map(f64::from);
    let score = |formula, value| Score { formula, value, higher_is_harder: true };
    vec![
        // Kincaid and others, 1975.
        score("Flesch-Kincaid grade", 0.39 * words / sentences + 11.8 * syllables / words - 15.59),
        // McLaughlin, 1969.
        score("SMOG", 1.043 * (many * 30.0 / sentences).sqrt() + 3.1291),
        // Coleman and Liau, 1975.
        score("Coleman-Liau", 5.88 * letters / words - 29.6 * sentences / words - 15.8),
        // Smith and Senter, 1967.
        score("ARI", 4.71 * letters / words + 0.5 * words / sentences - 21.43),
    ]
}

/// Bamberger and Vanecek, 1984: the first of their formulas, in years of school.
fn wiener(counts: &Counts) -> f64 {
    let words = f64::from(counts.words);
    let percent = |count: u32| 100.0 * f64::from(count) / words;
    0.1935 * percent(counts.many_syllables) + 0.1672 * words / f64::from(counts.sentences) + 0.1297 * percent(counts.long_words)
        - 0.0327 * percent(counts.one_syllable)
        - 0.875
}

/// Fernández Huerta, 1959, as Gwillim Law corrected it: from 0 (hard) to 100.
fn fernandez_huerta(counts: &Counts) -> f64 {
    let words = f64::from(counts.words);
    206.84 - 60.0 * f64::from(counts.syllables) / words - 1.02 * words / f64::from(counts.sentences)
}

/// Kandel and Moles, 1958: from 0 (hard) to 100.
fn kandel_moles(counts: &Counts) -> f64 {
    let words = f64::from(counts.words);
    207.0 - 1.015 * words / f64::from(counts.sentences) - 73.6 * f64::from(counts.syllables) / words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(counts: Counts, language: &str, formula: &str) -> f64 {
        let level = reading_level(counts, &Language::new(language).unwrap()).unwrap();
        level.formulas.iter().find(|score| score.formula == formula).unwrap().value
    }

    /// 100 words in 5 sentences, with round numbers, so that each formula can be worked out by hand.
    const ROUND: Counts = Counts {
        sentences: 5,
        words: 100,
        letters: 450,
        syllables: 150,
        one_syllable: 60,
        many_syllables: 12,
        long_words: 20,
        rare_words: 10,
        commonness: 52_000,
    };

    #[test]
    fn formulas_give_what_is_worked_out_by_hand() {
        for (language, formula, by_hand) in [
            ("en", "Flesch-Kincaid grade", 0.39 * 20.0 + 11.8 * 1.5 - 15.59),
            ("en", "SMOG", 1.043 * 8.485_281_374 + 3.1291),
            ("en", "Coleman-Liau", 0.0588 * 450.0 - 0.296 * 5.0 - 15.8),
            ("en", "ARI", 21.195 + 10.0 - 21.43),
            ("en", "LIX", 40.0),
            ("en", "RIX", 4.0),
            ("de", "Wiener Sachtextformel", 2.322 + 3.344 + 2.594 - 1.962 - 0.875),
            ("es", "Fernandez-Huerta", 206.84 - 90.0 - 20.4),
            ("fr", "Kandel-Moles", 207.0 - 20.3 - 110.4),
        ] {
            let found = value(ROUND, language, formula);
            assert!((found - by_hand).abs() < 1e-6, "{formula}: {found} {by_hand}");
        }
    }

    #[test]
    fn a_doubled_text_keeps_its_score() {
        let english = Language::english();
        let words = ["people", "with", "disabilities", "participate", "in", "governance"];
        let once = Counts::of(2, words, &english);
        let twice: Counts = [once, once].into_iter().sum();
        let score = |counts| reading_level(counts, &english).unwrap().score.unwrap();
        assert!((score(once) - score(twice)).abs() < 1e-9);
        let easy = Counts::of(2, ["we", "help", "you", "to", "go", "out"], &english);
        assert!(score(easy) < score(once));
        assert!((0.0..=100.0).contains(&score(easy)) && (0.0..=100.0).contains(&score(once)));
        assert_eq!(reading_level(Counts::default(), &english), None);
        assert_eq!(reading_level(once, &Language::new("cy").unwrap()).unwrap().score, None);
    }
}
