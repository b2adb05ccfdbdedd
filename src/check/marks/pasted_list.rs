//! The rule `pasted-list`.

use memchr::memchr;

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::finding::Fix;
use crate::toolkit::{Block, Inline, Span, each_block, each_row, span_of};

rule! {
    /// A list that was pasted from another program.
    ///
    /// # Why it matters
    /// It only looks like a list. A screen reader does not say that it is one, or how long it is.
    ///
    /// # What to do
    /// Begin each item with a hyphen and a blank: `- `.
    ///
    /// # Examples
    /// ```markdown fail
    /// • ![](listen) We listen.
    /// • ![](learn) We learn.
    /// ```
    /// ```markdown pass
    /// - ![](listen) We listen.
    /// - ![](learn) We learn.
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criterion 1.3.1 *Info and Relationships*.
    "pasted-list", Marks, Warning, Run::Page(run)
}

/// Signs with which Word and others begin the items of a list.
const BULLETS: [char; 23] =
    ['☐', '☑', '☒', '•', '·', '▪', '▫', '◦', '‣', '⁃', '●', '○', '■', '□', '➢', '➤', '►', '✓', '✔', '–', '—', '\u{f0b7}', '\u{f0a7}'];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let blocks = &view.paired.page.blocks;
    each_row(blocks, &mut |row| look(&row.words, view, report));
    each_block(blocks, &mut |block| {
        if let Block::Paragraph(words, _) = block {
            look(words, view, report);
        }
    });
}

/// Looks at the beginning of each line.
fn look(words: &[Inline], view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(words) = span_of(words) else { return };
    let text = words.of(view.source);
    let before = &view.source[..words.start as usize];
    let is_one_line = memchr(b'\n', text.as_bytes()).is_none();
    // Nearly every line begins with a letter.
    if is_one_line && text.starts_with(|c: char| c.is_ascii_alphabetic()) && !before.ends_with('\u{a0}') {
        return;
    }
    let blanks = before.trim_end_matches('\u{a0}').len()..before.len();
    if !blanks.is_empty() {
        hard_blank(Span::new(blanks), report);
    }
    let mut at = words.start as usize;
    for line in text.split_inclusive('\n') {
        let blanks = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        let start = at + blanks;
        at += line.len();
        let line = &line[blanks..];
        if let Some(mark) = mark(line) {
            tell(start, mark, view, report);
        } else if let Some(mark) = without_blank(line) {
            let span = Span::new(start..start + mark.len());
            let finding = report.find(span, format!("There is no blank behind “{mark}”, so this is no list."), "Put a blank behind it.");
            finding.fix = Some(Fix::new(Span { start: span.end, end: span.end }, " ", "Put a blank behind it."));
        }
    }
}

/// The sign with which a line begins, with the blanks around it.
fn mark(line: &str) -> Option<&str> {
    let begins = line.trim_start_matches('\u{a0}');
    let sign = begins.chars().next()?;
    let hard_blanks = line.len() - begins.len();
    if !BULLETS.contains(&sign) {
        return (hard_blanks > 0).then(|| &line[..hard_blanks]);
    }
    let behind = &begins[sign.len_utf8()..];
    let blanks = behind.len() - behind.trim_start().len();
    // A dash with no blank behind it may be a minus.
    let is_dash = matches!(sign, '–' | '—');
    (blanks > 0 || !is_dash).then(|| &line[..hard_blanks + sign.len_utf8() + blanks])
}

/// The sign or number with which an item of a list would begin, if there was a blank behind it.
fn without_blank(line: &str) -> Option<&str> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mark = match line.as_bytes() {
        // The star may begin words in italics.
        [b'*', ..] if line.matches('*').count() == 1 => 1,
        [b'-' | b'+', ..] => 1,
        bytes if (1..=2).contains(&digits) && matches!(bytes.get(digits), Some(b'.' | b')')) => digits + 1,
        _ => return None,
    };
    let begins = line[mark..].chars().next()?;
    let is_word = if digits > 0 { begins.is_uppercase() } else { begins.is_alphabetic() };
    (is_word || line[mark..].starts_with("![")).then(|| &line[..mark])
}

fn tell(start: usize, mark: &str, view: &PageView<'_>, report: &mut Report<'_>) {
    let span = Span::new(start..start + mark.trim_end_matches([' ', '\t', '\u{a0}']).len().max(1));
    let line_start = view.source[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &view.source[line_start..start];
    let at_start = before.chars().all(|c| matches!(c, ' ' | '>'));
    let sign = mark.trim();
    if sign.is_empty() {
        hard_blank(Span::new(start..start + mark.len()), report);
        return;
    }
    let finding = report.find(span, format!("This line begins with the sign “{sign}”."), "");
    let whole = Span::new(start..start + mark.len());
    if at_start {
        let item = match sign {
            "☐" => "- [ ] ",
            "☑" | "☒" => "- [x] ",
            _ => "- ",
        };
        finding.fix = Some(Fix::new(whole, item, "Make it an item of a list."));
    }
}

fn hard_blank(span: Span, report: &mut Report<'_>) {
    let finding = report.find(span, "This line begins with a hard blank from another program.", "Take the blank away.");
    finding.fix = Some(Fix::new(span, "", "Take the blank away."));
}
