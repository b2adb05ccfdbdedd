//! The rule `same-idea-same-picture`.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::check::rule::rule;
use crate::check::{Report, Run, SiteView};
use crate::toolkit::{PageUses, RowUse};

rule! {
    /// One idea that has a picture in one place and another picture in another.
    ///
    /// # Why it matters
    /// Readers learn that a picture stands for an idea. A new picture looks like a new idea.
    ///
    /// # What to do
    /// Choose one of the two pictures, and use it in both places.
    ///
    /// An idea is a hard word, or a line that stands in several places. To settle a picture for good, write it in the file
    /// `pictures.yaml`: `co-production: co-production`
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: use the same picture for the same thing throughout.
    "same-idea-same-picture", Pictures, Warning, Run::Site(run)
}

fn run(view: &SiteView<'_>, report: &mut Report<'_>) {
    let may_stand_twice = Twice::of(view.uses);
    let mut by_word: FxHashMap<&str, (&PageUses, &RowUse)> = FxHashMap::default();
    // The first row with each sentence, by its page and its place there: a large site has very many.
    let mut by_sentence: FxHashMap<u64, (u32, u32)> = FxHashMap::default();
    for (page_number, page) in (0..).zip(view.uses) {
        for (row_number, row) in (0..).zip(&page.rows) {
            let word = row.hard_word.as_deref();
            let first_word = word.map(|word| *by_word.entry(word).or_insert((page, row)));
            let mut first_sentence = (*page, row);
            if may_stand_twice.has(row.sentence) {
                let (first_page, first_row) = *by_sentence.entry(row.sentence).or_insert((page_number, row_number));
                let first_page = view.uses[first_page as usize];
                first_sentence = (first_page, &first_page.rows[first_row as usize]);
            }
            if let Some((word, other)) = word.zip(first_word).filter(|(_, other)| differs(*other, (page, row))) {
                tell(report, (page, row), other, &format!("“{word}”"));
            } else if differs(first_sentence, (page, row)) {
                tell(report, (page, row), first_sentence, "this line");
            }
        }
    }
}

/// Sentences that stand on the site twice, and few others. Most stand there once, and a large site has so many that to remember
/// them all takes longer than to go over them twice.
struct Twice {
    /// Two bits for each of the numbers that are told apart: whether a sentence has it, and whether a second one does.
    seen: Vec<u64>,
}

impl Twice {
    /// As many numbers are told apart for each sentence.
    const EACH: usize = 8;
    /// As many have their bits in one place of the list.
    const IN_PLACE: usize = 32;

    fn of(uses: &[&PageUses]) -> Self {
        let rows: usize = uses.iter().map(|page| page.rows.len()).sum();
        let mut twice = Self { seen: vec![0; (rows * Self::EACH / Self::IN_PLACE).next_power_of_two()] };
        for row in uses.iter().flat_map(|page| &page.rows) {
            let (place, bit) = twice.bit(row.sentence);
            let seen = &mut twice.seen[place];
            *seen |= bit | (*seen & bit) << Self::IN_PLACE;
        }
        twice
    }

    fn bit(&self, sentence: u64) -> (usize, u64) {
        let hash = usize::try_from(FxBuildHasher.hash_one(sentence) >> 32).unwrap_or_default();
        (hash / Self::IN_PLACE % self.seen.len(), 1 << (hash % Self::IN_PLACE))
    }

    fn has(&self, sentence: u64) -> bool {
        let (place, bit) = self.bit(sentence);
        self.seen[place] >> Self::IN_PLACE & bit != 0
    }
}

fn differs(one: (&PageUses, &RowUse), other: (&PageUses, &RowUse)) -> bool {
    one.0.picture(one.1) != other.0.picture(other.1)
}

fn tell(report: &mut Report<'_>, here: (&PageUses, &RowUse), other: (&PageUses, &RowUse), idea: &str) {
    let name = |(page, row): (&PageUses, &RowUse)| page.picture(row).name();
    let place =
        if here.0.path == other.0.path { format!("line {}", other.1.line) } else { format!("{}, line {}", other.0.path, other.1.line) };
    let what = format!("The picture for {idea} is “{}” here. It is “{}” in {place}.", name(here), name(other));
    report.find_at(here.0.path.as_str(), Some(here.1.span), what, "");
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::toolkit::SitePath;

    #[test]
    fn what_stands_twice_is_never_missed() {
        let row = |sentence| RowUse { span: crate::toolkit::Span::default(), line: 1, picture: 0, sentence, hard_word: None };
        let page = |rows: Vec<RowUse>| PageUses { path: SitePath::new("content/a.md").unwrap(), pictures: Vec::<Arc<_>>::new(), rows };
        let (one, other) = (page((0..1_000).map(row).collect()), page((900..2_000).map(row).collect()));
        let twice = Twice::of(&[&one, &other]);
        assert!((900..1_000).all(|sentence| twice.has(sentence)));
        // Of the others few are taken for such, or they would all be remembered.
        assert!((0..900).chain(1_000..2_000).filter(|sentence| twice.has(*sentence)).count() < 500);
        assert!(!Twice::of(&[]).has(1));
    }
}
