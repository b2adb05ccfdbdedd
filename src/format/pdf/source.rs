//! A guide -> the text from which Typst lays it out: one call of the theme's `print.typ` with all that the guide holds.
//!
//! It is data, written so that Typst knows where each piece of it stands. What it refuses can so be told on the line of
//! the page from which the piece comes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::render::view::Paper;
use crate::toolkit::{Inline, LinkUse, Paired, PairedPage, PictureSource, PrintSize, SitePath, Span, WordUse, plain_text};

/// The file that [`Source`] is for Typst.
pub const MAIN: &str = "/guide.typ";

/// The text for Typst, and where its pieces come from.
#[derive(Default)]
pub struct Source {
    /// The text.
    pub text: String,
    /// Stretches of the text, the inner ones behind the outer ones, and the words of a page that they stand for.
    origins: Vec<(Range<usize>, SitePath, Span)>,
    /// The pictures that it names.
    pub pictures: Pictures,
}

/// The pictures of a guide in one size: by the names that they have for Typst.
pub type Pictures = BTreeMap<String, PictureFile>;

/// A picture that Typst asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// Where it comes from.
    pub source: PictureSource,
    /// How wide it is printed at most, in millimetres.
    pub width_mm: u32,
}

impl Source {
    /// Adds plain code.
    pub fn code(&mut self, code: &str) {
        self.text.push_str(code);
    }

    /// Adds text of the author's or of the interface.
    pub fn string(&mut self, text: &str) {
        self.text.push_str(&quoted(text));
    }

    /// Adds `name: "text", `, or `name: none, `.
    pub fn field(&mut self, name: &str, text: Option<&str>) {
        self.code(&format!("{name}: "));
        match text {
            Some(text) => self.string(text),
            None => self.code("none"),
        }
        self.code(", ");
    }

    /// Adds `name: (…), ` with one piece for each item.
    pub fn array<T>(&mut self, name: &str, items: impl IntoIterator<Item = T>, mut add: impl FnMut(&mut Self, T)) {
        self.code(&format!("{name}: ("));
        for item in items {
            add(self, item);
            self.code(", ");
        }
        self.code("), ");
    }

    /// Adds a piece that stands for the words at `span` of the page at `path`.
    pub fn from(&mut self, path: &SitePath, span: Span, add: impl FnOnce(&mut Self)) {
        let start = self.text.len();
        add(self);
        self.origins.push((start..self.text.len(), path.clone(), span));
    }

    /// The words from which a stretch of the text comes: the innermost piece around it.
    pub fn origin(&self, range: &Range<usize>) -> Option<(&SitePath, Span)> {
        let around = self.origins.iter().filter(|(piece, _, _)| piece.start <= range.start && range.end <= piece.end);
        around.min_by_key(|(piece, _, _)| piece.len()).map(|(_, path, span)| (path, *span))
    }
}

/// Text between quotes, as Typst has it.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The code of a name to which links lead.
pub fn label(name: &str) -> String {
    format!("label({})", quoted(name))
}

/// How a picture stands on the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Beside a sentence.
    Beside,
    /// By itself, so that it must say what it shows.
    Alone,
    /// Beside a title or a hard word that says the same.
    Silent,
    /// On the cover, large.
    Cover,
}

/// Writes the words and blocks of one page.
pub struct PageWriter<'a> {
    /// The page.
    pub paired: &'a PairedPage,
    /// Its number among the pages of the guide.
    pub number: usize,
    /// The pages of the guide.
    pub paper: &'a Paper,
    /// The names to which a link of the guide leads.
    pub linked: &'a BTreeSet<String>,
    /// Whether every picture is described, those of rows too.
    pub describe_all: bool,
    /// The size in which the guide is printed.
    pub size: PrintSize,
    /// The hard words whose meaning has been given on the page.
    pub explained: BTreeSet<String>,
    /// How many headings lie above the first one of the page: 1 under the title of a part.
    pub depth: u8,
    /// The level of the heading under which we are.
    pub heading: u8,
}

impl PageWriter<'_> {
    /// Adds words with their marks, as content.
    pub fn words(&mut self, words: &[Inline], out: &mut Source) {
        out.code("[");
        self.push(words, out);
        out.code("]");
    }

    fn push(&mut self, words: &[Inline], out: &mut Source) {
        for inline in words {
            let path = self.paired.page.path.clone();
            out.from(&path, inline.span(), |out| self.inline(inline, out));
        }
    }

    fn inline(&mut self, inline: &Inline, out: &mut Source) {
        match inline {
            Inline::Text(text, _) | Inline::Html(text, _) => out.code(&format!("#{}", quoted(text))),
            Inline::Code(text, _) => out.code(&format!("#raw({})", quoted(text))),
            Inline::Emphasis(inside, _) => self.marked("#emph", inside, out),
            Inline::Strike(inside, _) => self.marked("#strike", inside, out),
            Inline::Strong(id, inside, _) => match self.paired.word(*id).clone() {
                WordUse::Explained(word) => {
                    let name = crate::render::view::word_anchor(&word.entry.word);
                    out.code(&format!("#link({})[#strong[#{}]]", label(&name), quoted(&plain_text(inside))));
                }
                _ => self.marked("#strong", inside, out),
            },
            Inline::Link(id, inside, _) => self.link(&self.paired.link(*id).clone(), inside, out),
            Inline::Picture(id, _) => {
                let paired = self.paired.picture(*id).clone();
                if let Some((name, alt)) = self.picture_file(&paired, Shown::Alone, out) {
                    let image = format!("image({}, height: 1.6em{})", quoted(&name), alt_field(alt.as_deref()));
                    let image = if alt.is_some() { image } else { format!("pdf.artifact({image})") };
                    out.code(&format!("#box(baseline: 25%, {image})"));
                }
            }
            Inline::Footnote(number, _) => {
                let name = Paper::anchor(self.number, &format!("al-note-{number}"));
                out.code(&format!("#super(link({}, {}))", label(&name), quoted(&number.to_string())));
            }
            Inline::Break(_) => out.code("#linebreak()"),
        }
    }

    fn marked(&mut self, mark: &str, inside: &[Inline], out: &mut Source) {
        out.code(&format!("{mark}["));
        self.push(inside, out);
        out.code("]");
    }

    fn link(&mut self, link: &LinkUse, inside: &[Inline], out: &mut Source) {
        let target = self.paper.target(self.number, link).filter(|name| self.linked.contains(name)).map(|name| label(&name));
        let outside = match link {
            LinkUse::Outside(address) => Some(quoted(address)),
            LinkUse::Page { .. } | LinkUse::File { .. } => self.paper.written_out(link, "").map(|address| quoted(&address)),
            LinkUse::Here(_) | LinkUse::Broken(_) => None,
        };
        let is_inner = target.is_some();
        match target.or(outside) {
            None => return self.push(inside, out),
            Some(target) => {
                out.code(&format!("#link({target})["));
                self.push(inside, out);
                out.code("]");
            }
        }
        if let Some(address) = self.paper.written_out(link, &plain_text(inside)).filter(|_| !is_inner) {
            out.code(&format!("#{}", quoted(&format!(" ({address})"))));
        }
    }

    /// Notes that a picture is used, and says by which name, and with which description when it is to be read out.
    pub fn picture_file(&self, paired: &Paired, shown: Shown, out: &mut Source) -> Option<(String, Option<String>)> {
        let described = shown == Shown::Alone || (shown == Shown::Beside && self.describe_all);
        super::picture_file(paired, described, shown, self.size, out)
    }

    /// Adds `(name, …)` with the places of names to which links lead.
    pub fn anchors(&self, names: &[String], out: &mut Source) {
        let linked = names.iter().filter(|name| self.linked.contains(*name));
        out.array("anchors", linked, |out, name| out.code(&format!("[#metadata(none)#{}]", label(name))));
    }
}

/// `, alt: "…"`, or nothing.
pub fn alt_field(alt: Option<&str>) -> String {
    alt.map_or_else(String::new, |alt| format!(", alt: {}", quoted(alt)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_authors_write_stays_text() {
        assert_eq!(quoted("a \"b\" \\ #let\nx"), "\"a \\\"b\\\" \\\\ #let\\nx\"");
        let mut source = Source::default();
        let path = SitePath::new("content/a.md").unwrap();
        source.code("((");
        source.from(&path, Span { start: 0, end: 9 }, |source| {
            source.code("[");
            source.from(&path, Span { start: 3, end: 5 }, |source| source.string("x"));
            source.code("]");
        });
        assert_eq!(source.origin(&(3..6)).map(|(_, span)| span.start), Some(3));
        assert_eq!(source.origin(&(2..7)).map(|(_, span)| span.start), Some(0));
        assert_eq!(source.origin(&(0..1)), None);
    }
}
