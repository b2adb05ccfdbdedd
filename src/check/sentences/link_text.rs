//! The rule `link-text`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{MarkKind, PageView, Report, Run};

rule! {
    /// A link whose words do not say where it leads.
    ///
    /// # Why it matters
    /// People who use a screen reader hear all links in a list. “Here, here, here” helps nobody.
    ///
    /// # What to do
    /// Let the words of the link say what comes: `[our guide to meetings](meetings.md)`.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](guide) To see our guides, [click here](https://example.org).
    /// ```
    /// ```markdown pass
    /// ![](guide) Look at [our guides](https://example.org).
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criterion 2.4.4 *Link Purpose*.
    "link-text", Sentences, Warning, Run::Page(run)
}

/// Words that say nothing of where a link leads, in small letters.
const EMPTY: [&str; 62] = [
    "a link",
    "article",
    "click",
    "click here",
    "click on this link",
    "click this link",
    "click this",
    "continue",
    "continue reading",
    "details",
    "download",
    "download here",
    "file",
    "find out more",
    "find out more here",
    "for more",
    "for more information",
    "further information",
    "get more information",
    "go",
    "here",
    "info",
    "information",
    "learn more",
    "link",
    "more",
    "more details",
    "more here",
    "more info",
    "more information",
    "open",
    "page",
    "pdf",
    "press here",
    "read",
    "read here",
    "read it here",
    "read more",
    "read more here",
    "read on",
    "read this",
    "see here",
    "see more",
    "tap here",
    "the link",
    "this",
    "this document",
    "this link",
    "this one",
    "this page",
    "this site",
    "this website",
    "view",
    "view more",
    "website",
    "yma",
    "cliciwch yma",
    "darllen mwy",
    "hier",
    "mehr",
    "ici",
    "aquí",
];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for passage in super::own(view) {
        for mark in &passage.marks {
            let MarkKind::Link(id) = mark.kind else { continue };
            let words = passage.text[mark.range.clone()].trim();
            let small = words.to_lowercase();
            let bare = small.trim_matches(|c: char| !c.is_alphanumeric());
            if EMPTY.contains(&bare) {
                let span = view.paired.page.links.get(id.0 as usize).map_or_else(|| passage.span(mark.range.clone()), |link| link.span);
                report.find(span, format!("“{}” does not say where the link leads.", short(words)), "");
            }
        }
    }
}
