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

/// Texts whose words, letters and syllables were counted with a pencil, and the formulas worked out from these.
#[test]
fn short_texts_give_what_is_worked_out_by_hand() {
    // 9 words in 2 sentences, 27 letters, 10 syllables.
    let english = "The cat sat on the mat. It was happy.";
    // 8 words in 2 sentences, 11 syllables, 5 words of one syllable, 1 word of 7 letters.
    let german = "Wir treffen uns heute. Das Haus ist offen.";
    // 7 words in 2 sentences, 12 syllables.
    let spanish = "La casa es grande. Todos pueden entrar.";
    // 6 words in 2 sentences, 8 syllables as they are spoken.
    let french = "Nous parlons ensemble. Le chat dort.";
    for (language, text, formula, by_hand) in [
        ("en", english, "Flesch-Kincaid grade", 1.755 + 13.1111 - 15.59),
        ("en", english, "SMOG", 3.1291),
        ("en", english, "Coleman-Liau", 17.64 - 6.5778 - 15.8),
        ("en", english, "ARI", 14.13 + 2.25 - 21.43),
        ("en", english, "LIX", 4.5),
        ("en", english, "RIX", 0.0),
        ("de", german, "Wiener Sachtextformel", 0.6688 + 1.6213 - 2.0438 - 0.875),
        ("es", spanish, "Fernandez-Huerta", 206.84 - 102.8571 - 3.57),
        ("fr", french, "Kandel-Moles", 207.0 - 3.045 - 98.1333),
    ] {
        let language = Language::new(language).unwrap();
        let value = given(count(text, &language), &language, formula);
        assert!((value - by_hand).abs() < 1e-3, "{formula}: {value}, by hand {by_hand}");
    }
}
