//! Sentences.

use std::collections::BTreeSet;

use alongside::language::sentences;
use alongside::toolkit::Language;

use crate::conllu::Paragraph;

/// The cases that are lists inside a line, from 1.
const INLINE_LISTS: std::ops::RangeInclusive<usize> = 31..=39;

pub fn golden_rules(text: &str, show: bool) {
    let cases: Vec<(String, Vec<String>)> = serde_json::from_str(text).unwrap();
    let (mut right, mut of) = (0, 0);
    for (number, (text, expected)) in cases.iter().enumerate().map(|(place, case)| (place + 1, case)) {
        let found: Vec<&str> = sentences(text, &Language::english()).into_iter().map(|range| &text[range]).collect();
        let same = found == *expected;
        if !INLINE_LISTS.contains(&number) {
            of += 1;
            right += usize::from(same);
            if !same && show {
                println!("  case {number}: {found:#?}");
            }
        }
    }
    println!("golden rules of sentences: {right} of {of}");
}

pub fn treebank(paragraphs: &[Paragraph], show: bool) {
    measure("whole paragraphs", paragraphs, show);
    let ended = |text: &str| text.trim_end_matches(['"', '\'', ')', ']', '”', '’', ' ']).ends_with(['.', '!', '?', '…']);
    let mut runs = Vec::new();
    for paragraph in paragraphs {
        for run in paragraph.sentences.split_inclusive(|sentence| !ended(&sentence.text)) {
            runs.push(Paragraph { sentences: run.to_vec() });
        }
    }
    // An author begins a new line behind a line that has no end, such as a heading.
    measure("with a new block behind each line with no full stop or the like", &runs, show);
}

fn measure(what: &str, paragraphs: &[Paragraph], show: bool) {
    let (mut right, mut right_ends, mut found_all, mut gold_all) = (0, 0, 0, 0);
    for paragraph in paragraphs {
        let (text, ends) = paragraph.text();
        let found: BTreeSet<usize> = sentences(&text, &Language::english()).into_iter().map(|range| range.end).collect();
        let gold: BTreeSet<usize> = ends.iter().copied().collect();
        let spans = |ends: &BTreeSet<usize>| -> BTreeSet<(usize, usize)> {
            std::iter::once(0).chain(ends.iter().copied()).zip(ends.iter().copied()).collect()
        };
        right += spans(&found).intersection(&spans(&gold)).count();
        right_ends += found.intersection(&gold).count();
        found_all += found.len();
        gold_all += gold.len();
        if show {
            for end in found.symmetric_difference(&gold) {
                let near = |from: usize, to: usize| text.get(from..to).unwrap_or("").to_owned();
                let from = (end.saturating_sub(60)..=*end).find(|at| text.is_char_boundary(*at)).unwrap();
                let to = (*end..=(end + 60).min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
                println!("  {} …{} | {}…", if gold.contains(end) { "missed " } else { "too much" }, near(from, *end), near(*end, to));
            }
        }
    }
    let (precision, recall, f1) = figures(right, found_all, gold_all);
    println!("  sentences, {what}: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}");
    println!("    ends of sentences only: F1 {:.3}", figures(right_ends, found_all, gold_all).2);
}

/// Precision, recall and F1.
#[allow(clippy::cast_precision_loss)]
pub fn figures(right: usize, found: usize, gold: usize) -> (f64, f64, f64) {
    let (precision, recall) = (right as f64 / found as f64, right as f64 / gold as f64);
    (precision, recall, 2.0 * precision * recall / (precision + recall))
}
