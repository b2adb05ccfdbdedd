//! The rule `moving-picture`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};

rule! {
    /// A picture that moves.
    ///
    /// # Why it matters
    /// Things that move by themselves make it hard to read. So only the first moment of the picture is shown.
    ///
    /// # What to do
    /// Check that the first moment says what you mean. Or make a film of it, with a box: `> [!video]`.
    ///
    /// # Sources
    /// - WCAG 2.2, success criterion 2.2.2 *Pause, Stop, Hide*.
    "moving-picture", Pictures, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for (paired, _, span) in super::all(view) {
        if paired.image.as_ref().is_ok_and(|image| image.moves) {
            report.find(span, "This picture moves. Your page shows only its first moment.", "");
        }
    }
}
