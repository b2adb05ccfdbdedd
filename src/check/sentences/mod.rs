//! Sentences: how long they are, how they are built, and how they write numbers, dates and links.

pub mod big_number;
pub mod brackets;
pub mod commas;
pub mod cross_reference;
pub mod date;
pub mod double_negative;
pub mod footnote;
pub mod link_text;
pub mod long_sentence;
pub mod negative;
pub mod number_word;
pub mod one_idea;
pub mod passive;
pub mod percent;
pub mod phone;
pub mod punctuation;
pub mod raw_url;
pub mod roman_numeral;
pub mod special_character;
pub mod time;
pub mod two_sentences;

mod months;
pub mod negation;

use std::ops::Range;

use crate::language::Known;

use super::{PageView, Passage, PassageKind, Sentence};

/// The passages that the author can change: what is quoted stays as it was said.
fn own<'v>(view: &'v PageView<'_>) -> impl Iterator<Item = &'v Passage<'v>> {
    view.prose.passages.iter().filter(|passage| !passage.quoted)
}

/// The sentences of rows, items and paragraphs, and of the summary, that the author can change.
fn sentences<'v>(view: &'v PageView<'_>) -> impl Iterator<Item = (&'v Passage<'v>, &'v Sentence)> {
    let passages = view.prose.passages.iter().filter(|passage| has_sentences(passage));
    passages.flat_map(|passage| passage.sentences.iter().map(move |sentence| (passage, sentence)))
}

/// Whether a passage has sentences of its author's: rows, items and paragraphs do, and the summary.
fn has_sentences(passage: &Passage<'_>) -> bool {
    !passage.quoted && (passage.kind.is_running_text() || passage.kind == PassageKind::Summary)
}

/// Whether a stretch must stay as it is: somebody else's words, or words of a program.
fn must_stay(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    passage.is_quoted(range) || passage.is_literal(range)
}

/// Whether a stretch touches an address or the name of a file.
fn in_address(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    use crate::language::WordKind::Literal;
    let first = passage.words.partition_point(|word| word.range.end <= range.start);
    passage.words[first..].iter().take_while(|word| word.range.start < range.end).any(|word| word.kind == Literal)
}

/// The word at `place` in small letters, with a plain apostrophe; nothing where there is none.
fn small<'p>(passage: &'p Passage<'_>, place: usize) -> &'p str {
    passage.folded.get(place).map_or("", Known::as_str)
}

/// Whether a word begins a sentence of its passage.
fn begins_sentence(passage: &Passage<'_>, place: usize) -> bool {
    passage.sentences.binary_search_by_key(&place, |sentence| sentence.words.start).is_ok()
}
