//! The check as a page for people: one file that holds everything, to be sent on or opened from a disk.

use std::collections::{BTreeMap, HashMap};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{Context, Value};

use crate::finding::{Finding, First, FoundAt};
use crate::render::Theme;
use crate::render::theme::Fault;
use crate::toolkit::{AltText, PairedPage, Route, Row, each_row, extension_of, plain_text};

/// The most places that the report shows. A longer one helps nobody.
const PLACES_MAX: usize = 400;
/// The most bytes of one picture, and of all together.
const PICTURE_BYTES_MAX: usize = 150 * 1024;
const PICTURES_BYTES_MAX: usize = 12 * 1024 * 1024;

/// What the report is made of.
pub struct Report<'a> {
    /// The name of the toolkit.
    pub title: &'a str,
    /// The summary, a sentence each.
    pub summary: &'a [String],
    /// The findings to begin with, when there are more than these.
    pub first: &'a [First<'a>],
    /// All findings, by place.
    pub places: &'a [FoundAt<'a>],
    /// The pages in which they stand, by path.
    pub pages: &'a BTreeMap<String, PairedPage>,
    /// Gives the bytes of a picture.
    pub image: &'a dyn Fn(&Route) -> Option<Vec<u8>>,
}

#[derive(Serialize)]
struct FileView {
    path: String,
    title: String,
    places: Vec<PlaceView>,
}

#[derive(Serialize)]
struct PlaceView {
    id: String,
    line: Option<usize>,
    words: String,
    /// The picture as text, and what it shows; none when the row has none.
    picture: Option<String>,
    description: String,
    findings: Vec<FindingView>,
}

#[derive(Serialize)]
struct FindingView {
    weight: &'static str,
    rule: String,
    what: String,
    why: String,
    todo: String,
}

#[derive(Serialize)]
struct FirstView {
    what: String,
    path: String,
    line: Option<usize>,
    href: String,
    alike: usize,
}

#[derive(Serialize)]
struct BarView {
    rule: String,
    count: usize,
    /// From 0 to 100: the rule with the most findings has 100.
    width: usize,
}

/// Makes the report.
///
/// # Errors
/// What is wrong with the template of the theme.
pub fn report(report: &Report<'_>, theme: &Theme) -> Result<String, Fault> {
    let style = format!("{}{}", theme.colours.css(), theme.report_style);
    let mut context = Context::new();
    context.insert("title", report.title);
    context.insert("summary", report.summary);
    context.insert("first", &firsts(report));
    context.insert("bars", &bars(report.places));
    context.insert("files", &files(report));
    context.insert("left_out", &report.places.len().saturating_sub(PLACES_MAX));
    context.insert("style_hash", &STANDARD.encode(Sha256::digest(style.as_bytes())));
    context.insert_value("style", Value::safe_string(&style));
    theme.render("report.html", &context)
}

fn firsts(report: &Report<'_>) -> Vec<FirstView> {
    let place_of = |finding: &Finding| report.places.iter().position(|place| place.findings.iter().any(|other| std::ptr::eq(*other, finding)));
    let view = |first: &First<'_>| {
        let place = place_of(first.finding)?;
        Some(FirstView {
            what: first.finding.what.clone(),
            path: first.finding.path.clone().unwrap_or_default(),
            line: report.places[place].line,
            href: if place < PLACES_MAX { format!("#{}", id(place)) } else { String::new() },
            alike: first.alike,
        })
    };
    report.first.iter().filter_map(view).collect()
}

fn id(place: usize) -> String {
    format!("place-{}", place + 1)
}

fn bars(places: &[FoundAt<'_>]) -> Vec<BarView> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in places.iter().flat_map(|place| &place.findings) {
        *counts.entry(finding.rule.as_str()).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(1);
    let mut bars: Vec<BarView> =
        counts.into_iter().map(|(rule, count)| BarView { rule: rule.to_owned(), count, width: (count * 100 / most).max(1) }).collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.count));
    bars
}

fn files(report: &Report<'_>) -> Vec<FileView> {
    let mut files: Vec<FileView> = Vec::new();
    let mut rows: HashMap<(&str, &str), &Row> = HashMap::new();
    for (path, paired) in report.pages {
        let mut note = |row| {
            let row: &Row = row;
            rows.insert((path, &row.id.0), row);
        };
        each_row(&paired.page.blocks, &mut note);
    }
    let mut room = PICTURES_BYTES_MAX;
    for (number, place) in report.places.iter().take(PLACES_MAX).enumerate() {
        let path = place.path.unwrap_or("");
        if files.last().is_none_or(|file| file.path != path) {
            let title = report.pages.get(path).and_then(|paired| paired.page.front.title.as_ref()).map(|title| title.value.clone());
            files.push(FileView { path: path.to_owned(), title: title.unwrap_or_default(), places: Vec::new() });
        }
        let row = place.findings[0].row.as_deref().and_then(|id| rows.get(&(path, id)));
        let (picture, description) = row.zip(report.pages.get(path)).and_then(|(row, paired)| picture(row, paired, report, &mut room)).unwrap_or_default();
        let view = PlaceView {
            id: id(number),
            line: place.line,
            words: row.map(|row| format!("{} {}", plain_text(&row.label), plain_text(&row.words)).trim().to_owned()).unwrap_or_default(),
            picture,
            description,
            findings: place.findings.iter().map(|finding| finding_view(finding)).collect(),
        };
        if let Some(file) = files.last_mut() {
            file.places.push(view);
        }
    }
    files
}

fn finding_view(finding: &Finding) -> FindingView {
    FindingView {
        weight: finding.severity.word(),
        rule: finding.rule.to_string(),
        what: finding.what.clone(),
        why: finding.why.clone(),
        todo: finding.todo.clone(),
    }
}

/// The picture of a row, written out as text, and what it shows.
fn picture(row: &Row, paired: &PairedPage, report: &Report<'_>, room: &mut usize) -> Option<(Option<String>, String)> {
    let found = paired.picture(row.picture?);
    let description = match &found.alt {
        Some(AltText::Describes(words)) => words.clone(),
        Some(AltText::Decorative) | None => String::new(),
    };
    let route = &found.image.as_ref().ok()?.route;
    let kind = match extension_of(route.as_str()).as_str() {
        "svg" => "svg+xml",
        "jpg" | "jpeg" => "jpeg",
        "png" => "png",
        "webp" => "webp",
        "gif" => "gif",
        _ => return Some((None, description)),
    };
    let bytes = (report.image)(route).filter(|bytes| bytes.len() <= PICTURE_BYTES_MAX.min(*room));
    let address = bytes.map(|bytes| {
        *room -= bytes.len();
        format!("data:image/{kind};base64,{}", STANDARD.encode(bytes))
    });
    Some((address, description))
}
