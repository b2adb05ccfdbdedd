//! The rule `number-word`.

use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run};
use crate::finding::Fix;
use crate::language::WordSet;

rule! {
    /// A number written as a word.
    ///
    /// # Why it matters
    /// Digits are easier to see and to read: 5, not five.
    ///
    /// # What to do
    /// Write the number in digits. “One” may stand.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](group) There are five people in the group.
    /// ```
    /// ```markdown pass
    /// ![](group) There are 5 people in the group.
    /// ![](choice) Choose one of them.
    /// ```
    ///
    /// # Sources
    /// - UK government, *Accessible communication formats*; Inclusion Europe, *Information for all*: write numbers as digits.
    "number-word", Sentences, Warning, ["en", "de", "fr", "es"], Run::Page(run)
}

/// The words for 2 to 12. Words with a second meaning are left out: “neuf” is also “new”.
static WORDS: [(&str, WordSet); 4] = [
    ("en", WordSet::new(&["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])),
    ("de", WordSet::new(&["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"])),
    ("fr", WordSet::new(&["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "", "dix", "onze", "douze"])),
    ("es", WordSet::new(&["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"])),
];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let language = view.prose.language.base();
    let Some((_, numbers)) = WORDS.iter().find(|(name, _)| *name == language) else { return };
    for passage in super::own(view).filter(|passage| passage.may_have(numbers)) {
        for (place, word) in passage.words.iter().enumerate() {
            let small = super::small(passage, place);
            let Some(value) = numbers.place(small).map(|place| place + 2) else { continue };
            let written = passage.word(word);
            if super::must_stay(passage, &word.range) || is_name(passage, place, written) || is_two_way(passage, place) {
                continue;
            }
            let span = passage.span(word.range.clone());
            let finding = report.find(span, format!("“{written}” is a number as a word."), format!("Write {value}."));
            if !beside_one(passage, place) {
                finding.fix = Some(Fix::new(span, value.to_string(), format!("Write {value} in place of {small}.")));
            }
        }
    }
}

/// A capital inside a sentence makes a name: “the Big Six”, “Seven Sisters”.
fn is_name(passage: &Passage<'_>, place: usize, written: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let next = passage.words.get(place + 1).map(|word| passage.word(word));
    if !is_capital(written) {
        return false;
    }
    !super::begins_sentence(passage, place) || next.is_some_and(is_capital)
}

/// “A two way street” is no number of streets.
fn is_two_way(passage: &Passage<'_>, place: usize) -> bool {
    super::small(passage, place + 1) == "way"
}

/// “One or two” would become “one or 2”.
fn beside_one(passage: &Passage<'_>, place: usize) -> bool {
    let near = place.saturating_sub(2)..(place + 3).min(passage.words.len());
    passage.folded[near].iter().any(|word| word == "one")
}
