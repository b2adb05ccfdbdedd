//! A toolkit as it stands: everything that was found, and every file of its site, made when somebody asks for it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::assets::{AssetStore, KnownAssets};
use super::kept::Kept;
use super::page::{self, Make, PageResult};
use super::site::Earlier;
use super::{Options, Site, own_pages, pages, site_findings, theme_findings, unused_files, used_pictures, web};
use crate::check::{SettingsPicture, ThemeFault};
use crate::finding::{self, Finding};
use crate::format::web::UsedPictures;
use crate::pair::World;
use crate::toolkit::{Changes, Discard, Output, PairedPage, Place, Progress, Route, SitePath, Snapshot, SourceText};

/// A toolkit as it stands at one moment. It holds no made pages, only what is needed to make one at once.
pub struct Stand {
    snapshot: Snapshot,
    options: Options,
    site: Site,
    known: KnownAssets,
    results: Vec<Arc<PageResult>>,
    /// The pages that Alongside makes itself, once somebody has asked for one.
    own: OnceLock<BTreeMap<Route, Vec<u8>>>,
    /// What is wrong with pages that were made, by their addresses.
    faults: Mutex<BTreeMap<String, ThemeFault>>,
    /// What was found in the toolkit as a whole.
    of_site: OnceLock<Vec<Finding>>,
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
        let site = Site::read(&snapshot, options.drafts, None);
        Self::read(snapshot, options, site, KnownAssets::default(), &Kept::nothing(), progress)
    }

    /// The toolkit as it stands in a later snapshot. What none of the changes touches is taken over.
    pub fn next(&self, snapshot: Snapshot, progress: &dyn Progress) -> Self {
        let changes = Changes::between(&self.snapshot, &snapshot);
        let site = Site::read(&snapshot, self.options.drafts, Some(Earlier { site: &self.site, changes: &changes }));
        let kept = Kept::after(&self.site, &self.results, &changes, &site);
        Self::read(snapshot, self.options, site, self.known.after(&changes), &kept, progress)
    }

    fn read(snapshot: Snapshot, options: Options, site: Site, known: KnownAssets, kept: &Kept<'_>, progress: &dyn Progress) -> Self {
        let assets = AssetStore::new(&snapshot, &Discard, &known);
        let results = pages(&site, site.world(&snapshot, &assets), None, kept, progress);
        let (own, faults, of_site) = (OnceLock::new(), Mutex::default(), OnceLock::new());
        Self { snapshot, options, site, known, results, own, faults, of_site }
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

    /// What was found in the page whose source is `path`, and in no other file.
    pub fn findings_of(&self, path: &SitePath) -> Vec<Finding> {
        let of_page = self.results.binary_search_by(|result| result.path.cmp(path)).ok().map(|place| &self.results[place].findings);
        let of_site = self.site_findings().iter().filter(|finding| finding.path.as_deref() == Some(path.as_str()));
        let mut findings: Vec<Finding> = of_page.into_iter().flatten().chain(of_site).cloned().collect();
        finding::sort(&mut findings);
        findings
    }

    /// Everything that was found, in the order in which it is told. Of the theme that is what shows without making a page,
    /// and in the pages that were made.
    pub fn findings(&self) -> Vec<Finding> {
        let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect();
        let of_theme = theme_findings(&self.site, &self.results, faults);
        let of_pages = self.results.iter().flat_map(|result| &result.findings);
        let mut findings: Vec<Finding> = of_pages.chain(self.site_findings()).cloned().chain(of_theme).collect();
        finding::sort(&mut findings);
        findings
    }

    /// What was found in the toolkit as a whole. It is looked for when it is first asked for.
    fn site_findings(&self) -> &[Finding] {
        self.of_site.get_or_init(|| self.with_world(&Discard, |world, pictures| site_findings(&self.site, world, &self.results, pictures)))
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
        let (source, paired) = self.with_world(&Discard, |world, _| page::read(head, place, world));
        Some(PageLook { source, paired, place })
    }

    /// The page at this address, as a build makes it. `None` when there is none, or when its template does not work.
    pub fn page(&self, route: &Route) -> Option<Vec<u8>> {
        match self.source(route).and_then(|path| self.site.head(path)) {
            Some(head) => self.with_world(&Discard, |world, pictures| {
                let one = One::default();
                let web = web(&self.site, world, pictures);
                let result = page::run(head, world, Some(Make::new(&web, &one, &self.site)));
                self.note(result.faults.iter().cloned());
                one.0.into_inner().unwrap_or_else(PoisonError::into_inner).remove(route)
            }),
            None => self.own().get(route).cloned(),
        }
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
                let own = own_pages(&web, &self.site, &self.results, pictures);
                let faults: Vec<ThemeFault> = own.into_iter().filter_map(|page| maker.hand_on(page)).collect();
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
        self.site.routes.keys().chain(self.own().keys()).cloned().collect()
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

    /// The image at this address, as it is published. The caller keeps what it wants to keep.
    pub fn image(&self, route: &Route) -> Option<Vec<u8>> {
        let path = self.asset_source(route)?;
        let bytes = self.snapshot.read(&path).ok()?;
        crate::render::image::prepare(&path, &bytes).ok().filter(|made| made.image.route == *route).map(|made| made.bytes)
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
