//! The rule `vague-word`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::List;

use super::listed::{self, instead};

rule! {
    /// Words that say too little.
    ///
    /// # Why it matters
    /// Readers need to know who, what, when and how many. Vague words leave them to guess.
    ///
    /// # What to do
    /// Say what you mean. Name the things, or give a number.
    ///
    /// # Examples
    /// ```markdown fail
    /// We do various things.
    /// ```
    /// ```markdown pass
    /// We do 3 things.
    /// ```
    ///
    /// # Sources
    /// - Plain English Campaign, *How to write in plain English*; W3C, *Making content usable*.
    "vague-word", Words, Advice, ["en"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    listed::each(view, List::Vague, &mut |passage, found, words| {
        let span = passage.span(words.clone());
        report.find(span, format!("“{}” says too little.", &passage.text[words.clone()]), instead(found.phrase));
    });
}
