//! Guides, as templates see them.

use serde::Serialize;
use tera::Value;

use super::{KnownRows, Lookups};
use crate::render::inline::size_words;
use crate::toolkit::{Contact, Guide, Place, Route, Status, editions};

/// A guide, seen from one of its pages.
#[derive(Clone, Debug, Serialize)]
pub struct GuideView {
    /// Its title.
    pub title: String,
    /// The link to its cover.
    pub href: String,
    /// A second line under the title.
    pub subtitle: Option<String>,
    /// What it is about.
    pub summary: Option<String>,
    /// The picture on its cover.
    pub picture: Option<Value>,
    /// `draft`, `withdrawn` or nothing: the banner over its pages.
    pub banner: Option<&'static str>,
    /// How many parts it has.
    pub total: usize,
    /// Ways to get in touch.
    pub contacts: Vec<ContactView>,
    /// The facts about it; only on its cover.
    pub facts: Option<FactsView>,
    /// Its parts; only on its cover.
    pub parts: Vec<PartView>,
    /// Its formats.
    pub formats: Vec<FormatView>,
}

/// Facts about a guide.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FactsView {
    /// Whom it is for.
    pub audience: Option<String>,
    /// Who publishes it.
    pub by: Option<String>,
    /// When it came out, in words.
    pub date: Option<String>,
    /// When it will be looked at again, in words.
    pub review_date: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// Who wrote and drew it.
    pub made_by: Option<String>,
    /// Who checked it.
    pub checked_by: Option<String>,
    /// Who paid for it.
    pub funder: Option<String>,
    /// The long text behind it: (link, its words).
    pub full_version: Option<(String, String)>,
    /// The link to the page "How we made this"; none on that page.
    pub how_made: Option<String>,
}

/// A part of a guide, for lists of parts.
#[derive(Clone, Debug, Serialize)]
pub struct PartView {
    /// Its number from 1.
    pub number: usize,
    /// Its number in words, for its card.
    pub chip: String,
    /// Which of the theme's colours it has, from 1.
    pub colour: usize,
    /// Its card.
    #[serde(flatten)]
    pub card: CardView,
}

/// A page, for links with a picture.
#[derive(Clone, Debug, Serialize)]
pub struct CardView {
    /// Its title.
    pub title: String,
    /// The link to it.
    pub href: String,
    /// What it is about.
    pub summary: Option<String>,
    /// Its picture.
    pub picture: Option<Value>,
    /// Its language, when it is another one than that of the page with the link.
    pub lang: Option<String>,
    /// What the theme makes of it in a list of cards, when that can be said without the page.
    pub html: Option<Value>,
}

/// One way to get in touch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContactView {
    /// `phone`, `text`, `email`, `post` or `web`.
    pub way: &'static str,
    /// What to write, dial or visit, as people read it.
    pub words: Vec<String>,
    /// The link that does it; none for the post.
    pub href: Option<String>,
}

/// One format of a guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormatView {
    /// Its name, such as `web` or `pdf-large-print`.
    pub format: String,
    /// The link to it.
    pub href: String,
    /// The address to write down, when it is known where the site will stand.
    pub address: Option<String>,
    /// How many pages it has, of a PDF that was made.
    pub pages: Option<usize>,
    /// How large it is, of a PDF that was made: `120 KB`.
    pub size: Option<String>,
}

/// The card of the page at `place`, seen from `route`. `known` is what was made for pages before.
pub fn card(place: &Place, route: &Route, lookups: &Lookups<'_>, known: &mut KnownRows) -> CardView {
    let picture = place.picture.as_ref().and_then(|target| {
        let picture = known.of_page(place, || lookups.picture(target, place));
        lookups.rows.silent(picture, route)
    });
    CardView {
        title: place.title.clone(),
        href: route.href_to(&place.route),
        summary: place.summary.clone(),
        picture,
        lang: None,
        html: None,
    }
}

/// The ways of `contact`, or those of the organisation when it gives none.
pub fn contact_views(contact: &Contact, organisation: &Contact) -> Vec<ContactView> {
    let contact = if contact.is_empty() { organisation } else { contact };
    let digits = |number: &str| number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    let mut views = Vec::new();
    let mut push = |way, words: &Option<String>, href: &dyn Fn(&str) -> Option<String>| {
        if let Some(words) = words {
            let lines =
                if way == "post" { words.split([',', '\n']).map(|line| line.trim().to_owned()).collect() } else { vec![words.clone()] };
            views.push(ContactView { way, words: lines, href: href(words) });
        }
    };
    push("phone", &contact.phone, &|words| Some(format!("tel:{}", digits(words))));
    push("text", &contact.text, &|words| Some(format!("sms:{}", digits(words))));
    push("email", &contact.email, &|words| Some(format!("mailto:{}", words.trim())));
    push("post", &contact.post, &|_| None);
    push("web", &contact.web, &|words| Some(web_address(words)));
    views
}

/// An address for a link: `www.example.org` gets its `https://`. Anything but a web address is no link.
fn web_address(words: &str) -> String {
    let words = words.trim();
    match words.split_once("://") {
        Some(("http" | "https", _)) => words.to_owned(),
        _ => format!("https://{}", words.trim_start_matches('/')),
    }
}

/// Which banner the pages of a guide carry.
///
/// Only a record of people who checked it takes the word "draft" away.
pub fn banner(cover: &Place) -> Option<&'static str> {
    match cover.front.status.unwrap_or(Status::Draft) {
        Status::Withdrawn => Some("withdrawn"),
        Status::Published | Status::Checked if cover.front.checked_by.is_some() => None,
        _ => Some("draft"),
    }
}

impl GuideView {
    /// The guide with this cover, seen from the page at `route`.
    pub fn new(guide: &Guide, cover: &Place, route: &Route, lookups: &Lookups<'_>) -> Self {
        let is_cover = *route == cover.route;
        let card = card(cover, route, lookups, &mut KnownRows::default());
        Self {
            title: card.title,
            href: card.href,
            subtitle: cover.front.subtitle.as_ref().map(|subtitle| subtitle.value.clone()),
            summary: card.summary,
            picture: card.picture,
            banner: banner(cover),
            total: guide.parts.len(),
            contacts: contact_views(&cover.front.contact, &lookups.world.config.organisation.contact),
            facts: is_cover.then(|| facts(cover, route, lookups)),
            parts: if is_cover { parts(guide, route, lookups) } else { Vec::new() },
            formats: formats(cover, route, lookups),
        }
    }
}

/// The parts of a guide, seen from `route`.
pub fn parts(guide: &Guide, route: &Route, lookups: &Lookups<'_>) -> Vec<PartView> {
    let places = guide.parts.iter().filter_map(|path| lookups.world.site.places.get(path));
    let mut known = KnownRows::default();
    let view = |(place, part): (usize, &Place)| PartView {
        number: place + 1,
        chip: String::new(),
        colour: lookups.colour(place),
        card: card(part, route, lookups, &mut known),
    };
    places.enumerate().map(view).collect()
}

fn formats(cover: &Place, route: &Route, lookups: &Lookups<'_>) -> Vec<FormatView> {
    let config = lookups.world.config;
    let made = editions(cover, config).into_iter();
    let view = |edition: crate::toolkit::Edition| {
        let facts = lookups.pdfs.and_then(|pdfs| pdfs.get(&edition.route));
        FormatView {
            format: edition.kind.word(),
            href: route.href_to(&edition.route),
            address: config.address.as_ref().map(|address| format!("{address}{}", edition.route).trim_end_matches("index.html").to_owned()),
            pages: facts.map(|facts| facts.pages),
            size: facts.map(|facts| size_words(facts.bytes)),
        }
    };
    made.map(view).collect()
}

/// The facts about the guide with this cover, seen from `route`.
pub fn facts(cover: &Place, route: &Route, lookups: &Lookups<'_>) -> FactsView {
    let front = &cover.front;
    let date = |date| lookups.interface.date(&cover.language, date);
    let organisation = &lookups.world.config.organisation;
    FactsView {
        audience: front.audience.clone(),
        by: front.by.clone().or_else(|| organisation.name.clone()),
        date: front.date.map(date),
        review_date: front.review_date.map(date),
        version: front.version.clone(),
        made_by: front.made_by.clone(),
        checked_by: front.checked_by.clone(),
        funder: front.funder.clone(),
        full_version: front.full_version.as_ref().and_then(|written| lookups.full_version(&written.value, cover, route)),
        how_made: (*route == cover.route).then(|| route.href_to(&cover.route.made_page())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_get_in_touch_become_links() {
        let contact = Contact {
            phone: Some("01632 960 000 (weekdays)".into()),
            post: Some("Our DPO, 1 Example Street".into()),
            web: Some("javascript://x".into()),
            ..Contact::default()
        };
        let views = contact_views(&contact, &Contact::default());
        assert_eq!(views[0].href.as_deref(), Some("tel:01632960000"));
        assert_eq!(views[1].words, ["Our DPO", "1 Example Street"]);
        assert_eq!(views[2].href.as_deref(), Some("https://javascript://x"));
        assert_eq!(contact_views(&Contact::default(), &contact), views);
    }
}
