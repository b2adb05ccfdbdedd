//! One page through all stages.

use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::check::reading::Reading;
use crate::check::{self, OpenAllowance, PageFindings, PageView, PageWords, Prose, ThemeFault, Vocabularies};
use crate::finding::Finding;
use crate::format::web::{Made, Reason, Web};
use crate::pair::{KnownPictures, World, pair, uses};
use crate::parse;
use crate::render::access::{self, KnownTags};
use crate::render::view::KnownRows;
use crate::toolkit::{
    LinkUse, Output, Page, PageHead, PageKind, PageUses, PairedPage, PictureSource, Place, SiteMap, SitePath, SourceText, Span, each_row,
    extension_of,
};

use super::Site;

/// What is kept of a page when it has been made.
pub struct PageResult {
    /// Its file.
    pub path: SitePath,
    /// What was found in it.
    pub findings: Vec<Finding>,
    /// Which allowances of the toolkit it needed.
    pub used_allowances: Vec<usize>,
    /// How hard it is to read.
    pub reading: Reading,
    /// How many rows it has.
    pub rows: usize,
    /// Its links to names on other pages.
    pub links_to_names: Vec<LinkToName>,
    /// Why it breaks rules, in its author's words.
    pub reasons: Vec<Reason>,
    /// What is wrong with what its template made.
    pub faults: Vec<ThemeFault>,
    /// Its pictures, and those of its rows.
    pub uses: PageUses,
    /// The words of it that rules about the whole site need to know of.
    pub words: PageWords,
    /// Its leave to break rules about the whole toolkit.
    pub open: Vec<OpenAllowance>,
    /// The files of the toolkit that it asked for, apart from those of pictures that it shows.
    other_assets: Vec<SitePath>,
    /// The pages to which it leads.
    leads_to: Vec<SitePath>,
    /// Hashes of the names on it that links may lead to, sorted.
    anchors: Vec<u64>,
}

/// A link to a name on another page.
pub struct LinkToName {
    /// The page to which it leads.
    pub to: SitePath,
    /// The name.
    pub name: String,
    /// Where the link stands.
    pub span: Span,
}

impl PageResult {
    fn empty(path: &SitePath) -> Self {
        Self {
            path: path.clone(),
            findings: Vec::new(),
            used_allowances: Vec::new(),
            reading: Reading::default(),
            rows: 0,
            links_to_names: Vec::new(),
            reasons: Vec::new(),
            faults: Vec::new(),
            uses: PageUses { path: path.clone(), pictures: Vec::new(), rows: Vec::new() },
            words: PageWords::default(),
            open: Vec::new(),
            other_assets: Vec::new(),
            leads_to: Vec::new(),
            anchors: Vec::new(),
        }
    }

    /// Whether the page asked for one of these files, or leads to one of these pages.
    pub fn reads_any(&self, changed: &BTreeSet<SitePath>) -> bool {
        !changed.is_empty() && self.assets().chain(&self.leads_to).any(|path| changed.contains(path))
    }

    /// The files of the toolkit that it asked for.
    pub fn assets(&self) -> impl Iterator<Item = &SitePath> {
        self.uses.pictures.iter().filter_map(|picture| picture.file.as_ref()).chain(&self.other_assets)
    }

    /// Whether a link may lead to this name on the page.
    pub fn has_anchor(&self, name: &str) -> bool {
        self.anchors.binary_search(&hash(name)).is_ok()
    }
}

fn hash(name: &str) -> u64 {
    FxBuildHasher.hash_one(name)
}

/// What is kept from one page to the next.
#[derive(Default)]
pub struct Known {
    /// The words that were met.
    pub words: Vocabularies,
    /// The pictures that were found.
    pub pictures: KnownPictures,
    /// The rows that the theme made.
    pub rows: KnownRows,
    /// The tags that were checked.
    pub tags: KnownTags,
}

/// How many pages go through one stage before the next begins. A processor is quicker when it does the same for several of them,
/// and no more than these are held at a time.
pub const TOGETHER: usize = 8;

/// Reads, pairs and checks some pages, and makes them when there is somewhere to put them. `known` is what pages before them
/// brought.
///
/// A panic in a library costs the page at which it happened, and is told like a fault of the theme that names the page.
///
/// A page with errors of its own is made too, but nothing that is wrong with it then is the theme's.
pub fn run(heads: &[&PageHead], world: World<'_>, make: Option<Make<'_>>, known: &mut Known) -> Vec<PageResult> {
    match (catch_unwind(AssertUnwindSafe(|| stages(heads, world, make, known))), heads) {
        (Ok(pages), _) => pages.into_iter().map(|(result, web_page)| hand_on(result, web_page, make, &mut known.tags)).collect(),
        (Err(_), [head]) => vec![PageResult { faults: vec![broke_down(&head.path)], ..PageResult::empty(&head.path) }],
        // Nothing was handed on. Those that are whole are made by themselves.
        (Err(_), several) => several.iter().flat_map(|head| run(&[head], world, make, known)).collect(),
    }
}

/// Hands a page on that was made.
fn hand_on(mut result: PageResult, web_page: Option<Made>, make: Option<Make<'_>>, known: &mut KnownTags) -> PageResult {
    if let Some((make, web_page)) = make.zip(web_page) {
        let whole = !result.findings.iter().any(Finding::is_error);
        let make = Make { blames_theme: make.blames_theme && whole, ..make };
        let fault = catch_unwind(AssertUnwindSafe(|| make.hand_on(web_page, known)));
        result.faults.extend(fault.unwrap_or_else(|_| Some(broke_down(&result.path))));
    }
    result
}

/// What is told of a page at which a library broke down.
fn broke_down(path: &SitePath) -> ThemeFault {
    ThemeFault {
        path: Some(path.to_string()),
        line: None,
        what: "Alongside broke down over this page. This is a mistake in Alongside: please report it.".to_owned(),
        page: None,
    }
}

/// A page that was read, with its place in the site.
struct ReadPage<'a> {
    place: &'a Place,
    source: SourceText,
    paired: PairedPage,
}

/// Takes pages through all stages up to the one that hands them on.
fn stages(heads: &[&PageHead], world: World<'_>, make: Option<Make<'_>>, known: &mut Known) -> Vec<(PageResult, Option<Made>)> {
    let placed = heads.iter().filter_map(|head| Some((*head, world.site.places.get(&head.path)?)));
    let read = placed.map(|(head, place)| {
        let (source, paired) = read(head, place, world, &mut known.pictures);
        ReadPage { place, source, paired }
    });
    let pages: Vec<ReadPage<'_>> = read.collect();
    let prose = |page| prose(page, &mut known.words);
    let proses: Vec<Prose<'_>> = pages.iter().map(prose).collect();
    let found: Vec<PageFindings> = pages.iter().zip(&proses).map(|(page, prose)| check::page(&view(page, prose, world))).collect();
    let says = |page: &ReadPage<'_>, prose: &Prose<'_>| {
        let rows = prose.what_rows_say();
        uses(&page.paired, &page.source.text, |row| rows.get(&std::ptr::from_ref(row)).copied().unwrap_or_default())
    };
    let uses: Vec<PageUses> = pages.iter().zip(&proses).map(|(page, prose)| says(page, prose)).collect();
    drop(proses);
    let web_page = |(page, uses): (&ReadPage<'_>, &PageUses)| {
        make.map(|make| {
            let credited = uses.pictures.iter().map(|picture| &picture.source).chain(make.pictures_of_parts(page.place, world.site));
            make.web.page(&page.paired, page.place, credited, &mut known.rows)
        })
    };
    let web_pages: Vec<Option<Made>> = pages.iter().zip(&uses).map(web_page).collect();
    let brought = pages.into_iter().zip(found).zip(uses).zip(web_pages);
    brought.map(|(((page, found), uses), web_page)| (result(&page.paired, found, uses), web_page)).collect()
}

fn prose<'a>(page: &'a ReadPage<'_>, known: &mut Vocabularies) -> Prose<'a> {
    Prose::new(&page.paired.page, &page.source.text, &page.place.language, known)
}

fn view<'a>(page: &'a ReadPage<'_>, prose: &'a Prose<'a>, world: World<'a>) -> PageView<'a> {
    PageView {
        paired: &page.paired,
        source: &page.source.text,
        place: page.place,
        site: world.site,
        config: world.config,
        today: world.snapshot.today(),
        prose,
        library: world.library,
        picture_list: world.picture_list,
        profile: world.profiles.for_page(world.config, page.place.level, &page.place.language),
        words: world.words,
    }
}

fn result(paired: &PairedPage, found: PageFindings, uses: PageUses) -> PageResult {
    let names = paired.page.anchors();
    // They are kept: in the place of the names, which is larger, they would stay in it.
    let mut anchors = Vec::with_capacity(names.len());
    anchors.extend(names.into_iter().map(hash));
    anchors.sort_unstable();
    PageResult {
        path: paired.page.path.clone(),
        findings: found.findings,
        used_allowances: found.used,
        open: found.open,
        words: found.words,
        uses,
        reading: found.reading,
        rows: rows(paired),
        links_to_names: links_to_names(paired),
        reasons: Reason::of(&paired.page.path, paired.page.allow.iter().chain(&paired.page.front.allow)),
        faults: Vec::new(),
        other_assets: paired.other_files().cloned().collect(),
        leads_to: leads_to(paired),
        anchors,
    }
}

/// Reads a page, and finds what it asks for. `known` are the pictures of pages before it.
pub fn read(head: &PageHead, place: &Place, world: World<'_>, known: &mut KnownPictures) -> (SourceText, PairedPage) {
    let bytes = world.snapshot.read(&head.path).unwrap_or_else(|_| Vec::new().into());
    let source = parse::decode(&bytes);
    let page = parse::page(head, &source, place.level);
    (source, pair(page, place, world, known))
}

/// The page at `path`, when it is part of the site.
pub fn page_at(path: &SitePath, site: &Site, world: World<'_>) -> Option<Page> {
    let (head, place) = site.head(path).zip(site.map.places.get(path))?;
    Some(read(head, place, world, &mut KnownPictures::default()).1.page)
}

fn rows(paired: &PairedPage) -> usize {
    let mut rows = 0;
    each_row(&paired.page.blocks, &mut |_| rows += 1);
    rows
}

fn leads_to(paired: &PairedPage) -> Vec<SitePath> {
    let links = paired.links.iter().chain(&paired.full_version);
    let pages = links.filter_map(|link| if let LinkUse::Page { path, .. } = link { Some(path.clone()) } else { None });
    let mut pages: Vec<SitePath> = pages.collect();
    pages.sort_unstable();
    pages.dedup();
    pages
}

fn links_to_names(paired: &PairedPage) -> Vec<LinkToName> {
    let links = paired.page.links.iter().zip(&paired.links);
    let to_name = links.filter_map(|(link, found)| match found {
        LinkUse::Page { path, fragment: Some(name), .. } => Some(LinkToName { to: path.clone(), name: name.clone(), span: link.span }),
        _ => None,
    });
    to_name.collect()
}

/// How pages are made, and where they go.
#[derive(Clone, Copy)]
pub struct Make<'a> {
    /// Makes them.
    pub web: &'a Web<'a>,
    /// Where they go.
    pub output: &'a dyn Output,
    /// Whether the theme is to blame for what is wrong with a page. It is not when the words themselves are broken.
    pub blames_theme: bool,
    /// What is known of the parts of guides, by path: a cover names the makers of their pictures too.
    pub parts: &'a [Arc<PageResult>],
}

impl<'a> Make<'a> {
    /// Makes the pages of `site` for `output`.
    pub fn new(web: &'a Web<'a>, output: &'a dyn Output, site: &Site) -> Self {
        Self { web, output, blames_theme: site.blames_theme(), parts: &[] }
    }

    /// The same, when these pages have been read.
    pub fn with_parts(self, parts: &'a [Arc<PageResult>]) -> Self {
        Self { parts, ..self }
    }

    /// The pictures of the parts of the guide whose cover stands at `place`.
    fn pictures_of_parts<'b>(&self, place: &Place, site: &'b SiteMap) -> impl Iterator<Item = &'a PictureSource> + use<'a, 'b> {
        let guide = if let PageKind::Cover(guide) = place.kind { site.guides.get(guide) } else { None };
        let parts = self.parts;
        let known = move |path: &SitePath| parts.binary_search_by(|part| part.path.cmp(path)).ok().map(|place| &parts[place].uses.pictures);
        let shown = guide.into_iter().flat_map(|guide| &guide.parts).filter_map(known).flatten();
        // The same few stand on all parts. Which they are can be told without looking at them.
        let mut seen = FxHashSet::default();
        shown.filter(move |picture| seen.insert(Arc::as_ptr(picture))).map(|picture| &picture.source)
    }

    /// Checks a page that was made, and hands it on. `known` is what pages before it brought.
    pub fn hand_on(self, made: Made, known: &mut KnownTags) -> Option<ThemeFault> {
        let is_page = extension_of(made.template) == "html";
        match made.html {
            Err(fault) => Some(ThemeFault { path: fault.path, line: fault.line, what: fault.what, page: Some(made.route.to_string()) }),
            Ok(html) => {
                self.output.put(&made.route, html.as_bytes());
                let faults = if is_page && self.blames_theme { access::check(&html, known) } else { Vec::new() };
                if faults.is_empty() {
                    return None;
                }
                let (path, note) = self.web.theme.to_blame(made.template);
                Some(ThemeFault { path: Some(path), line: None, what: faults.join(" ") + &note, page: Some(made.route.to_string()) })
            }
        }
    }
}
