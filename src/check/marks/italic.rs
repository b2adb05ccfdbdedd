//! The rule `italic`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::finding::Fix;
use crate::toolkit::{Inline, each_inline, span_of};

rule! {
    /// Words between single stars, which most programs show in slanted letters.
    ///
    /// # Why it matters
    /// Slanted letters are hard to read. So our pages show these words in bold, and bold stands for hard words.
    ///
    /// # What to do
    /// Take the stars away. For a hard word, write two stars on each side.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) We *listen* to you.
    /// ```
    /// ```markdown pass
    /// ![](listen) We listen to you.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*; British Dyslexia Association, *Style guide*: no italics.
    "italic", Marks, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for words in &view.prose.marked {
        each_inline(words, &mut |inline| {
            let Inline::Emphasis(inside, span) = inline else { return };
            let finding = report.find(*span, "These words stand between single stars.", "");
            let text = span_of(inside).map(|inside| inside.of(view.source));
            finding.fix = text.filter(|text| !text.is_empty()).map(|text| Fix::new(*span, text, "Take the stars away."));
        });
    }
}
