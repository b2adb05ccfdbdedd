//! The rule `leaked-markup`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run, SiteView};
use crate::finding::Fix;
use crate::parse::{self, Split};
use crate::toolkit::{
    AltText, Block, BoxKind, Choice, Heading, Inline, OddityKind, Row, Span, each_block, each_inline, each_row, extension_of, plain_text,
};

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
    "leaked-markup", Marks, Error, Run::PageAndSite(run, run_site)
}

/// Signs that mean something to Markdown, and what most likely went wrong when they are left over.
const SIGNS: [(&str, &str); 11] = [
    (
        "![",
        "A picture is written ![](name), with no blank between ] and (. A file name with blanks needs < and > around it: ![What it shows](<our hall.jpg>).",
    ),
    ("](", "A link is written [words](page.md), with no blank between ] and (. A name with blanks needs < and > around it."),
    ("] (", "A link is written [words](page.md), with no blank between ] and (."),
    (")[", "The brackets stand the other way round. A link is written [words](page.md), and a picture ![What it shows](name)."),
    ("[[", "One bracket is enough. A link is written [words](page.md)."),
    ("[!", "A box begins with > and its kind, on a line of its own: > [!note] Title. Put an empty line before it."),
    ("[^", "A footnote needs a line that explains it: [^1]: The explanation."),
    (COLONS, "Alongside does not know :::. Write a box with > [!note] Title."),
    ("{.", "Alongside does not know {.name}. Take it away."),
    ("**", "Bold needs ** on both sides of the words, with no blank in between: **co-production**"),
    ("__", "For a hard word write **co-production**. Else take __ away."),
];

/// One of these is in each of the signs, and in every tag. Nearly no text has any.
const IN_SIGNS: &str = "[]{*_<";
/// But for this one.
const COLONS: &str = ":::";

/// Names at the head of a page, for heads that stand in the wrong place.
const HEAD_NAMES: [&str; 9] = ["title", "summary", "language", "level", "status", "order", "date", "picture", "by"];

/// Names whose values are no words for readers.
const NO_WORDS: [&str; 9] = ["picture", "full-version", "symbols", "web", "email", "logo", "address", "theme", "profile"];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let page = &view.paired.page;
    for passage in view.prose.passages.iter().filter(|passage| passage.signs.any(IN_SIGNS) || passage.signs.any(COLONS)) {
        each_inline(passage.inlines, &mut |inline| {
            if let Inline::Text(text, span) = inline {
                look(text, *span, view.source, report);
            }
        });
    }
    let Split { front, .. } = parse::split(view.source);
    for (at, sign, todo) in in_settings(&view.source[front.clone()]) {
        let at = front.start + at;
        report.find(Span::new(at..at + sign.len()), format!("Readers would see the signs “{sign}”."), todo);
    }
    each_row(&page.blocks, &mut |row| look_at_start(row, view, report));
    each_block(&page.blocks, &mut |block| look_at_quote(block, report));
    for oddity in page.oddities.iter().filter(|oddity| oddity.kind == OddityKind::LostLine) {
        let todo = if oddity.span.of(view.source).trim_start().starts_with("[!") {
            "A box has no colon behind its kind: > [!note] Title."
        } else {
            "Take the colon or the brackets away. Markdown takes [words]: for the address of a link."
        };
        report.find(oddity.span, "Readers would not see this line.", todo);
    }
    for picture in &page.pictures {
        if let Some(AltText::Describes(words)) = &picture.alt {
            look(words, picture.span, view.source, report);
        }
    }
    each_block(&page.blocks, &mut |block| look_at_code(block, view.source, report));
    look_for_a_head(view, report);
}

/// Pictures and boxes to tick that went wrong at the beginning of a row.
fn look_at_start(row: &Row, view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(Inline::Text(text, span)) = row.words.first() else { return };
    let (sign, todo) = if let Some(sign) = broken_tick(text) {
        (sign, "A box to tick is a hyphen, a blank, [ ] and a blank: - [ ] Ask people. With a tick it is - [x].")
    } else if text.starts_with("!(") || text.starts_with("!{") {
        (&text[..2], PICTURE)
    } else if matches!(row.words.get(1), Some(Inline::Link(..))) && text.trim() == "!" {
        (&text[..1], "There must be no blank between ! and [. A picture is written ![What it shows](name).")
    } else {
        return;
    };
    let place = Span { start: span.start, end: (span.start + u32::try_from(sign.len()).unwrap_or(1)).min(span.end) };
    let place = if place.of(view.source) == sign { place } else { *span };
    report.find(place, format!("Readers would see the signs “{sign}”."), todo);
}

const PICTURE: &str = "A picture is written ![What it shows](name), and one with a name alone ![](name).";

/// A box to tick that is not read as one, at the beginning of a line.
fn broken_tick(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['-', '*', '+']).unwrap_or(text);
    let (inside, behind) = rest.strip_prefix('[')?.split_once(']')?;
    let is_tick = matches!(inside.trim(), "" | "x" | "X" | "v" | "V" | "✓" | "✔" | "y" | "Y");
    (is_tick && !behind.starts_with(['(', '['])).then(|| &text[..text.len() - behind.len()])
}

/// A box whose mark has lost a sign: `> [note]` or `> !note`.
fn look_at_quote(block: &Block, report: &mut Report<'_>) {
    let Block::Quote(blocks, _) = block else { return };
    let words = match blocks.first() {
        Some(Block::Rows(rows)) => rows.first().map(|row| &row.words),
        Some(Block::Paragraph(words, _)) => Some(words),
        _ => None,
    };
    let Some(Inline::Text(text, span)) = words.and_then(|words| words.first()) else { return };
    let written = if text.starts_with('[') { text.split_inclusive(']').next() } else { text.split_whitespace().next() };
    let Some(written) = written.filter(|written| written.starts_with(['[', '!'])) else { return };
    let kind = written.trim_matches(['[', ']', '!', ':']).trim().to_lowercase();
    if !written.starts_with("[!") && BoxKind::from_word(&kind).is_some() {
        let place = Span { start: span.start, end: (span.start + u32::try_from(written.len()).unwrap_or(1)).min(span.end) };
        let todo = format!("A box begins with its kind in this way: > [!{kind}] Title.");
        report.find(place, format!("Readers would see the signs “{written}”."), todo);
    }
}

/// A line that is moved in by four blanks is taken for lines of a program, and a picture in it for signs.
fn look_at_code(block: &Block, source: &str, report: &mut Report<'_>) {
    let Block::Code { span, .. } = block else { return };
    let written = span.of(source);
    if let Some(fence) = written.chars().next().filter(|sign| matches!(sign, '`' | '~')) {
        let signs = &written[..written.len() - written.trim_start_matches(fence).len()];
        let last = written.trim_end().lines().last().unwrap_or("").trim_matches([' ', '>', '\t']);
        if written.lines().count() == 1 || !last.starts_with(signs) || !last.trim_matches(fence).is_empty() {
            let place = Span { start: span.start, end: span.start + u32::try_from(signs.len()).unwrap_or(1) };
            let todo = format!("Write {signs} on a line of its own where the program ends. Or take the signs away.");
            report.find(place, format!("Everything behind the signs “{signs}” is read as lines of a program."), todo);
        }
        return;
    }
    if let Some(at) = written.find("![") {
        let at = span.start as usize + at;
        let todo = "Take the blanks at the beginning of the line away. Four of them make lines of a program.";
        report.find(Span::new(at..at + 2), "Readers would see the signs “![”.", todo);
    }
}

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    for text in view.texts.iter().filter(|text| view.settings.iter().any(|(path, _)| *path == text.path)) {
        for (at, sign, todo) in in_settings(&text.source.text) {
            let span = Span::new(at..at + sign.len());
            report.find_at(text.path.as_str(), Some(span), format!("Readers would see the signs “{sign}”."), todo);
        }
    }
}

/// Signs in the values of settings: where, which, and what to do. A line is told once.
fn in_settings(settings: &str) -> Vec<(usize, &'static str, &'static str)> {
    let mut found = Vec::new();
    if !settings.contains(|c| IN_SIGNS.contains(c)) && !settings.contains(COLONS) {
        return found;
    }
    let mut start = 0;
    for line in settings.split_inclusive('\n') {
        let name = line.split(':').next().unwrap_or("").trim_matches([' ', '\t', '-']);
        if !NO_WORDS.contains(&name) && !line.trim_start().starts_with('#') {
            found.extend(sign_in(line).map(|(at, sign, todo)| (start + at, sign, todo)));
        }
        start += line.len();
    }
    found
}

/// The first sign in a text, and what to do about it.
fn sign_in(text: &str) -> Option<(usize, &'static str, &'static str)> {
    let sign = SIGNS.iter().find_map(|(sign, todo)| text.find(sign).map(|at| (at, *sign, *todo)));
    sign.or_else(|| text.match_indices('<').find(|(at, _)| is_tag(&text[*at..])).map(|(at, _)| (at, "<", TAKE_TAG_AWAY)))
}

/// Looks for signs in one run of words. A text with several signs is told once.
fn look(text: &str, span: Span, source: &str, report: &mut Report<'_>) {
    let Some((at, sign, todo)) = sign_in(text) else { return };
    // A text with entities or backslashes in its source is longer there.
    let written = span.of(source);
    let at = if written == text { Some(at) } else { written.find(sign) };
    let place = at.map(|at| Span::new(span.start as usize + at..span.start as usize + at + sign.len()));
    let finding = report.find(place.unwrap_or(span), format!("Readers would see the signs “{sign}”."), todo);
    if matches!(sign, "![" | "](") {
        finding.fix = place.and_then(|place| whole_again(source, place));
    }
}

/// Endings of files that links and pictures lead to.
const FILES: [&str; 12] = ["jpg", "jpeg", "png", "webp", "gif", "svg", "md", "pdf", "docx", "mp4", "mp3", "vtt"];

/// Makes a picture or a link of the signs at `place`, where it is sure which one was meant: its name has blanks, a blank
/// stands before the name, or another program made curly quotes of those around its title.
fn whole_again(source: &str, place: Span) -> Option<Fix> {
    let line = source[place.start as usize..].lines().next()?;
    let is_picture = line.starts_with("![");
    let close = line.find(']')?;
    let gap = line[close + 1..].len() - line[close + 1..].trim_start_matches([' ', '\u{a0}']).len();
    let open = close + 1 + gap;
    let name = line[open..].strip_prefix('(')?;
    let name = &name[..name.find(')')?];
    let odd = |c: char| matches!(c, '(' | '<' | '>' | '[' | ']' | '"' | '\\' | '`' | '*');
    let is_file = FILES.contains(&extension_of(name.trim()).as_str());
    let is_plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'));
    let (inside, label) = match name.trim().split_once([' ', '\u{a0}']) {
        _ if name.contains(odd) => return None,
        None if is_picture && gap > 0 && is_plain => (name.to_owned(), "Take the blank away."),
        Some((address, title)) if gap == 0 && is_curly(title.trim()) => {
            let title = title.trim().trim_matches(['“', '”']);
            (format!("{address} \"{title}\""), "Make the curly quotes straight.")
        }
        Some(_) if gap == 0 && is_file && !name.contains(['“', '”']) => (format!("<{}>", name.trim()), "Put < and > around the name."),
        _ => return None,
    };
    let start = place.start as usize;
    let span = Span::new(start + close + 1..start + open + 1 + name.len());
    Some(Fix::new(span, format!("({inside}"), label))
}

/// Whether words stand between curly quotes, with none inside.
fn is_curly(words: &str) -> bool {
    words.starts_with('“') && words.ends_with('”') && words.chars().filter(|c| matches!(c, '“' | '”')).count() == 2
}

const TAKE_TAG_AWAY: &str = "Alongside does not use HTML. Take the sign < and what belongs to it away.";

fn is_tag(text: &str) -> bool {
    let rest = text[1..].trim_start_matches('/');
    rest.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.contains('>')
}

/// A head that does not stand at the very beginning of the file is read as text.
fn look_for_a_head(view: &PageView<'_>, report: &mut Report<'_>) {
    for block in view.paired.page.blocks.iter().take(4) {
        match block {
            Block::Rows(rows) if rows.len() > 1 => {
                for row in rows.iter().filter(|row| row.picture.is_none()) {
                    tell_line_of_head(&row.words, row.span, report);
                }
            }
            // A head without its first line reads as a heading: the --- behind it is taken for a line below the words.
            Block::Heading(Heading { words, span, .. }) if !span.of(view.source).starts_with('#') => {
                tell_line_of_head(words, *span, report);
            }
            _ => {}
        }
    }
}

fn tell_line_of_head(words: &[Inline], span: Span, report: &mut Report<'_>) {
    let text = plain_text(words);
    if let Some((name, _)) = text.split_once(": ").filter(|(name, _)| HEAD_NAMES.contains(name)) {
        let what = format!("“{name}:” looks like a line from the head of the page. Readers would see it as text.");
        report.find(span, what, "Move it to the very top of the file, between two lines of ---.");
    }
}
