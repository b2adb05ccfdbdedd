//! Hard words.

use std::collections::BTreeMap;

use alongside::language::{WordKind, commonness, words};
use alongside::toolkit::Language;

/// Prints the rarest words of a text.
pub fn rarest(text: &str) {
    let english = Language::english();
    let mut rare: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for word in words(text).into_iter().filter(|word| word.kind == WordKind::Word) {
        let plain = text[word.range].to_lowercase().replace('’', "'");
        let common = commonness(&plain, &english).unwrap_or(0);
        let same = rare.entry(common).or_default();
        if common < 470 && !same.contains(&plain) {
            same.push(plain);
        }
    }
    for (common, words) in rare.iter().filter(|(_, words)| !words.is_empty()) {
        println!("  {common}: {}", words.join(", "));
    }
}
