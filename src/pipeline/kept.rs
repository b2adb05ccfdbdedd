//! What is kept of an earlier run: the pages that none of the changes touches.
//!
//! What a page may read is small and explicit: its own file; the heads of the pages of its own guide; the heads of the
//! pages to which it leads; the images and files that it asks for; and what all pages share (settings, word list, packs,
//! the names of all files, the day). Nothing else decides what it brings.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::page::PageResult;
use super::site::{CONFIG_FILE, Site, is_image, says_the_same};
use crate::link::CONTENT;
use crate::render::theme::THEMES;
use crate::toolkit::{Changes, Guide, PageHead, SitePath};

/// The pages of an earlier run that still hold.
pub struct Kept<'a> {
    earlier: Option<Pages<'a>>,
}

struct Pages<'a> {
    results: &'a [Arc<PageResult>],
    changes: &'a Changes,
    /// Which guides of the new site are other ones than before: their pages, the order of these, or what their heads say.
    guides: Vec<bool>,
    /// Pages whose heads say something else to other pages now.
    heads: BTreeSet<SitePath>,
}

impl<'a> Kept<'a> {
    /// Nothing: there was no earlier run, or nothing of it holds.
    pub fn nothing() -> Self {
        Self { earlier: None }
    }

    /// What holds of an earlier run with this site and these results, now that `new` is the site.
    pub fn after(site: &'a Site, results: &'a [Arc<PageResult>], changes: &'a Changes, new: &Site) -> Self {
        if changes.surroundings || changes.files.iter().any(|path| touches_all(path, changes)) || lists_differ(site, new) {
            return Self::nothing();
        }
        let is_new = |path: &&SitePath| match (site.head(path), new.head(path)) {
            (Some(old), Some(new)) => !says_the_same(old, new),
            (old, new) => old.is_some() || new.is_some(),
        };
        let heads: BTreeSet<SitePath> = changes.files.iter().filter(is_new).cloned().collect();
        let differs = |guide: &Guide| {
            guide_of(&guide.cover, site) != Some(guide)
                || std::iter::once(&guide.cover).chain(&guide.parts).any(|path| heads.contains(path))
        };
        let same_map = Arc::ptr_eq(&site.map, &new.map);
        let guides = if same_map { Vec::new() } else { new.map.guides.iter().map(differs).collect() };
        Self { earlier: Some(Pages { results, changes, guides, heads }) }
    }

    /// What the page with this head brought, when it would bring the same again in the site `new`.
    pub fn page(&self, head: &PageHead, new: &Site) -> Option<Arc<PageResult>> {
        let Pages { results, changes, guides, heads } = self.earlier.as_ref()?;
        let place = results.binary_search_by(|result| result.path.cmp(&head.path)).ok()?;
        let result = &results[place];
        let kind = new.map.places.get(&head.path)?.kind;
        let guide_differs = kind.guide().is_some_and(|guide| guides.get(guide).copied().unwrap_or(false));
        let touched = changes.files.contains(&head.path) || result.reads_any(&changes.files) || result.reads_any(heads);
        (!touched && !guide_differs).then(|| result.clone())
    }
}

/// Whether a change of this file may touch every page.
fn touches_all(path: &SitePath, changes: &Changes) -> bool {
    if path.is_in(THEMES) {
        // Pages are made with the theme, but nothing that is kept comes from it.
        return false;
    }
    let is_page = path.is_in(CONTENT) && path.extension() == "md";
    // A page may have looked for a file of this name, or for one like it.
    changes.came_or_went.contains(path) || path.as_str() == CONFIG_FILE || !(is_page || is_image(path))
}

/// Whether pages were hidden or shown: links to them mean something else then.
fn lists_differ(old: &Site, new: &Site) -> bool {
    !Arc::ptr_eq(&old.map, &new.map) && (old.map.drafts != new.map.drafts || old.map.duplicates != new.map.duplicates)
}

/// The guide to which the page at `path` belongs.
fn guide_of<'a>(path: &SitePath, site: &'a Site) -> Option<&'a Guide> {
    site.map.guides.get(site.map.places.get(path)?.kind.guide()?)
}
