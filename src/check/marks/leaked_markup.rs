//! The rule `leaked-markup`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Block, Inline, Span, each_inline, plain_text};

rule! {
    /// Signs for the computer that readers would see.
    ///
    /// # Why it matters
    /// Readers would see strange signs in the text. The picture or link that you wanted is not there.
    ///
    /// # What to do
    /// Look at the signs and mend what is missing: often a bracket, a blank or an empty line.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](our hall.jpg) Come to our hall.
    /// ```
    /// ```markdown pass
    /// ![Our hall](listen) Come to our hall.
    /// ```
    ///
    /// # Sources
    /// - Our own: the most common slip of people who are new to Markdown.
    "leaked-markup", Marks, Error, Run::Page(run)
}

/// Signs that mean something to Markdown, and what most likely went wrong when they are left over.
const SIGNS: [(&str, &str); 8] = [
    (
        "![",
        "A picture is written ![](name), with no blank between ] and (. A file name with blanks needs < and > around it: ![What it shows](<our hall.jpg>).",
    ),
    ("](", "A link is written [words](page.md), with no blank between ] and (. A name with blanks needs < and > around it."),
    ("[!", "A box begins with > and its kind, on a line of its own: > [!note] Title. Put an empty line before it."),
    ("[^", "A footnote needs a line that explains it: [^1]: The explanation."),
    (":::", "Alongside does not know :::. Write a box with > [!note] Title."),
    ("{.", "Alongside does not know {.name}. Take it away."),
    ("**", "Bold needs ** on both sides of the words, with no blank in between: **co-production**"),
    ("__", "For a hard word write **co-production**. Else take __ away."),
];

/// Names at the head of a page, for heads that stand in the wrong place.
const HEAD_NAMES: [&str; 9] = ["title", "summary", "language", "level", "status", "order", "date", "picture", "by"];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let page = &view.paired.page;
    page.each_words(&mut |words| {
        each_inline(words, &mut |inline| {
            if let Inline::Text(text, span) = inline {
                look(text, *span, view.source, report);
            }
        });
    });
    if let Some(title) = &page.front.title {
        look(&title.value, title.span, view.source, report);
    }
    look_for_a_head(view, report);
}

/// Looks for signs in one run of words. A text with several signs is told once.
fn look(text: &str, span: Span, source: &str, report: &mut Report<'_>) {
    // Nearly every text has none of these characters, and then there is nothing more to look for.
    if !text.bytes().any(|byte| matches!(byte, b'[' | b']' | b':' | b'{' | b'*' | b'_' | b'<')) {
        return;
    }
    let sign = SIGNS.iter().find_map(|(sign, todo)| text.find(sign).map(|at| (at, *sign, *todo)));
    let Some((at, sign, todo)) = sign.or_else(|| text.find('<').filter(|at| is_tag(&text[*at..])).map(|at| (at, "<", TAKE_TAG_AWAY)))
    else {
        return;
    };
    // A text with entities or backslashes in its source is longer there.
    let written = span.of(source);
    let at = if written == text { Some(at) } else { written.find(sign) };
    let place = at.map(|at| Span::new(span.start as usize + at..span.start as usize + at + sign.len()));
    report.find(place.unwrap_or(span), format!("Readers would see the signs “{sign}”."), todo);
}

const TAKE_TAG_AWAY: &str = "Alongside does not use HTML. Take the sign < and what belongs to it away.";

fn is_tag(text: &str) -> bool {
    let rest = text[1..].trim_start_matches('/');
    rest.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.contains('>')
}

/// A head that does not stand at the very beginning of the file is read as text.
fn look_for_a_head(view: &PageView<'_>, report: &mut Report<'_>) {
    for block in view.paired.page.blocks.iter().take(4) {
        let Block::Rows(rows) = block else { continue };
        for row in rows {
            let text = plain_text(&row.words);
            let Some((name, _)) = text.split_once(": ") else { continue };
            if HEAD_NAMES.contains(&name) && rows.len() > 1 && row.picture.is_none() {
                let what = format!("“{name}:” looks like a line from the head of the page. Readers would see it as text.");
                report.find(row.span, what, "Move it to the very top of the file, between two lines of ---.");
            }
        }
    }
}
