//! Blocks -> their views.

use std::collections::HashSet;

use tera::Value;

use super::block::{BlockView, BoxView, FootnoteView, ItemView, ListView, MeaningView, MediaView, RowView};
use super::rows::{Kept as KeptRow, KnownRows, OwnArc, RowHole, Stands};
use super::{ContactView, FormatView, PictureView, RowViews, word_anchor, words_route};
use crate::render::code;
use crate::render::inline::{InlineWriter, Meaning, Paper, escape};
use crate::toolkit::{
    Block, BoxKind, CallOut, Heading, Inline, Item, LinkUse, List, PairedPage, Route, Row, Table, Tick, media_type, plain_text,
};

/// A row has as many bytes of HTML, with the path of its picture and what that shows.
const ROW_BYTES: usize = 300;

/// What a row is shown with.
struct RowParts {
    id: String,
    made: OwnArc<KeptRow>,
    label: String,
    words: String,
    meanings: Vec<MeaningView>,
}

impl RowParts {
    fn view(self) -> RowView {
        let (label, html) = (Value::safe_string(&self.label), Value::safe_string(&self.words));
        RowView { id: self.id, picture: self.made.picture.clone(), label, html, meanings: self.meanings, meanings_html: None }
    }
}

/// Makes the views of the blocks of one page.
pub struct Blocks<'a> {
    inline: InlineWriter<'a>,
    rows: &'a RowViews<'a>,
    /// How deep the page lies in folders.
    depth: usize,
    known: &'a mut KnownRows,
    contacts: &'a [ContactView],
    formats: &'a [FormatView],
    /// The level of the title of the page.
    title: u8,
    /// The level of the heading under which we are.
    heading: u8,
    /// On paper: the hard words whose meaning has been given on the page.
    explained: HashSet<String>,
}

impl<'a> Blocks<'a> {
    /// Views of `paired` as it stands at `route`. `known` is what was made for pages before it.
    pub fn new(
        paired: &'a PairedPage,
        route: &'a Route,
        (rows, known): (&'a RowViews<'a>, &'a mut KnownRows),
        contacts: &'a [ContactView],
        formats: &'a [FormatView],
    ) -> Self {
        let inline = InlineWriter { paired, route, footnotes_seen: Vec::new(), paper: None };
        Self { inline, rows, depth: route.depth(), known, contacts, formats, title: 1, heading: 1, explained: HashSet::new() }
    }

    /// The same as page `number` of those that are printed together, with its title at the level `title`.
    pub fn on_paper(mut self, paper: &'a Paper, number: usize, title: u8) -> Self {
        self.inline.paper = Some((paper, number));
        self.title = title;
        self.heading = title;
        self
    }

    /// The blocks of the page, and its footnotes in the order of their numbers.
    pub fn all(mut self) -> (Vec<BlockView>, Vec<FootnoteView>) {
        let page = &self.inline.paired.page;
        let blocks = self.views(&page.blocks);
        let mut footnotes = Vec::new();
        for (place, footnote) in page.footnotes.iter().enumerate() {
            // They stand below a heading of the theme's.
            self.heading = 2;
            let mentioned = self.inline.footnotes_seen.contains(&(place + 1));
            let id = self.inline.anchor(&format!("al-note-{}", place + 1)).into_owned();
            footnotes.push(FootnoteView { id, number: place + 1, mentioned, blocks: self.views(&footnote.blocks) });
        }
        (blocks, footnotes)
    }

    fn views(&mut self, blocks: &[Block]) -> Vec<BlockView> {
        let rows = blocks.iter().map(|block| if let Block::Rows(rows) = block { rows.len() } else { 0 }).sum::<usize>();
        let (mut views, mut html) = (Vec::new(), String::with_capacity(rows * ROW_BYTES));
        for block in blocks.iter().filter(|block| !is_empty_heading(block)) {
            if !self.fill(block, &mut html) {
                views.extend(filled(&mut html));
                views.push(self.view(block));
            }
        }
        views.extend(filled(&mut html));
        views
    }

    /// Adds the HTML of a block to that of the blocks before it. False, with nothing added, when only the page can show it.
    fn fill(&mut self, block: &Block, html: &mut String) -> bool {
        let before = html.len();
        if before > 0 {
            // As the component `blocks` puts them below each other.
            html.push('\n');
        }
        let is_filled = match block {
            Block::Heading(heading) => self.fill_heading(heading, html),
            Block::Rows(rows) => self.fill_rows(rows, html),
            _ => false,
        };
        if !is_filled {
            html.truncate(before);
        }
        is_filled
    }

    fn fill_heading(&mut self, heading: &Heading, html: &mut String) -> bool {
        let Some(mould) = self.rows.heading(self.level(heading)) else { return false };
        self.heading = self.level(heading);
        let id = self.inline.anchor(&heading.id);
        mould.push(html, |hole, html| match hole {
            RowHole::Name => escape(&id, html),
            _ => self.inline.push_html(&heading.words, html),
        });
        true
    }

    fn fill_rows(&mut self, rows: &[Row], html: &mut String) -> bool {
        let Some((before, behind)) = self.rows.around() else { return false };
        let seen = (self.inline.footnotes_seen.clone(), self.explained.clone());
        html.push_str(before);
        if rows.iter().all(|row| self.push_row(row, html)) {
            html.push_str(behind);
            return true;
        }
        (self.inline.footnotes_seen, self.explained) = seen;
        false
    }

    fn view(&mut self, block: &Block) -> BlockView {
        match block {
            Block::Heading(heading) => self.heading_view(heading),
            Block::Rows(rows) => BlockView::Rows { rows: rows.iter().map(|row| self.row(row)).collect(), html: None },
            Block::Paragraph(words, _) => BlockView::Paragraph { html: self.html(words) },
            Block::Figure(id, _) => BlockView::Figure { picture: PictureView::alone(self.inline.paired.picture(*id), self.inline.route) },
            Block::List(list) => BlockView::List(self.list(list, false)),
            Block::Box(call_out) => BlockView::Box(self.call_out(call_out)),
            Block::Quote(blocks, _) => BlockView::Quote { blocks: self.views(blocks) },
            Block::Table(table) => self.table(table),
            Block::Code { language, text, .. } => {
                BlockView::Code { language: language.clone(), html: Value::safe_string(&code::highlight(language, text)) }
            }
            Block::Divider(_) => BlockView::Divider,
            Block::Html(text, _) => BlockView::Html { text: text.clone() },
        }
    }

    fn html(&mut self, words: &[Inline]) -> Value {
        Value::safe_string(&self.inline.html(words))
    }

    /// The level of a heading on the page.
    ///
    /// The title of the page is its heading of level 1. An author's jump over a level is told by a rule; on the page it
    /// must not break the way for those who go from heading to heading.
    fn level(&self, heading: &Heading) -> u8 {
        (heading.level + self.title - 1).clamp(self.title + 1, (self.heading + 1).min(6))
    }

    fn heading_view(&mut self, heading: &Heading) -> BlockView {
        self.heading = self.level(heading);
        BlockView::Heading { level: self.heading, id: self.inline.anchor(&heading.id).into_owned(), html: self.html(&heading.words) }
    }

    /// Adds the HTML of a row. False when only the page can show it.
    fn push_row(&mut self, row: &Row, html: &mut String) -> bool {
        if row.label.is_empty() {
            let made = self.made(row);
            let Some(mould) = &made.mould else { return false };
            let id = self.inline.anchor(&row.id.0);
            let (before, mut has_words, mut is_whole, mut meanings) = (html.len(), false, true, Vec::new());
            mould.push(html, |hole, html| match hole {
                RowHole::Name => escape(&id, html),
                RowHole::Words => {
                    let before = html.len();
                    self.inline.push_row_html(&id, &row.words, &mut meanings, html);
                    has_words = html.len() > before;
                }
                RowHole::Meanings => is_whole = self.push_meanings(&mut meanings, html),
            });
            if has_words {
                return is_whole;
            }
            html.truncate(before);
        }
        self.rows.row(&self.row(row)).map(|row| html.push_str(&row)).is_some()
    }

    /// Adds the HTML of what hard words mean. False when only the page can show it.
    fn push_meanings(&mut self, meanings: &mut Vec<Meaning>, html: &mut String) -> bool {
        self.explain_once(meanings);
        meanings.iter().all(|meaning| {
            let view = |id: &str| meaning_view(&self.inline, &Meaning { anchor: id.to_owned(), word: meaning.word.clone() });
            // On paper, links lead elsewhere.
            self.inline.paper.is_none()
                && self.rows.push_meaning(&meaning.word, (&meaning.anchor, self.inline.route), view, self.known, html)
        })
    }

    /// Nothing on paper opens and closes: there a meaning is told once on a page.
    fn explain_once(&mut self, meanings: &mut Vec<Meaning>) {
        if self.inline.paper.is_some() {
            meanings.retain(|meaning| self.explained.insert(meaning.word.entry.word.clone()));
        }
    }

    /// What the theme makes of the picture of a row.
    fn made(&mut self, row: &Row) -> OwnArc<KeptRow> {
        let paired = self.inline.paired;
        let alone = row.picture.is_some_and(|id| paired.page.pictures[id.0 as usize].alone);
        let stands = if alone { Stands::Alone } else { Stands::Beside };
        self.rows.made(row.picture.map(|id| paired.picture(id)), stands, (self.inline.route, self.depth), Some(self.known))
    }

    fn row(&mut self, row: &Row) -> RowView {
        self.parts(row).view()
    }

    fn parts(&mut self, row: &Row) -> RowParts {
        let mut meanings = Vec::new();
        let id = self.inline.anchor(&row.id.0).into_owned();
        let label = self.inline.row_html(&id, &row.label, &mut meanings);
        let words = self.inline.row_html(&id, &row.words, &mut meanings);
        let made = self.made(row);
        self.explain_once(&mut meanings);
        let meanings = meanings.iter().map(|meaning| meaning_view(&self.inline, meaning)).collect();
        RowParts { id, made, label, words, meanings }
    }

    fn list(&mut self, list: &List, all_ticks: bool) -> ListView {
        let count = list.items.len();
        let items: Vec<ItemView> = list.items.iter().enumerate().map(|(place, item)| self.item(item, place, count, all_ticks)).collect();
        ListView {
            numbered: list.start.is_some(),
            start: list.start.unwrap_or(1),
            ticks: items.iter().any(|item| item.tick.is_some()),
            items,
        }
    }

    fn item(&mut self, item: &Item, place: usize, count: usize, all_ticks: bool) -> ItemView {
        let tick = match item.tick {
            Some(Tick::Ticked) => Some("ticked"),
            Some(Tick::Empty) => Some("empty"),
            None => all_ticks.then_some("empty"),
        };
        let heading = self.heading;
        let view =
            ItemView { row: self.row(&item.row), tick, number: place + 1, number_from_end: count - place, blocks: self.views(&item.below) };
        self.heading = heading;
        view
    }

    fn table(&mut self, table: &Table) -> BlockView {
        let head = table.head.iter().map(|cell| self.html(cell)).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(|cell| self.html(cell)).collect()).collect();
        BlockView::Table { head, rows }
    }

    fn call_out(&mut self, call_out: &CallOut) -> BoxView {
        // A box of a kind that nobody knows stops the build; until it is mended, its words are shown as a note.
        let kind = call_out.kind.unwrap_or(BoxKind::Note);
        let outside = self.heading;
        let level = (outside + 1).min(6);
        self.heading = level;
        let title = self.html(&call_out.title);
        let blocks = call_out.blocks.iter().map(|block| match (block, kind) {
            (Block::List(list), BoxKind::Check) => BlockView::List(self.list(list, true)),
            (block, _) => self.view(block),
        });
        let blocks = blocks.collect();
        self.heading = outside;
        BoxView {
            box_kind: kind.word(),
            id: self.inline.anchor(&call_out.id).into_owned(),
            level,
            title,
            blocks,
            contacts: if kind == BoxKind::Contact { self.contacts.to_vec() } else { Vec::new() },
            formats: if kind == BoxKind::Formats { self.formats.to_vec() } else { Vec::new() },
            words: if kind == BoxKind::Words { self.page_words() } else { Vec::new() },
            // Paper plays no films: there the links to them stand with their addresses.
            media: (matches!(kind, BoxKind::Video | BoxKind::Audio) && self.inline.paper.is_none()).then(|| self.media(call_out)),
        }
    }

    /// Every hard word of the page, in the order of the alphabet.
    fn page_words(&self) -> Vec<MeaningView> {
        let mut words: Vec<MeaningView> = Vec::new();
        for word in &self.inline.paired.words {
            let crate::toolkit::WordUse::Explained(word) = word else { continue };
            if words.iter().all(|known| known.word != word.entry.word) {
                words.push(meaning_view(&self.inline, &Meaning { anchor: String::new(), word: word.clone() }));
            }
        }
        words.sort_by_key(|word| word.word.to_lowercase());
        words
    }

    /// The film or recording to which the links of a box lead.
    fn media(&self, call_out: &CallOut) -> MediaView {
        let mut media = MediaView::default();
        let paired = self.inline.paired;
        crate::toolkit::each_words(&call_out.blocks, &mut |words| {
            crate::toolkit::each_inline(words, &mut |inline| {
                let Inline::Link(id, _, _) = inline else { return };
                let LinkUse::File { route, .. } = paired.link(*id) else { return };
                let href = self.inline.route.href_to(route);
                match media_type(route.as_str()) {
                    kind if kind.starts_with("text/vtt") => media.captions = Some(href),
                    kind if kind.starts_with("video/") || kind.starts_with("audio/") => media.sources.push((href, kind)),
                    _ => {}
                }
            });
        });
        let mut rows = |row: &Row| {
            if let (None, Some(Ok(image))) = (&media.poster, row.picture.map(|id| &paired.picture(id).image)) {
                media.poster = Some(self.inline.route.href_to(&image.route));
            }
        };
        crate::toolkit::each_row(&call_out.blocks, &mut rows);
        media
    }
}

/// What a hard word means, for templates.
fn meaning_view(inline: &InlineWriter<'_>, meaning: &Meaning) -> MeaningView {
    let entry = &meaning.word.entry;
    let picture = meaning.word.picture.as_ref().and_then(|picture| PictureView::silent(picture, inline.route));
    let page = if inline.paper.is_some() { String::new() } else { inline.route.href_to(&words_route()) };
    MeaningView {
        id: meaning.anchor.clone(),
        word: entry.word.clone(),
        meaning: entry.meaning.clone(),
        picture,
        href: format!("{page}#{}", word_anchor(&entry.word)),
    }
}

/// What has been filled so far, if there is anything.
fn filled(html: &mut String) -> Option<BlockView> {
    (!html.is_empty()).then(|| BlockView::Filled { html: std::mem::take(html) })
}

/// A heading without words would be heard as nothing at all. A rule tells it.
fn is_empty_heading(block: &Block) -> bool {
    matches!(block, Block::Heading(heading) if plain_text(&heading.words).trim().is_empty())
}
