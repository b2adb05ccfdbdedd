//! YAML text -> a tree of values as they are written, each with its place.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, StrInput};

use super::quote::{self, Quoted};
use crate::toolkit::{SettingsFault, SettingsFaultKind, Span, Written};

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it is written.
    pub span: Span,
}

/// A name and its value.
pub type Entry = (Written<String>, Node);

/// A value. Numbers, dates and the like stay as they are written: `1.10` is not `1.1`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// No value.
    Nothing,
    /// Words.
    Text(String),
    /// Values one after the other.
    List(Vec<Node>),
    /// Names with values, in the order of the file; a name may come twice.
    Map(Vec<Entry>),
}

/// How deep values may lie inside each other.
const DEPTH_MAX: usize = 16;
/// The most values of one text.
const NODES_MAX: usize = 250_000;

/// Reads YAML. `offset` is where `text` begins in its file. Names that read as a part of the words above them are added
/// to `moved_in`.
pub fn read(text: &str, offset: usize, moved_in: &mut Vec<Written<String>>) -> Result<Node, SettingsFault> {
    let quoted = quote::quote(text);
    let mut reader = Reader { events: Parser::new_from_str(&quoted.text), quoted: &quoted, offset, nodes: 0 };
    let node = reader.document().map_err(|fault| fault.of_settings(text, offset))?;
    let lines = quoted.moved_in.iter().cloned();
    moved_in.extend(lines.map(|(value, at)| Written { value, span: Span::new(offset + at.start..offset + at.end) }));
    Ok(node)
}

/// Why a text cannot be read.
struct Fault {
    /// The line, from 1. The quoted text has the same lines as its source.
    line: usize,
    why: String,
}

impl Fault {
    fn new(line: usize, why: impl Into<String>) -> Self {
        Self { line, why: why.into() }
    }

    fn of_settings(self, text: &str, offset: usize) -> SettingsFault {
        let start: usize = text.split_inclusive('\n').take(self.line.saturating_sub(1)).map(str::len).sum();
        let length = text[start..].lines().next().map_or(0, str::len);
        let span = Span::new(offset + start..offset + start + length);
        SettingsFault { span, kind: SettingsFaultKind::NotReadable(self.why) }
    }
}

impl From<ScanError> for Fault {
    fn from(error: ScanError) -> Self {
        Self::new(error.marker().line(), error.to_string())
    }
}

/// Something that the YAML reader met, and where.
type Met<'a> = (Event<'a>, granit_parser::Span);

/// Turns what the YAML reader meets into values.
struct Reader<'a> {
    events: Parser<'a, StrInput<'a>>,
    quoted: &'a Quoted,
    offset: usize,
    /// How many values there are so far.
    nodes: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<Met<'a>, Fault> {
        let nothing_more = || Fault::new(self.quoted.text.lines().count(), "the text ends too early");
        Ok(self.events.next().ok_or_else(nothing_more)??)
    }

    /// The only document of the text.
    fn document(&mut self) -> Result<Node, Fault> {
        let mut found = None;
        loop {
            let met = self.next()?;
            match met.0 {
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                Event::StreamEnd => return Ok(found.unwrap_or(Node { value: Value::Nothing, span: self.span(&met.1) })),
                _ if found.is_some() => return Err(Fault::new(met.1.start.line(), "there are several documents")),
                _ => found = Some(self.node(met, 0)?),
            }
        }
    }

    /// The value that begins with this.
    fn node(&mut self, (event, at): Met<'a>, depth: usize) -> Result<Node, Fault> {
        let fault = |why: &str| Err(Fault::new(at.start.line(), why));
        self.nodes += 1;
        if self.nodes > NODES_MAX {
            return fault("there are too many values");
        }
        let value = match event {
            Event::Scalar(words, ScalarStyle::Plain, ..) if is_nothing(&words) => Value::Nothing,
            Event::Scalar(words, ..) => Value::Text(words.into_owned()),
            Event::SequenceStart(..) | Event::MappingStart(..) if depth >= DEPTH_MAX => {
                return fault("values lie too deep inside each other");
            }
            Event::SequenceStart(..) => Value::List(self.items(depth)?),
            Event::MappingStart(..) => Value::Map(self.entries(depth)?),
            Event::Alias(..) | Event::UnresolvedAlias(..) => return fault("a value leads to another one"),
            _ => return fault("there is no value"),
        };
        Ok(Node { value, span: self.span(&at) })
    }

    fn items(&mut self, depth: usize) -> Result<Vec<Node>, Fault> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(items),
                item => items.push(self.node(item, depth + 1)?),
            }
        }
    }

    fn entries(&mut self, depth: usize) -> Result<Vec<Entry>, Fault> {
        const USUAL: usize = 8;
        let mut entries = Vec::with_capacity(USUAL);
        loop {
            match self.next()? {
                (Event::MappingEnd, _) => return Ok(entries),
                (Event::Scalar(name, style, ..), at) if style != ScalarStyle::Plain || !is_nothing(&name) => {
                    let name = Written { value: name.into_owned(), span: self.span(&at) };
                    let value = self.next()?;
                    entries.push((name, self.node(value, depth + 1)?));
                }
                (_, at) => return Err(Fault::new(at.start.line(), "a name is no word")),
            }
        }
    }

    /// A place of the quoted text, in the file.
    fn span(&self, at: &granit_parser::Span) -> Span {
        let Range { start, end } = at.byte_range().unwrap_or_default();
        Span::new(self.offset + self.quoted.origin(start)..self.offset + self.quoted.origin(end))
    }
}

/// Whether YAML takes plain words for no value.
fn is_nothing(words: &str) -> bool {
    matches!(words, "" | "~" | "null" | "Null" | "NULL")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Vec<(String, Value)> {
        match read(text, 0, &mut Vec::new()).unwrap().value {
            Value::Map(entries) => entries.into_iter().map(|(key, node)| (key.value, node.value)).collect(),
            other => panic!("{other:?}"),
        }
    }

    fn text(value: &str) -> Value {
        Value::Text(value.to_owned())
    }

    #[test]
    fn values_stay_as_they_are_written() {
        let found = entries("version: 1.10\norder: 007\nlist: [1.10, yes, a]\nnothing:\n");
        let list = |items: &[&str]| items.iter().map(|item| text(item)).collect::<Vec<_>>();
        assert_eq!(found[0], ("version".into(), text("1.10")));
        assert_eq!(found[1], ("order".into(), text("007")));
        let Value::List(items) = &found[2].1 else { panic!("{:?}", found[2]) };
        assert_eq!(items.iter().map(|item| item.value.clone()).collect::<Vec<_>>(), list(&["1.10", "yes", "a"]));
        assert_eq!(found[3], ("nothing".into(), Value::Nothing));
    }

    #[test]
    fn places_are_those_of_the_source() {
        let source = "a: it's\ntitle: One: two\n";
        let Value::Map(entries) = read(source, 10, &mut Vec::new()).unwrap().value else { panic!() };
        let (key, node) = &entries[1];
        let at = |span: Span| &source[span.start as usize - 10..span.end as usize - 10];
        assert_eq!((at(key.span), at(node.span)), ("title", "One: two"));
    }

    #[test]
    fn a_bomb_of_references_is_only_text() {
        let found = entries("a: &a [x]\nb: *a\nc: !!python/object x\n");
        assert_eq!(found[1].1, text("*a"));
        assert_eq!(found[2].1, text("!!python/object x"));
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        for (source, line) in [
            ("a: 1\nb: [c, *d]\n", "b: [c, *d]"),
            ("a: [&x b, *x]\n", "a: [&x b, *x]"),
            ("a: b\n~: c\n", "~: c"),
            ("[a]: b\n---\nc: d\n", "[a]: b"),
        ] {
            let fault = read(source, 5, &mut Vec::new()).unwrap_err();
            assert_eq!(&source[fault.span.start as usize - 5..fault.span.end as usize - 5], line, "{source}");
        }
        assert_eq!(read("", 0, &mut Vec::new()).unwrap().value, Value::Nothing);
        let Value::List(items) = entries("a: [~, null, '']\n").remove(0).1 else { panic!() };
        assert_eq!(items.into_iter().map(|item| item.value).collect::<Vec<_>>(), [Value::Nothing, Value::Nothing, text("")]);
    }

    #[test]
    fn depth_and_number_have_limits() {
        let nested = |depth: usize| format!("a: {}b{}", "[".repeat(depth), "]".repeat(depth));
        for (depth, is_read) in [(DEPTH_MAX - 1, true), (DEPTH_MAX, false), (5_000, false)] {
            assert_eq!(read(&nested(depth), 0, &mut Vec::new()).is_ok(), is_read, "{depth}");
        }
        for (count, is_read) in [(NODES_MAX - 2, true), (NODES_MAX - 1, false)] {
            let many = format!("a: [{}]", "b,".repeat(count));
            assert_eq!(read(&many, 0, &mut Vec::new()).is_ok(), is_read, "{count}");
        }
    }
}
