//! The rule `unused-picture`.

use crate::check::rule::rule;
use crate::check::{Report, Run, SiteView};

rule! {
    /// A picture file that no page shows.
    ///
    /// # Why it matters
    /// Files that nobody needs make a toolkit hard to keep in order. A photo of people should not lie about.
    ///
    /// # What to do
    /// Use it, or delete the file. To list all of them: `alongside pictures unused`
    ///
    /// # Sources
    /// - Our own: a tidy toolkit.
    "unused-picture", Pictures, Advice, Run::Site(run)
}

fn run(view: &SiteView<'_>, report: &mut Report<'_>) {
    for path in view.unused_files {
        report.find_at(path.as_str(), None, format!("No page shows the picture {}.", path.file_name()), "");
    }
}
