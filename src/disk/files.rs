//! Single files that the user names: reports and baselines.

use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};

use super::Error;
use crate::toolkit::SitePath;

/// The most bytes of a baseline.
const TEXT_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// The text of the file at `path`.
///
/// # Errors
/// It is not there, is no plain file or no text, or is far too long.
pub fn read_text(path: &Path) -> Result<String, Error> {
    let facts = fs::metadata(path).map_err(|source| Error::read_file(path, &source))?;
    let refuse = |why: &str| Err(Error::ReadFile(path.to_owned(), why.to_owned()));
    if !facts.is_file() {
        return refuse("it is no plain file");
    }
    if facts.len() > TEXT_BYTES_MAX {
        return refuse("it is too big");
    }
    let bytes = fs::read(path).map_err(|source| Error::read_file(path, &source))?;
    String::from_utf8(bytes).or_else(|_| refuse("it is no text"))
}

/// Writes a file whole, or not at all: what was there before stays until the new one stands.
///
/// # Errors
/// The system's words.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.alongside-new"));
    let write = || -> std::io::Result<()> {
        let mut file = fs::File::create(&beside)?;
        if let Ok(facts) = fs::metadata(path) {
            file.set_permissions(facts.permissions())?;
        }
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(|source| {
        let _ = fs::remove_file(&beside);
        Error::write(path, &source)
    })
}

/// Puts `new` in the place of `old` in a file of the toolkit at `root`.
///
/// # Errors
/// The file is not any more what it was, or is a link, or cannot be written. Then it stays as it is.
pub fn replace(root: &Path, path: &SitePath, old: &[u8], new: &[u8]) -> Result<(), Error> {
    let file = path.as_str().split('/').fold(root.to_owned(), |folder, name| folder.join(name));
    let facts = fs::symlink_metadata(&file).map_err(|source| Error::read_file(&file, &source))?;
    if !facts.is_file() {
        return Err(Error::Write(file, "it is a link or no plain file".to_owned()));
    }
    let now = fs::read(&file).map_err(|source| Error::read_file(&file, &source))?;
    if now != old {
        return Err(Error::Changed(file));
    }
    write_whole(&file, new)
}

/// The way from the folder `root` to `path`, with `/` between the names; empty for `root` itself. `None` when `path` is not inside.
///
/// # Errors
/// There is nothing at `path`.
pub fn path_inside(root: &Path, path: &Path) -> Result<Option<String>, Error> {
    let canonical = |path: &Path| path.canonicalize().map_err(|source| Error::read_file(path, &source));
    let (root, path) = (canonical(root)?, canonical(path)?);
    Ok(path.strip_prefix(&root).ok().map(with_slashes))
}

/// The way from the top of the repository to the toolkit at `root`, with a `/` at its end; empty when they are the same,
/// and when there is no repository.
pub fn folder_in_repository(root: &Path) -> String {
    let Ok(root) = root.canonicalize() else { return String::new() };
    let top = root.ancestors().find(|folder| folder.join(".git").exists());
    let inside = top.and_then(|top| root.strip_prefix(top).ok()).map(with_slashes).unwrap_or_default();
    if inside.is_empty() { inside } else { inside + "/" }
}

/// The folder of a path that may be that of a file.
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !path.is_dir() => parent.to_owned(),
        _ => path.to_owned(),
    }
}

fn with_slashes(path: &Path) -> String {
    let names = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}
