//! YAML text -> a tree of values as they are written, each with its place.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{DuplicateKeyPolicy, NonFiniteFloatPolicy, Spanned};

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

/// Reads YAML. `offset` is where `text` begins in its file. Names that read as a part of the words above them are added
/// to `moved_in`.
pub fn read(text: &str, offset: usize, moved_in: &mut Vec<Written<String>>) -> Result<Node, SettingsFault> {
    let quoted = quote::quote(text);
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! { max_depth: DEPTH_MAX },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_saphyr::MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        with_snippet: false,
    };
    let map = Map { quoted: &quoted, offset };
    match serde_saphyr::from_str_with_options::<Spanned<Raw>>(&quoted.text, options) {
        Ok(raw) => {
            let lines = quoted.moved_in.iter().cloned();
            moved_in.extend(lines.map(|(value, at)| Written { value, span: Span::new(offset + at.start..offset + at.end) }));
            Ok(map.node(raw))
        }
        Err(error) => Err(map.fault(&error, text)),
    }
}

/// What the YAML reader gives: like [`Value`], but for words that it took for a number, a truth value or nothing.
enum Raw {
    Nothing,
    Text(String),
    /// Something that is written plainly, and that YAML takes for more than words.
    Plain,
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

/// The way back from places in the quoted text to places in the file.
struct Map<'a> {
    quoted: &'a Quoted,
    offset: usize,
}

impl Map<'_> {
    fn span(&self, location: serde_saphyr::Location) -> Span {
        let span = location.span();
        let byte = |n: Option<u64>| usize::try_from(n.unwrap_or(0)).unwrap_or(0);
        let start = byte(span.byte_offset());
        let end = start + byte(span.byte_len());
        Span::new(self.offset + self.quoted.origin(start)..self.offset + self.quoted.origin(end))
    }

    fn node(&self, raw: Spanned<Raw>) -> Node {
        let location = raw.referenced;
        let value = match raw.value {
            Raw::Nothing => Value::Nothing,
            Raw::Text(text) => Value::Text(text),
            Raw::Plain => Value::Text(self.written(location)),
            Raw::List(items) => Value::List(items.into_iter().map(|item| self.node(item)).collect()),
            Raw::Map(entries) => Value::Map(entries.into_iter().map(|entry| self.entry(entry)).collect()),
        };
        Node { value, span: self.span(location) }
    }

    fn entry(&self, (key, value): (Spanned<String>, Spanned<Raw>)) -> Entry {
        let span = self.span(key.referenced);
        (Written { value: key.value, span }, self.node(value))
    }

    /// The words of a plain value as they are written.
    fn written(&self, location: serde_saphyr::Location) -> String {
        let span = location.span();
        let start = usize::try_from(span.byte_offset().unwrap_or(0)).unwrap_or(0);
        let length = usize::try_from(span.byte_len().unwrap_or(0)).unwrap_or(0);
        self.quoted.text.get(start..start + length).unwrap_or("").trim().to_owned()
    }

    fn fault(&self, error: &serde_saphyr::Error, text: &str) -> SettingsFault {
        let line = error.location().map_or(1, |location| location.line());
        let words = error.to_string();
        let words = words.split(" at line ").next().unwrap_or(&words).to_owned();
        let lines = usize::try_from(line.saturating_sub(1)).unwrap_or(0);
        // The quoted text has the same lines as the source.
        let start: usize = text.split_inclusive('\n').take(lines).map(str::len).sum();
        let length = text[start..].lines().next().map_or(0, str::len);
        let span = Span::new(self.offset + start..self.offset + start + length);
        SettingsFault { span, kind: SettingsFaultKind::NotReadable(words) }
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
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
    fn depth_has_a_limit() {
        let deep = format!("a: {}{}", "[".repeat(5_000), "]".repeat(5_000));
        assert!(read(&deep, 0, &mut Vec::new()).is_err());
    }
}
