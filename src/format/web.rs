//! The accessible website: pages of guides, and the pages that Alongside makes itself.

mod feed;
mod how_made;
mod own;
mod part;
mod shared;

use tera::{Context, Value};

use crate::render::Theme;
use crate::render::theme::Fault;
use crate::render::view::{
    BlockView, Blocks, CreditView, FootnoteView, KnownRows, Lookups, NavView, PageView, SiteView, contact_views, picture_credits,
};
use crate::toolkit::{Config, Language, Level, PageKind, PairedPage, Pdfs, PictureSource, Place, Route};

pub use feed::{feed, site_map};
pub use how_made::{Reason, how_made};
use part::{PARTS_MIN, Part};
use shared::{Frame, SharedByParts, kind_word};

pub use own::{UsedPictures, accessibility, credits, home, not_found, words};

/// A page that is made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its address.
    pub route: Route,
    /// The template that made it.
    pub template: &'static str,
    /// Its contents, or why there are none.
    pub html: Result<String, Fault>,
}

/// What all pages of a site share, made once.
pub struct Web<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// What views look things up in.
    pub lookups: Lookups<'a>,
    site: Value,
    assets: Value,
    shared: SharedByParts,
    no_frame: Value,
}

impl<'a> Web<'a> {
    /// The website with this theme. `logo` is the address of the organisation's logo.
    pub fn new(theme: &'a Theme, lookups: Lookups<'a>, logo: Option<&Route>) -> Self {
        let site = SiteView::new(lookups.world.config, logo);
        let assets = theme.routes.iter().map(|(name, route)| (asset_name(name), route.to_string()));
        let assets: std::collections::BTreeMap<String, String> = assets.collect();
        Self {
            theme,
            lookups,
            site: Value::from_serializable(&site),
            assets: Value::from_serializable(&assets),
            shared: SharedByParts::default(),
            no_frame: Value::from_serializable(&Frame::default()),
        }
    }

    /// The same, when these PDFs have been made.
    pub fn with_pdfs(self, pdfs: &'a Pdfs) -> Self {
        // What pages share tells of PDFs too.
        Self { lookups: self.lookups.with_pdfs(pdfs), shared: SharedByParts::default(), ..self }
    }

    fn config(&self) -> &'a Config {
        self.lookups.world.config
    }

    /// What every template sees. `top` is the way from the page to the top of the site.
    pub(super) fn context(&self, page: &PageView, language: &Language, top: &str) -> Context {
        let mut context = Context::new();
        context.insert("page", page);
        context.insert("credits", &[(); 0]);
        context.insert_value("frame", self.no_frame.clone());
        self.add_shared(&mut context, language, top);
        context
    }

    /// Adds what is the same for all pages in a language that lie equally deep.
    fn add_shared(&self, context: &mut Context, language: &Language, top: &str) {
        context.insert_value("top", Value::from(top));
        context.insert_value("on_paper", Value::from(false));
        context.insert_value("lang", Value::from(language.as_str()));
        context.insert_value("site", self.site.clone());
        context.insert_value("assets", self.assets.clone());
        context.insert_value("w", self.theme.interface.plain(language));
    }

    pub(super) fn fill(&self, route: Route, template: &'static str, context: &Context) -> Made {
        let html = self.theme.render(template, context);
        Made { route, template, html }
    }

    /// A page of a guide. `credited` are the pictures whose makers it names: its own, and on a cover those of all parts.
    /// `known` is what was made for pages before it.
    pub fn page<'b>(
        &self,
        paired: &PairedPage,
        place: &Place,
        credited: impl Iterator<Item = &'b PictureSource>,
        known: &mut KnownRows,
    ) -> Made {
        let Some((guide, cover)) = self.lookups.world.site.guide_of(place) else {
            return home(self, Some((paired, place)));
        };
        let (template, number) = match place.kind {
            PageKind::Part(_, part) => ("part.html", part + 1),
            PageKind::Single(_) => ("single.html", 0),
            PageKind::Cover(_) | PageKind::Home => ("cover.html", 0),
        };
        let shared = self.shared.of(self, guide, cover, place);
        let tab = match number {
            0 => place.title.clone(),
            _ => {
                let values = [
                    ("title", place.title.as_str()),
                    ("n", &number.to_string()),
                    ("total", &guide.parts.len().to_string()),
                    ("guide", &cover.title),
                ];
                self.theme.interface.say(&place.language, "tab-part", &values)
            }
        };
        let mut page = PageView { kind: kind_word(place.kind), tab: self.tab(&place.language, &tab), ..self.page_view(paired, place) };
        let mut nav = NavView::new(place, guide, cover, &self.lookups, known);
        if number > 0 {
            let step = self.shared.step(self, &place.language, number, guide.parts.len());
            page.colour = self.lookups.colour(number - 1).to_string();
            page.part_of.clone_from(&step.part_of);
            page.dots.clone_from(&step.dots);
            nav.next_words.clone_from(&step.next_words);
        }
        let (blocks, footnotes) =
            Blocks::new(paired, &place.route, (&self.lookups.rows, known), &shared.guide.contacts, &shared.guide.formats).all();
        let credits = picture_credits(credited, self.lookups.world);
        // A template of the toolkit's own may do with a part whatever it likes.
        let may_share = guide.parts.len() >= PARTS_MIN && !self.theme.has_own_templates();
        let part = if may_share { Part::of(&page, &nav, (&blocks, &footnotes), &credits) } else { None };
        if let Some(html) = part.as_ref().and_then(|part| shared.parts.fill(part)) {
            return Made { route: place.route.clone(), template, html: Ok(html) };
        }
        let fill = |page: &PageView, blocks: &[BlockView], nav: &NavView, credits: &[CreditView]| {
            let mut context = self.context(page, &place.language, &place.route.to_top());
            context.insert("blocks", blocks);
            context.insert("footnotes", &footnotes);
            context.insert_value("guide", shared.guide_value.clone());
            context.insert_value("frame", shared.frame.clone());
            context.insert("credits", credits);
            context.insert("nav", nav);
            self.fill(place.route.clone(), template, &context)
        };
        let made = fill(&page, &blocks, &nav, &credits);
        if let Some((part, html)) = part.as_ref().zip(made.html.as_ref().ok()) {
            shared.parts.learn(part, html, |marked| fill(&marked.page, &marked.blocks, &marked.nav, &marked.credits).html.ok());
        }
        made
    }

    /// The words of the page that stands above the list of guides.
    fn home_blocks(&self, paired: &PairedPage, place: &Place) -> (Vec<BlockView>, Vec<FootnoteView>) {
        let organisation = &self.config().organisation.contact;
        let contacts = contact_views(&paired.page.front.contact, organisation);
        Blocks::new(paired, &place.route, (&self.lookups.rows, &mut KnownRows::default()), &contacts, &[]).all()
    }

    fn page_view(&self, paired: &PairedPage, place: &Place) -> PageView {
        PageView {
            title: place.title.clone(),
            summary: place.summary.clone(),
            level: place.level.word(),
            picture: paired.cover_picture.as_ref().and_then(|picture| self.lookups.rows.silent(picture, &place.route)),
            ..Self::bare_view(&place.title, &place.language, &place.route)
        }
    }

    /// The view of a page that Alongside makes itself.
    pub(super) fn own_view(&self, kind: &'static str, title: &str, language: &Language, route: &Route) -> PageView {
        PageView { kind, tab: self.tab(language, title), ..Self::bare_view(title, language, route) }
    }

    /// The view of a page of which nothing is known but its title.
    fn bare_view(title: &str, language: &Language, route: &Route) -> PageView {
        PageView {
            kind: "page",
            title: title.to_owned(),
            tab: String::new(),
            summary: None,
            lang: language.to_string(),
            dir: if language.is_right_to_left() { "rtl" } else { "ltr" },
            level: Level::EasyRead.word(),
            part_of: String::new(),
            dots: None,
            colour: "1".to_owned(),
            picture: None,
            route: route.to_string(),
        }
    }

    /// What stands in the browser's tab: the page, then who publishes it.
    fn tab(&self, language: &Language, title: &str) -> String {
        let config = self.config();
        let site = config.organisation.name.as_ref().unwrap_or(&config.title);
        if title == site { title.to_owned() } else { self.theme.interface.say(language, "tab", &[("title", title), ("site", site)]) }
    }
}

/// The name by which templates find an asset: `images/phone.svg` is `assets.images_phone`.
fn asset_name(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.replace(['/', '-', '.'], "_")
}
