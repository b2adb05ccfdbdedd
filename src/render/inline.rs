//! Words with their marks -> HTML: the only HTML that is made outside templates.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use memchr::{memchr2, memchr3};

use super::view::PictureView;
use crate::toolkit::{ContentHash, Explained, Inline, LinkUse, PairedPage, Route, SitePath, WordUse, plain_text, same_word, slug};

/// The address of the word list.
pub fn words_route() -> Route {
    Route::page(["words"])
}

/// The name of a word's entry on the page of the word list.
///
/// “tân” and “tan”, or “C” and “C++”, are different words: what an address cannot show makes the name longer.
pub fn word_anchor(word: &str) -> String {
    let word = same_word(word);
    let name = slug(&word);
    if word.replace(' ', "-") == name { format!("w-{name}") } else { format!("w-{name}-{}", ContentHash::of(word.as_bytes()).short()) }
}

/// The pages that are printed together as one: links between them stay inside, and addresses outside are written out.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// Each page's number among them, from 0.
    pub pages: HashMap<SitePath, usize>,
    /// Where the site will stand.
    pub address: Option<String>,
}

impl Paper {
    /// The name under which the page `number` begins.
    pub fn page_anchor(number: usize) -> String {
        format!("p{number}")
    }

    /// What a name of the page `number` is called among the names of all.
    pub fn anchor(number: usize, name: &str) -> String {
        format!("p{number}-{name}")
    }

    /// The name in the printed guide to which a link leads; `None` when it leads out of it.
    pub fn target(&self, here: usize, link: &LinkUse) -> Option<String> {
        match link {
            LinkUse::Here(name) => Some(Self::anchor(here, name)),
            LinkUse::Page { path, fragment, .. } => {
                let number = *self.pages.get(path)?;
                Some(fragment.as_ref().map_or_else(|| Self::page_anchor(number), |name| Self::anchor(number, name)))
            }
            _ => None,
        }
    }

    /// The address to write beside a link that leads out, unless its words say it already.
    pub fn written_out(&self, link: &LinkUse, words: &str) -> Option<String> {
        let on_site = |route: &Route| self.address.as_ref().map(|address| format!("{address}{route}"));
        let address = match link {
            LinkUse::Page { route, fragment, .. } => {
                let page = on_site(route)?.trim_end_matches("index.html").to_owned();
                fragment.as_ref().map_or(page.clone(), |name| format!("{page}#{name}"))
            }
            LinkUse::File { route, .. } => on_site(route)?,
            LinkUse::Outside(address) if address.starts_with("tel:") => return None,
            LinkUse::Outside(address) => address.trim_start_matches("mailto:").to_owned(),
            LinkUse::Here(_) | LinkUse::Broken(_) => return None,
        };
        let bare = |text: &str| text.trim().trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned();
        (!bare(words).contains(&bare(&address))).then_some(address)
    }
}

/// Makes HTML of the words of one page.
pub struct InlineWriter<'a> {
    pub paired: &'a PairedPage,
    /// The address of the page that is made.
    pub route: &'a Route,
    /// Which footnotes have been mentioned, by number from 1.
    pub footnotes_seen: Vec<usize>,
    /// The pages among which it is printed, and its number there.
    pub paper: Option<(&'a Paper, usize)>,
}

/// A hard word of a row, with the name under which its meaning stands beside the row.
#[derive(Clone, Debug)]
pub struct Meaning {
    pub anchor: String,
    pub word: Arc<Explained>,
}

impl InlineWriter<'_> {
    /// What a name of the page is called where it is shown.
    pub fn anchor<'n>(&self, name: &'n str) -> Cow<'n, str> {
        self.paper.map_or(Cow::Borrowed(name), |(_, number)| Cow::Owned(Paper::anchor(number, name)))
    }

    /// HTML of words whose hard words lead to the word list.
    pub fn html(&mut self, words: &[Inline]) -> String {
        let mut out = String::new();
        self.push_html(words, &mut out);
        out
    }

    /// Adds HTML of words whose hard words lead to the word list.
    pub fn push_html(&mut self, words: &[Inline], out: &mut String) {
        self.push(words, out, &mut None);
    }

    /// HTML of the words of the row `row`, whose hard words lead to meanings that stand beside it.
    pub fn row_html(&mut self, row: &str, words: &[Inline], meanings: &mut Vec<Meaning>) -> String {
        let mut out = String::with_capacity(80);
        self.push_row_html(row, words, meanings, &mut out);
        out
    }

    /// Adds the HTML of the words of the row `row`.
    pub fn push_row_html(&mut self, row: &str, words: &[Inline], meanings: &mut Vec<Meaning>, out: &mut String) {
        self.push(words, out, &mut Some((row, meanings)));
    }

    fn push(&mut self, words: &[Inline], out: &mut String, beside: &mut Option<(&str, &mut Vec<Meaning>)>) {
        for inline in words {
            match inline {
                Inline::Text(text, _) => escape(text, out),
                Inline::Html(html, _) => escape(html, out),
                Inline::Code(code, _) => self.element("code", |_, out| escape(code, out), out),
                Inline::Emphasis(inside, _) => self.element("em", |writer, out| writer.push(inside, out, beside), out),
                Inline::Strike(inside, _) => self.element("s", |writer, out| writer.push(inside, out, beside), out),
                Inline::Strong(id, inside, _) => match self.paired.word(*id).clone() {
                    WordUse::Explained(word) => self.hard_word(&word, inside, out, beside),
                    _ => self.element("strong", |writer, out| writer.push(inside, out, beside), out),
                },
                Inline::Link(id, inside, _) => self.link(&self.paired.link(*id).clone(), inside, out, beside),
                Inline::Picture(id, _) => {
                    if let Some(picture) = PictureView::alone(self.paired.picture(*id), self.route) {
                        picture.push_img(out);
                    }
                }
                Inline::Footnote(number, _) => self.footnote(*number, out),
                Inline::Break(_) => out.push_str("<br>"),
            }
        }
    }

    fn element(&mut self, name: &str, inside: impl FnOnce(&mut Self, &mut String), out: &mut String) {
        out.push('<');
        out.push_str(name);
        out.push('>');
        inside(self, out);
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }

    fn hard_word(&mut self, word: &Arc<Explained>, inside: &[Inline], out: &mut String, beside: &mut Option<(&str, &mut Vec<Meaning>)>) {
        let href = match beside {
            Some((row, meanings)) => {
                let known = meanings.iter().find(|meaning| meaning.word.entry == word.entry).map(|meaning| meaning.anchor.clone());
                let anchor = known.unwrap_or_else(|| {
                    let anchor = format!("{row}-w{}", meanings.len() + 1);
                    meanings.push(Meaning { anchor: anchor.clone(), word: word.clone() });
                    anchor
                });
                // On paper every word leads to the word list at the end: its meaning stands beside the first of them only.
                if self.paper.is_some() { format!("#{}", word_anchor(&word.entry.word)) } else { format!("#{anchor}") }
            }
            None if self.paper.is_some() => format!("#{}", word_anchor(&word.entry.word)),
            None => format!("{}#{}", self.route.href_to(&words_route()), word_anchor(&word.entry.word)),
        };
        out.push_str("<a class=\"word\" href=\"");
        escape(&href, out);
        out.push_str("\">");
        // A mark inside a hard word cannot be a link of its own.
        escape(&crate::toolkit::plain_text(inside), out);
        out.push_str("</a>");
    }

    fn link(&mut self, link: &LinkUse, inside: &[Inline], out: &mut String, beside: &mut Option<(&str, &mut Vec<Meaning>)>) {
        if let Some((target, written)) =
            self.paper.map(|(paper, here)| (paper.target(here, link), paper.written_out(link, &plain_text(inside))))
        {
            return self.link_on_paper(link, target, written, inside, out);
        }
        let (href, note) = match link {
            LinkUse::Page { route, fragment, .. } => {
                let fragment = fragment.as_ref().map_or(String::new(), |name| format!("#{name}"));
                (format!("{}{fragment}", self.route.href_to(route)), None)
            }
            LinkUse::Here(name) => (format!("#{name}"), None),
            LinkUse::File { route, bytes } => (self.route.href_to(route), Some(file_note(route, *bytes))),
            LinkUse::Outside(address) => (address.clone(), None),
            LinkUse::Broken(_) => return self.push(inside, out, beside),
        };
        out.push_str("<a href=\"");
        escape(&href, out);
        out.push_str("\">");
        self.push(inside, out, &mut None);
        out.push_str("</a>");
        if let Some(note) = note {
            out.push_str(" (");
            escape(&note, out);
            out.push(')');
        }
    }

    /// A link inside of the printed guide, or one with its address beside it.
    fn link_on_paper(&mut self, link: &LinkUse, target: Option<String>, written: Option<String>, inside: &[Inline], out: &mut String) {
        let href = match (target, link) {
            (Some(name), _) => format!("#{name}"),
            (None, LinkUse::Page { route, fragment, .. }) => {
                let fragment = fragment.as_ref().map_or(String::new(), |name| format!("#{name}"));
                format!("{}{fragment}", self.route.href_to(route))
            }
            (None, LinkUse::File { route, .. }) => self.route.href_to(route),
            (None, LinkUse::Outside(address)) => address.clone(),
            (None, LinkUse::Here(_) | LinkUse::Broken(_)) => return self.push(inside, out, &mut None),
        };
        let inner = href.starts_with('#');
        out.push_str(if inner { "<a class=\"inner\" href=\"" } else { "<a href=\"" });
        escape(&href, out);
        out.push_str("\">");
        self.push(inside, out, &mut None);
        out.push_str("</a>");
        if let Some(address) = written.filter(|_| !inner) {
            out.push_str(" <span class=\"address\" dir=\"ltr\">(");
            escape(&address, out);
            out.push_str(")</span>");
        }
    }

    fn footnote(&mut self, number: usize, out: &mut String) {
        let first = !self.footnotes_seen.contains(&number);
        let name = format!("al-note-{number}");
        let name = self.anchor(&name);
        let id = if first { format!(" id=\"{name}-from\"") } else { String::new() };
        self.footnotes_seen.push(number);
        out.push_str(&format!("<sup><a class=\"footnote\"{id} href=\"#{name}\">{number}</a></sup>"));
    }
}

/// The kind and size of a file: `PDF, 120 KB`.
fn file_note(route: &Route, bytes: u64) -> String {
    let kind = crate::toolkit::extension_of(route.as_str()).to_uppercase();
    if bytes == 0 { kind } else { format!("{kind}, {}", size_words(bytes)) }
}

/// The size of a file in words: `120 KB`.
pub fn size_words(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// Adds text to HTML.
pub fn escape(text: &str, out: &mut String) {
    const SHORT: usize = 24;
    let (bytes, is_sign) = (text.as_bytes(), |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\''));
    let is_short = bytes.len() < SHORT;
    // Most texts have none of these signs. To look for several at once pays off for a sentence, and not for a name.
    let is_plain = if is_short {
        !bytes.iter().any(is_sign)
    } else {
        memchr3(b'&', b'<', b'>', bytes).or_else(|| memchr2(b'"', b'\'', bytes)).is_none()
    };
    if is_plain {
        return out.push_str(text);
    }
    let mut rest = text;
    while let Some(at) = rest.as_bytes().iter().position(is_sign) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        let mut out = String::new();
        escape("a < b & \"c\" 'd' > é", &mut out);
        assert_eq!(out, "a &lt; b &amp; &quot;c&quot; &#39;d&#39; &gt; é");
    }

    #[test]
    fn files_say_how_large_they_are() {
        let route = Route::asset("plan", &crate::toolkit::ContentHash::of(b"x"), "pdf");
        assert_eq!(file_note(&route, 1_001), "PDF, 2 KB");
        assert_eq!(file_note(&route, 2_340_000), "PDF, 2.3 MB");
    }
}
