//! "Did you mean …?"

/// The known words that are most like `word`, best first, no more than three; none when nothing is near.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let word = word.to_lowercase();
    let mut found: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|candidate| {
            let lower = candidate.to_lowercase();
            // Two slips in a short word make it another word; a long one may have more.
            let slips_max = (word.chars().count().max(lower.chars().count()) / 3).clamp(1, 4);
            let slips = strsim::osa_distance(&word, &lower);
            let part = word.len() >= 4 && (lower.contains(&word) || word.contains(&lower) && lower.len() >= 4);
            (slips <= slips_max || part).then_some((slips, candidate))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found.truncate(3);
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven() {
        assert_eq!(nearest("tilte", ["title", "subtitle", "date"]), ["title"]);
        assert_eq!(nearest("Listne", ["listen", "meeting"]), ["listen"]);
        assert_eq!(nearest("listening", ["listen", "meeting"]), ["listen"]);
        assert!(nearest("xyz", ["listen", "meeting"]).is_empty());
    }
}
