//! Findings for a terminal: the line, the words, what, why and what to do.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};
use rayon::prelude::*;

use super::{Finding, First, FoundAt, RuleName, Severity, grouped, line_of};
use crate::toolkit::line_and_column;

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

    /// The whole report, row by row. `source` gives the text of a file, as [`crate::parse::decode`] gives it.
    pub fn report(&self, findings: &[Finding], source: &dyn Fn(&str) -> Option<String>) -> String {
        let mut texts: HashMap<String, Option<Arc<str>>> = HashMap::new();
        let mut text_of = |path: &str| texts.entry(path.to_owned()).or_insert_with(|| source(path).map(Into::into)).clone();
        let groups = grouped(findings, &mut text_of);
        // To read ten times why a rule matters helps nobody: it is told once for each file.
        let mut told: HashSet<(Option<&str>, &RuleName)> = HashSet::new();
        let mut with_texts = Vec::new();
        for group in &groups {
            let why: Vec<bool> = group.findings.iter().map(|finding| told.insert((group.path, &finding.rule))).collect();
            with_texts.push((group, group.path.and_then(&mut text_of), why));
        }
        // Drawing them is what takes the time.
        let drawn: Vec<String> = with_texts.par_iter().map(|(group, text, why)| self.draw(group, text.as_deref(), why)).collect();
        drawn.iter().flat_map(|group| [group.as_str(), "\n\n"]).collect()
    }

    /// The findings at one place. `why` tells of which of them it is told why they matter.
    fn draw(&self, at: &FoundAt<'_>, text: Option<&str>, why: &[bool]) -> String {
        let spans: Vec<Range<usize>> = at.findings.iter().filter_map(|finding| Some(finding.span()?.range())).collect();
        let excerpt = text.and_then(|text| Excerpt::of(text, &spans));
        let mut groups = Vec::new();
        for (place, (finding, why)) in at.findings.iter().zip(why).enumerate() {
            let title = level(finding.severity).primary_title(clean(&finding.what)).id(finding.rule.as_str().to_owned());
            let mut group = match (&finding.path, &excerpt) {
                (Some(path), _) if place > 0 => match text.zip(finding.span) {
                    // The lines stand above. Where on them it is, is told of each.
                    Some((text, (start, _))) => title.element(origin(path, text, start)),
                    None => Group::with_title(title),
                },
                (Some(path), Some(excerpt)) => title.element(excerpt.snippet(path, &at.findings)),
                (Some(path), None) => title.element(Origin::path(clean(path))),
                (None, _) => Group::with_title(title),
            };
            if *why {
                group = group.element(Level::NOTE.with_name("why").message(self.wrapped(&finding.why, "why")));
            }
            group = group.element(Level::HELP.with_name("what to do").message(self.wrapped(&finding.todo, "what to do")));
            groups.push(group);
        }
        self.renderer.render(&groups)
    }

    /// A message that fits the width of the terminal behind the name `name`.
    fn wrapped(&self, message: &str, name: &str) -> String {
        textwrap::wrap(&clean(message), self.width.saturating_sub(name.len() + 10)).join("\n")
    }

    /// "Fix these 5 first": a line each. Empty when there are no more findings than these.
    pub fn begin_with(&self, first: &[First<'_>], of: usize, source: &dyn Fn(&str) -> Option<String>) -> String {
        if first.len() >= of {
            return String::new();
        }
        let title = format!("Fix these {} first", first.len());
        let mut text = format!("{}\n", self.bold(&title));
        for (place, First { finding, alike }) in first.iter().enumerate() {
            let line = finding.span.zip(finding.path.as_deref().and_then(source)).map(|((start, _), text)| line_of(&text, start));
            let at = match (&finding.path, line) {
                (Some(path), Some(line)) => format!("{}, line {line}: ", clean(path)),
                (Some(path), None) => format!("{}: ", clean(path)),
                (None, _) => String::new(),
            };
            let more = if *alike > 0 { format!(" And {alike} more like this.") } else { String::new() };
            let words = format!("{at}{}{more}", clean(&finding.what));
            let options = textwrap::Options::new(self.width).initial_indent("  ").subsequent_indent("     ");
            text.push_str(&format!("{}\n", textwrap::fill(&format!("{}. {words}", place + 1), options)));
        }
        text + "\n"
    }

    /// Words that fit the width of the terminal.
    pub fn wrap(&self, words: &str) -> String {
        // The names of rules stay whole: people copy them.
        let options = textwrap::Options::new(self.width).word_splitter(textwrap::WordSplitter::NoHyphenation);
        textwrap::fill(&clean(words), options)
    }

    fn bold(&self, words: &str) -> String {
        if self.colour && !words.is_empty() { format!("\u{1b}[1m{words}\u{1b}[0m") } else { words.to_owned() }
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
        self.bold(&parts.join(" and "))
    }
}

/// The lines of a source text around some words.
struct Excerpt {
    text: String,
    line: usize,
    /// The words, in the order of the findings; `None` for those that do not fit into the excerpt.
    words: Vec<Option<Range<usize>>>,
}

impl Excerpt {
    /// The lines that hold all of `spans`, but no more than [`LINES_MAX`] of them and cut off when they are very long.
    fn of(text: &str, spans: &[Range<usize>]) -> Option<Self> {
        let first = spans.iter().map(|span| span.start).min()?;
        let last = spans.iter().map(|span| span.end).max()?;
        let whole = first..last;
        text.get(whole.clone())?;
        let line_start = text[..whole.start].rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[..line_start].bytes().filter(|b| *b == b'\n').count() + 1;
        let start = floor(text, line_start.max(whole.start.saturating_sub(LINE_BYTES_MAX)));
        let shown = text[whole.clone()].split_inclusive('\n').take(LINES_MAX).map(str::len).sum::<usize>();
        let words_end = floor(text, whole.start + shown.min(LINE_BYTES_MAX));
        let words_end = whole.start + text[whole.start..words_end].trim_end().len();
        let line_end = text[words_end..].find('\n').map_or(text.len(), |newline| words_end + newline);
        let end = floor(text, line_end.min(words_end + LINE_BYTES_MAX));
        let shown = |byte: usize| tidy(text.get(start..byte.clamp(start, words_end.max(start))).unwrap_or("")).len();
        let inside = |span: &Range<usize>| {
            let fits = text.get(span.clone()).is_some() && span.start >= start && (span.start < words_end || spans.len() == 1);
            fits.then(|| shown(span.start)..shown(span.end.min(words_end)).max(shown(span.start)))
        };
        Some(Self { text: tidy(&text[start..end]), line, words: spans.iter().map(inside).collect() })
    }

    /// The lines, with marks below the words. Where there are several, each mark names its rule.
    fn snippet(&self, path: &str, findings: &[&Finding]) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let mut snippet = Snippet::source(self.text.as_str()).line_start(self.line).path(clean(path));
        let placed = findings.iter().filter(|finding| finding.span.is_some());
        let several = findings.len() > 1;
        let mut marked: HashSet<(&RuleName, &Range<usize>)> = HashSet::new();
        for (place, (finding, words)) in placed.zip(&self.words).enumerate() {
            let Some(words) = words else { continue };
            if !marked.insert((&finding.rule, words)) {
                continue;
            }
            let kind = if place == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let mark = kind.span(words.clone());
            snippet = snippet.annotation(if several { mark.label(finding.rule.as_str().to_owned()) } else { mark });
        }
        snippet
    }
}

/// Tabs and control characters would shift the marks below the line.
fn tidy(part: &str) -> String {
    part.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

/// A place to go to: an editor opens it at this line and column.
fn origin(path: &str, text: &str, byte: u32) -> Origin<'static> {
    let (line, column) = line_and_column(text, byte);
    Origin::path(clean(path)).line(line).char_column(column)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO.with_name("advice"),
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
    use crate::finding::sample;
    use crate::toolkit::Span;

    fn finding(span: Span) -> Finding {
        Finding {
            what: "This line has no picture.\u{1b}[31m\u{9b}32m".into(),
            why: "Pictures help.".into(),
            todo: "Put one in.".into(),
            ..sample("no-picture", Severity::Warning, "content/a.md", None, None)
        }
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
