//! page + packs + site map -> a page with its pictures, words and links found.

mod library;
mod links;
mod pictures;
pub mod source;
pub mod suggest;
mod uses;
mod words;

pub use library::{Library, SYMBOLS, Search};
pub use links::{find_link, missing_heading};
pub use pictures::{KnownPictures, find_picture, nearest_files};
pub use uses::uses;
pub use words::WordLists;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::parse;
use crate::toolkit::{
    CaptionFault, Config, Image, ImageFault, Link, LinkId, LinkTarget, Page, PairedPage, PictureList, Place, Profiles, Route, SiteMap,
    SitePath, Snapshot, Written,
};

/// Makes files of the toolkit ready to be published, each once, whoever asks.
pub trait Assets: Sync {
    /// The image in the file at `path`.
    ///
    /// # Errors
    /// Why it cannot be used.
    fn image(&self, path: &SitePath) -> Result<Arc<Image>, ImageFault>;

    /// The address and size in bytes of the file at `path`, which is published as it is.
    ///
    /// # Errors
    /// The system's words, when it cannot be read.
    fn file(&self, path: &SitePath) -> Result<(Route, u64), String>;
}

/// Everything that a page may ask for.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The files of the toolkit.
    pub snapshot: &'a Snapshot,
    /// Its settings.
    pub config: &'a Config,
    /// Its guides and addresses.
    pub site: &'a SiteMap,
    /// Its packs.
    pub library: &'a Library,
    /// Its word list.
    pub words: &'a WordLists,
    /// The profiles that its pages may follow.
    pub profiles: &'a Profiles,
    /// What it knows about pictures.
    pub picture_list: &'a PictureList,
    /// Makes its images and other files ready.
    pub assets: &'a dyn Assets,
}

/// Finds everything that `page` asks for. `known` are the pictures of pages before it.
pub fn pair(page: Page, place: &Place, world: World<'_>, known: &mut KnownPictures) -> PairedPage {
    let packs = pack_order(&page, place, world.site, world.config);
    known.begin(&packs, &place.language);
    let mut find = |target, alt| known.find((target, alt), &packs, &place.language, world);
    let pictures = page.pictures.iter().map(|picture| find(&picture.target, picture.alt.as_ref())).collect();
    let cover_picture = place.picture.as_ref().map(|target| find(target, None));
    let words = words::word_uses(&page, place, &packs, world);
    let anchors = page.anchors();
    let mut link_files = Vec::new();
    let mut find_link = |target: &LinkTarget| {
        if let LinkTarget::File(path) = target {
            link_files.push(path.clone());
        }
        links::find_link(&page.path, target, &anchors, world)
    };
    let links = page.links.iter().map(|link| find_link(&link.target)).collect();
    let full_version = page.front.full_version.as_ref().map(|written| {
        let target = crate::parse::link_target(&page.path, &written.value);
        find_link(&target)
    });
    let captions = captions(&page, world.snapshot);
    PairedPage { page, pictures, cover_picture, words, links, captions, full_version, link_files }
}

/// What is wrong with the files of captions to which a page leads.
fn captions(page: &Page, snapshot: &Snapshot) -> BTreeMap<LinkId, Vec<CaptionFault>> {
    let faults = |(place, link): (u32, &Link)| match &link.target {
        LinkTarget::File(path) if path.extension() == "vtt" => {
            let bytes = snapshot.read(path).ok()?;
            let text = parse::decode(&bytes);
            let faults = if text.oddities.is_empty() { parse::captions(&text.text) } else { vec![CaptionFault::NotText] };
            (!faults.is_empty()).then_some((LinkId(place), faults))
        }
        _ => None,
    };
    (0..).zip(&page.links).filter_map(faults).collect()
}

/// The packs in which the symbols of a page are looked up: its own, those of its guide, then those of the toolkit.
pub fn pack_order(page: &Page, place: &Place, site: &SiteMap, config: &Config) -> Vec<Written<String>> {
    let cover = site.guide_of(place).map(|(_, cover)| cover.front.symbols.as_slice()).unwrap_or_default();
    let mut order: Vec<Written<String>> = Vec::new();
    for pack in page.front.symbols.iter().chain(cover).chain(&config.symbols) {
        if !order.iter().any(|known| known.value == pack.value) {
            order.push(pack.clone());
        }
    }
    order
}
