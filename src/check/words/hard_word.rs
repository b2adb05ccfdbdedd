//! The rule `hard-word`.

use std::cell::LazyCell;
use std::collections::HashSet;

use crate::check::rule::rule;
use crate::check::structure::wrong_language::other_language;
use crate::check::{PageView, Passage, Report, Run};
use crate::language::{List, WordKind, bases, is_everyday, spellings};
use crate::toolkit::{Language, Measure};

use super::listed::is_explained_here;
use super::names::Names;

rule! {
    /// A word that few readers know.
    ///
    /// # Why it matters
    /// One hard word can stop a reader. Then the rest of the line is lost too.
    ///
    /// # What to do
    /// Use an easier word. Or put it in bold, and explain it in `words.yaml`.
    ///
    /// Names, words in the word list, and words of everyday life are left alone. So are words that are explained where they
    /// stand, such as “finance (money)”, and all that somebody else said. Each word is told once a page.
    ///
    /// # Examples
    /// ```markdown fail
    /// She was assertive.
    /// ```
    /// ```markdown pass
    /// She said what she wanted.
    /// ```
    ///
    /// # Sources
    /// - How common words are: wordfreq, over books, subtitles, news and the web. The limit is in the profile: `word-commonness`.
    /// - Inclusion Europe, *Information for all*: use words that people will know well; explain the others.
    "hard-word", Words, Warning, ["en", "de", "fr", "es"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let language = &view.place.language;
    let Some(limit) = view.limit(Measure::WordCommonness).and_then(|limit| limit.warning) else { return };
    let is_foreign = LazyCell::new(|| other_language(view).is_some());
    let names = LazyCell::new(|| Names::of(view));
    let mut told: HashSet<&str> = HashSet::new();
    for passage in view.prose.passages.iter().filter(|passage| !passage.quoted) {
        for (place, word) in passage.words.iter().enumerate() {
            let folded = &passage.folded[place];
            // Most words are common.
            if word.kind != WordKind::Word || folded.commonness().is_some_and(|common| common >= limit) {
                continue;
            }
            let folded = folded.as_str();
            // In this order: most hard words are explained, and to gather the names of a page takes long.
            let is_explained = || view.is_explained_at(passage, place) || is_explained_here(passage, &word.range);
            if !is_hard(passage, place, limit, language) || told.contains(folded) || is_explained() || names.has(passage, place) {
                continue;
            }
            if *is_foreign {
                return;
            }
            if !bases(folded, language).iter().any(|base| told.contains(base.as_str())) {
                report.find(passage.span(word.range.clone()), format!("Many readers do not know the word “{}”.", passage.word(word)), "");
            }
            told.insert(folded);
        }
    }
}

/// Whether a word is rarer than the limit, no everyday word, and no other rule's. It may still be a name.
pub fn is_hard(passage: &Passage<'_>, place: usize, limit: u32, language: &Language) -> bool {
    let folded = &passage.folded[place];
    // “T106” and “mid-1960s” are no words of the language.
    let plain = || passage.words[place].kind == WordKind::Word && folded.len() > 2 && !folded.contains(|c: char| c.is_ascii_digit());
    folded.commonness().is_none_or(|common| common < limit) && plain() && !is_known(language, folded) && !is_other(passage, place)
}

/// Whether a word, or what it is made from, belongs to everyday life.
fn is_known(language: &Language, folded: &str) -> bool {
    let known = |word: &str| is_everyday(word, language) || spellings(word, language).iter().any(|word| is_everyday(word, language));
    let part_is_known = |part: &str| known(part) || bases(part, language).iter().any(|base| known(base));
    part_is_known(folded) || folded.contains('-') && folded.split('-').all(|part| part.len() < 3 || part_is_known(part))
}

/// Whether other rules look after a word: capitals, short forms, phrases of our lists, what somebody said.
fn is_other(passage: &Passage<'_>, place: usize) -> bool {
    let word = passage.word(&passage.words[place]);
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let in_phrase = passage.phrases.iter().any(|found| found.phrase.list != List::Variants && found.words.contains(&place));
    capitals > 1 && !word.contains('-') || word.contains('.') || in_phrase || passage.is_quoted(&passage.words[place].range)
}
