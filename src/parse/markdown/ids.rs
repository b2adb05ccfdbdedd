//! Names by which links find headings, boxes and rows.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use twox_hash::XxHash3_64;

use crate::toolkit::{Route, RowId, slug};

/// The beginning of names that the theme keeps for itself.
pub const THEME_PREFIX: &str = "al-";

/// The letters of row names: none that look alike.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// For as many names there is room from the beginning.
const NAMES: usize = 48;

/// XXH3, 64 bits. Row names are links that people keep, so the hash must never change: this one is specified. And every row needs
/// one, so it must cost nearly nothing. Two rows of a page with one hash still get two names.
fn lasting_hash(seed: u64, words: &str) -> u64 {
    XxHash3_64::oneshot_with_seed(seed, words.as_bytes())
}

/// Whether there are only single blanks between letters, as far as that can be told quickly.
fn is_tidy(words: &str) -> bool {
    let (bytes, behind) = (words.as_bytes(), words.as_bytes().get(1..).unwrap_or_default());
    // All are looked at, whatever they are, and what is found is a byte: processors do that for many at a time.
    let untidy = |one: u8, next: u8| u8::from(one < b' ') | u8::from(one == b' ') & u8::from(next == b' ');
    let found = bytes.iter().zip(behind).fold(0, |found, (one, next)| found | untidy(*one, *next));
    words.is_ascii() && found == 0
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
        let page = lasting_hash(0, page.as_str());
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
        let words = words.trim();
        let hash = if is_tidy(words) {
            lasting_hash(self.page, words)
        } else {
            lasting_hash(self.page, &words.split_whitespace().collect::<Vec<_>>().join(" "))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toolkit::SitePath;

    fn row(words: &str) -> String {
        Ids::new(&crate::toolkit::page_route(&SitePath::new("content/a/b.md").unwrap())).of_row(words).0
    }

    #[test]
    fn names_of_rows_last() {
        // As another implementation of XXH3 has them, with the hash of `a/b/index.html` for its seed.
        assert_eq!(row("We meet."), "r-se6jfzf9");
        assert_eq!(row("Ŵyr"), "r-cimvggna");
        assert_eq!(row(&["word"; 100].join(" ")), "r-2ggiu998");
    }

    #[test]
    fn blanks_make_no_difference() {
        for words in ["We  meet.", " We meet.", "We meet. ", "We\tmeet.", "We\u{a0}meet.", "We \nmeet."] {
            assert_eq!(row(words), row("We meet."), "{words:?}");
        }
        assert_ne!(row("We meet."), row("Wemeet."));
        assert_eq!(row(""), row("  "));
    }
}
