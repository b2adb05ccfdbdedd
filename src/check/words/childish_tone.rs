//! The rule `childish-tone`.

use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run};
use crate::toolkit::Measure;

rule! {
    /// Exclamation marks and faces that talk to adults as if they were children.
    ///
    /// # Why it matters
    /// Readers are adults. They want to be spoken to as adults.
    ///
    /// # What to do
    /// Write a full stop. Leave faces out.
    ///
    /// # Examples
    /// ```markdown fail
    /// Come along! It will be fun!
    /// ```
    /// ```markdown pass
    /// Come along. It will be fun!
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: use language that suits adults.
    /// - Change, *How to make information accessible*.
    "childish-tone", Words, Advice, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let limit = view.limit(Measure::ExclamationMarks).and_then(|limit| limit.advice.or(limit.warning));
    let mut marks = 0;
    let may_have = |passage: &&Passage<'_>| !passage.quoted && (passage.signs.any("!") || passage.signs.others());
    for passage in view.prose.passages.iter().filter(may_have) {
        for (at, c) in passage.text.char_indices().filter(|(_, c)| *c == '!' || is_face(*c)) {
            let range = at..at + c.len_utf8();
            if passage.is_quoted(&range) || passage.is_literal(&range) {
                continue;
            }
            if c != '!' {
                report.find(passage.span(range), "There is a small face or picture among the words.", "Leave it out, or use a symbol.");
                continue;
            }
            marks += 1;
            if limit.is_some_and(|limit| marks > limit) {
                report.find(passage.span(range), "There are several exclamation marks on this page.", "Write a full stop.");
            }
        }
    }
}

/// Whether a sign is an emoji.
fn is_face(c: char) -> bool {
    matches!(u32::from(c), 0x1F300..=0x1FAFF | 0x2600..=0x26FF | 0x1F000..=0x1F2FF) && !matches!(c, '☎' | '☐' | '☑' | '☒')
}
