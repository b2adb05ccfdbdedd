//! The rule `bold-overuse`.

use crate::check::rule::rule;
use crate::check::{MarkKind, PageView, Report, Run};
use crate::toolkit::{Measure, Span};

rule! {
    /// Much of a page in bold.
    ///
    /// # Why it matters
    /// When much is bold, nothing stands out.
    ///
    /// # What to do
    /// Keep bold for hard words, where they come first.
    ///
    /// # Sources
    /// - Our own, after W3C, *Making Content Usable for People with Cognitive and Learning Disabilities*: highlight only what is important.
    "bold-overuse", Marks, Advice, Run::Page(run)
}

/// Words from which on a share says something.
const WORDS_MIN: usize = 20;

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(most) = view.limit(Measure::BoldPercent).and_then(|limit| limit.advice.or(limit.warning)) else { return };
    let mut words = 0;
    let mut bold = 0;
    let mut first: Option<Span> = None;
    for passage in view.prose.passages.iter().filter(|passage| passage.kind.is_running_text()) {
        words += passage.words.len();
        for mark in passage.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Strong(_) | MarkKind::Emphasis)) {
            bold += passage.words.iter().filter(|word| mark.range.contains(&word.range.start)).count();
            first.get_or_insert_with(|| passage.span(mark.range.clone()));
        }
    }
    let Some(first) = first.filter(|_| words >= WORDS_MIN && bold * 100 > words * most as usize) else { return };
    report.find(first, format!("{bold} of the {words} words of this page are in bold."), "");
}
