//! The pages that Alongside makes itself.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Made, Web};
use crate::pair::find_picture;
use crate::parse::picture_target;
use crate::render::view::{CardView, KnownRows, Makers, PictureView, card, word_anchor, words_route};
use crate::toolkit::{Language, PairedPage, PictureSource, PictureTarget, Place, Route, SitePath, Status, WordEntry};

/// Where each picture of the site came from.
pub type UsedPictures = BTreeSet<PictureSource>;

/// The home page: the words of `content/index.md`, if there are any, and every guide.
pub fn home(web: &Web<'_>, intro: Option<(&PairedPage, &Place)>) -> Made {
    let route = Route::home();
    let config = web.config();
    let language = intro.map_or(&config.language, |(_, place)| &place.language);
    let title = intro.map(|(_, place)| place.title.as_str()).filter(|title| !title.is_empty()).unwrap_or(&config.title);
    let mut page = web.own_view("home", title, language, &route);
    if let Some((paired, place)) = intro {
        page.summary.clone_from(&place.summary);
        page.level = place.level.word();
        page.picture = paired.cover_picture.as_ref().and_then(|picture| web.lookups.rows.silent(picture, &route));
    }
    let mut context = web.context(&page, language, "");
    let (blocks, footnotes) = intro.map(|(paired, place)| web.home_blocks(paired, place)).unwrap_or_default();
    context.insert("blocks", &blocks);
    context.insert("footnotes", &footnotes);
    context.insert("guides", &guide_cards(web, language, &route));
    web.fill(route, "home.html", &context)
}

fn guide_cards(web: &Web<'_>, language: &Language, route: &Route) -> Vec<CardView> {
    let site = web.lookups.world.site;
    let covers = site.guides.iter().filter_map(|guide| site.places.get(&guide.cover));
    let shown = covers.filter(|cover| cover.front.status != Some(Status::Withdrawn));
    let view = |cover: &Place| {
        let card = card(cover, route, &web.lookups, &mut KnownRows::default());
        let lang = (cover.language != *language).then(|| cover.language.to_string());
        CardView { html: web.lookups.rows.card(&card, ""), lang, ..card }
    };
    shown.map(view).collect()
}

/// An entry of the word list.
#[derive(Serialize)]
struct EntryView {
    id: String,
    word: String,
    /// What it means; several when guides explain it in their own ways.
    meanings: Vec<String>,
    picture: Option<PictureView>,
}

/// The page of the word list: the words of the toolkit, and those that pages explain themselves.
pub fn words(web: &Web<'_>) -> Made {
    let route = words_route();
    let language = &web.config().language;
    let title = web.theme.interface.say(language, "word-list", &[]);
    let mut entries: BTreeMap<String, EntryView> = BTreeMap::new();
    let world = web.lookups.world;
    let from_toolkit =
        world.words.toolkit().entries().iter().filter_map(|entry| SitePath::new("content/words.yaml").map(|path| (path, entry)));
    let mut pages: Vec<(&SitePath, &Place)> = world.site.places.iter().collect();
    pages.sort_by_key(|(path, _)| *path);
    let from_pages = pages.into_iter().flat_map(|(path, place)| place.front.words.iter().map(move |entry| (path.clone(), entry)));
    for (path, entry) in from_toolkit.chain(from_pages) {
        add_entry(web, &mut entries, &path, entry, &route);
    }
    let mut entries: Vec<EntryView> = entries.into_values().collect();
    entries.sort_by_key(|entry| crate::toolkit::slug(&entry.word));
    let page = web.own_view("words", &title, language, &route);
    let mut context = web.context(&page, language, &route.to_top());
    context.insert("entries", &entries);
    web.fill(route, "words.html", &context)
}

fn add_entry(web: &Web<'_>, entries: &mut BTreeMap<String, EntryView>, path: &SitePath, entry: &WordEntry, route: &Route) {
    let id = word_anchor(&entry.word);
    let picture = entry.picture.as_ref().and_then(|written| {
        let target = picture_target(path, &written.value);
        let paired = find_picture((&target, None), &web.config().symbols, &web.config().language, web.lookups.world);
        PictureView::silent(&paired, route)
    });
    let known =
        entries.entry(id.clone()).or_insert_with(|| EntryView { id, word: entry.word.clone(), meanings: Vec::new(), picture: None });
    if !entry.meaning.is_empty() && !known.meanings.contains(&entry.meaning) {
        known.meanings.push(entry.meaning.clone());
    }
    known.picture = known.picture.take().or(picture);
}

/// A pack, for the credits.
#[derive(Serialize)]
struct PackView {
    title: String,
    licence: String,
    licence_link: Option<String>,
    author: Option<String>,
    credit: Option<String>,
    source: Option<String>,
    reviewed: Option<String>,
    symbols: Vec<SymbolView>,
}

#[derive(Serialize)]
struct SymbolView {
    label: String,
    picture: PictureView,
}

/// The page of credits, made from the pictures that are used.
pub fn credits(web: &Web<'_>, used: &UsedPictures) -> Made {
    let route = Route::page(["credits"]);
    let language = &web.config().language;
    let title = web.theme.interface.say(language, "picture-credits", &[]);
    let page = web.own_view("credits", &title, language, &route);
    let mut context = web.context(&page, language, &route.to_top());
    let packs: Vec<PackView> = web.lookups.world.library.packs().iter().filter_map(|pack| pack_view(web, pack, used, &route)).collect();
    let makers = Makers::of(used.iter(), web.lookups.world);
    context.insert("packs", &packs);
    context.insert("others", &makers.others);
    context.insert("own_pictures", &makers.unnamed);
    web.fill(route, "credits.html", &context)
}

/// The credits of one pack; `None` when none of its symbols is used.
fn pack_view(web: &Web<'_>, pack: &crate::toolkit::Pack, used: &UsedPictures, route: &Route) -> Option<PackView> {
    let language = &web.config().language;
    let symbols: Vec<SymbolView> = pack
        .symbols()
        .iter()
        .filter(|symbol| used.contains(&PictureSource::Symbol(pack.name.clone(), symbol.id.clone())))
        .filter_map(|symbol| {
            let target = PictureTarget::Symbol { pack: Some(pack.name.0.to_string()), name: symbol.id.0.to_string() };
            let paired = find_picture((&target, None), &[], language, web.lookups.world);
            Some(SymbolView { label: symbol.label_in(language).to_owned(), picture: PictureView::silent(&paired, route)? })
        })
        .collect();
    let facts = &pack.facts;
    (!symbols.is_empty()).then(|| PackView {
        title: facts.title.clone(),
        licence: facts.terms.licence.clone(),
        licence_link: facts.licence_link.clone().filter(|link| link.starts_with("https://")),
        author: facts.author.clone(),
        credit: facts.credit.clone(),
        source: facts.source.clone().filter(|link| link.starts_with("https://")),
        reviewed: facts.reviewed.clone(),
        symbols,
    })
}

/// The page about accessibility. It claims nothing that the settings do not say.
pub fn accessibility(web: &Web<'_>) -> Made {
    #[derive(Serialize)]
    struct Facts<'a> {
        standard: Option<&'a str>,
        problems: &'a [String],
        tested: Option<String>,
        tested_by: Option<&'a str>,
        complaints: Option<&'a str>,
    }
    let route = Route::page(["accessibility"]);
    let config = web.config();
    let title = web.theme.interface.say(&config.language, "accessibility", &[]);
    let page = web.own_view("accessibility", &title, &config.language, &route);
    let mut context = web.context(&page, &config.language, &route.to_top());
    let facts = &config.accessibility;
    context.insert(
        "facts",
        &Facts {
            standard: facts.standard.as_deref(),
            problems: &facts.problems,
            tested: facts.tested.map(|date| web.theme.interface.date(&config.language, date)),
            tested_by: facts.tested_by.as_deref(),
            complaints: facts.complaints.as_deref(),
        },
    );
    web.fill(route, "accessibility.html", &context)
}

/// The page that a server shows for an address that is not there.
///
/// It may be shown at any depth, so its links begin at the top of the server when the address of the site is known.
pub fn not_found(web: &Web<'_>) -> Made {
    let route = Route::top("404.html");
    let config = web.config();
    let title = web.theme.interface.say(&config.language, "not-found", &[]);
    let page = web.own_view("not-found", &title, &config.language, &route);
    let top = config.address.as_deref().and_then(path_of).unwrap_or("");
    let context = web.context(&page, &config.language, top);
    web.fill(route, "not-found.html", &context)
}

/// The path of an address: `/guides/` for `https://example.org/guides/`.
fn path_of(address: &str) -> Option<&str> {
    let rest = address.split_once("://")?.1;
    rest.find('/').map(|slash| &rest[slash..])
}
