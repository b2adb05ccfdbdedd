//! Names of people, places and organisations: no easier word can stand in their place.

use std::collections::HashSet;

use crate::check::{PageView, Passage, PassageKind};
use crate::language::{bases, commonness};

/// The names on a page.
pub struct Names<'a> {
    view: &'a PageView<'a>,
    /// Words that stand with a capital inside a sentence somewhere on the page, in small letters.
    known: HashSet<&'a str>,
    /// Words of the toolkit's own name and that of its organisation, in small letters.
    own: HashSet<String>,
    has_capital_nouns: bool,
}

impl<'a> Names<'a> {
    /// Gathers the names of a page.
    pub fn of(view: &'a PageView<'a>) -> Self {
        let mut known = HashSet::new();
        for passage in view.prose.passages.iter().filter(|passage| tells_names(passage)) {
            for place in 0..passage.words.len() {
                if has_capital(passage, place) && !begins(passage, place) {
                    known.insert(passage.folded[place].as_str());
                }
            }
        }
        let config = view.config;
        let titles = [Some(&config.title), config.organisation.name.as_ref(), view.paired.page.front.by.as_ref()];
        let own = titles.into_iter().flatten().flat_map(|title| title.split_whitespace()).map(str::to_lowercase).collect();
        Self { view, known, own, has_capital_nouns: view.place.language.base() == "de" }
    }

    /// Whether a word is a name.
    pub fn has(&self, passage: &Passage<'_>, place: usize) -> bool {
        let folded = passage.folded[place].as_str();
        if self.own.contains(folded) {
            return true;
        }
        if !has_capital(passage, place) {
            return false;
        }
        if self.has_capital_nouns {
            // Every noun has a capital. A short one that no table knows is most often a name.
            const LETTERS_MAX: usize = 9;
            return folded.chars().count() <= LETTERS_MAX && commonness(folded, &self.view.place.language).is_none();
        }
        let base_known = || bases(folded, &self.view.place.language).iter().any(|base| self.known.contains(base.as_str()));
        // “Pirkko Smith”: a name at the beginning of a sentence has its second half behind it.
        let with_next = tells_names(passage) && place + 1 < passage.words.len() && has_capital(passage, place + 1);
        self.known.contains(folded) || base_known() || with_next
    }
}

/// Whether capitals tell names in a passage. Headings may have one on every word.
fn tells_names(passage: &Passage<'_>) -> bool {
    let running = matches!(passage.kind, PassageKind::Row | PassageKind::Item | PassageKind::Paragraph | PassageKind::Summary);
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
