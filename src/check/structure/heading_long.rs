//! The rule `heading-long`.

use crate::check::report::weight;
use crate::check::rule::rule;
use crate::check::{PageView, PassageKind, Report, Run};
use crate::toolkit::Measure;

rule! {
    /// A heading with too many words.
    ///
    /// # Why it matters
    /// Readers look over the headings to find what they need. A long one is no quick sign.
    ///
    /// # What to do
    /// Keep the words that say what comes, and take the others away.
    ///
    /// # Examples
    /// ```markdown fail
    /// ## What you may want to think about before you come to a meeting
    /// ```
    /// ```markdown pass
    /// ## Before a meeting
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: headings that are clear and easy to understand. The number is our own.
    "heading-long", Structure, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(limit) = view.limit(Measure::HeadingWords) else { return };
    for passage in view.prose.passages.iter().filter(|passage| matches!(passage.kind, PassageKind::Heading | PassageKind::BoxTitle)) {
        let words = passage.words.len();
        if let Some(beyond) = limit.over(words) {
            let most = limit.warning.or(limit.advice).unwrap_or_default();
            let what = format!("This heading has {words} words. Try for {most} or fewer.");
            report.find(passage.whole(), what, "").severity = weight(beyond, RULE.severity);
        }
    }
}
