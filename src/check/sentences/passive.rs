//! The rule `passive`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::{may_be_passive, passive};

rule! {
    /// A sentence that hides who does something.
    ///
    /// # Why it matters
    /// Readers want to know who does what. A passive sentence puts that last, or leaves it out.
    ///
    /// # What to do
    /// Begin with who does it: “We wrote the plan”, not “The plan was written”.
    ///
    /// Words such as “involved”, “worried” and “disabled” say how somebody is. They count only with “by” behind them. The rule is a guess: it is right about 9 times in 10.
    ///
    /// # Examples
    /// ```markdown fail
    /// The plan was written last year.
    /// ```
    /// ```markdown pass
    /// We wrote the plan last year.
    ///
    /// We are involved and interested.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: use active language rather than passive language where possible.
    /// - UK government, *Accessible communication formats*, on easy read.
    "passive", Sentences, Warning, ["en"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for (passage, sentence) in super::sentences(view).filter(|(passage, _)| may_be_passive(&passage.shapes)) {
        let Some(found) = passive(&passage.folded[sentence.words.clone()]) else { continue };
        let words = passage.stretch(&(sentence.words.start + found.start..sentence.words.start + found.end));
        if passage.is_quoted(&words) || passage.is_literal(&words) {
            continue;
        }
        let what = format!("“{}” does not begin with who does it.", short(&passage.text[words.clone()]));
        report.find(passage.span(words), what, "");
    }
}
