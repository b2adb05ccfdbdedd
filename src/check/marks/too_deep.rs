//! The rule `too-deep`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::parse::{BLOCKS_MAX, DEPTH_MAX};
use crate::toolkit::OddityKind;

rule! {
    /// Lists or boxes too deep inside each other, or too much on one page.
    ///
    /// # Why it matters
    /// Nobody can follow a list inside a list inside a list. Pages that never end are hard to find the way in.
    ///
    /// # What to do
    /// Take the inner lists out and give them headings of their own. Cut a long page into parts.
    ///
    /// # Examples
    /// ```markdown fail
    /// >>>>>>> Deep
    /// ```
    /// ```markdown pass
    /// > A quote.
    /// ```
    ///
    /// # Sources
    /// - W3C, *Making Content Usable for People with Cognitive and Learning Disabilities*, objective 3: clear content.
    "too-deep", Marks, Error, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for oddity in &view.paired.page.oddities {
        match oddity.kind {
            OddityKind::TooDeep => {
                let what = format!("More than {DEPTH_MAX} lists, quotes or boxes lie inside each other here.");
                report.find(oddity.span, what, "");
            }
            OddityKind::TooMuch => {
                let what = format!("There are more than {BLOCKS_MAX} lines on this page. The rest is left out.");
                report.find(oddity.span, what, "Cut the page into parts: one file for each.");
            }
            _ => {}
        }
    }
}
