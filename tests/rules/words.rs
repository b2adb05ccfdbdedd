//! What we say to authors is itself easy to read.

use alongside::check::RULES;

use crate::case::{Case, cases};

/// Words of programmers, with none of which an author should have to deal.
const JARGON: [&str; 22] = [
    "invalid",
    "parse",
    "parser",
    "syntax",
    "token",
    "string",
    "null",
    "boolean",
    "integer",
    "deserialize",
    "exception",
    "i/o",
    "utf8",
    "malformed",
    "unexpected",
    "encountered",
    "failed",
    "failure",
    "specify",
    "specified",
    "via",
    "argument",
];

/// The longest sentence, in words: where our own profile `uk-easy-read` warns.
const WORDS_MAX: usize = 15;

#[test]
fn messages_are_short_and_plain() {
    let mut faults = Vec::new();
    for (place, words) in every_message() {
        for sentence in sentences(&words) {
            let count = sentence.split_whitespace().count();
            if count > WORDS_MAX {
                faults.push(format!("{place}: {count} words: {sentence}"));
            }
            let plain: Vec<String> = sentence.split(|c: char| !c.is_alphanumeric() && c != '/').map(str::to_lowercase).collect();
            faults.extend(
                JARGON.iter().filter(|word| plain.iter().any(|plain| plain == *word)).map(|word| format!("{place}: “{word}”: {sentence}")),
            );
        }
    }
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every message that the rules give on their own tests, with their pages.
fn every_message() -> Vec<(String, String)> {
    let mut messages = Vec::new();
    for rule in RULES {
        let name = rule.name.to_string();
        messages.push((name.clone(), rule.summary().to_owned()));
        messages.push((name.clone(), rule.why().to_owned()));
        messages.push((name.clone(), rule.todo().to_owned()));
        let text = std::fs::read_to_string(format!("{}/tests/rules/{name}.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
        for finding in cases(&text).iter().flat_map(Case::findings) {
            messages
                .extend([finding.what, finding.why.into_owned(), finding.todo.into_owned()].map(|words| (finding.rule.to_string(), words)));
        }
    }
    messages
}

/// Sentences, without what is quoted or written as code: that is the author's own, or an example.
fn sentences(words: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut quoted = false;
    let mut code = false;
    for c in words.chars() {
        match c {
            '“' => {
                quoted = true;
                plain.push('X');
            }
            '”' => quoted = false,
            '`' => {
                code = !code;
                if code {
                    plain.push('X');
                }
            }
            c if !quoted && !code => plain.push(c),
            _ => {}
        }
    }
    plain
        .split_inclusive([':', '?', '!'])
        .flat_map(|part| part.split(". "))
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

#[test]
fn a_planted_fault_is_found() {
    assert_eq!(sentences("One two. “Three. Four” five: `x. y` six?"), ["One two", "X five:", "X six?"]);
}
