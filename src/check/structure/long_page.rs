//! The rule `long-page`.

use crate::check::report::weight;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::Measure;

rule! {
    /// A page with too many words.
    ///
    /// # Why it matters
    /// A long page is hard to get through. Readers lose their place, or give up.
    ///
    /// # What to do
    /// Make two pages of it, or leave something out. Ask what readers must know.
    ///
    /// # Sources
    /// - Easy Read Standard: up to 1,000 words. UK government, *Accessible communication formats*: leave out what readers do not need.
    "long-page", Structure, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(limit) = view.limit(Measure::PageWords) else { return };
    let words = words(view);
    if let Some(beyond) = limit.over(words) {
        let most = limit.warning.or(limit.advice).unwrap_or_default();
        let what = format!("This page has {words} words. Try for {most} or fewer.");
        report.find_in_file(what, "").severity = weight(beyond, RULE.severity);
    }
}

/// How many words a reader of the page reads.
pub fn words(view: &PageView<'_>) -> usize {
    view.prose.passages.iter().map(|passage| passage.words.len()).sum()
}
