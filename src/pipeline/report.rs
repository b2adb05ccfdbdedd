//! The check as a page for people.

use std::collections::{BTreeMap, BTreeSet};

use super::Stand;
use crate::check::find_rule;
use crate::check::reading::{CAVEAT, Measured, ToolkitReading};
use crate::finding::{Finding, First, Lines};
use crate::format::report::{FileLook, FormulasView, ReadingLine, ReadingView, Report, report};
use crate::parse;
use crate::render::theme::Fault;
use crate::toolkit::{Language, Route, SitePath};

/// The most lines of the chart. A program can have all of them, as JSON.
const LINES_MAX: usize = 60;

/// What the report tells.
pub struct Told<'a> {
    /// The findings, in order.
    pub findings: &'a [Finding],
    /// The ones to begin with, out of `findings`; none when there are no more than these.
    pub first: &'a [First<'a>],
    /// The summary, a sentence each.
    pub summary: &'a [String],
    /// How hard the pages are to read that were looked at.
    pub reading: &'a ToolkitReading,
    /// The files of the pages that were looked at.
    pub pages: &'a [&'a SitePath],
}

impl Stand {
    /// The report on what was found: one page that holds everything.
    ///
    /// # Errors
    /// What is wrong with the template of the theme.
    pub fn report(&self, told: &Told<'_>) -> Result<String, Fault> {
        let faulty: BTreeSet<&str> = told.findings.iter().filter_map(|finding| finding.path.as_deref()).collect();
        let files: BTreeMap<String, FileLook<'_>> =
            faulty.iter().filter_map(|path| Some(((*path).to_owned(), self.file_look(&SitePath::new(path)?)?))).collect();
        let title_of = |path: &&SitePath| self.site().map.places.get(*path).map(|place| place.title.clone());
        let clean: Vec<String> = told.pages.iter().filter(|path| !faulty.contains(path.as_str())).filter_map(title_of).collect();
        let day = self.site().theme.interface.date(&Language::english(), self.snapshot().today());
        let all = Report {
            title: &self.site().config.title,
            day: &day,
            looked_at: told.pages.len(),
            summary: told.summary,
            first: told.first,
            findings: told.findings,
            rule: &|name| find_rule(name.as_str()).map_or("", |rule| rule.summary()),
            reading: &reading(told.reading),
            files: &files,
            clean: &clean,
            image: &|route: &Route| self.image(route),
        };
        report(&all, &self.site().theme)
    }

    fn file_look(&self, path: &SitePath) -> Option<FileLook<'_>> {
        if let Some(look) = self.look(path) {
            return Some(FileLook { lines: Lines::new(look.source.text), page: Some((look.paired, look.place)) });
        }
        let bytes = self.snapshot().read(path).ok()?;
        Some(FileLook { lines: Lines::new(parse::decode(&bytes).text), page: None })
    }
}

fn reading(reading: &ToolkitReading) -> ReadingView {
    let lines = reading.lines();
    let shown = &lines[..lines.len().min(LINES_MAX)];
    let mut formulas: BTreeMap<&str, FormulasView> = BTreeMap::new();
    for line in shown {
        let Some(level) = &line.measured.level else { continue };
        let base = line.language.split('-').next().unwrap_or_default();
        let view = formulas
            .entry(base)
            .or_insert_with(|| FormulasView { heads: level.formulas.iter().map(|score| score.formula).collect(), lines: Vec::new() });
        let values = level.formulas.iter().map(|score| format!("{:.1}", score.value)).collect();
        view.lines.push((line.title.to_owned(), line.is_part, values));
    }
    ReadingView {
        lines: shown.iter().map(|line| reading_line(line.title, line.is_part, line.measured)).collect(),
        formulas: formulas.into_values().collect(),
        caveat: CAVEAT,
        left_out: lines.len() - shown.len(),
    }
}

fn reading_line(title: &str, is_part: bool, measured: &Measured) -> ReadingLine {
    let (reading, level) = (&measured.reading, measured.level.as_ref());
    let score = level.and_then(|level| level.score);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let bar = score.map_or(0, |score| score.round().clamp(0.0, 100.0) as u32);
    ReadingLine {
        title: title.to_owned(),
        is_part,
        score: score.map(|score| format!("{score:.0}")).unwrap_or_default(),
        bar,
        words: level.map(|level| format!("{:.1}", level.words_a_sentence)).unwrap_or_default(),
        long_sentences: reading.long_sentences,
        hard_words: reading.hard_words,
        pictures: reading.pictures_a_row().map(|pictures| format!("{pictures:.1}")).unwrap_or_default(),
    }
}
