//! A page with its pictures -> what rules about the whole site need to know of them.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::toolkit::{Inline, PageUses, PairedPage, PictureSource, Row, RowUse, WordUse, each_row, plain_text, push_plain_text};

/// The pictures of a page and of its rows. `source` is its text.
pub fn uses(paired: &PairedPage, source: &str) -> PageUses {
    let mut shown: Vec<&PictureSource> = paired.shown().map(|picture| &picture.source).collect();
    shown.sort_unstable();
    shown.dedup();
    let places: FxHashMap<&PictureSource, u32> = shown.iter().copied().zip(0..).collect();
    let mut rows = Vec::new();
    // Rows come in order, so that the line ends before each of them are counted only once.
    let (mut line, mut counted) = (1, 0);
    each_row(&paired.page.blocks, &mut |row| {
        let Some(id) = row.picture else { return };
        let found = paired.picture(id);
        let Some(picture) = places.get(&found.source).copied().filter(|_| found.image.is_ok() && found.source != PictureSource::Unknown)
        else {
            return;
        };
        let span = paired.page.pictures[id.0 as usize].span;
        let start = (span.start as usize).clamp(counted, source.len());
        line += u32::try_from(source.as_bytes()[counted..start].iter().filter(|byte| **byte == b'\n').count()).unwrap_or(0);
        counted = start;
        rows.push(RowUse { span, line, picture, sentence: sentence(row), hard_word: hard_word(row, paired) });
    });
    rows.shrink_to_fit();
    PageUses { path: paired.page.path.clone(), pictures: shown.into_iter().cloned().collect(), rows }
}

/// A hash of what a row says.
fn sentence(row: &Row) -> u64 {
    let mut text = plain_text(&row.label);
    push_plain_text(&row.words, &mut text);
    if text.is_ascii() {
        text.retain(|letter| letter.is_ascii_alphanumeric());
        text.make_ascii_lowercase();
    } else {
        text = text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    }
    FxBuildHasher.hash_one(text)
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
