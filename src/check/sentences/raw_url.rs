//! The rule `raw-url`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::WordKind;

rule! {
    /// A long web address in the text.
    ///
    /// # Why it matters
    /// A long address is hard to read. A screen reader says every letter of it.
    ///
    /// # What to do
    /// Make a link of easy words, such as `[our website](https://example.org/…)`. A short address may stand.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](guide) Look at https://example.org/guides/2026/easy-read?id=12
    /// ```
    /// ```markdown pass
    /// ![](guide) Look at [our guides](https://example.org/guides/2026/easy-read?id=12), or at example.org
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criterion 2.4.4 *Link Purpose*; UK government, *Accessible communication formats*.
    "raw-url", Sentences, Warning, Run::Page(run)
}

/// The most letters of a short address.
const LETTERS_MAX: usize = 30;

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for passage in super::own(view) {
        for word in passage.words.iter().filter(|word| word.kind == WordKind::Literal) {
            let written = passage.word(word);
            let is_web = written.contains("://") || written.starts_with("www.") || written.contains('.') && written.contains('/');
            let is_long = written.chars().count() > LETTERS_MAX || written.contains(['?', '&', '=', '%', '#']);
            if is_web && is_long && !passage.is_literal(&word.range) {
                let letters = written.chars().count();
                report.find(passage.span(word.range.clone()), format!("This web address has {letters} letters and signs."), "");
            }
        }
    }
}
