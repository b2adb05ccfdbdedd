//! The rule `negative`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};

rule! {
    /// A sentence that says what is not.
    ///
    /// # Why it matters
    /// Readers can miss a small word like “not”. Then they understand the opposite.
    ///
    /// # What to do
    /// Look if you can say what is, or what people can do.
    ///
    /// “Do not …” and “Never …” at the beginning of a sentence are clear, and may stand. So may bold words: **not**.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](meeting) The meeting is not on Monday.
    /// ```
    /// ```markdown pass
    /// ![](meeting) The meeting is on Tuesday.
    /// ![](safe) Do not use the lift in a fire.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: use positive sentences rather than negative ones where possible.
    "negative", Sentences, Advice, ["en"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for (passage, sentence, clauses) in super::negation::sentences(view) {
        if clauses.iter().any(|clause| clause.all.len() > 1) {
            continue;
        }
        for place in clauses.iter().flat_map(|clause| &clause.negatives) {
            let word = &passage.words[*place];
            let first = sentence.words.start + usize::from(super::small(passage, sentence.words.start) == "please");
            let is_order = *place <= first + 1 && begins_order(super::small(passage, first));
            let is_bold = passage.mark_around(&word.range, |kind| matches!(kind, crate::check::MarkKind::Strong(_))).is_some();
            if !is_order && !is_bold && !super::must_stay(passage, &word.range) {
                let what = format!("“{}” says no.", short(passage.word(word)));
                report.find(passage.span(word.range.clone()), what, "");
            }
        }
    }
}

fn begins_order(word: &str) -> bool {
    ["do", "don't", "never", "no"].contains(&word)
}
