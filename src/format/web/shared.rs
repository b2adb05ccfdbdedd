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
    /// What says at a part which of so many it is.
    steps: RwLock<FxHashMap<(Language, usize, usize), Arc<Step>>>,
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

    /// What says at part `number` of `total` which it is.
    pub fn step(&self, web: &Web<'_>, language: &Language, number: usize, total: usize) -> Arc<Step> {
        let key = (language.clone(), number, total);
        if let Some(step) = self.steps.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return step.clone();
        }
        let step = Arc::new(Step::new(web, language, number, total));
        self.steps.write().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(step).clone()
    }
}

/// What says which part of how many one is at.
pub struct Step {
    /// “Part 2”.
    pub chip: String,
    /// “Part 2 of 9”.
    pub part_of: String,
    /// “Next: part 3”.
    pub next_words: String,
    /// The same in dots. None when they cannot be counted.
    pub dots: Option<Value>,
}

impl Step {
    fn new(web: &Web<'_>, language: &Language, number: usize, total: usize) -> Self {
        let say =
            |id: &str, number: usize| web.theme.interface.say(language, id, &[("n", &number.to_string()), ("total", &total.to_string())]);
        let mut values = Context::new();
        values.insert("number", &number);
        values.insert("total", &total);
        let dots = web.theme.component("dots", &values).filter(|html| !html.trim().is_empty());
        Self {
            chip: say("part-number", number),
            part_of: say("part-of", number),
            next_words: say("next-part", number + 1),
            dots: dots.map(|html| Value::safe_string(&html)),
        }
    }
}

impl Shared {
    fn new(web: &Web<'_>, guide: &Guide, cover: &Place, place: &Place) -> Self {
        let mut guide = GuideView::new(guide, cover, &place.route, &web.lookups);
        for part in &mut guide.parts {
            part.chip.clone_from(&web.shared.step(web, &place.language, part.number, guide.total).chip);
            part.card.html = web.lookups.rows.card(&part.card, &part.chip);
        }
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
