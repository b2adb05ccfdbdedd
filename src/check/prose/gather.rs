//! A page -> its passages.

use std::borrow::Cow;
use std::cell::OnceCell;

use smallvec::SmallVec;

use super::align::Origin;
use super::{Mark, MarkKind, Passage, PassageKind, Prose};
use crate::language::{Shapes, Signs, Vocabulary};
use crate::toolkit::{Block, BoxKind, Inline, Language, Page, Row, Span, Written, each_row, span_of};

/// Gathers the passages of a page.
pub fn gather<'a>(page: &'a Page, source: &str, language: &'a Language, vocabulary: &mut Vocabulary) -> Prose<'a> {
    let mut rows: Vec<&Row> = Vec::new();
    each_row(&page.blocks, &mut |row| rows.push(row));
    page.footnotes.iter().for_each(|footnote| each_row(&footnote.blocks, &mut |row| rows.push(row)));
    rows.sort_by_key(|row| row.span);
    // Beside the rows there are the facts, and a few headings.
    let mut gathering = Gathering { source, vocabulary, passages: Vec::with_capacity(rows.len() + 10), marked: Vec::new() };
    let front = &page.front;
    for (kind, fact) in
        [(PassageKind::Title, &front.title), (PassageKind::Subtitle, &front.subtitle), (PassageKind::Summary, &front.summary)]
    {
        if let Some(fact) = fact {
            gathering.fact(kind, fact);
        }
    }
    let footnotes = page.footnotes.iter().map(|footnote| &footnote.blocks);
    for blocks in std::iter::once(&page.blocks).chain(footnotes) {
        gathering.blocks(blocks, Around::default());
    }
    Prose { language, passages: gathering.passages, marked: gathering.marked, negation: OnceCell::new(), rows }
}

/// What stands around some blocks.
#[derive(Clone, Copy, Default)]
struct Around {
    in_box: Option<BoxKind>,
    quoted: bool,
}

struct Gathering<'a, 's> {
    source: &'s str,
    vocabulary: &'s mut Vocabulary,
    passages: Vec<Passage<'a>>,
    marked: Vec<&'a [Inline]>,
}

impl<'a> Gathering<'a, '_> {
    fn blocks(&mut self, blocks: &'a [Block], around: Around) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.words(PassageKind::Heading, None, &heading.words, around),
                Block::Rows(rows) => rows.iter().for_each(|row| self.row(PassageKind::Row, row, around)),
                Block::Paragraph(words, _) => self.words(PassageKind::Paragraph, None, words, around),
                Block::List(list) => {
                    for item in &list.items {
                        self.row(PassageKind::Item, &item.row, around);
                        self.blocks(&item.below, around);
                    }
                }
                Block::Box(call_out) => {
                    self.words(PassageKind::BoxTitle, None, &call_out.title, around);
                    let quoted = around.quoted || call_out.kind == Some(BoxKind::Quote);
                    self.blocks(&call_out.blocks, Around { in_box: call_out.kind, quoted });
                }
                Block::Quote(blocks, _) => self.blocks(blocks, Around { quoted: true, ..around }),
                Block::Table(table) => {
                    table.head.iter().for_each(|cell| self.words(PassageKind::HeadCell, None, cell, around));
                    table.rows.iter().flatten().for_each(|cell| self.words(PassageKind::Cell, None, cell, around));
                }
                Block::Figure(..) | Block::Code { .. } | Block::Divider(_) | Block::Html(..) => {}
            }
        }
    }

    fn row(&mut self, kind: PassageKind, row: &'a Row, around: Around) {
        if !row.label.is_empty() {
            self.words(PassageKind::Label, Some(row), &row.label, around);
        }
        self.words(kind, Some(row), &row.words, around);
    }

    fn words(&mut self, kind: PassageKind, row: Option<&'a Row>, inlines: &'a [Inline], around: Around) {
        if inlines.iter().any(|inline| !matches!(inline, Inline::Text(..))) {
            self.marked.push(inlines);
        }
        // Filled where it stays: passages are large.
        self.passages.push(passage(kind, inlines));
        let Some(passage) = self.passages.last_mut() else { return };
        passage.row = row;
        passage.in_box = around.in_box;
        passage.quoted = around.quoted;
        if let [Inline::Text(words, span)] = inlines {
            // As most rows are: the words stay where they are.
            passage.origin.add(0, words, *span, self.source);
            passage.text = Cow::Borrowed(words);
        } else {
            passage.text.to_mut().reserve_exact(span_of(inlines).map_or(0, |span| span.range().len()));
            add(inlines, self.source, passage);
        }
        if passage.text.trim_start().is_empty() {
            self.passages.pop();
        } else {
            passage.read(self.vocabulary);
        }
    }

    /// A fact from the head of the page.
    fn fact(&mut self, kind: PassageKind, fact: &Written<String>) {
        let passage = value(kind, &fact.value, fact.span, self.source, self.vocabulary);
        self.passages.extend(passage);
    }
}

/// The passage of a value of a settings file or the head of a page; `None` when it says nothing.
pub fn value<'a>(kind: PassageKind, value: &str, span: Span, source: &str, vocabulary: &mut Vocabulary) -> Option<Passage<'a>> {
    let mut passage = passage(kind, &[]);
    push(&mut passage, value, span, source);
    passage.read(vocabulary);
    Some(passage).filter(|passage| !passage.text.trim_start().is_empty())
}

fn passage(kind: PassageKind, inlines: &[Inline]) -> Passage<'_> {
    Passage {
        kind,
        row: None,
        in_box: None,
        quoted: false,
        inlines,
        text: Cow::Borrowed(""),
        signs: Signs::NONE,
        sentences: SmallVec::new(),
        words: Vec::new(),
        folded: Vec::new(),
        shapes: Shapes::none(),
        phrases: Vec::new(),
        marks: Vec::new(),
        origin: Origin::default(),
    }
}

fn push(passage: &mut Passage<'_>, words: &str, span: Span, source: &str) {
    passage.origin.add(passage.text.len(), words, span, source);
    passage.text.to_mut().push_str(words);
}

/// Adds the words that a reader sees to a passage, and their marks.
fn add(inlines: &[Inline], source: &str, passage: &mut Passage<'_>) {
    for inline in inlines {
        let start = passage.text.len();
        let kind = match inline {
            Inline::Text(words, span) => {
                push(passage, words, *span, source);
                continue;
            }
            Inline::Break(span) => {
                push(passage, " ", *span, source);
                continue;
            }
            Inline::Picture(..) | Inline::Footnote(..) => continue,
            Inline::Code(words, span) => {
                push(passage, words, *span, source);
                MarkKind::Code
            }
            Inline::Html(words, span) => {
                push(passage, words, *span, source);
                MarkKind::Html
            }
            Inline::Emphasis(..) => MarkKind::Emphasis,
            Inline::Strong(id, ..) => MarkKind::Strong(*id),
            Inline::Strike(..) => MarkKind::Strike,
            Inline::Link(id, ..) => MarkKind::Link(*id),
        };
        add(inline.children(), source, passage);
        passage.marks.push(Mark { range: start..passage.text.len(), kind });
    }
}

#[cfg(test)]
mod tests {
    use super::PassageKind::{BoxTitle, Cell, HeadCell, Heading, Item, Label, Row, Summary, Title};
    use super::*;
    use crate::language::{Vocabularies, WordKind};
    use crate::parse;
    use crate::toolkit::{Level, SitePath};

    fn with_prose(text: &str, level: Level, look: impl FnOnce(&Prose<'_>)) {
        let source = parse::decode(text.as_bytes());
        let head = parse::head(&SitePath::new("content/a.md").unwrap(), &source.text);
        let page = parse::page(&head, &source, level);
        look(&Prose::new(&page, &source.text, &Language::english(), &mut Vocabularies::default()));
    }

    #[test]
    fn passages_stand_in_reading_order() {
        let text = "---\ntitle: One: two\nsummary: Three.\n---\n## Four\n\nFive. Six.\n\n> [!steps] Seven\n>\n> - **Eight.** Nine.\n\n| a | b |\n|---|---|\n| c | d |\n";
        with_prose(text, Level::EasyRead, |prose| {
            let told: Vec<_> = prose.passages.iter().map(|passage| (passage.kind, passage.text.as_ref())).collect();
            assert_eq!(
                told,
                [
                    (Title, "One: two"),
                    (Summary, "Three."),
                    (Heading, "Four"),
                    (Row, "Five. Six."),
                    (BoxTitle, "Seven"),
                    (Label, "Eight."),
                    (Item, "Nine."),
                    (HeadCell, "a"),
                    (HeadCell, "b"),
                    (Cell, "c"),
                    (Cell, "d"),
                ]
            );
            assert_eq!(prose.passages[3].sentences.len(), 2);
            assert_eq!(prose.passages[6].in_box, Some(BoxKind::Steps));
            for passage in &prose.passages {
                assert_eq!(passage.whole().of(text), passage.text, "{:?}", passage.kind);
            }
            let nine = prose.passages[6].whole();
            assert!(prose.row_at(nine).is_some_and(|row| row.span.of(text).contains("Nine")));
            assert!(prose.row_at(prose.passages[2].whole()).is_none());
        });
    }

    #[test]
    fn marks_are_kept_and_places_are_exact() {
        let text = "Use **big** `let x` &amp; [a “sure” link](b.md)\nand more.\n";
        with_prose(text, Level::Plain, |prose| {
            let passage = &prose.passages[0];
            assert_eq!(passage.text, "Use big let x & a “sure” link and more.");
            let spans: Vec<&str> = passage.words.iter().map(|word| passage.span(word.range.clone()).of(text)).collect();
            assert_eq!(spans, ["Use", "big", "let", "x", "a", "sure", "link", "and", "more"]);
            assert_eq!(passage.words[2].kind, WordKind::Literal);
            assert!(passage.is_quoted(&passage.words[5].range) && !passage.is_quoted(&passage.words[4].range));
            let in_link = |kind| matches!(kind, MarkKind::Link(_));
            assert!(passage.mark_around(&passage.words[5].range, in_link).is_some());
            assert_eq!(passage.words.iter().filter(|word| word.kind == WordKind::Word).count(), 7);
        });
    }
}
