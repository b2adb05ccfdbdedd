//! Findings for programs: the shape is told in `docs/CHECK.md`, and stays as it is within a version.

use serde::Serialize;

use super::{Count, Finding, First, PlacedFinding, RuleName, Severity, Sources};

/// The version of the shape. It changes when a program that reads the shape would have to change.
const VERSION: u32 = 1;

/// What a report for programs holds.
pub struct JsonReport<'a> {
    /// The findings that are told, in order.
    pub findings: &'a [Finding],
    /// The ones to begin with, out of `findings`.
    pub first: &'a [First<'a>],
    /// The summary in words, a sentence each.
    pub summary: &'a [String],
    /// How many pages were looked at.
    pub pages: usize,
    /// How many findings a baseline held back.
    pub held_back: usize,
    /// The scores of the reading level.
    pub reading: serde_json::Value,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Shape<'a> {
    version: u32,
    alongside: &'static str,
    summary: Summary<'a>,
    /// Places in `findings`, from 0.
    fix_first: Vec<Begin>,
    findings: Vec<One<'a>>,
    reading: &'a serde_json::Value,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Summary<'a> {
    words: &'a [String],
    pages: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
    held_back: usize,
}

#[derive(Serialize)]
struct Begin {
    finding: usize,
    alike: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct One<'a> {
    rule: &'a RuleName,
    severity: Severity,
    file: Option<&'a str>,
    row: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    words: Option<&'a str>,
    what: &'a str,
    why: &'a str,
    todo: &'a str,
    fix: Option<Change<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Change<'a> {
    label: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

/// The report as JSON, with an empty line's end behind it.
pub fn json(report: &JsonReport<'_>, sources: &mut Sources<'_>) -> String {
    let placed = sources.placed(report.findings);
    let count = Count::of(report.findings);
    let place = |first: &First<'_>| report.findings.iter().position(|finding| std::ptr::eq(finding, first.finding));
    let begin = |first: &First<'_>| place(first).map(|finding| Begin { finding, alike: first.alike });
    let shape = Shape {
        version: VERSION,
        alongside: env!("CARGO_PKG_VERSION"),
        summary: Summary {
            words: report.summary,
            pages: report.pages,
            errors: count.errors,
            warnings: count.warnings,
            advice: count.advice,
            held_back: report.held_back,
        },
        fix_first: report.first.iter().filter_map(begin).collect(),
        findings: placed.iter().map(one).collect(),
        reading: &report.reading,
    };
    serde_json::to_string_pretty(&shape).unwrap_or_default() + "\n"
}

fn one<'a>(placed: &'a PlacedFinding<'a>) -> One<'a> {
    let finding = placed.finding;
    let place = placed.place.as_ref();
    One {
        rule: &finding.rule,
        severity: finding.severity,
        file: finding.path.as_deref(),
        row: finding.row.as_deref(),
        line: place.map(|place| place.start.0),
        column: place.map(|place| place.start.1),
        end_line: place.map(|place| place.end.0),
        end_column: place.map(|place| place.end.1),
        words: place.map(|place| place.words.as_str()),
        what: &finding.what,
        why: &finding.why,
        todo: &finding.todo,
        fix: finding.fix.as_ref().zip(placed.fix.as_ref()).map(|(fix, place)| Change {
            label: &fix.label,
            line: place.start.0,
            column: place.start.1,
            end_line: place.end.0,
            end_column: place.end.1,
            text: &fix.text,
        }),
    }
}
