//! What a check brought, in words that somebody can read who does not mend it.

use std::collections::{BTreeSet, HashMap};

use super::{Count, Finding, RuleName};

/// What is said when nothing was found. The computer never says that a text is easy to read.
pub const NOTHING_FOUND: &str = "The computer found no problems. People still need to check it.";

/// The most rules that the summary names.
const RULES_MAX: usize = 3;

/// What was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// How many pages.
    pub pages: usize,
    /// How many findings a baseline held back.
    pub held_back: usize,
    /// How many findings of the baseline are mended by now.
    pub mended: usize,
}

/// The summary, a sentence each.
pub fn summary(findings: &[Finding], looked: Looked) -> Vec<String> {
    let mut sentences = vec![format!("We looked at {}.", many(looked.pages, "page", "pages"))];
    if looked.held_back > 0 {
        sentences.push(format!("The baseline holds back {}.", many(looked.held_back, "finding", "findings")));
    }
    if looked.mended > 0 {
        let are = if looked.mended == 1 { "is" } else { "are" };
        sentences.push(format!("{} of the baseline {are} mended by now.", many(looked.mended, "finding", "findings")));
        sentences.push("Write the baseline again, so that they stay away.".to_owned());
    }
    if findings.is_empty() {
        sentences.extend(NOTHING_FOUND.split_inclusive(". ").map(|sentence| sentence.trim().to_owned()));
        return sentences;
    }
    let files: BTreeSet<&str> = findings.iter().filter_map(|finding| finding.path.as_deref()).collect();
    let count = Count::of(findings);
    let found = format!("The computer found {} in {}.", counted(count), many(files.len(), "file", "files"));
    sentences.push(if files.is_empty() { format!("The computer found {}.", counted(count)) } else { found });
    if count.errors > 0 {
        sentences.push("Errors stop the site: mend them first.".to_owned());
    }
    sentences.push(most_often(findings));
    sentences.push("When all is mended, people still need to check it.".to_owned());
    sentences
}

/// "3 errors, 1 warning and 2 pieces of advice".
pub fn counted(count: Count) -> String {
    let parts: Vec<String> =
        [(count.errors, "error", "errors"), (count.warnings, "warning", "warnings"), (count.advice, "piece of advice", "pieces of advice")]
            .into_iter()
            .filter(|(n, _, _)| *n > 0)
            .map(|(n, one, more)| many(n, one, more))
            .collect();
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => "nothing".to_owned(),
    }
}

fn most_often(findings: &[Finding]) -> String {
    let mut counts: HashMap<&RuleName, usize> = HashMap::new();
    for finding in findings {
        *counts.entry(&finding.rule).or_default() += 1;
    }
    let mut counts: Vec<(&RuleName, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    let named: Vec<String> = counts.iter().take(RULES_MAX).map(|(rule, count)| format!("{rule} ({})", times(*count))).collect();
    format!("Most often: {}.", named.join(", "))
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

fn many(n: usize, one: &str, more: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { more })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Severity, sample};

    fn finding(rule: &'static str, severity: Severity) -> Finding {
        sample(rule, severity, "content/a.md", None, None)
    }

    #[test]
    fn a_summary_never_says_that_a_text_is_easy() {
        let looked = Looked { pages: 1, ..Looked::default() };
        assert_eq!(summary(&[], looked), ["We looked at 1 page.", "The computer found no problems.", "People still need to check it."]);
        assert!(summary(&[], looked).join(" ").contains(NOTHING_FOUND));
        let found =
            [finding("no-picture", Severity::Warning), finding("no-picture", Severity::Warning), finding("broken-link", Severity::Error)];
        assert_eq!(
            summary(&found, Looked { pages: 2, held_back: 4, mended: 1 }).join(" "),
            "We looked at 2 pages. The baseline holds back 4 findings. 1 finding of the baseline is mended by now. \
             Write the baseline again, so that they stay away. The computer found 1 error and 2 warnings in 1 file. \
             Errors stop the site: mend them first. Most often: no-picture (2 times), broken-link (once). \
             When all is mended, people still need to check it."
        );
    }
}
