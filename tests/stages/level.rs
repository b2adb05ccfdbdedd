//! The formulas of the reading level against those of `textstat`, where they mean the same.
//!
//! `tools/words/textstat_check.py` makes the expected values.

use alongside::language::{Counts, WordKind, reading_level, sentences, words};
use alongside::toolkit::Language;

#[test]
fn formulas_give_what_textstat_gives() {
    let mut compared = 0;
    for line in include_str!("textstat.tsv").lines().skip(2) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [language, numbers @ .., formula, value, text] = cells.as_slice() else { panic!("{line}") };
        let [sentence_count, word_count, syllables, one_syllable, many_syllables, long_words] =
            numbers.iter().map(|number| number.parse::<u32>().unwrap()).collect::<Vec<_>>()[..]
        else {
            panic!("{line}")
        };
        let language = Language::new(language).unwrap();
        let theirs = Counts {
            sentences: sentence_count,
            words: word_count,
            syllables,
            one_syllable,
            many_syllables,
            long_words,
            ..Counts::default()
        };
        let value: f64 = value.parse().unwrap();
        let ours = given(theirs, &language, formula);
        assert!((ours - value).abs() < 1e-5, "{formula}: {ours}, textstat {value}: {text}");
        let counted = count(text, &language);
        assert_eq!((counted.sentences, counted.words, counted.long_words), (sentence_count, word_count, long_words), "{text}");
        if language.base() == "en" {
            assert_eq!((counted.syllables, counted.many_syllables), (syllables, many_syllables), "{text}");
        }
        compared += 1;
    }
    assert!(compared >= 40, "{compared}");
}

fn given(counts: Counts, language: &Language, formula: &str) -> f64 {
    let level = reading_level(counts, language).unwrap();
    level.formulas.iter().find(|score| score.formula == formula).unwrap().value
}

fn count(text: &str, language: &Language) -> Counts {
    let words: Vec<String> =
        words(text).into_iter().filter(|word| word.kind == WordKind::Word).map(|word| text[word.range].to_lowercase()).collect();
    Counts::of(sentences(text, language).len(), words.iter().map(String::as_str), language)
}
