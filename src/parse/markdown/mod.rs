//! The body of a page -> blocks and rows.
//!
//! `pulldown-cmark` reads the Markdown; this module turns its events into our blocks. One line is one row: no splitter
//! of sentences decides the layout.

mod blocks;
mod boxes;
mod comments;
mod ids;
mod inlines;
mod rows;

use pulldown_cmark::{Options, Parser};

use crate::toolkit::{Footnote, Level, Oddity, OddityKind, Page, PageHead, SourceText};
use blocks::Builder;

/// How deep lists, quotes and boxes may lie inside each other.
///
/// Deeper ones are read as text. Templates nest two components a level, and Tera stops at 20.
pub const DEPTH_MAX: usize = 6;

/// The most blocks and rows of one page.
pub const BLOCKS_MAX: usize = 20_000;

/// Reads the page whose head is `head` from its whole text, as a page of this level.
pub fn page(head: &PageHead, source: &SourceText, level: Level) -> Page {
    let body_start = head.body_start as usize;
    let body = source.text.get(body_start..).unwrap_or("");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let parser = Parser::new_ext(body, options);
    let lost = lost_lines(body, &parser);
    let events = parser.into_offset_iter();
    let mut builder = Builder::new(head, level, &source.text, body_start, events);
    let mut blocks = builder.blocks(0);
    builder.finish_allowances();
    let mut parts = builder.parts;
    drop_title(&mut blocks, head);
    let mut oddities = source.oddities.clone();
    oddities.append(&mut parts.oddities);
    oddities.extend(lost.into_iter().map(|line| Oddity {
        kind: OddityKind::LostLine,
        span: crate::toolkit::Span::new(body_start + line.start..body_start + line.end),
    }));
    if parts.count > BLOCKS_MAX {
        let end = parts.last_span;
        oddities.push(Oddity { kind: OddityKind::TooMuch, span: end });
    }
    Page {
        path: head.path.clone(),
        front: head.front.clone(),
        front_faults: head.faults.clone(),
        level,
        blocks,
        footnotes: parts.footnotes.into_iter().map(|(_, footnote)| footnote.unwrap_or_else(empty_footnote)).collect(),
        pictures: parts.pictures,
        links: parts.links,
        strongs: parts.strongs,
        allow: parts.allow,
        oddities,
    }
}

/// Addresses of links that no link uses: lines that readers would not see, and that were meant for them.
fn lost_lines(body: &str, parser: &Parser<'_>) -> Vec<std::ops::Range<usize>> {
    let definitions = parser.reference_definitions();
    let is_used = |label: &str, line: &std::ops::Range<usize>| {
        let used = format!("[{}]", label.to_lowercase());
        let before = body[..line.start].to_lowercase();
        before.contains(&used) || body[line.end..].to_lowercase().contains(&used)
    };
    let mut lost: Vec<_> =
        definitions.iter().filter(|(label, line)| !is_used(label, &line.span)).map(|(_, line)| line.span.clone()).collect();
    lost.sort_unstable_by_key(|line| line.start);
    lost
}

fn empty_footnote() -> Footnote {
    Footnote { blocks: Vec::new(), span: crate::toolkit::Span::default() }
}

/// Takes a first heading of level 1 away when it says what the title says: the page shows its title itself.
fn drop_title(blocks: &mut Vec<crate::toolkit::Block>, head: &PageHead) {
    use crate::toolkit::{Block, plain_text};
    let Some(Block::Heading(first)) = blocks.first() else { return };
    let same = head.title.as_deref().is_some_and(|title| plain_text(&first.words).trim() == title.trim());
    if first.level == 1 && same {
        blocks.remove(0);
    }
}
