//! The rule `double-negative`.

use crate::check::report::all_of;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};

rule! {
    /// Two words that say no in one part of a sentence.
    ///
    /// # Why it matters
    /// “Not uncommon” means “common”. Readers must turn the meaning around twice.
    ///
    /// # What to do
    /// Say it in a positive way: what is, or what people can do.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](meeting) You cannot come without a ticket.
    /// ```
    /// ```markdown pass
    /// ![](meeting) You need a ticket to come.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: use positive sentences rather than negative ones where possible.
    "double-negative", Sentences, Warning, ["en"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for (passage, _, clauses) in super::negation::sentences(view) {
        for clause in clauses {
            let (Some(first), Some(last)) = (clause.all.first(), clause.all.last()) else { continue };
            if clause.all.len() < 2 || clause.negatives.is_empty() {
                continue;
            }
            let range = passage.words[*first].range.start..passage.words[*last].range.end;
            if super::must_stay(passage, &range) {
                continue;
            }
            let words: Vec<&str> = clause.all.iter().map(|place| passage.word(&passage.words[*place])).collect();
            report.find(passage.span(range), format!("These words say no twice: {}.", all_of(&words)), "");
        }
    }
}
