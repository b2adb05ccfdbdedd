//! Findings for a terminal: the line, the words, what, why and what to do.

use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

use super::{Finding, Severity};

/// How the report may look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether the terminal shows colours.
    pub colour: bool,
    /// The width of the terminal, in characters.
    pub width: usize,
}

/// Writes findings for people at a terminal.
pub struct Terminal {
    renderer: Renderer,
    colour: bool,
    width: usize,
}

/// The most lines of a source text that one finding shows.
const LINES_MAX: usize = 3;
/// The most bytes of a source line that one finding shows around its words.
const LINE_BYTES_MAX: usize = 400;

impl Terminal {
    /// A writer for a terminal with this style.
    pub fn new(style: Style) -> Self {
        let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
        let width = style.width.clamp(60, 120);
        let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(width);
        Self { renderer, colour: style.colour, width }
    }

    /// The whole report. `source` gives the text of a file, as [`crate::parse::decode`] gives it.
    pub fn report(&self, findings: &[Finding], source: &dyn Fn(&str) -> Option<String>) -> String {
        let mut texts: HashMap<&str, Option<String>> = HashMap::new();
        let mut report = String::new();
        for finding in findings {
            let text = finding.path.as_deref().and_then(|path| texts.entry(path).or_insert_with(|| source(path)).as_deref());
            self.push(finding, text, &mut report);
            report.push_str("\n\n");
        }
        report
    }

    fn push(&self, finding: &Finding, text: Option<&str>, report: &mut String) {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Advice => Level::INFO.with_name("advice"),
        };
        let title = level.primary_title(clean(&finding.what)).id(finding.rule.as_str().to_owned());
        let excerpt = finding.span().zip(text).and_then(|(span, text)| Excerpt::of(text, span.range()));
        let mut group = match (&finding.path, &excerpt) {
            (Some(path), Some(excerpt)) => title.element(
                Snippet::source(excerpt.text.as_str())
                    .line_start(excerpt.line)
                    .path(clean(path))
                    .annotation(AnnotationKind::Primary.span(excerpt.words.clone())),
            ),
            (Some(path), None) => title.element(annotate_snippets::Origin::path(clean(path))),
            (None, _) => Group::with_title(title),
        };
        group = group.element(Level::NOTE.with_name("why").message(self.wrapped(&finding.why, "why")));
        group = group.element(Level::HELP.with_name("what to do").message(self.wrapped(&finding.todo, "what to do")));
        let _ = write!(report, "{}", self.renderer.render(&[group]));
    }

    /// A message that fits the width of the terminal behind the name `name`.
    fn wrapped(&self, message: &str, name: &str) -> String {
        textwrap::wrap(&clean(message), self.width.saturating_sub(name.len() + 10)).join("\n")
    }

    /// The last lines: how many findings there are.
    pub fn summary(&self, count: super::Count) -> String {
        let plural = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
        let mut parts = Vec::new();
        if count.errors > 0 {
            parts.push(plural(count.errors, "error", "errors"));
        }
        if count.warnings > 0 {
            parts.push(plural(count.warnings, "warning", "warnings"));
        }
        let line = parts.join(" and ");
        if self.colour && !line.is_empty() { format!("\u{1b}[1m{line}\u{1b}[0m") } else { line }
    }
}

/// The lines of a source text around some words.
struct Excerpt {
    text: String,
    line: usize,
    words: Range<usize>,
}

impl Excerpt {
    /// The lines that hold `words`, but no more than [`LINES_MAX`] of them and cut off when they are very long.
    fn of(text: &str, words: Range<usize>) -> Option<Self> {
        text.get(words.clone())?;
        let line_start = text[..words.start].rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[..line_start].bytes().filter(|b| *b == b'\n').count() + 1;
        let start = floor(text, line_start.max(words.start.saturating_sub(LINE_BYTES_MAX)));
        let shown = text[words.clone()].split_inclusive('\n').take(LINES_MAX).map(str::len).sum::<usize>();
        let words_end = floor(text, words.start + shown.min(LINE_BYTES_MAX));
        let words_end = words.start + text[words.start..words_end].trim_end().len();
        let line_end = text[words_end..].find('\n').map_or(text.len(), |newline| words_end + newline);
        let end = floor(text, line_end.min(words_end + LINE_BYTES_MAX));
        // Tabs and control characters would shift the marks below the line.
        let tidy = |part: &str| part.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect::<String>();
        let before = tidy(&text[start..words.start]);
        let inside = tidy(&text[words.start..words_end]);
        let after = tidy(&text[words_end..end]);
        let words = before.len()..(before.len() + inside.len()).max(before.len());
        Some(Self { text: format!("{before}{inside}{after}"), line, words })
    }
}

/// The last border between characters that is not after `byte`.
fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// Author's words could hold commands for the terminal: these are taken out.
fn clean(words: &str) -> String {
    // A terminal takes some characters above ASCII for commands too.
    normalize_untrusted_str(words).chars().map(|c| if c.is_control() && c != '\n' { '\u{FFFD}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::RuleName;
    use crate::toolkit::{SitePath, Span};

    fn finding(span: Span) -> Finding {
        Finding {
            row: None,
            rule: RuleName::new("no-picture"),
            severity: Severity::Warning,
            path: None,
            span: None,
            what: "This line has no picture.\u{1b}[31m\u{9b}32m".into(),
            why: "Pictures help.".into(),
            todo: "Put one in.".into(),
            fix: None,
        }
        .in_file(&SitePath::new("content/a.md").unwrap())
        .at(span)
    }

    fn report(text: &str, span: Span) -> String {
        let terminal = Terminal::new(Style { colour: false, width: 80 });
        terminal.report(&[finding(span)], &|_| Some(text.to_owned()))
    }

    #[test]
    fn a_report_has_the_line_and_the_three_parts() {
        let report = report("One.\nTwo words.\n", Span { start: 5, end: 8 });
        for part in ["content/a.md:2:1", "Two words.", "why: Pictures help.", "what to do: Put one in.", "[no-picture]"] {
            assert!(report.contains(part), "{part} is missing in\n{report}");
        }
        assert!(!report.contains(['\u{1b}', '\u{9b}']));
    }

    #[test]
    fn long_lines_are_cut_and_odd_spans_do_no_harm() {
        let long = "é".repeat(100_000);
        assert!(report(&long, Span { start: 100_000, end: 100_100 }).len() < 5_000);
        assert!(report(&long, Span { start: 0, end: 200_000 }).len() < 5_000);
        assert!(report("short", Span { start: 3, end: 900 }).contains("content/a.md"));
        assert!(report("", Span { start: 0, end: 0 }).contains("content/a.md"));
    }
}
