//! The check as a page for people: one file that holds everything, to be sent on or opened from a disk.

mod places;

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{Context, Value};

use crate::finding::{Count, Finding, First, Lines, RuleName};
use crate::render::Theme;
use crate::render::theme::Fault;
use crate::toolkit::{PairedPage, Place, Route};
use places::Pages;

/// How many rules stand in the chart before somebody opens the rest.
const RULES_SHOWN: usize = 8;

/// What the report is made of.
pub struct Report<'a> {
    /// The name of the toolkit.
    pub title: &'a str,
    /// The day on which it was looked at.
    pub day: &'a str,
    /// How many pages were looked at.
    pub looked_at: usize,
    /// The summary, a sentence each.
    pub summary: &'a [String],
    /// The findings to begin with, out of `findings`; none when there are no more than these.
    pub first: &'a [First<'a>],
    /// All findings that are told, in order.
    pub findings: &'a [Finding],
    /// What a rule finds, in a sentence.
    pub rule: &'a dyn Fn(&RuleName) -> &'static str,
    /// How hard the words are.
    pub reading: &'a ReadingView,
    /// The files in which findings stand, by path.
    pub files: &'a BTreeMap<String, FileLook<'a>>,
    /// The titles of pages in which nothing was found.
    pub clean: &'a [String],
    /// Gives the bytes of a picture.
    pub image: &'a dyn Fn(&Route) -> Option<Vec<u8>>,
}

/// A file, as the report looks at it.
pub struct FileLook<'a> {
    /// Its text, by lines.
    pub lines: Lines,
    /// The page and its place in the site; `None` for a file that is no page.
    pub page: Option<(PairedPage, &'a Place)>,
}

/// How hard the words are, as the template sees it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ReadingView {
    /// A line for each guide, each of its pages, and each other page.
    pub lines: Vec<ReadingLine>,
    /// The formulas of each language.
    pub formulas: Vec<FormulasView>,
    /// What is said beside every number.
    pub caveat: &'static str,
    /// How many lines more there are.
    pub left_out: usize,
}

/// A line of the chart. Numbers are written as people read them; empty where there is none.
#[derive(Clone, Debug, Serialize)]
pub struct ReadingLine {
    /// The title of the guide or page.
    pub title: String,
    /// Whether it is a page of the guide above.
    pub is_part: bool,
    /// Our own score.
    pub score: String,
    /// The length of its bar, from 0 to 100.
    pub bar: u32,
    /// Words a sentence.
    pub words: String,
    /// Sentences over the limit.
    pub long_sentences: u32,
    /// Hard words.
    pub hard_words: u32,
    /// Pictures a row.
    pub pictures: String,
}

/// What formulas give, for the pages in one language.
#[derive(Clone, Debug, Serialize)]
pub struct FormulasView {
    /// The names of the formulas.
    pub heads: Vec<&'static str>,
    /// The title of each guide and page, whether it is a page of the guide above, and what each formula gives.
    pub lines: Vec<(String, bool, Vec<String>)>,
}

#[derive(Serialize)]
struct FirstView {
    what: String,
    at: String,
    href: Option<String>,
    alike: usize,
}

#[derive(Serialize)]
struct RuleView {
    name: String,
    finds: &'static str,
    count: usize,
    /// From 0 to 100: the rule with the most findings has 100.
    bar: usize,
}

/// Makes the report.
///
/// # Errors
/// What is wrong with the template of the theme.
pub fn report(report: &Report<'_>, theme: &Theme) -> Result<String, Fault> {
    let style = format!("{}{}", theme.colours.css(), theme.report_style);
    let count = Count::of(report.findings);
    let pages = Pages::of(report);
    let mut context = Context::new();
    context.insert("title", report.title);
    context.insert("day", report.day);
    context.insert("looked_at", &report.looked_at);
    context.insert("counts", &[("Errors", count.errors), ("Warnings", count.warnings), ("Advice", count.advice)]);
    context.insert("summary", report.summary);
    context.insert("first", &firsts(report, &pages));
    context.insert("reading", report.reading);
    let mut rules = rules(report);
    context.insert("more_rules", &rules.split_off(rules.len().min(RULES_SHOWN)));
    context.insert("rules", &rules);
    context.insert("files", &pages.files);
    context.insert("left_out", &pages.left_out);
    context.insert("clean", report.clean);
    context.insert("style_hash", &STANDARD.encode(Sha256::digest(style.as_bytes())));
    context.insert_value("style", Value::safe_string(&style));
    theme.render("report.html", &context)
}

fn firsts(report: &Report<'_>, pages: &Pages) -> Vec<FirstView> {
    let view = |first: &First<'_>| {
        let number = report.findings.iter().position(|finding| std::ptr::eq(finding, first.finding))?;
        let path = first.finding.path.as_deref();
        let line = path.and_then(|path| report.files.get(path)).zip(first.finding.span).map(|(file, (start, _))| file.lines.line(start));
        let at = match (path, line) {
            (Some(path), Some(line)) => format!("{path}, line {line}"),
            (path, _) => path.unwrap_or_default().to_owned(),
        };
        let href = pages.place_of.get(number).and_then(|id| id.as_ref()).map(|id| format!("#{id}"));
        Some(FirstView { what: first.finding.what.clone(), at, href, alike: first.alike })
    };
    report.first.iter().filter_map(view).collect()
}

fn rules(report: &Report<'_>) -> Vec<RuleView> {
    let mut counts: BTreeMap<&RuleName, usize> = BTreeMap::new();
    for finding in report.findings {
        *counts.entry(&finding.rule).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(1);
    let view = |(rule, count): (&RuleName, usize)| RuleView {
        name: rule.to_string(),
        finds: (report.rule)(rule),
        count,
        bar: (count * 100 / most).max(1),
    };
    let mut rules: Vec<RuleView> = counts.into_iter().map(view).collect();
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.count));
    rules
}
