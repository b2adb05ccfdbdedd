//! Every rule, on the toolkits in `tests/rules/<rule>.md`.
//!
//! Each `##` section of such a file is a toolkit. A fenced block is a file of it: its path stands behind the language,
//! or else it is `content/page.md` or `alongside.yaml`. What the rule must find stands between ⟦ and ⟧; `⟦⟧` at the
//! beginning of a file stands for a finding about the whole file. The rule must find all of these and nothing else.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod case;
mod odd;
mod pages;
mod words;

use std::path::Path;

use alongside::check::{RULES, Rule};
use case::{Case, Mark, cases, findings_of};

/// The rules that look at PDFs: they find what is marked when Alongside is built with the feature `pdf`.
const OF_PDFS: [&str; 2] = ["format", "tall-row"];

#[test]
fn every_rule_finds_what_is_marked() {
    let mut failures = Vec::new();
    for rule in RULES {
        let name = rule.name.as_str();
        if OF_PDFS.contains(&name) && !cfg!(feature = "pdf") {
            continue;
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/rules/{name}.md"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{name} has no tests: {}", path.display()));
        let cases = cases(&text);
        if cases.iter().all(|case| case.marks.is_empty()) || cases.iter().all(|case| !case.marks.is_empty()) {
            failures.push(format!("{name}: it needs a case in which it finds something, and one in which it finds nothing"));
        }
        failures.extend(cases.iter().filter_map(|case| failure(rule, case)));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn failure(rule: &Rule, case: &Case) -> Option<String> {
    let mut found: Vec<Mark> =
        findings_of(rule, case).into_iter().map(|finding| (finding.path.unwrap_or_default(), finding.span)).collect();
    found.sort();
    (found != case.marks)
        .then(|| format!("{}, {}:\n  marked {:?}\n  found  {:?}", rule.name, case.title, case.told(&case.marks), case.told(&found)))
}

#[test]
fn the_examples_of_every_rule_are_true() {
    for rule in RULES {
        for (kind, text) in examples(rule) {
            let case = Case::of_page(&text);
            let found = findings_of(rule, &case);
            assert_eq!(kind == "fail", !found.is_empty(), "{}: an example marked {kind:?}:\n{text}\n{found:#?}", rule.name);
        }
    }
}

/// The fenced examples of a rule's page: what they are marked as, and their text.
fn examples(rule: &Rule) -> Vec<(String, String)> {
    let mut examples = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in rule.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => examples.extend(open.take()),
            (Some(info), None) => open = Some((info.trim_start_matches("markdown ").to_owned(), String::new())),
            (None, Some((_, text))) => *text += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    examples
}

#[test]
fn every_rule_has_a_whole_page() {
    for rule in RULES {
        let name = &rule.name;
        assert!(rule.summary().ends_with('.') && !rule.summary().is_empty(), "{name}: its first line is one sentence");
        for section in ["Why it matters", "What to do", "Sources"] {
            assert!(!rule.section(section).is_empty(), "{name}: no section “{section}”");
        }
    }
    let mut names: Vec<_> = RULES.iter().map(|rule| &rule.name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), RULES.len(), "a rule stands in the table twice");
}
