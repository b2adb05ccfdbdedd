//! The rule `description-repeats`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{AltText, Row, each_row, plain_text};

rule! {
    /// A description that says again what the line says.
    ///
    /// # Why it matters
    /// People who use a screen reader hear the same words twice.
    ///
    /// # What to do
    /// Say what the picture shows and the words do not say. When it shows nothing more, write `![decorative](…)`.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![People listen to each other](listen) People listen to each other.
    /// ```
    /// ```markdown pass
    /// ![A woman with her hand behind her ear](listen) People listen to each other.
    /// ```
    ///
    /// # Sources
    /// - W3C, *Images Tutorial*: a text beside the picture that says the same makes a description superfluous.
    "description-repeats", Pictures, Warning, Run::Page(run)
}

/// The share of its words, in hundredths, from which on a description repeats its line.
const PERCENT: usize = 60;
/// Words that say nothing by themselves, in small letters.
const SMALL_WORDS: [&str; 31] = [
    "a", "an", "and", "are", "at", "by", "for", "from", "has", "in", "is", "it", "of", "on", "or", "our", "that", "the", "their", "this",
    "to", "we", "with", "you", "your", "der", "die", "das", "und", "le", "la",
];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    each_row(&view.paired.page.blocks, &mut |row| look(row, view, report));
}

fn look(row: &Row, view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(picture) = row.picture.map(|id| &view.paired.page.pictures[id.0 as usize]) else { return };
    let Some(AltText::Describes(description)) = &picture.alt else { return };
    let line = words(&format!("{} {}", plain_text(&row.label), plain_text(&row.words)));
    let described = words(description);
    let again = described.iter().filter(|word| line.contains(word)).count();
    if !line.is_empty() && !described.is_empty() && again * 100 >= described.len() * PERCENT {
        report.find(picture.span, format!("The description “{}” says what the line says.", short(description)), "");
    }
}

/// The words that carry the meaning of a text, in small letters and without an “s” at their end.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '-').map(str::to_lowercase);
    parts
        .filter(|word| !word.is_empty() && !SMALL_WORDS.contains(&word.as_str()))
        .map(|word| word.trim_end_matches('s').to_owned())
        .collect()
}
