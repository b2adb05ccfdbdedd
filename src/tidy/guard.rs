//! What a change must leave alone.

use std::collections::HashMap;

use super::{Change, Draft};
use crate::finding::Fix;
use crate::parse;
use crate::toolkit::{
    Block, BoxKind, Inline, Level, LinkTarget, Page, PictureTarget, SitePath, SourceText, Span, each_block, each_inline, plain_text,
};

/// Rules whose fixes make a picture or a link of signs that readers would see: words become a mark.
const MARK_MAKERS: [&str; 1] = ["leaked-markup"];

/// Knows what in a page must stay, and what its reader sees.
pub struct Guard {
    path: SitePath,
    level: Level,
    text: String,
    /// Code, HTML and the addresses of links and pictures: nothing in it changes.
    code: Vec<Span>,
    /// What other people said: no word in it changes.
    quotes: Vec<Span>,
    seen: Seen,
}

/// What a reader sees of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    words: HashMap<String, i64>,
    pictures: Vec<PictureTarget>,
    links: Vec<LinkTarget>,
    faults: usize,
}

impl Guard {
    pub fn new(draft: Draft<'_>) -> Self {
        let page = read(draft.path, draft.level, draft.text);
        let (code, quotes) = kept(&page, draft.text);
        Self { path: draft.path.clone(), level: draft.level, text: draft.text.to_owned(), code, quotes, seen: seen(&page) }
    }

    /// Whether the place of a change is free for it.
    pub fn allows(&self, fix: &Fix) -> bool {
        let span = Span { start: fix.span.0, end: fix.span.1 };
        let Some(old) = self.text.get(span.range()) else { return false };
        let touches = |kept: &Span| span.start < kept.end && kept.start < span.end.max(span.start + 1);
        let same_words = words(old).eq(words(&fix.text));
        old != fix.text && !self.code.iter().any(touches) && (same_words || !self.quotes.iter().any(touches))
    }

    /// Whether the page with these changes says what it said before, but for the changes.
    pub fn keeps_words(&self, text: &str, changes: &[Change]) -> bool {
        let now = seen(&read(&self.path, self.level, text));
        if changes.iter().any(|change| MARK_MAKERS.contains(&change.rule.as_str())) {
            return now.pictures.len() + now.links.len() >= self.seen.pictures.len() + self.seen.links.len();
        }
        let mut expected = self.seen.words.clone();
        for change in changes {
            count(&mut expected, &change.old, -1);
            count(&mut expected, &change.new, 1);
        }
        expected.retain(|_, count| *count != 0);
        now.words == expected && now.pictures == self.seen.pictures && now.links == self.seen.links && now.faults <= self.seen.faults
    }
}

fn read(path: &SitePath, level: Level, text: &str) -> Page {
    let head = parse::head(path, text);
    parse::page(&head, &SourceText { text: text.into(), oddities: Vec::new() }, level)
}

/// Code, and quotes.
fn kept(page: &Page, text: &str) -> (Vec<Span>, Vec<Span>) {
    let mut code: Vec<Span> = page.pictures.iter().map(|picture| picture.span).collect();
    code.extend(page.allow.iter().map(|allowance| allowance.span));
    let mut quotes = Vec::new();
    let mut note = |block: &Block| match block {
        Block::Code { span, .. } | Block::Html(_, span) => code.push(*span),
        Block::Quote(_, span) => quotes.push(*span),
        Block::Box(call_out) if call_out.kind == Some(BoxKind::Quote) => quotes.push(call_out.span),
        _ => {}
    };
    each_block(&page.blocks, &mut |block| note(block));
    page.footnotes.iter().for_each(|footnote| each_block(&footnote.blocks, &mut |block| note(block)));
    page.each_words(&mut |inlines| {
        each_inline(inlines, &mut |inline| match inline {
            Inline::Code(_, span) | Inline::Html(_, span) => code.push(*span),
            Inline::Link(_, words, span) => code.extend(address(words, *span)),
            _ => {}
        });
        quotes.extend(crate::toolkit::span_of(inlines).into_iter().flat_map(|span| quoted(text, span)));
    });
    (code, quotes)
}

/// The part of a link that is not its words: `](page.md)`. A bare address has no words of its own.
fn address(words: &[Inline], link: Span) -> Option<Span> {
    let start = crate::toolkit::span_of(words).filter(|words| words.start > link.start).map_or(link.start, |words| words.end);
    (start < link.end).then_some(Span { start, end: link.end })
}

/// The stretches between quotation marks.
fn quoted(text: &str, within: Span) -> Vec<Span> {
    const MARKS: [(char, char); 4] = [('“', '”'), ('„', '“'), ('«', '»'), ('"', '"')];
    let mut found = Vec::new();
    let mut open: Option<(u32, char)> = None;
    for (at, c) in within.of(text).char_indices() {
        let at = within.start + u32::try_from(at).unwrap_or(u32::MAX);
        match open {
            Some((start, close)) if c == close => {
                found.push(Span { start, end: at + u32::try_from(c.len_utf8()).unwrap_or(1) });
                open = None;
            }
            None => open = MARKS.iter().find(|(mark, _)| *mark == c).map(|(_, close)| (at, *close)),
            Some(_) => {}
        }
    }
    found
}

fn seen(page: &Page) -> Seen {
    let mut words = HashMap::new();
    page.each_words(&mut |inlines| count(&mut words, &plain_text(inlines), 1));
    let mut note = |block: &Block| match block {
        Block::Code { text, .. } | Block::Html(text, _) => count(&mut words, text, 1),
        _ => {}
    };
    each_block(&page.blocks, &mut |block| note(block));
    let front = &page.front;
    for fact in [&front.title, &front.subtitle, &front.summary].into_iter().flatten() {
        count(&mut words, &fact.value, 1);
    }
    words.retain(|_, count| *count != 0);
    Seen {
        words,
        pictures: page.pictures.iter().map(|picture| picture.target.clone()).collect(),
        links: page.links.iter().map(|link| link.target.clone()).collect(),
        faults: page.front_faults.len() + page.oddities.len(),
    }
}

/// Adds `by` for each word of a text.
fn count(counts: &mut HashMap<String, i64>, text: &str, by: i64) {
    for word in words(text) {
        *counts.entry(word.to_owned()).or_default() += by;
    }
}

/// The words of a text: letters and digits that stand together.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
