//! Addresses of published files.

use std::fmt;
use std::sync::Arc;

/// The address of a published file, seen from the top of the site: `words/index.html`, `assets/ramp.k3x.jpg`.
///
/// It is lower-case ASCII and safe as a file name on Linux, macOS and Windows.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

/// The folder of the page "How we made this" of a guide.
const MADE_PAGE: &str = "how-we-made-this";

impl Route {
    /// The address of the home page.
    pub fn home() -> Self {
        Self("index.html".into())
    }

    /// The address of the page with these names: `["working-together", "start"]` is `working-together/start/index.html`.
    /// Each name must come from [`slug`].
    pub fn page<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut route = String::new();
        for name in names {
            route.push_str(name);
            route.push('/');
        }
        route.push_str("index.html");
        Self(route.into())
    }

    /// The address of a file at the top of the site, such as `404.html`.
    pub fn top(name: &'static str) -> Self {
        Self(name.into())
    }

    /// The place of the picture `name` in the folder of a pack.
    pub fn in_pack(name: &str, extension: &str) -> Self {
        Self(format!("{}.{extension}", slug(name)).into())
    }

    /// The address of a file in the folder of `page`. The name must be one from [`slug`], with an ending.
    pub fn beside(page: &Route, name: &str) -> Self {
        let folder = page.0.rfind('/').map_or("", |slash| &page.0[..=slash]);
        Self(format!("{folder}{name}").into())
    }

    /// The address of an asset, named by its contents: `assets/<name>.<hash>.<extension>`.
    pub fn asset(name: &str, hash: &super::ContentHash, extension: &str) -> Self {
        Self(format!("assets/{}.{}.{extension}", slug(name), hash.short()).into())
    }

    /// Reads an address, as a browser asks for it. `None` when no file of ours can have it.
    ///
    /// It leads to nothing by itself: it is only looked up among the addresses that there are.
    pub fn read(address: &str) -> Option<Self> {
        let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
        let is_plain = |part: &str| !part.is_empty() && !part.starts_with('.') && part.chars().all(is_letter);
        address.split('/').all(is_plain).then(|| Self(address.into()))
    }

    /// The address of the page "How we made this" of the guide whose cover stands here.
    pub fn made_page(&self) -> Self {
        let folder = self.0.strip_suffix("index.html").unwrap_or(&self.0);
        Self(format!("{folder}{MADE_PAGE}/index.html").into())
    }

    /// Whether this is the address of a page "How we made this".
    pub fn is_made_page(&self) -> bool {
        self.0.split('/').rev().nth(1) == Some(MADE_PAGE)
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder in which the file lies, seen from the top of the site: empty for a file at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// How many folders deep the file lies: 0 at the top of the site.
    pub fn depth(&self) -> usize {
        self.0.bytes().filter(|b| *b == b'/').count()
    }

    /// Whether both lie below the same folder at the top of the site.
    pub fn shares_folder(&self, other: &Route) -> bool {
        // They go the same way up to the end of the first folder.
        let mut steps = self.0.bytes().zip(other.0.bytes()).take_while(|(one, other)| one == other);
        steps.any(|(step, _)| step == b'/')
    }

    /// The way from this file up to the top of the site: empty, `../`, `../../` …
    pub fn to_top(&self) -> String {
        "../".repeat(self.depth())
    }

    /// The relative link from this file to `other`. It always ends in a file name, so that it works from a disk too.
    pub fn href_to(&self, other: &Route) -> String {
        let (here, there) = (self.0.as_bytes(), other.0.as_bytes());
        let alike = here.iter().zip(there).take_while(|(a, b)| a == b).count();
        // Both go the same way up to the last folder that they share.
        let shared = here[..alike].iter().rposition(|b| *b == b'/').map_or(0, |slash| slash + 1);
        let up = here[shared..].iter().filter(|b| **b == b'/').count();
        let mut href = String::with_capacity(up * 3 + there.len() - shared);
        for _ in 0..up {
            href.push_str("../");
        }
        href.push_str(&other.0[shared..]);
        href
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

/// The address of the page in the file `path`: its folders and its name, without `content/`, the numbers that give the
/// order, and `index`.
pub fn page_route(path: &super::SitePath) -> Route {
    let inside = path.below("content").unwrap_or(path.as_str());
    let inside = inside.strip_suffix(path.file_name()).unwrap_or("");
    let folders = inside.split('/').filter(|part| !part.is_empty()).map(|part| slug(split_number(part).1));
    let name = (path.stem() != "index").then(|| slug(split_number(path.stem()).1));
    let names: Vec<String> = folders.chain(name).collect();
    Route::page(names.iter().map(String::as_str))
}

/// Cuts a number at the beginning of a file name off: `3-where-to-start` is (3, `where-to-start`).
///
/// A number of four digits and more is a year or the like, and part of the name.
pub fn split_number(name: &str) -> (Option<i64>, &str) {
    let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &name[digits..];
    let words = rest.trim_start_matches(['-', '_', '.', ' ', ')']);
    if digits == 0 || digits > 3 || words.is_empty() || words.len() == rest.len() {
        return (None, name);
    }
    (name[..digits].parse().ok(), words)
}

/// The longest name that [`slug`] makes, in letters. Long paths fail on some systems.
const SLUG_MAX: usize = 60;

/// Turns words into a name for addresses: lower-case ASCII letters, digits and single hyphens.
///
/// Accents are dropped. Apostrophes vanish, anything else becomes a hyphen.
/// A name with no letter or digit left (words in another script) gets a short name from its hash, and a name that
/// Windows keeps for itself (`con`, `aux` …) gets `-page` behind it.
pub fn slug(words: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut name = String::with_capacity(words.len().min(SLUG_MAX));
    let mut add = |c: char| {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !is_silent(c) && !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        name.len() < SLUG_MAX
    };
    // Letters of ASCII are taken apart into themselves.
    let _ = if words.is_ascii() { words.chars().all(&mut add) } else { words.nfkd().all(&mut add) };
    let name = name.trim_end_matches('-');
    if name.is_empty() {
        return format!("p-{}", super::ContentHash::of(words.as_bytes()).short());
    }
    if is_kept_by_windows(name) { format!("{name}-page") } else { name.to_owned() }
}

/// Letters that leave nothing behind in an address: apostrophes and the accents that decomposition splits off.
fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{02BC}') || unicode_normalization::char::is_combining_mark(c)
}

fn is_kept_by_windows(name: &str) -> bool {
    let numbered = |kind: &str| name.strip_prefix(kind).is_some_and(|n| n.len() == 1 && n != "0" && n.parse::<u8>().is_ok());
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_end_in_a_file() {
        let home = Route::home();
        let part = Route::page(["guide", "start"]);
        let next = Route::page(["guide", "next"]);
        assert_eq!(home.href_to(&part), "guide/start/index.html");
        assert_eq!(part.href_to(&home), "../../index.html");
        assert_eq!(part.href_to(&next), "../next/index.html");
        assert_eq!(part.href_to(&part), "index.html");
        assert_eq!(part.href_to(&Route::page(["guide"])), "../index.html");
    }

    #[test]
    fn only_plain_addresses_are_read() {
        assert_eq!(Route::read("guide/start/index.html"), Some(Route::page(["guide", "start"])));
        for bad in ["", "/", "/etc/passwd", "..", "a/../b", "a//b", "A", "a%2e", "a\\b", ".hidden", "a/.git/x", "é"] {
            assert_eq!(Route::read(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn addresses_of_pages_leave_numbers_out() {
        let route = |path: &str| page_route(&crate::toolkit::SitePath::new(path).unwrap()).to_string();
        assert_eq!(route("content/index.md"), "index.html");
        assert_eq!(route("content/2-our guide/index.md"), "our-guide/index.html");
        assert_eq!(route("content/our-guide/03_Where to start.md"), "our-guide/where-to-start/index.html");
        assert_eq!(route("content/2026-plan.md"), "2026-plan/index.html");
        assert_eq!(route("content/10.md"), "10/index.html");
        assert_eq!(split_number("10-b"), (Some(10), "b"));
    }

    #[test]
    fn slugs_are_safe_everywhere() {
        assert_eq!(slug("Disabled People’s Organisations"), "disabled-peoples-organisations");
        assert_eq!(slug("  Cyd-gynhyrchu: tŷ ŵyl! "), "cyd-gynhyrchu-ty-wyl");
        assert_eq!(slug("Con"), "con-page");
        assert_eq!(slug("lpt1"), "lpt1-page");
        assert_eq!(slug("com10"), "com10");
        assert!(slug("😀").starts_with("p-"));
        assert_ne!(slug("مرحبا"), slug("شكرا"));
        assert!(slug(&"word ".repeat(50)).len() <= SLUG_MAX);
    }
}
