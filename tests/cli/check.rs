//! `alongside check`: what it says, in which forms, and how it ends.

use serde_json::Value;

use crate::toolkit::{HEAD, ROW, Run, Toolkit};

/// A page with a fault and a slip.
const SLIPS: &str = "![](listen) We listen to you.\nWe meet.\n![](nothing-like-it) We talk.\n";

fn json(toolkit: &Toolkit, more: &[&str]) -> Value {
    let run = toolkit.run(&[&["check", "--format", "json"], more].concat());
    serde_json::from_str(&run.out()).unwrap()
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
    let log: Value = serde_json::from_str(&run.out()).unwrap();
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
    let faults = alongside::render::access::check(&html, &mut alongside::render::access::KnownTags::default());
    // It is one file, so its style sheet stands inside, under a policy that knows its hash.
    let (style, policy) = ("There is a style sheet inside the page.", "The page has no strict content security policy");
    let faults: Vec<&String> = faults.iter().filter(|fault| !fault.starts_with(style) && !fault.starts_with(policy)).collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert!(html.contains("default-src 'none'; img-src data:; style-src 'sha256-"));
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

#[test]
fn five_are_to_be_mended_first_and_each_rule_once() {
    let toolkit = Toolkit::new().page("a", &format!("{SLIPS}We talk a lot.\nWe meet at 14:00.\nThere are five of us.\n*We* help.\n"));
    let run = toolkit.run(&["check"]);
    run.code(1)
        .says("Fix these 5 first")
        .says("1. content/a.md, line 10:")
        .says("more like this")
        .says("people still need to check it")
        .is_plain();
    let report = json(&toolkit, &[]);
    let first: Vec<&Value> = report["fix-first"].as_array().unwrap().iter().collect();
    let finding = |place: &Value| &report["findings"][usize::try_from(place["finding"].as_u64().unwrap()).unwrap()];
    assert_eq!(first.len(), 5);
    assert_eq!(finding(first[0])["severity"], "error");
    let rules: std::collections::BTreeSet<&str> = first.iter().map(|place| finding(place)["rule"].as_str().unwrap()).collect();
    assert_eq!(rules.len(), 5, "{rules:?}");
    toolkit.run(&["check", "--only", "no-picture"]).says_not("Fix these");
}

#[test]
fn every_score_of_every_page_is_told_with_the_caveat() {
    let toolkit = Toolkit::new()
        .file("content/guide/index.md", format!("{HEAD}![](listen) We listen to you.\n"))
        .file("content/guide/1-one.md", "---\ntitle: One\n---\n![](listen) We listen to you. We talk to each other.\n")
        .file("content/guide/2-two.md", "---\ntitle: Two\n---\n## Nothing to read\n")
        .file("content/index.md", "---\ntitle: Home\n---\n![](listen) You are welcome.\n");
    let report = json(&toolkit, &[]);
    let reading = &report["reading"];
    assert_eq!(reading["caveat"], alongside::check::reading::CAVEAT);
    let guide = &reading["guides"][0];
    let words = |measured: &Value| measured["counts"]["words"].as_u64().unwrap();
    let pages = guide["pages"].as_array().unwrap();
    assert_eq!(pages.iter().map(words).collect::<Vec<_>>(), [4, 9, 0]);
    assert_eq!(words(&guide["whole"]), 13, "the guide counts all of its pages");
    assert_eq!(pages[1]["file"], "content/guide/1-one.md");
    assert_eq!(pages[1]["level"]["words-a-sentence"], 4.5);
    assert!((0.0..=100.0).contains(&pages[1]["level"]["score"].as_f64().unwrap()));
    let formulas: Vec<&str> =
        pages[1]["level"]["formulas"].as_array().unwrap().iter().map(|score| score["formula"].as_str().unwrap()).collect();
    assert_eq!(formulas, ["Flesch-Kincaid grade", "SMOG", "Coleman-Liau", "ARI", "LIX", "RIX"]);
    assert_eq!(pages[2]["level"], Value::Null, "where there is no sentence, there is no score");
    assert_eq!(reading["other-pages"][0]["file"], "content/index.md");
    let one = json(&toolkit, &["content/guide/1-one.md"]);
    assert_eq!(one["reading"]["guides"][0]["pages"].as_array().unwrap().len(), 1);
    let told = toolkit.run(&["check"]).out();
    let told: String = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(alongside::check::reading::CAVEAT) && told.contains("Flesch-"), "{told}");
    toolkit.run(&["check", "--only", "no-picture"]).says_not("Flesch-");
}

#[test]
fn another_profile_has_other_limits() {
    let long = "![](listen) We meet on each first Monday of the month in the big hall next to the old school.\n";
    let toolkit = Toolkit::new().page("a", long);
    let told = |more: &[&str]| json(&toolkit, &[&["--only", "long-sentence"], more].concat())["summary"]["warnings"].clone();
    assert_eq!(told(&[]), 1);
    assert_eq!(told(&["--profile", "easy-read-standard"]), 0, "25 words");
    toolkit
        .run(&["check", "--profile", "uk-easyread"])
        .code(2)
        .says("There is no profile called “uk-easyread”")
        .says("Did you mean uk-easy-read?");
    toolkit.run(&["check", "--profile", "zzz"]).code(2).says("There are: ").says("plain-english");
}

#[test]
fn advice_comes_only_when_it_is_asked_for() {
    let toolkit = Toolkit::new().page("a", "![](listen) The group, which meets on Monday, will write.\n");
    toolkit.run(&["check", "--only", "commas"]).says("The computer found no problems.");
    toolkit.run(&["check", "--only", "commas", "--advice"]).code(0).says("advice[commas]");
    toolkit.run(&["check", "--only", "commas", "--advice", "--strict"]).code(0);
}

#[test]
fn allowances_hold_back_and_those_that_nothing_needs_are_found() {
    let allow = |rule: &str, reason: &str| format!("<!-- allow: {rule}: {reason} -->\n");
    let toolkit = Toolkit::new().page("a", &format!("{}We meet.\n", allow("no-picture", "It is drawn soon.")));
    toolkit.run(&["check", "--only", "no-picture,unused-allowance"]).code(0).says("The computer found no problems.");
    toolkit.write("content/a.md", format!("{HEAD}{}{ROW}", allow("no-picture", "It is drawn soon.")));
    toolkit.run(&["check"]).says("[unused-allowance]");
    toolkit.write("content/a.md", format!("{HEAD}{}We meet.\n", allow("no-picture", "")));
    toolkit.run(&["check"]).says("[allowance]");
    toolkit.write("content/a.md", format!("{HEAD}{}We meet.\n", allow("no-pictures", "It is drawn soon.")));
    toolkit.run(&["check"]).says("[allowance]").says("no-picture");
}

#[test]
fn a_check_knows_its_toolkit_from_the_path_and_no_other() {
    let toolkit = Toolkit::with_a_page();
    let mut command = toolkit.command();
    command.current_dir(toolkit.around());
    Run::of(&mut command, &["check", "toolkit/content", "--only", "no-picture"]).code(0).says("We looked at 1 page.");
    let other = Toolkit::with_a_page();
    let outside = other.path("content/a.md");
    toolkit.run(&["check", "content", outside.to_str().unwrap()]).code(2).says("is not part of the toolkit");
    toolkit.run(&["check", "alongside.yaml"]).code(0);
}

#[test]
fn nothing_that_an_author_writes_breaks_the_report() {
    let words = "word ".repeat(100_000);
    let texts = [
        "العربية: نحن نستمع إليك.\n".to_owned(),
        "👍🏽👨‍👩‍👧 We like it! 🎉\n".to_owned(),
        "e\u{301}\u{301}\u{301} a\u{20DD} n\u{303}\n".to_owned(),
        "12 + 34 … ;;; —\n".to_owned(),
        format!("{words}.\n"),
    ];
    let mut toolkit = Toolkit::new().file("words.yaml", "egg: What a **hen** lays.\nhen: What comes out of an **egg**.\n");
    for (number, text) in texts.iter().enumerate() {
        toolkit = toolkit.page(&format!("p{number}"), text);
    }
    for format in ["text", "json", "sarif", "github", "html"] {
        let run = toolkit.run(&["check", "--advice", "--format", format, "--output", "report.txt"]);
        assert!(!run.said().contains("broke down"), "{}", run.said());
        assert!(toolkit.path("report.txt").is_file(), "{format}: {}", run.said());
        std::fs::remove_file(toolkit.path("report.txt")).unwrap();
    }
}
