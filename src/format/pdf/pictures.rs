//! The pictures of a guide for paper: drawings without anything that could reach out, photos no larger than print needs.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use typst::foundations::Bytes;

use super::source::{PictureFile, Source};
use crate::format::web::Web;
use crate::render::image;
use crate::toolkit::{PictureSource, SitePath};

/// The most dots of a photo in print, for each inch: more than an office printer shows.
const DOTS_PER_INCH: u32 = 200;

/// The pictures that are ready, by the names that they have for Typst.
pub type Pictures = HashMap<String, Bytes>;

/// Makes the pictures ready that these texts name: each photo is decoded once for all its sizes.
pub fn ready<'a>(sources: impl Iterator<Item = &'a Source>, web: &Web<'_>) -> Pictures {
    let mut wanted: BTreeMap<SitePath, BTreeMap<&str, u32>> = BTreeMap::new();
    for (name, picture) in sources.flat_map(|source| &source.pictures) {
        if let Some(path) = path_of(picture, web) {
            wanted.entry(path).or_default().insert(name, (picture.width_mm * DOTS_PER_INCH * 10).div_ceil(254));
        }
    }
    let snapshot = web.lookups.world.snapshot;
    let made = wanted.par_iter().filter_map(|(path, wanted)| {
        let widths_px: Vec<u32> = wanted.values().copied().collect();
        let files = image::for_paper(path, &snapshot.read(path).ok()?, &widths_px, snapshot.shelf()).ok()?;
        Some(wanted.keys().map(|name| (*name).to_owned()).zip(files.into_iter().map(Bytes::new)).collect::<Vec<_>>())
    });
    made.flatten_iter().collect()
}

/// The file of a picture.
fn path_of(picture: &PictureFile, web: &Web<'_>) -> Option<SitePath> {
    match &picture.source {
        PictureSource::File(path) => Some(path.clone()),
        PictureSource::Symbol(pack, symbol) => {
            let pack = web.lookups.world.library.packs().iter().find(|known| known.name == *pack)?;
            Some(pack.symbols().iter().find(|known| known.id == *symbol)?.file.clone())
        }
        PictureSource::Unknown => None,
    }
}
