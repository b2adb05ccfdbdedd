//! The blocks of a page, as data for `print.typ`.

use super::source::{PageWriter, Shown, Source, alt_field, label, quoted};
use crate::render::view::{ContactView, FormatView, Paper, word_anchor};
use crate::toolkit::{
    Block, BoxKind, CallOut, Explained, Heading, Inline, Item, List, Paired, Row, Table, Tick, WordUse, each_inline, plain_text,
};

/// So many letters never fill a page, not even the largest ones beside a picture in a box: about 10 fit on a line, and 17
/// lines on a page. Most rows need not be measured before they are laid out.
const SURELY_LOW: usize = 120;

/// What boxes are filled with.
pub struct Fillings<'a> {
    /// Ways to get in touch.
    pub contacts: &'a [ContactView],
    /// The formats of the guide, in words.
    pub formats: &'a [FormatView],
    /// The names of formats and of ways to get in touch, in words.
    pub say: &'a dyn Fn(&str) -> String,
}

impl PageWriter<'_> {
    /// Adds `blocks: (…), ` and `notes: (…), `.
    pub fn page(&mut self, fillings: &Fillings<'_>, out: &mut Source) {
        let page = &self.paired.page;
        out.code("blocks: ");
        self.blocks(&page.blocks, fillings, out);
        out.code(", ");
        out.array("notes", page.footnotes.iter().enumerate(), |out, (place, note)| {
            out.code(&format!("(number: {}, ", place + 1));
            self.anchors(&[Paper::anchor(self.number, &format!("al-note-{}", place + 1))], out);
            out.code("blocks: ");
            self.blocks(&note.blocks, fillings, out);
            out.code(")");
        });
    }

    fn blocks(&mut self, blocks: &[Block], fillings: &Fillings<'_>, out: &mut Source) {
        out.code("(");
        for block in blocks {
            let path = self.paired.page.path.clone();
            out.from(&path, block.span(), |out| self.block(block, fillings, out));
            out.code(", ");
        }
        out.code(")");
    }

    fn block(&mut self, block: &Block, fillings: &Fillings<'_>, out: &mut Source) {
        match block {
            Block::Heading(heading) if plain_text(&heading.words).trim().is_empty() => out.code("(kind: \"none\")"),
            Block::Heading(heading) => self.heading(heading, out),
            Block::Rows(rows) => {
                out.code("(kind: \"rows\", ");
                out.array("rows", rows, |out, row| self.row(row, None, out));
                out.code(")");
            }
            Block::Paragraph(words, _) => {
                out.code("(kind: \"paragraph\", words: ");
                self.words(words, out);
                out.code(")");
            }
            Block::Figure(id, _) => match self.paired.picture(*id).clone() {
                paired if paired.image.is_ok() => {
                    out.code("(kind: \"figure\", ");
                    self.picture("picture", Some(&paired), Shown::Alone, out);
                    out.code(")");
                }
                _ => out.code("(kind: \"none\")"),
            },
            Block::List(list) => self.list(list, false, fillings, out),
            Block::Box(call_out) => self.call_out(call_out, fillings, out),
            Block::Quote(blocks, _) => {
                out.code("(kind: \"quote\", blocks: ");
                self.blocks(blocks, fillings, out);
                out.code(")");
            }
            Block::Table(table) => self.table(table, out),
            Block::Code { text, .. } | Block::Html(text, _) => {
                out.code(&format!("(kind: \"code\", text: {})", quoted(text.trim_end())));
            }
            Block::Divider(_) => out.code("(kind: \"divider\")"),
        }
    }

    fn heading(&mut self, heading: &Heading, out: &mut Source) {
        // A jump over a level is told by a rule; in the PDF it must not break the way from heading to heading.
        let wanted = heading.level.saturating_sub(1) + self.depth;
        self.heading = wanted.clamp(self.depth + 1, self.heading + 1);
        let name = Paper::anchor(self.number, &heading.id);
        out.code(&format!("(kind: \"heading\", content: [#heading(level: {})", self.heading));
        self.words(&heading.words, out);
        out.code(&format!("#{}])", label(&name)));
    }

    /// Adds `name: (image: …, ratio: …, described: …), `, or `name: none, `.
    pub fn picture(&self, name: &str, paired: Option<&Paired>, shown: Shown, out: &mut Source) {
        let found = paired.and_then(|paired| Some((paired, self.picture_file(paired, shown, out)?)));
        let Some((paired, (file, alt))) = found else { return out.code(&format!("{name}: none, ")) };
        let ratio = paired.image.as_ref().map_or(1.0, |image| f64::from(image.width_px) / f64::from(image.height_px.max(1)));
        let image = image_call(&file, alt.as_deref());
        out.code(&format!("{name}: (image: {image}, ratio: {ratio:.4}, described: {}), ", alt.is_some()));
    }

    fn row(&mut self, row: &Row, tick: Option<Tick>, out: &mut Source) {
        let path = self.paired.page.path.clone();
        out.from(&path, row.span, |out| {
            out.code("(");
            let paired = row.picture.map(|id| self.paired.picture(id).clone());
            let alone = row.picture.is_some_and(|id| self.paired.page.pictures[id.0 as usize].alone);
            self.picture("picture", paired.as_ref(), if alone { Shown::Alone } else { Shown::Beside }, out);
            let tick = match tick {
                Some(Tick::Ticked) => Some("ticked"),
                Some(Tick::Empty) => Some("empty"),
                None => None,
            };
            out.field("tick", tick);
            for (name, words) in [("label", &row.label), ("words", &row.words)] {
                out.code(&format!("{name}: "));
                if words.is_empty() {
                    out.code("none");
                } else {
                    self.words(words, out);
                }
                out.code(", ");
            }
            let meanings = self.new_words(row);
            let explained: usize = meanings.iter().map(|word| word.entry.word.len() + word.entry.meaning.len()).sum();
            let letters = plain_text(&row.label).len() + plain_text(&row.words).len() + explained;
            let mut has_break = false;
            each_inline(&row.words, &mut |inline| has_break |= matches!(inline, Inline::Break(_)));
            out.code(&format!("may-be-tall: {}, ", has_break || letters > SURELY_LOW));
            out.array("meanings", meanings, |out, word| super::meaning(&word, self, out));
            self.anchors(&[Paper::anchor(self.number, &row.id.0)], out);
            out.code(&format!("at: \"{} {} {}\")", self.number, row.span.start, row.span.end));
        });
    }

    /// The hard words of a row whose meaning has not been given on the page.
    fn new_words(&mut self, row: &Row) -> Vec<Explained> {
        let mut words = Vec::new();
        for inlines in [&row.label, &row.words] {
            each_inline(inlines, &mut |inline| {
                let Inline::Strong(id, _, _) = inline else { return };
                if let WordUse::Explained(word) = self.paired.word(*id)
                    && self.explained.insert(word.entry.word.clone())
                {
                    words.push((**word).clone());
                }
            });
        }
        words
    }

    fn list(&mut self, list: &List, all_ticks: bool, fillings: &Fillings<'_>, out: &mut Source) {
        let numbered = list.start.is_some();
        out.code(&format!("(kind: \"list\", numbered: {numbered}, start: {}, ", list.start.unwrap_or(1)));
        out.array("items", &list.items, |out, item| self.item(item, all_ticks, fillings, out));
        out.code(")");
    }

    fn item(&mut self, item: &Item, all_ticks: bool, fillings: &Fillings<'_>, out: &mut Source) {
        let heading = self.heading;
        out.code("(row: ");
        self.row(&item.row, item.tick.or(all_ticks.then_some(Tick::Empty)), out);
        out.code(", below: ");
        self.blocks(&item.below, fillings, out);
        out.code(")");
        self.heading = heading;
    }

    fn table(&mut self, table: &Table, out: &mut Source) {
        out.code(&format!("(kind: \"table\", columns: {}, ", table.head.len()));
        out.array("head", &table.head, |out, cell| self.words(cell, out));
        out.array("rows", &table.rows, |out, row| {
            out.code("(");
            for cell in row {
                self.words(cell, out);
                out.code(", ");
            }
            out.code(")");
        });
        out.code(")");
    }

    fn call_out(&mut self, call_out: &CallOut, fillings: &Fillings<'_>, out: &mut Source) {
        // A box of a kind that nobody knows stops the build; until it is mended, its words are shown as a note.
        let kind = call_out.kind.unwrap_or(BoxKind::Note);
        let outside = self.heading;
        self.heading += 1;
        out.code(&format!("(kind: \"box\", box: \"{}\", title: [#heading(level: {})", kind.word(), self.heading));
        if call_out.title.is_empty() {
            out.code(&format!("[#{}]", quoted(&(fillings.say)(&format!("{}-title", kind.word())))));
        } else {
            self.words(&call_out.title, out);
        }
        out.code(&format!("#{}], blocks: (", label(&Paper::anchor(self.number, &call_out.id))));
        for block in &call_out.blocks {
            let path = self.paired.page.path.clone();
            out.from(&path, block.span(), |out| match block {
                Block::List(list) if kind == BoxKind::Check => self.list(list, true, fillings, out),
                block => self.block(block, fillings, out),
            });
            out.code(", ");
        }
        out.code("), ");
        self.heading = outside;
        let contacts = if kind == BoxKind::Contact { fillings.contacts } else { &[] };
        super::contacts("contacts", contacts, fillings.say, out);
        let formats = if kind == BoxKind::Formats { fillings.formats } else { &[] };
        out.array("formats", formats, |out, format| {
            let address = format.address.as_ref().map_or_else(String::new, |address| format!(": {address}"));
            out.code(&format!("[#{}]", quoted(&format!("{}{address}", (fillings.say)(&format!("format-{}", format.format))))));
        });
        let mut words = if kind == BoxKind::Words { self.page_words() } else { Vec::new() };
        words.sort_by_key(|word| word_anchor(&word.entry.word));
        out.array("words", words, |out, word| super::meaning(&word, self, out));
        out.code(")");
    }

    fn page_words(&self) -> Vec<Explained> {
        let mut words: Vec<Explained> = Vec::new();
        for word in &self.paired.words {
            if let WordUse::Explained(word) = word
                && words.iter().all(|known| known.entry.word != word.entry.word)
            {
                words.push((**word).clone());
            }
        }
        words
    }
}

/// The function that shows a picture.
pub fn image_call(file: &str, alt: Option<&str>) -> String {
    format!("(..size) => image({}{}, ..size)", quoted(file), alt_field(alt))
}
