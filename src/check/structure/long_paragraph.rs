//! The rule `long-paragraph`.

use crate::check::report::weight;
use crate::check::rule::rule;
use crate::check::{PageView, PassageKind, Report, Run};
use crate::toolkit::Measure;

rule! {
    /// A paragraph with too many words, on a page that is prose.
    ///
    /// # Why it matters
    /// A wall of text is hard to begin. It is easy to lose the line.
    ///
    /// # What to do
    /// Make two paragraphs of it, each with one thing to say. Or make a list.
    ///
    /// Easy-read pages have lines in the place of paragraphs, so it looks only at pages of the levels `plain` and `standard`.
    ///
    /// # Sources
    /// - W3C, *Making content usable for people with cognitive and learning disabilities*: paragraphs of up to 50 words.
    "long-paragraph", Structure, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(limit) = view.limit(Measure::ParagraphWords) else { return };
    for passage in view.prose.passages.iter().filter(|passage| passage.kind == PassageKind::Paragraph && !passage.quoted) {
        let count = passage.words.len();
        let Some(beyond) = limit.over(count) else { continue };
        let most = limit.warning.or(limit.advice).unwrap_or_default();
        let what = format!("This paragraph has {count} words. Try for {most} or fewer.");
        report.find(passage.whole(), what, "").severity = weight(beyond, RULE.severity);
    }
}
