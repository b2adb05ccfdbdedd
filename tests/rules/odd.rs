//! Odd texts: rules tell what is wrong with them, point into the text, and never break down.

use alongside::finding::Finding;

use crate::case::Case;

/// What all rules find in a page, after a look at where they point.
fn findings(text: &str) -> Vec<Finding> {
    let findings = Case::of_page(text).findings();
    for finding in findings.iter().filter(|finding| finding.path.as_deref() == Some("content/page.md")) {
        let span = finding.span().unwrap_or_default();
        assert!(text.get(span.range()).is_some(), "{}: {:?} is no place in the text", finding.rule, finding.span);
        assert!(!finding.what.contains('\u{FFFD}'), "{}", finding.what);
    }
    assert!(!findings.iter().any(|finding| finding.what.contains("broke down")), "{findings:#?}");
    findings
}

fn rules(text: &str) -> Vec<String> {
    findings(text).into_iter().map(|finding| finding.rule.to_string()).collect()
}

fn has(text: &str, rule: &str) -> bool {
    rules(text).iter().any(|found| found == rule)
}

#[test]
fn a_text_in_another_language_is_told_once() {
    let german = "---\ntitle: Treffen\nlanguage: en\n---\n".to_owned()
        + &"Die Verwaltung veröffentlicht Angebote für Unterstützung.\nMenschen mit Behinderung bestimmen gemeinsam über ihre Angelegenheiten.\n".repeat(20);
    let rules = rules(&german);
    assert_eq!(rules.iter().filter(|rule| *rule == "wrong-language").count(), 1);
    assert!(!rules.iter().any(|rule| rule == "hard-word"), "{rules:?}");
}

#[test]
fn a_text_without_letters_has_no_level() {
    for text in ["1 2 3\n", "… !!! ???\n", "🙂🙂\n", "---\n---\n", "\n", "123 456. 789!\n\n- [ ] 1\n", "\u{301}\u{301}\n", "\u{200B}\n"]
    {
        findings(text);
    }
    assert!(!has("1 2 3. 4 5 6.\n", "hard-word") && !has("1 2 3. 4 5 6.\n", "wrong-language"));
}

#[test]
fn a_sentence_of_a_hundred_thousand_words_is_one_long_sentence() {
    let text = format!("We met {}.\n", "and talked ".repeat(50_000).trim_end());
    let long: Vec<Finding> = findings(&text).into_iter().filter(|finding| finding.rule.as_str() == "long-sentence").collect();
    assert_eq!(long.len(), 1);
    assert!(long[0].what.contains("100002 words"), "{}", long[0].what);
}

#[test]
fn right_to_left_text_is_read_like_any_other() {
    let arabic = "---\ntitle: دليل\nlanguage: ar\n---\nنعمل معا على قدم المساواة. نخطط ونقرر معا.\n";
    let found = findings(arabic);
    let second = found.iter().find(|finding| finding.rule.as_str() == "two-sentences").unwrap();
    assert_eq!(&arabic[second.span().unwrap().range()], "نخطط ونقرر معا.");
    let hebrew = "---\nlanguage: he\n---\nאנחנו **עובדים** יחד [כאן](https://example.org) 12:30, 50%!\n";
    assert!(has(hebrew, "hard-word-unexplained") && has(hebrew, "percent"));
    findings("English with \u{202E}signs that turn\u{202C} the text.\n");
}

#[test]
fn emoji_and_combining_marks_stay_whole() {
    let text = "We meet 👩‍👩‍👧‍👦 at 14:30 ❤️. Cafe\u{301} co-pro\u{301}duction e\u{301}\u{302}\u{303} is assertive 🏴󠁧󠁢󠁷󠁬󠁳󠁿!\n";
    let found = findings(text);
    let words: Vec<&str> = found.iter().filter_map(|finding| text.get(finding.span()?.range())).collect();
    assert!(words.contains(&"14:30") && words.contains(&"assertive"), "{words:?}");
    assert!(found.iter().any(|finding| finding.rule.as_str() == "childish-tone"));
    findings(&format!("We meet Z{}algo.\n", "\u{300}".repeat(5_000)));
    findings(&"👩‍👩‍👧‍👦".repeat(3_000));
}
