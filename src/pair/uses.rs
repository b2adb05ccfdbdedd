//! A page with its pictures -> what rules about the whole site need to know of them.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use crate::toolkit::{Inline, PageUses, PairedPage, PictureSource, Row, RowUse, WordUse, each_row, plain_text};

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
    let mut hasher = FxHasher::default();
    for words in [&row.label, &row.words] {
        for letter in plain_text(words).chars() {
            match letter {
                'a'..='z' | 'A'..='Z' | '0'..='9' => hasher.write_u32(letter.to_ascii_lowercase().into()),
                '\0'..='\x7f' => {}
                _ if letter.is_alphanumeric() => letter.to_lowercase().for_each(|letter| hasher.write_u32(letter.into())),
                _ => {}
            }
        }
    }
    hasher.finish()
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
