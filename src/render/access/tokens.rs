//! Reads a page that we made ourselves, tag by tag, without building a tree.
//!
//! Every page is checked before it is written, so this must cost far less than making the page: it goes over each byte
//! once, as a byte: whatever ends something is ASCII, so no piece begins or ends inside a letter. It knows just as much HTML as
//! that needs: tags, attributes, comments, and the elements whose contents are not HTML.

use memchr::{memchr, memmem};

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `<name`: [`Tokens::attribute`] gives its attributes, as long as the next piece is not asked for.
    Open(&'a [u8]),
    /// `</name>`.
    Close(&'a [u8]),
    /// Words; entities are left as they are.
    Text(&'a [u8]),
}

/// Elements whose contents are no HTML.
const RAW: [&[u8]; 4] = [b"script", b"style", b"textarea", b"title"];

/// The pieces of a page, in order.
pub struct Tokens<'a> {
    html: &'a [u8],
    at: usize,
    /// Where the name of the tag begins that was opened last.
    tag: usize,
    in_tag: bool,
    /// The element whose raw contents come next.
    raw: Option<&'static [u8]>,
}

impl<'a> Tokens<'a> {
    /// The pieces of `html`.
    pub fn new(html: &'a str) -> Self {
        Self { html: html.as_bytes(), at: 0, tag: 0, in_tag: false, raw: None }
    }

    /// How many bytes have been read.
    pub fn place(&self) -> usize {
        self.at
    }

    /// Whether all have been.
    pub fn is_at_end(&self) -> bool {
        self.at == self.html.len()
    }

    /// The tag that was opened last, from its name up to the first `>`, with it.
    pub fn tag(&self) -> &'a [u8] {
        let rest = self.rest();
        let end = if self.in_tag { self.at + memchr(b'>', rest).map_or(rest.len(), |end| end + 1) } else { self.at };
        &self.html[self.tag..end]
    }

    /// Where the cursor stands when it has passed over `tag`, as [`Tokens::tag`] gave it.
    pub fn place_behind(&self, tag: &[u8]) -> usize {
        self.tag + tag.len()
    }

    /// Passes over it.
    pub fn pass_over_tag(&mut self, tag: &[u8]) {
        self.at = self.place_behind(tag);
        self.in_tag = false;
    }

    fn byte(&self) -> Option<u8> {
        self.html.get(self.at).copied()
    }

    /// What stands from the cursor on.
    fn rest(&self) -> &'a [u8] {
        self.html.get(self.at..).unwrap_or_default()
    }

    /// What comes before the first byte of one of these kinds; the cursor then stands on that byte.
    fn take_until(&mut self, kinds: u8) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|b| KINDS[usize::from(*b)] & kinds != 0).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// Passes over bytes of these kinds.
    fn skip(&mut self, kinds: u8) {
        while self.byte().is_some_and(|b| KINDS[usize::from(b)] & kinds != 0) {
            self.at += 1;
        }
    }

    /// What comes before `end`; the cursor then stands behind it.
    fn take_through(&mut self, end: u8) -> &'a [u8] {
        let rest = self.rest();
        let length = memchr(end, rest).unwrap_or(rest.len());
        self.at += (length + 1).min(rest.len());
        &rest[..length]
    }

    /// The next attribute of the tag that is open: (name, value). One without a value has an empty one.
    pub fn attribute(&mut self) -> Option<(&'a [u8], &'a [u8])> {
        if !self.in_tag {
            return None;
        }
        if let Some(plain) = self.plain_attribute() {
            return Some(plain);
        }
        self.skip(BLANK | SLASH);
        if self.byte().is_none_or(|b| b == b'>') {
            self.at = (self.at + 1).min(self.html.len());
            self.in_tag = false;
            return None;
        }
        let mut name = self.take_until(BLANK | EQUALS | SLASH | END);
        if name.is_empty() {
            // A stray `=`.
            name = &self.html[self.at..=self.at];
            self.at += 1;
        }
        let behind_name = self.at;
        self.skip(BLANK);
        if self.byte() != Some(b'=') {
            self.at = behind_name;
            return Some((name, b""));
        }
        self.at += 1;
        self.skip(BLANK);
        let value = match self.byte() {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                self.take_through(quote)
            }
            _ => self.take_until(BLANK | END),
        };
        Some((name, value))
    }

    /// The next attribute when it is written as nearly all are: one blank, its name, and its value between `="` and `"`.
    fn plain_attribute(&mut self) -> Option<(&'a [u8], &'a [u8])> {
        let rest = self.rest().strip_prefix(b" ")?;
        let length = rest.iter().position(|b| KINDS[usize::from(*b)] != 0)?;
        let (name, rest) = rest.split_at(length);
        let rest = rest.strip_prefix(b"=\"").filter(|_| length > 0)?;
        let value = &rest[..memchr(b'"', rest)?];
        self.at += 1 + name.len() + 2 + value.len() + 1;
        Some((name, value))
    }

    fn raw_text(&mut self, name: &[u8]) -> Token<'a> {
        let rest = self.rest();
        let ends = |at: &usize| rest[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
        let end = memmem::find_iter(rest, "</").find(ends).unwrap_or(rest.len());
        self.at += end;
        Token::Text(&rest[..end])
    }

    /// The end of an element, behind `</`.
    fn close(&mut self, behind: &'a [u8]) -> Token<'a> {
        // Names are short: no search is quicker than to look at each byte.
        let length = behind.iter().position(|b| *b == b'>').unwrap_or(behind.len());
        self.at = (self.at + 2 + length + 1).min(self.html.len());
        Token::Close(behind[..length].trim_ascii())
    }

    /// The beginning of an element, behind `<`.
    fn open(&mut self, behind: &'a [u8]) -> Token<'a> {
        self.tag = self.at + 1;
        let length = behind.iter().position(|b| KINDS[usize::from(*b)] & (BLANK | SLASH | END) != 0).unwrap_or(behind.len());
        let name = &behind[..length];
        self.in_tag = behind.get(length) != Some(&b'>');
        self.at = self.tag + length + usize::from(!self.in_tag);
        if matches!(name.first(), Some(b's' | b't' | b'S' | b'T')) {
            self.raw = RAW.into_iter().find(|raw| raw.len() == name.len() && raw.eq_ignore_ascii_case(name));
        }
        Token::Open(name)
    }

    /// The piece at `<` that is no tag; `None` for what is no piece of a page.
    fn other_markup(&mut self, rest: &'a [u8]) -> Option<Token<'a>> {
        if rest.starts_with(b"<!--") {
            self.at += memmem::find(rest, b"-->").map_or(rest.len(), |end| end + 3);
            None
        } else if matches!(rest, [_, b'!' | b'?', ..]) {
            self.take_through(b'>');
            None
        } else {
            // A lone `<` is text.
            self.at += 1;
            Some(Token::Text(&rest[..1]))
        }
    }
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

    #[inline]
    fn next(&mut self) -> Option<Token<'a>> {
        while self.in_tag && self.attribute().is_some() {}
        if let Some(name) = self.raw.take() {
            return Some(self.raw_text(name));
        }
        loop {
            let rest = self.rest();
            match rest {
                [] => return None,
                [b'<', b'/', behind @ ..] => return Some(self.close(behind)),
                [b'<', letter, ..] if letter.is_ascii_alphabetic() => return Some(self.open(&rest[1..])),
                [b'<', ..] => {
                    if let Some(token) = self.other_markup(rest) {
                        return Some(token);
                    }
                }
                // The end of a line between two tags is nothing that anybody reads.
                [b'\n', b'<', ..] => self.at += 1,
                _ => {
                    let length = memchr(b'<', rest).unwrap_or(rest.len());
                    self.at += length;
                    return Some(Token::Text(&rest[..length]));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(piece: &[u8]) -> &str {
        std::str::from_utf8(piece).unwrap()
    }

    fn pieces(html: &str) -> Vec<String> {
        let mut tokens = Tokens::new(html);
        let mut pieces = Vec::new();
        while let Some(token) = tokens.next() {
            pieces.push(match token {
                Token::Open(name) => {
                    let attributes = std::iter::from_fn(|| tokens.attribute().map(|(name, value)| (told(name), told(value))));
                    format!("{} {:?}", told(name), attributes.collect::<Vec<_>>())
                }
                Token::Close(name) => format!("/{}", told(name)),
                Token::Text(text) => format!("“{}”", told(text)),
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
        assert_eq!(names, [Token::Open(b"p"), Token::Open(b"i"), Token::Text(b"x")]);
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
