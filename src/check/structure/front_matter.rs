//! The rule `front-matter`.

use crate::check::rule::rule;
use crate::check::toolkit::settings::{unknown, words};
use crate::check::{PageView, Report, Run, SiteView};

rule! {
    /// Something at the head of a page that Alongside cannot read.
    ///
    /// # Why it matters
    /// The title, the date and the other facts about the page stand there. What cannot be read is missing on the page.
    ///
    /// # What to do
    /// Write one fact on a line: its name, a colon, a blank, and what you want to say. Put three hyphens on a line before and behind them.
    ///
    /// # Examples
    /// ```markdown fail
    /// ---
    /// title: Working together
    /// tilte: Working together
    /// ---
    /// ![](listen) We listen to you.
    /// ```
    /// ```markdown pass
    /// ---
    /// title: Working together
    /// date: 22 November 2026
    /// ---
    /// ![](listen) We listen to you.
    /// ```
    ///
    /// # Sources
    /// - Our own: the source format.
    "front-matter", Structure, Error, Run::PageAndSite(run, run_site)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for fault in &view.paired.page.front_faults {
        let (what, todo) = words(&fault.kind, fault.span.of(view.source));
        report.find(fault.span, what, todo);
    }
}

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    let packs: Vec<&str> = view.packs.iter().map(|pack| &*pack.name.0).collect();
    for (path, place) in &view.site.places {
        for pack in place.front.symbols.iter().filter(|pack| !packs.contains(&pack.value.as_str())) {
            let (what, todo) = unknown(&pack.value, "pack of symbols", "symbols/", &packs);
            report.find_at(path.as_str(), Some(pack.span), what, todo);
        }
    }
}
