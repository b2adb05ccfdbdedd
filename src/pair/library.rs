//! All packs of a toolkit.

use rustc_hash::FxHashMap;

use crate::parse;
use crate::toolkit::{Found, Pack, SitePath, Snapshot, Symbol};

/// The folder of a toolkit that holds its packs.
pub const SYMBOLS: &str = "symbols";

/// All packs of a toolkit, with the one that comes with Alongside.
#[derive(Clone, Debug, Default)]
pub struct Library {
    packs: Vec<Pack>,
    by_name: FxHashMap<String, usize>,
}

/// What a look into the library brings.
#[derive(Debug, PartialEq, Eq)]
pub enum Search<'a> {
    /// One symbol of one pack.
    One(&'a Pack, &'a Symbol),
    /// Several symbols of one pack have this other name.
    Several(Vec<&'a Symbol>),
    /// There is no pack of this name.
    NoPack(String),
    /// None.
    Nothing,
}

impl PartialEq for Pack {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Pack {}

impl Library {
    /// Reads every folder of `symbols/` that has a `pack.yaml` or an index.
    pub fn read(snapshot: &Snapshot) -> Self {
        let mut folders: Vec<&str> = snapshot
            .files_in(SYMBOLS)
            .filter_map(|(path, _)| path.below(SYMBOLS))
            .filter_map(|below| below.split_once('/'))
            .filter(|(_, file)| matches!(*file, "pack.yaml" | "symbols.csv"))
            .map(|(folder, _)| folder)
            .collect();
        folders.dedup();
        let packs: Vec<Pack> = folders.iter().filter_map(|folder| read_pack(snapshot, folder)).collect();
        let by_name = packs.iter().enumerate().map(|(place, pack)| (pack.name.0.to_string(), place)).collect();
        Self { packs, by_name }
    }

    /// Every pack, by name.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// The pack with this name.
    pub fn pack(&self, name: &str) -> Option<&Pack> {
        self.by_name.get(name).map(|place| &self.packs[*place])
    }

    /// The pack in whose folder a file lies.
    pub fn pack_of(&self, path: &SitePath) -> Option<&Pack> {
        self.pack(path.below(SYMBOLS)?.split_once('/')?.0)
    }

    /// Looks a symbol up in the packs of these names, in this order.
    pub fn find<'a>(&'a self, packs: impl IntoIterator<Item = &'a str>, name: &str) -> Search<'a> {
        let mut missing = None;
        let mut several = None;
        for pack_name in packs {
            let Some(pack) = self.pack(pack_name) else {
                missing.get_or_insert_with(|| pack_name.to_owned());
                continue;
            };
            match pack.find(name) {
                Found::One(symbol) => return Search::One(pack, symbol),
                Found::Several(symbols) => {
                    several.get_or_insert(symbols);
                }
                Found::Nothing => {}
            }
        }
        several.map(Search::Several).or_else(|| missing.map(Search::NoPack)).unwrap_or(Search::Nothing)
    }

    /// The one symbol that this name leads to in the packs of these names.
    pub fn one<'a>(&'a self, packs: impl IntoIterator<Item = &'a str>, name: &str) -> Option<(&'a Pack, &'a Symbol)> {
        match self.find(packs, name) {
            Search::One(pack, symbol) => Some((pack, symbol)),
            _ => None,
        }
    }
}

fn read_pack(snapshot: &Snapshot, folder: &str) -> Option<Pack> {
    let path = SitePath::new(SYMBOLS)?.join(folder)?;
    let text = |name: &str| {
        let bytes = snapshot.read(&path.join(name)?).ok()?;
        Some(parse::decode(&bytes).text)
    };
    let (settings, index) = (text("pack.yaml"), text("symbols.csv"));
    Some(parse::pack(&path, settings.as_deref(), index.as_deref()))
}
