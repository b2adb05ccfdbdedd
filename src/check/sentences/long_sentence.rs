//! The rule `long-sentence`.

use crate::check::report::weight;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Beyond, Measure};

rule! {
    /// A sentence with too many words.
    ///
    /// # Why it matters
    /// In a long sentence, the beginning is forgotten before the end is read.
    ///
    /// # What to do
    /// Say one thing in a sentence. Make two sentences out of this one, each on a line of its own.
    ///
    /// The limit comes from the profile, for the language of the page. A sentence a little below it is told as advice.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) We listen to everyone who comes to our meetings and we write down all that they tell us about their lives.
    /// ```
    /// ```markdown pass
    /// ![](listen) We listen to everyone who comes to our meetings.
    /// ![](notes) We write down what they tell us.
    /// ```
    ///
    /// # Sources
    /// - UK government, *Accessible communication formats*: 10 to 15 words in a sentence.
    /// - Department of Health, *Making written information easier to understand*, 2010: up to 15 words.
    "long-sentence", Sentences, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(limit) = view.limit(Measure::SentenceWords) else { return };
    for (passage, sentence) in super::sentences(view) {
        let count = sentence.words.len();
        let Some(beyond) = limit.over(count) else { continue };
        let most = if beyond == Beyond::Advice { limit.advice } else { limit.warning }.unwrap_or_default();
        let far = if beyond == Beyond::Strong { " This is far too long." } else { "" };
        let what = format!("This sentence has {count} words.{far} Try for {most} or fewer.");
        report.find(passage.span(sentence.range.clone()), what, "").severity = weight(beyond, RULE.severity);
    }
}
