//! A folder -> a snapshot of the toolkit in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::words_of;
use super::read::{ReadError, Root, Stamp};
use super::{Error, Folder};
use crate::toolkit::{Contents, ReadFile, Refused, RefusedWhy, SitePath, Snapshot};
use cap_std::fs::{Dir, DirEntry};
use jiff::civil::Date;

/// The file that makes a folder a toolkit.
const MARK: &str = "alongside.yaml";
/// The folders of a toolkit.
pub const FOLDERS: [&str; 4] = ["content", "profiles", "symbols", "themes"];
/// The files at the top of a toolkit.
const FILES: [&str; 3] = ["alongside.yaml", "words.yaml", "pictures.yaml"];
/// The most files of one toolkit.
const FILES_MAX: usize = 500_000;
/// A folder of the tools that designers use. It holds very many files, and none of a theme.
const DESIGNERS: &str = "node_modules";
/// How deep folders may lie inside each other.
const DEPTH_MAX: usize = 32;
/// The most bytes of one text.
const TEXT_BYTES_MAX: u64 = 2 * 1024 * 1024;

/// The toolkit around `start`: the nearest folder that holds `alongside.yaml`.
///
/// # Errors
/// There is none.
pub fn find_toolkit(start: &Path) -> Result<PathBuf, Error> {
    let start = start.canonicalize().map_err(|source| Error::read(start, &source))?;
    start.ancestors().find(|folder| folder.join(MARK).is_file()).map(Path::to_owned).ok_or(Error::NoToolkit(start.clone()))
}

/// Takes a snapshot of the toolkit at `root`, with everything that comes with Alongside underneath.
///
/// Texts are read at once; photos, films and the like when they are asked for.
///
/// # Errors
/// The folder itself cannot be opened. What cannot be read inside is noted in the snapshot.
pub fn snapshot(root: &Path, today: Date, is_text: fn(&SitePath) -> bool) -> Result<Snapshot, Error> {
    Ok(Folder::open(root, today, is_text)?.into_snapshot())
}

/// A file that is there.
pub struct FoundFile {
    /// Where.
    pub path: SitePath,
    /// Its size and time of change, where the system has been asked for them.
    pub stamp: Option<Stamp>,
}

impl FoundFile {
    /// Asks the system for its size and time of change.
    ///
    /// # Errors
    /// It cannot be told, or is no plain file any more.
    pub fn look(&self, root: &Root) -> Result<Stamp, Refused> {
        let refuse = |why| Refused { path: self.path.to_string(), why };
        let facts = root.dir().metadata(self.path.as_str()).map_err(|error| refuse(RefusedWhy::Unreadable(words_of(&error))))?;
        if facts.is_file() { Ok(Stamp::of(&facts)) } else { Err(refuse(RefusedWhy::NotAFile)) }
    }
}

/// Reads a file, or notes the way to it. Tells what it was like then.
///
/// # Errors
/// Why it is passed over.
pub fn read(root: &Arc<Root>, found: &FoundFile, is_text: fn(&SitePath) -> bool) -> Result<(Contents, Stamp), Refused> {
    if !is_text(&found.path) {
        let stamp = found.stamp.map_or_else(|| found.look(root), Ok)?;
        let reader: Arc<dyn ReadFile> = root.clone();
        return Ok((Contents::Waiting { reader, size: stamp.size, changed_ns: stamp.changed_ns }, stamp));
    }
    let why = match root.read(found.path.as_str(), TEXT_BYTES_MAX) {
        Ok((bytes, stamp)) => return Ok((Contents::Held(bytes.into()), stamp)),
        Err(ReadError::NotAFile) => RefusedWhy::NotAFile,
        Err(ReadError::TooBig(size)) => RefusedWhy::TooBig(size, TEXT_BYTES_MAX),
        Err(ReadError::Io(error)) => RefusedWhy::Unreadable(words_of(&error)),
    };
    Err(Refused { path: found.path.to_string(), why })
}

/// A way through the folders of a toolkit.
pub struct Walk<'a> {
    root: &'a Arc<Root>,
    /// The files that are there.
    pub files: Vec<FoundFile>,
    /// What is passed over.
    pub refused: Vec<Refused>,
}

impl<'a> Walk<'a> {
    /// A walk that has not begun.
    pub fn new(root: &'a Arc<Root>) -> Self {
        Self { root, files: Vec::new(), refused: Vec::new() }
    }

    /// Finds all files of the toolkit.
    pub fn everything(&mut self) {
        for name in FILES {
            self.top_file(name);
        }
        self.top_pictures();
        for name in FOLDERS {
            match self.root.dir().symlink_metadata(name) {
                Ok(facts) if facts.is_dir() => self.folder(name, 0),
                Ok(_) => self.refuse(name, RefusedWhy::Link),
                Err(_) => {}
            }
        }
    }

    fn refuse(&mut self, path: impl Into<String>, why: RefusedWhy) {
        self.refused.push(Refused { path: path.into(), why });
    }

    fn top_file(&mut self, name: &str) {
        if self.root.dir().symlink_metadata(name).is_ok() {
            self.file(name.to_owned());
        }
    }

    /// Pictures at the top: the logo.
    fn top_pictures(&mut self) {
        let Ok(entries) = self.root.dir().entries() else { return };
        let names = entries
            .flatten()
            .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
            .filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| is_top_picture(name)).collect();
        names.sort();
        for name in names.into_iter().filter(|name| !is_passed_over(name)) {
            self.file(name);
        }
    }

    fn folder(&mut self, path: &str, depth: usize) {
        if depth >= DEPTH_MAX {
            return self.refuse(path, RefusedWhy::TooDeep(DEPTH_MAX));
        }
        let entries = self.root.dir().open_dir(path).and_then(|dir: Dir| dir.entries());
        let mut entries: Vec<DirEntry> = match entries {
            Ok(entries) => entries.flatten().collect(),
            Err(error) => return self.refuse(path, RefusedWhy::Unreadable(words_of(&error))),
        };
        entries.sort_by_cached_key(DirEntry::file_name);
        for entry in entries {
            self.entry(path, &entry, depth);
        }
    }

    fn entry(&mut self, folder: &str, entry: &DirEntry, depth: usize) {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.contains('\\') && !name.contains(char::is_control)) else {
            let path = format!("{folder}/{}", name.to_string_lossy().replace(char::is_control, "\u{FFFD}"));
            return self.refuse(path, RefusedWhy::BadName);
        };
        let path = format!("{folder}/{name}");
        if is_passed_over(name) || (name == DESIGNERS && path.starts_with("themes/")) {
            return;
        }
        if self.files.len() >= FILES_MAX {
            if !self.refused.iter().any(|refused| matches!(refused.why, RefusedWhy::TooMany(_))) {
                self.refuse(path, RefusedWhy::TooMany(FILES_MAX));
            }
            return;
        }
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => self.folder(&path, depth + 1),
            Ok(kind) if kind.is_file() => match SitePath::new(&path) {
                Some(path) => self.files.push(FoundFile { path, stamp: None }),
                None => self.refuse(path, RefusedWhy::BadName),
            },
            Ok(kind) if kind.is_symlink() => self.file(path),
            Ok(_) => self.refuse(path, RefusedWhy::NotAFile),
            Err(error) => self.refuse(path, RefusedWhy::Unreadable(words_of(&error))),
        }
    }

    /// Notes a file. A link counts when it leads to a plain file inside the toolkit.
    pub fn file(&mut self, path: String) {
        let Some(site_path) = SitePath::new(&path) else { return self.refuse(path, RefusedWhy::BadName) };
        match self.root.dir().metadata(&path) {
            Ok(facts) if facts.is_file() => self.files.push(FoundFile { path: site_path, stamp: Some(Stamp::of(&facts)) }),
            Ok(facts) if facts.is_dir() => self.refuse(path, RefusedWhy::Link),
            Ok(_) => self.refuse(path, RefusedWhy::NotAFile),
            Err(_) => self.refuse(path, RefusedWhy::Link),
        }
    }
}

/// Files that belong to a program or the system, not to the author: hidden ones, and those that editors put beside the real
/// one while they save.
fn is_passed_over(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || matches!(crate::toolkit::extension_of(name).as_str(), "tmp" | "bak" | "orig" | "swp")
        || matches!(name, "Thumbs.db" | "desktop.ini" | "Icon\r" | "4913")
}

/// Whether the file or folder at this path, seen from the toolkit, belongs to it.
pub fn is_of_toolkit(path: &str) -> bool {
    let mut parts = path.split('/');
    let first = parts.next().unwrap_or_default();
    if !path.contains('/') {
        return FOLDERS.contains(&first) || FILES.contains(&first) || (is_top_picture(first) && !is_passed_over(first));
    }
    FOLDERS.contains(&first) && !parts.any(|part| is_passed_over(part) || (first == "themes" && part == DESIGNERS))
}

/// Whether a file at the top of a toolkit is a picture: the logo.
fn is_top_picture(name: &str) -> bool {
    matches!(crate::toolkit::extension_of(name).as_str(), "png" | "jpg" | "jpeg" | "webp" | "svg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_files_of_the_author_count() {
        for path in ["content", "content/a.md", "content/a/b c.jpg", "alongside.yaml", "logo.svg", "themes/ours/styles/1.css"] {
            assert!(is_of_toolkit(path), "{path}");
        }
        for path in [
            "public/index.html",
            ".git/index",
            "content/.a.md.swp",
            "content/a.md~",
            "content/#a.md#",
            "content/4913",
            "content/.hidden/a.md",
            "notes.txt",
            "themes/ours/node_modules/x.css",
        ] {
            assert!(!is_of_toolkit(path), "{path}");
        }
    }
}
