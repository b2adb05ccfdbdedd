//! The rule `pack`.

use super::settings;
use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{Report, Run, SiteView};
use crate::toolkit::{PackFaultKind, SettingsFaultKind};

rule! {
    /// A pack of symbols that cannot be used as it is.
    ///
    /// # Why it matters
    /// Pictures would be missing from your pages, or be used against their licence.
    ///
    /// # What to do
    /// Look at `pack.yaml` and `symbols.csv` in the folder of the pack. The starter pack shows how they look.
    ///
    /// # Sources
    /// - Our own: the source format.
    "pack", Toolkit, Error, Run::Site(run)
}

fn run(view: &SiteView<'_>, report: &mut Report<'_>) {
    for fault in view.pack_faults() {
        let path = fault.path.as_str();
        match &fault.kind {
            // The rule `picture-licence` tells of it.
            PackFaultKind::Settings(settings) if settings.kind == SettingsFaultKind::Missing("licence") => {}
            PackFaultKind::Settings(fault) => {
                let (what, todo) = settings::words(&fault.kind, "");
                report.find_at(path, Some(fault.span), what, todo);
            }
            PackFaultKind::NoIndex => {
                let todo = "Add the file symbols.csv to the folder. Its first line is: id,file,label,other-names,description";
                report.find_at(path, None, "This pack has no list of its symbols.", todo);
            }
            PackFaultKind::NoColumn(column) => {
                let todo = "The first line names the columns: id,file,label,other-names,description";
                report.find_at(path, None, format!("The list of symbols has no column “{column}”."), todo);
            }
            PackFaultKind::BadLine(span, why) => {
                let todo = "Open the list in a spreadsheet program, and save it again as CSV with UTF-8.";
                report.find_at(path, Some(*span), format!("Alongside cannot read this line of the list: {}.", short(why)), todo);
            }
            PackFaultKind::TwoSymbols(span, name) => {
                let todo = "Give one of them another name in the column “id”.";
                report.find_at(path, Some(*span), format!("Two symbols have the name “{name}”."), todo);
            }
            PackFaultKind::BadFile(span, file) => {
                let todo = "Write the name of a file in the folder of the pack.";
                report.find_at(path, Some(*span), format!("“{}” is not a file of this pack.", short(file)), todo);
            }
        }
    }
}
