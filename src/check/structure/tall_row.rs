//! The rule `tall-row`.

use crate::check::rule::rule;
use crate::check::{OutputView, Report, Run};
use crate::toolkit::FormatFaultKind;

rule! {
    /// A row that is taller than a printed page.
    ///
    /// # Why it matters
    /// The row is cut in two when it is printed. Then its picture and its words are on different pages.
    ///
    /// # What to do
    /// Write shorter sentences, and put each on a line of its own.
    ///
    /// # Sources
    /// - Our own: a picture stands beside its sentence, on paper too.
    "tall-row", Structure, Warning, Run::Output(run)
}

fn run(view: &OutputView<'_>, report: &mut Report<'_>) {
    let mut told = Vec::new();
    for fault in view.formats.iter().filter(|fault| fault.kind == FormatFaultKind::TallRow) {
        if !told.contains(&(&fault.path, fault.span)) {
            told.push((&fault.path, fault.span));
            report.find_at(fault.path.as_str(), fault.span, "This row is taller than a printed page.", "");
        }
    }
}
