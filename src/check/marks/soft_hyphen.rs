//! The rule `soft-hyphen`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::finding::Fix;
use crate::toolkit::{Block, Span, each_block};

rule! {
    /// A hidden sign that breaks a word at the end of a line.
    ///
    /// # Why it matters
    /// Broken words are hard to read. Some screen readers stop in the middle of the word. Search does not find it.
    ///
    /// # What to do
    /// Take the sign away. You cannot see it: delete the word and type it again.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) We lis&shy;ten to you.
    /// ```
    /// ```markdown pass
    /// ![](listen) We listen to you.
    /// ```
    ///
    /// # Sources
    /// - UKAAF and Inclusion Europe, *Information for all*: never break a word over two lines.
    "soft-hyphen", Marks, Warning, Run::Page(run)
}

/// The sign, and the ways to write it.
const WRITTEN: [&str; 4] = ["\u{AD}", "&shy;", "&#173;", "&#xAD;"];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    // Nearly every page is written in plain letters.
    if view.source.is_ascii() && !view.source.contains('&') {
        return;
    }
    let mut code: Vec<Span> = Vec::new();
    each_block(&view.paired.page.blocks, &mut |block| {
        if let Block::Code { span, .. } = block {
            code.push(*span);
        }
    });
    for written in WRITTEN {
        for (at, _) in view.source.match_indices(written) {
            let span = Span::new(at..at + written.len());
            if code.iter().any(|code| code.covers(span)) {
                continue;
            }
            report.find(span, "There is a hidden sign in this word.", "").fix = Some(Fix::new(span, "", "Take the hidden sign away."));
        }
    }
}
