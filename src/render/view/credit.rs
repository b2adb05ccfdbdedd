//! Who made pictures: a line at the foot of a page, the credits of a guide and those of the site.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::pair::World;
use crate::toolkit::{Found, Pack, PackFacts, PackName, PictureSource};

/// What is said of one pack, or of one picture of the toolkit's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct CreditView {
    /// The words that its makers ask for, else its name and who made it, with the licence.
    pub words: String,
}

/// Who made these pictures, each once, in order.
pub fn picture_credits<'a>(pictures: impl Iterator<Item = &'a PictureSource>, world: World<'_>) -> Vec<CreditView> {
    let mut words = BTreeSet::new();
    let mut packs: Vec<&Pack> = Vec::new();
    for source in pictures {
        // Most pages have pictures of one pack, all under its licence.
        if let (PictureSource::Symbol(name, _), Some(last)) = (source, packs.last())
            && *name == last.name
            && !last.has_other_licences()
        {
            continue;
        }
        if let Some((name, licence)) = own_maker(source, world) {
            words.insert(with_licence(&name, &licence));
        } else if let Some(pack) = pack_of(source, world)
            && !packs.contains(&pack)
        {
            packs.push(pack);
        }
    }
    let of_pack = |facts: &PackFacts| facts.credit.clone().unwrap_or_else(|| with_licence(&facts.title, &facts.terms.licence));
    words.extend(packs.into_iter().map(|pack| of_pack(&pack.facts)));
    words.into_iter().map(|words| CreditView { words }).collect()
}

/// The pack from which a picture comes.
fn pack_of<'a>(source: &PictureSource, world: World<'a>) -> Option<&'a Pack> {
    match source {
        PictureSource::Symbol(name, _) => world.library.pack(&name.0),
        PictureSource::File(path) => world.library.pack_of(path),
        PictureSource::Unknown => None,
    }
}

/// Who made a picture of which more is known than of its pack, and its licence: a file with a record, or a symbol whose line
/// names a licence of its own.
fn own_maker(source: &PictureSource, world: World<'_>) -> Option<(String, String)> {
    match source {
        PictureSource::Symbol(name, id) => {
            let pack = world.library.pack(&name.0)?;
            let Found::One(symbol) = pack.find(&id.0) else { return None };
            let licence = symbol.licence.as_ref().filter(|own| **own != pack.facts.terms.licence)?;
            Some((symbol.author.as_ref().unwrap_or(&pack.facts.title).clone(), licence.clone()))
        }
        PictureSource::File(path) => {
            let record = world.picture_list.record(path)?;
            let words = record.credit.as_ref().or(record.author.as_ref()).filter(|words| !words.is_empty())?;
            Some((words.clone(), record.terms.licence.clone()))
        }
        PictureSource::Unknown => None,
    }
}

/// Who made some pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Makers {
    /// The packs from which they come.
    pub packs: BTreeSet<PackName>,
    /// Makers of single pictures, each with the licence, which may be empty.
    pub others: BTreeSet<(String, String)>,
    /// How many files there are of which nobody recorded who made them.
    pub unnamed: usize,
}

impl Makers {
    /// Who made these pictures.
    pub fn of<'a>(pictures: impl Iterator<Item = &'a PictureSource>, world: World<'_>) -> Self {
        let mut makers = Self::default();
        for source in pictures {
            if let Some(maker) = own_maker(source, world) {
                makers.others.insert(maker);
            } else if let Some(pack) = pack_of(source, world) {
                makers.packs.insert(pack.name.clone());
            } else if matches!(source, PictureSource::File(_)) {
                makers.unnamed += 1;
            }
        }
        makers
    }
}

fn with_licence(name: &str, licence: &str) -> String {
    if licence.is_empty() { name.to_owned() } else { format!("{name} ({licence})") }
}
