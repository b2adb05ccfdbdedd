//! PDFs of a guide, laid out by Typst with the theme's `print.typ`: tagged, as the standard PDF/UA-1 wants it.

mod blocks;
mod booklet;
mod fault;
mod kept;
mod pictures;
mod source;
mod template;
mod world;

use std::collections::BTreeSet;

use typst::foundations::Bytes;

use super::print::{QrView, WholeGuide, address_of, credits};
use super::side_by_side;
use super::web::Web;
use crate::render::view::{ContactView, FormatView, Paper, banner, contact_views, facts, word_anchor};
use crate::toolkit::{
    AltText, ContentHash, EditionKind, Explained, FormatFault, FormatFaultKind, Language, LinkUse, Paired, Place, PrintSize, editions,
};
use blocks::{Fillings, image_call};
use pictures::Pictures;
use source::{PageWriter, PictureFile, Shown, Source, label, quoted};
pub use world::Kit;

/// The template of the theme that lays out PDFs.
pub const TEMPLATE: &str = "print.typ";

/// The most pages of a PDF: what a stapler, a reader and an envelope can take is far less.
const PAGES_MAX: usize = 500;

/// A PDF that was made.
pub struct Pdf {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// The rows that are taller than a page, as the template notes them.
    tall: Vec<String>,
}

/// What came of a PDF: how it is, and what is not right with it all the same; or why there is none.
pub type Outcome = Result<(Pdf, Vec<FormatFault>), Vec<FormatFault>>;

/// Makes the PDFs of a guide in these sizes, no more than `threads` at a time. One that was made before is taken from the shelf.
pub fn make(web: &Web<'_>, kit: &Kit, whole: &WholeGuide<'_>, sizes: &[PrintSize], threads: usize) -> Vec<Outcome> {
    let shelf = web.lookups.world.snapshot.shelf();
    let sources: Vec<Source> = sizes.iter().map(|size| guide(web, whole, *size)).collect();
    let names: Vec<ContentHash> =
        sources.iter().zip(sizes).map(|(source, size)| kept::name(source, kit, *size, has_fold_page(web, whole))).collect();
    let known: Vec<Option<Pdf>> = names.iter().map(|name| kept::take(name, shelf)).collect();
    let pictures = pictures::ready(sources.iter().zip(&known).filter(|(_, known)| known.is_none()).map(|(source, _)| source), web);
    let wanted: Vec<usize> = (0..sizes.len()).filter(|place| known[*place].is_none()).collect();
    let mut made = side_by_side(&wanted, threads, |place| {
        let pdf = one(web, kit, whole, (&sources[*place], &pictures), sizes[*place])?;
        kept::keep(&names[*place], &pdf, shelf);
        Ok(pdf)
    })
    .into_iter();
    let all = known.into_iter().zip(sizes).filter_map(|(known, size)| Some((known.map(Ok).or_else(|| made.next())?, *size)));
    let told = |(made, size): (Result<Pdf, Vec<FormatFault>>, PrintSize)| {
        made.map(|pdf| {
            let faults = pdf.tall.iter().filter_map(|place| fault::tall_row(place, whole, size)).collect();
            (pdf, faults)
        })
    };
    all.map(told).collect()
}

fn one(
    web: &Web<'_>,
    kit: &Kit,
    whole: &WholeGuide<'_>,
    (source, pictures): (&Source, &Pictures),
    size: PrintSize,
) -> Result<Pdf, Vec<FormatFault>> {
    let qr = qr_address(web, whole).and_then(|address| QrView::new(&address)).map(|qr| (QR_FILE.to_owned(), qr_drawing(&qr)));
    let named = source.pictures.keys().filter_map(|name| Some((name.clone(), pictures.get(name)?.clone())));
    let around = fault::Around { source, kit, whole, snapshot: web.lookups.world.snapshot, size };
    let pdf = world::lay_out(&around, named.chain(qr).collect())?;
    if pdf.pages > PAGES_MAX {
        let kind = FormatFaultKind::TooLong(pdf.pages);
        return Err(vec![FormatFault { guide: whole.title(), path: whole.guide.cover.clone(), span: None, size, kind }]);
    }
    if size == PrintSize::Booklet { booklet::impose(pdf, kit, web, whole) } else { Ok(pdf) }
}

/// Whether the booklet of a guide begins with a page that says how to print and fold it.
fn has_fold_page(web: &Web<'_>, whole: &WholeGuide<'_>) -> bool {
    let own = whole.cover().and_then(|cover| cover.place.front.fold_page);
    own.unwrap_or(web.lookups.world.config.fold_page)
}

/// The measures of a size: paper, margin, width and height of the room for text, width of a row's picture (all in mm).
struct Measures {
    paper: &'static str,
    margin_mm: u32,
    width_mm: u32,
    room_mm: u32,
    picture_mm: u32,
}

/// What lies under the room for text beside the margin: the number of the page.
const FOOTER_MM: u32 = 6;

fn measures(size: PrintSize) -> Measures {
    let (paper, (width, height), margin_mm, picture_mm) = match size {
        PrintSize::Print => ("a4", (210, 297), 16, 34),
        PrintSize::Large => ("a4", (210, 297), 16, 38),
        PrintSize::Giant => ("a4", (210, 297), 16, 46),
        PrintSize::Booklet => ("a5", (148, 210), 12, 28),
    };
    let room_mm = height - 2 * margin_mm - FOOTER_MM;
    Measures { paper, margin_mm, width_mm: width - 2 * margin_mm, room_mm, picture_mm }
}

/// The widest letters of most words, in parts of their size; longer words than fit so are cut at the end of the line.
const WIDE_LETTER: f64 = 0.6;
/// Points in a millimetre.
const PT_PER_MM: f64 = 72.0 / 25.4;

impl Measures {
    /// How many letters a word may have beside a picture before it must be cut.
    fn longest_word(&self, letters_pt: u32) -> usize {
        let width_pt = f64::from(self.width_mm - self.picture_mm - 20) * PT_PER_MM;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let letters = (width_pt / (f64::from(letters_pt) * WIDE_LETTER)) as usize;
        letters.max(8)
    }
}

/// The whole guide as a call of the template.
fn guide(web: &Web<'_>, whole: &WholeGuide<'_>, size: PrintSize) -> Source {
    let mut out = Source::default();
    let Some(cover) = whole.cover() else { return out };
    let config = web.lookups.world.config;
    let place = cover.place;
    let language = &place.language;
    let measures = measures(size);
    let facts = facts(place, &place.route, &web.lookups);
    out.code(&format!("#import \"/{TEMPLATE}\": guide\n#guide((\n"));
    out.field("title", Some(&place.title));
    out.field("subtitle", place.front.subtitle.as_ref().map(|subtitle| subtitle.value.as_str()));
    out.field("summary", place.summary.as_deref());
    out.field("by", facts.by.as_deref());
    out.field("date", facts.date.as_deref());
    let published = place
        .front
        .date
        .map_or_else(|| "none".to_owned(), |date| format!("datetime(year: {}, month: {}, day: {})", date.year(), date.month(), date.day()));
    out.code(&format!("published: {published}, "));
    language_fields(language, &mut out);
    out.code(&format!(
        "paper: \"{}\", margin: {}mm, width: {}mm, room: {}mm, picture: {}mm, letters: {}pt, longest-word: {}, side: {}, ",
        measures.paper,
        measures.margin_mm,
        measures.width_mm,
        measures.room_mm,
        measures.picture_mm,
        size.letters_pt(),
        measures.longest_word(size.letters_pt()),
        if config.pictures.side == crate::toolkit::Side::Right { "right" } else { "left" },
    ));
    out.field("banner", banner(place));
    let colours = &web.theme.colours.light;
    out.array("colours", colours, |out, (name, value)| out.code(&format!("{}: rgb({})", quoted(name), quoted(value))));
    out.array("w", web.theme.interface.texts(language), |out, (name, text)| out.code(&format!("{}: {}", quoted(&name), quoted(&text))));
    page_of(web, language, &mut out);
    pages(web, whole, size, &mut out);
    out.array("facts", fact_lines(web, &facts, place), |out, (name, value)| out.code(&format!("({}, {})", quoted(&name), quoted(&value))));
    let say = |id: &str| web.theme.interface.say(language, id, &[]);
    let ways = contact_views(&place.front.contact, &config.organisation.contact);
    contacts("contacts", &ways, &say, &mut out);
    out.array("credits", credit_lines(web, whole, language), |out, line| out.string(&line));
    qr(web, whole, &mut out);
    out.code("))\n");
    out
}

fn language_fields(language: &Language, out: &mut Source) {
    out.field("language", Some(language.base()));
    let region = language.as_str().split('-').skip(1).find(|part| part.len() == 2);
    out.field("region", region);
    out.code(if language.is_right_to_left() { "direction: rtl, " } else { "direction: ltr, " });
}

/// The function that says "4 of 12".
fn page_of(web: &Web<'_>, language: &Language, out: &mut Source) {
    let words = web.theme.interface.say(language, "page-of", &[("n", "\u{1}"), ("total", "\u{2}")]);
    let mut pieces = quoted(&words.replace('\u{1}', "\u{E001}").replace('\u{2}', "\u{E002}"));
    pieces = pieces.replace('\u{E001}', "\" + str(n) + \"").replace('\u{E002}', "\" + str(total) + \"");
    out.code(&format!("page-of: (n, total) => {pieces}, "));
}

/// Adds `cover`, `contents`, `parts` and `words`.
fn pages(web: &Web<'_>, whole: &WholeGuide<'_>, size: PrintSize, out: &mut Source) {
    let config = web.lookups.world.config;
    let paper = whole.paper(config.address.as_ref());
    let linked = linked(whole, &paper);
    let describe_all = config.pictures.describe == crate::toolkit::Describe::Always;
    let Some(cover) = whole.cover() else { return };
    let language = &cover.place.language;
    let format_views = formats(web, whole);
    let of_guide = contact_views(&cover.place.front.contact, &config.organisation.contact);
    let writers = whole.sheets.iter().enumerate().map(|(number, sheet)| PageWriter {
        paired: &sheet.paired,
        number,
        paper: &paper,
        linked: &linked,
        describe_all,
        size,
        explained: BTreeSet::new(),
        depth: u8::from(number > 0),
        heading: u8::from(number > 0),
    });
    let mut writers: Vec<PageWriter<'_>> = writers.collect();
    for (writer, sheet) in writers.iter_mut().zip(&whole.sheets) {
        let place = sheet.place;
        let say = |id: &str| web.theme.interface.say(&place.language, id, &[]);
        let own = contact_views(&place.front.contact, &config.organisation.contact);
        let contacts = if place.front.contact.is_empty() { &of_guide } else { &own };
        let fillings = Fillings { contacts, formats: &format_views, say: &say };
        let name = Paper::page_anchor(writer.number);
        if writer.number == 0 {
            out.code("cover: (");
            writer.picture("picture", writer.paired.cover_picture.as_deref(), Shown::Cover, out);
            out.code(&format!("anchors: ([#metadata(none)#{}],), ", label(&name)));
            writer.page(&fillings, out);
            out.code("), parts: (");
            continue;
        }
        let values = [("n", writer.number.to_string()), ("total", whole.guide.parts.len().to_string())];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        out.code(&format!("(number: {}, colour: {}, ", writer.number, web.lookups.colour(writer.number - 1)));
        out.field("chip", Some(&web.theme.interface.say(&place.language, "part-of", &values)));
        language_fields(&place.language, out);
        out.code(&format!("title: [#heading(level: 1, {})#{}], ", quoted(&place.title), label(&name)));
        writer.picture("picture", writer.paired.cover_picture.as_deref(), Shown::Silent, out);
        writer.page(&fillings, out);
        out.code("), ");
    }
    out.code("), ");
    contents(web, whole, &writers, language, out);
    if let Some(writer) = writers.first() {
        out.array("words", whole.words(), |out, word| meaning_with(&word, writer, true, out));
    }
}

/// Adds the contents: the parts, and what stands behind them.
fn contents(web: &Web<'_>, whole: &WholeGuide<'_>, writers: &[PageWriter<'_>], language: &Language, out: &mut Source) {
    let parts: Vec<_> = whole.sheets.iter().zip(writers).skip(1).collect();
    let say = |id: &str| web.theme.interface.say(language, id, &[]);
    let mut behind = Vec::new();
    if !parts.is_empty() {
        if !whole.words().is_empty() {
            behind.push(("al-words", say("word-list")));
        }
        behind.push(("al-facts", say("about-guide")));
    }
    out.code("contents: (");
    for (sheet, writer) in parts {
        out.code(&format!("(target: {}, ", label(&Paper::page_anchor(writer.number))));
        out.field("chip", Some(&web.theme.interface.say(language, "part-number", &[("n", &writer.number.to_string())])));
        out.field("title", Some(&sheet.place.title));
        writer.picture("picture", sheet.paired.cover_picture.as_deref(), Shown::Silent, out);
        out.code("), ");
    }
    for (target, title) in behind {
        out.code(&format!("(target: {}, chip: none, title: {}, picture: none), ", label(target), quoted(&title)));
    }
    out.code("), ");
}

/// The names in the guide to which a link of it leads.
fn linked(whole: &WholeGuide<'_>, paper: &Paper) -> BTreeSet<String> {
    let mut there: BTreeSet<String> = BTreeSet::new();
    for (number, sheet) in whole.sheets.iter().enumerate() {
        there.insert(Paper::page_anchor(number));
        there.extend(sheet.paired.page.anchors().into_iter().map(|name| Paper::anchor(number, name)));
        there.extend((1..=sheet.paired.page.footnotes.len()).map(|note| Paper::anchor(number, &format!("al-note-{note}"))));
    }
    let links = whole.sheets.iter().enumerate().flat_map(|(number, sheet)| {
        let targets = sheet.paired.links.iter().filter(|link| !matches!(link, LinkUse::Broken(_)));
        let notes = (1..=sheet.paired.page.footnotes.len()).map(move |note| Paper::anchor(number, &format!("al-note-{note}")));
        targets.filter_map(move |link| paper.target(number, link)).chain(notes)
    });
    links.filter(|name| there.contains(name)).collect()
}

fn formats(web: &Web<'_>, whole: &WholeGuide<'_>) -> Vec<FormatView> {
    let Some(cover) = whole.cover() else { return Vec::new() };
    let address = |route| web.lookups.world.config.address.as_ref().map(|address| address_of(address, route));
    let editions = editions(cover.place, web.lookups.world.config);
    let shown = editions.iter().filter(|edition| !matches!(edition.kind, EditionKind::Page(_)));
    shown
        .map(|edition| FormatView {
            format: edition.kind.word(),
            href: String::new(),
            address: address(&edition.route),
            pages: None,
            size: None,
        })
        .collect()
}

fn fact_lines(web: &Web<'_>, facts: &crate::render::view::FactsView, cover: &Place) -> Vec<(String, String)> {
    let address = web.lookups.world.config.address.as_ref();
    let say = |id: &str| web.theme.interface.say(&cover.language, id, &[]);
    let checked = facts.checked_by.clone().unwrap_or_else(|| say("fact-nobody-checked"));
    let lines = [
        ("fact-audience", facts.audience.clone()),
        ("fact-by", facts.by.clone()),
        ("fact-date", facts.date.clone()),
        ("fact-review-date", facts.review_date.clone()),
        ("fact-version", facts.version.clone()),
        ("fact-made-by", facts.made_by.clone()),
        ("fact-checked-by", Some(checked)),
        ("fact-funder", facts.funder.clone()),
        ("fact-full-version", facts.full_version.as_ref().map(|(_, words)| words.clone())),
        ("how-made", address.map(|address| address_of(address, &cover.route.made_page()))),
    ];
    lines.into_iter().filter_map(|(id, value)| Some((say(id), value?))).collect()
}

fn credit_lines(web: &Web<'_>, whole: &WholeGuide<'_>, language: &Language) -> Vec<String> {
    let say = |id: &str, values: &[(&str, &str)]| web.theme.interface.say(language, id, values);
    let (packs, own) = credits(web, &whole.pictures());
    let line = |pack: super::print::CreditView| {
        let drawn = pack.author.as_ref().map(|author| say("credits-drawn-by", &[("author", author)]));
        let credit = pack.credit.or(drawn).unwrap_or_default();
        let licence = if pack.licence.is_empty() { String::new() } else { say("credits-licence", &[("licence", &pack.licence)]) };
        format!("{}. {credit} {licence}", pack.title).replace("  ", " ").trim_end().to_owned()
    };
    let mut lines: Vec<String> = packs.into_iter().map(line).collect();
    if own > 0 {
        lines.push(say("credits-own-count", &[("n", &own.to_string())]));
    }
    lines
}

/// The file that the square pattern is for Typst.
const QR_FILE: &str = "/qr.svg";

fn qr(web: &Web<'_>, whole: &WholeGuide<'_>, out: &mut Source) {
    let address = qr_address(web, whole);
    let Some((address, cover)) = address.zip(whole.cover()) else { return out.code("qr: none, ") };
    let alt = web.theme.interface.say(&cover.place.language, "qr-image", &[]);
    out.code(&format!("qr: (address: {}, image: {}), ", quoted(&address), image_call(QR_FILE, Some(&alt))));
}

fn qr_drawing(qr: &QrView) -> Bytes {
    let (side, path) = (qr.side, &qr.path);
    Bytes::from_string(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" height=\"{side}\"><path d=\"{path}\"/></svg>"
    ))
}

fn qr_address(web: &Web<'_>, whole: &WholeGuide<'_>) -> Option<String> {
    let address = web.lookups.world.config.address.as_ref()?;
    Some(address_of(address, &whole.cover()?.place.route))
}

/// Adds `name: ((title: …, lines: […]), …), `: ways to get in touch.
fn contacts(name: &str, ways: &[ContactView], say: &dyn Fn(&str) -> String, out: &mut Source) {
    out.array(name, ways, |out, way| {
        let words: Vec<String> = way.words.iter().map(|line| format!("#{}", quoted(line))).collect();
        let lines = words.join("#linebreak()");
        let lines = way.href.as_ref().map_or(lines.clone(), |href| format!("#link({})[{lines}]", quoted(href)));
        out.code(&format!("(way: \"{}\", title: {}, lines: [{lines}])", way.way, quoted(&say(&format!("contact-{}", way.way)))));
    });
}

/// Adds a hard word and its meaning.
fn meaning(word: &Explained, writer: &PageWriter<'_>, out: &mut Source) {
    meaning_with(word, writer, false, out);
}

fn meaning_with(word: &Explained, writer: &PageWriter<'_>, named: bool, out: &mut Source) {
    out.code("(");
    out.field("word", Some(&word.entry.word));
    out.field("meaning", Some(&word.entry.meaning));
    writer.picture("picture", word.picture.as_deref(), Shown::Silent, out);
    let name = if named { format!("[#metadata(none)#{}],", label(&word_anchor(&word.entry.word))) } else { String::new() };
    out.code(&format!("anchors: ({name}))"));
}

/// The name that a picture has for Typst, and its description when it is to be read out.
fn picture_file(paired: &Paired, described: bool, shown: Shown, size: PrintSize, out: &mut Source) -> Option<(String, Option<String>)> {
    let image = paired.image.as_ref().ok()?;
    let measures = measures(size);
    // As wide as the template shows them at most.
    let width_mm = match shown {
        Shown::Beside | Shown::Silent => measures.picture_mm,
        Shown::Alone => measures.width_mm * 3 / 4,
        Shown::Cover => measures.width_mm * 55 / 100,
    };
    let name = format!("/pictures/{width_mm}/{}", image.route.as_str().trim_start_matches("assets/"));
    out.pictures.insert(name.clone(), PictureFile { source: paired.source.clone(), width_mm });
    let words = match &paired.alt {
        Some(AltText::Describes(words)) if described => Some(words.clone()),
        _ => None,
    };
    Some((name, words))
}
