//! Phrases of our lists, for the rules that look for one list each.

use std::ops::Range;

use crate::check::report::one_of;
use crate::check::{PageView, Passage};
use crate::finding::Fix;
use crate::language::{Found, List, Phrase};
use crate::toolkit::Span;

use super::names::is_part_of_name;

/// Calls `tell` for each phrase of a list, with its place in the text of its passage.
///
/// What somebody else said is left alone; so are code, and phrases that the word list explains.
pub fn each<'a>(view: &'a PageView<'_>, list: List, tell: &mut impl FnMut(&'a Passage<'a>, &'a Found, Range<usize>)) {
    for passage in view.prose.passages.iter().filter(|passage| !passage.quoted) {
        for found in passage.phrases.iter().filter(|found| found.phrase.list == list) {
            let words = passage.stretch(&found.words);
            let explained = found.words.clone().any(|place| view.is_explained_at(passage, place));
            let stays = passage.is_quoted(&words) || passage.is_literal(&words) || is_part_of_name(passage, &words);
            let explained = explained || list == List::Jargon && is_explained_here(passage, &words);
            if !explained && !stays {
                tell(passage, found, words);
            }
        }
    }
}

/// Whether words are explained where they stand: “finance (money)”, “result (or outcome)”, “a charity, such as ours”.
pub fn is_explained_here(passage: &Passage<'_>, words: &Range<usize>) -> bool {
    let behind = &passage.text[words.end..];
    // One more word may stand between: “a voluntary sector organisation like a charity”.
    let next = behind.strip_prefix(' ').map_or("", |rest| rest.trim_start_matches(char::is_alphanumeric));
    let gives_examples =
        |rest: &str| [", like ", ", such as ", " such as ", " like a ", " like an "].iter().any(|start| rest.starts_with(start));
    let in_brackets = behind.strip_prefix(" (").is_some_and(|inside| inside.starts_with(char::is_lowercase));
    let is_other_word = passage.text[..words.start].ends_with("(or ") && behind.starts_with(')');
    in_brackets || is_other_word || gives_examples(behind) || gives_examples(next) || behind.starts_with(" means ")
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
