//! The rule `disability-language`.

use std::ops::Range;

use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run};
use crate::language::{List, WordSet};

use super::listed::{self, instead};

rule! {
    /// A word about disabled people that disabled people’s groups reject.
    ///
    /// # Why it matters
    /// These words hurt. They make disability sound like an illness, a tragedy or a fault.
    ///
    /// # What to do
    /// Write the words that disabled people’s groups use. Ask the group you work with.
    ///
    /// The language of the page chooses the list: `en-US`, `en-AU` and `de` have their own. All other English pages have the UK list.
    ///
    /// # Examples
    /// ```markdown fail
    /// The disabled are confined to a wheelchair.
    /// ```
    /// ```markdown pass
    /// Some disabled people use a wheelchair.
    /// ```
    ///
    /// # Sources
    /// - UK: UK government, *Inclusive language: words to use and avoid when writing about disability*. “Disabled people” is right in the UK.
    /// - USA: National Center on Disability and Journalism, *Disability language style guide*. Australia: People with Disability Australia, *Language guide*. Germany: Leidmedien.de.
    "disability-language", Words, Warning, ["en", "de"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let list = match view.place.language.as_str() {
        "en-US" => List::DisabilityUs,
        "en-AU" => List::DisabilityAu,
        language if language.starts_with("de") => List::DisabilityDe,
        _ => List::DisabilityUk,
    };
    listed::each(view, list, &mut |passage, found, words| {
        if leads_on(passage, &words, found.words.end) {
            return;
        }
        let what = format!("Many disabled people’s groups reject the words “{}”.", &passage.text[words.clone()]);
        report.find(passage.span(words), what, instead(found.phrase));
    });
}

/// “The disabled” is rejected; “the disabled people”, “the deaf community”, “a dwarf planet” are not: another word follows that
/// they belong to. `words` are those of the text, `end` the place behind the phrase.
fn leads_on(passage: &Passage<'_>, words: &Range<usize>, end: usize) -> bool {
    let (Some(next), Some(word)) = (passage.folded.get(end), passage.words.get(end)) else { return false };
    let phrase = &passage.folded[end - 1];
    let names_people = passage.text[words.start..].get(..4).is_some_and(|start| start.eq_ignore_ascii_case("the ")) || phrase == "dwarf";
    let joined = passage.text[words.end..word.range.start].chars().all(|c| c == ' ');
    let is_clause = FOLLOWERS.contains(next.as_str()) || next.len() > 4 && (next.ends_with("ed") || next.ends_with("ly"));
    names_people && joined && !is_clause
}

/// Words behind “the disabled” with which the sentence goes on.
static FOLLOWERS: WordSet = WordSet::new(&[
    "about", "all", "also", "always", "among", "and", "are", "as", "at", "because", "but", "by", "can", "cannot", "could", "did", "do",
    "eat", "feel", "find", "for", "from", "get", "go", "had", "has", "have", "help", "if", "in", "into", "is", "like", "live", "lived",
    "may", "might", "must", "need", "never", "not", "now", "of", "often", "on", "or", "ought", "should", "so", "still", "suffer", "than",
    "that", "to", "too", "under", "use", "want", "was", "we", "were", "when", "where", "which", "while", "who", "will", "with", "without",
    "work", "would",
]);
