//! "Fix these first": the few findings with which an author begins.

use std::collections::HashMap;

use super::{Finding, RuleName};

/// A finding to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct First<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// How many findings of the same rule there are besides.
    pub alike: usize,
}

/// The findings to begin with, `max` at the most.
///
/// Errors come first, for they stop the site. Then come the rules that are broken most often: what stands on many rows
/// is what most readers meet. Each rule has one place before any has two, so that the list is not five times the same.
/// Of one rule the finding in the row with the most findings comes first.
pub fn first<'a>(findings: impl IntoIterator<Item = &'a Finding>, max: usize) -> Vec<First<'a>> {
    let mut in_row: HashMap<(Option<&str>, Option<&str>), usize> = HashMap::new();
    let mut of_rule: HashMap<&RuleName, Vec<&Finding>> = HashMap::new();
    for finding in findings {
        of_rule.entry(&finding.rule).or_default().push(finding);
        if finding.row.is_some() {
            *in_row.entry((finding.path.as_deref(), finding.row.as_deref())).or_default() += 1;
        }
    }
    let load = |finding: &Finding| in_row.get(&(finding.path.as_deref(), finding.row.as_deref())).copied().unwrap_or(0);
    let mut rules: Vec<Vec<&Finding>> = of_rule.into_values().collect();
    for found in &mut rules {
        // The sort is stable: among equals, the first in the toolkit stays first.
        found.sort_by_key(|finding| (finding.severity, std::cmp::Reverse(load(finding))));
    }
    rules.sort_by_key(|found| (found[0].severity, std::cmp::Reverse(found.len()), found[0].rule.clone()));
    let rounds = rules.iter().map(Vec::len).max().unwrap_or(0);
    (0..rounds)
        .flat_map(|round| rules.iter().filter_map(move |found| found.get(round).map(|finding| (finding, found.len() - 1))))
        .map(|(finding, alike)| First { finding, alike })
        .take(max)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Severity, sample};

    fn finding(rule: &'static str, severity: Severity, row: &str) -> Finding {
        sample(rule, severity, "content/a.md", Some((0, 1)), Some(row))
    }

    #[test]
    fn errors_come_first_then_what_is_broken_most_and_no_rule_twice() {
        let findings = [
            finding("hard-word", Severity::Warning, "r-1"),
            finding("no-picture", Severity::Warning, "r-1"),
            finding("no-picture", Severity::Warning, "r-2"),
            finding("long-sentence", Severity::Warning, "r-2"),
            finding("no-picture", Severity::Warning, "r-2"),
            finding("broken-link", Severity::Error, "r-9"),
        ];
        let told: Vec<_> = first(&findings, 5)
            .iter()
            .map(|first| (first.finding.rule.to_string(), first.finding.row.clone().unwrap(), first.alike))
            .collect();
        let expected = [
            ("broken-link", "r-9", 0),
            ("no-picture", "r-2", 2),
            ("hard-word", "r-1", 0),
            ("long-sentence", "r-2", 0),
            ("no-picture", "r-2", 2),
        ];
        assert_eq!(told, expected.map(|(rule, row, alike)| (rule.to_owned(), row.to_owned(), alike)));
        assert!(first(&[], 5).is_empty());
    }
}
