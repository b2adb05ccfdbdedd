//! What was found in a toolkit, and how it is told.
//!
//! Findings are values: stages hand them on, and only an edge prints them.

mod baseline;
mod first;
mod github;
mod groups;
mod json;
mod places;
mod sarif;
mod select;
mod summary;
mod terminal;

pub use baseline::{Baseline, BaselineFault, Beyond};
pub use first::{First, first};
pub use github::github;
use groups::line_of;
pub use groups::{FoundAt, Lines, grouped};
pub use json::{JsonReport, json};
pub use places::{PlaceOfWords, PlacedFinding, Sources};
pub use sarif::{RuleFacts, sarif};
pub use select::Selection;
pub use summary::{Looked, NOTHING_FOUND, summary};
pub use terminal::{Style, Terminal};

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::toolkit::{SitePath, Span};

/// The name of a rule, such as `no-picture`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleName(Cow<'static, str>);

impl RuleName {
    /// The name `name`.
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for RuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

/// How much a finding weighs. The heaviest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A fact that hurts a reader or breaks a licence: nothing is published.
    Error,
    /// Something to mend.
    Warning,
    /// A guess that is often wrong: shown only when asked for.
    Advice,
}

impl Severity {
    /// Its name in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// One thing that a rule found: what it is, why it matters, what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule.
    pub rule: RuleName,
    /// How much it weighs.
    pub severity: Severity,
    /// The file, as it is shown; `None` when it is about the toolkit as a whole.
    pub path: Option<String>,
    /// The bytes of the file's text; `None` when it is about the whole file.
    pub span: Option<(u32, u32)>,
    /// The lasting name of the row that it is about; `None` when it is about something else.
    pub row: Option<String>,
    /// What is wrong, in one or two short sentences.
    pub what: String,
    /// Why it matters to a reader.
    pub why: Cow<'static, str>,
    /// What the author can do.
    pub todo: Cow<'static, str>,
    /// The change that mends it, where there is one that is sure to keep the meaning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

/// A change of a source text that mends a finding. `alongside tidy` makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// The bytes of the file's text whose place is taken; the same byte twice when words are only added.
    pub span: (u32, u32),
    /// What stands there then.
    pub text: String,
    /// What the change does, in a few words: "Write 5 in place of five."
    pub label: String,
}

impl Fix {
    /// Puts `text` in the place of what stands at `span`.
    pub fn new(span: Span, text: impl Into<String>, label: impl Into<String>) -> Self {
        Self { span: (span.start, span.end), text: text.into(), label: label.into() }
    }
}

impl Finding {
    /// Whether this finding stops the build.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The same finding, about the file at `path`.
    #[must_use]
    pub fn in_file(mut self, path: &SitePath) -> Self {
        self.path = Some(path.to_string());
        self
    }

    /// The same finding, about the words at `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some((span.start, span.end));
        self
    }

    /// The words that it is about.
    pub fn span(&self) -> Option<Span> {
        self.span.map(|(start, end)| Span { start, end })
    }

    /// The order in which findings are told: by file, then by place, then by rule.
    fn order(&self) -> impl Ord + '_ {
        (self.path.as_deref(), self.span, self.severity, &self.rule, self.what.as_str())
    }
}

/// Puts findings in the order in which they are told, and tells none twice.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    findings.dedup();
}

/// How many findings of each severity there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Findings that stop the build.
    pub errors: usize,
    /// Findings to mend.
    pub warnings: usize,
    /// Guesses.
    pub advice: usize,
}

impl Count {
    /// Counts `findings`.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut count = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => count.errors += 1,
                Severity::Warning => count.warnings += 1,
                Severity::Advice => count.advice += 1,
            }
        }
        count
    }
}

/// A finding for tests: of this rule and weight, in this file, at this place, in this row.
#[cfg(test)]
pub(crate) fn sample(rule: &'static str, severity: Severity, path: &str, span: Option<(u32, u32)>, row: Option<&str>) -> Finding {
    Finding {
        rule: RuleName::new(rule),
        severity,
        path: Some(path.to_owned()),
        span,
        row: row.map(ToOwned::to_owned),
        what: String::new(),
        why: Cow::default(),
        todo: Cow::default(),
        fix: None,
    }
}
