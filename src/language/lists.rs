//! Our lists of words and phrases: `data/words/<language>/*.txt`.
//!
//! All lists of a language are looked up together, once a text.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::known::Known;
use super::set::Shaped;
use crate::toolkit::Language;

/// A list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Words of offices, with easier ones.
    Jargon,
    /// Sayings that do not mean what their words say.
    Idioms,
    /// Words from other languages.
    Foreign,
    /// Words that say too little.
    Vague,
    /// Words that are written in several ways.
    Variants,
    /// Short forms.
    Abbreviations,
    /// Short forms with an apostrophe.
    Contractions,
    /// Words about disabled people that groups in the UK reject.
    DisabilityUk,
    /// … in the USA.
    DisabilityUs,
    /// … in Australia.
    DisabilityAu,
    /// … in Germany.
    DisabilityDe,
}

/// The lists of each language.
const ENGLISH: [(List, &str); 10] = [
    (List::Jargon, include_str!("../../data/words/en/jargon.txt")),
    (List::Idioms, include_str!("../../data/words/en/idioms.txt")),
    (List::Foreign, include_str!("../../data/words/en/foreign.txt")),
    (List::Vague, include_str!("../../data/words/en/vague.txt")),
    (List::Variants, include_str!("../../data/words/en/variants.txt")),
    (List::Abbreviations, include_str!("../../data/words/en/abbreviations.txt")),
    (List::Contractions, include_str!("../../data/words/en/contractions.txt")),
    (List::DisabilityUk, include_str!("../../data/words/en/disability-uk.txt")),
    (List::DisabilityUs, include_str!("../../data/words/en/disability-us.txt")),
    (List::DisabilityAu, include_str!("../../data/words/en/disability-au.txt")),
];
const GERMAN: [(List, &str); 1] = [(List::DisabilityDe, include_str!("../../data/words/de/disability-de.txt"))];

/// A line of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its list.
    pub list: List,
    /// What can be written in its place, best first; one between brackets is a hint rather than words.
    pub instead: Vec<&'static str>,
    /// Whether the first of these always keeps the meaning.
    pub is_sure: bool,
    /// When the phrase is right; may be empty.
    pub note: &'static str,
}

/// A phrase in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The line of the list.
    pub phrase: &'static Phrase,
    /// Its words, by their places.
    pub words: Range<usize>,
    /// Whether it stands there as in the list, with no other ending.
    pub as_listed: bool,
}

/// All lists of a language.
struct Lexicon {
    phrases: Vec<Phrase>,
    patterns: Vec<Pattern>,
    /// The patterns that begin with a word.
    by_first: FxHashMap<String, Beginning>,
}

/// The patterns that begin with one word.
#[derive(Default)]
pub(super) struct Beginning {
    /// Their places, the longest first.
    patterns: Vec<u32>,
}

/// A bit for the shape of each word with which one of the patterns goes on. All bits, when one of them is at its end.
pub(super) fn goes_on(beginning: &Beginning, language: &Language) -> u64 {
    let Some(lexicon) = lexicon(language) else { return 0 };
    let shapes = |place: &u32| lexicon.patterns[*place as usize].rest().first().map_or(u64::MAX, |forms| forms.shapes);
    beginning.patterns.iter().map(shapes).fold(0, |all, shapes| all | shapes)
}

struct Pattern {
    phrase: usize,
    /// As it stands in the list.
    written: &'static str,
    /// How many words there are behind the first one.
    rest_len: usize,
    /// Each of these with all its forms: told when a text has the first one.
    rest: OnceLock<Vec<Forms>>,
}

/// A word of a phrase with all its forms.
struct Forms {
    forms: Vec<String>,
    /// A bit for the shape of each. Nearly no word of a text has one of these shapes.
    shapes: u64,
}

impl Forms {
    fn new(word: &str) -> Self {
        let forms = forms(word);
        Self { shapes: forms.iter().fold(0, |shapes, form| shapes | Self::bit(form)), forms }
    }

    fn bit(word: &impl Shaped) -> u64 {
        1 << (word.shape() % 64)
    }

    fn has(&self, word: &Known) -> bool {
        self.shapes & Self::bit(word) != 0 && self.forms.iter().any(|form| form == word.as_str())
    }
}

impl Pattern {
    /// The words behind the first one, each with all its forms.
    fn rest(&self) -> &[Forms] {
        self.rest.get_or_init(|| self.written.split(' ').skip(1).map(|word| Forms::new(&word.to_lowercase())).collect())
    }

    /// Whether these words stand in the list just so.
    fn is_as_listed(&self, words: &[Known]) -> bool {
        let listed = self.written.replace('~', "").to_lowercase();
        listed.split(' ').eq(words.iter().map(Known::as_str))
    }
}

/// The phrases of all lists in a text, in order. `words` are in small letters with straight apostrophes; `joined` tells
/// whether nothing but a blank or hyphen stands between a word and the next one.
pub fn phrases(words: &[Known], joined: impl Fn(usize) -> bool, language: &Language) -> Vec<Found> {
    let Some(lexicon) = lexicon(language) else { return Vec::new() };
    let mut found: Vec<Found> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        // Hardly any text goes on as a phrase of ours does.
        let goes_on = word.goes_on();
        if goes_on != u64::MAX && words.get(at + 1).is_none_or(|next| goes_on & Forms::bit(next) == 0) {
            continue;
        }
        let Some(beginning) = word.beginning() else { continue };
        for pattern in beginning.patterns.iter().map(|place| &lexicon.patterns[*place as usize]) {
            let end = at + 1 + pattern.rest_len;
            let fits = end <= words.len()
                && pattern.rest().iter().zip(&words[at + 1..]).all(|(forms, word)| forms.has(word))
                && (at..end - 1).all(&joined);
            let phrase = &lexicon.phrases[pattern.phrase];
            let inside_other = || found.iter().rev().take(4).any(|other| other.phrase.list == phrase.list && other.words.end > at);
            if fits && !inside_other() {
                found.push(Found { phrase, words: at..end, as_listed: pattern.is_as_listed(&words[at..end]) });
            }
        }
    }
    found
}

/// What our lists have that begins with a word. It is in small letters.
pub(super) fn beginning(word: &str, language: &Language) -> Option<&'static Beginning> {
    lexicon(language)?.by_first.get(word)
}

fn lexicon(language: &Language) -> Option<&'static Lexicon> {
    static ENGLISH_LEXICON: OnceLock<Lexicon> = OnceLock::new();
    static GERMAN_LEXICON: OnceLock<Lexicon> = OnceLock::new();
    match language.base() {
        "en" => Some(ENGLISH_LEXICON.get_or_init(|| Lexicon::new(&ENGLISH))),
        "de" => Some(GERMAN_LEXICON.get_or_init(|| Lexicon::new(&GERMAN))),
        _ => None,
    }
}

impl Lexicon {
    fn new(lists: &[(List, &'static str)]) -> Self {
        let mut lexicon = Self { phrases: Vec::new(), patterns: Vec::new(), by_first: FxHashMap::default() };
        for (list, text) in lists {
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                lexicon.add(*list, line);
            }
        }
        let Self { patterns, by_first, .. } = &mut lexicon;
        for beginning in by_first.values_mut() {
            beginning.patterns.sort_by_key(|place| std::cmp::Reverse(patterns[*place as usize].rest_len));
        }
        lexicon
    }

    fn add(&mut self, list: List, line: &'static str) {
        let Some((written, rest)) = line.split_once(" = ").or_else(|| line.split_once(" == ")) else { return };
        let (instead, note) = rest.split_once(" | ").unwrap_or((rest, ""));
        let is_hint = instead.starts_with('(');
        let instead = if is_hint { vec![instead] } else { instead.split(", ").collect() };
        let place = self.phrases.len();
        self.phrases.push(Phrase { list, instead, is_sure: line.contains(" == "), note });
        for written in written.split(", ") {
            let first = written.split(' ').next().unwrap_or(written);
            let pattern = u32::try_from(self.patterns.len()).unwrap_or(u32::MAX);
            self.patterns.push(Pattern { phrase: place, written, rest_len: written.matches(' ').count(), rest: OnceLock::new() });
            for form in forms(&first.to_lowercase()) {
                self.by_first.entry(form).or_default().patterns.push(pattern);
            }
        }
    }
}

/// All forms that a word of a list stands for: `a/b` is one or the other, `~` any ending, `ise` also `ize`.
fn forms(word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    for one in word.split('/') {
        match one.strip_suffix('~') {
            Some(stem) => forms.extend(with_endings(stem)),
            None => forms.push(one.to_owned()),
        }
    }
    let american: Vec<String> = forms.iter().filter_map(|form| american(form)).collect();
    forms.extend(american);
    forms
}

fn with_endings(word: &str) -> Vec<String> {
    let mut forms: Vec<String> = ["", "s", "ed", "ing"].iter().map(|ending| format!("{word}{ending}")).collect();
    if let Some(stem) = word.strip_suffix('e') {
        forms.extend(["d"].iter().map(|ending| format!("{word}{ending}")));
        forms.push(format!("{stem}ing"));
    } else if let Some(stem) = word.strip_suffix('y') {
        forms.extend([format!("{stem}ies"), format!("{stem}ied")]);
    } else if word.ends_with(['s', 'x', 'z', 'h']) {
        forms.push(format!("{word}es"));
    } else if let Some(last) = word.chars().next_back() {
        forms.extend([format!("{word}{last}ed"), format!("{word}{last}ing")]);
    }
    forms
}

/// The spelling of the USA for a word of the UK.
fn american(word: &str) -> Option<String> {
    // Most words have nothing of the kind.
    if !word.as_bytes().windows(2).any(|pair| pair == b"is") {
        return None;
    }
    let found = ["isation", "ise", "ising"].iter().find_map(|part| Some((word.rfind(part)?, part.len())))?;
    let (at, _) = found;
    (at > 1).then(|| format!("{}z{}", &word[..=at], &word[at + 2..]))
}

/// Whether nearly every reader in the UK knows what these capitals stand for.
pub fn is_known_acronym(word: &str) -> bool {
    include_str!("../../data/words/en/acronyms.txt").lines().skip(1).any(|known| known == word)
}

/// Whether a word belongs to everyday life, however rare it is in print. `word` is in small letters.
pub fn is_everyday(word: &str, language: &Language) -> bool {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    let read = || {
        let lines = include_str!("../../data/words/en/everyday.txt").lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).map(str::to_lowercase).collect()
    };
    language.base() == "en" && WORDS.get_or_init(read).contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Vocabulary, words};

    fn told(text: &str, language: &str) -> Vec<(String, List)> {
        let language = Language::new(language).unwrap();
        let mut vocabulary = Vocabulary::new(&language);
        let split: Vec<Known> = words(text).into_iter().map(|word| vocabulary.know(&text[word.range])).collect();
        let found = phrases(&split, |_| true, &language);
        found
            .iter()
            .map(|found| (split[found.words.clone()].iter().map(Known::as_str).collect::<Vec<_>>().join(" "), found.phrase.list))
            .collect()
    }

    #[test]
    fn phrases_are_found_in_all_their_forms() {
        let one = |text: &str| told(text, "en").into_iter().map(|(words, _)| words).collect::<Vec<_>>();
        assert_eq!(one("We are utilizing it in order to help"), ["utilizing", "in order to"]);
        assert_eq!(one("They took it on board, and took on board more"), ["on board", "took on board"]);
        assert_eq!(one("Stakeholders were facilitated"), ["stakeholders", "facilitated"]);
        assert_eq!(told("Er ist an den Rollstuhl gefesselt", "de")[0].1, List::DisabilityDe);
        assert!(told("utilise", "cy").is_empty());
    }

    #[test]
    fn every_line_of_every_list_is_read() {
        for (list, text) in ENGLISH.iter().chain(&GERMAN) {
            let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
            assert!(text.starts_with("# ") && text.contains("After: ") || *list == List::Vague, "{list:?} names no sources");
            let lexicon = Lexicon::new(&[(*list, text)]);
            assert_eq!(lexicon.phrases.len(), lines.len(), "{list:?}");
            assert!(lexicon.phrases.iter().all(|phrase| phrase.instead.iter().all(|words| !words.is_empty())), "{list:?}");
        }
        assert!(is_known_acronym("NHS") && !is_known_acronym("DPO") && is_everyday("leaflet", &Language::english()));
    }
}
