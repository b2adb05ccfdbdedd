//! Parts of a guide, filled once: nearly all that stands around their text is the same for all of them.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use tera::Value;

use crate::render::view::{
    BlockView, CardView, CreditView, FootnoteView, Hole, Mould, NavView, PageView, escape, html_of_picture, marked_picture,
};

/// In a guide of fewer parts, hardly any two of them are alike.
pub const PARTS_MIN: usize = 4;
/// The most credits of a part that is filled in this way.
const CREDITS_MAX: usize = 3;

/// What a part shows, when it can be put between what is the same for all parts of its guide.
pub struct Part<'p> {
    page: &'p PageView,
    back: &'p CardView,
    on: &'p CardView,
    on_words: &'p str,
    text: &'p str,
    credits: &'p [CreditView],
    pictures: Pictures<'p>,
}

/// The HTML of its pictures, of those that are there.
struct Pictures<'p> {
    page: Option<&'p str>,
    back: Option<&'p str>,
    on: Option<&'p str>,
}

/// What two parts of a guide have in common that are alike.
#[derive(PartialEq, Eq, Hash)]
struct Shape {
    level: &'static str,
    has_summary: bool,
    has_dots: bool,
    has_pictures: [bool; 3],
    credits: usize,
}

/// What differs between parts that are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartHole {
    Summary,
    Tab,
    Colour,
    Picture,
    PartOf,
    Title,
    Dots,
    Text,
    BackHref,
    BackPicture,
    BackTitle,
    OnHref,
    OnPicture,
    OnWords,
    OnTitle,
    Credit(usize),
}

impl Hole for PartHole {
    const ALL: &'static [Self] = &[
        Self::Summary,
        Self::Tab,
        Self::Colour,
        Self::Picture,
        Self::PartOf,
        Self::Title,
        Self::Dots,
        Self::Text,
        Self::BackHref,
        Self::BackPicture,
        Self::BackTitle,
        Self::OnHref,
        Self::OnPicture,
        Self::OnWords,
        Self::OnTitle,
        Self::Credit(0),
        Self::Credit(1),
        Self::Credit(2),
    ];
}

/// The values of a part, with marks in the places of what differs.
pub struct Marked {
    /// Of the page.
    pub page: PageView,
    /// Its text.
    pub blocks: [BlockView; 1],
    /// The way back and on.
    pub nav: NavView,
    /// Who made its pictures.
    pub credits: Vec<CreditView>,
}

impl<'p> Part<'p> {
    /// What a part shows. `None` for one with anything that its template must look at.
    pub fn of(
        page: &'p PageView,
        nav: &'p NavView,
        (blocks, footnotes): (&'p [BlockView], &[FootnoteView]),
        credits: &'p [CreditView],
    ) -> Option<Self> {
        let [BlockView::Filled { html }] = blocks else { return None };
        // The last part of a guide leads back to its start.
        let (back, on) = nav.previous.as_ref().zip(nav.next.as_ref())?;
        let pictures = [&page.picture, &back.picture, &on.picture];
        let html_of = |picture: &'p Option<Value>| picture.as_ref().and_then(html_of_picture);
        let [in_head, in_back, in_on] = pictures.map(html_of);
        // Some pictures only the page can show.
        let all_ready = pictures.map(Option::is_some) == [in_head, in_back, in_on].map(|html| html.is_some());
        let pictures = Pictures { page: in_head, back: in_back, on: in_on };
        let part = Self { page, back, on, on_words: &nav.next_words, text: html, credits, pictures };
        (all_ready && footnotes.is_empty() && credits.len() <= CREDITS_MAX).then_some(part)
    }

    /// What it is about. Templates take an empty summary for none.
    fn summary(&self) -> Option<&str> {
        self.page.summary.as_deref().filter(|summary| !summary.is_empty())
    }

    fn shape(&self) -> Shape {
        let Pictures { page, back, on } = &self.pictures;
        Shape {
            level: self.page.level,
            has_summary: self.summary().is_some(),
            has_dots: self.page.dots.is_some(),
            has_pictures: [page, back, on].map(Option::is_some),
            credits: self.credits.len(),
        }
    }

    /// The values of a part of this shape.
    fn marked(&self) -> Marked {
        let picture = |there: Option<&str>, hole: PartHole| there.map(|_| marked_picture(hole));
        let card = |href: PartHole, title: PartHole, picture| CardView {
            title: title.mark(),
            href: href.mark(),
            summary: None,
            picture,
            lang: None,
            html: None,
        };
        let back = picture(self.pictures.back, PartHole::BackPicture);
        let on = picture(self.pictures.on, PartHole::OnPicture);
        Marked {
            page: PageView {
                title: PartHole::Title.mark(),
                tab: PartHole::Tab.mark(),
                summary: self.summary().map(|_| PartHole::Summary.mark()),
                part_of: PartHole::PartOf.mark(),
                dots: self.page.dots.as_ref().map(|_| Value::safe_string(&PartHole::Dots.mark())),
                colour: PartHole::Colour.mark(),
                picture: picture(self.pictures.page, PartHole::Picture),
                ..self.page.clone()
            },
            blocks: [BlockView::Filled { html: PartHole::Text.mark() }],
            nav: NavView {
                previous: Some(card(PartHole::BackHref, PartHole::BackTitle, back)),
                next: Some(card(PartHole::OnHref, PartHole::OnTitle, on)),
                next_words: PartHole::OnWords.mark(),
            },
            credits: (0..self.credits.len()).map(|credit| CreditView { words: PartHole::Credit(credit).mark() }).collect(),
        }
    }

    fn fill(&self, mould: &Mould<PartHole>) -> String {
        const AROUND: usize = 6 * 1024;
        let mut html = String::with_capacity(self.text.len() + AROUND);
        mould.push(&mut html, |hole, out| match hole {
            PartHole::Summary => escape(self.summary().unwrap_or(""), out),
            PartHole::Tab => escape(&self.page.tab, out),
            PartHole::Colour => escape(&self.page.colour, out),
            PartHole::Picture => out.push_str(self.pictures.page.unwrap_or("")),
            PartHole::PartOf => escape(&self.page.part_of, out),
            PartHole::Title => escape(&self.page.title, out),
            PartHole::Dots => out.push_str(self.page.dots.as_ref().and_then(Value::as_str).unwrap_or("")),
            PartHole::Text => out.push_str(self.text),
            PartHole::BackHref => escape(&self.back.href, out),
            PartHole::BackPicture => out.push_str(self.pictures.back.unwrap_or("")),
            PartHole::BackTitle => escape(&self.back.title, out),
            PartHole::OnHref => escape(&self.on.href, out),
            PartHole::OnPicture => out.push_str(self.pictures.on.unwrap_or("")),
            PartHole::OnWords => escape(self.on_words, out),
            PartHole::OnTitle => escape(&self.on.title, out),
            PartHole::Credit(credit) => escape(self.credits.get(credit).map_or("", |credit| &credit.words), out),
        });
        html
    }
}

/// The parts of a guide that were filled, without what differs between them.
#[derive(Default)]
pub struct PartMoulds(Mutex<FxHashMap<Shape, Option<Arc<Mould<PartHole>>>>>);

impl PartMoulds {
    /// The HTML of a part, when one like it is known.
    pub fn fill(&self, part: &Part<'_>) -> Option<String> {
        let mould = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&part.shape())?.clone();
        mould.map(|mould| part.fill(&mould))
    }

    /// Remembers what is the same for parts like this one, which is `html` as its template fills it. `template` fills it again, with
    /// marks. It must show everything as it is, and must not choose by it: if it does otherwise here, it is asked for each part.
    pub fn learn(&self, part: &Part<'_>, html: &str, template: impl FnOnce(&Marked) -> Option<String>) {
        let shape = part.shape();
        if self.0.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&shape) {
            return;
        }
        let mould = template(&part.marked()).and_then(|marked| Mould::of(&marked)).filter(|mould| part.fill(mould) == html);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(shape, mould.map(Arc::new));
    }
}
