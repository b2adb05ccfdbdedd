//! The rule `footnote`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Inline, each_inline};

rule! {
    /// A footnote on an easy-read page.
    ///
    /// # Why it matters
    /// Readers must leave the sentence, find the small number, and find the way back.
    ///
    /// # What to do
    /// Say it in the text, on a line of its own. Or leave it out.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](law) There is a law for this.[^1]
    ///
    /// [^1]: The Equality Act.
    /// ```
    /// ```markdown pass
    /// ![](law) There is a law for this.
    /// ![](law) It is the Equality Act.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: never use footnotes.
    "footnote", Sentences, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    if !view.place.level.has_rows() {
        return;
    }
    for words in &view.prose.marked {
        each_inline(words, &mut |inline| {
            if let Inline::Footnote(_, span) = inline {
                report.find(*span, "There is a footnote here.", "");
            }
        });
    }
}
