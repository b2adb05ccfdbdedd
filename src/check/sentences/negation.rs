//! Words that say no, for the rules `negative` and `double-negative`. English only.

use crate::check::{PageView, Passage, Sentence};
use crate::language::{Known, WordSet};

/// Words that say no, and behind them words with a “no” in front of them that are hard behind another one.
static WORDS: [&str; 47] = [
    "no",
    "not",
    "never",
    "none",
    "nobody",
    "nothing",
    "nowhere",
    "neither",
    "nor",
    "cannot",
    "without",
    "unless",
    "hardly",
    "barely",
    "lack",
    "lacks",
    "except",
    "unable",
    "uncommon",
    "unfair",
    "unhappy",
    "unhelpful",
    "unimportant",
    "unknown",
    "unless",
    "unlike",
    "unlikely",
    "unnecessary",
    "unreasonable",
    "unsafe",
    "unusual",
    "unwanted",
    "unwilling",
    "unaware",
    "unacceptable",
    "inaccessible",
    "inappropriate",
    "incapable",
    "incomplete",
    "incorrect",
    "ineligible",
    "insignificant",
    "impossible",
    "illegal",
    "irrelevant",
    "disagree",
    "disallow",
];
/// How many of them say no.
const SAY_NO: usize = 17;
static ALL: WordSet = WordSet::new(&WORDS);
static NEGATIVES: WordSet = WordSet::new(WORDS.split_at(SAY_NO).0);
static WITH_PREFIX: WordSet = WordSet::new(WORDS.split_at(SAY_NO).1);

/// The end of words such as “don’t”.
const NOT: &str = "n't";

/// A clause with words that say no: their places among the words of the passage.
pub struct Clause {
    /// Words that say no.
    pub negatives: Vec<usize>,
    /// Those, and words with a “no” in front.
    pub all: Vec<usize>,
}

/// A sentence that says no, by its place.
pub struct SaysNo {
    passage: usize,
    sentence: usize,
    clauses: Vec<Clause>,
}

/// The sentences of a page that say no, with their clauses: found once, for all rules.
pub fn sentences<'v>(view: &'v PageView<'_>) -> impl Iterator<Item = (&'v Passage<'v>, &'v Sentence, &'v [Clause])> {
    let find = || {
        let mut found = Vec::new();
        for (place, passage) in view.prose.passages.iter().enumerate().filter(|(_, passage)| super::has_sentences(passage)) {
            let clauses = passage.sentences.iter().map(|sentence| clauses(passage, sentence)).enumerate();
            let says_no = clauses.filter(|(_, clauses)| !clauses.is_empty());
            found.extend(says_no.map(|(sentence, clauses)| SaysNo { passage: place, sentence, clauses }));
        }
        found
    };
    let found = view.prose.negation.get_or_init(find);
    found.iter().map(|found| {
        let passage = &view.prose.passages[found.passage];
        (passage, &passage.sentences[found.sentence], found.clauses.as_slice())
    })
}

/// The clauses of a sentence that says no somewhere. A comma, a dash or a joining word parts them.
fn clauses(passage: &Passage<'_>, sentence: &Sentence) -> Vec<Clause> {
    let has_apostrophes = passage.signs.any("'") || passage.signs.others();
    let says = |word: &Known| ALL.contains(word) || has_apostrophes && word.ends_with(NOT);
    if !(has_apostrophes || passage.may_have(&ALL)) || !passage.folded[sentence.words.clone()].iter().any(says) {
        return Vec::new();
    }
    let mut clauses = vec![Clause { negatives: Vec::new(), all: Vec::new() }];
    let mut end_before = sentence.range.start;
    for place in sentence.words.clone() {
        let word = &passage.words[place];
        let between = &passage.text[end_before..word.range.start];
        end_before = word.range.end;
        let small = super::small(passage, place);
        if between.contains([',', ':', ';', '–', '—', '(', ')', '“', '”', '"']) || parts(small) {
            clauses.push(Clause { negatives: Vec::new(), all: Vec::new() });
        }
        let Some(clause) = clauses.last_mut() else { continue };
        if says_no(small) && !is_fixed(passage, place) {
            clause.negatives.push(place);
            clause.all.push(place);
        } else if WITH_PREFIX.contains(small) {
            clause.all.push(place);
        }
    }
    clauses
}

/// Whether a word begins a new clause.
fn parts(word: &str) -> bool {
    ["and", "but", "or", "because", "so", "if", "when", "who", "which", "that", "what", "where"].contains(&word)
}

fn says_no(word: &str) -> bool {
    NEGATIVES.contains(word) || word.ends_with(NOT)
}

/// Whether a “no” belongs to words that do not say no: “no one” counts once, “not only”, “no matter”, “No. 10”.
fn is_fixed(passage: &Passage<'_>, place: usize) -> bool {
    let word = |place: usize| super::small(passage, place);
    let next = word(place + 1);
    match word(place) {
        // “Neither … nor” says no once.
        "nor" => (place.saturating_sub(6)..place).any(|before| word(before) == "neither"),
        "not" => next == "only" || next == "just",
        "no" => next == "matter" || next == "longer" || next.starts_with(|c: char| c.is_ascii_digit()),
        // “Nothing about us without us” is what the movement says.
        "nothing" => next == "about" && matches!(word(place + 2), "us" | "you" | "me" | "them"),
        "without" => matches!(next, "us" | "you" | "me" | "them"),
        _ => false,
    }
}
