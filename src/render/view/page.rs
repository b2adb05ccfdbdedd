//! Pages and the site, as templates see them.

use serde::Serialize;
use tera::Value;

use super::guide::card;
use super::{CardView, ContactView, KnownRows, RowViews, contact_views};
use crate::pair::{World, find_link, find_picture};
use crate::render::Theme;
use crate::render::theme::Interface;
use crate::toolkit::{Config, Describe, Guide, LinkUse, PageKind, Paired, Pdfs, PictureTarget, Place, Route, Side};

/// What views look things up in.
pub struct Lookups<'a> {
    /// The toolkit.
    pub world: World<'a>,
    /// The words of the interface.
    pub interface: &'a Interface,
    /// How many colours the theme has for parts.
    pub colours: usize,
    /// The PDFs that were made.
    pub pdfs: Option<&'a Pdfs>,
    /// What the theme made of rows and pictures.
    pub rows: RowViews<'a>,
}

impl<'a> Lookups<'a> {
    /// Looks things up in `world`, for pages of `theme`.
    pub fn new(world: World<'a>, theme: &'a Theme) -> Self {
        let rows = RowViews::new(theme, world.config.pictures.describe);
        Self { world, interface: &theme.interface, colours: theme.colours.parts, pdfs: None, rows }
    }

    /// The same, when these PDFs have been made.
    pub fn with_pdfs(self, pdfs: &'a Pdfs) -> Self {
        Self { pdfs: Some(pdfs), ..self }
    }

    /// The colour of the part at `place`, both from 0 and from 1.
    pub fn colour(&self, place: usize) -> usize {
        place % self.colours.max(1) + 1
    }

    /// The picture that the page at `place` names.
    pub fn picture(&self, target: &PictureTarget, place: &Place) -> Paired {
        let cover = self.world.site.guide_of(place).map(|(_, cover)| cover.front.symbols.as_slice()).unwrap_or_default();
        let packs: Vec<_> = place.front.symbols.iter().chain(cover).chain(&self.world.config.symbols).cloned().collect();
        find_picture((target, None), &packs, &place.language, self.world)
    }

    /// The link to the long text of a guide, and its words.
    pub fn full_version(&self, written: &str, cover: &Place, route: &Route) -> Option<(String, String)> {
        let (guide, _) = self.world.site.guide_of(cover)?;
        let target = crate::parse::link_target(&guide.cover, written);
        match find_link(&guide.cover, &target, &[], self.world) {
            LinkUse::Page { path, route: to, .. } => {
                let title = self.world.site.places.get(&path).map_or_else(String::new, |place| place.title.clone());
                Some((route.href_to(&to), title))
            }
            LinkUse::File { route: to, .. } => Some((route.href_to(&to), written.to_owned())),
            LinkUse::Outside(address) => Some((address.clone(), address)),
            LinkUse::Here(_) | LinkUse::Broken(_) => None,
        }
    }
}

/// A page, as its template sees it.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// `home`, `cover`, `part`, `single`, `words`, `credits`, `accessibility` or `not-found`.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// What stands in the browser's tab.
    pub tab: String,
    /// What it is about.
    pub summary: Option<String>,
    /// Its language.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Its level.
    pub level: &'static str,
    /// Which part of how many it is, in words; empty for a page that is no part.
    pub part_of: String,
    /// The same in dots, when they can be counted.
    pub dots: Option<Value>,
    /// Which of the theme's colours it has, from 1.
    pub colour: String,
    /// Its picture.
    pub picture: Option<Value>,
    /// Its address, seen from the top of the site.
    pub route: String,
}

/// The pages before and behind a part.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NavView {
    /// The page before: the cover, for the first part.
    pub previous: Option<CardView>,
    /// The page behind.
    pub next: Option<CardView>,
    /// What the link to the page behind says above its title; empty on a cover.
    pub next_words: String,
}

impl NavView {
    /// The neighbours of the part at `place`.
    pub fn new(place: &Place, guide: &Guide, cover: &Place, lookups: &Lookups<'_>, known: &mut KnownRows) -> Self {
        let PageKind::Part(_, part) = place.kind else {
            let first = guide.parts.first().and_then(|path| lookups.world.site.places.get(path));
            return Self { previous: None, next: first.map(|first| card(first, &place.route, lookups, known)), next_words: String::new() };
        };
        let neighbour = |part: usize| guide.parts.get(part).and_then(|path| lookups.world.site.places.get(path));
        let previous = if part == 0 { Some(cover) } else { neighbour(part - 1) };
        Self {
            previous: previous.map(|previous| card(previous, &place.route, lookups, known)),
            next: neighbour(part + 1).map(|next| card(next, &place.route, lookups, known)),
            next_words: String::new(),
        }
    }
}

/// The site, as every template sees it. It holds no links that depend on the page.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The name of the toolkit.
    pub title: String,
    /// Who publishes it, or else the name of the toolkit.
    pub name: String,
    /// The address of the logo, seen from the top of the site.
    pub logo: Option<String>,
    /// What the logo shows.
    pub logo_description: Option<String>,
    /// Whether pictures stand on the right.
    pub pictures_right: bool,
    /// Whether pictures are always described.
    pub describe_always: bool,
    /// Ways to get in touch with the organisation.
    pub contacts: Vec<ContactView>,
    /// Where the site will stand.
    pub address: Option<String>,
    /// Whether there is a feed.
    pub feed: bool,
}

impl SiteView {
    /// The site with these settings.
    pub fn new(config: &Config, logo: Option<&Route>) -> Self {
        let organisation = &config.organisation;
        Self {
            title: config.title.clone(),
            name: organisation.name.clone().unwrap_or_else(|| config.title.clone()),
            logo: logo.map(ToString::to_string),
            logo_description: organisation.logo_description.clone(),
            pictures_right: config.pictures.side == Side::Right,
            describe_always: config.pictures.describe == Describe::Always,
            contacts: contact_views(&organisation.contact, &organisation.contact),
            address: config.address.clone(),
            feed: config.address.is_some(),
        }
    }
}
