//! Lines -> rows with their pictures.

use super::blocks::Builder;
use super::inlines::{Line, trimmed};
use crate::toolkit::{Block, Inline, Oddity, OddityKind, PictureId, PictureTarget, Row, RowId, Span, push_plain_text, span_of};

impl Builder<'_> {
    /// Turns the lines of one paragraph into blocks: rows on an easy-read page, else prose with its figures.
    pub fn rows(&mut self, lines: Vec<Line>) -> Vec<Block> {
        if self.level.has_rows() { self.easy_rows(lines) } else { Self::prose(lines) }
    }

    fn easy_rows(&mut self, lines: Vec<Line>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut rows: Vec<Row> = Vec::with_capacity(lines.len());
        // A picture alone on a line belongs to the next line.
        let mut above: Option<(PictureId, Span)> = None;
        for line in lines {
            if let Some(pictures) = only_pictures(&line.words) {
                for picture in pictures {
                    if let Some((lonely, span)) = above.replace(picture) {
                        self.second_picture(span);
                        flush(&mut blocks, &mut rows);
                        blocks.push(Block::Figure(lonely, span));
                    }
                }
                continue;
            }
            if let Some((lonely, span)) = above.take_if(|_| has_own_picture(&line.words)) {
                self.second_picture(span);
                flush(&mut blocks, &mut rows);
                blocks.push(Block::Figure(lonely, span));
            }
            let row = self.row(line.words, above.take(), line.span, false);
            rows.push(row);
        }
        flush(&mut blocks, &mut rows);
        blocks.extend(above.map(|(picture, span)| Block::Figure(picture, span)));
        blocks
    }

    /// Makes the row of one line. `above` is the picture that stands alone on the line before.
    pub fn row(&mut self, words: Vec<Inline>, above: Option<(PictureId, Span)>, span: Span, label: bool) -> Row {
        let mut words = trimmed(words);
        let own = match (words.first(), words.last()) {
            (Some(Inline::Picture(id, span)), _) => Some((*id, *span, true)),
            (_, Some(Inline::Picture(id, span))) => Some((*id, *span, false)),
            _ => None,
        };
        let mut picture = above;
        if let Some((id, span, first)) = own {
            words.remove(if first { 0 } else { words.len() - 1 });
            words = trimmed(words);
            picture = Some((id, span));
        }
        for inline in &words {
            if let (Inline::Picture(_, span), true) = (inline, picture.is_some()) {
                self.second_picture(*span);
            }
        }
        let label = if label { self.take_label(&mut words) } else { Vec::new() };
        let span = picture.map_or(span, |(_, picture_span)| span.to(picture_span));
        let picture = picture.map(|(id, _)| id);
        let id = self.row_id(&label, &words, picture);
        Row { id, picture, label, words, span }
    }

    /// The lasting name of a row: after its words, or else its picture. A picture beside words does not stand alone.
    fn row_id(&mut self, label: &[Inline], words: &[Inline], picture: Option<PictureId>) -> RowId {
        let mut text = std::mem::take(&mut self.row_text);
        text.clear();
        push_plain_text(label, &mut text);
        text.push(' ');
        push_plain_text(words, &mut text);
        let has_words = !text.trim_start().is_empty();
        let id = match picture.map(|id| &mut self.parts.pictures[id.0 as usize]) {
            Some(picture) if !has_words => self.ids.of_row(&picture_name(&picture.target)),
            picture => {
                if let Some(picture) = picture {
                    picture.alone = false;
                }
                self.ids.of_row(&text)
            }
        };
        self.row_text = text;
        id
    }

    /// Takes bold words off the beginning of an item: its label.
    fn take_label(&mut self, words: &mut Vec<Inline>) -> Vec<Inline> {
        let Some(Inline::Strong(id, label, _)) = words.first_mut() else { return Vec::new() };
        self.parts.strongs[id.0 as usize].is_label = true;
        let label = std::mem::take(label);
        words.remove(0);
        *words = trimmed(std::mem::take(words));
        label
    }

    /// Turns lines into paragraphs, and the pictures at their ends into figures.
    fn prose(lines: Vec<Line>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut words: Vec<Inline> = Vec::new();
        let mut hard_break = false;
        for line in lines {
            let (before, line_words, after) = figures(line.words);
            if !before.is_empty() {
                push_paragraph(&mut blocks, &mut words);
            }
            blocks.extend(before);
            if !line_words.is_empty() {
                if !words.is_empty() {
                    let here = Span { start: line.span.start, end: line.span.start };
                    words.push(if hard_break { Inline::Break(here) } else { Inline::Text(" ".to_owned(), here) });
                }
                words.extend(line_words);
            }
            if !after.is_empty() {
                push_paragraph(&mut blocks, &mut words);
            }
            blocks.extend(after);
            hard_break = line.hard_break;
        }
        push_paragraph(&mut blocks, &mut words);
        blocks
    }

    fn second_picture(&mut self, span: Span) {
        if self.level.has_rows() {
            self.parts.oddities.push(Oddity { kind: OddityKind::SecondPicture, span });
        }
    }
}

fn flush(blocks: &mut Vec<Block>, rows: &mut Vec<Row>) {
    if !rows.is_empty() {
        blocks.push(Block::Rows(std::mem::take(rows)));
    }
}

fn push_paragraph(blocks: &mut Vec<Block>, words: &mut Vec<Inline>) {
    let words = trimmed(std::mem::take(words));
    if let Some(span) = span_of(&words) {
        blocks.push(Block::Paragraph(words, span));
    }
}

/// Whether a line begins or ends with a picture.
fn has_own_picture(words: &[Inline]) -> bool {
    matches!(words.first(), Some(Inline::Picture(..))) || matches!(words.last(), Some(Inline::Picture(..)))
}

/// The pictures of a line that holds nothing else.
fn only_pictures(words: &[Inline]) -> Option<Vec<(PictureId, Span)>> {
    // Most lines end with words, and are passed over at once.
    let holds_others = words.iter().rev().any(|inline| match inline {
        Inline::Picture(..) => false,
        Inline::Text(text, _) => !text.trim_start().is_empty(),
        _ => true,
    });
    let picture = |inline: &Inline| if let Inline::Picture(id, span) = inline { Some((*id, *span)) } else { None };
    (!holds_others).then(|| words.iter().filter_map(picture).collect())
}

/// Takes the pictures at both ends of a line of prose: each stands alone.
fn figures(mut words: Vec<Inline>) -> (Vec<Block>, Vec<Inline>, Vec<Block>) {
    let mut before = Vec::new();
    let mut after = Vec::new();
    while let Some(Inline::Picture(id, span)) = words.first() {
        before.push(Block::Figure(*id, *span));
        words.remove(0);
        words = trimmed(words);
    }
    while let Some(Inline::Picture(id, span)) = words.last() {
        after.insert(0, Block::Figure(*id, *span));
        words.pop();
        words = trimmed(words);
    }
    (before, words, after)
}

/// The name of a picture, for the lasting name of a row that has no words.
fn picture_name(target: &PictureTarget) -> String {
    match target {
        PictureTarget::File(path) => path.to_string(),
        PictureTarget::Symbol { name, .. } => name.clone(),
        PictureTarget::Outside(written) => written.clone(),
        PictureTarget::Nothing => String::new(),
    }
}
