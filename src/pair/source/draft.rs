//! A pack on its way in: names made clean, variants of one picture folded into one symbol.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::toolkit::slug;

/// A pack on its way in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The name of its folder, unless the author gives another.
    pub name: String,
    /// Its name for readers.
    pub title: String,
    /// The licence of its pictures.
    pub licence: String,
    /// The web address of the licence.
    pub licence_link: String,
    /// Who made it.
    pub author: String,
    /// The words that its makers ask to be printed.
    pub credit: String,
    /// Where it comes from.
    pub source: String,
    /// Further lines of `pack.yaml`, as its makers wrote them.
    pub more: Vec<(String, String)>,
    /// Its symbols.
    pub symbols: Vec<DraftSymbol>,
    /// Files that belong to it: the text of its licence.
    pub papers: Vec<String>,
    /// How many variants were folded into other symbols.
    pub folded: usize,
}

/// A symbol on its way in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftSymbol {
    /// Its name in the pack; made from its label when it is empty.
    pub id: String,
    /// Its name for people.
    pub label: String,
    /// Other names.
    pub other_names: Vec<String>,
    /// Words by which it may be searched.
    pub tags: Vec<String>,
    /// What it shows.
    pub description: String,
    /// Who drew it, when that is somebody else than the author of the pack.
    pub author: String,
    /// Its licence, when it is another than that of the pack.
    pub licence: String,
    /// What its makers call it.
    pub original: String,
    /// What its makers call the variants that were folded into it.
    pub variants: Vec<String>,
    /// Labels and descriptions in other languages: (language, label, description).
    pub translations: Vec<(String, String, String)>,
    /// Its file in the bundle.
    pub file: String,
}

impl Draft {
    /// Gives every symbol a name of its own, and puts names in order.
    pub fn finish(&mut self) {
        let mut taken: HashSet<String> = HashSet::new();
        for symbol in &mut self.symbols {
            let name = if symbol.id.is_empty() { slug(&symbol.label) } else { slug(&symbol.id) };
            let mut id = name.clone();
            let mut number = 2;
            while !taken.insert(id.clone()) {
                id = format!("{name}-{number}");
                number += 1;
            }
            symbol.id = id;
            if symbol.description.is_empty() {
                symbol.description = sentence(&symbol.label);
            }
            tidy(&mut symbol.other_names, std::slice::from_ref(&symbol.label));
            let known: Vec<String> = std::iter::once(&symbol.label).chain(&symbol.other_names).cloned().collect();
            tidy(&mut symbol.tags, &known);
        }
        self.keep_names_apart();
    }

    /// A name that leads to two symbols leads to none. It stays where it is the label, and is a tag elsewhere.
    fn keep_names_apart(&mut self) {
        let mut count: HashMap<String, usize> = HashMap::new();
        for symbol in &self.symbols {
            let names: HashSet<String> = std::iter::once(&symbol.label).chain(&symbol.other_names).map(|name| slug(name)).collect();
            for name in names {
                *count.entry(name).or_default() += 1;
            }
        }
        for symbol in &mut self.symbols {
            let (clear, unclear): (Vec<_>, Vec<_>) =
                std::mem::take(&mut symbol.other_names).into_iter().partition(|name| count[&slug(name)] == 1);
            symbol.other_names = clear;
            symbol.tags.extend(unclear);
        }
    }

    /// Folds symbols of which `key` gives the same words into the first one among them, or the one that has these words as
    /// its label. A key that no second symbol has changes nothing.
    pub fn fold(&mut self, key: impl Fn(&DraftSymbol) -> String, needs_neutral: bool) {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, symbol) in self.symbols.iter().enumerate() {
            groups.entry(key(symbol)).or_default().push(place);
        }
        let mut gone: HashSet<usize> = HashSet::new();
        for (words, places) in groups.into_iter().filter(|(_, places)| places.len() > 1) {
            let neutral = places.iter().copied().find(|place| self.symbols[*place].label.to_lowercase() == words);
            let Some(kept) = neutral.or_else(|| places.first().copied().filter(|_| !needs_neutral)) else { continue };
            for place in places.into_iter().filter(|place| *place != kept) {
                let variant = self.symbols[place].clone();
                self.symbols[kept].take_in(variant);
                gone.insert(place);
            }
            if neutral.is_none() {
                let symbol = &mut self.symbols[kept];
                symbol.other_names.insert(0, symbol.label.to_lowercase());
                symbol.label = capital(&words);
                symbol.id.clear();
            }
        }
        self.folded += gone.len();
        let mut place = 0;
        self.symbols.retain(|_| {
            place += 1;
            !gone.contains(&(place - 1))
        });
    }
}

impl DraftSymbol {
    fn take_in(&mut self, variant: Self) {
        self.other_names.push(variant.label.to_lowercase());
        self.other_names.extend(variant.other_names);
        self.variants.push(variant.original);
        self.variants.extend(variant.variants);
    }
}

/// A label as a sentence: "Person in bed."
pub fn sentence(label: &str) -> String {
    let label = capital(label.trim());
    if label.is_empty() || label.ends_with(['.', '!', '?']) { label } else { format!("{label}.") }
}

/// The words with a capital letter at their beginning.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What the variants of a picture share: its label with neutral words for men and women, or without these, whichever is one
/// of the `labels`.
pub fn neutral_label(label: &str, labels: &HashSet<String>) -> String {
    let neutral = without_gender(label);
    if labels.contains(&neutral) {
        return neutral;
    }
    let bare = neutral.strip_prefix("person ").unwrap_or(&neutral).to_owned();
    if labels.contains(&bare) { bare } else { neutral }
}

/// Words without those of men and women, and without the way in which somebody looks.
pub fn without_gender(label: &str) -> String {
    let label = label.to_lowercase();
    let label = label.strip_suffix(": facing right").unwrap_or(&label);
    let is_gender = |word: &str| {
        matches!(
            word.trim_matches([',', ' ']),
            "man" | "woman" | "men" | "women" | "boy" | "girl" | "person" | "people" | "adult" | "child"
        )
    };
    if let Some((what, who)) = label.split_once(": ")
        && who.split([',', ' ']).filter(|word| !word.is_empty()).all(is_gender)
    {
        return what.to_owned();
    }
    let label = label.replace("woman and man", "people");
    let mut words: Vec<&str> = label.split(' ').collect();
    if words.len() > 1 {
        for word in &mut words {
            *word = match *word {
                "man" | "woman" | "lady" | "gentleman" => "person",
                "man:" | "woman:" => "person:",
                "men" | "women" | "ladies" => "people",
                other => other,
            };
        }
    }
    words.join(" ")
}

/// Takes out what is empty, there twice, or one of `known`.
fn tidy(words: &mut Vec<String>, known: &[String]) {
    let mut seen: HashSet<String> = known.iter().map(|word| word.to_lowercase()).collect();
    words.retain_mut(|word| {
        // A semicolon parts names in the list.
        *word = word.replace([';', '|'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
        !word.is_empty() && seen.insert(word.to_lowercase())
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbol(label: &str) -> DraftSymbol {
        DraftSymbol { label: label.to_owned(), original: label.to_uppercase(), ..DraftSymbol::default() }
    }

    #[test]
    fn variants_become_other_names() {
        let labels = [
            "woman health worker",
            "health worker",
            "man running",
            "person running",
            "woman running: facing right",
            "old man",
            "man",
            "woman",
            "family",
            "family: man, woman, boy",
        ];
        let mut draft = Draft { symbols: labels.map(symbol).to_vec(), ..Draft::default() };
        let labels = labels.map(str::to_owned).into();
        draft.fold(|symbol| neutral_label(&symbol.label, &labels), true);
        draft.finish();
        let ids: Vec<&str> = draft.symbols.iter().map(|symbol| symbol.id.as_str()).collect();
        assert_eq!(ids, ["health-worker", "person-running", "old-man", "man", "woman", "family"]);
        assert_eq!(draft.symbols[1].other_names, ["man running", "woman running: facing right"]);
        assert_eq!(draft.symbols[1].variants, ["MAN RUNNING", "WOMAN RUNNING: FACING RIGHT"]);
        assert_eq!(draft.folded, 4);
    }

    #[test]
    fn names_are_kept_apart() {
        let mut one = symbol("Diabetes");
        one.other_names = vec!["sugar".into(), "insulin; blood".into(), "diabetes".into()];
        let mut two = symbol("Diabetes");
        two.other_names = vec!["sugar".into()];
        let mut draft = Draft { symbols: vec![one, two], ..Draft::default() };
        draft.finish();
        assert_eq!((draft.symbols[0].id.as_str(), draft.symbols[1].id.as_str()), ("diabetes", "diabetes-2"));
        assert_eq!(draft.symbols[0].other_names, ["insulin blood"]);
        assert_eq!(draft.symbols[1].tags, ["sugar"]);
    }
}
