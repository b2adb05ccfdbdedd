//! The rule `no-summary`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Measure, PageKind};

rule! {
    /// A long page, or a guide, that has no summary.
    ///
    /// # Why it matters
    /// A summary tells readers if a page is for them, before they read it.
    ///
    /// # What to do
    /// Add a line to the head of the page, such as “summary: How to join a meeting.”
    ///
    /// # Sources
    /// - W3C, *Making Content Usable for People with Cognitive and Learning Disabilities*: a summary for documents over 300 words.
    "no-summary", Structure, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    if view.paired.page.front.summary.is_some() || view.place.kind == PageKind::Home {
        return;
    }
    let words = super::long_page::words(view);
    let Some(from) = view.limit(Measure::SummaryFromWords).and_then(|limit| limit.warning) else { return };
    if matches!(view.place.kind, PageKind::Cover(_)) {
        report.find_in_file("This guide has no summary.", "");
    } else if words > from as usize {
        report.find_in_file(format!("This page has {words} words and no summary."), "");
    }
}
