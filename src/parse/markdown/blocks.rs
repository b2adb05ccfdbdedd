//! Events of the Markdown reader -> blocks.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, OffsetIter, Tag};

use super::comments::{self, Comment};
use super::ids::Ids;
use super::{BLOCKS_MAX, DEPTH_MAX};
use crate::toolkit::{
    Allowance, Block, Footnote, Heading, Inline, Item, Level, Link, List, Oddity, OddityKind, PageHead, Picture, SitePath, Span, Strong,
    Table, Tick, plain_text, span_of,
};

/// What is gathered beside the blocks.
#[derive(Default)]
pub struct Parts {
    pub pictures: Vec<Picture>,
    pub links: Vec<Link>,
    pub strongs: Vec<Strong>,
    pub allow: Vec<Allowance>,
    pub oddities: Vec<Oddity>,
    /// Footnotes by label, in the order of their numbers.
    pub footnotes: Vec<(String, Option<Footnote>)>,
    /// How many blocks and rows there are.
    pub count: usize,
    /// Where the reader stands.
    pub last_span: Span,
}

/// Turns the events of one page into blocks.
pub struct Builder<'a> {
    pub page: &'a SitePath,
    pub level: Level,
    pub parts: Parts,
    pub ids: Ids,
    /// Whether bold words at the beginning of an item are its label.
    pub labels: bool,
    pub source: &'a str,
    body_start: usize,
    events: std::iter::Peekable<OffsetIter<'a>>,
    /// Allowances that wait for their block, by place in `parts.allow`.
    waiting: Vec<usize>,
    /// The words of the row that was read last, kept for their room.
    pub row_text: String,
}

impl<'a> Builder<'a> {
    pub fn new(head: &'a PageHead, level: Level, source: &'a str, body_start: usize, events: OffsetIter<'a>) -> Self {
        Self {
            page: &head.path,
            level,
            parts: Parts::default(),
            ids: Ids::new(&head.route),
            labels: false,
            source,
            body_start,
            events: events.peekable(),
            waiting: Vec::new(),
            row_text: String::new(),
        }
    }

    pub fn peek(&mut self) -> Option<&(Event<'a>, Range<usize>)> {
        if self.parts.count > BLOCKS_MAX { None } else { self.events.peek() }
    }

    pub fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        if self.parts.count > BLOCKS_MAX { None } else { self.events.next() }
    }

    /// A range of the body as a span of the whole text.
    pub fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.body_start + range.start..self.body_start + range.end)
    }

    /// Reads blocks up to the end of the block that holds them.
    pub fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        loop {
            let span = match self.peek() {
                None | Some((Event::End(_), _)) => break,
                Some((_, range)) => range.clone(),
            };
            let span = self.span(&span);
            let read = self.block(depth, span);
            for block in &read {
                self.count_block(block, span);
            }
            blocks.extend(read);
        }
        blocks
    }

    fn count_block(&mut self, block: &Block, span: Span) {
        self.parts.count += match block {
            Block::Rows(rows) => rows.len(),
            _ => 1,
        };
        self.parts.last_span = span;
        for place in self.waiting.drain(..) {
            self.parts.allow[place].covers = Some(block.span());
        }
    }

    /// Reads one block, or the paragraph that begins here without saying so.
    fn block(&mut self, depth: usize, span: Span) -> Vec<Block> {
        let starts_block = matches!(self.peek(), Some((Event::Start(tag), _)) if !is_inline(tag));
        if !starts_block {
            if let Some((Event::Rule, _)) = self.peek() {
                self.next();
                return vec![Block::Divider(span)];
            }
            return self.paragraph();
        }
        let Some((Event::Start(tag), _)) = self.next() else { return Vec::new() };
        if depth >= DEPTH_MAX && matches!(tag, Tag::BlockQuote(_) | Tag::List(_) | Tag::FootnoteDefinition(_)) {
            return self.too_deep(span);
        }
        let blocks = match tag {
            Tag::Paragraph => self.paragraph(),
            Tag::Heading { level, id, .. } => vec![self.heading(level, id.as_deref(), span)],
            Tag::BlockQuote(_) => vec![self.block_quote(depth, span)],
            Tag::List(start) => vec![Block::List(self.list(start, depth, span))],
            Tag::CodeBlock(kind) => vec![self.code(&kind, span)],
            Tag::HtmlBlock => self.html(span),
            Tag::FootnoteDefinition(label) => {
                self.footnote(&label, depth, span);
                Vec::new()
            }
            Tag::Table(_) => vec![Block::Table(self.table(span))],
            // These come only with options of the reader that are off, or inside the ones above.
            _ => self.blocks(depth + 1),
        };
        self.next();
        blocks
    }

    /// Passes over a block up to its end, and gives its source as text.
    fn too_deep(&mut self, span: Span) -> Vec<Block> {
        self.parts.oddities.push(Oddity { kind: OddityKind::TooDeep, span });
        let mut depth = 0_usize;
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        let text = span.of(self.source).trim().to_owned();
        vec![Block::Paragraph(vec![Inline::Text(text, span)], span)]
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<&str>, span: Span) -> Block {
        let mut words = Vec::new();
        for line in self.lines() {
            if !words.is_empty() {
                words.push(Inline::Text(" ".to_owned(), Span { start: line.span.start, end: line.span.start }));
            }
            words.extend(line.words);
        }
        let id = match id {
            Some(id) => self.ids.of_words(id),
            None => self.ids.of_words(&plain_text(&words)),
        };
        Block::Heading(Heading { level: level as u8, id, words, span })
    }

    fn list(&mut self, start: Option<u64>, depth: usize, span: Span) -> List {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), range)) = self.peek() {
            let range = range.clone();
            let span = self.span(&range);
            self.next();
            items.push(self.item(depth, span));
            self.next();
        }
        List { start, items, span }
    }

    fn item(&mut self, depth: usize, span: Span) -> Item {
        let mut tick = None;
        let mut in_paragraph = false;
        let mut words = Vec::new();
        // A loose list has its words in a paragraph, a tight one has them right in the item.
        if let Some((Event::Start(Tag::Paragraph), _)) = self.peek() {
            in_paragraph = true;
            self.next();
        }
        if let Some((Event::TaskListMarker(ticked), _)) = self.peek() {
            tick = Some(if *ticked { Tick::Ticked } else { Tick::Empty });
            self.next();
        }
        for line in self.lines() {
            if !words.is_empty() {
                words.push(Inline::Text(" ".to_owned(), Span { start: line.span.start, end: line.span.start }));
            }
            words.extend(line.words);
        }
        if in_paragraph {
            self.next();
        }
        let span = span_of(&words).unwrap_or(span);
        let row = self.row(words, None, span, self.labels);
        Item { tick, row, below: self.blocks(depth + 1) }
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>, span: Span) -> Block {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or("").to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        let mut text = String::new();
        while let Some((Event::Text(_), _)) = self.peek() {
            if let Some((Event::Text(more), _)) = self.next() {
                text.push_str(&more);
            }
        }
        Block::Code { language, text, span }
    }

    fn html(&mut self, span: Span) -> Vec<Block> {
        let mut html = String::new();
        while let Some((Event::Html(_) | Event::Text(_), _)) = self.peek() {
            if let Some((Event::Html(more) | Event::Text(more), _)) = self.next() {
                html.push_str(&more);
            }
        }
        match comments::read(&html, span) {
            Comment::Allow(allowance) => {
                self.waiting.push(self.parts.allow.len());
                self.parts.allow.push(allowance);
                Vec::new()
            }
            Comment::BadAllow => {
                self.parts.oddities.push(Oddity { kind: OddityKind::BadAllowance, span });
                Vec::new()
            }
            Comment::Html => vec![Block::Html(html.trim_end().to_owned(), span)],
        }
    }

    /// The number of the footnote with this label.
    pub fn footnote_number(&mut self, label: &str) -> usize {
        let place = self.parts.footnotes.iter().position(|(known, _)| known == label).unwrap_or_else(|| {
            self.parts.footnotes.push((label.to_owned(), None));
            self.parts.footnotes.len() - 1
        });
        place + 1
    }

    fn footnote(&mut self, label: &str, depth: usize, span: Span) {
        let place = self.footnote_number(label) - 1;
        let blocks = self.blocks(depth + 1);
        match &mut self.parts.footnotes[place].1 {
            // Two notes with one label stand under one number, so that none is lost.
            Some(footnote) => footnote.blocks.extend(blocks),
            none => *none = Some(Footnote { blocks, span }),
        }
    }

    fn table(&mut self, span: Span) -> Table {
        let mut table = Table { head: Vec::new(), rows: Vec::new(), span };
        while let Some((Event::Start(tag), _)) = self.peek() {
            let is_head = matches!(tag, Tag::TableHead);
            self.next();
            let cells = self.cells();
            if is_head {
                table.head = cells;
            } else {
                table.rows.push(cells);
            }
            self.parts.count += 1;
            self.next();
        }
        table
    }

    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((Event::Start(Tag::TableCell), _)) = self.peek() {
            self.next();
            cells.push(self.lines().into_iter().flat_map(|line| line.words).collect());
            self.next();
        }
        cells
    }

    /// Allowances with no block behind them hold for nothing but themselves.
    pub fn finish_allowances(&mut self) {
        for place in self.waiting.drain(..) {
            let allowance = &mut self.parts.allow[place];
            allowance.covers = Some(allowance.span);
        }
    }

    fn paragraph(&mut self) -> Vec<Block> {
        let before = self.events.peek().map(|(_, range)| range.clone());
        let lines = self.lines();
        if lines.is_empty() && self.events.peek().map(|(_, range)| range.clone()) == before {
            // Nothing was read, and a block of no kind that we know begins here: go on behind it.
            if !matches!(self.events.peek(), Some((Event::End(_), _)) | None) {
                self.next();
            }
        }
        self.rows(lines)
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}
