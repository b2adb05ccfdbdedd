//! The folder for the site: is it ours to fill?

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::Error;
use crate::toolkit::Route;

/// The file in a site that tells what we wrote. Its first line says so to people, the others name a file each.
pub const MARK: &str = ".alongside-site";

/// Files that systems put into every folder.
const SYSTEM_FILES: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// A folder that may be filled with a site.
pub struct Target {
    /// The folder.
    pub path: PathBuf,
    /// The files of the site that stands there, by their addresses; none when there is no site.
    pub files: BTreeSet<String>,
    /// Whether there is a folder at all.
    pub exists: bool,
}

impl Target {
    /// Looks at the folder `path` for the site of the toolkit at `toolkit`.
    ///
    /// # Errors
    /// It must not be filled.
    pub fn look(path: &Path, toolkit: &Path) -> Result<Self, Error> {
        let path = absolute(path)?;
        let refuse = |why| Err(Error::Target(path.clone(), why));
        if let Ok(facts) = fs::symlink_metadata(&path) {
            if facts.is_symlink() {
                return refuse("it is a link");
            }
            if !facts.is_dir() {
                return refuse("it is a file");
            }
        }
        if path.parent().is_none() {
            return refuse("it is the top of the disk");
        }
        if std::env::home_dir().is_some_and(|home| absolute(&home).is_ok_and(|home| home == path)) {
            return refuse("it is your home folder");
        }
        let toolkit = absolute(toolkit)?;
        if toolkit.starts_with(&path) {
            return refuse("your toolkit lies in it");
        }
        if ["content", "symbols", "themes"].iter().any(|folder| path.starts_with(toolkit.join(folder))) {
            return refuse("it is a folder of your toolkit");
        }
        Self::open(path)
    }

    /// Looks at the folder `path` for a pack of symbols.
    ///
    /// # Errors
    /// Somebody else has put files there.
    pub fn look_for_pack(path: &Path) -> Result<Self, Error> {
        let path = absolute(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if fs::symlink_metadata(&path).is_ok_and(|facts| !facts.is_dir()) {
            return Err(Error::Pack(format!("The folder symbols/{name} is a file or a link."), "Choose another name: --name".to_owned()));
        }
        Self::open(path).map_err(|error| match error {
            Error::Foreign(_, file) => {
                let what = format!("The folder symbols/{name} holds a file that Alongside did not make: {file}.");
                Error::Pack(what, "Move that file to another place. Or choose another name for the pack: --name".to_owned())
            }
            error => error,
        })
    }

    fn open(path: PathBuf) -> Result<Self, Error> {
        restore(&path)?;
        let exists = path.is_dir();
        let files = if exists { our_files(&path)? } else { BTreeSet::new() };
        Ok(Self { path, files, exists })
    }
}

/// The path with all links in the folders above it followed, and without `..`. The folder itself need not be there.
fn absolute(path: &Path) -> Result<PathBuf, Error> {
    let path = std::path::absolute(path).map_err(|source| Error::read(path, &source))?;
    let mut whole = PathBuf::new();
    let mut parts = path.components().peekable();
    while let Some(part) = parts.next() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(whole.pop()),
            part => whole.push(part),
        }
        // The folder itself may be a link, which is refused. Folders that are not there lead nowhere else.
        let is_last = parts.peek().is_none() && part != Component::ParentDir;
        if !is_last && let Ok(followed) = whole.canonicalize() {
            whole = followed;
        }
    }
    Ok(whole)
}

/// The nearest folder above `path` that is there.
pub fn folder_above(path: &Path) -> Option<&Path> {
    path.ancestors().skip(1).find(|above| above.is_dir())
}

/// The folder in which a new site is made, beside the old one.
pub fn new_folder(target: &Path) -> PathBuf {
    beside(target, "new")
}

/// The folder to which the old site goes where two folders cannot be exchanged at once.
pub fn old_folder(target: &Path) -> PathBuf {
    beside(target, "old")
}

fn beside(target: &Path, what: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.alongside-{what}"))
}

/// Ends what a build that was cut off left behind: puts the old site back when there is none, and clears the rest away.
fn restore(target: &Path) -> Result<(), Error> {
    let old = old_folder(target);
    if old.join(MARK).is_file() && fs::symlink_metadata(target).is_err() {
        fs::rename(&old, target).map_err(|source| Error::write(target, &source))?;
    }
    for left in [old, new_folder(target)] {
        remove(&left)?;
    }
    Ok(())
}

/// Clears a folder of ours away. Nothing happens when it is not there.
pub fn remove(folder: &Path) -> Result<(), Error> {
    match fs::symlink_metadata(folder) {
        Ok(facts) if facts.is_dir() => fs::remove_dir_all(folder).map_err(|source| Error::write(folder, &source)),
        Ok(_) => fs::remove_file(folder).map_err(|source| Error::write(folder, &source)),
        Err(_) => Ok(()),
    }
}

/// The addresses of the site at `target`.
///
/// # Errors
/// The folder holds a file that we did not write.
fn our_files(target: &Path) -> Result<BTreeSet<String>, Error> {
    let mut found = Vec::new();
    list(target, "", &mut found)?;
    let mark = fs::read_to_string(target.join(MARK)).ok();
    let listed: BTreeSet<&str> = mark.as_deref().unwrap_or("").lines().skip(1).collect();
    for name in &found {
        let plain = name.rsplit('/').next().unwrap_or(name);
        if !listed.contains(name.as_str()) && !SYSTEM_FILES.contains(&plain) && name != MARK {
            return Err(Error::Foreign(target.to_owned(), name.clone()));
        }
    }
    Ok(found.into_iter().filter(|name| listed.contains(name.as_str())).collect())
}

fn list(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<(), Error> {
    let entries = fs::read_dir(folder).map_err(|source| Error::read(folder, &source))?;
    for entry in entries.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => list(&entry.path(), &format!("{name}/"), found)?,
            _ => found.push(name),
        }
    }
    Ok(())
}

/// The contents of the mark for a site of these files.
pub fn mark<'a>(files: impl Iterator<Item = &'a Route>) -> String {
    let mut text = String::from("Alongside made the files in this folder, and will replace them. They are:\n");
    for route in files {
        text.push_str(route.as_str());
        text.push('\n');
    }
    text
}
