//! Rows and headings, ready for templates. A toolkit has thousands of them that differ in nothing but their names and words, and
//! the same few pictures stand beside rows. So what rows with one picture share, and what headings share, is made by the theme once.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, PoisonError, RwLock};

use rustc_hash::{FxHashMap, FxHasher};
use serde::Serialize;
use tera::{Context, Value};

use super::{BlockView, PictureView, RowView};
use crate::render::Theme;
use crate::render::inline::escape;
use crate::toolkit::{AltText, Describe, Image, Paired, Route};

/// The deepest heading of HTML.
const HEADING_LEVEL_MAX: u8 = 6;
/// The most pictures that are kept. A toolkit with more of them makes the others anew for each row.
const KEPT_MAX: usize = 10_000;
/// The component of the theme that shows a picture.
const PICTURE: &str = "picture";
/// The component of the theme that shows a row that is no item of a list.
const ROW: &str = "plain_row";
/// The one that shows the rows that stand together.
const ROWS: &str = "rows";
/// The one that shows a heading.
const HEADING: &str = "heading";
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
    headings: Vec<Option<Mould>>,
    kept: RwLock<FxHashMap<u64, Kept>>,
}

/// A picture beside a row, as the component `row` sees it.
#[derive(Serialize)]
struct Ready<'a> {
    #[serde(flatten)]
    picture: &'a PictureView,
    /// What the component `picture` makes of it. None when that cannot be said without the page: then the page asks for it.
    html: Option<Value>,
}

/// A picture beside rows, as pages see it that lie equally deep in folders.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Seen<'a> {
    image: Option<&'a Arc<Image>>,
    alt: Option<&'a AltText>,
    alone: bool,
    depth: usize,
}

impl Seen<'_> {
    /// A number that is the same for the same picture, and hardly ever for another.
    fn key(&self) -> u64 {
        let mut hasher = FxHasher::default();
        let words = if let Some(AltText::Describes(words)) = self.alt { words.len() } else { 0 };
        // What is kept holds its image, so that no other one comes to its place.
        (self.image.map(Arc::as_ptr), words, self.alone, self.depth).hash(&mut hasher);
        hasher.finish()
    }
}

/// What the theme makes of a picture, by which it is found again.
struct Kept {
    image: Option<Arc<Image>>,
    alt: Option<AltText>,
    alone: bool,
    depth: usize,
    made: Arc<Made>,
}

impl Kept {
    fn seen(&self) -> Seen<'_> {
        Seen { image: self.image.as_ref(), alt: self.alt.as_ref(), alone: self.alone, depth: self.depth }
    }
}

/// What the theme makes of a picture beside a row.
pub struct Made {
    /// The picture for templates.
    pub picture: Option<Value>,
    /// A row with it. None when only the page can show it.
    pub mould: Option<Mould>,
}

/// A row or a heading as the theme shows it, without its name and its words.
pub struct Mould {
    before_name: String,
    before_words: String,
    behind: String,
}

impl Mould {
    /// Letters that stand for the name and for the words while the theme fills its component. No language has them.
    const NAME: &str = "\u{F_FFF0}name\u{F_FFF0}";
    const WORDS: &str = "\u{F_FFF0}words\u{F_FFF0}";

    /// Takes it apart. `None` when it does not show its name and then its words, once each.
    fn of(html: &str) -> Option<Self> {
        let (before_name, rest) = html.split_once(Self::NAME)?;
        let (before_words, behind) = rest.split_once(Self::WORDS)?;
        let again = [before_name, before_words, behind].iter().any(|piece| piece.contains('\u{F_FFF0}'));
        (!again).then(|| Self { before_name: before_name.to_owned(), before_words: before_words.to_owned(), behind: behind.to_owned() })
    }

    /// Adds the HTML with this name and the words that `push_words` adds. False when these are none.
    pub fn push(&self, name: &str, push_words: impl FnOnce(&mut String), out: &mut String) -> bool {
        out.push_str(&self.before_name);
        escape(name, out);
        out.push_str(&self.before_words);
        let before = out.len();
        push_words(out);
        let has_words = out.len() > before;
        out.push_str(&self.behind);
        has_words
    }
}

impl<'a> RowViews<'a> {
    /// Rows as `theme` shows them.
    pub fn new(theme: &'a Theme, describe: Describe) -> Self {
        let only_shows = [BLOCKS, ROWS, ROW].iter().all(|component| theme.says_of_component(component, ONLY_SHOWS));
        let words = || Value::safe_string(Mould::WORDS);
        let filled = |component: &str, block: &BlockView| {
            let mut context = Context::new();
            context.insert("block", block);
            theme.component(component, &context).filter(|_| only_shows && theme.says_of_component(component, ONLY_SHOWS))
        };
        let heading = |level| {
            let block = BlockView::Heading { level, id: Mould::NAME.to_owned(), html: words() };
            filled(HEADING, &block).as_deref().and_then(Mould::of)
        };
        let rows = filled(ROWS, &BlockView::Rows { rows: Vec::new(), html: Some(words()) });
        let around = rows.as_deref().and_then(|rows| rows.split_once(Mould::WORDS));
        Self {
            theme,
            describe,
            only_shows,
            around: around.map(|(before, behind)| (before.to_owned(), behind.to_owned())),
            headings: (0..=HEADING_LEVEL_MAX).map(heading).collect(),
            kept: RwLock::default(),
        }
    }

    /// What stands before and behind rows. `None` when only the page can show them.
    pub fn around(&self) -> Option<&(String, String)> {
        self.around.as_ref()
    }

    /// A heading of this level. `None` when only the page can show it.
    pub fn heading(&self, level: u8) -> Option<&Mould> {
        self.headings.get(usize::from(level))?.as_ref()
    }

    /// What the theme makes of a row with this picture on the page `route`. `alone` tells that the picture stands for itself.
    pub fn made(&self, paired: Option<&Paired>, alone: bool, route: &Route) -> Arc<Made> {
        let image = paired.and_then(|paired| paired.image.as_ref().ok());
        // From the folder of the pictures, the way to them is another one.
        if image.is_some_and(|image| image.route.shares_folder(route)) {
            return Arc::new(self.make(paired, alone, route));
        }
        let alt = paired.and_then(|paired| paired.alt.as_ref()).filter(|_| image.is_some());
        let seen = Seen { image, alt, alone, depth: route.depth() };
        let key = seen.key();
        if let Some(kept) = self.kept.read().unwrap_or_else(PoisonError::into_inner).get(&key).filter(|kept| kept.seen() == seen) {
            return kept.made.clone();
        }
        let made = Arc::new(self.make(paired, alone, route));
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < KEPT_MAX {
            kept.entry(key).or_insert_with(|| Kept {
                image: image.cloned(),
                alt: alt.cloned(),
                alone,
                depth: seen.depth,
                made: made.clone(),
            });
        }
        made
    }

    fn make(&self, paired: Option<&Paired>, alone: bool, route: &Route) -> Made {
        let picture = paired
            .and_then(|paired| if alone { PictureView::alone(paired, route) } else { PictureView::beside(paired, route, self.describe) });
        let picture = picture.map(|picture| {
            let mut context = Context::new();
            context.insert("picture", &picture);
            let html = self.theme.component(PICTURE, &context).map(|html| Value::safe_string(&html));
            Value::from_serializable(&Ready { picture: &picture, html })
        });
        let (label, html) = (Value::from(""), Value::safe_string(Mould::WORDS));
        let row = RowView { id: Mould::NAME.to_owned(), picture: picture.clone(), label, html, meanings: Vec::new() };
        let mould = self.row(&row).as_deref().and_then(Mould::of);
        Made { picture, mould }
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
