//! What Typst may see: the guide, the theme's template, its fonts, and the pictures of the guide. Nothing of the machine.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::introspection::{Introspector, MetadataElem};
use typst::syntax::{FileId, RootedPath, Source as TypstSource, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::fault::{self, Around};
use super::source::MAIN;
use super::{Pdf, TEMPLATE};
use crate::render::Theme;
use crate::toolkit::{ContentHash, FormatFault, PrintSize, SitePath, Snapshot};

/// What the PDFs of all guides share.
pub struct Kit {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// The template, and its file in the toolkit.
    template: String,
    /// The file in the toolkit from which the template comes.
    pub template_path: String,
    /// The fonts of the theme that cannot be read.
    pub broken_fonts: Vec<SitePath>,
}

impl Kit {
    /// Reads the template and the fonts of a theme. A theme without a template makes no PDF; that is told for each.
    pub fn new(theme: &Theme, snapshot: &Snapshot) -> Self {
        let read = |path: &SitePath| snapshot.read(path).unwrap_or_else(|_| Vec::new().into());
        let (mut fonts, mut broken_fonts) = (Vec::new(), Vec::new());
        for path in theme.print_fonts() {
            match Font::new(Bytes::new(read(path).to_vec()), 0) {
                Some(font) => fonts.push(font),
                None => broken_fonts.push(path.clone()),
            }
        }
        let template = theme.file(TEMPLATE).map(read).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        Self {
            library: LazyHash::new(<Library as LibraryExt>::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template,
            template_path: theme.source(TEMPLATE),
            broken_fonts,
        }
    }

    /// What tells this template and these fonts from others.
    pub fn hash(&self) -> ContentHash {
        ContentHash::of_parts(std::iter::once(self.template.as_bytes()).chain(self.fonts.iter().map(|font| font.data().as_slice())))
    }

    /// The line of the template at this byte: its number, from 1, and its text.
    pub fn template_line(&self, at: usize) -> (usize, &str) {
        let number = self.template.bytes().take(at).filter(|byte| *byte == b'\n').count();
        (number + 1, self.template.lines().nth(number).unwrap_or_default().trim())
    }

    /// Whether the brackets, quotes and commas of the template fit together.
    pub fn is_well_formed(&self) -> bool {
        typst::syntax::parse(&self.template).errors_and_warnings().0.is_empty()
    }

    /// The letters in `words` that no font has.
    pub fn missing_letters(&self, words: &str) -> Vec<char> {
        let has = |c: char| self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)));
        let mut missing: Vec<char> = words.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !has(*c)).collect();
        missing.dedup();
        missing
    }
}

/// One guide for Typst.
struct GuideWorld<'a> {
    kit: &'a Kit,
    main: FileId,
    sources: HashMap<FileId, TypstSource>,
    files: HashMap<FileId, Bytes>,
}

fn id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// The name of a file that Typst asks for.
fn name(id: FileId) -> String {
    id.get().vpath().get_with_slash().to_owned()
}

impl World for GuideWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.kit.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.kit.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<TypstSource> {
        self.sources.get(&id).cloned().ok_or_else(|| FileError::NotFound(name(id).into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| FileError::NotFound(name(id).into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.kit.fonts.get(index).cloned()
    }

    /// No clock: the same guide gives the same bytes on any day.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The files that Typst may read, by their names.
pub type Files = Vec<(String, Bytes)>;

/// Lays a guide out, and makes a PDF of it.
///
/// # Errors
/// Why there is none.
pub fn lay_out(around: &Around<'_>, files: Files) -> Result<Pdf, Vec<FormatFault>> {
    let explain = |diagnostics: &[SourceDiagnostic], world: &GuideWorld<'_>| {
        let range = |span: typst::syntax::DiagSpan| {
            let file = span.id()?;
            Some((name(file), typst::WorldExt::range(world, span)?))
        };
        fault::explain(diagnostics, &range, around)
    };
    let tagged = around.size != PrintSize::Booklet;
    let world = GuideWorld::new(around.kit, &around.source.text, files);
    let document = compile(&world).map_err(|errors| explain(&errors, &world))?;
    let (pages, tall) = (document.pages().len(), tall_rows(&document));
    let bytes = pdf(&document, tagged).map_err(|errors| explain(&errors, &world))?;
    drop(document);
    // Typst keeps what it worked out, for the next time that the same is asked. Two PDFs have little in common: what was not
    // asked again since the last one came to its end is given up, which leaves what those beside this one are working on.
    typst::comemo::evict(1);
    Ok(Pdf { bytes, pages, tall })
}

impl<'a> GuideWorld<'a> {
    /// With `main` to be laid out, and these files at hand.
    fn new(kit: &'a Kit, main: &str, files: Files) -> Self {
        let texts = [(MAIN.to_owned(), main.to_owned()), (format!("/{TEMPLATE}"), kit.template.clone())];
        let sources = texts.into_iter().filter_map(|(name, text)| id(&name).map(|id| (id, TypstSource::new(id, text))));
        let sources: HashMap<FileId, TypstSource> = sources.collect();
        let files = files.into_iter().filter_map(|(name, bytes)| Some((id(&name)?, bytes))).collect();
        let main = id(MAIN).unwrap_or_else(|| unreachable!("{MAIN} is a path"));
        Self { kit, main, sources, files }
    }
}

fn compile(world: &GuideWorld<'_>) -> Result<PagedDocument, Vec<SourceDiagnostic>> {
    typst::compile::<PagedDocument>(world).output.map_err(|errors| errors.into_iter().collect())
}

/// Makes a PDF; a tagged one must hold to PDF/UA-1.
fn pdf(document: &PagedDocument, tagged: bool) -> Result<Vec<u8>, Vec<SourceDiagnostic>> {
    let standards: &[PdfStandard] = if tagged { &[PdfStandard::Ua_1] } else { &[] };
    let standards = PdfStandards::new(standards).unwrap_or_default();
    let options = PdfOptions { creator: Smart::Custom(Some("Alongside".to_owned())), standards, tagged, ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map_err(|errors| errors.into_iter().collect())
}

/// The rows that are taller than a page: the template notes where they stand.
fn tall_rows(document: &PagedDocument) -> Vec<String> {
    use typst::foundations::{Label, NativeElement, Selector, Value};
    use typst::utils::PicoStr;
    let _ = MetadataElem::ELEM;
    let Some(label) = Label::new(PicoStr::intern("al-tall")) else { return Vec::new() };
    let found = document.introspector().query(&Selector::Label(label));
    let noted = found.iter().filter_map(|content| match content.to_packed::<MetadataElem>()?.value.clone() {
        Value::Str(text) => Some(text.to_string()),
        _ => None,
    });
    let mut places: Vec<String> = noted.collect();
    places.sort();
    places.dedup();
    places
}
