//! `alongside explain RULE`: all there is to say about a rule.

use super::End;
use super::check::unknown_rule;
use super::say::say;
use crate::check::{Group, PagePart, RULES, Rule, find_rule};
use crate::disk::Error;

/// Explains the rule with this name, or lists all rules.
pub fn run(name: Option<&str>) -> Result<End, Error> {
    match name {
        None => list(),
        Some(name) => match find_rule(name) {
            Some(rule) => say!("{}", text(rule).trim_end()),
            None => return Err(unknown_rule(name)),
        },
    }
    Ok(End::Fine)
}

fn list() {
    let mut group: Option<Group> = None;
    let width = RULES.iter().map(|rule| rule.name.as_str().len()).max().unwrap_or(0);
    for rule in RULES {
        if group != Some(rule.group) {
            say!("{}{}", if group.is_some() { "\n" } else { "" }, rule.group.title());
            group = Some(rule.group);
        }
        say!("  {:width$}  {:7}  {}", rule.name.as_str(), rule.severity.word(), rule.summary());
    }
    say!("\nTo read more about one of them: alongside explain no-picture");
}

/// A rule's page as plain text.
fn text(rule: &Rule) -> String {
    let mut text = format!("{} ({})\n\n", rule.name, rule.severity.word());
    if let Some(languages) = rule.language_names() {
        text.push_str(&format!("Only for pages in: {languages}\n\n"));
    }
    for part in rule.parts() {
        match part {
            PagePart::Heading(title) => text.push_str(&format!("{title}\n{}\n", "-".repeat(title.chars().count()))),
            PagePart::Line(line) => text.push_str(&format!("{line}\n")),
            PagePart::Example(verdict) => text.push_str(&verdict.map(|verdict| format!("{}\n", verdict.words())).unwrap_or_default()),
            PagePart::ExampleLine(line) => text.push_str(&format!("    {line}\n")),
            PagePart::ExampleEnd => text.push('\n'),
        }
        if matches!(part, PagePart::Example(_)) {
            text.push('\n');
        }
    }
    text
}
