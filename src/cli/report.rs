//! Findings and errors, on the terminal.

use std::io::{IsTerminal, Write, stderr};

use super::say::say_error;
use clap::Args;

use crate::disk::Error;
use crate::finding::{Count, Finding, Selection, Style, Terminal, first};
use crate::parse;
use crate::toolkit::{SitePath, Snapshot};

/// The most findings that are shown one by one.
const SHOWN_MAX: usize = 200;

/// What is told, and what stops the command.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Args)]
pub struct Telling {
    /// Tell advice too: guesses that are often wrong
    #[arg(long)]
    pub advice: bool,
    /// Let warnings stop it too, not only errors
    #[arg(long)]
    pub strict: bool,
}

impl Telling {
    /// Whether these findings stop the command.
    pub fn stops(self, findings: &[Finding]) -> bool {
        let count = Count::of(findings);
        count.errors > 0 || (self.strict && count.warnings > 0)
    }
}

/// Tells findings, on the error output.
pub fn findings(findings: &[Finding], telling: Telling, snapshot: &Snapshot) {
    let selection = Selection { advice: telling.advice, ..Selection::default() };
    let findings: Vec<&Finding> = findings.iter().filter(|finding| selection.holds(finding)).collect();
    if findings.is_empty() {
        return;
    }
    let terminal = terminal(stderr().is_terminal());
    let source = |path: &str| source(snapshot, path);
    let shown = most_important(findings.iter().copied(), SHOWN_MAX);
    let mut out = stderr().lock();
    let _ = write!(out, "{}", terminal.report(&shown, &source));
    if shown.len() < findings.len() {
        let _ = writeln!(out, "… and {} more. Mend these first.\n", findings.len() - shown.len());
    }
    let _ = writeln!(out, "{}", terminal.summary(Count::of(findings.iter().copied())));
    if let Some(first) = first(findings, 1).first() {
        let _ = writeln!(out, "To read more about a rule: alongside explain {}", first.finding.rule);
    }
}

/// `max` of the findings, in their order. Where there are more, those that stop the site are among the ones that are left.
pub fn most_important<'a>(findings: impl IntoIterator<Item = &'a Finding, IntoIter: Clone>, max: usize) -> Vec<Finding> {
    let findings = findings.into_iter();
    let (errors, others) = (findings.clone().filter(|finding| finding.is_error()), findings.filter(|finding| !finding.is_error()));
    let mut shown: Vec<Finding> = errors.chain(others).take(max).cloned().collect();
    crate::finding::sort(&mut shown);
    shown
}

/// The text of a file of the toolkit, as spans count in it.
pub fn source(snapshot: &Snapshot, path: &str) -> Option<String> {
    let bytes = snapshot.read(&SitePath::new(path)?).ok()?;
    Some(parse::decode(&bytes).text.to_string())
}

/// Tells why a command could not run.
pub fn error(error: &Error) {
    say_error!("{error}\n{}", error.hint());
}

/// A writer for people. `coloured` is whether its words go to a terminal.
pub fn terminal(coloured: bool) -> Terminal {
    let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
    Terminal::new(Style { colour: coloured && !crate::disk::asks_for_no_colour(), width })
}
