//! The rule `spacing`.

use memchr::{memchr_iter, memchr2_iter, memchr3_iter};

use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run};
use crate::finding::Fix;
use crate::toolkit::{Block, Span, each_block};

rule! {
    /// Blanks in the wrong place: before a full stop, missing behind it, or so many that a line became code.
    ///
    /// # Why it matters
    /// A full stop in the wrong place hides where a sentence ends. Lines read as code look strange and have no pictures.
    ///
    /// # What to do
    /// Mend the blanks.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) We listen to you .
    /// ```
    /// ```markdown pass
    /// ![](listen) We listen to you.
    /// ```
    ///
    /// # Sources
    /// - *`CommonMark`*: a line that is moved in by four blanks or a tab is code.
    "spacing", Marks, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    // In French a thin blank belongs before high signs.
    let signs: &[char] = if view.prose.language.base() == "fr" { &['.', ','] } else { &['.', ',', '!', '?', ':', ';'] };
    for passage in view.prose.passages.iter().filter(|passage| !passage.quoted) {
        blank_before(passage, signs, report);
        blank_missing(passage, report);
    }
    each_block(&view.paired.page.blocks, &mut |block| {
        if let Block::Code { language, text, span } = block {
            look_at_code(language, text, *span, view, report);
        }
    });
}

fn blank_before(passage: &Passage<'_>, signs: &[char], report: &mut Report<'_>) {
    let text = &passage.text;
    let bytes = text.as_bytes();
    if !passage.signs.inner_stops() && !passage.signs.any(",!?:;") && !matches!(bytes, [.., b' ' | b'\t' | 0xa0, b'.']) {
        return;
    }
    // A mark has a blank before it only rarely. The last byte of a hard blank is 0xa0, and some other letters end with it too.
    let follows_blank = |at: &usize| *at > 0 && matches!(bytes[at - 1], b' ' | b'\t' | 0xa0);
    // Most texts have no other mark than full stops.
    let others = if passage.signs.any(",!?:;") { bytes } else { &[] };
    let marks = memchr_iter(b'.', bytes).chain(memchr3_iter(b',', b'!', b'?', others)).chain(memchr2_iter(b':', b';', others));
    for at in marks.filter(follows_blank) {
        let sign = char::from(bytes[at]);
        if !signs.contains(&sign) {
            continue;
        }
        let before = text[..at].trim_end_matches([' ', '\t', '\u{a0}']);
        let follows_word = before.len() < at && before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '”' | '’' | '"'));
        let behind = text[at + 1..].chars().next();
        let ends = behind.is_none_or(|c| c.is_whitespace() || matches!(c, '”' | '’' | '"' | ')'));
        // Words that are no text stand apart: code, dots in a row.
        if !follows_word || !ends || text[at + 1..].trim_start().starts_with(['.', ')']) || passage.is_literal(&(at..at + 1)) {
            continue;
        }
        let span = passage.span(before.len()..at + 1);
        // A picture or a mark may stand between the word and the sign.
        if (span.end - span.start) as usize != at + 1 - before.len() {
            continue;
        }
        let finding = report.find(span, format!("There is a blank before the sign “{sign}”."), "Take the blank away.");
        let blank = passage.span(before.len()..at);
        finding.fix = Some(Fix::new(blank, "", "Take the blank away."));
    }
}

/// “We listen.You talk.”
fn blank_missing(passage: &Passage<'_>, report: &mut Report<'_>) {
    if !passage.signs.inner_stops() {
        return;
    }
    let text = &passage.text;
    for (at, _) in text.match_indices('.') {
        let mut before = text[..at].chars().rev();
        let mut behind = text[at + 1..].chars();
        let ends_word = before.next().is_some_and(char::is_lowercase) && before.next().is_some_and(char::is_lowercase);
        let begins_word = behind.next().is_some_and(char::is_uppercase) && behind.next().is_some_and(|c| c.is_lowercase() || c == ' ');
        let range = at..at + 1;
        let in_address = passage
            .words
            .iter()
            .any(|word| word.kind == crate::language::WordKind::Literal && word.range.start <= at && at < word.range.end);
        if ends_word && begins_word && !in_address && !passage.is_literal(&range) {
            let end = passage.span(range);
            let finding = report.find(end, "There is no blank behind this full stop.", "Put a blank behind it.");
            finding.fix = Some(Fix::new(Span { start: end.end, end: end.end }, " ", "Put a blank behind the full stop."));
        }
    }
}

/// Lines that were moved in, and that are sentences rather than code.
fn look_at_code(language: &str, text: &str, span: Span, view: &PageView<'_>, report: &mut Report<'_>) {
    let source = span.of(view.source);
    let is_fenced = source.trim_start_matches([' ', '>']).starts_with(['`', '~']);
    let is_prose = |line: &str| {
        let words = line
            .split_whitespace()
            .filter(|word| word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | ',' | '’' | '\'' | '!' | '?' | '-' | ':')))
            .count();
        let is_sentence = words >= 2 && line.trim_end().ends_with(['.', '!', '?']);
        (words >= 3 || is_sentence) && words * 5 >= line.split_whitespace().count() * 4 || line.trim_start().starts_with("![](")
    };
    if !language.is_empty() || is_fenced || !text.lines().filter(|line| !line.trim().is_empty()).all(is_prose) {
        return;
    }
    let finding =
        report.find(span, "This line begins with a tab or many blanks, so it is read as code.", "Take the blanks at its beginning away.");
    let line_start = view.source[..span.start as usize].rfind('\n').map_or(0, |newline| newline + 1);
    let whole = Span::new(line_start..span.end as usize);
    let lines = whole.of(view.source);
    if !lines.trim_start().starts_with('>') {
        let moved: String = lines.split_inclusive('\n').map(|line| line.trim_start_matches([' ', '\t'])).collect();
        finding.fix = Some(Fix::new(whole, moved, "Take the blanks away."));
    }
}
