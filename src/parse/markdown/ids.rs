//! Names by which links find headings, boxes and rows.

use std::collections::HashSet;

use crate::toolkit::{ContentHash, Route, RowId, slug};

/// The beginning of names that the theme keeps for itself.
pub const THEME_PREFIX: &str = "al-";

/// Gives every heading, box and row of a page a name of its own.
pub struct Ids {
    used: HashSet<String>,
    page: Route,
}

impl Ids {
    /// The names of the page at `page`.
    pub fn new(page: Route) -> Self {
        Self { used: HashSet::new(), page }
    }

    /// A name made from words: `how-to-start`, or `how-to-start-2` when that is taken.
    pub fn of_words(&mut self, words: &str) -> String {
        let name = slug(words);
        let taken_by_others = name.starts_with(THEME_PREFIX) || name.starts_with("r-") || name.starts_with("p-");
        self.unlike_others(&if taken_by_others { format!("s-{name}") } else { name })
    }

    /// The lasting name of the row with these words.
    pub fn of_row(&mut self, words: &str) -> RowId {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let hash = ContentHash::of_parts([self.page.as_str().as_bytes(), words.as_bytes()]);
        RowId(self.unlike_others(&format!("r-{}", &hash.short()[..8])))
    }

    fn unlike_others(&mut self, name: &str) -> String {
        let mut unlike = name.to_owned();
        let mut n = 2;
        while !self.used.insert(unlike.clone()) {
            unlike = format!("{name}-{n}");
            n += 1;
        }
        unlike
    }
}
