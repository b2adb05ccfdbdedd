//! The rule `idiom`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::List;

use super::listed::{self, instead};

rule! {
    /// A saying that does not mean what its words say.
    ///
    /// # Why it matters
    /// Some readers take words just as they stand. A saying then makes no sense, or scares them.
    ///
    /// # What to do
    /// Say what you mean in plain words.
    ///
    /// # Examples
    /// ```markdown fail
    /// We get everyone on board.
    /// ```
    /// ```markdown pass
    /// We ask everyone to join.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: do not use difficult ideas such as metaphors.
    /// - W3C, *Making content usable for people with cognitive and learning disabilities*: use literal language.
    "idiom", Words, Warning, ["en"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    listed::each(view, List::Idioms, &mut |passage, found, words| {
        let span = passage.span(words.clone());
        report.find(span, format!("“{}” is a saying. Not all readers know it.", &passage.text[words.clone()]), instead(found.phrase));
    });
}
