//! What the bar around a page shows: its rows with their lines, and what was found in them.

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Tera};

use super::shared::Shared;
use crate::check::reading::Measured;
use crate::finding::{Finding, First, first};
use crate::pipeline::Stand;
use crate::toolkit::{
    Block, ContentHash, Edition, EditionKind, Inline, Page, PairedPage, Place, Route, Row, Span, each_block, each_row, editions,
    line_and_column, plain_text,
};

/// How many findings are named as the first to mend.
const FIRST: usize = 5;
/// The most findings of the whole toolkit that are shown on a page that nobody wrote.
const OTHERS_MAX: usize = 50;
/// The beginning of the names of messages that the bar uses.
const WORDS: &str = "preview_";

/// What a tab is told of its page.
#[derive(Serialize)]
struct Look {
    /// The hash of the page, as its header `ETag` has it. Empty when there is no such page.
    page: String,
    /// Whether the page that is shown is an older one, because the newest cannot be shown.
    old: bool,
    /// The file that the author wrote.
    path: Option<String>,
    /// Its rows, in order.
    rows: Vec<RowLook>,
    /// What was found, in order.
    findings: Vec<FindingLook>,
    /// The findings to mend first, by their places in `findings`.
    first: Vec<usize>,
    /// How hard it is to read.
    level: Option<LevelLook>,
    /// Formats of the guide that have a page of their own: (name, address).
    formats: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
struct RowLook {
    id: String,
    line: usize,
    words: String,
    picture: bool,
}

#[derive(Serialize)]
struct FindingLook {
    row: Option<String>,
    path: Option<String>,
    line: Option<usize>,
    severity: &'static str,
    rule: String,
    what: String,
    why: String,
    todo: String,
}

/// How hard a page is to read: what is counted, and what the formulas and our own score give.
#[derive(Serialize)]
struct LevelLook {
    rows: u32,
    pictures: u32,
    words: u32,
    words_a_sentence: f64,
    long_sentences: u32,
    hard_words: u32,
    score: Option<f64>,
    formulas: Vec<(&'static str, f64)>,
}

/// What the tab that shows the page at this address is told, as JSON.
pub fn message(shared: &Arc<Shared>, route: &Route) -> Option<String> {
    let stand = shared.stand();
    let shown = shared.page(&stand, route);
    let mut look = Look {
        page: shown.as_ref().map_or_else(String::new, |shown| ContentHash::of(&shown.bytes).short()),
        old: shown.is_some_and(|shown| shown.is_old),
        path: None,
        rows: Vec::new(),
        findings: Vec::new(),
        first: Vec::new(),
        level: None,
        formats: formats(&stand, route),
    };
    let source = stand.source(route).and_then(|path| Some((path, stand.look(path)?)));
    let mut findings = match &source {
        Some((path, page)) => {
            look.rows = rows(&page.paired, &page.source.text);
            look.level = stand.reading_of(path).and_then(level);
            look.path = Some(path.to_string());
            stand.findings_of(path)
        }
        None => match stand.cover(route) {
            Some(cover) => of_guide(&stand, cover),
            None => others(&stand, |_| true),
        },
    };
    if stand.site().is_broken() {
        let mut broken = others(&stand, Finding::is_error);
        broken.retain(|finding| finding.path != look.path);
        broken.append(&mut findings);
        findings = broken;
    }
    let text = source.as_ref().map(|(path, page)| (path.as_str(), &page.paired.page, &*page.source.text));
    look.findings = findings.iter().map(|finding| finding_look(finding, text)).collect();
    let at = |first: First<'_>| findings.iter().position(|finding| std::ptr::eq(finding, first.finding));
    look.first = first(&findings, FIRST).into_iter().filter_map(at).collect();
    serde_json::to_string(&look).ok()
}

/// What was found in the pages of the guide with this cover: for a format that has all of them on one page.
fn of_guide(stand: &Stand, cover: &Place) -> Vec<Finding> {
    let map = &stand.site().map;
    let guide = cover.kind.guide().and_then(|number| map.guides.get(number));
    let pages = guide.into_iter().flat_map(|guide| std::iter::once(&guide.cover).chain(&guide.parts));
    pages.flat_map(|path| stand.findings_of(path)).collect()
}

/// Findings that are not about one page: those of settings, word lists, packs and themes.
fn others(stand: &Stand, which: impl Fn(&Finding) -> bool) -> Vec<Finding> {
    let is_other = |finding: &Finding| finding.path.as_deref().is_none_or(|path| !path.starts_with("content/"));
    stand.findings().into_iter().filter(|finding| is_other(finding) && which(finding)).take(OTHERS_MAX).collect()
}

fn rows(paired: &PairedPage, text: &str) -> Vec<RowLook> {
    let mut rows = Vec::new();
    each_row(&paired.page.blocks, &mut |row: &Row| {
        rows.push(RowLook {
            id: row.id.0.clone(),
            line: line_and_column(text, words_start(row)).0,
            words: words_of(row),
            picture: row.picture.is_some_and(|id| paired.picture(id).image.is_ok()),
        });
    });
    rows
}

/// The words of a row, with its label.
pub fn words_of(row: &Row) -> String {
    format!("{} {}", plain_text(&row.label), plain_text(&row.words)).trim().to_owned()
}

/// Where the words of a row begin.
pub fn words_start(row: &Row) -> u32 {
    let first = |words: &[Inline]| words.first().map(|word| word.span().start);
    first(&row.label).or_else(|| first(&row.words)).unwrap_or(row.span.start)
}

/// A finding, with its place in the page that is shown: (its file, the page, its text).
fn finding_look(finding: &Finding, page: Option<(&str, &Page, &str)>) -> FindingLook {
    let page = page.filter(|(path, ..)| finding.path.as_deref() == Some(*path)).map(|(_, page, text)| (page, text));
    FindingLook {
        row: finding.row.clone().or_else(|| page.zip(finding.span()).and_then(|((page, _), span)| row_at(page, span))),
        path: finding.path.clone(),
        line: page.zip(finding.span()).map(|((_, text), span)| line_and_column(text, span.start).0),
        severity: finding.severity.word(),
        rule: finding.rule.to_string(),
        what: finding.what.clone(),
        why: finding.why.to_string(),
        todo: finding.todo.to_string(),
    }
}

/// The name of the row, box or heading at this place: the smallest one that holds it.
fn row_at(page: &Page, span: Span) -> Option<String> {
    let mut best: Option<(u32, String)> = None;
    let mut offer = |place: Span, id: &str| {
        let length = place.end - place.start;
        let holds = place.covers(Span { start: span.start, end: span.start });
        if holds && best.as_ref().is_none_or(|(shortest, _)| length < *shortest) {
            best = Some((length, id.to_owned()));
        }
    };
    each_block(&page.blocks, &mut |block| match block {
        Block::Heading(heading) => offer(heading.span, &heading.id),
        Block::Box(call_out) => offer(call_out.span, &call_out.id),
        _ => {}
    });
    each_row(&page.blocks, &mut |row| offer(row.span, &row.id.0));
    best.map(|(_, id)| id)
}

fn level(measured: Measured) -> Option<LevelLook> {
    let Measured { reading, level } = measured;
    let level = level?;
    let tenths = |value: f64| (value * 10.0).round() / 10.0;
    Some(LevelLook {
        rows: reading.rows,
        pictures: reading.pictures,
        words: reading.counts.words,
        words_a_sentence: tenths(level.words_a_sentence),
        long_sentences: reading.long_sentences,
        hard_words: reading.hard_words,
        score: level.score.map(tenths),
        formulas: level.formulas.iter().map(|score| (score.formula, tenths(score.value))).collect(),
    })
}

/// The formats for paper of the guide that has the page at this address: (name, address).
fn formats(stand: &Stand, route: &Route) -> Vec<(&'static str, String)> {
    let page = |edition: Edition| match edition.kind {
        EditionKind::Page(size) => Some((size.word(), edition.route.to_string())),
        _ => None,
    };
    stand.cover(route).into_iter().flat_map(|cover| editions(cover, &stand.site().config)).filter_map(page).collect()
}

/// The page with the bar, around the page at this address.
pub fn bar(stand: &Stand, route: &Route, token: &str) -> Option<String> {
    let mut context = context(stand)?;
    context.insert("route", route.as_str());
    context.insert("token", token);
    fill(include_str!("assets/bar.html"), &context)
}

/// The page that asks another machine for the code.
pub fn code_page(stand: &Stand, was_wrong: bool) -> Option<String> {
    let mut context = context(stand)?;
    context.insert("wrong", &was_wrong);
    fill(include_str!("assets/code.html"), &context)
}

fn context(stand: &Stand) -> Option<Context> {
    let site = stand.site();
    let language = &site.config.language;
    let all = serde_json::to_value(site.theme.interface.plain(language)).ok()?;
    let words: serde_json::Map<String, serde_json::Value> =
        all.as_object()?.iter().filter_map(|(name, words)| Some((name.strip_prefix(WORDS)?.to_owned(), words.clone()))).collect();
    let mut context = Context::new();
    let spoken = if site.theme.interface.speaks(language) { language.as_str() } else { "en" };
    context.insert("lang", spoken);
    context.insert("dir", if language.is_right_to_left() && spoken != "en" { "rtl" } else { "ltr" });
    context.insert("json", &serde_json::to_string(&words).ok()?);
    context.insert("w", &words);
    context.insert("icon", &site.theme.routes.get("images/icon.svg").map_or_else(String::new, ToString::to_string));
    Some(context)
}

fn fill(template: &str, context: &Context) -> Option<String> {
    let mut tera = Tera::new();
    tera.autoescape_on([""]);
    tera.add_raw_template("page", template).ok()?;
    tera.render("page", context).ok()
}
