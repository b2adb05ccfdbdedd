//! The rule `duplicate-address`.

use crate::check::rule::rule;
use crate::check::{Report, Run, SiteView};

rule! {
    /// Two pages with one address.
    ///
    /// # Why it matters
    /// Only one of the two pages can stand at that address. Readers could never open the other one.
    ///
    /// # What to do
    /// Give one of the two files another name. Numbers at the beginning, capital letters and accents do not count.
    ///
    /// # Sources
    /// - Our own: a fact.
    "duplicate-address", Structure, Error, Run::Site(run)
}

fn run(view: &SiteView<'_>, report: &mut Report<'_>) {
    for duplicate in &view.site.duplicates {
        let route = &duplicate.route;
        match &duplicate.other {
            Some(other) => {
                report.find_at(duplicate.path.as_str(), None, format!("This page and {other} have the same address: {route}."), "");
            }
            None => {
                let what = format!("Alongside makes a page of its own at the address of this page: {route}.");
                report.find_at(duplicate.path.as_str(), None, what, "Give the file or folder another name.");
            }
        }
    }
}
