//! How many syllables a word has.

use super::common::syllables_in_dictionary;
use crate::toolkit::Language;

/// The syllables of a word, at least 1. English words are looked up in a pronouncing dictionary first; for those that it
/// lacks, and in other languages, groups of vowels are counted.
///
/// `word` is in small letters, with straight apostrophes.
pub fn syllables(word: &str, language: &Language) -> u32 {
    if word.contains('-') {
        return word.split('-').filter(|part| !part.is_empty()).map(|part| syllables(part, language)).sum::<u32>().max(1);
    }
    if language.base() == "en" {
        return syllables_in_dictionary(word, language).unwrap_or_else(|| english(word));
    }
    vowel_groups(word, language.base()).max(1)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü' | 'œ' | 'æ' | 'ÿ') || "áàâãåéèêëíìîïóòôõúùûýŵŷ".contains(c)
}

/// Vowels that are spoken one after the other, and so are two syllables, in Spanish and the like.
fn is_strong(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'o' | 'á' | 'é' | 'ó' | 'í' | 'ú')
}

fn vowel_groups(word: &str, language: &str) -> u32 {
    let letters: Vec<char> = word.chars().collect();
    let mut count = 0;
    let mut before: Option<char> = None;
    for (at, c) in letters.iter().copied().enumerate() {
        let vowel = is_vowel(c) && !(language == "es" && c == 'u' && at > 0 && matches!(letters[at - 1], 'q' | 'g'));
        if vowel && before.is_none_or(|before| language == "es" && is_strong(before) && is_strong(c)) {
            count += 1;
        }
        before = vowel.then_some(c);
    }
    // A final e is silent in French, with or without an s.
    let silent = language == "fr" && (word.ends_with('e') || word.ends_with("es") || word.ends_with("ent")) && count > 1;
    count - u32::from(silent)
}

/// The syllables of an English word by its spelling.
fn english(word: &str) -> u32 {
    let word = word.strip_suffix("'s").unwrap_or(word).trim_matches('\'');
    let mut count = i32::try_from(vowel_groups(word, "en")).unwrap_or(i32::MAX);
    let letters: Vec<char> = word.chars().collect();
    let at_end = |from: usize| letters.len().checked_sub(from).map(|at| letters[at]);
    // A silent e: “make”, “makes”, “liked”; not “table”, “wanted”, “boxes”.
    if word.ends_with('e') && !word.ends_with("le") && at_end(2).is_some_and(|c| !is_vowel(c)) {
        count -= 1;
    }
    if word.ends_with("le") && at_end(3).is_some_and(is_vowel) {
        count -= 1;
    }
    if word.ends_with("ed") && at_end(3).is_some_and(|c| !is_vowel(c) && !matches!(c, 't' | 'd')) {
        count -= 1;
    }
    if word.ends_with("es") && at_end(3).is_some_and(|c| !is_vowel(c) && !matches!(c, 's' | 'x' | 'z' | 'c' | 'g' | 'h')) {
        count -= 1;
    }
    // Two syllables that stand in one group of vowels: “radio”, “science”, “idea”, “being”.
    for pair in ["ia", "io", "iu", "ie", "eo", "ua", "eing", "ying"] {
        if let Some(at) = word.find(pair) {
            let after_soft = matches!(word[..at].chars().next_back(), Some('t' | 's' | 'c' | 'g' | 'q' | 'x'));
            let ends = word.ends_with("ies") || word.ends_with("ied") || word.ends_with("ier");
            if !after_soft && !(pair == "ie" && (ends || !word.contains("ience") && !word.contains("iet"))) {
                count += 1;
            }
        }
    }
    if word.ends_with("sm") || word.ends_with("sms") || word.ends_with("n't") && at_end(4).is_some_and(|c| !is_vowel(c)) {
        count += 1;
    }
    u32::try_from(count.max(1)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_those_that_people_speak() {
        let english = Language::english();
        for (word, count) in
            [("people", 2), ("organisation", 5), ("co-production", 4), ("don't", 1), ("area", 3), ("the", 1), ("table", 2), ("x", 1)]
        {
            assert_eq!(syllables(word, &english), count, "{word}");
        }
        for (language, word, count) in
            [("de", "gemeinsam", 3), ("es", "idea", 3), ("es", "que", 1), ("fr", "ensemble", 2), ("cy", "croeso", 2)]
        {
            assert_eq!(syllables(word, &Language::new(language).unwrap()), count, "{word}");
        }
    }

    /// The rule against the dictionary, on every tenth word of the table.
    #[test]
    fn the_rule_is_mostly_right() {
        let table = include_str!("../../data/words/en/common.txt");
        let (mut right, mut of) = (0, 0);
        for line in table.lines().step_by(10) {
            if let [word, _, count] = line.split(' ').collect::<Vec<_>>()[..] {
                of += 1;
                right += u32::from(english(word) == count.parse::<u32>().unwrap());
            }
        }
        assert!(right * 100 >= of * 86, "{right} of {of}");
    }
}
