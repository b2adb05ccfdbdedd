//! Which of the findings are told.

use super::{Finding, RuleName, Severity};

/// What the user asks to be told. As it comes, it is everything but advice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Whether guesses are told too.
    pub advice: bool,
    /// Only these rules; all when there are none.
    pub rules: Vec<RuleName>,
    /// Only these files, and what lies in these folders, seen from the top of the toolkit; all when there are none.
    pub paths: Vec<String>,
    /// Only these files, whatever `paths` says; all when it is `None`.
    pub files: Option<Vec<String>>,
}

impl Selection {
    /// Whether this finding is told.
    pub fn holds(&self, finding: &Finding) -> bool {
        let weighs = self.advice || finding.severity != Severity::Advice;
        let ruled = self.rules.is_empty() || self.rules.contains(&finding.rule);
        weighs && ruled && self.holds_file(finding.path.as_deref())
    }

    /// Whether findings in this file are told; `None` stands for the toolkit as a whole.
    pub fn holds_file(&self, path: Option<&str>) -> bool {
        let listed = |path: &str| self.files.as_ref().is_none_or(|files| files.iter().any(|file| file == path));
        let inside = |path: &str| {
            self.paths.is_empty() || self.paths.iter().any(|wanted| wanted.is_empty() || path == wanted || is_in(path, wanted))
        };
        match path {
            Some(path) => listed(path) && inside(path),
            None => self.paths.is_empty() && self.files.is_none(),
        }
    }
}

fn is_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders_are_chosen() {
        let chosen = Selection { paths: vec!["content/guide".into(), "words.yaml".into()], ..Selection::default() };
        assert!(chosen.holds_file(Some("content/guide/1.md")) && chosen.holds_file(Some("words.yaml")));
        assert!(!chosen.holds_file(Some("content/guide-2/1.md")) && !chosen.holds_file(None));
        assert!(Selection::default().holds_file(None));
        let welsh = Selection { files: Some(vec!["content/cy.md".into()]), ..Selection::default() };
        assert!(welsh.holds_file(Some("content/cy.md")) && !welsh.holds_file(Some("content/en.md")));
    }
}
