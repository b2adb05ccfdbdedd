//! The rule `wrong-language`.

use std::ops::ControlFlow;

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::{Known, WordKind, commonness_as_spelled, knows_words_of};
use crate::toolkit::Language;

rule! {
    /// A page that says it is in one language, and is written in another.
    ///
    /// # Why it matters
    /// A screen reader reads it in the wrong voice. Nobody can follow that.
    ///
    /// # What to do
    /// Write the language of the page at its head, such as “language: cy”.
    ///
    /// Other rules do not look for hard words on such a page.
    ///
    /// # Examples
    /// ```markdown fail
    /// Wir treffen uns am Montag in dem neuen Haus.
    /// Dort reden wir über das, was wir brauchen.
    /// Alle können kommen, und alle dürfen etwas sagen.
    /// ```
    /// ```markdown pass
    /// ---
    /// language: de
    /// ---
    /// Wir treffen uns am Montag in dem neuen Haus.
    /// Dort reden wir über das, was wir brauchen.
    /// Alle können kommen, und alle dürfen etwas sagen.
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criterion 3.1.1 *Language of Page*.
    "wrong-language", Structure, Warning, Run::Page(run)
}

/// As many words of a page are looked at.
const WORDS_MAX: usize = 200;
/// Fewer words than this tell nothing.
const WORDS_MIN: usize = 20;
/// In hundredths of the Zipf value: in a text of its own language, nine words in ten are at least this common.
const COMMON: u32 = 400;
/// Below this share of common words, in 100, a text is not in the language.
const SHARE_MIN: usize = 45;
/// From this share on, in 100, it is.
const SHARE_SURE: usize = 75;

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(guess) = other_language(view) else { return };
    let declared = &view.place.language;
    let what = match name_of(declared.base()) {
        Some(name) => format!("Most words on this page are not {name}."),
        None => format!("This page says that its language is “{declared}”. Its words are of another one."),
    };
    let todo = match guess {
        Guess::Known(guess) => {
            format!("It looks like {}. Write “language: {guess}” at the head of the page.", name_of(guess).unwrap_or(guess))
        }
        Guess::Unknown => String::new(),
    };
    report.find_in_file(what, todo);
}

/// The language in which a page seems to be.
pub enum Guess {
    /// One whose words we know.
    Known(&'static str),
    /// Some other.
    Unknown,
}

/// In which language a page is; `None` when it is in the one that it names, as far as we can tell.
pub fn other_language(view: &PageView<'_>) -> Option<Guess> {
    let declared = &view.place.language;
    let is_common = |common: Option<u32>| common.is_some_and(|common| common >= COMMON);
    let (mut count, mut own) = (0, 0);
    let enough = sample(view).try_for_each(|word| {
        count += 1;
        own += usize::from(is_common(word.commonness_as_spelled()));
        // Nearly every page is in its own language, whatever comes behind its first words.
        if own * 100 < WORDS_MAX * SHARE_MIN { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    if enough.is_break() && knows_words_of(declared) {
        return None;
    }
    if count < WORDS_MIN || knows_words_of(declared) && own * 100 / count >= SHARE_MIN {
        return None;
    }
    let share = |language: &Language| sample(view).filter(|word| is_common(commonness_as_spelled(word, language))).count() * 100 / count;
    let others = ["en", "de", "fr", "es"].into_iter().filter(|other| *other != declared.base());
    let guess = others.filter_map(|other| Some((share(&Language::new(other)?), other))).max().filter(|(share, _)| *share >= SHARE_SURE);
    match guess {
        Some((_, other)) => Some(Guess::Known(other)),
        None => knows_words_of(declared).then_some(Guess::Unknown),
    }
}

/// The first words of a page, in small letters. Names, numbers and what somebody else said tell nothing of its language.
fn sample<'v>(view: &'v PageView<'_>) -> impl Iterator<Item = &'v Known> {
    let passages = view.prose.passages.iter().filter(|passage| !passage.quoted && passage.kind.is_running_text());
    let words = passages.flat_map(|passage| {
        let shouts = passage.signs.may_shout();
        passage.words.iter().zip(&passage.folded).filter(move |(word, _)| {
            word.kind == WordKind::Word && !(shouts && passage.word(word).chars().filter(|c| c.is_uppercase()).count() > 1)
        })
    });
    words.map(|(_, folded)| folded).take(WORDS_MAX)
}

fn name_of(language: &str) -> Option<&'static str> {
    Some(match language {
        "en" => "English",
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        _ => return None,
    })
}
