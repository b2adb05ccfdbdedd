//! Reads a page that we made ourselves, tag by tag, without building a tree.
//!
//! Every page is checked before it is written, so this must cost far less than making the page: it goes over each byte
//! once. It knows just as much HTML as that needs: tags, attributes, comments, and the elements whose contents are not HTML.

use memchr::{memchr, memmem};

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `<name`: [`Tokens::attribute`] gives its attributes, as long as the next piece is not asked for.
    Open(&'a str),
    /// `</name>`.
    Close(&'a str),
    /// Words; entities are left as they are.
    Text(&'a str),
}

/// Elements whose contents are no HTML.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// The pieces of a page, in order.
pub struct Tokens<'a> {
    html: &'a str,
    at: usize,
    in_tag: bool,
    /// The element whose raw contents come next.
    raw: Option<&'static str>,
}

impl<'a> Tokens<'a> {
    /// The pieces of `html`.
    pub fn new(html: &'a str) -> Self {
        Self { html, at: 0, in_tag: false, raw: None }
    }

    fn byte(&self) -> Option<u8> {
        self.html.as_bytes().get(self.at).copied()
    }

    /// The text up to the first byte of one of these kinds; the cursor then stands on that byte.
    fn take_until(&mut self, kinds: u8) -> &'a str {
        let start = self.at;
        let rest = &self.html.as_bytes()[start..];
        self.at += rest.iter().position(|b| KINDS[usize::from(*b)] & kinds != 0).unwrap_or(rest.len());
        // All bytes that end something are ASCII, so the cursor never stands inside a letter.
        &self.html[start..self.at]
    }

    /// Passes over blanks.
    fn skip_blanks(&mut self) {
        while self.byte().is_some_and(is_blank) {
            self.at += 1;
        }
    }

    /// The text up to `end`; the cursor then stands behind it.
    fn take_through(&mut self, end: u8) -> &'a str {
        let start = self.at;
        let length = memchr(end, &self.html.as_bytes()[start..]).unwrap_or(self.html.len() - start);
        self.at = (start + length + 1).min(self.html.len());
        &self.html[start..start + length]
    }

    /// The next attribute of the tag that is open: (name, value). One without a value has an empty one.
    pub fn attribute(&mut self) -> Option<(&'a str, &'a str)> {
        if !self.in_tag {
            return None;
        }
        while self.byte().is_some_and(|b| is_blank(b) || b == b'/') {
            self.at += 1;
        }
        match self.byte() {
            None | Some(b'>') => {
                self.at = (self.at + 1).min(self.html.len());
                self.in_tag = false;
                return None;
            }
            Some(_) => {}
        }
        let mut name = self.take_until(BLANK | EQUALS | SLASH | END);
        if name.is_empty() {
            // A stray `=`.
            name = &self.html[self.at..=self.at];
            self.at += 1;
        }
        let behind_name = self.at;
        self.skip_blanks();
        if self.byte() != Some(b'=') {
            self.at = behind_name;
            return Some((name, ""));
        }
        self.at += 1;
        self.skip_blanks();
        let value = match self.byte() {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                self.take_through(quote)
            }
            _ => self.take_until(BLANK | END),
        };
        Some((name, value))
    }

    fn raw_text(&mut self, name: &str) -> Token<'a> {
        let start = self.at;
        let bytes = &self.html.as_bytes()[start..];
        let ends = |at: &usize| bytes[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
        let end = memmem::find_iter(bytes, "</").find(ends).unwrap_or(bytes.len());
        self.at += end;
        Token::Text(&self.html[start..self.at])
    }

    /// The tag, comment or text at `<`; `None` for what is no piece of a page.
    fn markup(&mut self) -> Option<Token<'a>> {
        let rest = &self.html[self.at..];
        match rest.as_bytes().get(1) {
            Some(b'!') if rest.starts_with("<!--") => {
                self.at += rest.find("-->").map_or(rest.len(), |end| end + 3);
                None
            }
            Some(b'!' | b'?') => {
                self.take_through(b'>');
                None
            }
            Some(b'/') => {
                self.at += 2;
                let name = self.take_until(END);
                self.at = (self.at + 1).min(self.html.len());
                Some(Token::Close(name.trim_ascii()))
            }
            Some(letter) if letter.is_ascii_alphabetic() => {
                self.at += 1;
                let name = self.take_until(BLANK | SLASH | END);
                self.in_tag = true;
                self.raw = RAW.into_iter().find(|raw| raw.len() == name.len() && raw.eq_ignore_ascii_case(name));
                Some(Token::Open(name))
            }
            // A lone `<` is text.
            _ => {
                self.at += 1;
                Some(Token::Text(&rest[..1]))
            }
        }
    }
}

fn is_blank(byte: u8) -> bool {
    KINDS[usize::from(byte)] & BLANK != 0
}

/// The kinds of bytes that end something.
const BLANK: u8 = 1;
const EQUALS: u8 = 2;
const SLASH: u8 = 4;
const END: u8 = 8;

/// The kind of each byte: looked up, since every byte of every tag is asked for its own.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    kinds[b' ' as usize] = BLANK;
    kinds[b'\n' as usize] = BLANK;
    kinds[b'\t' as usize] = BLANK;
    kinds[b'\r' as usize] = BLANK;
    kinds[0x0c] = BLANK;
    kinds[b'=' as usize] = EQUALS;
    kinds[b'/' as usize] = SLASH;
    kinds[b'>' as usize] = END;
    kinds
};

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while self.attribute().is_some() {}
        if let Some(name) = self.raw.take() {
            return Some(self.raw_text(name));
        }
        loop {
            match self.byte()? {
                b'<' => {
                    if let Some(token) = self.markup() {
                        return Some(token);
                    }
                }
                _ => {
                    let start = self.at;
                    self.at += memchr(b'<', &self.html.as_bytes()[start..]).unwrap_or(self.html.len() - start);
                    return Some(Token::Text(&self.html[start..self.at]));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(html: &str) -> Vec<String> {
        let mut tokens = Tokens::new(html);
        let mut pieces = Vec::new();
        while let Some(token) = tokens.next() {
            pieces.push(match token {
                Token::Open(name) => {
                    let attributes: Vec<_> = std::iter::from_fn(|| tokens.attribute()).collect();
                    format!("{name} {attributes:?}")
                }
                Token::Close(name) => format!("/{name}"),
                Token::Text(text) => format!("“{text}”"),
            });
            assert!(pieces.len() < 100);
        }
        pieces
    }

    #[test]
    fn tags_and_words_come_apart() {
        let found = pieces(
            "<!doctype html><p class='a > b' hidden data-x=1>A &lt; <!-- <i> -->b</p><br/><script>if (a</b>c) </script>x < y<a href=\"é\"\n title>",
        );
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
            "a [(\"href\", \"é\"), (\"title\", \"\")]",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn attributes_need_not_be_asked_for() {
        let names: Vec<_> = Tokens::new("<p a='>' b><i>x").collect();
        assert_eq!(names, [Token::Open("p"), Token::Open("i"), Token::Text("x")]);
    }

    #[test]
    fn broken_pages_come_to_an_end() {
        for html in [
            "<",
            "<p",
            "<p a='",
            "<!--",
            "</",
            "<script>",
            "<p =é>",
            "<é",
            "<p é=1 é>",
            "<a href=",
            "<!",
            "<p = =>",
            "<p a= >",
            "<a\u{a0}b>",
        ] {
            assert!(pieces(html).len() < 20, "{html}");
        }
    }
}
