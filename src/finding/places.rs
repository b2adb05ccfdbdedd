//! Where findings stand, in lines and columns: for reports that programs read.

use std::collections::HashMap;
use std::sync::Arc;

use super::Finding;
use super::groups::Lines;

/// The texts of the files in which findings stand, read once each.
pub struct Sources<'a> {
    read: &'a dyn Fn(&str) -> Option<Arc<str>>,
    known: HashMap<String, Option<Arc<Lines>>>,
}

/// A finding, and where it stands.
#[derive(Clone, Debug)]
pub struct PlacedFinding<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Where; `None` when it is about a whole file.
    pub place: Option<PlaceOfWords>,
    /// Where its fix changes the text.
    pub fix: Option<PlaceOfWords>,
}

/// A stretch of a text. Lines and columns count from 1, columns in characters; the end is the place behind the last one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceOfWords {
    /// The first line and column.
    pub start: (usize, usize),
    /// The line and column behind the last character.
    pub end: (usize, usize),
    /// The words.
    pub words: String,
}

impl<'a> Sources<'a> {
    /// Texts that `read` gives, as [`crate::parse::decode`] gives them.
    pub fn new(read: &'a dyn Fn(&str) -> Option<Arc<str>>) -> Self {
        Self { read, known: HashMap::new() }
    }

    /// The lines of the file at `path`.
    pub fn lines(&mut self, path: &str) -> Option<Arc<Lines>> {
        if let Some(known) = self.known.get(path) {
            return known.clone();
        }
        let lines = (self.read)(path).map(|text| Arc::new(Lines::new(text)));
        self.known.insert(path.to_owned(), lines.clone());
        lines
    }

    /// Where a stretch of the file at `path` stands.
    pub fn place(&mut self, path: Option<&str>, span: (u32, u32)) -> Option<PlaceOfWords> {
        let lines = self.lines(path?)?;
        Some(PlaceOfWords { start: lines.place(span.0), end: lines.place(span.1), words: lines.words(span).to_owned() })
    }

    /// Each finding with its place.
    pub fn placed<'b>(&mut self, findings: &'b [Finding]) -> Vec<PlacedFinding<'b>> {
        let mut place = |finding: &'b Finding| {
            let place = finding.span.and_then(|span| self.place(finding.path.as_deref(), span));
            let fix = finding.fix.as_ref().and_then(|fix| self.place(finding.path.as_deref(), fix.span));
            PlacedFinding { finding, place, fix }
        };
        findings.iter().map(&mut place).collect()
    }
}
