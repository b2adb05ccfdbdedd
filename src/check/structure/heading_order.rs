//! The rule `heading-order`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Block, each_block, plain_text};

rule! {
    /// A heading that jumps over a level, or a second title.
    ///
    /// # Why it matters
    /// People who use a screen reader jump from heading to heading. A gap sounds as if a part is missing.
    ///
    /// # What to do
    /// Begin with `##`, and go one step at a time: `###` comes below `##`.
    ///
    /// # Examples
    /// ```markdown fail
    /// ## Where to start
    ///
    /// #### Ask people
    /// ```
    /// ```markdown pass
    /// ## Where to start
    ///
    /// ### Ask people
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criterion 1.3.1 *Info and Relationships*.
    "heading-order", Structure, Error, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let page = &view.paired.page;
    // The title of the page is its heading of level 1. Notes stand below a heading of the theme's.
    look(&page.blocks, 1, view, report);
    page.footnotes.iter().for_each(|footnote| look(&footnote.blocks, 2, view, report));
}

/// Looks at headings that come behind one of the level `above`.
fn look(blocks: &[Block], mut above: u8, view: &PageView<'_>, report: &mut Report<'_>) {
    each_block(blocks, &mut |block| {
        let Block::Heading(heading) = block else { return };
        let written = plain_text(&heading.words);
        let words = || short(&written);
        if written.trim().is_empty() {
            report.find(heading.span, "This heading has no words.", "Write its words behind the ##, or take it away.");
        } else if heading.level == 1 {
            let what = format!("“{}” is a second title. A page has one title, and it stands at the head of the page.", words());
            let todo = if heading.span.of(view.source).starts_with('#') {
                "Write ## for a heading in the text."
            } else {
                "The line of === below makes it a title. Take that line away. For a heading write ## before the words."
            };
            report.find(heading.span, what, todo);
        } else if heading.level > above + 1 {
            let (wanted, found) = ("#".repeat(usize::from(above) + 1), "#".repeat(usize::from(heading.level)));
            let words = words();
            let what = format!("The heading “{words}” jumps over a level: {found} comes where {wanted} should be.");
            report.find(heading.span, what, format!("Write {wanted} {words}."));
        }
        above = heading.level.max(2);
    });
}
