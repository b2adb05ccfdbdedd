//! Who made the pictures of a page: a line at its foot.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::pair::World;
use crate::toolkit::{Found, PairedPage, PictureSource, WordUse};

/// What is said of one pack, or of one picture of the toolkit's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct CreditView {
    /// The words that its makers ask for, else its name and who made it, with the licence.
    pub words: String,
}

/// Who made the pictures that a page shows, each once, in order.
pub fn picture_credits(paired: &PairedPage, world: World<'_>) -> Vec<CreditView> {
    let on_words = paired.words.iter().filter_map(|word| if let WordUse::Explained(word) = word { word.picture.as_ref() } else { None });
    let shown = paired.pictures.iter().chain(&paired.cover_picture).chain(on_words).filter(|picture| picture.image.is_ok());
    let words: BTreeSet<String> = shown.filter_map(|picture| credit(&picture.source, world)).collect();
    words.into_iter().map(|words| CreditView { words }).collect()
}

/// What is said of one picture; nothing of a file of which nothing is recorded.
fn credit(source: &PictureSource, world: World<'_>) -> Option<String> {
    match source {
        PictureSource::Symbol(name, id) => {
            let pack = world.library.pack(&name.0)?;
            let symbol = if let Found::One(symbol) = pack.find(&id.0) { Some(symbol) } else { None };
            let facts = &pack.facts;
            let Some(licence) = symbol.and_then(|symbol| symbol.licence.as_ref()).filter(|own| **own != facts.terms.licence) else {
                return Some(facts.credit.clone().unwrap_or_else(|| with_licence(&facts.title, &facts.terms.licence)));
            };
            let author = symbol.and_then(|symbol| symbol.author.as_ref()).unwrap_or(&facts.title);
            Some(with_licence(author, licence))
        }
        PictureSource::File(path) => {
            let record = world.picture_list.record(path)?;
            let words = record.credit.clone().or_else(|| Some(with_licence(record.author.as_ref()?, &record.terms.licence)));
            words.filter(|words| !words.is_empty())
        }
        PictureSource::Unknown => None,
    }
}

fn with_licence(name: &str, licence: &str) -> String {
    if licence.is_empty() { name.to_owned() } else { format!("{name} ({licence})") }
}
