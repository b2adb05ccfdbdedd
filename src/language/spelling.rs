//! Words that are written in several ways: `co-production` and `coproduction`, `organise` and `organize`.
//!
//! Other pairs, such as `colour` and `color`, stand in `data/words/en/variants.txt`.

use super::common::commonness_as_spelled;
use super::set::WordSet;
use crate::toolkit::Language;

/// A way of writing a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In one: `coproduction`.
    Closed,
    /// With a hyphen: `co-production`.
    Hyphen,
    /// Apart: `co production`.
    Apart,
    /// With an s: `organise`.
    WithS,
    /// With a z: `organize`.
    WithZ,
    /// As it stands in our list.
    Listed(&'static str),
}

/// Beginnings of words that are written in one, or with a hyphen.
const BEGINNINGS: [&str; 22] = [
    "anti", "bio", "co", "cyd", "eco", "fund", "inter", "micro", "mini", "multi", "non", "over", "peer", "post", "pre", "pro", "psycho",
    "self", "semi", "socio", "tele", "under",
];
/// Those that are no words by themselves, so that they cannot stand apart.
static NO_WORDS: WordSet = WordSet::new(&["anti", "co", "inter", "multi", "non", "semi", "socio"]);
/// As many letters behind the beginning tell the word: `co-production` and `coproduced` are one.
const LETTERS: usize = 5;
/// The shortest word that is looked at.
const LETTERS_MIN: usize = 7;
/// A closed word this common is written in one by everybody: `cover`, `nonsense`, `overall`.
const COMMON: u32 = 400;

/// What a word is, whatever its spelling, and the way in which it is spelled; `None` when everybody spells it in the same way.
///
/// `word` and `next`, the one behind it, are in small letters. `common` tells how common a word is.
pub fn spelling<'a>(
    word: &str,
    next: impl FnOnce() -> Option<&'a str>,
    language: &Language,
    common: impl FnOnce(&str) -> Option<u32>,
) -> Option<(String, Way)> {
    if word.len() < LETTERS_MIN {
        let next = if NO_WORDS.contains(word) { next() } else { None };
        return next.filter(|next| next.len() >= LETTERS).map(|next| (thing(word, next), Way::Apart));
    }
    if let Some((beginning, rest)) = word.split_once('-') {
        let counts = BEGINNINGS.contains(&beginning) && rest.len() >= LETTERS && !rest.contains('-');
        return counts.then(|| (thing(beginning, rest), Way::Hyphen));
    }
    if language.base() == "en"
        && let Some(found) = with_s_or_z(word, language)
    {
        return Some(found);
    }
    let rests = BEGINNINGS.iter().filter_map(|beginning| Some((*beginning, word.strip_prefix(beginning)?)));
    let (beginning, rest) = rests.filter(|(_, rest)| rest.len() >= LETTERS).max_by_key(|(beginning, _)| beginning.len())?;
    common(word).is_none_or(|common| common < COMMON).then(|| (thing(beginning, rest), Way::Closed))
}

/// Whether [`spelling`] may find something for a word, whatever stands behind it.
pub(super) fn has_spellings(word: &str, language: &Language, common: impl FnOnce() -> Option<u32>) -> bool {
    NO_WORDS.contains(word) || spelling(word, || None, language, |_| common()).is_some()
}

fn thing(beginning: &str, rest: &str) -> String {
    let end = rest.char_indices().nth(LETTERS).map_or(rest.len(), |(at, _)| at);
    format!("{beginning} {}", &rest[..end])
}

/// A word that is spelled with `is` by some and with `iz` by others. Both spellings must be common: nobody writes “advertize”.
fn with_s_or_z(word: &str, language: &Language) -> Option<(String, Way)> {
    const COMMON: u32 = 300;
    const ENDINGS: [&str; 8] = ["e", "es", "ed", "er", "ers", "ing", "ation", "ations"];
    let (stem, way, other) = ENDINGS.iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        let with_s = stem.strip_suffix("is").map(|stem| (stem, Way::WithS, format!("{stem}iz{ending}")));
        with_s.or_else(|| stem.strip_suffix("iz").map(|stem| (stem, Way::WithZ, format!("{stem}is{ending}"))))
    })?;
    let is_common = |word: &str| commonness_as_spelled(word, language).is_some_and(|common| common >= COMMON);
    (stem.len() > 2 && is_common(word) && is_common(&other)).then(|| (format!("{stem}ise"), way))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::commonness;

    fn told(word: &str, next: Option<&str>) -> Option<(String, Way)> {
        let english = Language::english();
        spelling(word, || next, &english, |word| commonness(word, &english))
    }

    #[test]
    fn all_ways_lead_to_one_thing() {
        let co = Some("co produ".to_owned());
        for (word, next, way) in [
            ("co-production", None, Way::Hyphen),
            ("coproduction", None, Way::Closed),
            ("coproduced", None, Way::Closed),
            ("co", Some("producing"), Way::Apart),
        ] {
            let found = told(word, next);
            assert_eq!(found.as_ref().map(|(thing, _)| thing.clone()), co, "{word}");
            assert_eq!(found.map(|(_, found)| found), Some(way), "{word}");
        }
        assert_eq!(told("organise", None), Some(("organise".to_owned(), Way::WithS)));
        assert_eq!(told("organizing", None), Some(("organise".to_owned(), Way::WithZ)));
    }

    #[test]
    fn words_with_one_spelling_are_left_alone() {
        for word in ["nonsense", "overall", "community", "promise", "exercise", "raising", "advertise", "easy-read", "the", "understand"] {
            assert_eq!(told(word, Some("meeting")), None, "{word}");
        }
    }
}
