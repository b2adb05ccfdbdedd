//! The rule `long-word`.

use std::cell::LazyCell;
use std::collections::HashSet;

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::{WordKind, is_everyday};
use crate::toolkit::Measure;

use super::names::Names;

rule! {
    /// A long word.
    ///
    /// # Why it matters
    /// Long words are hard to read, even when they are well known.
    ///
    /// # What to do
    /// Look for a shorter word, or for two short ones.
    ///
    /// Each word is told once a page.
    ///
    /// # Examples
    /// ```markdown fail
    /// We talk about responsibilities.
    /// ```
    /// ```markdown pass
    /// We talk about what each of us does.
    /// ```
    ///
    /// # Sources
    /// - The limit is in the profile: `word-letters`. The number is our own.
    "long-word", Words, Advice, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(limit) = view.limit(Measure::WordLetters).and_then(|limit| limit.advice.or(limit.warning)) else { return };
    let names = LazyCell::new(|| Names::of(view));
    let mut told: HashSet<&str> = HashSet::new();
    for passage in view.prose.passages.iter().filter(|passage| !passage.quoted) {
        // Most words are short: bytes are counted first.
        for word in passage.words.iter().filter(|word| word.range.len() > limit as usize && word.kind == WordKind::Word) {
            let written = passage.word(word);
            let letters = written.split('-').map(|part| part.chars().filter(|c| c.is_alphabetic()).count()).max().unwrap_or(0);
            let place = passage.words.partition_point(|other| other.range.start < word.range.start);
            let known = is_everyday(&passage.folded[place], &view.place.language) || view.is_explained_at(passage, place);
            let counts = letters > limit as usize && !known && !names.has(passage, place) && !passage.is_quoted(&word.range);
            if counts && told.insert(&passage.folded[place]) {
                report.find(passage.span(word.range.clone()), format!("“{written}” has {letters} letters."), "");
            }
        }
    }
}
