//! A page with its pictures -> what rules about the whole site need to know of them.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use crate::toolkit::{Inline, PageUses, PairedPage, PictureSource, Row, RowUse, WordUse, each_row, plain_text};

/// The rows of a page with their pictures. `source` is its text.
pub fn uses(paired: &PairedPage, source: &str) -> PageUses {
    let mut uses = PageUses { path: paired.page.path.clone(), pictures: Vec::new(), rows: Vec::new() };
    // Rows come in order, so that the line ends before each of them are counted only once.
    let (mut line, mut counted) = (1, 0);
    let mut places: FxHashMap<&PictureSource, usize> = FxHashMap::default();
    each_row(&paired.page.blocks, &mut |row| {
        let Some(id) = row.picture else { return };
        let found = paired.picture(id);
        if found.image.is_err() || found.source == PictureSource::Unknown {
            return;
        }
        let span = paired.page.pictures[id.0 as usize].span;
        let start = (span.start as usize).clamp(counted, source.len());
        line += u32::try_from(source.as_bytes()[counted..start].iter().filter(|byte| **byte == b'\n').count()).unwrap_or(0);
        counted = start;
        let picture = *places.entry(&found.source).or_insert_with(|| {
            uses.pictures.push(found.source.clone());
            uses.pictures.len() - 1
        });
        uses.rows.push(RowUse {
            span,
            line,
            picture: u32::try_from(picture).unwrap_or(u32::MAX),
            sentence: sentence(row),
            hard_word: hard_word(row, paired),
        });
    });
    uses
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
