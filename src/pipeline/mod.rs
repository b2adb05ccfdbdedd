//! The stages, run over a whole toolkit: in parallel, each page by itself.
//!
//! Pages are read, paired, checked, made and handed on, a few at a time: no more of them are held than that for each thread.
//! What is kept of each is what the site needs at the end: findings, and which pictures were used.
//!
//! A run may follow an earlier one ([`Stand::next`]). It keeps what none of the changes touches, and is otherwise the same:
//! `next(stand, files)` finds and makes what `build(files)` does.

mod ahead;
mod assets;
mod guide;
mod import;
mod kept;
mod page;
mod report;
mod site;
mod stand;
mod tidy;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::check::reading::{self, ToolkitReading};
use crate::check::{self, SettingsPicture, ThemeFault, WantedHeading};
use crate::finding::{self, Finding};
use crate::format::side_by_side;
use crate::format::web::{self, Made, Reason, UsedPictures, Web};
use crate::link::{CONTENT, Drafts};
use crate::pair::{World, missing_heading};
use crate::render::access::KnownTags;
use crate::render::view::Lookups;
use crate::toolkit::{
    Discard, FormatFault, LinkFault, Output, Page, PageHead, PageKind, PageUses, Paired, Pdfs, PictureSource, Progress, SitePath, Snapshot,
};
use assets::{AssetStore, KnownAssets};
use guide::GuideResult;
pub use import::{Imported, import};
use kept::Kept;
use page::{Known, Make, PageResult};
pub use report::Told;
use site::Seen;
pub use site::{CONFIG_FILE, Site, is_text};
pub use stand::{PageLook, Stand};
pub use tidy::{Tidied, TidyOutcome, tidy};

/// How a toolkit is built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether pages marked as drafts are part of the site.
    pub drafts: Drafts,
    /// The profile that takes the place of the one in the settings.
    pub profile: Option<String>,
}

/// What a run over a toolkit brought.
pub struct Outcome {
    /// Everything that was found, in the order in which it is told.
    pub findings: Vec<Finding>,
    /// How hard each guide and page is to read.
    pub reading: ToolkitReading,
    /// How many guides there are.
    pub guides: usize,
    /// How many pages the authors wrote.
    pub pages: usize,
    /// What nobody needs any more.
    pub rest: Rest,
}

/// What a run read and made on its way.
pub struct Rest {
    _site: Site,
    _results: Vec<Arc<PageResult>>,
}

impl Rest {
    /// Leaves it to the system, which takes its memory back when the program ends. To take a large toolkit apart takes longer.
    pub fn leave(self) {
        std::mem::forget(self);
    }
}

impl Outcome {
    /// Whether something was found that stops the site from being published.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(Finding::is_error)
    }
}

/// Builds the site of a toolkit into `output`. The caller publishes it when the outcome has no errors.
pub fn build(snapshot: &Snapshot, options: Options, output: &dyn Output, progress: &dyn Progress) -> Outcome {
    run(snapshot, options, Some(output), progress)
}

/// Checks a toolkit: the same stages, up to the findings, with no page for the web.
pub fn check(snapshot: &Snapshot, options: Options, progress: &dyn Progress) -> Outcome {
    run(snapshot, options, None, progress)
}

fn run(snapshot: &Snapshot, options: Options, output: Option<&dyn Output>, progress: &dyn Progress) -> Outcome {
    let site = Site::read(snapshot, &options, None);
    let known = KnownAssets::default();
    let assets = AssetStore::new(snapshot, output.unwrap_or(&Discard), &known);
    let world = site.world(snapshot, &assets);
    let pictures = site.settings_pictures(world);
    let web = web(&site, world, &pictures);
    // Web pages tell how many pages a PDF has: so the guides that are printed come first. What cannot be printed is told by
    // a check too; whatever was laid out for it lies on the shelf for the next build.
    let printed = guides(&site, world, Make::new(&web, output.unwrap_or(&Discard), &site));
    let pdfs: Pdfs = printed.iter().flat_map(|result| result.pdfs.clone()).collect();
    let web = web.with_pdfs(&pdfs);
    let make = output.map(|output| Make::new(&web, output, &site));
    let mut results = pages(&site, world, make, &Kept::nothing(), progress);
    let used = used_pictures(&results, &pictures);
    let formats: Vec<FormatFault> = printed.iter().flat_map(|result| result.formats.clone()).collect();
    let mut faults: Vec<ThemeFault> = printed.into_iter().flat_map(|result| result.faults).collect();
    let make_own = || match make {
        None => Vec::new(),
        Some(make) => {
            for asset in &site.theme.assets {
                make.output.put(&asset.route, &asset.bytes);
            }
            let own = own_pages(&web, &site, &results, &used);
            own.into_par_iter().filter_map(|made| make.hand_on(made, &mut KnownTags::default())).collect()
        }
    };
    let others = || (make_own(), reading_of(&site, &results));
    let ((own_faults, reading), mut findings) = rayon::join(others, || site_findings(&site, world, &results, &pictures, (&used, &pdfs)));
    faults.extend(own_faults);
    findings.extend(output_findings(&site, &results, faults, &formats));
    for result in &mut results {
        match Arc::get_mut(result) {
            Some(own) => findings.append(&mut own.findings),
            None => findings.extend(result.findings.iter().cloned()),
        }
    }
    finding::sort(&mut findings);
    let (guides, pages) = (site.map.guides.len(), results.len());
    Outcome { findings, reading, guides, pages, rest: Rest { _site: site, _results: results } }
}

/// How hard the pages are to read.
fn reading_of(site: &Site, results: &[Arc<PageResult>]) -> ToolkitReading {
    reading::toolkit(&site.map, &results.iter().map(|result| (result.path.clone(), &result.reading)).collect())
}

/// The website of a site.
fn web<'a>(site: &'a Site, world: World<'a>, pictures: &[SettingsPicture]) -> Web<'a> {
    Web::new(&site.theme, Lookups::new(world, &site.theme), site.logo(pictures).as_ref())
}

/// The formats of all guides that need a whole guide at once.
fn guides(site: &Site, world: World<'_>, make: Make<'_>) -> Vec<GuideResult> {
    let threads = rayon::current_num_threads();
    let shared = guide::Shared::for_guides(site.map.guides.len().min(threads));
    side_by_side(&site.map.guides, threads, |guide| guide::run(guide, site, world, make, &shared))
}

/// All pages, each through all stages unless what it brought is kept, by path.
fn pages(site: &Site, world: World<'_>, make: Option<Make<'_>>, kept: &Kept<'_>, progress: &dyn Progress) -> Vec<Arc<PageResult>> {
    let heads: Vec<&PageHead> = site.heads.iter().filter(|head| site.map.places.contains_key(&head.path)).collect();
    let (known, rest): (Vec<_>, Vec<_>) =
        heads.into_iter().map(|head| (head, kept.page(head, site))).partition(|(_, known)| known.is_some());
    ahead::photos(&rest.iter().map(|(head, _)| *head).collect::<Vec<_>>(), world, progress);
    progress.begin("pages", rest.len());
    let read = |heads: Vec<&PageHead>, make: Option<Make<'_>>| -> Vec<Arc<PageResult>> {
        let run = |known: &mut Known, heads: &[&PageHead]| {
            let results = page::run(heads, world, make, known).into_iter();
            results.map(Arc::new).inspect(|_| progress.advance()).collect::<Vec<_>>()
        };
        // When there are only a few, each thread gets some.
        let together = (heads.len() / rayon::current_num_threads()).clamp(1, page::TOGETHER);
        heads.par_chunks(together).map_init(Known::default, run).flatten_iter().collect()
    };
    // A cover names the makers of all pictures of its guide: so it comes after the parts.
    let is_cover = |head: &&PageHead| site.map.places.get(&head.path).is_some_and(|place| matches!(place.kind, PageKind::Cover(_)));
    let (covers, parts): (Vec<_>, Vec<_>) = rest.into_iter().map(|(head, _)| head).partition(is_cover);
    let mut results: Vec<Arc<PageResult>> = known.into_iter().filter_map(|(_, known)| known).chain(read(parts, make)).collect();
    results.sort_by(|a, b| a.path.cmp(&b.path));
    let covers = read(covers, make.map(|make| make.with_parts(&results)));
    results.extend(covers);
    results.sort_by(|a, b| a.path.cmp(&b.path));
    results
}

/// What the rules say that look at the toolkit as a whole.
fn site_findings(
    site: &Site,
    world: World<'_>,
    results: &[Arc<PageResult>],
    pictures: &[SettingsPicture],
    (used, pdfs): (&UsedPictures, &Pdfs),
) -> Vec<Finding> {
    let wanted = wanted_headings(results, site, world);
    let used_allowances: Vec<usize> = results.iter().flat_map(|result| result.used_allowances.iter().copied()).collect();
    let rows = results.iter().map(|result| (result.path.clone(), result.rows)).collect();
    let unused_files = unused_files(world.snapshot, used, results);
    let of_rows: Vec<&PageUses> = results.iter().map(|result| &result.uses).collect();
    let page_words: Vec<_> = results.iter().map(|result| (&result.path, &result.words)).collect();
    let open: Vec<_> = results.iter().flat_map(|result| result.open.iter().map(|open| (&result.path, open))).collect();
    let seen = Seen {
        headings: &wanted,
        pictures,
        used_allowances: &used_allowances,
        used,
        unused_files: &unused_files,
        uses: &of_rows,
        open: &open,
        page_words: &page_words,
        rows: &rows,
        pdfs,
    };
    check::site(&site.view(world.snapshot, &seen))
}

/// What is wrong with the theme, and with what came out of it: the pages of `results`, and those that `faults` tell of.
fn output_findings(site: &Site, results: &[Arc<PageResult>], faults: Vec<ThemeFault>, formats: &[FormatFault]) -> Vec<Finding> {
    let mut all = theme_faults(site);
    if site.theme.works {
        all.extend(faults);
        all.extend(results.iter().flat_map(|result| result.faults.iter().cloned()));
    }
    // Else every page fails. The reason has been told.
    check::output(&check::OutputView { faults: &first_of_each(all), formats })
}

/// What is wrong with the theme before any page is made.
fn theme_faults(site: &Site) -> Vec<ThemeFault> {
    let fault = |fault: &crate::render::theme::Fault| ThemeFault {
        path: fault.path.clone(),
        line: fault.line,
        what: fault.what.clone(),
        page: None,
    };
    site.theme.faults.iter().map(fault).collect()
}

/// A fault of a template shows on every page that it makes. Once is enough: on the first page.
fn first_of_each(mut faults: Vec<ThemeFault>) -> Vec<ThemeFault> {
    let key = |fault: &ThemeFault| (fault.path.clone(), fault.line, fault.what.clone(), fault.page.clone());
    faults.sort_by_key(key);
    faults.dedup_by(|a, b| (&a.path, a.line, &a.what) == (&b.path, b.line, &b.what));
    faults
}

/// Where each picture of the site came from.
fn used_pictures(results: &[Arc<PageResult>], pictures: &[SettingsPicture]) -> UsedPictures {
    // Many pages show the same few pictures: they are told apart before they are put in order.
    let shown = results.iter().flat_map(|result| &result.uses.pictures);
    let shown: FxHashMap<*const Paired, &PictureSource> = shown.map(|picture| (Arc::as_ptr(picture), &picture.source)).collect();
    let mut used: UsedPictures = shown.into_values().cloned().collect();
    used.extend(pictures.iter().map(|picture| picture.paired.source.clone()));
    used
}

/// The picture files in `content/` that nothing shows and no page asks for.
fn unused_files(snapshot: &Snapshot, used: &UsedPictures, results: &[Arc<PageResult>]) -> Vec<SitePath> {
    let images = snapshot.files_in(CONTENT).map(|(path, _)| path).filter(|path| site::is_image(path));
    let mut unused: BTreeSet<&SitePath> = images.collect();
    if !unused.is_empty() {
        for path in results.iter().flat_map(|result| result.assets()) {
            unused.remove(path);
        }
    }
    unused.retain(|path| !used.contains(&PictureSource::File((*path).clone())));
    unused.into_iter().cloned().collect()
}

/// The pages that Alongside makes itself.
fn own_pages(web: &Web<'_>, site: &Site, results: &[Arc<PageResult>], used: &UsedPictures) -> Vec<Made> {
    let reasons: Vec<Reason> = results.iter().flat_map(|result| result.reasons.iter().cloned()).collect();
    let how_made = || {
        let guides = site.map.guides.par_iter().filter_map(|guide| Some((guide, site.map.places.get(&guide.cover)?)));
        guides.map(|(guide, cover)| web::how_made(web, guide, cover, &reasons)).collect::<Vec<_>>()
    };
    let others = || (vec![web::words(web), web::accessibility(web), web::not_found(web)], how_made());
    let (credits, (mut made, how_made)) = rayon::join(|| web::credits(web, used), others);
    made.push(credits);
    if !site.has_home() {
        made.push(web::home(web, None));
    }
    made.extend(how_made);
    made.extend(web::site_map(web));
    made.extend(web::feed(web));
    made
}

/// Links to names on other pages that are not there.
fn wanted_headings(results: &[Arc<PageResult>], site: &Site, world: World<'_>) -> Vec<WantedHeading> {
    let mut missing = Vec::new();
    for result in results {
        for link in &result.links_to_names {
            let target = results.binary_search_by(|other| other.path.cmp(&link.to)).ok().map(|place| &results[place]);
            if target.is_some_and(|target| target.has_anchor(&link.name)) {
                continue;
            }
            // Names are kept as hashes; only for the message is the page read once more.
            let page = page::page_at(&link.to, site, world);
            let anchors = page.as_ref().map(Page::anchors).unwrap_or_default();
            let nearest = match missing_heading(&link.name, &anchors) {
                Some(LinkFault::NoHeading(_, nearest)) => nearest,
                _ => Vec::new(),
            };
            missing.push(WantedHeading {
                from: result.path.clone(),
                span: link.span,
                to: link.to.clone(),
                name: link.name.clone(),
                nearest,
            });
        }
    }
    missing
}
