//! The files in which a guide is published beside its web pages.

use std::collections::HashMap;

use super::{Config, FormatKind, Place, Route, slug};

/// A size in which a guide is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrintSize {
    /// A4 paper, letters of 16 points.
    Print,
    /// A4 paper, letters of 20 points: the UK Association for Accessible Formats asks for 16 at least, 18 ideally.
    Large,
    /// A4 paper, letters of 28 points.
    Giant,
    /// A5 pages, two on a sheet of A4 paper, letters of 14 points: no text of ours is smaller.
    Booklet,
}

impl PrintSize {
    /// Its name, as in `formats:`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Print => "print",
            Self::Large => "large-print",
            Self::Giant => "giant-print",
            Self::Booklet => "booklet",
        }
    }

    /// How large the letters of the text are, in points.
    pub fn letters_pt(self) -> u32 {
        match self {
            Self::Booklet => 14,
            Self::Print => 16,
            Self::Large => 20,
            Self::Giant => 28,
        }
    }
}

/// How a guide is to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditionKind {
    /// Its pages on the web.
    Web,
    /// One page to print.
    Page(PrintSize),
    /// A PDF.
    Pdf(PrintSize),
}

/// One way in which a guide is to be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its kind.
    pub kind: EditionKind,
    /// Its address.
    pub route: Route,
}

impl EditionKind {
    /// Its name in templates and in the words of the interface: `web`, `large-print`, `pdf-large-print` …
    pub fn word(self) -> String {
        match self {
            Self::Web => "web".to_owned(),
            Self::Page(size) => size.word().to_owned(),
            Self::Pdf(size) => format!("pdf-{}", size.word()),
        }
    }
}

/// What is known of a PDF when it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PdfFacts {
    /// How many pages it has.
    pub pages: usize,
    /// How large it is.
    pub bytes: u64,
}

/// The PDFs that were made, by their addresses.
pub type Pdfs = HashMap<Route, PdfFacts>;

/// The ways in which the guide with this cover is to be had, in the order in which they are listed.
pub fn editions(cover: &Place, config: &Config) -> Vec<Edition> {
    let own = &cover.front.formats;
    let formats = if own.is_empty() { &config.formats } else { own };
    let has = |kind: FormatKind| formats.contains(&kind);
    let sizes =
        [(FormatKind::Print, PrintSize::Print), (FormatKind::LargePrint, PrintSize::Large), (FormatKind::GiantPrint, PrintSize::Giant)];
    let pages = sizes.into_iter().filter(|(kind, _)| has(*kind)).map(|(_, size)| EditionKind::Page(size));
    // The pages on the web are always made: every other format leads back to them.
    let kinds = std::iter::once(EditionKind::Web).chain(pages);
    kinds.map(|kind| Edition { kind, route: address(&cover.route, kind) }).collect()
}

/// `guide/large-print/index.html`, `guide/guide-large-print.pdf`.
fn address(cover: &Route, kind: EditionKind) -> Route {
    let folder = cover.as_str().trim_end_matches("index.html").trim_end_matches('/');
    let name = folder.rsplit('/').next().map(slug).unwrap_or_default();
    match kind {
        EditionKind::Web => cover.clone(),
        EditionKind::Page(size) => Route::page(folder.split('/').chain([size.word()])),
        EditionKind::Pdf(PrintSize::Print) => Route::beside(cover, &format!("{name}.pdf")),
        EditionKind::Pdf(size) => Route::beside(cover, &format!("{name}-{}.pdf", size.word())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toolkit::{FrontMatter, Language, Level, PageKind};

    fn listed(formats: &[FormatKind]) -> Vec<String> {
        let cover = Place {
            route: Route::page(["guides", "working-together"]),
            title: String::new(),
            summary: None,
            picture: None,
            language: Language::english(),
            level: Level::EasyRead,
            kind: PageKind::Cover(0),
            front: FrontMatter { formats: formats.to_vec(), ..FrontMatter::default() }.into(),
        };
        editions(&cover, &Config::default()).iter().map(|edition| format!("{} {}", edition.kind.word(), edition.route)).collect()
    }

    #[test]
    fn the_web_comes_first_and_each_size_has_an_address() {
        let web = "web guides/working-together/index.html";
        assert_eq!(listed(&[]), [web]);
        assert_eq!(
            listed(&[FormatKind::GiantPrint, FormatKind::LargePrint]),
            [
                web,
                "large-print guides/working-together/large-print/index.html",
                "giant-print guides/working-together/giant-print/index.html",
            ]
        );
    }
}
