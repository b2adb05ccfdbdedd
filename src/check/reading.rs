//! How hard pages and guides are to read: shown, never pass or fail.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use serde::Serialize;

use super::{PageView, hard_words};
use crate::finding::{Finding, Severity};
use crate::language::{Counts, ReadingLevel, WordKind, reading_level};
use crate::toolkit::{Language, SiteMap, SitePath, each_row};

/// What is said beside every number.
pub const CAVEAT: &str = "No formula was made for people with learning disabilities. Only people can say whether a text is easy for them.";

/// What was counted on a page, or on the pages of a guide.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Reading {
    /// The words and sentences of rows, items and paragraphs. Headings, descriptions and addresses are not counted.
    pub counts: Counts,
    /// Rows.
    pub rows: u32,
    /// Rows with a picture.
    pub pictures: u32,
    /// Sentences over the limit of the profile.
    pub long_sentences: u32,
    /// Hard words, each once a page.
    pub hard_words: u32,
}

impl AddAssign<&Reading> for Reading {
    fn add_assign(&mut self, other: &Self) {
        self.counts += other.counts;
        self.rows += other.rows;
        self.pictures += other.pictures;
        self.long_sentences += other.long_sentences;
        self.hard_words += other.hard_words;
    }
}

impl Reading {
    /// Pictures a row; `None` on a page without rows.
    pub fn pictures_a_row(&self) -> Option<f64> {
        (self.rows > 0).then(|| f64::from(self.pictures) / f64::from(self.rows))
    }

    /// The formulas and our own score; `None` when there is no sentence.
    pub fn level(&self, language: &Language) -> Option<ReadingLevel> {
        reading_level(self.counts, language)
    }
}

/// How hard the pages of a toolkit are to read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ToolkitReading {
    /// Each guide, in the order of the site.
    pub guides: Vec<GuideReading>,
    /// The pages that belong to no guide.
    pub other_pages: Vec<PageReading>,
}

/// How hard a guide is to read, with each of its pages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GuideReading {
    /// Its title.
    pub title: String,
    /// The language in which it is measured.
    pub language: String,
    /// All its pages together.
    pub whole: Measured,
    /// Each page, the cover first.
    pub pages: Vec<PageReading>,
}

/// How hard a page is to read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PageReading {
    /// Its file.
    #[serde(rename = "file")]
    pub path: String,
    /// Its title.
    pub title: String,
    /// The language in which it is measured.
    pub language: String,
    /// What was counted, and what comes of it.
    #[serde(flatten)]
    pub measured: Measured,
}

/// What was counted, and what comes of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measured {
    /// What was counted.
    #[serde(flatten)]
    pub reading: Reading,
    /// The formulas and our own score; `None` when there is no sentence.
    pub level: Option<ReadingLevel>,
}

/// Counts a page. `findings` are those of all rules, before any allowance.
pub fn page(view: &PageView<'_>, findings: &[Finding]) -> Reading {
    let mut reading = Reading::default();
    for passage in view.prose.passages.iter().filter(|passage| passage.kind.is_running_text()) {
        let words = passage.words.iter().zip(&passage.folded).filter(|(word, _)| word.kind != WordKind::Literal);
        let sentences = passage.sentences.iter().filter(|sentence| !sentence.words.is_empty()).count();
        reading.counts += words.map(|(_, folded)| folded.counts()).sum();
        reading.counts.sentences += u32::try_from(sentences).unwrap_or(u32::MAX);
    }
    each_row(&view.paired.page.blocks, &mut |row| {
        reading.rows += 1;
        reading.pictures += u32::from(row.picture.is_some());
    });
    let count = |rule: &str| {
        let found = findings.iter().filter(|finding| finding.rule.as_str() == rule && finding.severity != Severity::Advice);
        u32::try_from(found.count()).unwrap_or(u32::MAX)
    };
    reading.long_sentences = count("long-sentence");
    reading.hard_words = count(hard_words().name.as_str());
    reading
}

/// A line of a table: a guide, a page of the guide above, or a page outside of guides.
#[derive(Clone, Copy, Debug)]
pub struct ReadingLine<'a> {
    /// Its title.
    pub title: &'a str,
    /// Whether it is a page of the guide above.
    pub is_part: bool,
    /// The language in which it is measured.
    pub language: &'a str,
    /// What was counted, and what comes of it.
    pub measured: &'a Measured,
}

impl ToolkitReading {
    /// The lines of a table. What has no sentence has no line, and a guide of one page has one.
    pub fn lines(&self) -> Vec<ReadingLine<'_>> {
        fn page(page: &PageReading, is_part: bool) -> ReadingLine<'_> {
            ReadingLine { title: &page.title, is_part, language: &page.language, measured: &page.measured }
        }
        let mut lines = Vec::new();
        for guide in &self.guides {
            lines.push(ReadingLine { title: &guide.title, is_part: false, language: &guide.language, measured: &guide.whole });
            if guide.pages.len() > 1 {
                lines.extend(guide.pages.iter().map(|part| page(part, true)));
            }
        }
        lines.extend(self.other_pages.iter().map(|other| page(other, false)));
        lines.retain(|line| line.measured.level.is_some());
        lines
    }
}

impl Measured {
    fn new(reading: Reading, language: &Language) -> Self {
        Self { level: reading.level(language), reading }
    }
}

/// How hard the pages of `site` are to read, out of what was counted on each of them.
pub fn toolkit(site: &SiteMap, readings: &BTreeMap<SitePath, &Reading>) -> ToolkitReading {
    let page = |path: &SitePath| {
        let (reading, place) = readings.get(path).zip(site.places.get(path))?;
        let measured = Measured::new((*reading).clone(), &place.language);
        Some(PageReading { path: path.to_string(), title: place.title.clone(), language: place.language.to_string(), measured })
    };
    let mut in_guides: BTreeSet<&SitePath> = BTreeSet::new();
    let mut guides = Vec::new();
    for guide in &site.guides {
        let Some(cover) = site.places.get(&guide.cover) else { continue };
        let paths: Vec<&SitePath> = std::iter::once(&guide.cover).chain(&guide.parts).collect();
        let mut whole = Reading::default();
        paths.iter().filter_map(|path| readings.get(*path)).for_each(|reading| whole += *reading);
        let pages = paths.iter().filter_map(|path| page(path)).collect();
        in_guides.extend(paths);
        let whole = Measured::new(whole, &cover.language);
        guides.push(GuideReading { title: cover.title.clone(), language: cover.language.to_string(), whole, pages });
    }
    let other_pages = readings.keys().filter(|path| !in_guides.contains(path)).filter_map(page).collect();
    ToolkitReading { guides, other_pages }
}
