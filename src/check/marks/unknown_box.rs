//! The rule `unknown-box`.

use crate::check::report::one_of;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::parse::nearest;
use crate::toolkit::{Block, BoxKind, Choice, each_block};

rule! {
    /// A box of a kind that does not exist.
    ///
    /// # Why it matters
    /// Alongside does not know how to show the box.
    ///
    /// # What to do
    /// Use one of the kinds that there are: check, ladder, steps, principles, words, quote, agree, video, audio, formats, contact, notes, note, important.
    ///
    /// # Examples
    /// ```markdown fail
    /// > [!chek] Before you start
    /// >
    /// > - [ ] ![](listen) Ask what people need.
    /// ```
    /// ```markdown pass
    /// > [!check] Before you start
    /// >
    /// > - [ ] ![](listen) Ask what people need.
    /// ```
    ///
    /// # Sources
    /// - Our own: the source format.
    "unknown-box", Marks, Error, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    each_block(&view.paired.page.blocks, &mut |block| {
        let Block::Box(call_out) = block else { return };
        if call_out.kind.is_some() {
            return;
        }
        let kinds: Vec<&str> = BoxKind::WORDS.iter().map(|(word, _)| *word).collect();
        let near = nearest(&call_out.kind_written, kinds.iter().copied());
        let todo = if near.is_empty() { String::new() } else { format!("Did you mean {}?", one_of(&near)) };
        report.find(call_out.kind_span, format!("There is no kind of box called “{}”.", call_out.kind_written), todo);
    });
}
