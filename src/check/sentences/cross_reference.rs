//! The rule `cross-reference`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{MarkKind, PageView, Report, Run};
use crate::language::{Known, WordSet};

rule! {
    /// Words that send the reader elsewhere, with no link to take them there.
    ///
    /// # Why it matters
    /// Readers must look for the place. They may not find it, or not find the way back.
    ///
    /// # What to do
    /// Say it again here in a few words. Or make a link: `[what co-production is](1-what-it-is.md)`.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](rights) You have rights (see section 4.2).
    /// ```
    /// ```markdown pass
    /// ![](rights) Read about [your rights](https://example.org).
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: avoid sending readers elsewhere in the text.
    "cross-reference", Sentences, Warning, Run::Page(run)
}

/// Words before a place in the text.
static SENDING: WordSet = WordSet::new(&["see", "in", "on", "at", "to", "read", "under", "cf"]);
/// Kinds of places that have a number or a letter.
static PLACES: WordSet = WordSet::new(&[
    "section",
    "chapter",
    "page",
    "pages",
    "paragraph",
    "appendix",
    "annex",
    "figure",
    "table",
    "part",
    "box",
    "item",
    "footnote",
    "diagram",
]);
/// Whole phrases.
static PHRASES: WordSet = WordSet::new(&[
    "see above",
    "see below",
    "see overleaf",
    "see opposite",
    "shown above",
    "shown below",
    "mentioned above",
    "mentioned below",
    "mentioned earlier",
    "described above",
    "described below",
    "described earlier",
    "explained above",
    "explained below",
    "discussed above",
    "discussed below",
    "listed above",
    "set out above",
    "set out below",
    "outlined above",
    "outlined below",
    "stated above",
    "noted above",
    "as above",
    "the above mentioned",
    "above mentioned",
    "the aforementioned",
    "op cit",
    "ibid",
    "siehe oben",
]);

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for passage in super::own(view).filter(|passage| passage.may_have(&PHRASES) || passage.may_have(&SENDING)) {
        let small = &passage.folded;
        let mut place = 0;
        while place < small.len() {
            let length = PHRASES.longest(&small[place..]).or_else(|| numbered_place(&small[place..])).unwrap_or(0);
            if length > 0 {
                let range = passage.words[place].range.start..passage.words[place + length - 1].range.end;
                let linked = passage
                    .marks
                    .iter()
                    .any(|mark| matches!(mark.kind, MarkKind::Link(_)) && mark.range.start < range.end && range.start < mark.range.end);
                if !linked && !super::must_stay(passage, &range) {
                    let words = short(&passage.text[range.clone()]);
                    report.find(passage.span(range), format!("“{words}” sends readers elsewhere."), "");
                }
            }
            place += length.max(1);
        }
    }
}

/// How many words of “see section 4” stand at the beginning of `words`.
fn numbered_place(words: &[Known]) -> Option<usize> {
    let [sending, place, number, ..] = words else { return None };
    if !SENDING.contains(sending) || !PLACES.contains(place) {
        return None;
    }
    let counts = number.starts_with(|c: char| c.is_ascii_digit())
        || number.len() == 1 && number.chars().all(char::is_alphabetic) && number != "a" && number != "i";
    // “See” sends for sure. “In part 2” may be a part of a thing; “in section 4.2” is a place in a text.
    let sure = sending == "see"
        || sending == "cf"
        || number.contains('.')
        || matches!(place.as_str(), "page" | "pages" | "appendix" | "annex" | "figure" | "footnote");
    // A law has sections that no link can reach.
    let is_law =
        words.get(3).is_some_and(|of| of == "of") && words.iter().skip(4).take(5).any(|word| matches!(word.as_str(), "act" | "law"));
    (counts && sure && !is_law).then_some(3)
}
