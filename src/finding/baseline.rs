//! A baseline: how many findings an old site had when it began to use the check. Only more than these are told.
//!
//! It counts by file and rule and knows no line numbers, so that an edit elsewhere in a file changes nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Finding, Severity};

/// The version of the file format that this program reads and writes.
const VERSION: u32 = 1;

/// How many findings there were, by file and rule. Errors are never part of it: they stop the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    #[serde(rename = "alongside-baseline")]
    version: u32,
    files: BTreeMap<String, BTreeMap<String, usize>>,
}

/// Why a baseline cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaselineFault {
    /// It is no baseline.
    NotReadable,
    /// It was written in another version of the format: this one.
    Version(u64),
}

/// What a baseline leaves of the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// The findings that are told.
    pub findings: Vec<Finding>,
    /// How many findings the baseline holds back.
    pub held_back: usize,
    /// How many findings of the baseline are mended by now.
    pub mended: usize,
}

impl Baseline {
    /// The baseline of these findings.
    pub fn of(findings: &[Finding]) -> Self {
        let mut files: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for finding in findings.iter().filter(|finding| counts(finding)) {
            *files.entry(file_of(finding)).or_default().entry(finding.rule.to_string()).or_default() += 1;
        }
        Self { version: VERSION, files }
    }

    /// Reads a baseline.
    ///
    /// # Errors
    /// It is none, or of another version.
    pub fn read(text: &str) -> Result<Self, BaselineFault> {
        let value: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).map_err(|_| BaselineFault::NotReadable)?;
        match value.get("alongside-baseline").and_then(serde_json::Value::as_u64) {
            None => Err(BaselineFault::NotReadable),
            Some(version) if version != u64::from(VERSION) => Err(BaselineFault::Version(version)),
            Some(_) => serde_json::from_value(value).map_err(|_| BaselineFault::NotReadable),
        }
    }

    /// The baseline as the text of a file.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Takes the findings away that the baseline knows.
    ///
    /// Where a file has more findings of a rule than before, all of these are told: nobody can know which of them is new.
    pub fn hold_back(&self, findings: Vec<Finding>) -> Beyond {
        let now = Self::of(&findings);
        let known = |file: &str, rule: &str| self.files.get(file).and_then(|rules| rules.get(rule)).copied().unwrap_or(0);
        let count = |file: &str, rule: &str| now.files.get(file).and_then(|rules| rules.get(rule)).copied().unwrap_or(0);
        let entries = self.files.iter().flat_map(|(file, rules)| rules.iter().map(move |(rule, known)| (file, rule, *known)));
        let mended = entries.map(|(file, rule, known)| known.saturating_sub(count(file, rule))).sum();
        let (held, told): (Vec<Finding>, Vec<Finding>) = findings.into_iter().partition(|finding| {
            let (file, rule) = (file_of(finding), finding.rule.as_str());
            counts(finding) && count(&file, rule) <= known(&file, rule)
        });
        Beyond { findings: told, held_back: held.len(), mended }
    }
}

fn counts(finding: &Finding) -> bool {
    finding.severity != Severity::Error
}

fn file_of(finding: &Finding) -> String {
    finding.path.clone().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample;

    fn finding(path: &str, rule: &'static str, severity: Severity) -> Finding {
        sample(rule, severity, path, None, None)
    }

    #[test]
    fn only_what_is_more_than_before_is_told() {
        let old = [
            finding("a.md", "no-picture", Severity::Warning),
            finding("a.md", "no-picture", Severity::Warning),
            finding("b.md", "no-picture", Severity::Warning),
            finding("b.md", "broken-link", Severity::Error),
        ];
        let baseline = Baseline::read(&Baseline::of(&old).text()).unwrap();
        let same = baseline.hold_back(old.to_vec());
        assert_eq!((same.findings.len(), same.held_back, same.mended), (1, 3, 0), "the error is told");
        let mut more = old.to_vec();
        more.push(finding("b.md", "no-picture", Severity::Warning));
        assert_eq!(baseline.hold_back(more).findings.len(), 3);
        assert_eq!(baseline.hold_back(vec![]).mended, 3);
    }

    #[test]
    fn another_version_is_told_from_no_baseline() {
        assert_eq!(Baseline::read("{\"alongside-baseline\": 7, \"files\": []}"), Err(BaselineFault::Version(7)));
        assert_eq!(Baseline::read("[]"), Err(BaselineFault::NotReadable));
        assert_eq!(Baseline::read("{\"alongside-baseline\": 1, \"files\": 3}"), Err(BaselineFault::NotReadable));
        assert!(Baseline::read("\u{FEFF}{\"alongside-baseline\": 1, \"files\": {}}").unwrap().is_empty());
    }
}
