//! The rule `no-words`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{AltText, Block, BoxKind, Inline, each_block, each_inline, plain_text};

rule! {
    /// A link, or the title of a box, with no words; or an empty box.
    ///
    /// # Why it matters
    /// People who listen to the page cannot hear what it is. Some people cannot see that it is there at all.
    ///
    /// # What to do
    /// Write words that say where the link leads, or what the box is about. Or give the picture in it a description.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) Read more here: [](https://example.org)
    /// ```
    /// ```markdown pass
    /// ![](listen) Read more at [our website](https://example.org).
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criteria 2.4.4 and 2.4.6: links and headings say what they are for.
    "no-words", Structure, Error, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let page = &view.paired.page;
    for words in &view.prose.marked {
        each_inline(words, &mut |inline| {
            if let Inline::Link(_, inside, span) = inline
                && !is_heard(inside, view)
            {
                report.find(*span, "This link has no words.", "");
            }
        });
    }
    let mut title = |block: &Block| {
        if let Block::Box(call_out) = block
            && call_out.blocks.is_empty()
            && call_out.kind.is_some_and(needs_lines)
        {
            report.find(call_out.kind_span, "This box is empty.", "Put the sign > before every line of the box, the empty ones too.");
        }
        if let Block::Box(call_out) = block
            && !call_out.title.is_empty()
            && !is_heard(&call_out.title, view)
        {
            report.find(call_out.kind_span, "The title of this box has no words.", "");
        }
    };
    each_block(&page.blocks, &mut title);
    page.footnotes.iter().for_each(|footnote| each_block(&footnote.blocks, &mut title));
}

/// Whether a box of this kind says nothing with its title alone.
fn needs_lines(kind: BoxKind) -> bool {
    matches!(kind, BoxKind::Check | BoxKind::Ladder | BoxKind::Steps | BoxKind::Principles | BoxKind::Quote | BoxKind::Agree)
}

/// Whether somebody who listens hears anything. A picture that is not there is told by another rule.
fn is_heard(words: &[Inline], view: &PageView<'_>) -> bool {
    let mut heard = !plain_text(words).trim().is_empty();
    each_inline(words, &mut |inline| {
        if let Inline::Picture(id, _) = inline {
            let paired = view.paired.picture(*id);
            heard |= paired.image.is_err() || !matches!(paired.alt, Some(AltText::Decorative));
        }
    });
    heard
}
