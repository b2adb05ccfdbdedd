//! The rule `special-character`.

use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run};

rule! {
    /// A sign that many people cannot read, such as & or /.
    ///
    /// # Why it matters
    /// Not everyone knows what such a sign means. Screen readers leave it out, or say something odd.
    ///
    /// # What to do
    /// Write a word in its place, such as “and” or “or”.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](person) Ask your advocate / friend.
    /// ```
    /// ```markdown pass
    /// ![](person) Ask your advocate or your friend.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: avoid special signs such as \, &, <, § or #.
    "special-character", Sentences, Warning, Run::Page(run)
}

/// The signs, what to call them, and what to write.
const SIGNS: [(char, &str); 16] = [
    ('<', "Write “less than”, or take it away."),
    ('>', "Write “more than”, or take it away."),
    ('§', "Write “section”, or take it away."),
    ('/', "Write “or” or “and”."),
    ('*', "Take it away."),
    ('#', "Take it away, or write “number”."),
    ('™', "Take it away."),
    ('†', "Take it away."),
    ('\\', "Take it away."),
    ('^', "Take it away."),
    ('|', "Take it away."),
    ('~', "Write “about”."),
    ('≈', "Write “about”."),
    ('=', "Write “is”."),
    ('→', "Write “then”."),
    ('≥', "Write “or more”."),
];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    // Nearly every text has none of these signs.
    for passage in super::own(view).filter(|passage| passage.signs.any("<>/*#\\^|~=") || passage.signs.others()) {
        for (at, c) in passage.text.char_indices().filter(|(_, c)| !c.is_alphanumeric() && !c.is_whitespace()) {
            let Some((_, todo)) = SIGNS.iter().find(|(sign, _)| *sign == c) else { continue };
            let range = at..at + c.len_utf8();
            if !may_stand(passage, at, c) && !super::must_stay(passage, &range) && !super::in_address(passage, &range) {
                report.find(passage.span(range), format!("Not everyone can read the sign “{c}”."), *todo);
            }
        }
    }
}

/// A sign with a place: 1/2, 24/7, the name of a topic after #, a mark that another rule tells.
fn may_stand(passage: &Passage<'_>, at: usize, c: char) -> bool {
    let before = passage.text[..at].chars().next_back();
    let after = passage.text[at + c.len_utf8()..].chars().next();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match c {
        '/' => is_digit(before) && is_digit(after) || in_and_or(passage, at),
        '#' => after.is_some_and(char::is_alphabetic) || before == Some('#') || after == Some('#'),
        // What is left of marks for the computer: the rule `leaked-markup` tells it.
        '*' => before == Some('*') || after == Some('*'),
        '<' => after.is_some_and(|c| c.is_alphabetic() || c == '/'),
        '>' => before.is_some_and(|c| c.is_alphabetic() || c == '/'),
        _ => false,
    }
}

/// “And/or” is an abbreviation, which a rule of its own tells.
fn in_and_or(passage: &Passage<'_>, at: usize) -> bool {
    let text = passage.text.to_lowercase();
    text.len() == passage.text.len() && text[..at].trim_end().ends_with("and") && text[at + 1..].trim_start().starts_with("or")
}
