//! The rule `date`.

use std::ops::Range;

use jiff::civil::Date;

use super::months::{Months, months};
use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run};
use crate::finding::Fix;
use crate::language::{Word, WordKind};

rule! {
    /// A date that is hard to read.
    ///
    /// # Why it matters
    /// 12/03/26 may be in March or in December. Short forms such as “Nov” and “22nd” are harder than whole words.
    ///
    /// # What to do
    /// Write the day, the month in letters, and the whole year: 12 March 2026.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](meeting) We meet on 22/11/2026.
    /// ```
    /// ```markdown pass
    /// ![](meeting) We meet on Sunday 22 November 2026.
    /// ```
    ///
    /// # Sources
    /// - UK government, *Accessible communication formats*; GOV.UK style guide, *Dates*: 12 March 2026, with no “th”.
    "date", Sentences, Warning, ["en", "cy", "de", "fr", "es"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let language = view.prose.language.base();
    let Some(months) = months(language) else { return };
    for passage in super::own(view).filter(|passage| passage.signs.digits()) {
        for range in digit_dates(&passage.text) {
            if !super::must_stay(passage, &range) && !super::in_address(passage, &range) {
                tell_digits(passage, range, months, language, report);
            }
        }
        for place in 0..passage.words.len() {
            tell_words(passage, place, months, language, report);
        }
    }
}

/// Dates in digits: `12/03/26`, `12.3.2026`, `2026-03-12`.
fn digit_dates(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '-');
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
        let end = text[start..].find(|c: char| !is_part(c)).map_or(text.len(), |end| start + end);
        let end = start + text[start..end].trim_end_matches(['/', '.', '-']).len();
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let alone =
            !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '+')) && !after.is_some_and(char::is_alphanumeric);
        if alone && parts(&text[start..end]).is_some() {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// The three numbers of a date in digits: (first, second, third), as written.
fn parts(written: &str) -> Option<[&str; 3]> {
    let sign = written.chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = written.split(sign);
    let parts = [parts.next()?, parts.next()?, parts.next().filter(|_| parts.next().is_none())?];
    let lengths = parts.map(str::len);
    let fits =
        matches!(lengths, [1 | 2, 1 | 2, 2 | 4] | [4, 1 | 2, 1 | 2]) && parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    // Two hyphens and short numbers are a sort code or a score rather than a date; dots and short numbers are a version.
    let short = lengths[0] < 4 && lengths[2] == 2 && sign != '/';
    let numbers = parts.map(|part| part.parse().unwrap_or(0_u32));
    let [day, month] = if lengths[0] == 4 { [numbers[2], numbers[1]] } else { [numbers[0], numbers[1]] };
    let exists =
        (1..=31).contains(&day) && (1..=12).contains(&month) || lengths[0] < 4 && (1..=12).contains(&day) && (13..=31).contains(&month);
    (fits && !short && exists).then_some(parts)
}

fn tell_digits(passage: &Passage<'_>, range: Range<usize>, months: &Months, language: &str, report: &mut Report<'_>) {
    let written = &passage.text[range.clone()];
    let span = passage.span(range.clone());
    let sure = sure_date(written).map(|date| {
        let [year, month, day] = [date.year().unsigned_abs().into(), date.month().unsigned_abs().into(), date.day().unsigned_abs().into()];
        months.date(day, month as usize - 1, year, language == "de")
    });
    let todo = match &sure {
        Some(words) => format!("Write {words}."),
        None => "Write the month in letters, and the whole year, such as 12 March 2026.".to_owned(),
    };
    let finding = report.find(span, format!("“{written}” is a date in digits."), todo);
    finding.fix = sure.map(|words| Fix::new(span, words.clone(), format!("Write {words}.")));
}

/// The date that is meant, when there is only one that it can be: the year is whole, and one number is over 12.
fn sure_date(written: &str) -> Option<Date> {
    let parts = parts(written)?;
    let [first, second, third] = parts.map(|part| part.parse::<i16>().unwrap_or(0));
    let (year, month, day) = match parts.map(str::len) {
        [4, _, _] => (first, second, third),
        [_, _, 4] if first > 12 || first == second => (third, second, first),
        [_, _, 4] if second > 12 => (third, first, second),
        _ => return None,
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Dates with words: `22nd November`, `22 Nov`, `November 22nd`.
fn tell_words(passage: &Passage<'_>, place: usize, months: &Months, language: &str, report: &mut Report<'_>) {
    let word = &passage.words[place];
    let small = super::small(passage, place);
    let month = short_month(passage, place, months);
    if word.kind != WordKind::Number && month.is_none() || super::must_stay(passage, &word.range) {
        return;
    }
    let beside = |other: Option<usize>| other.filter(|other| passage.words.get(*other).is_some_and(|other| touches(passage, word, other)));
    let neighbours = [beside(place.checked_sub(1)), beside(Some(place + 1))];
    if word.kind == WordKind::Number && language == "en" {
        let day = small.trim_end_matches(|c: char| c.is_alphabetic());
        let is_ordinal = matches!(&small[day.len()..], "st" | "nd" | "rd" | "th") && is_day(day);
        let of_month =
            |other: &usize| months.place(super::small(passage, *other)).is_some() || short_month(passage, *other, months).is_some();
        if is_ordinal && neighbours.iter().flatten().any(of_month) {
            let span = passage.span(word.range.clone());
            let finding = report.find(span, format!("“{}” is harder to read than {day}.", passage.word(word)), format!("Write {day}."));
            finding.fix = Some(Fix::new(span, day, format!("Write {day}.")));
        }
        return;
    }
    let Some(month) = month else { return };
    let by_day = |other: &usize| is_day(passage.word(&passage.words[*other]).trim_end_matches(|c: char| c.is_alphabetic()));
    if neighbours.iter().flatten().any(by_day) {
        // A full stop behind a short form goes with it, unless the sentence ends there.
        let range = word.range.clone();
        let has_stop =
            passage.text[range.end..].starts_with(". ") && passage.text[range.end + 2..].starts_with(|c: char| c.is_ascii_digit());
        let span = passage.span(range.start..range.end + usize::from(has_stop));
        let name = months.name(month);
        let finding = report.find(span, format!("“{}” is a short form.", passage.word(word)), format!("Write {name}."));
        finding.fix = Some(Fix::new(span, name.as_str(), format!("Write {name}.")));
    }
}

/// The month of which a word is the short form, with a capital.
fn short_month(passage: &Passage<'_>, place: usize, months: &Months) -> Option<usize> {
    let has_capital = passage.word(&passage.words[place]).starts_with(char::is_uppercase);
    if has_capital { months.short_place(super::small(passage, place)) } else { None }
}

fn is_day(digits: &str) -> bool {
    digits.len() <= 2 && digits.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
}

/// Whether there are only blanks, “of” or a full stop between two words of a date.
fn touches(passage: &Passage<'_>, one: &Word, other: &Word) -> bool {
    let (first, second) = if one.range.start < other.range.start { (one, other) } else { (other, one) };
    passage.text[first.range.end..second.range.start].trim_matches(['.', ' ', '\u{a0}']).is_empty()
}
