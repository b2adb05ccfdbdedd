//! page + the fixes of its findings -> the page, mended: what `alongside tidy` proposes.
//!
//! Rules say what to change (`finding::Fix`); here the changes are made, and only those that keep what an author means:
//! code, quotes and what other people said stay as they are, and after each change the words that a reader sees must be
//! the same but for the change.

mod guard;
mod source;

pub use source::{Encoded, read, write};

use crate::finding::{Finding, Fix, RuleName};
use crate::toolkit::{Level, SitePath, Span};
use guard::Guard;

/// A page that is to be mended.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// Its file.
    pub path: &'a SitePath,
    /// The level at which it is read.
    pub level: Level,
    /// Its text, as [`crate::parse::decode`] gives it.
    pub text: &'a str,
}

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The rule that asked for it.
    pub rule: RuleName,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
    /// What the change does, in a few words.
    pub label: String,
}

/// Makes the changes that the findings of a page ask for. Gives the new text, and what was done.
///
/// Of two changes that touch each other, the first is made: the other may come in the next round.
pub fn mend<'f>(draft: Draft<'_>, findings: impl IntoIterator<Item = &'f Finding>) -> (String, Vec<Change>) {
    let mut fixes: Vec<(&RuleName, &Fix)> =
        findings.into_iter().filter_map(|finding| finding.fix.as_ref().map(|fix| (&finding.rule, fix))).collect();
    fixes.sort_by_key(|(rule, fix)| (fix.span, *rule));
    let guard = Guard::new(draft);
    let mut chosen: Vec<(&RuleName, &Fix)> = Vec::new();
    for (rule, fix) in fixes {
        let free = chosen.last().is_none_or(|(_, last)| behind(last, fix));
        if free && guard.allows(rule, fix) {
            chosen.push((rule, fix));
        }
    }
    // Words that become a mark cannot be held against those that were there before: so these changes have a turn of their own.
    let (marks, others): (Vec<_>, Vec<_>) = chosen.into_iter().partition(|(rule, _)| guard::makes_marks(rule));
    let (text, changes) = keep_words(draft, &guard, others);
    if changes.is_empty() { keep_words(draft, &guard, marks) } else { (text, changes) }
}

/// Whether `fix` stands wholly behind `last`.
fn behind(last: &Fix, fix: &Fix) -> bool {
    last.span.1 <= fix.span.0 && last.span != fix.span
}

/// Makes all changes at once. Where that would change more words than it should, finds those that do and leaves them out.
fn keep_words(draft: Draft<'_>, guard: &Guard, chosen: Vec<(&RuleName, &Fix)>) -> (String, Vec<Change>) {
    let (text, changes) = applied(draft.text, &chosen);
    if chosen.is_empty() || guard.keeps_words(&text, &changes) {
        return (text, changes);
    }
    if chosen.len() == 1 {
        return (draft.text.to_owned(), Vec::new());
    }
    let kept: Vec<(&RuleName, &Fix)> = chosen
        .into_iter()
        .filter(|fix| {
            let (text, changes) = applied(draft.text, std::slice::from_ref(fix));
            guard.keeps_words(&text, &changes)
        })
        .collect();
    let (text, changes) = applied(draft.text, &kept);
    // Each by itself is fine; together they may still not be. Then the first is made now, and the others have another turn.
    if guard.keeps_words(&text, &changes) { (text, changes) } else { applied(draft.text, &kept[..1]) }
}

/// The text with these changes, which are in order and do not touch each other.
fn applied(text: &str, fixes: &[(&RuleName, &Fix)]) -> (String, Vec<Change>) {
    let mut out = String::with_capacity(text.len());
    let mut changes = Vec::with_capacity(fixes.len());
    let mut at = 0;
    for (rule, fix) in fixes {
        let span = Span { start: fix.span.0, end: fix.span.1 }.range();
        out.push_str(&text[at..span.start]);
        out.push_str(&fix.text);
        at = span.end;
        changes.push(Change { rule: (*rule).clone(), old: text[span].to_owned(), new: fix.text.clone(), label: fix.label.clone() });
    }
    out.push_str(&text[at..]);
    (out, changes)
}
