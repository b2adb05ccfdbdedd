//! What the pages of a guide share that lie equally deep: made once, not for each of them.

use std::sync::{Arc, PoisonError, RwLock};

use rustc_hash::FxHashMap;
use serde::Serialize;
use tera::{Context, Value};

use super::Web;
use super::part::PartMoulds;
use crate::render::view::GuideView;
use crate::toolkit::{Guide, Language, PageKind, Place};

/// What pages of a guide share.
pub struct Shared {
    /// The guide.
    pub guide: GuideView,
    /// The same, for templates.
    pub guide_value: Value,
    /// What stands around the text of the pages.
    pub frame: Value,
    /// Its parts that are alike.
    pub parts: PartMoulds,
}

/// What stands around the text of a page, as far as the components of the theme say that it is the same for many pages.
#[derive(Debug, Default, Serialize)]
pub struct Frame {
    header: Option<Value>,
    banner: Option<Value>,
    help: Option<Value>,
    links: Option<Value>,
}

/// The pages that share it: those of one guide, in one folder, in one language.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    guide: usize,
    folder: String,
    language: Language,
}

/// What is shared among the parts of each guide.
#[derive(Default)]
pub struct SharedByParts {
    guides: RwLock<FxHashMap<Key, Arc<Shared>>>,
    /// How far one has come at a part, of so many.
    dots: RwLock<FxHashMap<(usize, usize), Option<Value>>>,
}

impl SharedByParts {
    /// What the page at `place` shares with others of its guide.
    pub fn of(&self, web: &Web<'_>, guide: &Guide, cover: &Place, place: &Place) -> Arc<Shared> {
        // Only parts see their guide in the same way.
        let PageKind::Part(number, _) = place.kind else { return Arc::new(Shared::new(web, guide, cover, place)) };
        let folder = place.route.folder().rsplit_once('/').map_or("", |(folder, _)| folder);
        let key = Key { guide: number, folder: folder.to_owned(), language: place.language.clone() };
        if let Some(shared) = self.guides.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return shared.clone();
        }
        let shared = Arc::new(Shared::new(web, guide, cover, place));
        self.guides.write().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(shared).clone()
    }

    /// Dots that show how far one has come at part `number` of `total`. `None` when they cannot be counted.
    pub fn dots(&self, web: &Web<'_>, number: usize, total: usize) -> Option<Value> {
        if let Some(dots) = self.dots.read().unwrap_or_else(PoisonError::into_inner).get(&(number, total)) {
            return dots.clone();
        }
        let mut values = Context::new();
        values.insert("number", &number);
        values.insert("total", &total);
        let html = web.theme.component("dots", &values).filter(|html| !html.trim().is_empty());
        let dots = html.map(|html| Value::safe_string(&html));
        self.dots.write().unwrap_or_else(PoisonError::into_inner).entry((number, total)).or_insert(dots).clone()
    }
}

impl Shared {
    fn new(web: &Web<'_>, guide: &Guide, cover: &Place, place: &Place) -> Self {
        let guide = GuideView::new(guide, cover, &place.route, &web.lookups);
        let guide_value = Value::from_serializable(&guide);
        let mut values = Context::new();
        web.add_shared(&mut values, &place.language, &place.route.to_top());
        let fill = |name: &str, value: Option<(&'static str, Value)>| {
            let mut own = Context::new();
            if let Some((name, value)) = value {
                own.insert_value(name, value);
            }
            web.theme.component_once(name, &own, &values)
        };
        let frame = Frame {
            header: fill("site_header", Some(("kind", Value::from(kind_word(place.kind))))),
            banner: fill("banner", Some(("banner", Value::from(guide.banner.unwrap_or(""))))),
            help: fill("help", Some(("contacts", Value::from_serializable(&guide.contacts)))),
            links: fill("site_links", None),
        };
        Self { guide, guide_value, frame: Value::from_serializable(&frame), parts: PartMoulds::default() }
    }
}

/// What a page of a guide is, for templates.
pub fn kind_word(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Part(..) => "part",
        PageKind::Single(_) => "single",
        PageKind::Cover(_) | PageKind::Home => "cover",
    }
}
