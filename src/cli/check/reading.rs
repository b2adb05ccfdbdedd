//! How hard the pages are to read, as a table and as JSON.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Found;
use crate::check::reading::{CAVEAT, ReadingLine, ToolkitReading};

/// The most lines of the table. A program can have all of them, as JSON.
const LINES_MAX: usize = 30;
/// The most letters of a title.
const TITLE_MAX: usize = 40;
/// The columns that need no formula: their heads, line by line.
const HEADS: [&str; 5] = ["Score", "Words a\nsentence", "Long\nsentences", "Hard\nwords", "Pictures\na row"];

/// What was counted on the pages that are looked at.
pub fn of(found: &Found<'_>) -> ToolkitReading {
    let mut reading = found.stand.reading();
    let wanted = |path: &str| found.selection.holds_file(Some(path));
    reading.guides.iter_mut().for_each(|guide| guide.pages.retain(|page| wanted(&page.path)));
    reading.guides.retain(|guide| !guide.pages.is_empty());
    reading.other_pages.retain(|page| wanted(&page.path));
    reading
}

/// Every score of every page, with the caveat.
pub fn json(reading: &ToolkitReading) -> Value {
    let mut value = serde_json::to_value(reading).unwrap_or_default();
    value["caveat"] = CAVEAT.into();
    value
}

/// The table: a line for each guide, each of its pages and each other page. Empty when there are no words to measure.
pub fn table(reading: &ToolkitReading, wrap: &dyn Fn(&str) -> String) -> String {
    let lines = reading.lines();
    if lines.is_empty() {
        return String::new();
    }
    let shown = &lines[..lines.len().min(LINES_MAX)];
    let mut text = format!("How hard the words are\n\n{}\n", counts(shown));
    // The formulas are those of a language: pages in other languages have a table of their own.
    let mut languages: Vec<&str> = shown.iter().map(base).collect();
    languages.sort_unstable();
    languages.dedup();
    for language in languages {
        text.push_str(&formulas(shown.iter().filter(|line| base(line) == language)));
        text.push('\n');
    }
    if lines.len() > shown.len() {
        text.push_str(&format!("… and {} more: alongside check --format json\n", lines.len() - shown.len()));
    }
    let score = "The score goes from 0 (easiest) to 100 (hardest). It comes from how common and how long the words are, and from how \
                 long the sentences are. Formulas go up when a text is harder.";
    let mut score = score.to_owned();
    for name in easy_is_high(shown) {
        score.push_str(&format!(" {name} goes down."));
    }
    format!("{text}{}\n{}\n\n", wrap(&score), wrap(CAVEAT))
}

/// The formulas in which a high number is an easy text.
fn easy_is_high<'a>(lines: &'a [ReadingLine<'a>]) -> BTreeSet<&'static str> {
    let levels = lines.iter().filter_map(|line| line.measured.level.as_ref());
    levels.flat_map(|level| &level.formulas).filter(|score| !score.higher_is_harder).map(|score| score.formula).collect()
}

fn counts(lines: &[ReadingLine<'_>]) -> String {
    let cells = |line: &ReadingLine<'_>| {
        let (reading, level) = (&line.measured.reading, line.measured.level.as_ref());
        vec![
            level.and_then(|level| level.score).map_or_else(none, |score| format!("{score:.0}")),
            level.map_or_else(none, |level| format!("{:.1}", level.words_a_sentence)),
            reading.long_sentences.to_string(),
            reading.hard_words.to_string(),
            reading.pictures_a_row().map_or_else(none, |pictures| format!("{pictures:.1}")),
        ]
    };
    grid(&HEADS, &lines.iter().map(|line| (cells(line), titled(line))).collect::<Vec<_>>())
}

fn formulas<'a>(lines: impl Iterator<Item = &'a ReadingLine<'a>>) -> String {
    let of_line = |line: &'a ReadingLine<'a>| Some((titled(line), &line.measured.level.as_ref()?.formulas));
    let lines: Vec<_> = lines.filter_map(of_line).collect();
    let head = |formula: &str| formula.replace(' ', "\n").replace('-', "-\n");
    let heads: Vec<String> =
        lines.first().map(|(_, formulas)| formulas.iter().map(|score| head(score.formula)).collect()).unwrap_or_default();
    let rows: Vec<(Vec<String>, String)> = lines
        .iter()
        .map(|(title, formulas)| (formulas.iter().map(|score| format!("{:.1}", score.value)).collect(), title.clone()))
        .collect();
    grid(&heads.iter().map(String::as_str).collect::<Vec<_>>(), &rows)
}

/// The title; that of a page moved in below its guide.
fn titled(line: &ReadingLine<'_>) -> String {
    if line.is_part { format!("  {}", line.title) } else { line.title.to_owned() }
}

/// The language without its country: `en` of `en-GB`.
fn base<'a>(line: &ReadingLine<'a>) -> &'a str {
    line.language.split('-').next().unwrap_or("")
}

fn none() -> String {
    "–".to_owned()
}

/// Columns of numbers under their heads, and the titles behind them.
fn grid(heads: &[&str], rows: &[(Vec<String>, String)]) -> String {
    let heads: Vec<Vec<&str>> = heads.iter().map(|head| head.lines().collect()).collect();
    let height = heads.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|(cells, _)| cells.get(column)).map(|cell| cell.chars().count());
        let words = heads[column].iter().map(|word| word.chars().count());
        cells.chain(words).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |cells: &[&str], title: &str| {
        let cells: Vec<String> = cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:>width$}")).collect();
        format!("  {}  {}", cells.join("  "), short(title)).trim_end().to_owned() + "\n"
    };
    let mut text = String::new();
    for at in 0..height {
        let words: Vec<&str> = heads.iter().map(|head| (at + head.len()).checked_sub(height).map_or("", |at| head[at])).collect();
        text.push_str(&line(&words, ""));
    }
    for (cells, title) in rows {
        text.push_str(&line(&cells.iter().map(String::as_str).collect::<Vec<_>>(), title));
    }
    text
}

/// A title that fits on a line and holds nothing that a terminal could take for a command.
fn short(title: &str) -> String {
    let clean: String = title.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
    if clean.chars().count() <= TITLE_MAX { clean } else { clean.chars().take(TITLE_MAX - 1).collect::<String>() + "…" }
}
