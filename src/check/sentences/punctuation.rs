//! The rule `punctuation`.

use std::collections::BTreeSet;

use memchr::memchr_iter;

use crate::check::rule::rule;
use crate::check::{PageView, Passage, PassageKind, Report, Run};
use crate::finding::Severity;

rule! {
    /// A sign that many readers do not know, such as a semicolon or a dash.
    ///
    /// # Why it matters
    /// Full stops and question marks are signs that most people know. Many people are not sure what others mean.
    ///
    /// # What to do
    /// Use a full stop and begin a new sentence.
    ///
    /// The semicolon is a warning. Three dots, and a dash between words, are advice.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) We listen; we learn.
    /// ```
    /// ```markdown pass
    /// ![](listen) We listen.
    /// ![](learn) We learn.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: keep the punctuation simple.
    "punctuation", Sentences, Warning, Run::Page(run)
}

const DASH: &str = "a dash";
/// The most words of a label.
const LABEL_WORDS: usize = 3;

/// The signs, and what to call them. The dash of a span of numbers has no blanks beside it.
const SIGNS: [(&str, &str, Severity); 7] = [
    (";", "a semicolon", Severity::Warning),
    ("…", "three dots", Severity::Advice),
    ("...", "three dots", Severity::Advice),
    ("—", "a long dash", Severity::Advice),
    (" – ", DASH, Severity::Advice),
    (" - ", DASH, Severity::Advice),
    ("- ", DASH, Severity::Advice),
];

/// Where the first words begin: as many as a label may have, and one more.
fn first_words(text: &str) -> Vec<usize> {
    let mut before = ' ';
    let begins = |(_, letter): &(usize, char)| std::mem::replace(&mut before, *letter).is_whitespace() && !letter.is_whitespace();
    text.char_indices().filter(begins).take(LABEL_WORDS + 1).map(|(at, _)| at).collect()
}

/// Whether two full stops stand side by side.
fn has_dots(text: &str) -> bool {
    let text = text.as_bytes();
    memchr_iter(b'.', text).any(|at| text.get(at + 1) == Some(&b'.'))
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let has_sign = |passage: &&Passage<'_>| {
        passage.signs.any(";-") || passage.signs.others() || passage.signs.inner_stops() && has_dots(&passage.text)
    };
    for passage in super::own(view).filter(has_sign) {
        let mut told = BTreeSet::new();
        let starts = first_words(&passage.text);
        for (sign, name, severity) in SIGNS {
            for (at, _) in passage.text.match_indices(sign) {
                let inside = sign.trim();
                let start = at + sign.len() - sign.trim_start().len();
                let range = start..start + inside.len();
                let before = starts.iter().take_while(|word| **word < start).count();
                // A dash behind the label of an item is where a full stop would be: “Access – how to get in”.
                let is_label = name == DASH && passage.kind == PassageKind::Item && before <= LABEL_WORDS;
                if before == 0 || is_label || super::must_stay(passage, &range) || super::in_address(passage, &range) || !told.insert(start)
                {
                    continue;
                }
                report.find(passage.span(range), format!("The sign “{inside}” is {name}."), "").severity = severity;
            }
        }
    }
}
