//! The rule `unchecked`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{PageKind, Status};

rule! {
    /// A published guide that nobody has checked.
    ///
    /// # Why it matters
    /// Only people can say if a text is easy to read. Until they have, the pages carry the words: Draft. People have not checked this yet.
    ///
    /// # What to do
    /// Ask people with learning disabilities to check the guide. Pay them for their work. Then say so at the head of its first page, such as “checked-by: The reading group of Our DPO”.
    ///
    /// # Sources
    /// - Inclusion Europe, *Do not write for us without us*: people with intellectual disabilities take part in making easy-read texts.
    "unchecked", Structure, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let front = &view.paired.page.front;
    let is_guide = matches!(view.place.kind, PageKind::Cover(_) | PageKind::Single(_));
    let says_so = matches!(front.status, Some(Status::Published | Status::Checked));
    if is_guide && says_so && front.checked_by.is_none() {
        report.find_in_file("This guide is published, but nobody has checked it.", "");
    }
}
