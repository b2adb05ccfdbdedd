//! Symbols by the words that lead to them: BM25 over names (three times) and tags.

use std::collections::HashMap;

use super::text::Stems;
use crate::toolkit::{Language, Pack, PackName, Symbol, SymbolId};

/// How much more a word counts in a name than in a tag.
const NAME_WEIGHT: f64 = 3.0;
/// How soon one more hit stops to matter (`k1` of BM25).
const SATURATION: f64 = 1.2;
/// How much long names and long lists of tags are held back (`b` of BM25).
const LENGTH: f64 = 0.6;

/// A symbol of the index.
pub struct Entry {
    /// Its pack.
    pub pack: PackName,
    /// Its name in the pack.
    pub id: SymbolId,
    /// Its name for people.
    pub label: String,
    /// What its makers call it, and its variants.
    pub originals: Vec<String>,
    /// How many words its shortest name has.
    name_length: usize,
    tag_length: usize,
}

#[derive(Clone, Copy)]
struct Posting {
    entry: u32,
    in_names: u16,
    in_tags: u16,
}

/// Symbols by the stems of their names and tags.
#[derive(Default)]
pub struct Index {
    entries: Vec<Entry>,
    postings: HashMap<String, Vec<Posting>>,
    by_name: HashMap<String, Vec<u32>>,
    names_mean: f64,
    tags_mean: f64,
}

impl Index {
    /// The symbols of these packs, as they are called in `language`.
    pub fn new(packs: &[&Pack], language: &Language, stems: &Stems) -> Self {
        let mut index = Self::default();
        for pack in packs {
            for symbol in pack.symbols() {
                index.add(pack, symbol, language, stems);
            }
        }
        let mean = |length: fn(&Entry) -> usize| {
            let sum: usize = index.entries.iter().map(length).sum();
            (to_f64(sum) / to_f64(index.entries.len().max(1))).max(1.0)
        };
        (index.names_mean, index.tags_mean) = (mean(|entry| entry.name_length), mean(|entry| entry.tag_length));
        index
    }

    fn add(&mut self, pack: &Pack, symbol: &Symbol, language: &Language, stems: &Stems) {
        let Ok(place) = u32::try_from(self.entries.len()) else { return };
        let label = symbol.label_in(language);
        let names: Vec<Vec<String>> = std::iter::once(label)
            .chain(std::iter::once(symbol.label.as_str()).filter(|other| *other != label))
            .chain(symbol.other_names.iter().map(String::as_str))
            .map(|name| stems.of(name))
            .filter(|name| !name.is_empty())
            .collect();
        let tags: Vec<Vec<String>> = symbol.tags.iter().map(|tag| stems.of(tag)).collect();
        let mut counts: HashMap<&str, (u16, u16)> = HashMap::new();
        for (number, name) in names.iter().enumerate() {
            let places = self.by_name.entry(name_key(name)).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
            for stem in name {
                let count = counts.entry(stem).or_default();
                // Other names lead to a symbol as well as its label, and many of them must not drown the others.
                count.0 = count.0.max(if number == 0 { 2 } else { 1 });
            }
        }
        for stem in tags.iter().flatten() {
            counts.entry(stem).or_default().1 = 1;
        }
        for (stem, (in_names, in_tags)) in counts {
            self.postings.entry(stem.to_owned()).or_default().push(Posting { entry: place, in_names, in_tags });
        }
        self.entries.push(Entry {
            pack: pack.name.clone(),
            id: symbol.id.clone(),
            label: label.to_owned(),
            originals: symbol.originals.clone(),
            name_length: names.iter().map(Vec::len).min().unwrap_or(1),
            tag_length: tags.iter().map(Vec::len).sum(),
        });
    }

    /// The symbol at a place.
    pub fn entry(&self, place: u32) -> &Entry {
        &self.entries[place as usize]
    }

    /// The symbols that have just this name, by its stems.
    pub fn named(&self, stems: &[String]) -> &[u32] {
        self.by_name.get(&name_key(stems)).map_or(&[], Vec::as_slice)
    }

    /// How rare a stem is, from 0 (in every symbol) to 1 (in one).
    pub fn rarity(&self, stem: &str) -> f64 {
        let count = to_f64(self.entries.len().max(2));
        let seen = to_f64(self.postings.get(stem).map_or(1, Vec::len).max(1));
        ((count / seen).ln() / count.ln()).clamp(0.0, 1.0)
    }

    /// The symbols with any of these stems, and how well each fits, from 0 to 1: the mean over the stems, rare ones first.
    pub fn search(&self, stems: &[String]) -> HashMap<u32, f64> {
        let weights: Vec<f64> = stems.iter().map(|stem| 0.1 + self.rarity(stem)).collect();
        let total: f64 = weights.iter().sum();
        let mut found: HashMap<u32, f64> = HashMap::new();
        for (stem, weight) in stems.iter().zip(weights) {
            for posting in self.postings.get(stem).into_iter().flatten() {
                *found.entry(posting.entry).or_default() += self.fit(*posting) * weight / total;
            }
        }
        for place in self.named(stems) {
            found.insert(*place, 1.0);
        }
        found
    }

    /// The symbols with all of these stems.
    pub fn search_all(&self, stems: &[String]) -> HashMap<u32, f64> {
        let mut found = self.search(stems);
        let exact = self.named(stems);
        if stems.len() > 1 {
            let mut seen: HashMap<u32, usize> = HashMap::new();
            for posting in stems.iter().flat_map(|stem| self.postings.get(stem).into_iter().flatten()) {
                *seen.entry(posting.entry).or_default() += 1;
            }
            found.retain(|place, _| exact.contains(place) || seen.get(place) == Some(&stems.len()));
        }
        found
    }

    /// BM25 without the rarity, scaled so that it stays below 0.9.
    fn fit(&self, posting: Posting) -> f64 {
        let entry = &self.entries[posting.entry as usize];
        let norm = |length: usize, mean: f64| 1.0 - LENGTH + LENGTH * to_f64(length) / mean;
        let names = f64::from(posting.in_names) / 2.0 * NAME_WEIGHT / norm(entry.name_length, self.names_mean);
        let tags = f64::from(posting.in_tags) / norm(entry.tag_length, self.tags_mean);
        let hits = names + tags;
        0.9 * hits / (SATURATION + hits)
    }
}

/// The words of a name that tell it from others: without small words, each once. "Ballot box with ballot" is "ballot box".
fn name_key(stems: &[String]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for stem in stems.iter().map(String::as_str) {
        if !words.contains(&stem) && !matches!(stem, "a" | "an" | "and" | "at" | "in" | "of" | "on" | "the" | "to" | "with") {
            words.push(stem);
        }
    }
    if words.is_empty() { stems.join(" ") } else { words.join(" ") }
}

/// A count as a number to reckon with; no pack has so many symbols that precision would be lost.
#[allow(clippy::cast_precision_loss)]
pub fn to_f64(count: usize) -> f64 {
    count as f64
}
