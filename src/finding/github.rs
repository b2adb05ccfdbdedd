//! Findings as commands for GitHub: it shows them beside the lines of a change.
//!
//! See GitHub's *Workflow commands for GitHub Actions*.

use super::{Finding, Severity, Sources};

/// The findings, a line each. `folder` is the way from the top of the repository to the toolkit: empty, or with a `/` at its end.
pub fn github(findings: &[Finding], sources: &mut Sources<'_>, folder: &str) -> String {
    let mut text = String::new();
    for placed in sources.placed(findings) {
        let finding = placed.finding;
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let mut facts = Vec::new();
        if let Some(path) = &finding.path {
            facts.push(format!("file={}", property(&format!("{folder}{path}"))));
        }
        if let Some(place) = &placed.place {
            facts.push(format!("line={},endLine={}", place.start.0, place.end.0));
            // GitHub takes columns only for words on one line.
            if place.start.0 == place.end.0 {
                facts.push(format!("col={},endColumn={}", place.start.1, place.end.1));
            }
        }
        facts.push(format!("title={}", property(finding.rule.as_str())));
        let message = format!("{}\nWhy: {}\nWhat to do: {}", finding.what, finding.why, finding.todo);
        text.push_str(&format!("::{command} {}::{}\n", facts.join(","), data(&message)));
    }
    text
}

/// A message: everything behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before the second `::`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample;

    #[test]
    fn nothing_an_author_writes_can_end_a_command() {
        let finding = Finding {
            what: "100% of\n::error::this".to_owned(),
            why: "W.".into(),
            todo: "D.".into(),
            ..sample("no-picture", Severity::Warning, "content/a,b.md", Some((5, 8)), None)
        };
        let read = |_: &str| Some("One.\nTwo words.\n".into());
        assert_eq!(
            github(&[finding], &mut Sources::new(&read), "guides/"),
            "::warning file=guides/content/a%2Cb.md,line=2,endLine=2,col=1,endColumn=4,title=no-picture::100%25 of%0A::error::this%0AWhy: W.%0AWhat to do: D.\n"
        );
    }
}
