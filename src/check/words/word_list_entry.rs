//! The rule `word-list-entry`.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::report::{all_of, short};
use crate::check::rule::rule;
use crate::check::{PageView, Passage, PassageKind, Report, Run, SiteView};
use crate::language::knows_words_of;
use crate::toolkit::{Language, Limit, Measure, Span, WordEntry, WordList};

use super::hard_word::is_hard;
use super::names::Names;

rule! {
    /// An entry of the word list that helps nobody.
    ///
    /// # Why it matters
    /// Readers look a word up when they are stuck. Then the explanation must be easy.
    ///
    /// # What to do
    /// Explain the word in short sentences and easy words. Take away what no page needs.
    ///
    /// It finds entries that no page has in bold, explanations with hard words or long sentences, and words that are
    /// explained by themselves: “Advocacy: what an advocate does”, and “Advocate: a person who does advocacy”.
    ///
    /// # Examples
    /// ```markdown fail
    /// ---
    /// title: Advocates
    /// words:
    ///   advocate: A person who is obstreperous.
    /// ---
    /// ![](listen) An **advocate** listens to you.
    /// ```
    /// ```markdown pass
    /// ---
    /// title: Advocates
    /// words:
    ///   advocate: A person who helps you to say what you want.
    /// ---
    /// ![](listen) An **advocate** listens to you.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: explain difficult words clearly.
    "word-list-entry", Words, Warning, Run::PageAndSite(run, run_site)
}

/// What is wrong with an entry: where, what, and what to do about it.
type Fault = (Span, String, String);

/// How the explanations of a list are looked at.
struct Look<'a> {
    /// The file that they stand in.
    source: &'a str,
    language: &'a Language,
    sentence_words: Option<&'a Limit>,
    word_commonness: Option<&'a Limit>,
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let entries = &view.paired.page.front.words;
    if entries.is_empty() {
        return;
    }
    let look = Look {
        source: view.source,
        language: &view.place.language,
        sentence_words: view.limit(Measure::SentenceWords),
        word_commonness: view.limit(Measure::WordCommonness),
    };
    let list = WordList::new(entries.clone());
    let page = &view.paired.page.path;
    for (span, what, todo) in faults(&list, &look, view.own_names(), &|words| view.words.find(words, &[page]).is_some()) {
        report.find(span, what, todo);
    }
}

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    for (path, words) in view.page_words {
        for (word, span) in &words.own {
            let is_used = |(list, used): &(Option<crate::toolkit::SitePath>, Box<str>)| list.as_ref() == Some(path) && used == word;
            if !view.page_words.iter().any(|(_, words)| words.entries.iter().any(is_used)) {
                report.find_at(path.as_str(), Some(*span), unused(word), UNUSED);
            }
        }
    }
    let list = view.words.toolkit();
    let Some(text) = view.texts.iter().find(|text| text.path == *view.words_path) else { return };
    let used: std::collections::HashSet<&str> = view
        .page_words
        .iter()
        .flat_map(|(_, words)| words.entries.iter().filter(|(list, _)| list.is_none()).map(|(_, word)| &**word))
        .collect();
    for entry in list.entries().iter().filter(|entry| !used.contains(&*entry.word)) {
        report.find_at(view.words_path.as_str(), Some(entry.span), unused(&entry.word), UNUSED);
    }
    let language = &view.config.language;
    let profile = view.profiles.for_page(view.config, view.config.level, language);
    let look = Look {
        source: &text.source.text,
        language,
        sentence_words: profile.limit(Measure::SentenceWords, language),
        word_commonness: profile.limit(Measure::WordCommonness, language),
    };
    for (span, what, todo) in faults(list, &look, view.own_names(), &|words| list.find(words).is_some()) {
        report.find_at(view.words_path.as_str(), Some(span), what, todo);
    }
}

const UNUSED: &str = "Put the word in bold where readers meet it first. Or take the entry away.";

fn unused(word: &str) -> String {
    format!("No page has “{}” in bold.", short(word))
}

/// What is wrong with the explanations of a list. `own` are words of the toolkit's own name; `explains` tells whether some
/// list explains some words.
fn faults<'a>(list: &WordList, look: &Look<'_>, own: impl Iterator<Item = &'a str> + Clone, explains: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut leads = Vec::new();
    for entry in list.entries() {
        let meaning = Passage::of_value(PassageKind::Meaning, &entry.meaning, entry.meaning_span, look.source, look.language);
        let Some(meaning) = meaning else {
            found.push((entry.span, format!("Nothing says what “{}” means.", short(&entry.word)), "Write it behind “means”.".to_owned()));
            leads.push(Vec::new());
            continue;
        };
        found.extend(long_sentences(entry, &meaning, look));
        found.extend(hard_words(entry, &meaning, look, own.clone(), explains));
        leads.push(leads_to(list, &meaning));
    }
    found.extend(circles(list, &leads));
    found
}

fn long_sentences(entry: &WordEntry, meaning: &Passage<'_>, look: &Look<'_>) -> Vec<Fault> {
    let Some(most) = look.sentence_words.and_then(|limit| limit.warning) else { return Vec::new() };
    let long = meaning.sentences.iter().filter(|sentence| sentence.words.len() > most as usize);
    let tell = |sentence: &crate::check::Sentence| {
        let what = format!("A sentence that explains “{}” has {} words.", short(&entry.word), sentence.words.len());
        (meaning.span(sentence.range.clone()), what, format!("Make two sentences out of it. Try for {most} words or fewer."))
    };
    long.map(tell).collect()
}

fn hard_words<'a>(
    entry: &WordEntry,
    meaning: &Passage<'_>,
    look: &Look<'_>,
    own: impl Iterator<Item = &'a str>,
    explains: &dyn Fn(&str) -> bool,
) -> Vec<Fault> {
    let Some(limit) = look.word_commonness.and_then(|limit| limit.warning).filter(|_| knows_words_of(look.language)) else {
        return Vec::new();
    };
    let names = Names::new(std::slice::from_ref(meaning), own, look.language);
    let hard = (0..meaning.words.len()).filter(|place| {
        let explained = || meaning.stretches(*place).any(|words| explains(&meaning.text[words]));
        is_hard(meaning, *place, limit, look.language) && !names.has(meaning, *place) && !explained()
    });
    let tell = |place: usize| {
        let word = &meaning.words[place];
        let what = format!("“{}” is explained with the hard word “{}”.", short(&entry.word), meaning.word(word));
        (meaning.span(word.range.clone()), what, "Use an easier word.".to_owned())
    };
    hard.map(tell).collect()
}

/// An entry to which an explanation leads: its place in the list, and the words that lead to it.
type Lead = (usize, Span, Range<usize>);

/// The entries whose words stand in an explanation.
fn leads_to(list: &WordList, meaning: &Passage<'_>) -> Vec<Lead> {
    let mut leads = Vec::new();
    let mut place = 0;
    while place < meaning.words.len() {
        let longest = (1..=WORDS_MAX.min(meaning.words.len() - place)).rev().find_map(|length| {
            let words = meaning.stretch(&(place..place + length));
            Some((list.place(&meaning.text[words.clone()])?, length, words))
        });
        let Some((target, length, words)) = longest else {
            place += 1;
            continue;
        };
        leads.push((target, meaning.span(words), place..place + length));
        place += length;
    }
    leads
}

/// The most words of an entry that are looked for in explanations.
const WORDS_MAX: usize = 4;
/// “An advocate is a person who …”: a word that stands before this place is what is explained.
const SUBJECT_WORDS: usize = 2;

/// Words that are explained by themselves, at once or by way of others.
fn circles(list: &WordList, leads: &[Vec<Lead>]) -> Vec<Fault> {
    let name = |place: usize| short(&list.entries()[place].word);
    let todo = || "Explain it with other words.".to_owned();
    let mut found = Vec::new();
    for (place, leads) in leads.iter().enumerate() {
        let to_itself = leads.iter().find(|(target, _, words)| *target == place && words.start >= SUBJECT_WORDS);
        found.extend(to_itself.map(|(_, span, _)| (*span, format!("“{}” is explained with the same word.", name(place)), todo())));
    }
    // A walk through the list with a stack of its own: the way that led here, and how many leads of each entry are done.
    let mut done = vec![false; leads.len()];
    for start in 0..leads.len() {
        let mut way: Vec<(usize, usize)> = vec![(start, 0)];
        let mut on_way: HashMap<usize, usize> = HashMap::from([(start, 0)]);
        while let Some((place, next)) = way.last_mut().filter(|(place, _)| !done[*place]) {
            let place = *place;
            let Some((target, span, _)) = leads[place].get(*next) else {
                done[place] = true;
                on_way.remove(&place);
                way.pop();
                continue;
            };
            *next += 1;
            if let Some(from) = on_way.get(target).filter(|_| *target != place) {
                let others: Vec<String> = way[*from..].iter().map(|(place, _)| name(*place)).collect();
                found.push((*span, format!("{} explain each other.", all_of(&others)), todo()));
            } else if !done[*target] && !on_way.contains_key(target) {
                on_way.insert(*target, way.len());
                way.push((*target, 0));
            }
        }
    }
    found
}
