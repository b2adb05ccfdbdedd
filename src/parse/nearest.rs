//! "Did you mean …?"

use std::borrow::Cow;

/// The known words that are most like `word`, best first, no more than three; none when nothing is near.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let sought = Sought::new(word);
    let mut found: Vec<(usize, &str)> =
        known.into_iter().filter_map(|candidate| sought.slips(candidate).map(|slips| (slips, candidate))).collect();
    found.sort_unstable();
    found.dedup();
    found.truncate(3);
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

/// A word for which others are sought that are like it. It may be held against very many.
pub struct Sought {
    word: String,
    letters: Letters,
}

impl Sought {
    /// What is like `word`?
    pub fn new(word: &str) -> Self {
        let word = word.to_lowercase();
        Self { letters: Letters::of(&word), word }
    }

    /// How many slips away from it another word is; `None` when it is not near.
    pub fn slips(&self, other: &str) -> Option<usize> {
        let is_small = other.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let other = if is_small { Cow::Borrowed(other) } else { Cow::Owned(other.to_lowercase()) };
        let letters = Letters::of(&other);
        // Two slips in a short word make it another word; a long one may have more.
        let slips_max = (self.letters.count.max(letters.count) / 3).clamp(1, 4);
        let is_part = || {
            let (long, short) = if other.len() > self.word.len() { (&*other, &*self.word) } else { (&*self.word, &*other) };
            short.len() >= 4 && long.contains(short)
        };
        if self.letters.slips_at_least(letters) > slips_max && !is_part() {
            return None;
        }
        let slips = strsim::osa_distance(&self.word, &other);
        (slips <= slips_max || is_part()).then_some(slips)
    }
}

/// The letters of a word: how many there are, and a bit for each of them, which several may share.
#[derive(Clone, Copy)]
struct Letters {
    count: usize,
    bits: u64,
}

impl Letters {
    fn of(word: &str) -> Self {
        let letters = Self { count: 0, bits: 0 };
        word.chars().fold(letters, |all, letter| Self { count: all.count + 1, bits: all.bits | 1 << (u32::from(letter) % u64::BITS) })
    }

    /// As many slips are between two words at the least: one slip adds or takes one letter, or puts one in the place of another.
    fn slips_at_least(self, other: Self) -> usize {
        let differ = (self.bits ^ other.bits).count_ones() as usize;
        self.count.abs_diff(other.count).max(differ.div_ceil(2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven() {
        assert_eq!(nearest("tilte", ["title", "subtitle", "date"]), ["title"]);
        assert_eq!(nearest("Listne", ["listen", "meeting"]), ["listen"]);
        assert_eq!(nearest("listening", ["listen", "meeting"]), ["listen"]);
        assert_eq!(nearest("LISTEN", ["Listen", "ear"]), ["Listen"]);
        assert_eq!(nearest("einfuhrung", ["einführung"]), ["einführung"]);
        assert!(nearest("xyz", ["listen", "meeting"]).is_empty());
        assert!(nearest("art", ["party", "cartoon"]).is_empty(), "too short to be a part");
    }

    #[test]
    fn no_word_is_passed_over_that_is_near() {
        let words = ["listen", "listne", "silent", "tinsel", "list", "lists", "glisten", "enlist", "a", "", "ear", "era", "are"];
        for (one, other) in words.iter().flat_map(|one| words.iter().map(move |other| (one, other))) {
            let least = Letters::of(one).slips_at_least(Letters::of(other));
            assert!(least <= strsim::osa_distance(one, other), "{one} {other}");
        }
    }
}
