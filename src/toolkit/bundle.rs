//! A pack as its makers hand it out: a ZIP, a packed folder, or a folder.

use std::collections::{BTreeMap, BTreeSet};

/// Files with names, parted by `/`, that can be read; their names have been found to be safe.
pub trait Bundle {
    /// What it is called, for messages: the name of the file or folder.
    fn title(&self) -> &str;

    /// The names of all files, sorted.
    fn names(&self) -> &[String];

    /// The contents of the files with these names.
    ///
    /// # Errors
    /// Why they cannot be read, in words for people.
    fn read(&self, wanted: &BTreeSet<String>) -> Result<BTreeMap<String, Vec<u8>>, String>;
}
