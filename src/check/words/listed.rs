//! Phrases of our lists, for the rules that look for one list each.

use std::ops::Range;

use crate::check::report::one_of;
use crate::check::{PageView, Passage};
use crate::finding::Fix;
use crate::language::{Found, List, Phrase};
use crate::toolkit::Span;

/// Calls `tell` for each phrase of a list, with its place in the text of its passage.
///
/// What somebody else said is left alone; so are code, and phrases that the word list explains.
pub fn each<'a>(view: &'a PageView<'_>, list: List, tell: &mut impl FnMut(&'a Passage<'a>, &'a Found, Range<usize>)) {
    for passage in view.prose.passages.iter().filter(|passage| !passage.quoted) {
        for found in passage.phrases.iter().filter(|found| found.phrase.list == list) {
            let words = passage.stretch(&found.words);
            let explained = found.words.clone().any(|place| view.is_explained_at(passage, place));
            if !explained && !passage.is_quoted(&words) && !passage.is_literal(&words) {
                tell(passage, found, words);
            }
        }
    }
}

/// What to do about a phrase: what can be written in its place, and when it is right.
pub fn instead(phrase: &Phrase) -> String {
    let mut todo = match phrase.instead.first().and_then(|words| words.strip_prefix('(')) {
        Some(hint) => capital(&format!("{}.", hint.trim_end_matches(')'))),
        None => format!("You can write {}.", one_of(&phrase.instead)),
    };
    if !phrase.note.is_empty() {
        todo += &format!(" It is {}.", phrase.note);
    }
    todo
}

/// The swap for a phrase that has a sure one.
pub fn fix(passage: &Passage<'_>, found: &Found, words: &Range<usize>, span: Span) -> Option<Fix> {
    let first = found.phrase.instead.first().filter(|_| found.phrase.is_sure && found.as_listed)?;
    let written = &passage.text[words.clone()];
    // Marks inside the phrase would be lost.
    let marked = passage.marks.iter().any(|mark| mark.range.start > words.start && mark.range.start < words.end);
    if marked {
        return None;
    }
    let text = if written.starts_with(char::is_uppercase) && (begins(passage, words.start) || !is_shouted(written)) {
        capital(first)
    } else {
        (*first).to_owned()
    };
    let label = format!("Write “{text}” for “{written}”.");
    Some(Fix::new(span, text, label))
}

/// Whether a sentence begins at this place of the text.
fn begins(passage: &Passage<'_>, place: usize) -> bool {
    let before = passage.text[..place].trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', ':'])
}

/// Whether words are in capitals throughout, so that the first says nothing of its place.
fn is_shouted(words: &str) -> bool {
    words.chars().filter(|c| c.is_alphabetic()).count() > 1 && !words.chars().any(char::is_lowercase)
}

/// The same words with a capital at the beginning.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
