//! The rule `roman-numeral`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};

rule! {
    /// A number in Roman letters, such as IV.
    ///
    /// # Why it matters
    /// Many people cannot read numbers such as IV. Screen readers often read them as letters.
    ///
    /// # What to do
    /// Write the number in digits: Part 4.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](guide) This is in Part IV of the plan.
    /// ```
    /// ```markdown pass
    /// ![](guide) This is in Part 4 of the plan.
    /// ![](work) I have a new CV.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: never use Roman numbers such as IV.
    "roman-numeral", Sentences, Warning, Run::Page(run)
}

/// Words before a number.
const BEFORE: [&str; 24] = [
    "act", "annex", "appendix", "article", "book", "chapter", "class", "grade", "group", "level", "page", "part", "phase", "schedule",
    "section", "stage", "step", "table", "title", "type", "unit", "volume", "war", "year",
];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for passage in super::own(view).filter(|passage| passage.signs.any("IVX")) {
        for (place, word) in passage.words.iter().enumerate().skip(1) {
            let written = passage.word(word);
            if written.is_empty() || !written.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) {
                continue;
            }
            let before = &passage.words[place - 1];
            let apart = !passage.text[before.range.end..word.range.start].trim().is_empty();
            if apart || !follows(passage.word(before), written) || super::must_stay(passage, &word.range) {
                continue;
            }
            if let Some(value) = value(written) {
                let what = format!("“{written}” is a number in Roman letters.");
                report.find(passage.span(word.range.clone()), what, format!("Write {value}."));
            }
        }
    }
}

/// Whether a word may have a number behind it: “Part I”, “section IV”, “Henry VIII”. Mostly, “I” is a person.
fn follows(before: &str, written: &str) -> bool {
    let counts = BEFORE.contains(&before.to_lowercase().as_str());
    match written {
        "I" => counts && is_name(before),
        _ => counts || written.len() > 1 && is_name(before),
    }
}

/// A capital and then small letters: “Henry VIII”.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// What a Roman number up to 39 means: such numbers stand behind parts and kings.
fn value(written: &str) -> Option<usize> {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = written.bytes().take_while(|b| *b == b'X').count();
    let one = ones.iter().position(|one| *one == &written[tens..])?;
    (tens <= 3).then_some(tens * 10 + one)
}
