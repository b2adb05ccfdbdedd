//! The rule `big-number`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::{Word, WordKind};

rule! {
    /// A big number with nothing to compare it with.
    ///
    /// # Why it matters
    /// Few people can picture 12,000 of anything.
    ///
    /// # What to do
    /// Say what it is like, such as “as many as in a football ground”. Or say “many”.
    ///
    /// Years, phone numbers and amounts of money may stand.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](group) We wrote to 12,000 people.
    /// ```
    /// ```markdown pass
    /// ![](group) We wrote to 12,000 people. That is as many as live in our town.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: big numbers are hard; say “many” or explain them.
    "big-number", Sentences, Advice, Run::Page(run)
}

/// Digits from which on a number is big.
const DIGITS: usize = 4;
/// Words that compare.
const COMPARE: [&str; 9] =
    ["as many as", "as much as", "the same as", "like ", "enough ", "so viele wie", "autant que", "tantos como", "cymaint"];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for passage in super::own(view) {
        if !passage.kind.is_running_text() || !passage.signs.digits() {
            continue;
        }
        let small = passage.text.to_lowercase();
        if COMPARE.iter().any(|words| small.contains(words)) {
            continue;
        }
        for (place, word) in passage.words.iter().enumerate() {
            let written = passage.word(word);
            let near = [place.checked_sub(1), Some(place + 1)].into_iter().flatten().filter_map(|place| passage.words.get(place));
            let is_part = near.into_iter().any(|near| near.kind == WordKind::Number && !has_word_between(&passage.text, word, near));
            if is_big(written)
                && word.kind == WordKind::Number
                && !is_part
                && !is_money(&passage.text, word)
                && !super::must_stay(passage, &word.range)
            {
                report.find(passage.span(word.range.clone()), format!("{written} is a big number."), "");
            }
        }
    }
}

/// Whether a number has many digits, and is no year and no telephone number.
fn is_big(written: &str) -> bool {
    let digits = written.chars().filter(char::is_ascii_digit).count();
    let plain = written.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let whole = written.split(['.']).next().unwrap_or("").chars().filter(char::is_ascii_digit).count();
    let is_year = digits == DIGITS && written.len() == DIGITS && ("1500".."2200").contains(&written);
    let by_thousands = written.split([',', '.']).skip(1).all(|part| part.len() == 3);
    plain && !written.starts_with('0') && !is_year && (whole >= DIGITS || digits >= DIGITS && by_thousands)
}

/// Parts of one number, such as a telephone number, stand with no letters between them.
fn has_word_between(text: &str, one: &Word, other: &Word) -> bool {
    let (first, second) = if one.range.start < other.range.start { (one, other) } else { (other, one) };
    !text[first.range.end..second.range.start].chars().all(|c| matches!(c, ' ' | '-' | '\u{a0}' | '(' | ')' | '+'))
}

fn is_money(text: &str, word: &Word) -> bool {
    let before = text[..word.range.start].chars().next_back();
    let after = text[word.range.end..].trim_start().chars().next();
    let is_sign = |c: Option<char>| matches!(c, Some('£' | '$' | '€' | '+' | '#'));
    is_sign(before) || is_sign(after)
}
