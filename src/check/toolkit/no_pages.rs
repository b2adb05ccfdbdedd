//! The rule `no-pages`.

use crate::check::rule::rule;
use crate::check::{Report, Run, SiteView};

rule! {
    /// A toolkit with no pages to publish.
    ///
    /// # Why it matters
    /// The site would be empty. Readers would lose what stood there before.
    ///
    /// # What to do
    /// Put your pages into the folder content. A page is a file with a name that ends in `.md`.
    ///
    /// # Sources
    /// - Our own: a folder that was moved or renamed by mistake must not empty a site.
    "no-pages", Toolkit, Error, Run::Site(run)
}

fn run(view: &SiteView<'_>, report: &mut Report<'_>) {
    // Pages that cannot be read are told by another rule.
    let refused = view.refused.iter().any(|refused| refused.path == "content" || refused.path.starts_with("content/"));
    if refused || !view.site.places.is_empty() {
        return;
    }
    if view.site.drafts.is_empty() {
        report.find_at("content", None, "There are no pages in the folder content.", "");
    } else {
        let todo = "Take “draft: yes” from the head of a page. To look at drafts: alongside build --draft";
        report.find_at("content", None, "Every page is marked as a draft, so there is nothing to publish.", todo);
    }
}
