//! The rule `phone`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run, SiteView};
use crate::toolkit::{Contact, Span};

rule! {
    /// A telephone number that is hard to dial.
    ///
    /// # Why it matters
    /// Many digits in one row are hard to read and to dial. It is easy to lose your place.
    ///
    /// # What to do
    /// Part the number with blanks, such as 01632 960 000.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](contact) Ring us on 01632960000.
    /// ```
    /// ```markdown pass
    /// ![](contact) Ring us on 01632 960 000.
    /// ```
    ///
    /// # Sources
    /// - GOV.UK style guide, *Telephone numbers*: use spaces between city, local and single numbers.
    "phone", Sentences, Warning, Run::PageAndSite(run, run_site)
}

/// The most digits that stand together.
const TOGETHER_MAX: usize = 6;
/// Digits of a telephone number.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=15;

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for passage in super::own(view).filter(|passage| passage.signs.digits()) {
        for (start, number) in numbers(&passage.text) {
            let range = start..start + number.len();
            let stays = super::must_stay(passage, &range) || super::in_address(passage, &range);
            if let Some((what, todo)) = fault(number).filter(|_| !stays) {
                report.find(passage.span(range), what, todo);
            }
        }
    }
    let head = &view.source[..crate::parse::split(view.source).body];
    for (span, number) in of_contact(&view.paired.page.front.contact, head) {
        if let Some((what, todo)) = fault(number) {
            report.find(span, what, todo);
        }
    }
}

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    let Some(text) = view.texts.iter().find(|text| text.path == *view.config_path) else { return };
    for (span, number) in of_contact(&view.config.organisation.contact, &text.source.text) {
        if let Some((what, todo)) = fault(number) {
            report.find_at(view.config_path.as_str(), Some(span), what, todo);
        }
    }
}

/// The telephone numbers among ways to get in touch, and where they are written in the settings.
fn of_contact<'a>(contact: &'a Contact, settings: &str) -> Vec<(Span, &'a str)> {
    let mut found = Vec::new();
    for number in [&contact.phone, &contact.text].into_iter().flatten() {
        let Some(at) = settings.find(number.as_str()) else { continue };
        found.extend(numbers(number).into_iter().map(|(start, part)| (Span::new(at + start..at + start + part.len()), part)));
    }
    found
}

/// What is wrong with a telephone number, and what to do about it.
fn fault(number: &str) -> Option<(String, String)> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let longest = number.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    let todo = if digits.starts_with('0') && digits.len() == 11 {
        format!("Part it with blanks, such as {} {} {}.", &digits[..5], &digits[5..8], &digits[8..])
    } else {
        String::new()
    };
    (longest > TOGETHER_MAX).then(|| (format!("This number has {longest} digits with no blank between them."), todo))
}

/// What looks like a telephone number: it begins with 0 or +, and has as many digits as one.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit() || c == '+').map(|start| at + start) {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '\u{a0}' | '(' | ')' | '-');
        let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |end| start + end);
        let number = text[start..end].trim_end_matches(|c: char| !c.is_ascii_digit());
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let part_of_word =
            text[..start].ends_with(|c: char| c.is_alphanumeric()) || text[start + number.len()..].starts_with(char::is_alphanumeric);
        if number.starts_with(['0', '+']) && DIGITS.contains(&digits) && !part_of_word {
            found.push((start, number));
        }
        at = end.max(start + 1);
    }
    found
}
