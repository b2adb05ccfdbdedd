//! Packs of symbols.

use rustc_hash::FxHashMap;
use std::fmt;
use std::sync::Arc;

use super::{Language, SettingsFault, SitePath, Span, Terms};

/// The name of a pack: the name of its folder in `symbols/`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackName(pub Arc<str>);

/// The name of a symbol inside its pack.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SymbolId(pub Arc<str>);

impl fmt::Debug for PackName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl fmt::Debug for SymbolId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

/// What a pack says about itself: `symbols/<pack>/pack.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackFacts {
    /// Its name for readers.
    pub title: String,
    /// How its pictures may be used.
    pub terms: Terms,
    /// The web address of the licence.
    pub licence_link: Option<String>,
    /// Who drew it.
    pub author: Option<String>,
    /// The words that its makers ask us to print.
    pub credit: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Who looked at the pictures, of those for whom they are meant. `None`: nobody.
    pub reviewed: Option<String>,
}

/// A drawn picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Its name in the pack.
    pub id: SymbolId,
    /// Its name for people.
    pub label: String,
    /// Other names that lead to it.
    pub other_names: Vec<String>,
    /// Words by which it may be searched.
    pub tags: Vec<String>,
    /// What it shows.
    pub description: String,
    /// Its file.
    pub file: SitePath,
    /// Who drew it, when that is not the author of the pack.
    pub author: Option<String>,
    /// Its licence, when that is not the licence of the pack.
    pub licence: Option<String>,
    /// What its makers call it, such as `1F442`, and then what they call the variants that were folded into it.
    pub originals: Vec<String>,
    /// Label and description in other languages, where the index has them: (language, label, description).
    pub translations: Vec<(String, String, String)>,
}

impl Symbol {
    /// Its name for people, in `language` where the pack knows it.
    pub fn label_in(&self, language: &Language) -> &str {
        let translated = self.translations.iter().find(|(name, label, _)| name == language.base() && !label.is_empty());
        translated.map_or(&self.label, |(_, label, _)| label)
    }

    /// What it shows, in `language` where the pack knows it.
    pub fn description_in(&self, language: &Language) -> &str {
        let translated = self.translations.iter().find(|(name, _, description)| name == language.base() && !description.is_empty());
        translated.map_or(&self.description, |(_, _, description)| description)
    }
}

/// A folder of symbols with one licence.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its name.
    pub name: PackName,
    /// What it says about itself.
    pub facts: PackFacts,
    /// What is wrong with `pack.yaml`, and its index line by line.
    pub faults: Vec<PackFault>,
    symbols: Vec<Symbol>,
    by_id: FxHashMap<String, usize>,
    by_other_name: FxHashMap<String, Vec<usize>>,
    has_other_licences: bool,
}

/// What is wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFault {
    /// The file.
    pub path: SitePath,
    /// What.
    pub kind: PackFaultKind,
}

/// The kinds of [`PackFault`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackFaultKind {
    /// A setting of `pack.yaml`.
    Settings(SettingsFault),
    /// The folder has no index `symbols.csv`.
    NoIndex,
    /// The index lacks a column: its name.
    NoColumn(&'static str),
    /// A line of the index cannot be read. Holds the reader's words.
    BadLine(Span, String),
    /// Two symbols have one name.
    TwoSymbols(Span, String),
    /// A line names a file that is not a plain file of the pack.
    BadFile(Span, String),
}

/// What a look into a pack brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// One symbol.
    One(&'a Symbol),
    /// Several symbols have this other name.
    Several(Vec<&'a Symbol>),
    /// None.
    Nothing,
}

impl Pack {
    /// Puts a pack together. Where two symbols have one id, the first one counts.
    pub fn new(name: PackName, facts: PackFacts, symbols: Vec<Symbol>, faults: Vec<PackFault>) -> Self {
        let mut by_id = FxHashMap::default();
        let mut by_other_name: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (place, symbol) in symbols.iter().enumerate() {
            by_id.entry(symbol.id.0.to_string()).or_insert(place);
            for name in std::iter::once(&symbol.label).chain(&symbol.other_names) {
                let places = by_other_name.entry(super::slug(name)).or_default();
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        let has_other_licences = symbols.iter().any(|symbol| symbol.licence.is_some());
        Self { name, facts, faults, symbols, by_id, by_other_name, has_other_licences }
    }

    /// Whether a symbol has another licence than the pack.
    pub fn has_other_licences(&self) -> bool {
        self.has_other_licences
    }

    /// Every symbol, in the order of the index.
    pub fn symbols(&self) -> &[Symbol] {
        &self.symbols
    }

    /// The symbols that have another name for which `is_it` holds, in the order of the index. Names are as addresses have them.
    pub fn with_other_name(&self, is_it: impl Fn(&str) -> bool) -> Vec<&Symbol> {
        let found = self.by_other_name.iter().filter(|(name, _)| is_it(name)).flat_map(|(_, places)| places);
        let mut places: Vec<usize> = found.copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|place| &self.symbols[place]).collect()
    }

    /// The symbol with the name `name`, or the one that has it as an other name.
    pub fn find(&self, name: &str) -> Found<'_> {
        if let Some(place) = self.by_id.get(name) {
            return Found::One(&self.symbols[*place]);
        }
        let name = super::slug(name);
        if let Some(place) = self.by_id.get(&name) {
            return Found::One(&self.symbols[*place]);
        }
        match self.by_other_name.get(&name).map(Vec::as_slice) {
            None | Some([]) => Found::Nothing,
            Some([place]) => Found::One(&self.symbols[*place]),
            Some(places) => Found::Several(places.iter().map(|place| &self.symbols[*place]).collect()),
        }
    }
}
