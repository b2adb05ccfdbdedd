//! Findings and errors, on the terminal.

use std::io::{IsTerminal, Write, stderr};

use super::say::say_error;
use crate::disk::Error;
use crate::finding::{Count, Finding, Severity, Style, Terminal};
use crate::parse;
use crate::toolkit::{SitePath, Snapshot};

/// The most findings that are shown one by one.
const SHOWN_MAX: usize = 200;

/// Tells findings, on the error output. Advice is a guess that is often wrong, so it is left out.
pub fn findings(findings: &[Finding], snapshot: &Snapshot) {
    let findings: Vec<Finding> = findings.iter().filter(|finding| finding.severity != Severity::Advice).cloned().collect();
    if findings.is_empty() {
        return;
    }
    let terminal = Terminal::new(style());
    let source = |path: &str| {
        let bytes = snapshot.read(&SitePath::new(path)?).ok()?;
        Some(parse::decode(&bytes).text.to_string())
    };
    // Where there are very many, those that stop the site must be among the ones that are shown.
    let (errors, others): (Vec<_>, Vec<_>) = findings.iter().cloned().partition(Finding::is_error);
    let mut shown: Vec<Finding> = errors.into_iter().chain(others).take(SHOWN_MAX).collect();
    crate::finding::sort(&mut shown);
    let mut out = stderr().lock();
    let _ = write!(out, "{}", terminal.report(&shown, &source));
    if shown.len() < findings.len() {
        let _ = writeln!(out, "… and {} more. Mend these first.\n", findings.len() - shown.len());
    }
    let _ = writeln!(out, "{}", terminal.summary(Count::of(&findings)));
    if let Some(first) = shown.first() {
        let _ = writeln!(out, "To read more about a rule: alongside explain {}", first.rule);
    }
}

/// Tells why a command could not run.
pub fn error(error: &Error) {
    say_error!("{error}\n{}", error.hint());
}

/// How the error output may look.
fn style() -> Style {
    let colour = stderr().is_terminal() && !crate::disk::asks_for_no_colour();
    let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
    Style { colour, width }
}
