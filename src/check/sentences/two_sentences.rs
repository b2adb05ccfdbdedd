//! The rule `two-sentences`.

use crate::check::rule::rule;
use crate::check::{PageView, Passage, PassageKind, Report, Run};
use crate::finding::Fix;
use crate::toolkit::Span;

rule! {
    /// Two sentences on one line.
    ///
    /// # Why it matters
    /// One line is one idea with one picture. The second sentence has no picture beside it.
    ///
    /// # What to do
    /// Put each sentence on a line of its own, with its own picture.
    ///
    /// An item with a bold label, in a box of the kinds `ladder`, `steps` or `principles`, may hold three short sentences.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) We listen to you. We write down what you say.
    /// ```
    /// ```markdown pass
    /// ![](listen) We listen to you.
    /// ![](notes) We write down what you say.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: start every new sentence on a new line.
    "two-sentences", Sentences, Warning, Run::Page(run)
}

/// The most sentences of an item with a label.
const LABELLED_MAX: usize = 3;

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    if !view.place.level.has_rows() {
        return;
    }
    for passage in super::own(view).filter(|passage| matches!(passage.kind, PassageKind::Row | PassageKind::Item)) {
        let labelled = passage.row.is_some_and(|row| !row.label.is_empty());
        let most = if labelled { LABELLED_MAX } else { 1 };
        let count = passage.sentences.len();
        let Some(first_too_many) = passage.sentences.get(most) else { continue };
        if passage.is_quoted(&first_too_many.range) {
            continue;
        }
        let span = passage.span(first_too_many.range.start..passage.text.trim_end().len());
        let what = format!("This line has {count} sentences.");
        let fix = if labelled { None } else { split(view.source, passage) };
        report.find(span, what, "").fix = fix;
    }
}

/// Puts each sentence on a line of its own. `None` where a mark, such as bold, would be torn.
fn split(source: &str, passage: &Passage<'_>) -> Option<Fix> {
    // A lonely sign is no sentence for a line of its own.
    if passage.sentences.iter().any(|sentence| sentence.words.is_empty()) {
        return None;
    }
    let start = passage.row?.span.start as usize;
    let line_start = source.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let before = &source[line_start..start];
    let prefix = if passage.kind == PassageKind::Item { item_prefix(before)? } else { row_prefix(before)? };
    let gaps: Vec<Span> = passage.sentences.windows(2).map(|two| passage.span(two[0].range.end..two[1].range.start)).collect();
    let (first, last) = (gaps.first()?, gaps.last()?);
    let torn = |two: &[crate::check::Sentence]| {
        passage.marks.iter().any(|mark| mark.range.start < two[0].range.end && two[1].range.start < mark.range.end)
    };
    if passage.sentences.windows(2).any(torn) {
        return None;
    }
    let mut text = String::new();
    let mut at = first.start as usize;
    for gap in &gaps {
        let blanks = gap.of(source);
        if blanks.is_empty() || !blanks.chars().all(|c| c == ' ' || c == '\u{a0}') {
            return None;
        }
        text.push_str(source.get(at..gap.start as usize)?);
        text.push('\n');
        text.push_str(prefix);
        at = gap.end as usize;
    }
    Some(Fix::new(first.to(*last), text, "Put each sentence on a line of its own."))
}

/// What stands before a row on its line, when it can stand before the next one too: nothing, or the marks of quotes.
fn row_prefix(before: &str) -> Option<&str> {
    before.chars().all(|c| c == '>' || c == ' ').then_some(before)
}

/// What stands before the words of an item on its line: the marks of quotes, a bullet, and a box to tick.
///
/// Items with numbers are left alone: their numbers would change.
fn item_prefix(before: &str) -> Option<&str> {
    let bullet = before.trim_start_matches(['>', ' ']);
    let rest = bullet.strip_prefix(['-', '*', '+'])?.trim();
    matches!(rest, "" | "[ ]" | "[x]" | "[X]").then_some(before)
}
