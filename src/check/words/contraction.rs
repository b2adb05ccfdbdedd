//! The rule `contraction`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::List;

use super::listed::{self, instead};

rule! {
    /// A short form with an apostrophe, such as “can’t”.
    ///
    /// # Why it matters
    /// Some readers miss the small sign. They may then read the opposite.
    ///
    /// # What to do
    /// Write the words in full.
    ///
    /// # Examples
    /// ```markdown fail
    /// You can't come in.
    /// ```
    /// ```markdown pass
    /// You cannot come in.
    /// ```
    ///
    /// # Sources
    /// - GOV.UK style guide, *Contractions*: many users find negative contractions harder to read.
    /// - Groups differ. When yours likes them, write `allow: {contraction: why}` in `alongside.yaml`.
    "contraction", Words, Warning, ["en"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    listed::each(view, List::Contractions, &mut |passage, found, words| {
        let span = passage.span(words.clone());
        let finding = report.find(span, format!("“{}” is a short form.", &passage.text[words.clone()]), instead(found.phrase));
        finding.fix = listed::fix(passage, found, &words, span);
    });
}
