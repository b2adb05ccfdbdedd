//! What authors type -> YAML: puts quotes around one-line values that YAML would refuse or change.
//!
//! `title: Access: what it means`, `title: @ilis`, `title: # 1`, `version: 1.10` and `title: 'tis` all mean the words
//! after the first colon. Values that are written as YAML lists, maps, quoted or block text are left alone.

use std::ops::Range;

/// A text with quotes put in, and the way back to where its bytes came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The text. It has the same lines as its source.
    pub text: String,
    /// Pairs (byte here, byte in the source), in order; between them both run alike.
    anchors: Vec<(usize, usize)>,
    /// Lines of the source that read as a part of the words above them, and look like names with values.
    pub moved_in: Vec<(String, Range<usize>)>,
}

impl Quoted {
    /// The byte of the source from which the byte `here` came.
    pub fn origin(&self, here: usize) -> usize {
        let after = self.anchors.partition_point(|(at, _)| *at <= here);
        let (at, source) = after.checked_sub(1).map_or((0, 0), |i| self.anchors[i]);
        let limit = self.anchors.get(after).map_or(usize::MAX, |(_, next)| *next);
        (source + (here - at)).min(limit)
    }

    /// Copies `source[range]`.
    fn copy(&mut self, source: &str, range: Range<usize>) {
        self.anchors.push((self.text.len(), range.start));
        self.text.push_str(&source[range]);
    }

    /// Puts `words` in the place of `source[range]`.
    fn replace(&mut self, words: &str, range: Range<usize>) {
        self.anchors.push((self.text.len(), range.start));
        self.text.push_str(words);
        self.anchors.push((self.text.len(), range.end));
    }
}

/// Puts quotes around the values of `source` that need them.
pub fn quote(source: &str) -> Quoted {
    let mut out = Quoted { text: String::with_capacity(source.len() + 64), anchors: Vec::new(), moved_in: Vec::new() };
    let lines = lines_of(source);
    let mut next = 0;
    while next < lines.len() {
        let line = Line::of(source, lines[next].clone());
        let more = lines[next + 1..].iter().take_while(|range| continues(source, range, line.indent)).count();
        let end = lines[next + more].end;
        next += 1 + match line.value_kind(source, more > 0, end) {
            ValueKind::Leave => {
                out.copy_line(source, &line, lines[next].end);
                0
            }
            ValueKind::Block => {
                out.copy_line(source, &line, end);
                more
            }
            ValueKind::Plain => {
                out.quote_value(source, &line, end);
                out.moved_in.extend(lines[next + 1..=next + more].iter().filter_map(|range| moved_in(source, range)));
                more
            }
        };
    }
    out
}

impl Quoted {
    /// Copies a line, and those that follow it up to `end`, with blanks for the tabs before it.
    fn copy_line(&mut self, source: &str, line: &Line, end: usize) {
        self.indent(source, line);
        self.copy(source, line.text..end);
    }

    /// Copies the name of a line and puts its value, which runs up to `end`, between quotes.
    fn quote_value(&mut self, source: &str, line: &Line, end: usize) {
        self.indent(source, line);
        self.copy(source, line.text..line.name_end);
        // A space is needed behind the colon, and a non-breaking one does not count.
        self.replace(if line.value > line.name_end { " '" } else { "'" }, line.name_end..line.value);
        let value_end = line.value + source[line.value..end].trim_end().len();
        let mut at = line.value;
        for (found, _) in source[line.value..value_end].match_indices('\'') {
            let found = line.value + found;
            self.copy(source, at..found);
            self.replace("''", found..found + 1);
            at = found + 1;
        }
        self.copy(source, at..value_end);
        self.replace("'", value_end..value_end);
        self.copy(source, value_end..end);
    }

    fn indent(&mut self, source: &str, line: &Line) {
        for (at, c) in source[line.start..line.text].char_indices() {
            let at = line.start + at;
            self.replace(if c == '\t' { "  " } else { " " }, at..at + c.len_utf8());
        }
    }
}

fn lines_of(source: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let lines = source.split_inclusive('\n').map(|line| {
        let range = start..start + line.len();
        start = range.end;
        range
    });
    lines.collect()
}

/// Whether a line belongs to the value of a line above with this indent.
fn continues(source: &str, range: &Range<usize>, indent: usize) -> bool {
    let line = &source[range.clone()];
    line.trim().is_empty() || indent_of(line).0 > indent
}

/// The name of a line that reads as a part of the words above it, when it looks as if it had a name.
fn moved_in(source: &str, range: &Range<usize>) -> Option<(String, Range<usize>)> {
    let line = Line::of(source, range.clone());
    let name = source[line.text..line.name_end].strip_suffix(':')?;
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
    plain.then(|| (name.to_owned(), range.start..range.start + source[range.clone()].trim_end().len()))
}

/// The width of the white space at the beginning of a line (a tab counts as two), and its length in bytes.
fn indent_of(line: &str) -> (usize, usize) {
    let blanks = line.chars().take_while(|c| matches!(c, ' ' | '\t' | '\u{A0}'));
    blanks.fold((0, 0), |(width, bytes), c| (width + if c == '\t' { 2 } else { 1 }, bytes + c.len_utf8()))
}

/// A line `  name: value` or `  - value`, cut apart. All numbers are bytes of the source, but for `indent`.
struct Line {
    start: usize,
    indent: usize,
    /// Where the name, or the hyphen of an item, begins.
    text: usize,
    /// The byte after the colon or hyphen; that of the line's end when there is neither.
    name_end: usize,
    /// Where the value begins.
    value: usize,
    end: usize,
}

enum ValueKind {
    /// The line is copied as it is.
    Leave,
    /// The line and all that belong to it are copied as they are.
    Block,
    /// Words, that go between quotes with the lines that belong to them.
    Plain,
}

impl Line {
    fn of(source: &str, range: Range<usize>) -> Self {
        let line = &source[range.clone()];
        let (indent, bytes) = indent_of(line);
        let text = range.start + bytes;
        let content = source[text..range.end].trim_end_matches('\n');
        let name_end = text + name_length(content).unwrap_or(content.len());
        let rest = &source[name_end..range.end];
        let value = name_end + (rest.len() - rest.trim_start_matches([' ', '\t', '\u{A0}']).len());
        Self { start: range.start, indent, text, name_end, value, end: range.end }
    }

    /// How its value is copied. `end` is where the lines end that belong to it.
    fn value_kind(&self, source: &str, has_more: bool, end: usize) -> ValueKind {
        let content = &source[self.text..self.end];
        let value = source[self.value.min(self.end)..self.end].trim_end();
        if content.trim().is_empty() || content.starts_with('#') || value.is_empty() {
            return ValueKind::Leave;
        }
        let head = value.split(" #").next().unwrap_or(value).trim_end();
        if is_block_header(head) {
            return ValueKind::Block;
        }
        let opens = value.chars().next().unwrap_or(' ');
        // Quotes that close on a line below.
        let all = source[self.value.min(end)..end].trim_end();
        if has_more && (is_double_quoted(all) || is_single_quoted(all)) {
            return ValueKind::Block;
        }
        // Words behind closing quotes, on a line below.
        let has_words = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
        if matches!(opens, '"' | '\'') && source[self.end.min(end)..end].lines().any(has_words) {
            return ValueKind::Plain;
        }
        let whole = match opens {
            '"' => is_double_quoted(head) || is_double_quoted(value),
            '\'' => is_single_quoted(head) || is_single_quoted(value),
            '[' => is_bracketed(head, '[', ']', has_more),
            '{' => is_bracketed(head, '{', '}', has_more),
            _ => false,
        };
        if !whole {
            ValueKind::Plain
        } else if has_more && matches!(opens, '[' | '{') {
            ValueKind::Block
        } else {
            ValueKind::Leave
        }
    }
}

/// The length of `name:` or `-` at the beginning of a line; `None` when it is neither.
fn name_length(line: &str) -> Option<usize> {
    let blank = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '\u{A0}']);
    if let Some(rest) = line.strip_prefix('-')
        && blank(rest)
    {
        return Some(1);
    }
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    let from = match quote {
        Some(quote) => line[1..].find(quote)? + 2,
        None => 0,
    };
    let colon = line[from..].match_indices(':').map(|(at, _)| from + at + 1).find(|end| blank(&line[*end..]))?;
    (colon > 1).then_some(colon)
}

/// `|` or `>`, perhaps with `+`, `-` or a digit.
fn is_block_header(value: &str) -> bool {
    let Some(rest) = value.strip_prefix(['|', '>']) else { return false };
    rest.len() <= 2 && rest.bytes().all(|b| matches!(b, b'+' | b'-' | b'1'..=b'9'))
}

fn is_double_quoted(value: &str) -> bool {
    let Some(inside) = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return false };
    let mut escaped = false;
    for c in inside.chars() {
        if c == '"' && !escaped {
            return false;
        }
        escaped = c == '\\' && !escaped;
    }
    !escaped
}

fn is_single_quoted(value: &str) -> bool {
    let inside = value.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    inside.is_some_and(|inside| !inside.replace("''", "").contains('\''))
}

/// Whether the value is one pair of brackets with something in it, or one that goes on in the lines below.
fn is_bracketed(value: &str, open: char, close: char, has_more: bool) -> bool {
    let mut depth = 0_usize;
    for (at, c) in value.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return at + close.len_utf8() == value.len();
            }
        }
    }
    has_more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_between_quotes() {
        for (source, quoted) in [
            ("title: Access: what it means\n", "title: 'Access: what it means'\n"),
            ("title: @ilis", "title: '@ilis'"),
            ("title: # 1", "title: '# 1'"),
            ("title:\u{A0}It's ours", "title: 'It''s ours'"),
            ("title: 'tis", "title: '''tis'"),
            ("title: \"Ours\" and more", "title: '\"Ours\" and more'"),
            ("title: [Draft] Our plan", "title: '[Draft] Our plan'"),
            ("by: \"A\"\n  and \"B\n", "by: '\"A\"\n  and \"B'\n"),
            ("by: A\n  and B\norder: 1\n", "by: 'A\n  and B'\norder: '1'\n"),
            ("words:\n\tDPO: Ours: all\n", "words:\n  DPO: 'Ours: all'\n"),
            ("list:\n  - a: b\n", "list:\n  - 'a: b'\n"),
        ] {
            assert_eq!(quote(source).text, quoted, "{source:?}");
        }
    }

    #[test]
    fn yaml_is_left_alone() {
        for source in [
            "a: \"x: y\"\n",
            "a: 'it''s'\n",
            "a: [b, c]\n",
            "a: {b: c}\n",
            "a: |\n  x: 'y\n  z\nb:\n",
            "# a: b\n",
            "a:\n\n",
            "a: >-\n  x\n",
            "a: [b,\n  c]\n",
            "\"a\": \"b\" # why\n",
            "a: \"b: c\n  d\"\nb:\n",
            "a: 'it''s\n\n  d'\n",
        ] {
            assert_eq!(quote(source).text, source, "{source:?}");
        }
    }

    #[test]
    fn places_lead_back() {
        let source = "a: it's: so\n\tb: c\n";
        let quoted = quote(source);
        let at = quoted.text.find("so").unwrap();
        assert_eq!(quoted.origin(at), source.find("so").unwrap());
        let at = quoted.text.find("b:").unwrap();
        assert_eq!(quoted.origin(at), source.find("b:").unwrap());
        assert_eq!(quoted.origin(quoted.text.len()), source.len());
    }
}
