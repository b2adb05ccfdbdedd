//! The text of a page as rules of words and sentences see it.
//!
//! A page is a list of passages: a title, a heading, a row, a cell … Each has its plain text, its sentences and words, and
//! the way back to where they are written. It is made once a page, for all rules.

mod align;
mod gather;
mod quotes;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};
use smallvec::{SmallVec, smallvec};

use super::sentences::negation::SaysNo;
use crate::language::{
    Found, Known, Shapes, Signs, Vocabularies, Vocabulary, Word, WordKind, WordSet, only_sentence, phrases, sentences, words,
};
use crate::toolkit::{BoxKind, Inline, Language, LinkId, Page, Row, Span, StrongId};
use align::Origin;

/// The text of a page.
pub struct Prose<'a> {
    /// The language of the page.
    pub language: &'a Language,
    /// Its passages, in reading order; those of footnotes stand at the end.
    pub passages: Vec<Passage<'a>>,
    /// Runs of words that are more than plain words: with marks, links, pictures … Most rows are not among them.
    pub marked: Vec<&'a [Inline]>,
    /// Its sentences that say no, found when a rule asks for them.
    pub negation: OnceCell<Vec<SaysNo>>,
    /// Every row, by where it begins.
    rows: Vec<&'a Row>,
}

/// A run of words that belong together.
pub struct Passage<'a> {
    /// What it is.
    pub kind: PassageKind,
    /// The row to which it belongs.
    pub row: Option<&'a Row>,
    /// The innermost box around it.
    pub in_box: Option<BoxKind>,
    /// Whether it is what somebody else said: it stands in a quote or a box of the kind `quote`.
    pub quoted: bool,
    /// The words with their marks; empty for a passage from the head of the page.
    pub inlines: &'a [Inline],
    /// The words that a reader sees, without marks. Rules read this.
    pub text: Cow<'a, str>,
    /// The signs in it.
    pub signs: Signs,
    /// Its sentences, in order.
    pub sentences: SmallVec<[Sentence; 1]>,
    /// Its words, in order. Those of code and HTML are literals.
    pub words: Vec<Word>,
    /// The same words in small letters, with straight apostrophes.
    pub folded: Vec<Known>,
    /// The shapes of these words. A rule that looks for some words passes over nearly every passage at once.
    pub shapes: Shapes,
    /// The phrases of our lists in it.
    pub phrases: Vec<Found>,
    /// Stretches of the text with a meaning of their own.
    pub marks: Vec<Mark>,
    origin: Origin,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageKind {
    /// `title` in the head of the page.
    Title,
    /// `subtitle` there.
    Subtitle,
    /// `summary` there.
    Summary,
    /// A heading.
    Heading,
    /// The words of a row, without its label.
    Row,
    /// The words of an item of a list, without its label.
    Item,
    /// The bold words at the beginning of an item in a ladder, steps or principles.
    Label,
    /// A paragraph of prose.
    Paragraph,
    /// The title of a box.
    BoxTitle,
    /// A cell of the first row of a table.
    HeadCell,
    /// A cell of another row.
    Cell,
    /// What a word means, in a word list.
    Meaning,
}

/// A sentence of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the text of the passage.
    pub range: Range<usize>,
    /// Its words, by their places in [`Passage::words`].
    pub words: Range<usize>,
}

/// A stretch of a passage with a meaning of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands in the text of the passage.
    pub range: Range<usize>,
    /// What it is.
    pub kind: MarkKind,
}

/// What a [`Mark`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Words of a program.
    Code,
    /// HTML, shown as the text it is.
    Html,
    /// `*words*`.
    Emphasis,
    /// `**words**`.
    Strong(StrongId),
    /// `~~words~~`.
    Strike,
    /// A link.
    Link(LinkId),
    /// What stands between quotation marks, with them.
    Quote,
}

impl PassageKind {
    /// Whether its words count for the reading level: sentences do, headings and cells do not.
    pub fn is_running_text(self) -> bool {
        matches!(self, Self::Row | Self::Item | Self::Paragraph)
    }
}

impl<'a> Prose<'a> {
    /// Gathers the text of a page. `source` is its whole file; `known` are words that were met on other pages.
    pub fn new(page: &'a Page, source: &str, language: &'a Language, known: &mut Vocabularies) -> Self {
        gather::gather(page, source, language, known.of(language))
    }

    /// The row in whose lines a place of the source lies.
    pub fn row_at(&self, span: Span) -> Option<&'a Row> {
        let place = self.rows.partition_point(|row| row.span.start <= span.start);
        self.rows[..place].last().copied().filter(|row| row.span.covers(span))
    }

    /// A hash of the letters and digits of each row, in small letters and without marks.
    pub fn what_rows_say(&self) -> FxHashMap<*const Row, u64> {
        let mut rows = FxHashMap::with_capacity_and_hasher(self.rows.len(), FxBuildHasher);
        for (row, passage) in self.passages.iter().filter_map(|passage| Some((passage.row?, passage))) {
            let says = rows.entry(std::ptr::from_ref(row)).or_insert(0_u64);
            *says = passage.folded.iter().fold(*says, |says, word| word.letters_behind(says));
        }
        rows
    }

    /// Every sentence, with its passage.
    pub fn sentences(&self) -> impl Iterator<Item = (&Passage<'a>, &Sentence)> {
        self.passages.iter().flat_map(|passage| passage.sentences.iter().map(move |sentence| (passage, sentence)))
    }
}

impl<'a> Passage<'a> {
    /// The passage of a value in a settings file or the head of a page. `source` is the whole file. `None` when it says nothing.
    pub fn of_value(kind: PassageKind, value: &str, span: Span, source: &str, language: &Language) -> Option<Passage<'a>> {
        gather::value(kind, value, span, source, &mut Vocabulary::new(language))
    }
}

impl Passage<'_> {
    /// Where a stretch of the text is written.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.origin.span(range)
    }

    /// Where the whole passage is written.
    pub fn whole(&self) -> Span {
        self.origin.span(0..self.text.len())
    }

    /// A word as it is written.
    pub fn word(&self, word: &Word) -> &str {
        &self.text[word.range.clone()]
    }

    /// Whether a word of the set may be among its words, or begin a phrase of the set there.
    pub fn may_have(&self, set: &WordSet) -> bool {
        self.shapes.may_meet(set)
    }

    /// The words of a sentence.
    pub fn words_of(&self, sentence: &Sentence) -> &[Word] {
        &self.words[sentence.words.clone()]
    }

    /// Words one after the other, by their places, as they are written.
    pub fn stretch(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.words.get(words.start).map_or(0, |word| word.range.start);
        let end = self.words.get(words.end.saturating_sub(1)).map_or(start, |word| word.range.end);
        start..end.max(start)
    }

    /// All runs of up to four words of which the one at `place` is one, as stretches of the text.
    pub fn stretches(&self, place: usize) -> impl Iterator<Item = Range<usize>> {
        const WORDS_MAX: usize = 4;
        let sizes = (0..WORDS_MAX).flat_map(|before| (1..=WORDS_MAX - before).map(move |behind| (before, behind)));
        sizes.filter_map(move |(before, behind)| {
            let start = place.checked_sub(before)?;
            (place + behind <= self.words.len()).then(|| self.stretch(&(start..place + behind)))
        })
    }

    /// The text of a sentence.
    pub fn text_of(&self, sentence: &Sentence) -> &str {
        &self.text[sentence.range.clone()]
    }

    /// The first mark around a stretch for which `is` holds.
    pub fn mark_around(&self, range: &Range<usize>, is: impl Fn(MarkKind) -> bool) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.range.start <= range.start && range.end <= mark.range.end && is(mark.kind))
    }

    /// Whether a stretch is what somebody else said or wrote: it must stay as it is.
    pub fn is_quoted(&self, range: &Range<usize>) -> bool {
        self.quoted || self.mark_around(range, |kind| kind == MarkKind::Quote).is_some()
    }

    /// Whether a stretch touches words of a program or HTML.
    pub fn is_literal(&self, range: &Range<usize>) -> bool {
        self.marks.iter().any(|mark| {
            matches!(mark.kind, MarkKind::Code | MarkKind::Html) && mark.range.start < range.end && range.start < mark.range.end
        })
    }

    /// Finds sentences, words and quotations in the text.
    fn read(&mut self, vocabulary: &mut Vocabulary) {
        self.signs = Signs::of(&self.text);
        self.words = words(&self.text);
        let is_literal = |mark: &Mark| matches!(mark.kind, MarkKind::Code | MarkKind::Html);
        let literals: Vec<&Mark> = self.marks.iter().filter(|mark| is_literal(mark)).collect();
        for word in &mut self.words {
            if literals.iter().any(|mark| mark.range.start < word.range.end && word.range.start < mark.range.end) {
                word.kind = WordKind::Literal;
            }
        }
        self.sentences = if let Some(range) = only_sentence(&self.text, &self.signs) {
            smallvec![Sentence { range, words: 0..self.words.len() }]
        } else {
            let mut first = 0;
            let sentence = |range: Range<usize>| {
                let behind = first + self.words[first..].partition_point(|word| word.range.start < range.end);
                Sentence { range, words: std::mem::replace(&mut first, behind)..behind }
            };
            sentences(&self.text, &vocabulary.language).into_iter().map(sentence).collect()
        };
        self.folded = self.words.iter().map(|word| vocabulary.know(&self.text[word.range.clone()])).collect();
        self.folded.iter().for_each(|word| self.shapes.add_word(word));
        let joined = |at: usize| {
            let between = &self.text[self.words[at].range.end..self.words[at + 1].range.start];
            between == " " || between == "-" || between.chars().all(char::is_whitespace)
        };
        self.phrases = phrases(&self.folded, joined, &vocabulary.language);
        if self.signs.any("\"") || self.signs.others() {
            self.marks.extend(quotes::quotes(&self.text).map(|range| Mark { range, kind: MarkKind::Quote }));
        }
    }
}
