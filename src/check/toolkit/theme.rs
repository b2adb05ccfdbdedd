//! The rule `theme`, and what it can find.

use crate::check::rule::rule;
use crate::check::{OutputView, Report, Run};

rule! {
    /// A theme that does not work, or that makes pages which some readers cannot use.
    ///
    /// # Why it matters
    /// A page without its headings, labels or colours that stand out shuts readers out. Nobody would notice it by looking at the page.
    ///
    /// # What to do
    /// Mend the file that is named. Or delete your own copy of it: then Alongside uses its own.
    ///
    /// # Sources
    /// - WCAG 2.2, success criteria 1.1.1, 1.3.1, 1.4.6, 2.4.1, 3.1.1, 4.1.2.
    "theme", Toolkit, Error, Run::Output(run)
}

/// What is wrong with a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFault {
    /// The file of the theme, seen from the toolkit; `None` when it is not known.
    pub path: Option<String>,
    /// The line of that file, from 1.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// The page in which it shows.
    pub page: Option<String>,
}

fn run(view: &OutputView<'_>, report: &mut Report<'_>) {
    for fault in view.faults {
        let line = fault.line.map_or(String::new(), |line| format!(" Look at line {line}."));
        let page = fault.page.as_ref().map_or(String::new(), |page| format!(" It shows on the page {page}."));
        let path = fault.path.as_deref().unwrap_or("themes/default");
        report.find_at(path, None, format!("{}{line}{page}", fault.what), "");
    }
}
