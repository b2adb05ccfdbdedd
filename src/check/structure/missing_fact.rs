//! The rule `missing-fact`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::PageKind;

rule! {
    /// A guide that does not say for whom it is, who made it, or when.
    ///
    /// # Why it matters
    /// Readers want to know if a guide is for them. They want to know if it is still true. They need somebody to ask.
    ///
    /// # What to do
    /// Add a line to the head of the guide's first page.
    ///
    /// # Sources
    /// - W3C, *Making Content Usable for People with Cognitive and Learning Disabilities*, objective 7: help and support.
    "missing-fact", Structure, Error, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let front = &view.paired.page.front;
    let has_title = front.title.is_some() || view.place.kind == PageKind::Home || starts_with_heading(view);
    if !has_title {
        report.find_in_file("This page has no title.", "Add a line “title: …” between two lines of --- at the top of the file.");
    }
    if !matches!(view.place.kind, PageKind::Cover(_) | PageKind::Single(_)) {
        return;
    }
    let organisation = &view.config.organisation;
    let facts = [
        (front.audience.is_some(), "for whom it is", "for: Disabled people"),
        (front.by.is_some() || organisation.name.is_some(), "who made it", "by: The name of your group"),
        (front.date.is_some() || is_told("date", view), "when it came out", "date: 22 November 2026"),
    ];
    for (there, fact, line) in facts {
        if !there {
            let todo = format!("Add a line to the head of the page, such as “{line}”.");
            report.find_in_file(format!("This guide does not say {fact}."), todo);
        }
    }
    if front.contact.is_empty() && organisation.contact.is_empty() {
        let todo = "Add “contact:” to the head of the page, or to “organisation:” in alongside.yaml. Below it write lines such as “phone: 01632 960000” and “email: hello@example.org”, moved in by 2 blanks.";
        report.find_in_file("This guide does not say how to get in touch.", todo);
    }
}

/// Whether the head of the page has a line with this name: what is wrong with it is told there.
fn is_told(name: &str, view: &PageView<'_>) -> bool {
    let line_of = |span: crate::toolkit::Span| {
        let start = view.source[..span.start as usize].rfind('\n').map_or(0, |newline| newline + 1);
        view.source[start..].trim_start().to_lowercase()
    };
    view.paired.page.front_faults.iter().any(|fault| line_of(fault.span).starts_with(name))
}

/// Whether the page has a title of its own in its text.
fn starts_with_heading(view: &PageView<'_>) -> bool {
    let body = crate::parse::split(view.source).body;
    view.source[body..].trim_start().starts_with("# ")
}
