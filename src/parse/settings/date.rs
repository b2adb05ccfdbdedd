//! Dates as people write them.

use jiff::civil::Date;

/// The months in the languages whose dates we read, from January on.
const MONTHS: [[&str; 12]; 2] = [
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
    ["ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr"],
];

/// Days of the week, which a date may begin with: they say nothing that the date does not say.
const WEEKDAYS: [&str; 14] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "llun",
    "mawrth",
    "mercher",
    "iau",
    "gwener",
    "sadwrn",
    "sul",
];

/// Reads `22 November 2026`, `November 22, 2026`, `22nd of Nov 2026`, `Sunday 22 November 2026` or `2026-11-22`.
///
/// `None` when it is none of these or the day does not exist. `12/03/26` is refused: in some countries it is in
/// March, in others in December.
pub fn read_date(text: &str) -> Option<Date> {
    let text = text.trim().to_lowercase();
    if let [year, month, day] = text.split('-').collect::<Vec<_>>()[..]
        && year.len() == 4
    {
        return Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    }
    let mut parts: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == ',' || c == '.').filter(|part| !part.is_empty()).collect();
    parts.retain(|part| !matches!(*part, "of" | "the" | "dydd" | "o"));
    if parts.len() == 4 && parts.first().is_some_and(|day| WEEKDAYS.contains(day)) {
        parts.remove(0);
    }
    let (day, month, year) = match parts[..] {
        [a, b, year] => match (month_of(a), month_of(b)) {
            (None, Some(month)) => (a, month, year),
            (Some(month), None) => (b, month, year),
            _ => return None,
        },
        _ => return None,
    };
    let day = ["st", "nd", "rd", "th", "fed", "ain", "eg"].iter().find_map(|ending| day.strip_suffix(ending)).unwrap_or(day);
    let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    Date::new(year, month, day.parse().ok()?).ok()
}

/// The number of a month from its name or the first three or more letters of it.
fn month_of(name: &str) -> Option<i8> {
    if name.chars().count() < 3 || name.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let place = MONTHS.iter().find_map(|months| months.iter().position(|month| month.starts_with(name)))?;
    i8::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let day = Date::constant(2026, 11, 22);
        for text in [
            "22 November 2026",
            "22nd nov 2026",
            "November 22, 2026",
            "2026-11-22",
            "22 Tachwedd 2026",
            " 22.  NOV. 2026 ",
            "22nd of November 2026",
            "Sunday 22 November 2026",
            "Sunday, the 22nd of November, 2026",
            "Dydd Sul 22 Tachwedd 2026",
        ] {
            assert_eq!(read_date(text), Some(day), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "31 February 2026",
            "22/11/2026",
            "12/03/26",
            "22 November",
            "November 2026",
            "soon",
            "",
            "22 November 26",
            "0 May 2026",
            "Sunday November 2026",
            "of the 2026",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }
}
