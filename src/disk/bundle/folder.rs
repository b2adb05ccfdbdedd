//! A folder with somebody's pictures.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::names::Names;
use super::{Danger, FILE_BYTES_MAX, Reader, Trouble};
use crate::disk::read::{ReadError, Root};

/// How deep folders may lie inside each other.
const DEPTH_MAX: usize = 16;

/// The names of the files in the folder. Links are passed over: they may lead anywhere.
pub fn list(path: &Path) -> Result<Names, Trouble> {
    let root = Root::open(path)?;
    let mut names = Names::default();
    walk(&root, "", 0, &mut names)?;
    Ok(names)
}

fn walk(root: &Root, folder: &str, depth: usize, names: &mut Names) -> Result<(), Trouble> {
    if depth > DEPTH_MAX {
        return Err(Trouble::Name(folder.to_owned(), Danger::TooMuch));
    }
    let entries = if folder.is_empty() { root.dir().entries()? } else { root.dir().read_dir(folder)? };
    for entry in entries {
        let entry = entry?;
        let file_name = entry.file_name();
        let name = file_name.to_string_lossy();
        if name.starts_with('.') || matches!(&*name, "node_modules" | "Thumbs.db" | "desktop.ini") {
            continue;
        }
        let name = if folder.is_empty() { name.into_owned() } else { format!("{folder}/{name}") };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(root, &name, depth + 1, names)?;
        } else if kind.is_file() {
            names.add(&name, entry.metadata()?.len())?;
        }
    }
    Ok(())
}

/// Reads files of the folder.
pub fn reader(path: &Path) -> Reader {
    let path: PathBuf = path.to_owned();
    Box::new(move |wanted: &BTreeSet<String>| {
        let root = Root::open(&path)?;
        let mut found = BTreeMap::new();
        for name in wanted {
            let (bytes, _) = root.read(name, FILE_BYTES_MAX).map_err(|error| match error {
                ReadError::NotAFile => Trouble::Name(name.clone(), Danger::NoFile),
                ReadError::TooBig(_) => Trouble::Name(name.clone(), Danger::TooBig),
                ReadError::Io(error) => Trouble::Io(error),
            })?;
            found.insert(name.clone(), bytes);
        }
        Ok(found)
    })
}
