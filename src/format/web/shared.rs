//! What the pages of a guide share that lie equally deep: made once, not for each of them.

use std::sync::{Arc, PoisonError, RwLock};

use rustc_hash::FxHashMap;
use serde::Serialize;
use tera::{Context, Value};

use super::Web;
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
pub struct SharedByParts(RwLock<FxHashMap<Key, Arc<Shared>>>);

impl SharedByParts {
    /// What the page at `place` shares with others of its guide.
    pub fn of(&self, web: &Web<'_>, guide: &Guide, cover: &Place, place: &Place) -> Arc<Shared> {
        // Only parts see their guide in the same way.
        let PageKind::Part(number, _) = place.kind else { return Arc::new(Shared::new(web, guide, cover, place)) };
        let folder = place.route.folder().rsplit_once('/').map_or("", |(folder, _)| folder);
        let key = Key { guide: number, folder: folder.to_owned(), language: place.language.clone() };
        if let Some(shared) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return shared.clone();
        }
        let shared = Arc::new(Shared::new(web, guide, cover, place));
        self.0.write().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(shared).clone()
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
        Self { guide, guide_value, frame: Value::from_serializable(&frame) }
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
