//! A sentence -> the pictures that may go with it, best first. It works with no network, and the same words always bring
//! the same pictures.
//!
//! The order of what is asked: the toolkit's own `pictures.yaml`, so that one idea keeps one picture; then the names and
//! other names of symbols; then a search over names and tags, helped by a table of other words. A picture below
//! [`SCORE_MIN`] is not suggested at all: no picture is better than a wrong one.

mod index;
mod rank;
mod text;
mod thesaurus;
mod units;

use std::collections::HashSet;

use crate::toolkit::{Language, Pack, PackName, PicturePhrase, SymbolId};
use index::Index;
use text::Stems;
use thesaurus::Thesaurus;

/// The most pictures that are suggested for one sentence.
pub const SUGGESTIONS_MAX: usize = 5;
/// The score below which a picture is not suggested.
pub const SCORE_MIN: f64 = 0.25;
/// The score from which on a picture may be put into a page without a person choosing it.
pub const SCORE_SURE: f64 = 0.7;
/// The longest sentence that is looked at, in words.
const WORDS_MAX: usize = 200;

/// A picture that may go with a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What to write between the round brackets: `pack/name`, or as it stands in `pictures.yaml`.
    pub written: String,
    /// The symbol; `None` for a file that `pictures.yaml` names.
    pub symbol: Option<(PackName, SymbolId)>,
    /// Its name for people.
    pub label: String,
    /// What the makers of the pack call it, and then the variants that were folded into it.
    pub originals: Vec<String>,
    /// How well it fits, from 0 to 1. Later suggestions never have a higher one.
    pub score: f64,
    /// Why it is suggested.
    pub why: Why,
}

/// Why a picture is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The toolkit's own `pictures.yaml` says so.
    Phrase,
    /// Words of the sentence are one of its names.
    Name,
    /// It has words of the sentence in its names or tags, or stands for other words of the same meaning.
    Words,
}

impl Why {
    /// Its word for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Phrase => "phrase",
            Self::Name => "name",
            Self::Words => "words",
        }
    }
}

/// Finds pictures for sentences. Making one reads whole packs; asking it is quick.
pub struct Suggester {
    index: Index,
    stems: Stems,
    thesaurus: Thesaurus,
    phrases: Vec<(Vec<String>, PicturePhrase)>,
}

impl Suggester {
    /// A suggester over these packs, for sentences in `language`. `phrases` are those of the toolkit's `pictures.yaml`.
    pub fn new(packs: &[&Pack], phrases: &[PicturePhrase], language: &Language) -> Self {
        let stems = Stems::new(language.base());
        let table = if language.base() == "en" { thesaurus::TABLE } else { "" };
        let mut phrases: Vec<_> = phrases.iter().map(|phrase| (stems.of(&phrase.phrase), phrase.clone())).collect();
        phrases.retain(|(stems, _)| !stems.is_empty());
        // Long phrases say more than short ones.
        phrases.sort_by_key(|(stems, _)| std::cmp::Reverse(stems.len()));
        Self { index: Index::new(packs, language, &stems), thesaurus: Thesaurus::new(table, &stems), stems, phrases }
    }

    /// Up to [`SUGGESTIONS_MAX`] pictures for a sentence, best first; none when no picture is good enough.
    pub fn suggest(&self, sentence: &str) -> Vec<Suggestion> {
        let mut suggestions = self.phrases_in(sentence);
        let known: HashSet<String> = suggestions.iter().map(|suggestion| suggestion.written.clone()).collect();
        let units = units::units(sentence, &self.index, &self.stems, &self.thesaurus);
        let ranked = rank::rank(&units, &self.index, SUGGESTIONS_MAX);
        let found = ranked.into_iter().filter(|found| found.score >= SCORE_MIN).map(|found| self.suggestion(&found));
        suggestions.extend(found.filter(|suggestion| !known.contains(&suggestion.written)));
        suggestions.truncate(SUGGESTIONS_MAX);
        suggestions
    }

    /// Every symbol that these words lead to, best first: what `pictures find` shows.
    pub fn find(&self, words: &str, most: usize) -> Vec<Suggestion> {
        let units = units::units(words, &self.index, &self.stems, &self.thesaurus);
        rank::rank_for_search(&units, &self.index, most).iter().map(|found| self.suggestion(found)).collect()
    }

    fn phrases_in(&self, sentence: &str) -> Vec<Suggestion> {
        let stems = self.stems.of(sentence);
        let said = |phrase: &[String]| stems.windows(phrase.len()).any(|window| window == phrase);
        let mut found: Vec<Suggestion> = Vec::new();
        for (_, phrase) in self.phrases.iter().filter(|(words, _)| said(words)) {
            if found.iter().all(|known| known.written != phrase.picture.value) {
                found.push(Suggestion {
                    written: phrase.picture.value.clone(),
                    symbol: None,
                    label: phrase.phrase.clone(),
                    originals: Vec::new(),
                    score: 1.0,
                    why: Why::Phrase,
                });
            }
        }
        found
    }

    fn suggestion(&self, found: &rank::Found) -> Suggestion {
        let entry = self.index.entry(found.place);
        Suggestion {
            written: format!("{}/{}", entry.pack.0, entry.id.0),
            symbol: Some((entry.pack.clone(), entry.id.clone())),
            label: entry.label.clone(),
            originals: entry.originals.clone(),
            score: found.score,
            why: if found.is_name { Why::Name } else { Why::Words },
        }
    }
}
