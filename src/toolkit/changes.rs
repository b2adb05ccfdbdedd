//! What differs between two snapshots of a toolkit.

use std::collections::BTreeSet;

use super::{SitePath, Snapshot};

/// What differs between a snapshot and an older one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files whose contents are new, with those that came and went.
    pub files: BTreeSet<SitePath>,
    /// The files that came or went.
    pub came_or_went: BTreeSet<SitePath>,
    /// Whether the day differs, or what was passed over.
    pub surroundings: bool,
}

impl Changes {
    /// What differs between `old` and `new`. Contents that both hold in the same place of memory are not compared again.
    pub fn between(old: &Snapshot, new: &Snapshot) -> Self {
        let mut changes = Self { surroundings: old.today() != new.today() || old.refused() != new.refused(), ..Self::default() };
        let (mut before, mut after) = (old.files().peekable(), new.files().peekable());
        loop {
            let order = match (before.peek(), after.peek()) {
                (None, None) => return changes,
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (Some((old, _)), Some((new, _))) => old.cmp(new),
            };
            let gone = (order != std::cmp::Ordering::Greater).then(|| before.next()).flatten();
            let come = (order != std::cmp::Ordering::Less).then(|| after.next()).flatten();
            match (gone, come) {
                (Some((path, old)), Some((_, new))) => {
                    if !old.contents.is_same(&new.contents) {
                        changes.files.insert(path.clone());
                    }
                }
                (Some((path, _)), None) | (None, Some((path, _))) => {
                    changes.files.insert(path.clone());
                    changes.came_or_went.insert(path.clone());
                }
                (None, None) => return changes,
            }
        }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && !self.surroundings
    }

    /// Whether a file in `folder` differs.
    pub fn any_in(&self, folder: &str) -> bool {
        self.files.iter().any(|path| path.is_in(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_came_went_and_changed_is_told_apart() {
        let mut old = Snapshot::new(date(2026, 11, 22));
        for path in ["a", "b", "c"] {
            old.insert_text(path, "x").unwrap();
        }
        let mut new = old.clone();
        assert!(Changes::between(&old, &new).is_empty());
        new.remove(&SitePath::new("a").unwrap());
        new.insert_text("b", "y").unwrap();
        new.insert_text("c", "x").unwrap();
        new.insert_text("d", "x").unwrap();
        let changes = Changes::between(&old, &new);
        let names = |paths: &BTreeSet<SitePath>| paths.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!((names(&changes.files).as_str(), names(&changes.came_or_went).as_str()), ("a b d", "a d"));
        assert!(!changes.surroundings);
        assert!(Changes::between(&new, &Snapshot::new(date(2026, 11, 23))).surroundings);
    }
}
