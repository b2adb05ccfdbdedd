//! The rule `pasted-heading`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::finding::Fix;
use crate::toolkit::{Block, Row, Span, each_block, plain_text};

rule! {
    /// A heading that is no heading, or a line that becomes one by mistake.
    ///
    /// # Why it matters
    /// Readers see the sign #, and the heading is missing. Or they see a heading where you meant a line of text.
    ///
    /// # What to do
    /// Put a blank behind the #. A heading has up to 6 of them.
    ///
    /// # Examples
    /// ```markdown fail
    /// ##Where to start
    /// ```
    /// ```markdown pass
    /// ## Where to start
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criterion 1.3.1 *Info and Relationships*.
    "pasted-heading", Marks, Warning, Run::Page(run)
}

/// The most levels of headings.
const LEVELS_MAX: usize = 6;

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    each_block(&view.paired.page.blocks, &mut |block| match block {
        Block::Rows(rows) => rows.iter().for_each(|row| look_at_row(row, view, report)),
        Block::Paragraph(words, span) => look(&plain_text(words), *span, view, report),
        Block::Heading(heading) if heading.level == 2 && !heading.span.of(view.source).starts_with('#') => {
            let what = format!("The line of hyphens below makes “{}” a heading.", short(&plain_text(&heading.words)));
            report.find(heading.span, what, "Put an empty line before the hyphens. For a heading write ## before the words.");
        }
        _ => {}
    });
}

fn look_at_row(row: &Row, view: &PageView<'_>, report: &mut Report<'_>) {
    if row.picture.is_none() {
        look(&plain_text(&row.words), row.span, view, report);
    }
}

/// Whether the line below is moved in so far that it would be lines of a program, once it stands below a heading.
fn would_be_code(line: Span, source: &str) -> bool {
    const BLANKS_MAX: usize = 3;
    let below = source[line.start as usize..].split('\n').nth(1).unwrap_or("");
    let before = &below[..below.len() - below.trim_start_matches([' ', '\t', '>']).len()];
    before.contains('\t') || before.matches(' ').count() > BLANKS_MAX
}

fn look(text: &str, span: Span, view: &PageView<'_>, report: &mut Report<'_>) {
    let level = text.bytes().take_while(|b| *b == b'#').count();
    let words = &text[level..];
    let is_heading = (1..=LEVELS_MAX).contains(&level) && words.starts_with(char::is_alphanumeric)
        || level > LEVELS_MAX && words.starts_with(' ') && words.contains(char::is_alphanumeric);
    // One # and one word is the name of a topic: #NothingAboutUs.
    let is_topic = level == 1 && words.split_whitespace().count() == 1;
    if !is_heading || is_topic || !span.of(view.source).starts_with(text.get(..=level).unwrap_or(text)) {
        return;
    }
    // A page has one title, and it stands in its head.
    let signs = "#".repeat(level.max(2));
    let place = Span { start: span.start, end: span.start + u32::try_from(level).unwrap_or(1) };
    let finding = report.find(place, format!("“{}” looks like a heading, but it is read as text.", short(text)), "");
    if level > LEVELS_MAX || would_be_code(span, view.source) {
        return;
    }
    finding.fix = Some(Fix::new(place, format!("{signs} "), "Put a blank behind the #."));
}
