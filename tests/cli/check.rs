//! `alongside check`: what it says, in which forms, and how it ends.

use serde_json::Value;

use crate::toolkit::Toolkit;

/// A page with a fault and a slip.
const SLIPS: &str = "![](listen) We listen to you.\nWe meet.\n![](nothing-like-it) We talk.\n";

fn json(toolkit: &Toolkit, more: &[&str]) -> Value {
    let run = toolkit.run(&[&["check", "--format", "json"], more].concat());
    serde_json::from_slice(&run.output.stdout).unwrap()
}

#[test]
fn where_nothing_is_found_people_still_have_to_check() {
    let toolkit = Toolkit::with_a_page();
    toolkit.run(&["check", "--only", "picture-missing"]).code(0).says("The computer found no problems. People still need to check it.");
}

#[test]
fn errors_end_with_1_and_warnings_only_when_asked() {
    let toolkit = Toolkit::new().page("a", SLIPS);
    toolkit.run(&["check", "--only", "picture-missing"]).code(1).says("nothing-like-it");
    toolkit.run(&["check", "--only", "no-picture"]).code(0).says("We meet.");
    toolkit.run(&["check", "--only", "no-picture", "--strict"]).code(1);
}

#[test]
fn what_does_not_exist_is_told() {
    let toolkit = Toolkit::with_a_page();
    toolkit.run(&["check", "--only", "no-pictur"]).code(2).says("Did you mean no-picture?");
    toolkit.run(&["check", "content/b.md"]).code(2).says("content/b.md");
    toolkit.run(&["check", "--language", "cy"]).code(2).says("No page is in the language “cy”.").says("en");
    toolkit.run(&["check", "--language", "?"]).code(2).says("is not the name of a language");
    toolkit.run(&["check", "--baseline", "none.json"]).code(2).says("none.json");
}

#[test]
fn json_points_at_the_words_and_names_the_row() {
    let toolkit = Toolkit::new().page("a", SLIPS).page("b", SLIPS);
    let report = json(&toolkit, &["--only", "no-picture"]);
    assert_eq!(report["version"], 1);
    assert_eq!(report["summary"]["warnings"], 2);
    let finding = &report["findings"][0];
    assert_eq!(finding["file"], "content/a.md");
    assert_eq!((&finding["line"], &finding["column"], &finding["words"]), (&9.into(), &1.into(), &"We meet.".into()));
    assert!(finding["row"].as_str().unwrap().starts_with("r-"), "{finding}");
    for part in ["what", "why", "todo"] {
        assert!(!finding[part].as_str().unwrap().is_empty());
    }
    let one = json(&toolkit, &["--only", "no-picture", "content/b.md"]);
    assert_eq!(one["findings"].as_array().unwrap().len(), 1);
    assert_eq!(one["summary"]["pages"], 1);
}

#[test]
fn sarif_and_github_name_rule_file_and_place() {
    let toolkit = Toolkit::new().page("a", SLIPS);
    let run = toolkit.run(&["check", "--format", "sarif", "--only", "no-picture"]);
    let log: Value = serde_json::from_slice(&run.output.stdout).unwrap();
    let (run, result) = (&log["runs"][0], &log["runs"][0]["results"][0]);
    assert_eq!(log["version"], "2.1.0");
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 9);
    let run = toolkit.run(&["check", "--format", "github", "--only", "no-picture"]);
    run.code(0).says("::warning file=content/a.md,line=9,endLine=9,col=1,endColumn=9,title=no-picture::");
}

#[test]
fn the_report_for_people_is_one_file_that_asks_for_nothing() {
    let toolkit = Toolkit::new().page("a", SLIPS);
    toolkit.run(&["check", "--format", "html", "--only", "no-picture,picture-missing"]).code(1).says("check-report.html");
    let html = std::fs::read_to_string(toolkit.path("check-report.html")).unwrap();
    assert!(html.contains("We meet.") && html.contains("no-picture"));
    for outside in ["<script", "<link", "src=\"http", "url("] {
        assert!(!html.contains(outside), "{outside}");
    }
    let faults = alongside::render::access::check(&html);
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn a_baseline_tells_only_what_is_more() {
    let toolkit = Toolkit::new().page("a", "We meet.\n");
    toolkit.run(&["check", "--write-baseline", "base.json"]).code(0);
    toolkit.run(&["check", "--baseline", "base.json", "--strict"]).code(0).says("The baseline holds back");
    toolkit.write("content/b.md", "---\ntitle: B\n---\n![](nothing-like-it) We talk.\n");
    toolkit.run(&["check", "--baseline", "base.json", "--only", "picture-missing"]).code(1);
    toolkit.write("base.json", "{\"alongside-baseline\": 9, \"files\": {}}");
    toolkit.run(&["check", "--baseline", "base.json"]).code(2).says("another version (9)");
    toolkit.write("base.json", "nonsense");
    toolkit.run(&["check", "--baseline", "base.json"]).code(2).says("is not a baseline");
}

#[test]
fn a_build_that_is_strict_stops_at_warnings() {
    let toolkit = Toolkit::new().page("a", "We meet.\n");
    toolkit.build().code(0);
    toolkit.run(&["build", "--strict"]).code(1).says("because of the warnings above");
    assert!(toolkit.path("public/index.html").is_file(), "the site that stood before is still there");
}
