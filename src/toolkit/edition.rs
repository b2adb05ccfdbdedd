//! The files in which a guide is published beside its web pages.

use std::collections::HashMap;

use super::{Config, FormatKind, Place, Route, SitePath, Span, slug};

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

/// Why a format could not be made, or what is not right with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatFault {
    /// The title of the guide.
    pub guide: String,
    /// The page to blame, or the cover of the guide.
    pub path: SitePath,
    /// The words to blame; `None` for the whole page.
    pub span: Option<Span>,
    /// The size of the format.
    pub size: PrintSize,
    /// What is wrong.
    pub kind: FormatFaultKind,
}

/// The kinds of [`FormatFault`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatFaultKind {
    /// This program cannot make PDFs.
    NotBuiltIn,
    /// No font has these letters.
    NoLetter(String),
    /// A picture that says nothing to a screen reader, and should.
    NoDescription,
    /// A heading that does not fit to those above it.
    Heading,
    /// Something else that cannot stand in a PDF.
    Refused,
    /// A row that is taller than a page; it is printed in pieces.
    TallRow,
    /// More pages than anybody would print.
    TooLong(usize),
    /// The template that lays PDFs out does not work.
    Template {
        /// The byte in it; `None` when what is wrong has no place in it.
        at: Option<usize>,
        /// What is wrong.
        fault: TemplateFault,
    },
}

/// What can be wrong with the template that lays PDFs out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFault {
    /// Brackets, quotes or commas do not fit together.
    Written,
    /// A name that nothing has.
    Unknown(String),
    /// Something that a part needs and is not given.
    NotGiven(String),
    /// Something that a part is given and does not know; its name, if it has one.
    NotTaken(Option<String>),
    /// A field, a method or a key that is not there.
    NoField(String),
    /// A file that is not there.
    NoFile(String),
    /// A part that is asked for and is not there, such as `guide`.
    NoPart(String),
    /// A value of another kind than is needed.
    OtherKind,
    /// It does not come to an end.
    Endless,
    /// Something else.
    Other,
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
    let mut named: Vec<PrintSize> = sizes.into_iter().filter(|(kind, _)| has(*kind)).map(|(_, size)| size).collect();
    let pages = named.iter().map(|size| EditionKind::Page(*size)).collect::<Vec<_>>();
    if named.is_empty() {
        named.push(PrintSize::Print);
    }
    // A booklet is for paper alone: beside it lies a PDF that a screen reader can read.
    let with_pdf = has(FormatKind::Pdf) || has(FormatKind::Booklet);
    let pdfs = named.into_iter().filter(|_| with_pdf).chain(has(FormatKind::Booklet).then_some(PrintSize::Booklet));
    // The pages on the web are always made: every other format leads back to them.
    let kinds = std::iter::once(EditionKind::Web).chain(pages).chain(pdfs.map(EditionKind::Pdf));
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
    fn pdf_is_made_in_the_sizes_that_are_named() {
        assert_eq!(listed(&[]), ["web guides/working-together/index.html"]);
        assert_eq!(
            listed(&[FormatKind::Pdf]),
            ["web guides/working-together/index.html", "pdf-print guides/working-together/working-together.pdf"]
        );
        let with_booklet = [
            "web guides/working-together/index.html",
            "pdf-print guides/working-together/working-together.pdf",
            "pdf-booklet guides/working-together/working-together-booklet.pdf",
        ];
        assert_eq!(listed(&[FormatKind::Booklet]), with_booklet);
        assert_eq!(
            listed(&[FormatKind::Booklet, FormatKind::Pdf, FormatKind::LargePrint]),
            [
                "web guides/working-together/index.html",
                "large-print guides/working-together/large-print/index.html",
                "pdf-large-print guides/working-together/working-together-large-print.pdf",
                "pdf-booklet guides/working-together/working-together-booklet.pdf",
            ]
        );
    }
}
