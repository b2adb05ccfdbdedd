//! The report for people at a terminal.

use std::io::{IsTerminal, stdout};

use super::super::report;
use super::{FIRST, Found, reading};
use crate::finding;

/// The most findings that a terminal shows one by one.
const SHOWN_MAX: usize = 200;

/// What to begin with, all findings, how hard the pages are to read, and a summary.
pub fn text(found: &Found<'_>, to_terminal: bool) -> String {
    let findings = found.findings;
    let terminal = report::terminal(to_terminal && stdout().is_terminal());
    let source = |path: &str| report::source(found.stand.snapshot(), path);
    let shown = report::most_important(findings, SHOWN_MAX);
    let mut text = terminal.begin_with(&finding::first(findings, FIRST), findings.len(), &source);
    text.push_str(&terminal.report(&shown, &source));
    if shown.len() < findings.len() {
        text.push_str(&format!("… and {} more. Mend these first.\n\n", findings.len() - shown.len()));
    }
    // Who asks for some rules only wants to hear of these.
    if found.selection.rules.is_empty() {
        text.push_str(&reading::table(&reading::of(found), &|words| terminal.wrap(words)));
    }
    text.push_str(&terminal.wrap(&finding::summary(findings, found.looked).join(" ")));
    text.push('\n');
    if let Some(first) = finding::first(findings, 1).first() {
        text.push_str(&format!("To read more about a rule: alongside explain {}\n", first.finding.rule));
    }
    text
}
