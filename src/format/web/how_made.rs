//! The page "How we made this" of a guide: who made it, who checked it, and what is not as it should be.

use serde::Serialize;

use super::{Made, Web};
use crate::render::view::{FactsView, facts};
use crate::toolkit::{Allowance, Guide, PageKind, Place, Route, SitePath};

/// Leave to break a rule, and the page that takes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// The page.
    pub path: SitePath,
    /// Why, in the author's words.
    pub words: String,
}

impl Reason {
    /// The reasons of a page's allowances. Those without words say nothing to anybody.
    pub fn of<'a>(path: &SitePath, allow: impl IntoIterator<Item = &'a Allowance>) -> Vec<Self> {
        let told = allow.into_iter().filter(|allowance| !allowance.reason.is_empty());
        let mut reasons: Vec<Self> = told.map(|allowance| Self { path: path.clone(), words: allowance.reason.clone() }).collect();
        reasons.sort();
        reasons.dedup();
        reasons
    }
}

/// A reason, as the template sees it.
#[derive(Serialize)]
struct ReasonView {
    words: String,
    /// The pages for which it is given; none when it holds for the whole toolkit.
    pages: Vec<PageLink>,
}

#[derive(Serialize)]
struct PageLink {
    title: String,
    href: String,
}

/// The page of the guide with this cover. `reasons` are those of all pages.
pub fn how_made(web: &Web<'_>, guide: &Guide, cover: &Place, reasons: &[Reason]) -> Made {
    let route = cover.route.made_page();
    let title = web.theme.interface.say(&cover.language, "how-made", &[]);
    let mut page = web.own_view("how-made", &title, &cover.language, &route);
    page.tab = web.tab(&cover.language, &format!("{title}, {}", cover.title));
    let facts: FactsView = facts(cover, &route, &web.lookups);
    let mut context = web.context(&page, &cover.language, &route.to_top());
    context.insert("facts", &facts);
    context.insert("reasons", &views(web, guide, &route, reasons));
    context.insert("guide", &PageLink { title: cover.title.clone(), href: route.href_to(&cover.route) });
    web.fill(route, "how-made.html", &context)
}

/// Every reason of the guide once, in the order of its pages, with the pages that give it; those of the toolkit at the end.
fn views(web: &Web<'_>, guide: &Guide, route: &Route, reasons: &[Reason]) -> Vec<ReasonView> {
    let places = &web.lookups.world.site.places;
    let mut views: Vec<ReasonView> = Vec::new();
    for path in std::iter::once(&guide.cover).chain(&guide.parts) {
        let Some(place) = places.get(path) else { continue };
        debug_assert!(!matches!(place.kind, PageKind::Home));
        let first = reasons.partition_point(|reason| reason.path < *path);
        for reason in reasons[first..].iter().take_while(|reason| reason.path == *path) {
            let link = PageLink { title: place.title.clone(), href: route.href_to(&place.route) };
            match views.iter_mut().find(|view| view.words == reason.words) {
                Some(view) => view.pages.push(link),
                None => views.push(ReasonView { words: reason.words.clone(), pages: vec![link] }),
            }
        }
    }
    let everywhere = web.config().allow.iter().filter(|allowance| !allowance.reason.is_empty());
    views.extend(everywhere.map(|allowance| ReasonView { words: allowance.reason.clone(), pages: Vec::new() }));
    views
}
