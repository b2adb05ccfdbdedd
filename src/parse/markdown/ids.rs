//! Names by which links find headings, boxes and rows.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::toolkit::{Route, RowId, slug};

/// The beginning of names that the theme keeps for itself.
pub const THEME_PREFIX: &str = "al-";

/// The letters of row names: none that look alike.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// For as many names there is room from the beginning.
const NAMES: usize = 48;

/// Where the hash FNV-1a begins.
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, 64 bits. Row names are links that people keep, so the hash must never change; and every row needs one, so it
/// must cost nearly nothing. Two rows of a page with one hash still get two names.
fn fnv1a(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn hash(name: &str) -> u64 {
    FxBuildHasher.hash_one(name)
}

/// Gives every heading, box and row of a page a name of its own.
pub struct Ids {
    /// The hashes of all names. Should two names ever have one hash, the second gets a number that it does not need.
    used: FxHashSet<u64>,
    /// The number with which to go on for names that were taken: the same line may stand on a page very often.
    next: FxHashMap<String, usize>,
    /// The hash of the address of the page.
    page: u64,
}

impl Ids {
    /// The names of the page at `page`.
    pub fn new(page: &Route) -> Self {
        let page = fnv1a(FNV_START, page.as_str().as_bytes());
        Self { used: FxHashSet::with_capacity_and_hasher(NAMES, FxBuildHasher), next: FxHashMap::default(), page }
    }

    /// A name made from words: `how-to-start`, or `how-to-start-2` when that is taken.
    pub fn of_words(&mut self, words: &str) -> String {
        let name = slug(words);
        let taken_by_others = name.starts_with(THEME_PREFIX) || name.starts_with("r-") || name.starts_with("p-");
        self.unlike_others(if taken_by_others { format!("s-{name}") } else { name })
    }

    /// The lasting name of the row with these words.
    pub fn of_row(&mut self, words: &str) -> RowId {
        let add = |hash, word: &[u8]| fnv1a(fnv1a(hash, b" "), word);
        let hash = if words.is_ascii() {
            let words = words.as_bytes().split(|byte| matches!(byte, b' ' | b'\t'..=b'\r'));
            words.filter(|word| !word.is_empty()).fold(self.page, add)
        } else {
            words.split_whitespace().map(str::as_bytes).fold(self.page, add)
        };
        let mut name = String::with_capacity(10);
        name.push_str("r-");
        for letter in 0..8 {
            name.push(char::from(LETTERS[(hash >> (letter * 5) & 31) as usize]));
        }
        RowId(self.unlike_others(name))
    }

    fn unlike_others(&mut self, name: String) -> String {
        if self.used.insert(hash(&name)) {
            return name;
        }
        let next = self.next.entry(name.clone()).or_insert(2);
        loop {
            let unlike = format!("{name}-{next}");
            *next += 1;
            if self.used.insert(hash(&unlike)) {
                return unlike;
            }
        }
    }
}
