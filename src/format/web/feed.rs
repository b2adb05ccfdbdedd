//! For machines: the site map, and the feed of guides.

use serde::Serialize;

use super::{Made, Web};
use crate::toolkit::{Place, Route, Status};

#[derive(Serialize)]
struct Address {
    address: String,
    date: Option<String>,
}

/// The site map; `None` when nobody knows where the site will stand.
pub fn site_map(web: &Web<'_>) -> Option<Made> {
    let address = web.config().address.as_ref()?;
    let site = web.lookups.world.site;
    let covers = site.guides.iter().filter_map(|guide| site.places.get(&guide.cover));
    let made = covers.map(|cover| (cover.route.made_page(), cover));
    let mut places: Vec<(Route, &Place)> = site.places.values().map(|place| (place.route.clone(), place)).chain(made).collect();
    places.sort_by(|a, b| a.0.cmp(&b.0));
    let mut addresses: Vec<Address> = places
        .iter()
        .map(|(route, place)| Address { address: format!("{address}{route}"), date: place.front.date.map(|date| date.to_string()) })
        .collect();
    if !places.iter().any(|(route, _)| *route == Route::home()) {
        addresses.insert(0, Address { address: format!("{address}{}", Route::home()), date: None });
    }
    let mut context = tera::Context::new();
    context.insert("addresses", &addresses);
    Some(web.fill(Route::top("sitemap.xml"), "sitemap.xml", &context))
}

#[derive(Serialize)]
struct Entry {
    title: String,
    address: String,
    summary: Option<String>,
    by: Option<String>,
    /// A moment, as RFC 3339 wants it. A guide has a date only, so the moment is its midnight in UTC.
    updated: String,
    language: String,
}

/// The feed of guides, newest first; `None` when nobody knows where the site will stand.
///
/// A guide without a date is not in it: a feed says when things came out.
pub fn feed(web: &Web<'_>) -> Option<Made> {
    let config = web.config();
    let address = config.address.as_ref()?;
    let site = web.lookups.world.site;
    let covers = site.guides.iter().filter_map(|guide| site.places.get(&guide.cover));
    let mut entries: Vec<Entry> = covers
        .filter(|cover| cover.front.status != Some(Status::Withdrawn))
        .filter_map(|cover| {
            Some(Entry {
                title: cover.title.clone(),
                address: format!("{address}{}", cover.route),
                summary: cover.summary.clone(),
                by: cover.front.by.clone().or_else(|| config.organisation.name.clone()),
                updated: format!("{}T00:00:00Z", cover.front.date?),
                language: cover.language.to_string(),
            })
        })
        .collect();
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.address.cmp(&b.address)));
    let mut context = tera::Context::new();
    context.insert("title", &config.title);
    context.insert("address", address);
    context.insert("name", config.organisation.name.as_ref().unwrap_or(&config.title));
    context.insert("language", config.language.as_str());
    context.insert("updated", &entries.first().map_or("1970-01-01T00:00:00Z", |entry| entry.updated.as_str()));
    context.insert("entries", &entries);
    Some(web.fill(Route::top("feed.xml"), "feed.xml", &context))
}
