//! What the rules say of real texts that others published, and how often a careful person says that they are right.
//!
//! The texts belong to their publishers and are not part of this repository. So this runs only where somebody has them:
//! `ALONGSIDE_SOURCES` names a folder of `.txt` files. Without it the comparison says so and ends. With it the table in
//! `docs/CALIBRATION.md` must be what the rules find today; `UPDATE_EXPECT=1` writes it anew, and lists the findings that
//! nobody has judged yet. The judgements stand in `docs/calibration.csv`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod convert;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use alongside::check::{RULES, find_rule};
use alongside::disk;
use alongside::finding::{Finding, Severity};
use alongside::pipeline::{self, Options};
use alongside::toolkit::{Quiet, Snapshot, line_and_column};
use jiff::civil::date;

const CONFIG: &str =
    "title: Texts of others\norganisation:\n  name: A publisher\n  contact: {phone: 01632 960 000, email: hello@example.org}\n";
/// The beginning of the part of the document that is written by this test.
const BEGIN: &str = "<!-- The table is written by tests/calibration. -->\n";

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A finding by what does not change when its message does: document, rule, line and column.
type Place = (String, String, usize, usize);

/// What the rules find in some texts: each finding with its place and the words that it is about.
fn findings(texts: &BTreeMap<String, String>) -> Vec<(Place, Finding, String)> {
    let mut snapshot = Snapshot::new(date(2026, 11, 22));
    disk::insert_builtin(&mut snapshot);
    snapshot.insert_text("alongside.yaml", CONFIG).unwrap();
    let pages: BTreeMap<String, String> = texts.iter().map(|(name, text)| (format!("content/{name}.md"), convert::page(text))).collect();
    for (path, page) in &pages {
        snapshot.insert_text(path, page).unwrap();
    }
    let found = pipeline::check(&snapshot, Options::default(), &Quiet).findings;
    let told = |finding: Finding| {
        let path = finding.path.clone()?;
        let page = pages.get(&path)?;
        let span = finding.span().unwrap_or_default();
        let (line, column) = line_and_column(page, span.start);
        let name = path.trim_start_matches("content/").trim_end_matches(".md").to_owned();
        Some(((name, finding.rule.to_string(), line, column), finding, span.of(page).to_owned()))
    };
    found.into_iter().filter_map(told).collect()
}

/// Whether a person called each finding right.
fn judgements() -> BTreeMap<Place, bool> {
    let text = std::fs::read_to_string(repository("docs/calibration.csv")).unwrap();
    let rows = text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    rows.map(|row| ((row[0].to_owned(), row[1].to_owned(), row[2].parse().unwrap(), row[3].parse().unwrap()), row[4] == "right")).collect()
}

fn table(found: &[(Place, Finding, String)], judged: &BTreeMap<Place, bool>) -> String {
    let mut table = "| rule | warnings | advice | judged | right |\n|---|---|---|---|---|\n".to_owned();
    let mut line = |name: &str, of_rule: &[&(Place, Finding, String)]| {
        let count = |severity| of_rule.iter().filter(|(_, finding, _)| finding.severity == severity).count();
        let verdicts: Vec<bool> = of_rule.iter().filter_map(|(place, _, _)| judged.get(place)).copied().collect();
        let right = verdicts.iter().filter(|right| **right).count();
        let share = if verdicts.is_empty() { String::new() } else { format!("{right} of {}", verdicts.len()) };
        let [warnings, advice] = [count(Severity::Error) + count(Severity::Warning), count(Severity::Advice)];
        table.push_str(&format!("| {name} | {warnings} | {advice} | {} | {share} |\n", verdicts.len()));
    };
    for rule in RULES {
        let of_rule: Vec<_> = found.iter().filter(|(place, _, _)| place.1 == rule.name.as_str()).collect();
        if !of_rule.is_empty() {
            line(&format!("`{}`", rule.name), &of_rule);
        }
    }
    let judgeable = |severity: fn(Severity) -> bool| -> Vec<_> {
        found.iter().filter(|(place, finding, _)| severity(finding.severity) && judged.contains_key(place)).collect()
    };
    line("**all judged warnings**", &judgeable(|severity| severity != Severity::Advice));
    line("**all judged advice**", &judgeable(|severity| severity == Severity::Advice));
    table
}

#[test]
fn the_table_is_what_the_rules_find_today() {
    let Some(folder) = std::env::var_os("ALONGSIDE_SOURCES") else {
        println!("ALONGSIDE_SOURCES names no folder of texts, so nothing is compared.");
        return;
    };
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|extension| extension == "txt") {
            let name = entry.path().file_stem().unwrap().to_string_lossy().into_owned();
            texts.insert(name, std::fs::read_to_string(entry.path()).unwrap());
        }
    }
    let found = findings(&texts);
    let judged = judgements();
    let path = repository("docs/CALIBRATION.md");
    let document = std::fs::read_to_string(&path).unwrap();
    let (before, old) = document.split_once(BEGIN).unwrap();
    let words: usize = texts.values().map(|text| text.split_whitespace().count()).sum();
    let new = format!("\n{} texts, {words} words.\n\n{}", texts.len(), table(&found, &judged));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{new}")).unwrap();
        for ((document, rule, line, column), finding, words) in found.iter().filter(|(place, _, _)| !judged.contains_key(place)) {
            println!("{document},{rule},{line},{column},\t{}\t{}\t{}", finding.severity.word(), finding.what, words.trim());
        }
    } else {
        assert_eq!(old, new, "to write the table anew: UPDATE_EXPECT=1 cargo test --test calibration -- --nocapture");
    }
}

#[test]
fn every_judgement_is_about_a_rule() {
    let rules: BTreeSet<String> = judgements().into_keys().map(|(_, rule, _, _)| rule).collect();
    assert!(!rules.is_empty());
    for rule in rules {
        assert!(find_rule(&rule).is_some(), "docs/calibration.csv judges a rule that is not there: {rule}");
    }
}

#[test]
fn a_text_becomes_a_page() {
    let text = "OUR GUIDE.\n\n\u{c}\nAbout us.\n\nWe listen, and we *learn*. You talk.\n\n- One thing.\n- ✓ Another one.\n\n2. A third.\nWHAT WE DO\n\nLast words.";
    let page = convert::page(text);
    let body = page.split_once("---\n\n").unwrap().1;
    assert!(page.starts_with("---\ntitle: 'OUR GUIDE'\n"), "{page}");
    assert_eq!(
        body,
        "## About us\n\nWe listen, and we \\*learn\\*. You talk.\n\n- One thing.\n- Another one.\n- A third.\n\n## WHAT WE DO\n\nLast words.\n"
    );
}
