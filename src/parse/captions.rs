//! A `WebVTT` file -> what is wrong with it.
//!
//! Browsers pass over a caption that breaks the rules without a word, and over the whole file when its head is wrong.
//! The rules are those of the W3C's *`WebVTT`: The Web Video Text Tracks Format*, section 4.

use crate::toolkit::CaptionFault;

/// The most faults that are noted of one file.
const FAULTS_MAX: usize = 20;

/// What is wrong with a file of captions, in the order of its lines.
pub fn captions(text: &str) -> Vec<CaptionFault> {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or("");
    if head != "WEBVTT" && !head.starts_with("WEBVTT ") && !head.starts_with("WEBVTT\t") {
        return vec![CaptionFault::NoHead];
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut faults = Vec::new();
    let mut last_start = 0;
    let mut cues = 0;
    for (place, line) in lines.iter().enumerate().skip(1) {
        if faults.len() >= FAULTS_MAX {
            break;
        }
        let Some((start, end)) = line.split_once("-->") else { continue };
        cues += 1;
        let number = place + 1;
        // Behind the end may stand settings, such as where the words stand.
        let end = end.split_whitespace().next().unwrap_or("");
        let (start, end) = match (milliseconds(start.trim()), milliseconds(end)) {
            (Some(start), Some(end)) => (start, end),
            (None, _) => {
                faults.push(CaptionFault::BadTime(number, start.trim().to_owned()));
                continue;
            }
            (_, None) => {
                faults.push(CaptionFault::BadTime(number, end.to_owned()));
                continue;
            }
        };
        if end <= start {
            faults.push(CaptionFault::EndsBeforeItBegins(number));
        } else if start < last_start {
            faults.push(CaptionFault::OutOfOrder(number));
        }
        last_start = last_start.max(start);
        if lines.get(place + 1).is_none_or(|words| words.trim().is_empty()) {
            faults.push(CaptionFault::NoWords(number));
        }
    }
    if cues == 0 {
        faults.push(CaptionFault::NoCues);
    }
    faults
}

/// Reads a time: `01:02.500` or `00:01:02.500`.
fn milliseconds(written: &str) -> Option<u64> {
    let (clock, thousandths) = written.split_once('.')?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u64>().ok()).flatten();
    let parts: Vec<&str> = clock.split(':').collect();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [minutes, seconds] => ("0", *minutes, *seconds),
        [hours, minutes, seconds] if hours.len() >= 2 => (*hours, *minutes, *seconds),
        _ => return None,
    };
    if minutes.len() != 2 || seconds.len() != 2 || thousandths.len() != 3 {
        return None;
    }
    let (hours, minutes, seconds) = (digits(hours)?, digits(minutes)?, digits(seconds)?);
    let in_range = hours < 1_000_000 && minutes < 60 && seconds < 60;
    in_range.then_some(((hours * 60 + minutes) * 60 + seconds) * 1000 + digits(thousandths)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use CaptionFault::{BadTime, EndsBeforeItBegins, NoCues, NoHead, NoWords, OutOfOrder};

    #[test]
    fn captions_that_work_have_no_faults() {
        let text = "WEBVTT - Our film\n\nNOTE By us\n\n1\n00:01.000 --> 00:04.000 align:start\nHello.\n\n00:00:04.000 --> 100:00:05.500\n- We listen.\n- We learn.\n";
        assert_eq!(captions(text), []);
    }

    #[test]
    fn faults_are_told_with_their_lines() {
        assert_eq!(captions("1\n00:00:01,000 --> 00:00:02,000\nFrom another program.\n"), [NoHead]);
        assert_eq!(captions(""), [NoHead]);
        assert_eq!(captions("WEBVTTX\n"), [NoHead]);
        assert_eq!(captions("WEBVTT\n\nHello.\n"), [NoCues]);
        let text = "WEBVTT\n\n00:01,000 --> 00:02.000\nA\n\n00:05.000 --> 00:05.000\nB\n\n00:09.000 --> 00:10.000\nC\n\n00:08.000 --> 00:11.000\n\n00:61.000 --> 01:02.000\nD\n";
        assert_eq!(
            captions(text),
            [BadTime(3, "00:01,000".into()), EndsBeforeItBegins(6), OutOfOrder(12), NoWords(12), BadTime(14, "00:61.000".into())]
        );
    }
}
