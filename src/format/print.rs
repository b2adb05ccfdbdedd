//! A guide on one page of the website, to be printed: cover, contents, every part, word list, credits, contact.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::web::{Made, UsedPictures, Web};
use crate::render::view::{
    BlockView, Blocks, FootnoteView, GuideView, KnownRows, Makers, MeaningView, PageView, Paper, PictureView, contact_views, facts, parts,
    word_anchor,
};
use crate::toolkit::{Guide, PairedPage, Place, PrintSize, Route, WordUse, slug};

/// A page of the guide that is printed.
pub struct Sheet<'a> {
    /// The page.
    pub paired: PairedPage,
    /// Its place in the site.
    pub place: &'a Place,
}

/// A guide with all of its pages, its cover first.
pub struct WholeGuide<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// Its pages.
    pub sheets: Vec<Sheet<'a>>,
}

/// A part, as the template sees it.
#[derive(Serialize)]
struct PartOnPaper {
    id: String,
    number: usize,
    colour: usize,
    title: String,
    lang: String,
    dir: &'static str,
    level: &'static str,
    picture: Option<PictureView>,
    blocks: Vec<BlockView>,
    footnotes: Vec<FootnoteView>,
}

/// Who made the pictures.
#[derive(Serialize)]
pub struct CreditView {
    /// The name of the pack, or who made single pictures.
    pub title: String,
    /// The words that its makers ask for, or who drew it.
    pub credit: Option<String>,
    /// Who drew it, when they ask for no words of their own.
    pub author: Option<String>,
    /// Its licence; empty when none is recorded.
    pub licence: String,
}

impl<'a> WholeGuide<'a> {
    /// The cover, or the one page of the guide.
    pub fn cover(&self) -> Option<&Sheet<'a>> {
        self.sheets.first()
    }

    /// The title of the guide.
    pub fn title(&self) -> String {
        self.cover().map_or_else(String::new, |cover| cover.place.title.clone())
    }

    /// What links inside of the printed guide need to know.
    pub fn paper(&self, address: Option<&String>) -> Paper {
        let pages = self.sheets.iter().enumerate().map(|(number, sheet)| (sheet.paired.page.path.clone(), number));
        Paper { pages: pages.collect(), address: address.cloned() }
    }

    /// Every hard word of the guide once, in the order of the alphabet.
    pub fn words(&self) -> Vec<std::sync::Arc<crate::toolkit::Explained>> {
        let mut words = BTreeMap::new();
        for word in self.sheets.iter().flat_map(|sheet| &sheet.paired.words) {
            if let WordUse::Explained(word) = word {
                words.entry(slug(&word.entry.word)).or_insert_with(|| word.clone());
            }
        }
        words.into_values().collect()
    }

    /// Where the pictures of the guide come from.
    pub fn pictures(&self) -> UsedPictures {
        self.sheets.iter().flat_map(|sheet| sheet.paired.shown()).map(|picture| picture.source.clone()).collect()
    }
}

/// Who made the pictures of a guide: a line for each pack and each maker, and how many pictures are the author's own.
pub fn credits(web: &Web<'_>, used: &UsedPictures) -> (Vec<CreditView>, usize) {
    let world = web.lookups.world;
    let makers = Makers::of(used.iter(), world);
    let of_pack = |pack: &crate::toolkit::Pack| CreditView {
        title: pack.facts.title.clone(),
        credit: pack.facts.credit.clone(),
        author: pack.facts.author.clone(),
        licence: pack.facts.terms.licence.clone(),
    };
    let of_other = |(name, licence): (String, String)| CreditView {
        title: name.trim_end_matches('.').to_owned(),
        credit: None,
        author: None,
        licence,
    };
    let packs = world.library.packs().iter().filter(|pack| makers.packs.contains(&pack.name)).map(of_pack);
    (packs.chain(makers.others.into_iter().map(of_other)).collect(), makers.unnamed)
}

/// Makes the page from which a guide is printed in this size.
pub fn page(web: &Web<'_>, whole: &WholeGuide<'_>, size: PrintSize, route: &Route) -> Option<Made> {
    let cover = whole.cover()?.place;
    let config = web.lookups.world.config;
    let language = &cover.language;
    let paper = whole.paper(config.address.as_ref());
    let guide = GuideView { facts: Some(facts(cover, route, &web.lookups)), ..GuideView::new(whole.guide, cover, route, &web.lookups) };
    let format = web.theme.interface.say(language, &format!("format-{}", size.word()), &[]);
    let title = web.theme.interface.say(language, "print-tab", &[("title", &cover.title), ("format", &format)]);
    let page = PageView {
        title: cover.title.clone(),
        picture: guide.picture.clone(),
        summary: cover.summary.clone(),
        level: cover.level.word(),
        ..web.own_view("print", &title, language, route)
    };
    let mut context = web.context(&page, language, &route.to_top());
    let mut sheets = whole.sheets.iter().enumerate().map(|(number, sheet)| part_on_paper(web, sheet, (number, route), &paper, &guide));
    context.insert("cover", &sheets.next());
    context.insert("parts", &sheets.collect::<Vec<_>>());
    context.insert("contents", &parts(whole.guide, route, &web.lookups));
    context.insert("size", size.word());
    context.insert("on_paper", &true);
    let words: Vec<MeaningView> = whole.words().iter().map(|word| meaning(word, route)).collect();
    context.insert("words", &words);
    let (packs, own_pictures) = credits(web, &whole.pictures());
    context.insert("packs", &packs);
    context.insert("own_pictures", &own_pictures);
    context.insert("guide", &guide);
    context.insert("qr", &config.address.as_ref().and_then(|address| QrView::new(&address_of(address, &cover.route))));
    Some(web.fill(route.clone(), "print.html", &context))
}

fn part_on_paper(web: &Web<'_>, sheet: &Sheet<'_>, (number, route): (usize, &Route), paper: &Paper, guide: &GuideView) -> PartOnPaper {
    let place = sheet.place;
    let contacts = contact_views(&place.front.contact, &web.lookups.world.config.organisation.contact);
    let contacts = if place.front.contact.is_empty() { &guide.contacts } else { &contacts };
    // The words of the cover stand right under the title of the guide; those of a part under the title of the part.
    let title = if number == 0 { 1 } else { 2 };
    let mut known = KnownRows::default();
    let blocks = Blocks::new(&sheet.paired, route, (&web.lookups.rows, &mut known), contacts, &guide.formats);
    let blocks = blocks.on_paper(paper, number, title);
    let (blocks, footnotes) = blocks.all();
    PartOnPaper {
        id: Paper::page_anchor(number),
        number,
        colour: if number > 0 { web.lookups.colour(number - 1) } else { 1 },
        title: place.title.clone(),
        lang: place.language.to_string(),
        dir: if place.language.is_right_to_left() { "rtl" } else { "ltr" },
        level: place.level.word(),
        picture: sheet.paired.cover_picture.as_ref().and_then(|picture| PictureView::silent(picture, route)),
        blocks,
        footnotes,
    }
}

fn meaning(word: &crate::toolkit::Explained, route: &Route) -> MeaningView {
    MeaningView {
        id: word_anchor(&word.entry.word),
        word: word.entry.word.clone(),
        meaning: word.entry.meaning.clone(),
        picture: word.picture.as_ref().and_then(|picture| PictureView::silent(picture, route)),
        href: String::new(),
    }
}

/// The address of a page as people type it.
pub fn address_of(address: &str, route: &Route) -> String {
    format!("{address}{route}").trim_end_matches("index.html").to_owned()
}

/// A square pattern that leads the camera of a phone to an address.
#[derive(Clone, Debug, Serialize)]
pub struct QrView {
    /// The address.
    pub address: String,
    /// How many dots it has on each side, with the four empty ones that its standard asks for around it.
    pub side: usize,
    /// The dark dots, as the path of a drawing.
    pub path: Value,
}

/// The empty dots around a pattern, by its standard (ISO/IEC 18004).
const QUIET_DOTS: usize = 4;

impl QrView {
    /// The pattern for an address; `None` when the address is too long for one.
    pub fn new(address: &str) -> Option<Self> {
        let code = qrcode::QrCode::with_error_correction_level(address, qrcode::EcLevel::M).ok()?;
        let width = code.width();
        let colours = code.to_colors();
        let mut path = String::new();
        for (place, colour) in colours.iter().enumerate() {
            if *colour == qrcode::Color::Dark {
                path.push_str(&format!("M{} {}h1v1h-1z", place % width + QUIET_DOTS, place / width + QUIET_DOTS));
            }
        }
        Some(Self { address: address.to_owned(), side: width + 2 * QUIET_DOTS, path: Value::safe_string(&path) })
    }
}
