//! page heads -> the site map: which guides there are, their parts in order, and the address of every page.
//!
//! The only stage that sees all pages at once, and it sees no more of them than their heads.

use std::collections::{BTreeMap, HashSet};

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::parse::picture_target;
use crate::toolkit::{Config, Duplicate, EditionKind, Guide, PageHead, PageKind, Place, Route, SiteMap, SitePath, editions, split_number};

/// The folder of a toolkit that holds its pages.
pub const CONTENT: &str = "content";

/// The first parts of addresses that Alongside's own pages have.
const OWN_PAGES: [&str; 4] = ["words", "credits", "accessibility", "assets"];

/// Whether pages marked `draft: true` are part of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out.
    #[default]
    Hidden,
    /// They are in.
    Shown,
}

/// Puts the site together from the heads of its pages, in the order of their paths.
pub fn site_map(heads: &[PageHead], config: &Config, drafts: Drafts) -> SiteMap {
    let mut site = SiteMap::default();
    let heads = without_drafts(heads, drafts, &mut site.drafts);
    let heads = without_duplicates(heads, &mut site.duplicates);
    let heads = without_formats(heads, config, &mut site.duplicates);
    site.places.reserve(heads.len());
    let mut guides: Vec<Vec<&PageHead>> = grouped(&heads).into_values().collect();
    guides.sort_by_cached_key(|pages| sort_key(pages[0]));
    for pages in guides {
        let number = site.guides.len();
        let cover = pages[0];
        let mut parts = pages[1..].to_vec();
        parts.sort_by_cached_key(|head| sort_key(head));
        let kind = if parts.is_empty() { PageKind::Single(number) } else { PageKind::Cover(number) };
        site.places.insert(cover.path.clone(), place(cover, None, config, kind));
        for (part, head) in parts.iter().enumerate() {
            site.places.insert(head.path.clone(), place(head, Some(cover), config, PageKind::Part(number, part)));
        }
        site.guides.push(Guide { cover: cover.path.clone(), parts: parts.iter().map(|head| head.path.clone()).collect() });
    }
    if let Some(home) = heads.iter().find(|head| head.path.as_str() == HOME) {
        site.places.insert(home.path.clone(), place(home, None, config, PageKind::Home));
    }
    site
}

/// The page whose words stand above the list of guides.
const HOME: &str = "content/index.md";

fn without_drafts<'a>(heads: &'a [PageHead], drafts: Drafts, left_out: &mut Vec<SitePath>) -> Vec<&'a PageHead> {
    if drafts == Drafts::Shown {
        return heads.iter().collect();
    }
    // The parts of a guide whose cover is a draft are drafts too.
    let draft_folders: HashSet<&str> =
        heads.iter().filter(|head| head.front.draft && is_cover(&head.path)).map(|head| head.path.folder()).collect();
    let is_draft =
        |head: &&PageHead| head.front.draft || cover_folder(&head.path, heads).is_some_and(|folder| draft_folders.contains(folder));
    let (out, kept): (Vec<_>, Vec<_>) = heads.iter().partition(is_draft);
    left_out.extend(out.iter().map(|head| head.path.clone()));
    kept
}

fn is_cover(path: &SitePath) -> bool {
    path.file_name() == "index.md" && path.folder() != CONTENT
}

/// The nearest folder around a page that is a guide.
fn cover_folder<'a>(path: &'a SitePath, heads: &[PageHead]) -> Option<&'a str> {
    let mut folder = path.folder();
    while folder.len() > CONTENT.len() {
        let cover = format!("{folder}/index.md");
        if heads.binary_search_by(|head| head.path.as_str().cmp(&cover)).is_ok() {
            return Some(folder);
        }
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
    None
}

fn without_duplicates<'a>(heads: Vec<&'a PageHead>, duplicates: &mut Vec<Duplicate>) -> Vec<&'a PageHead> {
    let mut taken: FxHashMap<Route, &SitePath> = FxHashMap::with_capacity_and_hasher(heads.len(), FxBuildHasher);
    let mut kept = Vec::with_capacity(heads.len());
    for head in heads {
        let route = head.route.clone();
        let first = route.as_str().split('/').next().unwrap_or("");
        if OWN_PAGES.contains(&first) || route.is_made_page() {
            duplicates.push(Duplicate { route, path: head.path.clone(), other: None });
        } else if let Some(other) = taken.get(&route) {
            duplicates.push(Duplicate { route, path: head.path.clone(), other: Some((*other).clone()) });
        } else {
            taken.insert(route, &head.path);
            kept.push(head);
        }
    }
    kept
}

/// Leaves out pages whose address a format of a guide needs, such as a part called `print`.
fn without_formats<'a>(heads: Vec<&'a PageHead>, config: &Config, duplicates: &mut Vec<Duplicate>) -> Vec<&'a PageHead> {
    let guides = grouped(&heads);
    let covers = guides.values().map(|pages| place(pages[0], None, config, PageKind::Home));
    let formats = covers.flat_map(|cover| editions(&cover, config)).filter(|edition| edition.kind != EditionKind::Web);
    let taken: HashSet<Route> = formats.map(|edition| edition.route).collect();
    if taken.is_empty() {
        return heads;
    }
    let (out, kept): (Vec<_>, Vec<_>) = heads.into_iter().partition(|head| taken.contains(&head.route));
    duplicates.extend(out.iter().map(|head| Duplicate { route: head.route.clone(), path: head.path.clone(), other: None }));
    kept
}

/// The pages of each guide, its cover first, by the folder or file that makes the guide.
fn grouped<'a>(heads: &[&'a PageHead]) -> BTreeMap<&'a str, Vec<&'a PageHead>> {
    let covers: HashSet<&str> = heads.iter().filter(|head| is_cover(&head.path)).map(|head| head.path.folder()).collect();
    let mut guides: BTreeMap<&str, Vec<&PageHead>> = BTreeMap::new();
    for head in heads.iter().filter(|head| head.path.as_str() != HOME) {
        let mut folder = head.path.folder();
        while folder.len() > CONTENT.len() && !covers.contains(folder) {
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
        if !covers.contains(folder) {
            guides.entry(head.path.as_str()).or_default().push(head);
        } else if is_cover(&head.path) {
            guides.entry(folder).or_default().insert(0, head);
        } else {
            guides.entry(folder).or_default().push(head);
        }
    }
    guides
}

/// Pages come by `order`, or by the number before the name of their file or folder; those with neither come last.
fn sort_key(head: &PageHead) -> (i64, &str) {
    let name = if is_cover(&head.path) { head.path.folder().rsplit('/').next().unwrap_or("") } else { head.path.stem() };
    let order = head.front.order.or_else(|| split_number(name).0).unwrap_or(i64::MAX);
    (order, head.path.as_str())
}

fn place(head: &PageHead, cover: Option<&PageHead>, config: &Config, kind: PageKind) -> Place {
    let inherited = |own: Option<_>, of_cover: fn(&PageHead) -> Option<_>| own.or_else(|| cover.and_then(of_cover));
    let level = head.front.level.or_else(|| cover.and_then(|cover| cover.front.level)).unwrap_or(config.level);
    let language = inherited(head.front.language.clone(), |cover| cover.front.language.clone());
    Place {
        route: head.route.clone(),
        title: head.title.clone().unwrap_or_else(|| title_from_name(&head.path)),
        summary: head.front.summary.as_ref().map(|summary| summary.value.clone()),
        picture: head.front.picture.as_ref().map(|picture| picture_target(&head.path, &picture.value)),
        language: language.unwrap_or_else(|| config.language.clone()),
        level,
        kind,
        front: head.front.clone(),
    }
}

/// A title for a page that has none: the name of its file, or of its folder for a cover, as words.
fn title_from_name(path: &SitePath) -> String {
    let name = if path.stem() == "index" { path.folder().rsplit('/').next().unwrap_or("") } else { path.stem() };
    let words = split_number(name).1.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
