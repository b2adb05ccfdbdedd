//! The rule `unreadable-file`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run, SiteView};
use crate::toolkit::{Oddity, OddityKind, RefusedWhy};

rule! {
    /// A file that Alongside cannot or will not open.
    ///
    /// # Why it matters
    /// What stands in the file is missing on your site.
    ///
    /// # What to do
    /// Put a plain file with a plain name in its place.
    ///
    /// # Sources
    /// - Our own: a toolkit is safe to copy, to pack and to build on every computer.
    "unreadable-file", Toolkit, Error, Run::PageAndSite(run_page, run_site)
}

fn run_page(view: &PageView<'_>, report: &mut Report<'_>) {
    let page = &view.paired.page;
    tell(page.path.as_str(), &page.oddities, report);
}

/// Tells letters of a text that cannot be read or seen.
fn tell(path: &str, oddities: &[Oddity], report: &mut Report<'_>) {
    for oddity in oddities {
        let (what, todo) = match oddity.kind {
            OddityKind::NotUtf8 => (
                "Some letters in this file cannot be read. They are shown as �.",
                "Open the file in your text program, and save it as “UTF-8”.",
            ),
            OddityKind::Hidden => {
                ("There is a sign in this text that nobody can see.", "Delete the letters before and behind it, and type them again.")
            }
            _ => continue,
        };
        report.find_at(path, Some(oddity.span), what, todo);
    }
}

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    for text in view.texts {
        tell(text.path.as_str(), &text.source.oddities, report);
    }
    for refused in view.refused {
        let (what, todo) = match &refused.why {
            RefusedWhy::Link => {
                ("This is a link to a place outside of your toolkit, or to nothing.".to_owned(), "Copy the real file to this place.")
            }
            RefusedWhy::NotAFile => ("This is not a file that can be read.".to_owned(), "Take it out of your toolkit."),
            RefusedWhy::BadName => (
                "The name of this file does not work on every computer.".to_owned(),
                "Give it a name of letters, numbers, blanks and hyphens.",
            ),
            RefusedWhy::TooBig(size, limit) => (
                format!("This text is too big: {} KB. {} KB is the limit.", size.div_ceil(1024), limit / 1024),
                "Cut it into several files.",
            ),
            RefusedWhy::TooDeep(limit) => (format!("More than {limit} folders lie inside each other here."), "Move the files up."),
            RefusedWhy::TooMany(limit) => (
                format!("There are more than {limit} files in this toolkit. The rest was not read."),
                "Move what does not belong to the toolkit to another place.",
            ),
            RefusedWhy::Unreadable(why) => {
                (format!("This file cannot be opened: {why}."), "Check that you may open it, and that no other program holds it.")
            }
        };
        report.find_at(&refused.path, None, what, todo);
    }
}
