//! The rule `theme`, and what it can find.

use crate::check::rule::rule;
use crate::check::{OutputView, Report, Run};
use crate::toolkit::TemplateFault;

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

/// A font for PDFs that cannot be read.
pub fn broken_font(path: &str) -> ThemeFault {
    let what = "This font for PDFs cannot be read. It may be cut short, or be another kind of file.".to_owned();
    ThemeFault { path: Some(path.to_owned()), line: None, what, page: None }
}

/// What is wrong with the template that lays PDFs out, with the text of its line.
pub fn words_of_template(fault: &TemplateFault, line: Option<&str>) -> String {
    let what = match fault {
        TemplateFault::Written => "Something is typed wrong. A bracket, a comma or a quote may be missing.".to_owned(),
        TemplateFault::Unknown(name) => format!("Nothing has the name “{name}”."),
        TemplateFault::NotGiven(name) => format!("Something here needs “{name}”, and does not get it."),
        TemplateFault::NotTaken(Some(name)) => format!("Something here is given “{name}”, and does not know it."),
        TemplateFault::NotTaken(None) => "Something here is given more than it can use.".to_owned(),
        TemplateFault::NoField(name) => format!("“{name}” is not there."),
        TemplateFault::NoFile(name) => format!("It asks for the file “{name}”. It can only have the pictures of the guide."),
        TemplateFault::NoPart(name) => format!("It needs a part with the name “{name}”."),
        TemplateFault::OtherKind => "A value is of the wrong kind, such as words in the place of a number.".to_owned(),
        TemplateFault::Endless => "It does not come to an end.".to_owned(),
        TemplateFault::Other => "One of its lines does not work.".to_owned(),
    };
    let line = line.map_or(String::new(), |line| format!(" The line is “{line}”."));
    format!("The layout of PDFs does not work. {what}{line}")
}
