//! A page with its pictures -> what rules about the whole site need to know of them.

use std::sync::Arc;

use memchr::memchr_iter;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::toolkit::{Inline, PageUses, Paired, PairedPage, PictureSource, Row, RowUse, WordUse, each_row};

/// The pictures of a page and of its rows. `source` is its text; `sentence` tells of a row what it says, as a hash.
pub fn uses<'a>(paired: &'a PairedPage, source: &str, sentence: impl Fn(&Row) -> u64) -> PageUses {
    let mut shown: Vec<Arc<Paired>> = Vec::with_capacity(paired.pictures.len() + 1);
    let mut places: FxHashMap<&PictureSource, u32> = FxHashMap::with_capacity_and_hasher(shown.capacity(), FxBuildHasher);
    let mut place_of = |picture: &'a Arc<Paired>| {
        *places.entry(&picture.source).or_insert_with(|| {
            shown.push(picture.clone());
            u32::try_from(shown.len() - 1).unwrap_or(u32::MAX)
        })
    };
    let of_text: Vec<Option<u32>> = paired.pictures.iter().map(|picture| picture.image.is_ok().then(|| place_of(picture))).collect();
    // Those of the text come first.
    paired.shown().skip(of_text.iter().flatten().count()).for_each(|picture| _ = place_of(picture));
    let mut rows = Vec::with_capacity(paired.pictures.len());
    // Rows come in order, so that the line ends before each of them are counted only once.
    let (mut line, mut counted) = (1, 0);
    each_row(&paired.page.blocks, &mut |row| {
        let Some(id) = row.picture else { return };
        let Some(picture) = of_text[id.0 as usize].filter(|_| paired.picture(id).source != PictureSource::Unknown) else { return };
        let span = paired.page.pictures[id.0 as usize].span;
        let start = (span.start as usize).clamp(counted, source.len());
        line += u32::try_from(memchr_iter(b'\n', &source.as_bytes()[counted..start]).count()).unwrap_or(0);
        counted = start;
        rows.push(RowUse { span, line, picture, sentence: sentence(row), hard_word: hard_word(row, paired) });
    });
    rows.shrink_to_fit();
    PageUses { path: paired.page.path.clone(), pictures: shown, rows }
}

/// The hard word of a row, when it has just one.
fn hard_word(row: &Row, paired: &PairedPage) -> Option<Box<str>> {
    let mut found: Vec<&str> = Vec::new();
    collect(&row.words, paired, &mut found);
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [only] => Some((*only).into()),
        _ => None,
    }
}

fn collect<'a>(words: &[Inline], paired: &'a PairedPage, found: &mut Vec<&'a str>) {
    for inline in words {
        if let Inline::Strong(id, ..) = inline
            && let WordUse::Explained(word) = paired.word(*id)
        {
            found.push(&word.entry.word);
        }
        collect(inline.children(), paired, found);
    }
}
