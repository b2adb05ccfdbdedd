//! Packs as their makers publish them -> a pack as we keep it. One file a layout.
//!
//! The licence of the pictures is often not that of the package around them. So it stands here, in the file of each
//! layout, and is never read from a `package.json`.

mod draft;
mod error;
mod folder;
mod health_icons;
mod mulberry;
mod openmoji;
mod table;

use std::collections::{BTreeMap, BTreeSet};

pub use draft::{Draft, DraftSymbol};
pub use error::SourceError;

use crate::toolkit::{Bundle, OddityKind};

/// What the author decides about a pack that is taken in.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Which of the pack's styles, such as `black`; its usual one when nothing is said.
    pub style: Option<String>,
    /// The licence, for a folder that does not say it.
    pub licence: Option<String>,
}

/// A way in which packs are laid out.
pub struct Layout {
    /// Its name.
    pub name: &'static str,
    /// What it looks like, in words for people.
    pub looks: &'static str,
    /// Whether a bundle is laid out in this way.
    fits: fn(&Files<'_>) -> bool,
    /// Reads its list of symbols.
    read: fn(&Files<'_>, &Wishes) -> Result<Draft, SourceError>,
}

/// Every layout, the surest ones first.
pub const LAYOUTS: &[Layout] = &[openmoji::LAYOUT, health_icons::LAYOUT, mulberry::LAYOUT, folder::LAYOUT];

/// Reads the list of symbols of a pack, in whatever layout it is.
///
/// # Errors
/// The layout is unknown, or the list cannot be read.
pub fn read(bundle: &dyn Bundle, wishes: &Wishes) -> Result<Draft, SourceError> {
    let files = Files::new(bundle);
    let layout = LAYOUTS.iter().find(|layout| (layout.fits)(&files)).ok_or_else(|| SourceError::Layout(bundle.title().to_owned()))?;
    let mut draft = (layout.read)(&files, wishes)?;
    draft.finish();
    if draft.symbols.is_empty() {
        return Err(SourceError::Empty(bundle.title().to_owned()));
    }
    Ok(draft)
}

/// The files of a bundle, without the folder that holds all of them (`package/` in npm, `mulberry-symbols-3.6/` in a ZIP).
pub struct Files<'a> {
    bundle: &'a dyn Bundle,
    around: String,
    names: BTreeSet<&'a str>,
}

impl<'a> Files<'a> {
    fn new(bundle: &'a dyn Bundle) -> Self {
        let all = bundle.names();
        let first = all.first().and_then(|name| name.split_once('/')).map(|(folder, _)| format!("{folder}/"));
        let around = first.filter(|folder| all.iter().all(|name| name.starts_with(folder.as_str()))).unwrap_or_default();
        let names = all.iter().map(|name| &name[around.len()..]).collect();
        Self { bundle, around, names }
    }

    /// Whether there is a file with this name.
    fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The names of all files.
    fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.names.iter().copied()
    }

    /// The name of a file in the bundle itself.
    fn whole_name(&self, name: &str) -> String {
        format!("{}{name}", self.around)
    }

    /// The text of a file.
    fn text(&self, name: &str) -> Result<String, SourceError> {
        let whole = self.whole_name(name);
        let unreadable = |why: String| SourceError::Unreadable(name.to_owned(), why);
        let mut read: BTreeMap<String, Vec<u8>> = self.bundle.read(&BTreeSet::from([whole.clone()])).map_err(unreadable)?;
        let bytes = read.remove(&whole).ok_or_else(|| unreadable("it is not there".to_owned()))?;
        let read = crate::parse::decode(&bytes);
        if let Some(bad) = read.oddities.iter().find(|oddity| oddity.kind == OddityKind::NotUtf8) {
            let line = 1 + read.text[..bad.span.start as usize].matches('\n').count();
            return Err(SourceError::Line(name.to_owned(), line, "some of its letters are not in UTF-8".to_owned()));
        }
        Ok(read.text.to_string())
    }
}
