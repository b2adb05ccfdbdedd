//! The rule `percent`.

use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run};
use crate::language::{WordKind, WordSet};

rule! {
    /// A percentage.
    ///
    /// # Why it matters
    /// Many people do not know what a percentage is. It is easier to think of people or things.
    ///
    /// # What to do
    /// Say “5 out of 100”, “half” or “1 in 4”.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](vote) 50% of people said yes.
    /// ```
    /// ```markdown pass
    /// ![](vote) Half of the people said yes.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: percentages are hard; say “few” or “half”. UK government, *Accessible communication formats*.
    "percent", Sentences, Warning, Run::Page(run)
}

static WORDS: WordSet = WordSet::new(&["percent", "percentage", "percentages", "prozent", "pourcentage", "porcentaje", "canran"]);
/// What stands before “cent”.
static PER: WordSet = WordSet::new(&["per", "pour", "por", "y"]);

/// Ways to say some percentages.
const EASIER: [(&str, &str); 13] = [
    ("100", "all"),
    ("90", "9 out of 10"),
    ("80", "4 out of 5"),
    ("75", "3 out of 4"),
    ("70", "7 out of 10"),
    ("60", "6 out of 10"),
    ("50", "half"),
    ("40", "4 out of 10"),
    ("33", "about 1 in 3"),
    ("30", "3 out of 10"),
    ("25", "1 in 4"),
    ("20", "1 in 5"),
    ("10", "1 in 10"),
];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let may_be = |passage: &&Passage<'_>| passage.signs.any("%") || passage.may_have(&WORDS) || passage.may_have(&PER);
    for passage in super::own(view).filter(may_be) {
        let mut end_of_last = 0;
        for (place, word) in passage.words.iter().enumerate() {
            let behind = &passage.text[word.range.end..];
            let small = super::small(passage, place);
            let next = passage.words.get(place + 1);
            let range = if word.kind == WordKind::Number && behind.trim_start().starts_with('%') {
                word.range.start..word.range.end + behind.find('%').unwrap_or(0) + 1
            } else if WORDS.contains(small) {
                word.range.clone()
            } else if let Some(cent) = next.filter(|_| PER.contains(small) && is_cent(super::small(passage, place + 1))) {
                word.range.start..cent.range.end
            } else {
                continue;
            };
            if range.start < end_of_last || super::must_stay(passage, &range) || super::in_address(passage, &range) {
                continue;
            }
            end_of_last = range.end;
            let number = passage.text[range.clone()].split('%').next().unwrap_or("").trim();
            let todo = match EASIER.iter().find(|(percent, _)| *percent == number) {
                Some((_, easier)) => format!("Say “{easier}”."),
                None if number.bytes().all(|b| b.is_ascii_digit()) => format!("Say “{number} out of 100”."),
                None => String::new(),
            };
            report.find(passage.span(range.clone()), format!("“{}” is hard to understand.", &passage.text[range]), todo);
        }
    }
}

fn is_cent(word: &str) -> bool {
    matches!(word, "cent" | "ciento" | "cant")
}
