//! Findings as SARIF 2.1.0: a form that code hosts and editors read.

use serde_json::{Value, json};

use super::{Finding, PlaceOfWords, PlacedFinding, Severity, Sources};
use crate::toolkit::ContentHash;

/// What a report tells of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFacts {
    /// Its name.
    pub name: String,
    /// The group in which people look for it.
    pub group: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    /// What it finds.
    pub summary: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub todo: String,
    /// All that there is to say about it, in Markdown.
    pub page: String,
}

/// The findings. `folder` is the way from the top of the repository to the toolkit: empty, or with a `/` at its end.
pub fn sarif(findings: &[Finding], rules: &[RuleFacts], sources: &mut Sources<'_>, folder: &str) -> String {
    let placed = sources.placed(findings);
    let results: Vec<Value> = placed.iter().map(|placed| result(placed, rules, folder)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Alongside",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn rule(facts: &RuleFacts) -> Value {
    json!({
        "id": facts.name,
        "shortDescription": { "text": facts.summary },
        "fullDescription": { "text": facts.why },
        "help": { "text": facts.todo, "markdown": facts.page },
        "defaultConfiguration": { "level": level(facts.severity) },
        "properties": { "tags": [facts.group] },
    })
}

fn result(placed: &PlacedFinding<'_>, rules: &[RuleFacts], folder: &str) -> Value {
    let finding = placed.finding;
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": format!("{} {}", finding.what, finding.todo) },
        "partialFingerprints": { "alongside/v1": fingerprint(placed) },
    });
    if let Some(index) = rules.iter().position(|rule| rule.name == finding.rule.as_str()) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(path) = &finding.path {
        let mut physical = json!({ "artifactLocation": { "uri": uri(&format!("{folder}{path}")), "uriBaseId": "%SRCROOT%" } });
        if let Some(place) = &placed.place {
            physical["region"] = region(place);
        }
        if let Some((fix, place)) = finding.fix.as_ref().zip(placed.fix.as_ref()) {
            let change = json!({ "deletedRegion": region(place), "insertedContent": { "text": fix.text } });
            let file = json!({ "artifactLocation": physical["artifactLocation"], "replacements": [change] });
            result["fixes"] = json!([{ "description": { "text": fix.label }, "artifactChanges": [file] }]);
        }
        result["locations"] = json!([{ "physicalLocation": physical }]);
    }
    result
}

fn region(place: &PlaceOfWords) -> Value {
    json!({ "startLine": place.start.0, "startColumn": place.start.1, "endLine": place.end.0, "endColumn": place.end.1 })
}

/// What stays the same when lines move: the file, the rule, the row and the words.
fn fingerprint(placed: &PlacedFinding<'_>) -> String {
    let finding = placed.finding;
    let words = placed.place.as_ref().map_or("", |place| place.words.as_str());
    let parts = [finding.path.as_deref().unwrap_or(""), finding.rule.as_str(), finding.row.as_deref().unwrap_or(""), words];
    ContentHash::of(parts.join("\0").as_bytes()).hex()
}

/// A path as a relative address: everything but plain letters, digits and a few signs is encoded.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        assert_eq!(uri("content/tŷ ni.md"), "content/t%C5%B7%20ni.md");
    }
}
