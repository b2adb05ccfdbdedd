//! The rule `one-idea`.

use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run, Sentence};
use crate::language::{Known, WordSet};

rule! {
    /// A sentence that may hold more than one idea.
    ///
    /// # Why it matters
    /// Each joining word, such as “because” or “which”, adds an idea to hold in mind.
    ///
    /// # What to do
    /// Look if the sentence can become two or three short ones.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) Tell us if you are late, because we will wait.
    /// ```
    /// ```markdown pass
    /// ![](listen) Tell us if you are late.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: one idea in each sentence.
    "one-idea", Sentences, Advice, ["en"], Run::Page(run)
}

/// Words that always begin a clause.
static ALWAYS: WordSet = WordSet::new(&[
    "because", "which", "although", "though", "whereas", "unless", "whether", "while", "if", "when", "who", "where", "whose",
]);
/// Words that join clauses when somebody who does something comes next.
static BEFORE_SUBJECT: WordSet = WordSet::new(&["and", "but", "so", "or", "then", "since", "until", "as", "that"]);
/// Words that begin a clause.
static SUBJECTS: WordSet =
    WordSet::new(&["i", "you", "he", "she", "it", "we", "they", "there", "this", "these", "that", "people", "everyone", "somebody"]);

/// The most joining words between clauses.
const JOINS_MAX: usize = 1;
/// Words behind a colon from which on they are a clause of their own.
const CLAUSE_WORDS: usize = 4;

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for (passage, sentence) in super::sentences(view) {
        let joins = joins(passage, sentence);
        let span = || passage.span(sentence.range.clone());
        if joins.len() > JOINS_MAX {
            let what = format!("This sentence has {} joining words: {}.", joins.len(), crate::check::report::all_of(&joins));
            report.find(span(), what, "");
        } else if colon_with_clause(passage, sentence) {
            report.find(span(), "A whole sentence stands behind the colon.", "Make two sentences of it.");
        }
    }
}

fn joins<'p>(passage: &'p Passage<'_>, sentence: &Sentence) -> Vec<&'p str> {
    if !passage.may_have(&ALWAYS) && !passage.may_have(&BEFORE_SUBJECT) {
        return Vec::new();
    }
    let words = &passage.folded[sentence.words.clone()];
    let joins = |place: &usize| {
        // What begins a sentence joins nothing to what came before.
        let next = words.get(place + 1).map_or("", Known::as_str);
        *place > 0 && (ALWAYS.contains(&words[*place]) || BEFORE_SUBJECT.contains(&words[*place]) && SUBJECTS.contains(next))
    };
    (0..words.len()).filter(joins).map(|place| words[place].as_str()).collect()
}

fn colon_with_clause(passage: &Passage<'_>, sentence: &Sentence) -> bool {
    if !passage.signs.any(":") {
        return false;
    }
    let text = passage.text_of(sentence);
    let Some(colon) = text.find(": ") else { return false };
    let from = sentence.range.start + colon;
    let first = passage.words.partition_point(|word| word.range.start <= from);
    let behind = passage.folded.get(first..sentence.words.end).unwrap_or_default();
    behind.len() >= CLAUSE_WORDS && SUBJECTS.contains(&behind[0]) && !super::must_stay(passage, &(from + 2..from + 3))
}
