//! What a change must leave alone.

use std::collections::HashMap;

use super::{Change, Draft};
use crate::finding::{Fix, RuleName};
use crate::parse;
use crate::toolkit::{
    Block, BoxKind, Inline, Level, LinkTarget, Page, PictureTarget, SitePath, SourceText, Span, each_block, each_inline, plain_text,
};

/// Rules whose fixes mend a picture or a link that is none, or that leads nowhere: signs that readers see become a mark.
const MARK_MAKERS: [&str; 2] = ["leaked-markup", "broken-link"];

/// The rule whose fixes take the blanks away that make code of words.
const TAKES_BLANKS: &str = "spacing";

/// A place where a word may be broken, which nobody sees.
const SOFT_HYPHEN: char = '\u{ad}';

/// Knows what in a page must stay, and what its reader sees.
pub struct Guard {
    path: SitePath,
    level: Level,
    text: String,
    /// Code, HTML, links and pictures: nothing in it changes. The words of a link are often the title of what it leads to.
    code: Vec<Span>,
    /// Lines that are read as code only because of the blanks before them.
    moved_in: Vec<Span>,
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
        let (mut code, quotes) = kept(&page, draft.text);
        let moved_in = code.extract_if(.., |span| is_moved_in(&page, *span, draft.text)).collect();
        Self { path: draft.path.clone(), level: draft.level, text: draft.text.to_owned(), code, moved_in, quotes, seen: seen(&page) }
    }

    /// Whether the place of a change is free for it.
    pub fn allows(&self, rule: &RuleName, fix: &Fix) -> bool {
        let span = Span { start: fix.span.0, end: fix.span.1 };
        let Some(old) = self.text.get(span.range()) else { return false };
        let touches = |kept: &Span| span.start < kept.end && kept.start < span.end.max(span.start + 1);
        let same_words = words(old).eq(words(&fix.text));
        let in_code = !makes_marks(rule) && self.code.iter().any(touches);
        let in_code = in_code || rule.as_str() != TAKES_BLANKS && self.moved_in.iter().any(touches);
        old != fix.text && !in_code && (same_words || !self.quotes.iter().any(touches))
    }

    /// Whether the page with these changes says what it said before, but for the changes.
    pub fn keeps_words(&self, text: &str, changes: &[Change]) -> bool {
        let now = seen(&read(&self.path, self.level, text));
        if changes.iter().any(|change| makes_marks(&change.rule)) {
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

/// Whether the fixes of a rule make a mark of words that readers see.
pub fn makes_marks(rule: &RuleName) -> bool {
    MARK_MAKERS.contains(&rule.as_str())
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
            Inline::Code(_, span) | Inline::Html(_, span) | Inline::Link(_, _, span) => code.push(*span),
            _ => {}
        });
        quotes.extend(crate::toolkit::span_of(inlines).into_iter().flat_map(|span| quoted(text, span)));
    });
    (code, quotes)
}

/// Whether code begins with blanks rather than with a fence.
fn is_moved_in(page: &Page, code: Span, text: &str) -> bool {
    let mut found = false;
    each_block(&page.blocks, &mut |block| {
        if let Block::Code { span, .. } = block {
            found |= *span == code && !span.of(text).trim_start_matches([' ', '>']).starts_with(['`', '~']);
        }
    });
    found
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
        *counts.entry(word).or_default() += by;
    }
}

/// The words of a text: letters and digits that stand together. Nobody sees a soft hyphen between them.
fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != SOFT_HYPHEN);
    parts.map(|word| word.replace(SOFT_HYPHEN, "")).filter(|word| !word.is_empty())
}
