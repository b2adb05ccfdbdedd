//! The check of every page before it is written: can everybody use it?
//!
//! A theme may change any template. What the templates of Alongside promise is therefore checked on what comes out.

mod tokens;

use std::borrow::Cow;
use std::collections::BTreeSet;

use memchr::memmem;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use tokens::{Token, Tokens};

/// The most faults of one page that are told.
const FAULTS_MAX: usize = 10;
/// For as many names of a page there is room from the beginning.
const NAMES: usize = 64;
/// The most tags that are kept.
const TAGS_MAX: usize = 4_096;
/// The longest of them.
const TAG_BYTES_MAX: usize = 512;

/// Tags that were read on pages before. Most tags stand on many pages just as they are, above all those of pictures, which are
/// the longest.
#[derive(Default)]
pub struct KnownTags(FxHashMap<Box<[u8]>, Says>);

/// What a tag says that is without fault, and has nothing to do with the rest of its page.
#[derive(Clone, Copy)]
enum Says {
    /// Nothing that the check asks for.
    Nothing,
    /// A name for what stands around it.
    Name,
    /// A strict content security policy.
    Policy,
}

/// Looks a page over. Each fault is a sentence in plain words. `known` is what pages before it brought.
pub fn check(html: &str, known: &mut KnownTags) -> Vec<String> {
    let mut page = Checker { ids: FxHashSet::with_capacity_and_hasher(NAMES, FxBuildHasher), ..Checker::default() };
    let mut tokens = Tokens::new(html);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open(tag) => page.open(tag, &mut tokens, known),
            Token::Close(name) => page.close(name),
            Token::Text(text) => page.text(text),
        }
        if page.faults.len() >= FAULTS_MAX {
            break;
        }
    }
    page.finish()
}

/// The attributes of a tag that the check looks at.
#[derive(Default)]
struct Facts<'a> {
    alt: Option<&'a [u8]>,
    href: Option<&'a [u8]>,
    src: Option<&'a [u8]>,
    id: Option<&'a [u8]>,
    kind: Option<&'a [u8]>,
    lang: Option<&'a [u8]>,
    label: Option<&'a [u8]>,
    label_for: Option<&'a [u8]>,
    policy: Option<&'a [u8]>,
    name: Option<&'a [u8]>,
    content: Option<&'a [u8]>,
    autoplay: bool,
}

/// Something whose name must be heard: a link, a button, a heading.
struct Named<'a> {
    tag: &'a [u8],
    has_name: bool,
}

/// The elements that a page must have one of.
#[derive(Default)]
struct Landmarks {
    mains: usize,
    headers: usize,
    footers: usize,
    titles: usize,
}

/// What the head of a page must say.
#[derive(Default)]
struct Head {
    has_lang: bool,
    has_title: bool,
    has_policy: bool,
}

#[derive(Default)]
struct Checker<'a> {
    faults: Vec<String>,
    /// Every name on the page.
    ids: FxHashSet<&'a [u8]>,
    /// Those that stand there more than once.
    twice: BTreeSet<&'a [u8]>,
    /// Names to which something on the page points.
    wanted: Vec<&'a [u8]>,
    heading: u8,
    head: Head,
    landmarks: Landmarks,
    navs: Vec<Option<&'a [u8]>>,
    open_named: Vec<Named<'a>>,
    in_title: bool,
    in_main: bool,
    labels_for: FxHashSet<&'a [u8]>,
    inputs: Vec<Option<&'a [u8]>>,
    in_label: usize,
}

impl<'a> Checker<'a> {
    fn fault(&mut self, what: impl Into<String>) {
        self.faults.push(what.into());
    }

    fn open(&mut self, tag: &'a [u8], tokens: &mut Tokens<'a>, known: &mut KnownTags) {
        let whole = tokens.tag();
        if let Some(says) = known.0.get(whole) {
            tokens.pass_over_tag(whole);
            return self.hear(*says);
        }
        let end = tokens.place_behind(whole);
        let before = (self.faults.len(), self.wanted.len());
        let mut facts = Facts::default();
        while let Some((name, value)) = tokens.attribute() {
            self.attribute(tag, name, value, &mut facts);
        }
        let Some(says) = self.says(tag, &facts) else { return };
        self.hear(says);
        let has_to_do_with_others = facts.id.is_some() || (self.faults.len(), self.wanted.len()) != before;
        // A `>` in the middle of a value is not the end of the tag, nor is the end of a page that breaks off there.
        let is_whole = tokens.place() == end && !tokens.is_at_end();
        if !has_to_do_with_others && is_whole && whole.len() <= TAG_BYTES_MAX && known.0.len() < TAGS_MAX {
            known.0.insert(whole.into(), says);
        }
    }

    fn hear(&mut self, says: Says) {
        match says {
            Says::Nothing => {}
            Says::Name => self.name_heard(),
            Says::Policy => self.head.has_policy = true,
        }
    }

    /// What a tag says by itself. `None` for one that must be seen together with the rest of the page, and has been.
    fn says(&mut self, tag: &'a [u8], facts: &Facts<'a>) -> Option<Says> {
        match tag {
            b"img" => return Some(self.image(facts)),
            b"meta" => return Some(self.meta(facts)),
            b"html" => self.head.has_lang = facts.lang.is_some_and(has_words),
            b"title" => self.in_title = true,
            b"main" => {
                self.landmarks.mains += 1;
                self.in_main = true;
            }
            // Inside the text they are parts of it, and no places to jump to.
            b"header" => self.landmarks.headers += usize::from(!self.in_main),
            b"footer" => self.landmarks.footers += usize::from(!self.in_main),
            b"nav" => self.navs.push(facts.label),
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => self.heading(tag, facts),
            b"a" | b"button" | b"summary" => self.named(tag, facts),
            b"label" => {
                self.in_label += 1;
                self.labels_for.extend(facts.label_for);
            }
            b"input" | b"select" | b"textarea" => self.input(facts),
            _ => {
                self.forbidden(tag, facts);
                return Some(Says::Nothing);
            }
        }
        None
    }

    /// What a page says to the browser.
    fn meta(&mut self, facts: &Facts<'a>) -> Says {
        let content = words(facts.content.unwrap_or_default());
        match facts.policy {
            Some(name) if name.eq_ignore_ascii_case(b"content-security-policy") && is_strict(&content) => return Says::Policy,
            Some(name) if name.eq_ignore_ascii_case(b"refresh") => self.fault("The page moves on by itself (refresh)."),
            _ if facts.name == Some(b"viewport") && (content.contains("user-scalable") || content.contains("maximum-scale")) => {
                self.fault("The page cannot be made bigger with two fingers (viewport).");
            }
            _ => {}
        }
        Says::Nothing
    }

    /// Things that no page may hold.
    fn forbidden(&mut self, tag: &'a [u8], facts: &Facts<'a>) {
        match tag {
            b"script" if facts.src.is_none() => {
                self.fault("There is a script inside the page. Scripts stand in files of the theme.");
            }
            b"style" => self.fault("There is a style sheet inside the page. Style sheets stand in files of the theme."),
            b"iframe" | b"object" | b"embed" => {
                self.fault(format!("There is a <{}>. It would fetch something from elsewhere.", words(tag)));
            }
            b"video" | b"audio" if facts.autoplay => self.fault("A film or recording starts by itself."),
            _ => {}
        }
    }

    fn attribute(&mut self, tag: &'a [u8], name: &'a [u8], value: &'a [u8], facts: &mut Facts<'a>) {
        match name {
            b"class" | b"width" | b"height" | b"data-description" => {}
            b"id" => {
                facts.id = Some(value);
                if !self.ids.insert(value) {
                    self.twice.insert(value);
                }
            }
            b"alt" => facts.alt = Some(value),
            b"href" => {
                facts.href = Some(value);
                match value.strip_prefix(b"#") {
                    Some(name) => self.wanted.push(name),
                    None if tag != b"a" => self.stays_here(tag, value),
                    None => {}
                }
            }
            b"src" | b"srcset" | b"poster" => {
                facts.src = Some(value);
                self.stays_here(tag, value);
            }
            b"lang" => facts.lang = Some(value),
            b"type" => facts.kind = Some(value),
            b"http-equiv" => facts.policy = Some(value),
            b"name" => facts.name = Some(value),
            b"content" => facts.content = Some(value),
            b"autoplay" => facts.autoplay = true,
            b"style" => self.fault(format!("<{}> has a style of its own. Styles stand in the style sheet.", words(tag))),
            b"aria-label" => facts.label = facts.label.or(Some(value)),
            b"aria-labelledby" => {
                facts.label = Some(value);
                self.wanted.extend(names(value));
            }
            b"aria-controls" | b"aria-describedby" => self.wanted.extend(names(value)),
            b"for" => {
                facts.label_for = Some(value);
                self.wanted.push(value);
            }
            b"tabindex" if words(value).parse::<i32>().is_ok_and(|place| place > 0) => {
                self.fault("A tabindex above 0 changes the order of the keyboard.");
            }
            _ if name.len() > 2 && name[..2].eq_ignore_ascii_case(b"on") => {
                self.fault(format!("<{}> has a script in the attribute {}.", words(tag), words(name)));
            }
            _ => {}
        }
    }

    /// A page fetches nothing from elsewhere.
    fn stays_here(&mut self, tag: &'a [u8], address: &[u8]) {
        if address.starts_with(b"//") || memchr::memchr(b':', address).is_some() && memmem::find(address, b"://").is_some() {
            self.fault(format!("<{}> fetches something from elsewhere: {}.", words(tag), words(address)));
        }
    }

    fn image(&mut self, facts: &Facts<'a>) -> Says {
        match facts.alt {
            None => self.fault(format!("A picture has no alt: {}.", words(facts.src.unwrap_or_default()))),
            Some(alt) if has_words(alt) => return Says::Name,
            Some(_) => {}
        }
        Says::Nothing
    }

    fn heading(&mut self, tag: &'a [u8], facts: &Facts<'a>) {
        let level = tag[1] - b'0';
        if level == 1 {
            self.landmarks.titles += 1;
        }
        if level > self.heading + 1 {
            self.fault(format!("A heading jumps over a level: <{}> comes behind <h{}>.", words(tag), self.heading));
        }
        self.heading = level;
        self.named(tag, facts);
    }

    fn named(&mut self, tag: &'a [u8], facts: &Facts<'a>) {
        let has_name = facts.label.is_some_and(has_words);
        // A place to jump to is no link.
        let is_link = tag != b"a" || facts.href.is_some();
        self.open_named.push(Named { tag, has_name: has_name || !is_link });
    }

    fn input(&mut self, facts: &Facts<'a>) {
        let hidden = facts.kind.is_some_and(|kind| matches!(kind, b"hidden" | b"submit" | b"button"));
        if !hidden && self.in_label == 0 && facts.label.is_none() {
            self.inputs.push(facts.id);
        }
    }

    fn text(&mut self, text: &[u8]) {
        if has_words(text) {
            self.name_heard();
            self.head.has_title |= self.in_title;
        }
    }

    fn name_heard(&mut self) {
        for named in &mut self.open_named {
            named.has_name = true;
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"title" => self.in_title = false,
            b"main" => self.in_main = false,
            b"label" => self.in_label = self.in_label.saturating_sub(1),
            _ => {
                if self.open_named.last().is_some_and(|named| named.tag == name)
                    && let Some(named) = self.open_named.pop()
                    && !named.has_name
                {
                    self.fault(format!("A <{}> has no words, so nobody can hear what it is.", words(name)));
                }
            }
        }
    }

    fn finish(mut self) -> Vec<String> {
        for name in std::mem::take(&mut self.twice) {
            self.fault(format!("The name “{}” stands twice (id).", words(name)));
        }
        if !self.head.has_lang {
            self.fault("The page does not say in which language it is (lang).");
        }
        if !self.head.has_title {
            self.fault("The page has no <title>.");
        }
        if !self.head.has_policy {
            self.fault("The page has no strict content security policy: default-src 'none', and else only 'self' and 'none'.");
        }
        let Landmarks { mains, headers, footers, titles } = self.landmarks;
        for (count, name) in [(titles, "h1"), (mains, "main")] {
            if count != 1 {
                self.fault(format!("The page needs one <{name}>, and it has {count}."));
            }
        }
        for (count, name) in [(headers, "header"), (footers, "footer")] {
            if count == 0 {
                self.fault(format!("The page has no <{name}>."));
            }
        }
        let mut labels: Vec<_> = self.navs.iter().collect();
        labels.sort_unstable();
        labels.dedup();
        if self.navs.len() > 1 && (labels.len() < self.navs.len() || self.navs.contains(&None)) {
            self.fault("The page has several <nav>, and they are not told apart by an aria-label each.");
        }
        for id in std::mem::take(&mut self.inputs) {
            if id.is_none_or(|id| !self.labels_for.contains(id)) {
                self.fault("A field has no label.");
            }
        }
        for name in std::mem::take(&mut self.wanted) {
            if !self.ids.contains(name) && name != b"top" {
                self.fault(format!("Something leads to the name “{}”, which is not on the page.", words(name)));
            }
        }
        self.faults.truncate(FAULTS_MAX);
        self.faults
    }
}

/// A piece of the page, to be told.
fn words(piece: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(piece)
}

/// The names in a value, with blanks between them.
fn names(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    value.split(u8::is_ascii_whitespace).filter(|name| !name.is_empty())
}

/// Whether a piece of the page holds anything but blanks.
fn has_words(piece: &[u8]) -> bool {
    // Blanks of other alphabets count as blanks too.
    piece.iter().any(u8::is_ascii_graphic) || !piece.is_ascii() && !words(piece).trim().is_empty()
}

/// Whether a content security policy lets a page use nothing but the files of its own site.
fn is_strict(policy: &str) -> bool {
    let mut has_default = false;
    for rule in policy.split(';') {
        let mut words = rule.split_whitespace();
        let name = words.next().unwrap_or("");
        if name == "default-src" {
            has_default = words.clone().eq(["'none'"]);
        }
        if !words.all(|source| matches!(source, "'self'" | "'none'")) {
            return false;
        }
    }
    has_default
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "<!doctype html><html lang=\"en\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><title>T</title>\
        <link rel=\"stylesheet\" href=\"a.css\"></head><body><header><nav aria-label=\"Main\"><a href=\"#m\">Go</a></nav></header>\
        <main id=\"m\"><h1>T</h1><h2>U</h2><img src=\"a.png\" alt=\"\"><button>B</button></main><footer>F</footer></body></html>";

    #[test]
    fn a_good_page_has_no_faults() {
        assert_eq!(check(GOOD, &mut KnownTags::default()), Vec::<String>::new());
    }

    #[test]
    fn each_fault_is_told() {
        for (from, to, word) in [
            (" lang=\"en\"", "", "language"),
            (" alt=\"\"", "", "alt"),
            ("<h2>U</h2>", "<h3>U</h3>", "jumps"),
            ("<h2>U</h2>", "<h1>U</h1>", "one <h1>"),
            ("<h2>U</h2>", "<h2></h2>", "<h2> has no words"),
            ("<button>B</button>", "<button><img src=\"x\" alt=\"\"></button>", "<button> has no words"),
            ("<button>B</button>", "<p id=\"m\">x</p>", "twice"),
            ("<button>B</button>", "<p onclick=\"x()\">x</p>", "onclick"),
            ("<button>B</button>", "<p style=\"x\">x</p>", "style"),
            ("<button>B</button>", "<script>x</script>", "script"),
            ("<button>B</button>", "<input type=\"text\">", "label"),
            ("<button>B</button>", "<nav aria-label=\"Main\"><a href=\"x\">y</a></nav>", "told apart"),
            ("<button>B</button>", "<iframe src=\"x\"></iframe>", "iframe"),
            ("<button>B</button>", "<img alt=\"\" src=\"https://example.org/x.png\">", "elsewhere"),
            ("href=\"#m\"", "href=\"#n\"", "“n”"),
            ("<main id=\"m\">", "<main id=\"m\"><main>", "one <main>"),
            ("<header>", "", "<header>"),
            ("<footer>F</footer>", "", "<footer>"),
            ("<title>T</title>", "<title> </title>", "<title>"),
            ("default-src 'none'", "default-src *", "policy"),
            ("default-src 'none'", "default-src 'none'; script-src 'self' 'unsafe-inline'", "policy"),
            ("default-src 'none'", "img-src 'self'", "policy"),
            ("<title>T</title>", "<title>T</title><meta http-equiv=\"refresh\" content=\"5\">", "by itself"),
            ("<title>T</title>", "<title>T</title><meta name=\"viewport\" content=\"user-scalable=no\">", "two fingers"),
        ] {
            let page = GOOD.replacen(from, to, 1);
            assert_ne!(page, GOOD, "{from}");
            let faults = check(&page, &mut KnownTags::default());
            assert!(faults.iter().any(|fault| fault.contains(word)), "{to}: {faults:?}");
        }
    }

    #[test]
    fn tags_that_are_known_are_judged_as_if_they_were_not() {
        let tags = [
            "<img src=\"a.svg\" alt=\"\">",
            "<img src=\"a.svg\" alt=\"A dog.\" width=\"96\">",
            "<img src=\"a.svg\" alt=\"1 > 0\">",
            "<img src=\"a.svg\" alt=\"1 > 0\" id=\"m\">",
            "<img src=\"a.svg\" alt=\"\" id=\"p\">",
            "<img src=\"a.svg\">",
            "<img src=\"a.svg\" alt=\"\" aria-describedby=\"nothing\">",
            "<img src=\"https://example.org/a.svg\" alt=\"\">",
            "<img src=\"a.svg\" alt=\"\" onload=\"x()\"",
            "<p class=\"a\">",
            "<p class=\"a\" style=\"color: red\">",
            "<label for=\"m\">",
            "<meta name=\"viewport\" content=\"maximum-scale=1\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src *\">",
            "<header class=\"a\">",
        ];
        let mut known = KnownTags::default();
        for first in tags {
            for second in tags {
                // The name of a button may be that of its picture.
                let page = GOOD.replacen("<button>B</button>", &format!("<button>{first}</button><h2>{second}</h2>"), 1);
                assert_eq!(check(&page, &mut known), check(&page, &mut KnownTags::default()), "{page}");
            }
        }
        let mut known_here = KnownTags::default();
        check("<p title=\"a>", &mut known_here);
        assert!(known_here.0.is_empty());
        let kept = |tag: &str| known.0.contains_key(&tag.as_bytes()[1..]);
        assert_eq!(tags.map(kept), [true, true, false, false, false, false, false, false, false, true, false, false, false, true, false]);
    }
}
