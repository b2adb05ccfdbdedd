//! The rule `foreign-word`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::List;

use super::listed::{self, instead};

rule! {
    /// A word from another language.
    ///
    /// # Why it matters
    /// Many readers do not know words from other languages.
    ///
    /// # What to do
    /// Write it in the language of the page.
    ///
    /// # Examples
    /// ```markdown fail
    /// We pay you per annum.
    /// ```
    /// ```markdown pass
    /// We pay you each year.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: do not use words from other languages.
    "foreign-word", Words, Warning, ["en"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    listed::each(view, List::Foreign, &mut |passage, found, words| {
        let span = passage.span(words.clone());
        report.find(span, format!("“{}” comes from another language.", &passage.text[words.clone()]), instead(found.phrase));
    });
}
