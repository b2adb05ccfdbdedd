//! Reads a page that we made ourselves, tag by tag, without building a tree.
//!
//! Every page is checked before it is written, so this must cost far less than making the page. It knows just as much
//! HTML as that needs: tags, attributes, comments, and the elements whose contents are not HTML.

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `<name …>`.
    Open(Tag<'a>),
    /// `</name>`.
    Close(&'a str),
    /// Words; entities are left as they are.
    Text(&'a str),
}

/// An opening tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name as written.
    pub name: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// Its attributes in order: (name, value). An attribute without a value has an empty one.
    pub fn attributes(self) -> Attributes<'a> {
        Attributes { rest: self.attributes }
    }
}

/// The attributes of a tag.
pub struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest.trim_start_matches([' ', '\n', '\t', '\r', '\u{c}', '/']);
        if rest.is_empty() {
            return None;
        }
        let name_end = rest.find(['=', ' ', '\n', '\t', '\r', '\u{c}', '/']).unwrap_or(rest.len()).max(1);
        let (name, after) = rest.split_at(floor(rest, name_end));
        let Some(value) = after.trim_start().strip_prefix('=') else {
            self.rest = after;
            return Some((name, ""));
        };
        let value = value.trim_start();
        let (value, after) = match value.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => value[1..].split_once(char::from(*quote)).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        self.rest = after;
        Some((name, value))
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Elements whose contents are no HTML.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// The pieces of a page, in order.
pub struct Tokens<'a> {
    rest: &'a str,
    /// The element whose raw contents come next.
    raw: Option<&'a str>,
}

impl<'a> Tokens<'a> {
    /// The pieces of `html`.
    pub fn new(html: &'a str) -> Self {
        Self { rest: html, raw: None }
    }

    fn raw_text(&mut self, name: &str) -> Token<'a> {
        let bytes = self.rest.as_bytes();
        let ends = |at: &usize| {
            bytes[*at..].starts_with(b"</")
                && bytes[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        };
        let end = (0..bytes.len()).find(ends).unwrap_or(bytes.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        Token::Text(text)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take() {
            return Some(self.raw_text(name));
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(at) = self.rest.find('<') else { return Some(Token::Text(std::mem::take(&mut self.rest))) };
            if at > 0 {
                let (text, rest) = self.rest.split_at(at);
                self.rest = rest;
                return Some(Token::Text(text));
            }
            if let Some(comment) = self.rest.strip_prefix("<!--") {
                self.rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let inside = &self.rest[1..];
            match inside.as_bytes().first() {
                Some(b'!' | b'?') => self.rest = inside.split_once('>').map_or("", |(_, rest)| rest),
                Some(b'/') => {
                    let (name, rest) = inside[1..].split_once('>').unwrap_or((&inside[1..], ""));
                    self.rest = rest;
                    return Some(Token::Close(name.trim()));
                }
                Some(letter) if letter.is_ascii_alphabetic() => return Some(self.open(inside)),
                _ => {
                    // A lone `<` is text.
                    let (text, rest) = self.rest.split_at(1);
                    self.rest = rest;
                    return Some(Token::Text(text));
                }
            }
        }
    }
}

impl<'a> Tokens<'a> {
    fn open(&mut self, inside: &'a str) -> Token<'a> {
        let bytes = inside.as_bytes();
        let name_end = bytes.iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>')).unwrap_or(bytes.len());
        let at = tag_end(inside, name_end);
        let tag = Tag { name: &inside[..name_end], attributes: &inside[name_end..at] };
        self.rest = inside.get(at + 1..).unwrap_or("");
        self.raw = RAW.into_iter().find(|name| name.eq_ignore_ascii_case(tag.name));
        Token::Open(tag)
    }
}

/// The place of the `>` that ends the tag whose name ends at `from`. One inside a quoted value does not count.
fn tag_end(inside: &str, from: usize) -> usize {
    let rest = &inside.as_bytes()[from..];
    let first = rest.iter().position(|b| *b == b'>').unwrap_or(rest.len());
    let even_quotes = rest[..first].iter().fold(true, |even, b| even ^ (*b == b'"'));
    if even_quotes && !rest[..first].contains(&b'\'') {
        return from + first;
    }
    let mut quote = None;
    let end = rest.iter().position(|byte| {
        match quote {
            Some(open) if *byte == open => quote = None,
            None if matches!(byte, b'"' | b'\'') => quote = Some(*byte),
            _ => {}
        }
        quote.is_none() && *byte == b'>'
    });
    from + end.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_words_come_apart() {
        let found: Vec<String> =
            Tokens::new("<!doctype html><p class='a > b' hidden data-x=1>A &lt; <!-- <i> -->b</p><br/><script>if (a</b>c) </script>x < y")
                .map(|token| match token {
                    Token::Open(tag) => format!("{} {:?}", tag.name, tag.attributes().collect::<Vec<_>>()),
                    Token::Close(name) => format!("/{name}"),
                    Token::Text(text) => format!("“{text}”"),
                })
                .collect();
        let expected = [
            "p [(\"class\", \"a > b\"), (\"hidden\", \"\"), (\"data-x\", \"1\")]",
            "“A &lt; ”",
            "“b”",
            "/p",
            "br []",
            "script []",
            "“if (a</b>c) ”",
            "/script",
            "“x ”",
            "“<”",
            "“ y”",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn broken_pages_come_to_an_end() {
        for html in ["<", "<p", "<p a='", "<!--", "</", "<script>", "<p =é>", "<é", "<p é=1 é>", "<a href=", "<!"] {
            assert!(Tokens::new(html).take(20).count() < 20, "{html}");
        }
    }
}
