//! The rule `one-word-one-thing`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run, SiteView, SpellingUse};
use crate::language::{Known, List, Way, spelling};
use crate::toolkit::SitePath;

use super::names::is_part_of_name;

rule! {
    /// One thing with two names on the site, or with two spellings.
    ///
    /// # Why it matters
    /// Readers learn the look of a word. A new name looks like a new thing.
    ///
    /// # What to do
    /// Choose one way, and write it like that on every page.
    ///
    /// The way in your word list counts as the right one. Else it is the one that stands there most often. When two names
    /// mean the same, say so at the one that you want: `same-as: joint working` in `words.yaml`.
    ///
    /// Both “easy read” and “easy-read” may stand, and names of groups stay as they are.
    ///
    /// # Examples
    /// ```markdown fail
    /// We like co-production.
    ///
    /// Co-production is new. So we talk about coproduction.
    /// ```
    /// ```markdown pass
    /// We like co-production.
    ///
    /// Co-production is new.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: use the same word for the same thing throughout.
    "one-word-one-thing", Words, Warning, Run::PageAndSite(run, run_site)
}

/// Names that the word list says are the same as one of its own.
fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let pages = view.pages_with_words();
    if !view.words.has_other_names(&pages) {
        return;
    }
    for passage in view.prose.passages.iter().filter(|passage| !passage.quoted) {
        for place in 0..passage.words.len() {
            let Some((entry, length)) = view.words.other_name(&passage.folded[place..], &pages) else { continue };
            let words = passage.stretch(&(place..place + length));
            if stays(passage, &words) {
                continue;
            }
            let what = format!("“{}” is the same as “{}” in the word list.", &passage.text[words.clone()], entry.word);
            report.find(passage.span(words), what, format!("Write “{}” here too.", entry.word));
        }
    }
}

/// Words that are written in two ways.
fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    let mut things: BTreeMap<&str, Vec<(&SitePath, &SpellingUse)>> = BTreeMap::new();
    for (path, words) in view.page_words {
        for spelling in &words.spellings {
            things.entry(&spelling.thing).or_default().push((path, spelling));
        }
    }
    for uses in things.values() {
        let Some(right) = right_way(view, uses) else { continue };
        for (path, spelling) in uses.iter().filter(|(_, spelling)| spelling.way != right.way) {
            let what = format!("“{}” is also written “{}” on this site.", spelling.written, right.written);
            report.find_at(
                path.as_str(),
                Some(spelling.span),
                what,
                format!("Choose one way for the whole site, such as “{}”.", right.written),
            );
        }
    }
}

/// The first use of a thing in the way that counts as the right one; `None` when it is always written in one way.
fn right_way<'a>(view: &SiteView<'_>, uses: &[(&SitePath, &'a SpellingUse)]) -> Option<&'a SpellingUse> {
    let first = uses.first()?.1;
    if uses.iter().all(|(_, spelling)| spelling.way == first.way) {
        return None;
    }
    let listed = uses.iter().find(|(_, spelling)| {
        let entry = view.words.toolkit().find(&spelling.written);
        entry.is_some_and(|entry| !entry.also.iter().any(|form| form.eq_ignore_ascii_case(&spelling.written)))
    });
    let count = |way| uses.iter().filter(|(_, spelling)| spelling.way == way).map(|(_, spelling)| spelling.count).sum::<u32>();
    let most = || {
        let mut best = first;
        for (_, spelling) in uses {
            if count(spelling.way) > count(best.way) {
                best = spelling;
            }
        }
        best
    };
    Some(listed.map_or_else(most, |(_, spelling)| *spelling))
}

/// The words of a page that could be written in another way, each way once.
pub fn spellings(view: &PageView<'_>) -> Vec<SpellingUse> {
    let language = &view.place.language;
    let mut found: Vec<SpellingUse> = Vec::new();
    for passage in view.prose.passages.iter().filter(|passage| !passage.quoted) {
        let mut note = |thing: &str, way: Way, words: Range<usize>| {
            if stays(passage, &words) {
                return;
            }
            let thing = format!("{} {thing}", language.base());
            match found.iter_mut().find(|known| *known.thing == *thing && known.way == way) {
                Some(known) => known.count += 1,
                None => {
                    let written = passage.text[words.clone()].to_lowercase().into();
                    found.push(SpellingUse { thing: thing.into(), way, written, span: passage.span(words), count: 1 });
                }
            }
        };
        for variant in passage.phrases.iter().filter(|found| found.phrase.list == List::Variants) {
            if let [thing] = variant.phrase.instead[..] {
                note(thing, Way::Listed(variant.phrase.note), passage.stretch(&variant.words));
            }
        }
        for (place, word) in passage.folded.iter().enumerate().filter(|(_, word)| word.has_spellings()) {
            let next = || passage.folded.get(place + 1).filter(|_| is_joined(passage, place)).map(Known::as_str);
            if let Some((thing, way)) = spelling(word, next, language, |_| word.commonness()) {
                let length = if way == Way::Apart { 2 } else { 1 };
                note(&thing, way, passage.stretch(&(place..place + length)));
            }
        }
    }
    found
}

/// Whether nothing but a blank stands between a word and the next one.
fn is_joined(passage: &Passage<'_>, place: usize) -> bool {
    let next = passage.words.get(place + 1);
    next.is_some_and(|next| &passage.text[passage.words[place].range.end..next.range.start] == " ")
}

/// Whether words must stay as they are: somebody else's, those of a program, or a part of a name.
fn stays(passage: &Passage<'_>, words: &Range<usize>) -> bool {
    passage.is_quoted(words) || passage.is_literal(words) || is_part_of_name(passage, words)
}
