//! A toolkit as it stands: everything that was found, and every file of its site, made when somebody asks for it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::assets::{AssetStore, KnownAssets};
use super::kept::Kept;
use super::page::{self, Known, Make, PageResult};
use super::site::Earlier;
use super::{Options, Site, guide, output_findings, own_pages, pages, reading_of, site_findings, unused_files, used_pictures, web};
use crate::check::reading::{Measured, ToolkitReading};
use crate::check::{SettingsPicture, ThemeFault};
use crate::finding::{self, Finding};
use crate::format::web::UsedPictures;
use crate::pair::suggest::Suggester;
use crate::pair::{Assets, KnownPictures, World};
use crate::render::access::KnownTags;
use crate::toolkit::{
    Changes, Discard, EditionKind, FormatFault, Output, Pack, PairedPage, Pdfs, Place, Progress, Route, SitePath, Snapshot, SourceText,
    Symbol, editions,
};

/// A toolkit as it stands at one moment. It holds no made pages, only what is needed to make one at once.
pub struct Stand {
    snapshot: Snapshot,
    options: Options,
    site: Site,
    known: KnownAssets,
    results: Vec<Arc<PageResult>>,
    /// The pages that Alongside makes itself, once somebody has asked for one.
    own: OnceLock<BTreeMap<Route, Vec<u8>>>,
    /// The formats of guides, by their covers, once somebody has asked for one.
    formats: Mutex<BTreeMap<SitePath, Arc<Formats>>>,
    /// What all formats share.
    shared: guide::Shared,
    /// What is wrong with pages that were made, by their addresses.
    faults: Mutex<BTreeMap<String, ThemeFault>>,
    /// What was found in the toolkit as a whole.
    of_site: OnceLock<Vec<Finding>>,
    /// Suggests pictures, once somebody has asked.
    suggester: OnceLock<Suggester>,
}

/// The files of a guide beside its web pages.
#[derive(Default)]
struct Formats {
    files: BTreeMap<Route, Vec<u8>>,
    pdfs: Pdfs,
    faults: Vec<FormatFault>,
}

/// A page as it was read, with its place in the site.
pub struct PageLook<'a> {
    /// Its text.
    pub source: SourceText,
    /// The page, with what it asks for.
    pub paired: PairedPage,
    /// Its place.
    pub place: &'a Place,
}

impl Stand {
    /// The toolkit as it stands in `snapshot`.
    pub fn new(snapshot: Snapshot, options: Options, progress: &dyn Progress) -> Self {
        let site = Site::read(&snapshot, &options, None);
        Self::read(snapshot, options, site, KnownAssets::default(), &Kept::nothing(), progress)
    }

    /// The toolkit as it stands in a later snapshot. What none of the changes touches is taken over.
    pub fn next(&self, snapshot: Snapshot, progress: &dyn Progress) -> Self {
        let changes = Changes::between(&self.snapshot, &snapshot);
        let site = Site::read(&snapshot, &self.options, Some(Earlier { site: &self.site, changes: &changes }));
        let kept = Kept::after(&self.site, &self.results, &changes, &site);
        Self::read(snapshot, self.options.clone(), site, self.known.after(&changes), &kept, progress)
    }

    fn read(snapshot: Snapshot, options: Options, site: Site, known: KnownAssets, kept: &Kept<'_>, progress: &dyn Progress) -> Self {
        let assets = AssetStore::new(&snapshot, &Discard, &known);
        let results = pages(&site, site.world(&snapshot, &assets), None, kept, progress);
        let (own, faults, of_site, suggester) = (OnceLock::new(), Mutex::default(), OnceLock::new(), OnceLock::new());
        Self {
            snapshot,
            options,
            site,
            known,
            results,
            own,
            formats: Mutex::default(),
            shared: guide::Shared::for_guides(1),
            faults,
            of_site,
            suggester,
        }
    }

    /// The files of the toolkit.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// What all pages share.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// How many pages the authors wrote.
    pub fn pages(&self) -> usize {
        self.results.len()
    }

    /// The sources of the pages that were read and checked again since `earlier`, for tests and measurements.
    pub fn read_again(&self, earlier: &Self) -> Vec<&str> {
        let is_kept = |result: &Arc<PageResult>| {
            let place = earlier.results.binary_search_by(|other| other.path.cmp(&result.path));
            place.is_ok_and(|place| Arc::ptr_eq(&earlier.results[place], result))
        };
        self.results.iter().filter(|result| !is_kept(result)).map(|result| result.path.as_str()).collect()
    }

    /// The source of the page at this address, when an author wrote it.
    pub fn source(&self, route: &Route) -> Option<&SitePath> {
        self.site.routes.get(route)
    }

    /// Whether the file at `path` is a page of the site.
    pub fn is_page(&self, path: &SitePath) -> bool {
        self.site.map.places.contains_key(path)
    }

    /// Whether there is a page at this address: one that an author wrote, a guide in one of its formats, or one of our own.
    pub fn has_page(&self, route: &Route) -> bool {
        self.source(route).is_some() || self.guide_with(route).is_some() || self.own().contains_key(route)
    }

    /// Whether what the page at this address is made of cannot be read as it is meant: a head, the settings, or the theme.
    pub fn is_broken(&self, route: &Route) -> bool {
        let is_broken = |path: &SitePath| self.site.head(path).is_some_and(|head| !head.faults.is_empty());
        let of_guide = || self.guide_with(route).map(|guide| &self.site.map.guides[guide]);
        self.site.is_broken()
            || match self.source(route) {
                Some(path) => is_broken(path),
                None => of_guide().is_some_and(|guide| std::iter::once(&guide.cover).chain(&guide.parts).any(is_broken)),
            }
    }

    /// What was found in the page whose source is `path`, and in no other file.
    pub fn findings_of(&self, path: &SitePath) -> Vec<Finding> {
        let of_page = self.results.binary_search_by(|result| result.path.cmp(path)).ok().map(|place| &self.results[place].findings);
        let of_site = self.site_findings().iter().filter(|finding| finding.path.as_deref() == Some(path.as_str()));
        let mut findings: Vec<Finding> = of_page.into_iter().flatten().chain(of_site).cloned().collect();
        finding::sort(&mut findings);
        findings
    }

    /// How hard the page whose source is `path` is to read.
    pub fn reading_of(&self, path: &SitePath) -> Option<Measured> {
        let result = self.results.binary_search_by(|result| result.path.cmp(path)).ok()?;
        let reading = self.results[result].reading.clone();
        Some(Measured { level: reading.level(&self.site.map.places.get(path)?.language), reading })
    }

    /// Everything that was found, in the order in which it is told. Of the theme that is what shows without making a page,
    /// and in the pages that were made.
    pub fn findings(&self) -> Vec<Finding> {
        let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect();
        let formats =
            self.formats.lock().unwrap_or_else(PoisonError::into_inner).values().flat_map(|made| made.faults.clone()).collect::<Vec<_>>();
        let of_theme = output_findings(&self.site, &self.results, faults, &formats);
        let of_pages = self.results.iter().flat_map(|result| &result.findings);
        let mut findings: Vec<Finding> = of_pages.chain(self.site_findings()).cloned().chain(of_theme).collect();
        finding::sort(&mut findings);
        findings
    }

    /// How hard the pages are to read.
    pub fn reading(&self) -> ToolkitReading {
        reading_of(&self.site, &self.results)
    }

    /// What was found in the toolkit as a whole. It is looked for when it is first asked for.
    fn site_findings(&self) -> &[Finding] {
        self.of_site.get_or_init(|| {
            self.with_world(&Discard, |world, pictures| {
                let used = used_pictures(&self.results, pictures);
                site_findings(&self.site, world, &self.results, pictures, (&used, &Pdfs::new()))
            })
        })
    }

    /// Calls `look` with everything that a page may ask for, and with the pictures that the settings name.
    fn with_world<T>(&self, output: &dyn Output, look: impl FnOnce(World<'_>, &[SettingsPicture]) -> T) -> T {
        let assets = AssetStore::new(&self.snapshot, output, &self.known);
        let world = self.site.world(&self.snapshot, &assets);
        look(world, &self.site.settings_pictures(world))
    }

    /// The page whose source is `path`, as it was read.
    pub fn look(&self, path: &SitePath) -> Option<PageLook<'_>> {
        let (head, place) = (self.site.head(path)?, self.site.map.places.get(path)?);
        let (source, paired) = self.with_world(&Discard, |world, _| page::read(head, place, world, &mut KnownPictures::default()));
        Some(PageLook { source, paired, place })
    }

    /// The page at this address, as a build makes it. `None` when there is none, or when its template does not work.
    pub fn page(&self, route: &Route) -> Option<Vec<u8>> {
        match self.source(route).and_then(|path| self.site.head(path)) {
            Some(head) => self.with_world(&Discard, |world, pictures| {
                let one = One::default();
                let formats = self.site.map.places.get(&head.path).and_then(|place| place.kind.guide()).map(|guide| self.formats(guide));
                let pdfs = formats.as_ref().map(|formats| formats.pdfs.clone()).unwrap_or_default();
                let web = web(&self.site, world, pictures).with_pdfs(&pdfs);
                let make = Make::new(&web, &one, &self.site).with_parts(&self.results);
                let results = page::run(&[head], world, Some(make), &mut Known::default());
                self.note(results.into_iter().flat_map(|result| result.faults));
                one.0.into_inner().unwrap_or_else(PoisonError::into_inner).remove(route)
            }),
            None => match self.guide_with(route) {
                Some(guide) => self.formats(guide).files.get(route).cloned(),
                None => self.own().get(route).cloned(),
            },
        }
    }

    /// The guide that has a format at this address.
    fn guide_with(&self, route: &Route) -> Option<usize> {
        self.format_routes().find(|(_, other)| other == route).map(|(guide, _)| guide)
    }

    /// The cover of the guide that has the page at this address, in whatever format.
    pub fn cover(&self, route: &Route) -> Option<&Place> {
        let map = &self.site.map;
        match self.source(route) {
            Some(path) => map.guide_of(map.places.get(path)?).map(|(_, cover)| cover),
            None => map.places.get(&map.guides[self.guide_with(route)?].cover),
        }
    }

    /// The addresses of all formats of guides beside their web pages, each with the number of its guide.
    fn format_routes(&self) -> impl Iterator<Item = (usize, Route)> {
        let map = &self.site.map;
        let covers = map.guides.iter().enumerate().filter_map(|(number, guide)| Some((number, map.places.get(&guide.cover)?)));
        covers.flat_map(|(number, cover)| {
            let editions = editions(cover, &self.site.config).into_iter().filter(|edition| edition.kind != EditionKind::Web);
            editions.map(move |edition| (number, edition.route))
        })
    }

    /// The formats of a guide, made when somebody asks for the first of them.
    fn formats(&self, guide: usize) -> Arc<Formats> {
        let guide = &self.site.map.guides[guide];
        let made = self.formats.lock().unwrap_or_else(PoisonError::into_inner).get(&guide.cover).cloned();
        made.unwrap_or_else(|| {
            let formats = Arc::new(self.with_world(&Discard, |world, pictures| {
                let files = One::default();
                let web = web(&self.site, world, pictures);
                let result = guide::run(guide, &self.site, world, Make::new(&web, &files, &self.site), &self.shared);
                self.note(result.faults.into_iter());
                Formats { files: files.0.into_inner().unwrap_or_else(PoisonError::into_inner), pdfs: result.pdfs, faults: result.formats }
            }));
            self.formats.lock().unwrap_or_else(PoisonError::into_inner).insert(guide.cover.clone(), formats.clone());
            formats
        })
    }

    fn note(&self, faults: impl Iterator<Item = ThemeFault>) {
        let mut noted = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        noted.extend(faults.map(|fault| (fault.page.clone().unwrap_or_default(), fault)));
    }

    /// The addresses of the pages that Alongside makes itself, with their contents.
    fn own(&self) -> &BTreeMap<Route, Vec<u8>> {
        self.own.get_or_init(|| {
            self.with_world(&Discard, |world, pictures| {
                let made = One::default();
                let web = web(&self.site, world, pictures);
                let maker = Make::new(&web, &made, &self.site);
                let own = own_pages(&web, &self.site, &self.results, &used_pictures(&self.results, pictures));
                let faults: Vec<ThemeFault> = own.into_iter().filter_map(|page| maker.hand_on(page, &mut KnownTags::default())).collect();
                self.note(faults.into_iter());
                made.0.into_inner().unwrap_or_else(PoisonError::into_inner)
            })
        })
    }

    /// Where each picture of the site came from.
    pub fn used_pictures(&self) -> UsedPictures {
        self.with_world(&Discard, |_, pictures| used_pictures(&self.results, pictures))
    }

    /// The picture files in `content/` that nothing shows and no link leads to.
    pub fn unused_files(&self) -> Vec<SitePath> {
        let used = self.used_pictures();
        unused_files(&self.snapshot, &used, &self.results)
    }

    /// The addresses of all pages.
    pub fn routes(&self) -> Vec<Route> {
        let formats = self.format_routes().map(|(_, route)| route);
        self.site.routes.keys().chain(self.own().keys()).cloned().chain(formats).collect()
    }

    /// The file of the theme at this address.
    pub fn theme_file(&self, route: &Route) -> Option<Arc<[u8]>> {
        self.site.theme.assets.iter().find(|asset| asset.route == *route).map(|asset| asset.bytes.clone())
    }

    /// The file of the toolkit that is published at this address: an image, a film or another file. Only those are known
    /// for which a page has asked.
    pub fn asset_source(&self, route: &Route) -> Option<SitePath> {
        self.known.source(route)
    }

    /// The address of the image in the file at `path`; `None` when it is none that can be used.
    pub fn image_address(&self, path: &SitePath) -> Option<String> {
        if !super::site::is_image(path) {
            return None;
        }
        let assets = AssetStore::new(&self.snapshot, &Discard, &self.known);
        assets.image(path).ok().map(|image| image.route.to_string())
    }

    /// Whether this name leads to this symbol, when it is looked up in these packs.
    pub fn leads_to(&self, packs: &[String], name: &str, (pack, symbol): (&Pack, &Symbol)) -> bool {
        let found = self.site.library.one(packs.iter().map(String::as_str), name);
        found.is_some_and(|(other, found)| other.name == pack.name && found.id == symbol.id)
    }

    /// The symbols that fit these words best: those that may go with them as a sentence, then all that have them in a name.
    pub fn search_symbols(&self, words: &str, most: usize) -> Vec<(&Pack, &Symbol)> {
        let suggester = self.suggester.get_or_init(|| {
            let packs: Vec<&Pack> = self.site.library.packs().iter().collect();
            Suggester::new(&packs, &self.site.pictures.phrases, &self.site.config.language)
        });
        let mut found: Vec<(&Pack, &Symbol)> = Vec::new();
        for suggestion in suggester.suggest(words).into_iter().chain(suggester.find(words, most)) {
            let Some((pack, id)) = suggestion.symbol else { continue };
            let Some(found_in) = self.site.library.pack(&pack.0) else { continue };
            let symbol = found_in.symbols().iter().find(|symbol| symbol.id == id);
            if let Some(symbol) = symbol.filter(|symbol| !found.iter().any(|(other, known)| other.name == pack && known.id == symbol.id)) {
                found.push((found_in, symbol));
            }
        }
        found.truncate(most);
        found
    }

    /// The image at this address, as it is published. The caller keeps what it wants to keep.
    pub fn image(&self, route: &Route) -> Option<Vec<u8>> {
        let path = self.asset_source(route)?;
        let bytes = self.snapshot.read(&path).ok()?;
        let made = crate::render::image::prepare(&path, &bytes, self.snapshot.shelf()).ok()?;
        made.files.into_iter().find(|(made, _)| made == route).map(|(_, bytes)| bytes)
    }
}

/// Keeps the files that are put into it.
#[derive(Default)]
struct One(Mutex<BTreeMap<Route, Vec<u8>>>);

impl Output for One {
    fn put(&self, route: &Route, bytes: &[u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(route.clone(), bytes.to_vec());
    }
}
