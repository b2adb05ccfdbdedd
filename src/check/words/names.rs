//! Names of people, places and organisations: no easier word can stand in their place.

use std::collections::HashSet;
use std::ops::Range;

use crate::check::{PageView, Passage, PassageKind};
use crate::language::bases;
use crate::toolkit::Language;

/// The names on a page, or in another text.
pub struct Names<'a> {
    language: &'a Language,
    /// Words that stand with a capital inside a sentence somewhere, in small letters.
    known: HashSet<&'a str>,
    /// Words of the toolkit's own name and that of its organisation, in small letters.
    own: HashSet<String>,
    has_capital_nouns: bool,
}

impl<'a> Names<'a> {
    /// Gathers the names of a page.
    pub fn of(view: &'a PageView<'_>) -> Self {
        Self::new(&view.prose.passages, view.own_names(), &view.place.language)
    }

    /// Gathers the names of some passages. `own` are words of names that are known.
    pub fn new<'w>(passages: &'a [Passage<'_>], own: impl Iterator<Item = &'w str>, language: &'a Language) -> Self {
        let mut known = HashSet::new();
        for passage in passages.iter().filter(|passage| tells_names(passage)) {
            for place in 0..passage.words.len() {
                if has_capital(passage, place) && !begins(passage, place) {
                    known.insert(passage.folded[place].as_str());
                }
            }
        }
        Self { language, known, own: own.map(str::to_lowercase).collect(), has_capital_nouns: language.base() == "de" }
    }

    /// Whether a word is a name.
    pub fn has(&self, passage: &Passage<'_>, place: usize) -> bool {
        let folded = &passage.folded[place];
        if self.own.contains(folded.as_str()) {
            return true;
        }
        if !has_capital(passage, place) {
            return false;
        }
        if self.has_capital_nouns {
            // Every noun has a capital. A short one that no table knows is most often a name.
            const LETTERS_MAX: usize = 9;
            return folded.chars().count() <= LETTERS_MAX && folded.commonness().is_none();
        }
        let base_known = || bases(folded, self.language).iter().any(|base| self.known.contains(base.as_str()));
        // “Pirkko Smith”: a name at the beginning of a sentence has its second half behind it.
        let with_next = tells_names(passage) && place + 1 < passage.words.len() && has_capital(passage, place + 1);
        // A capital on a word that no table knows: “Exmoor is a moor.”
        let unknown = || tells_names(passage) && folded.commonness().is_none();
        self.known.contains(folded.as_str()) || base_known() || with_next || unknown()
    }
}

/// Whether a stretch is a part of a name, such as “European Commission”: it stands with capitals inside a sentence, beside
/// another word with a capital.
pub fn is_part_of_name(passage: &Passage<'_>, stretch: &Range<usize>) -> bool {
    let first = passage.words.partition_point(|word| word.range.start < stretch.start);
    let end = passage.words.partition_point(|word| word.range.end <= stretch.end);
    let joins = |place: usize| matches!(passage.folded[place].as_str(), "of" | "the" | "and" | "for" | "with");
    if first >= end || !(first..end).all(|place| has_capital(passage, place) || joins(place)) || !tells_names(passage) {
        return false;
    }
    let before = (0..first).rev().take(3).find(|place| !joins(*place));
    let behind = (end..passage.words.len()).take(3).find(|place| !joins(*place));
    let has_name_before = before.is_some_and(|place| has_capital(passage, place) && !begins(passage, place));
    has_name_before && !begins(passage, first) || behind.is_some_and(|place| has_capital(passage, place) && !begins(passage, place))
}

/// Whether capitals tell names in a passage. Headings may have one on every word.
fn tells_names(passage: &Passage<'_>) -> bool {
    let running =
        matches!(passage.kind, PassageKind::Row | PassageKind::Item | PassageKind::Paragraph | PassageKind::Summary | PassageKind::Meaning);
    let capitals = (0..passage.words.len()).filter(|place| has_capital(passage, *place)).count();
    running || capitals * 2 <= passage.words.len()
}

fn has_capital(passage: &Passage<'_>, place: usize) -> bool {
    passage.word(&passage.words[place]).starts_with(char::is_uppercase)
}

/// Whether a word stands at the beginning of a sentence, a quotation or a part behind a colon.
fn begins(passage: &Passage<'_>, place: usize) -> bool {
    let start = passage.words[place].range.start;
    let before = passage.text[..start].trim_end_matches([' ', '“', '‘', '"', '\'', '(', '«', '„']);
    let first = passage.sentences.binary_search_by_key(&place, |sentence| sentence.words.start).is_ok();
    first || before.is_empty() || before.ends_with([':', '.', '!', '?', '-', '–', '—', '…', '•'])
}
