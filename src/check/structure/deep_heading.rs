//! The rule `deep-heading`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Block, Measure, each_block, plain_text};

rule! {
    /// A heading below a heading below a heading.
    ///
    /// # Why it matters
    /// With many levels of headings, readers no longer know what belongs to what.
    ///
    /// # What to do
    /// Use ## and ### only. Make a page of its own for what lies deeper.
    ///
    /// # Examples
    /// ```markdown fail
    /// ## Meetings
    ///
    /// ### Before
    ///
    /// #### Travel
    /// ```
    /// ```markdown pass
    /// ## Before a meeting
    ///
    /// ### Travel
    /// ```
    ///
    /// # Sources
    /// - W3C, *Making Content Usable for People with Cognitive and Learning Disabilities*; UKAAF: few levels of headings.
    "deep-heading", Structure, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(most) = view.limit(Measure::HeadingLevels).and_then(|limit| limit.warning) else { return };
    each_block(&view.paired.page.blocks, &mut |block| {
        if let Block::Heading(heading) = block
            && u32::from(heading.level) > most
        {
            let what = format!("The heading “{}” is at level {}.", short(&plain_text(&heading.words)), heading.level);
            report.find(heading.span, what, "");
        }
    });
}
