//! The rule `abbreviation`.

use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run};
use crate::finding::Fix;
use crate::language::List;

use super::listed::{self, instead};

rule! {
    /// A short form of a word, such as “e.g.” or “etc.”.
    ///
    /// # Why it matters
    /// Readers may not know what short forms stand for. Screen readers say them badly.
    ///
    /// # What to do
    /// Write the words in full.
    ///
    /// # Examples
    /// ```markdown fail
    /// Bring food, e.g. apples.
    /// ```
    /// ```markdown pass
    /// Bring food, for example apples.
    /// ```
    ///
    /// # Sources
    /// - GOV.UK style guide, *eg, etc and ie*; Inclusion Europe, *Information for all*: do not shorten words.
    "abbreviation", Words, Warning, ["en"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    listed::each(view, List::Abbreviations, &mut |passage, found, words| {
        let dotted = passage.text[words.end..].starts_with('.') && !ends_sentence(passage, words.end);
        let words = words.start..words.end + usize::from(dotted);
        let span = passage.span(words.clone());
        let finding = report.find(span, format!("“{}” is a short form.", &passage.text[words.clone()]), instead(found.phrase));
        finding.fix = listed::fix(passage, found, &words, span);
    });
    view.prose.passages.iter().filter(|passage| passage.signs.any("&/")).for_each(|passage| signs(passage, report));
}

/// Whether a full stop belongs to the sentence rather than to the short form.
fn ends_sentence(passage: &Passage<'_>, stop: usize) -> bool {
    let inside = passage.text[..stop].rsplit(' ').next().unwrap_or("").contains('.');
    !inside && passage.sentences.iter().any(|sentence| sentence.range.end == stop + 1)
}

/// Signs that stand for words: “&” and “and/or”.
fn signs(passage: &Passage<'_>, report: &mut Report<'_>) {
    for (sign, words) in [(" & ", "and"), ("and/or", "or")] {
        for (at, _) in passage.text.match_indices(sign) {
            let blanks = sign.len() - sign.trim().len();
            let range = at + blanks / 2..at + sign.len() - blanks / 2;
            if passage.is_quoted(&range) || passage.is_literal(&range) {
                continue;
            }
            let span = passage.span(range.clone());
            let finding = report.find(span, format!("“{}” is a short form.", sign.trim()), format!("Write “{words}”."));
            if words == "and" {
                finding.fix = Some(Fix::new(span, words, "Write “and” for “&”."));
            }
        }
    }
}
