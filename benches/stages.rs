//! How long each stage takes for one page of 30 rows, and a whole build of 100 such pages in memory.
//!
//! `cargo bench --bench stages`. Compare figures of one run with each other, not with those of another machine.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::sync::Arc;

use alongside::language::Vocabularies;
use alongside::pair::{Assets, KnownPictures, Library, WordLists, World, pair};
use alongside::pipeline::{self, Options};
use alongside::render::access::{self, KnownTags};
use alongside::toolkit::{
    Config, Discard, Image, ImageFault, ImageKind, Level, PageHead, PairedPage, PictureList, Profiles, Quiet, Route, SiteMap, SitePath,
    Snapshot,
};
use alongside::{check, disk, link, parse};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::date;

/// A page of 30 rows in 5 sections.
fn page_text(seed: usize) -> String {
    let symbols = ["listen", "share", "plan", "group", "meeting", "time", "choice", "learn"];
    let mut text = format!("---\ntitle: Page {seed}\nfor: Everyone\ndate: 22 November 2026\npicture: guide\n---\n");
    for row in 0..30 {
        if row % 6 == 0 {
            text += &format!("\n## Heading {row}\n\n");
        }
        let symbol = symbols[(row + seed) % symbols.len()];
        text += &format!("![]({symbol}) This is the row with the number {row} of the page {seed}.\n");
    }
    text + "\n![](co-production) **Co-production** is the last word.\n"
}

fn toolkit(pages: usize) -> Snapshot {
    let mut snapshot = Snapshot::new(date(2026, 11, 22));
    disk::insert_builtin(&mut snapshot);
    snapshot.insert_text("alongside.yaml", "title: Bench\norganisation: {name: Our DPO, contact: {phone: 1}}\n").unwrap();
    snapshot.insert_text("words.yaml", "co-production: Working together.\n").unwrap();
    for page in 0..pages {
        let name = if page % 20 == 0 { "index".to_owned() } else { format!("page-{page}") };
        snapshot.insert_text(&format!("content/guide-{}/{name}.md", page / 20), &page_text(page)).unwrap();
    }
    snapshot
}

fn profiles(snapshot: &Snapshot) -> Profiles {
    let text = |path| parse::decode(&snapshot.read(path).unwrap()).text.to_string();
    let files: Vec<(String, String)> = snapshot.files_in("profiles").map(|(path, _)| (path.stem().to_owned(), text(path))).collect();
    parse::profiles(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).0
}

/// Images that cost nothing.
struct NoCost(Arc<Image>);

impl Assets for NoCost {
    fn image(&self, _: &SitePath) -> Result<Arc<Image>, ImageFault> {
        Ok(self.0.clone())
    }

    fn file(&self, _: &SitePath) -> Result<(Route, u64), String> {
        Err("there are no files".to_owned())
    }
}

struct Setting {
    snapshot: Snapshot,
    config: Config,
    heads: Vec<PageHead>,
    site: SiteMap,
    library: Library,
    words: WordLists,
    profiles: Profiles,
    picture_list: PictureList,
    assets: NoCost,
}

impl Setting {
    fn new() -> Self {
        let snapshot = toolkit(20);
        let (config, _) = parse::config("title: Bench");
        let pages = snapshot.files_in("content").map(|(path, _)| path.clone());
        let heads: Vec<PageHead> = pages.map(|path| parse::head(&path, &parse::decode(&snapshot.read(&path).unwrap()).text)).collect();
        let (entries, _) = parse::word_list("co-production: Working together.\n");
        let image = Image {
            route: Route::top("x.svg"),
            width_px: 96,
            height_px: 96,
            kind: ImageKind::Drawing,
            sizes: Vec::new(),
            source_px: (96, 96),
            moves: false,
        };
        Self {
            site: link::site_map(&heads, &config, link::Drafts::Hidden),
            library: Library::read(&snapshot),
            words: WordLists::new(entries, &heads),
            profiles: profiles(&snapshot),
            assets: NoCost(Arc::new(image)),
            picture_list: PictureList::default(),
            snapshot,
            config,
            heads,
        }
    }

    fn world(&self) -> World<'_> {
        World {
            snapshot: &self.snapshot,
            config: &self.config,
            site: &self.site,
            library: &self.library,
            words: &self.words,
            profiles: &self.profiles,
            picture_list: &self.picture_list,
            assets: &self.assets,
        }
    }
}

fn stages(c: &mut Criterion) {
    let setting = Setting::new();
    let head = &setting.heads[1];
    let place = &setting.site.places[&head.path];
    let source = parse::decode(&setting.snapshot.read(&head.path).unwrap());
    let page = parse::page(head, &source, Level::EasyRead);
    let paired: PairedPage = pair(page.clone(), place, setting.world(), &mut KnownPictures::default());

    c.bench_function("head of a page", |b| b.iter(|| parse::head(&head.path, black_box(&source.text))));
    c.bench_function("parse a page", |b| b.iter(|| parse::page(head, black_box(&source), Level::EasyRead)));
    c.bench_function("pair a page", |b| b.iter(|| pair(black_box(page.clone()), place, setting.world(), &mut KnownPictures::default())));
    c.bench_function("check a page", |b| {
        b.iter(|| {
            let prose = check::Prose::new(black_box(&paired.page), &source.text, &place.language, &mut Vocabularies::default());
            check::page(&check::PageView {
                paired: &paired,
                source: &source.text,
                place,
                site: &setting.site,
                config: &setting.config,
                today: setting.snapshot.today(),
                prose: &prose,
                library: &setting.library,
                picture_list: &setting.picture_list,
                profile: setting.profiles.for_page(&setting.config, place.level, &place.language),
                words: &setting.words,
            })
        });
    });
    let theme = alongside::render::Theme::read(&setting.snapshot, None);
    let lookups = alongside::render::view::Lookups::new(setting.world(), &theme);
    let web = alongside::format::web::Web::new(&theme, lookups, None);
    let mut known = alongside::render::view::KnownRows::default();
    let html = web.page(&paired, place, std::iter::empty(), &mut known).html.unwrap();
    c.bench_function("render a page", |b| b.iter(|| web.page(black_box(&paired), place, std::iter::empty(), &mut known)));
    c.bench_function("check a built page for access", |b| b.iter(|| access::check(black_box(&html), &mut KnownTags::default())));
    c.bench_function("read the theme", |b| b.iter(|| alongside::render::Theme::read(black_box(&setting.snapshot), None)));
    c.bench_function("read the starter pack", |b| b.iter(|| Library::read(black_box(&setting.snapshot))));
    let hundred = toolkit(100);
    c.bench_function("build 100 pages in memory", |b| {
        b.iter(|| pipeline::build(black_box(&hundred), Options::default(), &Discard, &Quiet));
    });
}

criterion_group!(benches, stages);
criterion_main!(benches);
