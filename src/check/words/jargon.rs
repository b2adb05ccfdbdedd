//! The rule `jargon`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::List;

use super::listed::{self, instead};

rule! {
    /// A word or phrase of offices that has an easier one.
    ///
    /// # Why it matters
    /// Words from offices and forms are hard to understand. They shut readers out.
    ///
    /// # What to do
    /// Write the easier word. When you must use the hard one, explain it in `words.yaml`.
    ///
    /// A few swaps are sure, such as “in order to” for “to”. `alongside tidy` makes those. Names, such as “European
    /// Commission”, may stand. So may words that are explained where they stand: “the voluntary sector, like charities”.
    ///
    /// # Examples
    /// ```markdown fail
    /// We utilise the hall.
    /// ```
    /// ```markdown pass
    /// We use the hall.
    /// ```
    ///
    /// # Sources
    /// - Plain English Campaign, *The A to Z of alternative words*; GOV.UK style guide, *Words to avoid*; plainlanguage.gov.
    "jargon", Words, Warning, ["en"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    listed::each(view, List::Jargon, &mut |passage, found, words| {
        let span = passage.span(words.clone());
        let finding = report.find(span, format!("“{}” is a word from offices.", &passage.text[words.clone()]), instead(found.phrase));
        finding.fix = listed::fix(passage, found, &words, span);
    });
}
