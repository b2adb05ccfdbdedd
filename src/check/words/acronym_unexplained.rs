//! The rule `acronym-unexplained`.

use std::collections::HashSet;

use crate::check::rule::rule;
use crate::check::{PageView, Passage, PassageKind, Report, Run};
use crate::language::{WordKind, commonness_as_spelled, is_known_acronym};
use crate::toolkit::Language;

rule! {
    /// Capitals that stand for words, and that are not spelled out.
    ///
    /// # Why it matters
    /// Readers who do not know the letters cannot look them up.
    ///
    /// # What to do
    /// Write the words in full, with the letters behind them in brackets. Or add the letters to `words.yaml`.
    ///
    /// Letters that nearly everyone knows may stand, such as BBC, NHS, UK, TV and PDF. Letters that all your readers know
    /// may stand too, when `alongside.yaml` lists them: `acronyms: ICB, DPO`
    ///
    /// # Examples
    /// ```markdown fail
    /// Ask the ICB for help.
    /// ```
    /// ```markdown pass
    /// Ask the Integrated Care Board (ICB) for help.
    ///
    /// The ICB will answer.
    /// ```
    ///
    /// # Sources
    /// - GOV.UK style guide, *Abbreviations and acronyms*: explain them the first time, unless they are well known.
    "acronym-unexplained", Words, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let mut known: HashSet<String> = HashSet::new();
    for passage in view.prose.passages.iter().filter(|passage| passage.signs.may_shout() && !is_shouted(passage)) {
        for (place, word) in passage.words.iter().enumerate() {
            let Some(letters) = acronym(passage.word(word)).filter(|_| word.kind == WordKind::Word) else { continue };
            let in_settings = view.config.acronyms.iter().any(|known| known == letters);
            if in_settings
                || is_known_acronym(letters)
                || known.contains(letters)
                || is_roman(letters)
                || is_word(letters, &view.place.language)
                || view.is_explained_at(passage, place)
            {
                continue;
            }
            let first = known.insert(letters.to_owned());
            let skipped = passage.quoted || passage.kind == PassageKind::Title;
            if first && !skipped && !is_spelled_out(passage, place) {
                let todo = format!("Write the words first: “… ({letters})”. Or add “{letters}” to words.yaml.");
                report.find(passage.span(word.range.clone()), format!("Nothing says what “{letters}” stands for."), todo);
            }
        }
    }
}

/// The letters of a short name in capitals, without the `s` of several: `DPO` of “DPOs”.
fn acronym(word: &str) -> Option<&str> {
    let letters = word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word);
    let letters = letters.strip_suffix('s').unwrap_or(letters);
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let short = letters.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    // “DA14” is the number of a thing.
    let digits = letters.chars().filter(char::is_ascii_digit).count();
    (short && digits < 2 && (2..=8).contains(&capitals)).then_some(letters)
}

/// Whether capitals are a word that somebody shouts, such as “SPIRIT”. The rule `all-caps` tells of it.
fn is_word(letters: &str, language: &Language) -> bool {
    const LETTERS_MIN: usize = 5;
    const COMMON: u32 = 350;
    letters.len() >= LETTERS_MIN && commonness_as_spelled(&letters.to_lowercase(), language).is_some_and(|common| common >= COMMON)
}

fn is_roman(letters: &str) -> bool {
    letters.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Whether a passage is all in capitals.
fn is_shouted(passage: &Passage<'_>) -> bool {
    passage.words.len() > 1 && !passage.text.chars().any(char::is_lowercase)
}

/// Whether brackets are there to say what the letters stand for: “the words (ABC)” or “ABC (the words)”.
fn is_spelled_out(passage: &Passage<'_>, place: usize) -> bool {
    let range = &passage.words[place].range;
    let before = passage.text[..range.start].ends_with('(');
    let behind = passage.text[range.end..].trim_start();
    before || behind.starts_with('(') || behind.starts_with("means ") || behind.starts_with("stands for ")
}
