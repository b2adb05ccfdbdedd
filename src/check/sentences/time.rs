//! The rule `time`.

use std::ops::Range;

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::finding::Fix;

rule! {
    /// A time that is hard to read, such as 14:00.
    ///
    /// # Why it matters
    /// Many people do not know the 24-hour clock. 14:00 looks like 4 or 14.
    ///
    /// # What to do
    /// Write 2pm, or “2 o’clock in the afternoon”.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](meeting) We meet at 14:00.
    /// ```
    /// ```markdown pass
    /// ![](meeting) We meet at 2pm and end at 3:30pm.
    /// ```
    ///
    /// # Sources
    /// - GOV.UK style guide, *Times*: 5:30pm, not 1730. Inclusion Europe, *Information for all*.
    "time", Sentences, Warning, ["en"], Run::Page(run)
}

// Only English: elsewhere the 24-hour clock is the one that everybody reads.
fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for passage in super::own(view).filter(|passage| passage.signs.any(":") && passage.signs.digits()) {
        for time in times(&passage.text) {
            if super::must_stay(passage, &time.range) || super::in_address(passage, &time.range) {
                continue;
            }
            let span = passage.span(time.range.clone());
            let easy = time.easy();
            let what = format!("“{}” is a time of the 24-hour clock.", &passage.text[time.range]);
            report.find(span, what, format!("Write {easy}.")).fix = Some(Fix::new(span, easy.as_str(), format!("Write {easy}.")));
        }
    }
}

struct Time {
    range: Range<usize>,
    hour: u32,
    minute: u32,
}

impl Time {
    fn easy(&self) -> String {
        let hour = if self.hour.is_multiple_of(12) { 12 } else { self.hour % 12 };
        let half = if self.hour < 12 { "am" } else { "pm" };
        match (self.hour, self.minute) {
            (0, 0) => "midnight".to_owned(),
            (_, 0) => format!("{hour}{half}"),
            (_, minute) => format!("{hour}:{minute:02}{half}"),
        }
    }
}

/// Times of the 24-hour clock: two digits on both sides of a colon, and an hour that shows which half of the day it is.
fn times(text: &str) -> Vec<Time> {
    let mut found = Vec::new();
    for (colon, _) in text.match_indices(':') {
        let before = &text[..colon];
        let digits_before = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let after = &text[colon + 1..];
        let digits_after = after.bytes().take_while(u8::is_ascii_digit).count();
        if digits_before != 2 || digits_after != 2 {
            continue;
        }
        let (Ok(hour), Ok(minute)) = (before[colon - 2..].parse::<u32>(), after[..2].parse::<u32>()) else { continue };
        let before = before[..colon - 2].chars().next_back();
        let after = &after[2..];
        let whole = !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ':' | '.' | ','))
            && !after.starts_with(|c: char| c.is_alphanumeric() || c == ':')
            && !matches!(after.as_bytes(), [b'.' | b',', digit, ..] if digit.is_ascii_digit());
        let says_half = after.trim_start().to_lowercase();
        let says_half = ["am", "pm", "a.m", "p.m"].iter().any(|half| says_half.starts_with(half));
        // 10:30 may be in the morning or at night; 09:30 and 14:30 may not.
        let sure = hour < 10 || (13..24).contains(&hour);
        if whole && sure && minute < 60 && !says_half {
            found.push(Time { range: colon - 2..colon + 3, hour, minute });
        }
    }
    found
}
