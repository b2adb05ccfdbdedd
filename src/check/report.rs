//! Where a rule writes down what it found.

use super::Rule;
use crate::finding::{Finding, Severity};
use crate::toolkit::{Beyond, SitePath, Span};

/// Collects the findings of one rule.
pub struct Report<'a> {
    rule: &'static Rule,
    path: Option<&'a SitePath>,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Report<'a> {
    /// Collects what `rule` finds, in the file at `path` unless it says otherwise.
    pub fn new(rule: &'static Rule, path: Option<&'a SitePath>, findings: &'a mut Vec<Finding>) -> Self {
        Self { rule, path, findings }
    }

    /// Notes a finding about the words at `span`: what is wrong, and what to do about it (when empty, what the rule says).
    ///
    /// Gives it back, for a rule that has a fix for it, or that weighs some findings more than others.
    pub fn find(&mut self, span: Span, what: impl Into<String>, todo: impl Into<String>) -> &mut Finding {
        let finding = self.finding(what, todo).at(span);
        self.push(finding)
    }

    /// Notes a finding about the whole file.
    pub fn find_in_file(&mut self, what: impl Into<String>, todo: impl Into<String>) -> &mut Finding {
        let finding = self.finding(what, todo);
        self.push(finding)
    }

    /// Notes a finding in another file. `span` is `None` when it is about the whole file.
    pub fn find_at(&mut self, path: &str, span: Option<Span>, what: impl Into<String>, todo: impl Into<String>) -> &mut Finding {
        let mut finding = self.finding(what, todo);
        finding.path = Some(path.to_owned());
        finding.span = span.map(|span| (span.start, span.end));
        self.push(finding)
    }

    fn push(&mut self, finding: Finding) -> &mut Finding {
        self.findings.push_mut(finding)
    }

    fn finding(&self, what: impl Into<String>, todo: impl Into<String>) -> Finding {
        let todo = todo.into();
        Finding {
            rule: self.rule.name.clone(),
            severity: self.rule.severity,
            path: self.path.map(ToString::to_string),
            span: None,
            row: None,
            what: what.into(),
            why: self.rule.why().into(),
            todo: if todo.is_empty() { self.rule.todo().into() } else { todo.into() },
            fix: None,
        }
    }
}

/// "`a`, `b` or `c`", for "Did you mean …?".
pub fn one_of<T: AsRef<str>>(names: &[T]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("“{}”", name.as_ref())).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

/// "“a”, “b” and “c”".
pub fn all_of<T: AsRef<str>>(words: &[T]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("“{}”", word.as_ref())).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// How much a finding weighs that is this far beyond its limit. `full` is the weight of its rule.
pub fn weight(beyond: Beyond, full: Severity) -> Severity {
    if beyond == Beyond::Advice { Severity::Advice } else { full }
}

/// The beginning of long words, for messages.
pub fn short(words: &str) -> String {
    const LETTERS_MAX: usize = 60;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LETTERS_MAX {
        return words;
    }
    let cut: String = words.chars().take(LETTERS_MAX).collect();
    format!("{}…", cut.trim_end())
}
