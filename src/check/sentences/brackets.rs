//! The rule `brackets`.

use std::ops::Range;

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::Measure;

rule! {
    /// Many words between brackets, or brackets inside brackets.
    ///
    /// # Why it matters
    /// Brackets stop the sentence in the middle. Readers must hold its beginning in mind.
    ///
    /// # What to do
    /// Make a sentence of what stands between the brackets, or leave it out.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](meeting) We meet (if enough people say that they can come) on Monday.
    /// ```
    /// ```markdown pass
    /// ![](meeting) We meet on Monday (the bank holiday).
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: avoid special signs such as brackets where you can.
    "brackets", Sentences, Advice, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(most) = view.limit(Measure::BracketWords).and_then(|limit| limit.advice.or(limit.warning)) else { return };
    for passage in super::own(view).filter(|passage| passage.signs.any("([")) {
        for (range, nested) in pairs(&passage.text) {
            if super::must_stay(passage, &range) {
                continue;
            }
            let count = passage.words.iter().filter(|word| range.contains(&word.range.start)).count();
            if nested {
                report.find(passage.span(range), "There are brackets inside these brackets.", "");
            } else if count > most as usize {
                report.find(passage.span(range), format!("There are {count} words between these brackets."), "");
            }
        }
    }
}

/// The outer pairs of brackets of a text, and whether they hold others.
fn pairs(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    let mut open = 0_usize;
    let mut start = 0;
    let mut nested = false;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => {
                if open == 0 {
                    (start, nested) = (at, false);
                }
                open += 1;
                nested |= open > 1;
            }
            ')' | ']' if open > 0 => {
                open -= 1;
                if open == 0 {
                    found.push((start..at + 1, nested));
                }
            }
            _ => {}
        }
    }
    found
}
