//! Guides, their parts, and the address of every page.

use rustc_hash::FxHashMap;
use std::sync::Arc;

use super::{FrontMatter, Language, Level, PictureTarget, Route, SettingsFault, SitePath};

/// The head of a page: all that other pages may know of it.
#[derive(Clone, Debug)]
pub struct PageHead {
    /// Its file.
    pub path: SitePath,
    /// Its address.
    pub route: Route,
    /// What stands at its head.
    pub front: Arc<FrontMatter>,
    /// What is wrong there.
    pub faults: Vec<SettingsFault>,
    /// The byte at which its body begins.
    pub body_start: u32,
    /// Its title: from its head, else from its first heading.
    pub title: Option<String>,
}

/// All guides and pages with their addresses.
#[derive(Clone, Debug, Default)]
pub struct SiteMap {
    /// The guides, in the order in which the home page shows them.
    pub guides: Vec<Guide>,
    /// Every page, by its file.
    pub places: FxHashMap<SitePath, Place>,
    /// Pages that would have had the address of another one, and were left out.
    pub duplicates: Vec<Duplicate>,
    /// Pages left out as drafts.
    pub drafts: Vec<SitePath>,
}

/// One publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The page that is its cover.
    pub cover: SitePath,
    /// Its parts, in order; empty for a guide of one page.
    pub parts: Vec<SitePath>,
}

/// What links may know of a page.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its address.
    pub route: Route,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// The picture on its cover.
    pub picture: Option<PictureTarget>,
    /// Its language.
    pub language: Language,
    /// Its level.
    pub level: Level,
    /// What it is.
    pub kind: PageKind,
    /// What stands at its head.
    pub front: Arc<FrontMatter>,
}

/// What a page is in its toolkit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The words above the list of guides.
    Home,
    /// The first page of a guide of several parts: (which guide).
    Cover(usize),
    /// A part: (which guide, which part; both from 0).
    Part(usize, usize),
    /// A guide of one page: (which guide).
    Single(usize),
}

impl PageKind {
    /// The guide to which the page belongs.
    pub fn guide(self) -> Option<usize> {
        match self {
            Self::Home => None,
            Self::Cover(guide) | Self::Part(guide, _) | Self::Single(guide) => Some(guide),
        }
    }
}

/// Two sources for one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The address.
    pub route: Route,
    /// The page that was left out.
    pub path: SitePath,
    /// The page that has the address; `None` when it is one that Alongside makes itself.
    pub other: Option<SitePath>,
}

impl SiteMap {
    /// The guide to which a page belongs, and the place of its cover.
    pub fn guide_of(&self, place: &Place) -> Option<(&Guide, &Place)> {
        let guide = self.guides.get(place.kind.guide()?)?;
        Some((guide, self.places.get(&guide.cover)?))
    }
}
