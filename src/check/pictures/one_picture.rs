//! The rule `one-picture`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::OddityKind;

rule! {
    /// A second picture in one row.
    ///
    /// # Why it matters
    /// One row has one idea, and one picture for it. Two pictures pull the eye to two places.
    ///
    /// # What to do
    /// Keep the picture that says most, and take the other one away. Or cut the line into two.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) We listen. ![](meeting)
    /// ```
    /// ```markdown pass
    /// ![](listen) We listen.
    /// ![](meeting) Then we meet.
    /// ```
    ///
    /// # Sources
    /// - Our own: one row has one idea.
    "one-picture", Pictures, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for oddity in view.paired.page.oddities.iter().filter(|oddity| oddity.kind == OddityKind::SecondPicture) {
        report.find(oddity.span, "There are two pictures for one line.", "");
    }
}
