//! Rows and headings, ready for templates. A toolkit has thousands of them that differ in nothing but their names and words, and
//! the same few pictures stand beside rows. So what rows with one picture share, and what headings share, is made by the theme once.

use std::hash::BuildHasher;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::Serialize;
use tera::{Context, Value};

use super::mould::{Hole, Mould, html_of_picture, marked_picture};
use super::{BlockView, CardView, MeaningView, PictureView, RowView};
use crate::render::Theme;
use crate::render::inline::escape;
use crate::toolkit::{AltText, Describe, Explained, Image, Paired, Place, Route};

/// The deepest heading of HTML.
const HEADING_LEVEL_MAX: u8 = 6;
/// The most pictures, and the most meanings, that are kept. A toolkit with more of them makes the others anew for each row.
const KEPT_MAX: usize = 10_000;
/// The most pages whose pictures are kept.
const PAGES_MAX: usize = 64;
/// The component of the theme that shows a picture.
const PICTURE: &str = "picture";
/// The component of the theme that shows a row that is no item of a list.
const ROW: &str = "plain_row";
/// The one that shows the rows that stand together.
const ROWS: &str = "rows";
/// The one that shows what a hard word of a row means.
const MEANING: &str = "meaning";
/// The one that shows a heading.
const HEADING: &str = "heading";
/// The one that shows a card.
const CARD: &str = "card";
/// The one that chooses between them.
const BLOCKS: &str = "blocks";
/// What a component says of itself when it only shows names and words, and nothing in it depends on them.
const ONLY_SHOWS: &str = "only_shows";

/// The rows and headings of a site, ready for templates.
pub struct RowViews<'a> {
    theme: &'a Theme,
    describe: Describe,
    /// Whether the components for rows may be filled once for all of them.
    only_shows: bool,
    /// What stands around rows.
    around: Option<(String, String)>,
    /// Headings of each level.
    headings: Vec<Option<Mould<RowHole>>>,
    /// Cards: with and without a number, a picture and words about them.
    cards: [OnceLock<Option<Mould<CardHole>>>; 8],
    kept: Mutex<AllRows>,
}

/// What the theme made of rows, for the whole site.
#[derive(Default)]
struct AllRows {
    pictures: FxHashMap<u64, Arc<Kept>>,
    meanings: FxHashMap<u64, Arc<KeptMeaning>>,
}

/// The same, for whoever makes many pages, so that nobody waits for it.
#[derive(Default)]
pub struct KnownRows {
    pictures: FxHashMap<u64, OwnArc<Kept>>,
    meanings: FxHashMap<u64, OwnArc<KeptMeaning>>,
    /// The pictures of pages to which others lead.
    of_pages: FxHashMap<*const Place, Paired>,
}

impl KnownRows {
    /// The picture of a page, as `find` finds it. Each page is led to from the one before it, and soon from the one behind it.
    pub fn of_page(&mut self, place: &Place, find: impl FnOnce() -> Paired) -> &Paired {
        if self.of_pages.len() > PAGES_MAX {
            self.of_pages.clear();
        }
        self.of_pages.entry(std::ptr::from_ref(place)).or_insert_with(find)
    }
}

/// Something that threads share, and whose uses this one counts by itself: threads that count together, at each row, wait for each
/// other.
pub type OwnArc<T> = Rc<Arc<T>>;

/// How a picture stands on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stands {
    /// Beside its sentence.
    Beside,
    /// For itself, with nothing that says the same.
    Alone,
    /// Beside a title that says the same.
    Silent,
}

/// A picture, as components see it.
#[derive(Serialize)]
struct Ready<'a> {
    #[serde(flatten)]
    picture: &'a PictureView,
    /// What the component `picture` makes of it beside a row. None when that cannot be said without the page, and none for a
    /// photo elsewhere, whose size depends on its place: then the page asks for it.
    html: Option<Value>,
}

/// A picture, as pages see it that lie equally deep in folders.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Seen<'a> {
    image: Option<&'a Arc<Image>>,
    alt: Option<&'a AltText>,
    stands: Stands,
    depth: usize,
}

impl Seen<'_> {
    /// A number that is the same for the same picture, and hardly ever for another.
    fn key(&self) -> u64 {
        let words = if let Some(AltText::Describes(words)) = self.alt { words.len() } else { 0 };
        // What is kept holds its image, so that no other one comes to its place.
        FxBuildHasher.hash_one((self.image.map(Arc::as_ptr), words, self.stands, self.depth))
    }
}

/// What the theme makes of a picture, by which it is found again.
pub struct Kept {
    image: Option<Arc<Image>>,
    alt: Option<AltText>,
    stands: Stands,
    depth: usize,
    made: Made,
}

impl Kept {
    fn seen(&self) -> Seen<'_> {
        Seen { image: self.image.as_ref(), alt: self.alt.as_ref(), stands: self.stands, depth: self.depth }
    }
}

/// What the theme makes of the meaning of a hard word, by which it is found again.
struct KeptMeaning {
    word: Arc<Explained>,
    depth: usize,
    mould: Option<Mould<RowHole>>,
}

/// What the theme makes of a picture.
pub struct Made {
    /// The picture for templates.
    pub picture: Option<Value>,
    /// A row with it. None when only the page can show it, and for a picture that stands beside no row.
    pub mould: Option<Mould<RowHole>>,
}

impl Deref for Kept {
    type Target = Made;

    fn deref(&self) -> &Made {
        &self.made
    }
}

/// What differs between cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CardHole {
    Href,
    Picture,
    Chip,
    Title,
    Summary,
}

impl Hole for CardHole {
    const ALL: &'static [Self] = &[Self::Href, Self::Picture, Self::Chip, Self::Title, Self::Summary];
}

/// What differs between rows, headings and meanings that are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowHole {
    /// The name by which links find it.
    Name,
    /// The words.
    Words,
    /// What hard words among them mean.
    Meanings,
}

impl Hole for RowHole {
    const ALL: &'static [Self] = &[Self::Name, Self::Words, Self::Meanings];
}

impl<'a> RowViews<'a> {
    /// Rows as `theme` shows them.
    pub fn new(theme: &'a Theme, describe: Describe) -> Self {
        let only_shows = [BLOCKS, ROWS, ROW, MEANING].iter().all(|component| theme.says_of_component(component, ONLY_SHOWS));
        let words = || Value::safe_string(&RowHole::Words.mark());
        let filled = |component: &str, block: &BlockView| {
            let mut context = Context::new();
            context.insert("block", block);
            theme.component(component, &context).filter(|_| only_shows && theme.says_of_component(component, ONLY_SHOWS))
        };
        let heading = |level| {
            let block = BlockView::Heading { level, id: RowHole::Name.mark(), html: words() };
            Mould::of(&filled(HEADING, &block)?)?.with_holes(&[RowHole::Name, RowHole::Words])
        };
        let rows = filled(ROWS, &BlockView::Rows { rows: Vec::new(), html: Some(words()) });
        let around = rows.as_deref().and_then(|rows| rows.split_once(&RowHole::Words.mark()));
        Self {
            theme,
            describe,
            only_shows,
            around: around.map(|(before, behind)| (before.to_owned(), behind.to_owned())),
            headings: (0..=HEADING_LEVEL_MAX).map(heading).collect(),
            cards: Default::default(),
            kept: Mutex::default(),
        }
    }

    /// What stands before and behind rows. `None` when only the page can show them.
    pub fn around(&self) -> Option<&(String, String)> {
        self.around.as_ref()
    }

    /// A heading of this level. `None` when only the page can show it.
    pub fn heading(&self, level: u8) -> Option<&Mould<RowHole>> {
        self.headings.get(usize::from(level))?.as_ref()
    }

    /// What the theme makes of this picture on the page `route`, which lies so deep. `known` is what was made for pages before it.
    pub fn made(
        &self,
        paired: Option<&Paired>,
        stands: Stands,
        (route, depth): (&Route, usize),
        known: Option<&mut KnownRows>,
    ) -> OwnArc<Kept> {
        let image = paired.and_then(|paired| paired.image.as_ref().ok());
        let alt = paired.and_then(|paired| paired.alt.as_ref()).filter(|_| image.is_some());
        let seen = Seen { image, alt, stands, depth };
        let make = || {
            let made = self.make(paired, stands, route);
            Kept { image: image.cloned(), alt: alt.cloned(), stands, depth, made }
        };
        // From the folder of the pictures, the way to them is another one.
        if image.is_some_and(|image| image.route.shares_folder(route)) {
            return Rc::new(Arc::new(make()));
        }
        known_or_made(
            (|known| &mut known.pictures, |kept| &mut kept.pictures),
            seen.key(),
            known,
            &self.kept,
            |kept| kept.seen() == seen,
            make,
        )
    }

    /// A picture beside a title that says the same. None when it is not there.
    pub fn silent(&self, paired: &Paired, route: &Route) -> Option<Value> {
        self.made(Some(paired), Stands::Silent, (route, route.depth()), None).picture.clone()
    }

    fn make(&self, paired: Option<&Paired>, stands: Stands, route: &Route) -> Made {
        let picture = paired.and_then(|paired| match stands {
            Stands::Beside => PictureView::beside(paired, route, self.describe),
            Stands::Alone => PictureView::alone(paired, route),
            Stands::Silent => PictureView::silent(paired, route),
        });
        let is_in_row = stands != Stands::Silent;
        let picture = picture.map(|picture| {
            let mut context = Context::new();
            context.insert("picture", &picture);
            let html = (is_in_row || picture.drawing).then(|| self.theme.component(PICTURE, &context)).flatten();
            Value::from_serializable(&Ready { picture: &picture, html: html.map(|html| Value::safe_string(&html)) })
        });
        let row = || {
            let (label, html) = (Value::from(""), Value::safe_string(&RowHole::Words.mark()));
            let meanings_html = Some(Value::safe_string(&RowHole::Meanings.mark()));
            let row = RowView { id: RowHole::Name.mark(), picture: picture.clone(), label, html, meanings: Vec::new(), meanings_html };
            Mould::of(&self.row(&row)?)?.with_holes(RowHole::ALL)
        };
        Made { mould: is_in_row.then(row).flatten(), picture }
    }

    /// Adds the HTML of what a hard word means, under a name, to the page `route`. `view` is that for templates, under
    /// the name that it is given. False, with nothing added, when only the page can show it.
    pub fn push_meaning(
        &self,
        word: &Arc<Explained>,
        (name, route): (&str, &Route),
        view: impl FnOnce(&str) -> MeaningView,
        known: &mut KnownRows,
        out: &mut String,
    ) -> bool {
        if word.picture.as_ref().and_then(|picture| picture.image.as_ref().ok()).is_some_and(|image| image.route.shares_folder(route)) {
            return false;
        }
        let depth = route.depth();
        let make = || {
            let mut context = Context::new();
            context.insert("meaning", &view(&RowHole::Name.mark()));
            let html = if self.only_shows { self.theme.component(MEANING, &context) } else { None };
            let mould = html.and_then(|html| Mould::of(&html)?.with_holes(&[RowHole::Name]));
            KeptMeaning { word: word.clone(), depth, mould }
        };
        let key = FxBuildHasher.hash_one((&word.entry.word, depth));
        let is_it = |kept: &KeptMeaning| kept.depth == depth && (Arc::ptr_eq(&kept.word, word) || kept.word == *word);
        let kept = known_or_made((|known| &mut known.meanings, |kept| &mut kept.meanings), key, Some(known), &self.kept, is_it, make);
        kept.mould.as_ref().map(|mould| mould.push(out, |_, out| escape(name, out))).is_some()
    }

    /// The HTML of a card with this number, or none. `None` when only the page can show it.
    pub fn card(&self, card: &CardView, chip: &str) -> Option<Value> {
        let picture = match &card.picture {
            Some(picture) => Some(html_of_picture(picture)?),
            None => None,
        };
        // Templates take an empty summary for none.
        let summary = card.summary.as_deref().filter(|summary| !summary.is_empty());
        let shape = usize::from(!chip.is_empty()) | usize::from(picture.is_some()) << 1 | usize::from(summary.is_some()) << 2;
        let make = || {
            let marked = CardView {
                title: CardHole::Title.mark(),
                href: CardHole::Href.mark(),
                summary: summary.map(|_| CardHole::Summary.mark()),
                picture: picture.map(|_| marked_picture(CardHole::Picture)),
                lang: None,
                html: None,
            };
            let mut context = Context::new();
            context.insert("card", &marked);
            context.insert("chip", &if chip.is_empty() { String::new() } else { CardHole::Chip.mark() });
            let html = if self.theme.says_of_component(CARD, ONLY_SHOWS) { self.theme.component(CARD, &context) } else { None };
            Mould::of(&html?)
        };
        let mould = self.cards[shape].get_or_init(make).as_ref()?;
        let mut html = String::new();
        mould.push(&mut html, |hole, out| match hole {
            CardHole::Href => escape(&card.href, out),
            CardHole::Picture => out.push_str(picture.unwrap_or("")),
            CardHole::Chip => escape(chip, out),
            CardHole::Title => escape(&card.title, out),
            CardHole::Summary => escape(summary.unwrap_or(""), out),
        });
        Some(Value::safe_string(&html))
    }

    /// The HTML of a row that is no item of a list. `None` when only the page can show it.
    pub fn row(&self, row: &RowView) -> Option<String> {
        if !self.only_shows {
            return None;
        }
        let mut context = Context::new();
        context.insert("row", row);
        self.theme.component(ROW, &context)
    }
}

type OfKnown<T> = fn(&mut KnownRows) -> &mut FxHashMap<u64, OwnArc<T>>;
type OfAll<T> = fn(&mut AllRows) -> &mut FxHashMap<u64, Arc<T>>;

/// Looks for something in what is known here, then in what is kept for all, and else makes it, for both.
fn known_or_made<T>(
    (of_known, of_all): (OfKnown<T>, OfAll<T>),
    key: u64,
    mut known: Option<&mut KnownRows>,
    kept: &Mutex<AllRows>,
    is_it: impl Fn(&T) -> bool,
    new: impl FnOnce() -> T,
) -> OwnArc<T> {
    if let Some(found) = known.as_mut().and_then(|known| of_known(known).get(&key).filter(|found| is_it(found))) {
        return found.clone();
    }
    let of_site = |kept: &mut AllRows| of_all(kept).get(&key).filter(|found| is_it(found)).cloned();
    let found = of_site(&mut kept.lock().unwrap_or_else(PoisonError::into_inner));
    let found = Rc::new(found.unwrap_or_else(|| {
        let made = Arc::new(new());
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = of_all(&mut kept);
        if kept.len() < KEPT_MAX {
            kept.entry(key).or_insert_with(|| made.clone());
        }
        made
    }));
    if let Some(known) = known.map(of_known).filter(|known| known.len() < KEPT_MAX) {
        known.insert(key, found.clone());
    }
    found
}
