//! Findings, put together by the place in which they stand.

use super::Finding;
use crate::toolkit::line_and_column;

/// All that was found in one place: a row, else a line, else a whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAt<'a> {
    /// The file; `None` when it is about the toolkit as a whole.
    pub path: Option<&'a str>,
    /// The first line of the place, from 1; `None` for the whole file.
    pub line: Option<usize>,
    /// What was found there, in order.
    pub findings: Vec<&'a Finding>,
}

/// What makes a place another one than the place before.
type Place<'a> = (Option<&'a str>, Option<&'a str>, Option<usize>);

/// Puts findings together that stand in one row or on one line. They must be in order (see [`super::sort`]).
///
/// `source` gives the text of a file, as [`crate::parse::decode`] gives it.
pub fn grouped<'a>(findings: &'a [Finding], source: &mut dyn FnMut(&str) -> Option<std::sync::Arc<str>>) -> Vec<FoundAt<'a>> {
    let mut groups: Vec<FoundAt<'a>> = Vec::new();
    let mut last: Option<Place<'a>> = None;
    let mut open: Option<(&str, Lines)> = None;
    for finding in findings {
        let path = finding.path.as_deref();
        if open.as_ref().map(|(path, _)| *path) != path {
            open = path.and_then(|path| source(path).map(|text| (path, Lines::new(text))));
        }
        let line = finding.span.zip(open.as_ref()).map(|((start, _), (_, lines))| lines.line(start));
        let place = (path, finding.row.as_deref(), if finding.row.is_some() { None } else { line });
        match groups.last_mut().filter(|_| last == Some(place)) {
            Some(group) => group.findings.push(finding),
            None => groups.push(FoundAt { path, line, findings: vec![finding] }),
        }
        last = Some(place);
    }
    groups
}

/// The line of a byte of `text`, from 1.
pub fn line_of(text: &str, byte: u32) -> usize {
    line_and_column(text, byte).0
}

/// The beginnings of the lines of a text: to find the line of a byte without reading the text again.
#[derive(Clone, Debug)]
pub struct Lines {
    text: std::sync::Arc<str>,
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of `text`.
    pub fn new(text: std::sync::Arc<str>) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The line of a byte, from 1.
    pub fn line(&self, byte: u32) -> usize {
        self.starts.partition_point(|start| *start <= byte as usize)
    }

    /// The line and column of a byte, both from 1; the column in characters.
    pub fn place(&self, byte: u32) -> (usize, usize) {
        let line = self.line(byte);
        let start = self.starts[line - 1];
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let here = &self.text[start..end];
        let (_, column) = line_and_column(here, byte.saturating_sub(u32::try_from(start).unwrap_or(u32::MAX)));
        (line, column)
    }

    /// The words of a line, which counts from 1.
    pub fn text_of(&self, line: usize) -> &str {
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line)).copied().unwrap_or(self.text.len());
        self.text[start..].lines().next().unwrap_or("")
    }

    /// The words of a stretch of the text.
    pub fn words(&self, span: (u32, u32)) -> &str {
        self.text.get(span.0 as usize..span.1 as usize).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Severity, sample};

    fn finding(path: &str, span: Option<(u32, u32)>, row: Option<&str>) -> Finding {
        sample("no-picture", Severity::Warning, path, span, row)
    }

    #[test]
    fn findings_in_one_row_stand_together() {
        let findings = [
            finding("a.md", None, None),
            finding("a.md", Some((0, 3)), Some("r-1")),
            finding("a.md", Some((9, 12)), Some("r-1")),
            finding("a.md", Some((15, 16)), None),
            finding("b.md", Some((0, 1)), None),
        ];
        let groups = grouped(&findings, &mut |_| Some("![](x)\nOne two\n# Three\n".into()));
        let told: Vec<_> = groups.iter().map(|group| (group.path.unwrap(), group.line, group.findings.len())).collect();
        assert_eq!(told, [("a.md", None, 1), ("a.md", Some(1), 2), ("a.md", Some(3), 1), ("b.md", Some(1), 1)]);
    }

    #[test]
    fn places_are_counted_from_one() {
        let lines = Lines::new("é one\ntwo".into());
        assert_eq!([lines.place(0), lines.place(3), lines.place(7), lines.place(99)], [(1, 1), (1, 3), (2, 1), (2, 4)]);
    }
}
