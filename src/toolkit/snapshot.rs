//! All files of a toolkit at one moment: the only input of a build.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{ContentHash, NoShelf, Shelf, SitePath};

/// The files of a toolkit at one moment, with those that come with Alongside underneath, and the day.
#[derive(Clone)]
pub struct Snapshot {
    files: BTreeMap<SitePath, SourceFile>,
    refused: Vec<Refused>,
    today: Date,
    shelf: Arc<dyn Shelf>,
}

/// A file of a [`Snapshot`].
#[derive(Clone)]
pub struct SourceFile {
    /// Whether the author's toolkit has it, or it comes with Alongside.
    pub origin: Origin,
    /// Its bytes, or the way to them.
    pub contents: Contents,
}

/// Who a file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The author's toolkit.
    Toolkit,
    /// Alongside itself: the default theme and the starter pack.
    BuiltIn,
}

/// The bytes of a file, or the way to them.
#[derive(Clone)]
pub enum Contents {
    /// Held in memory: texts.
    Held(Arc<[u8]>),
    /// Compiled into the program.
    Static(&'static [u8]),
    /// Read when it is asked for: photos, films.
    Waiting {
        /// Reads the file.
        reader: Arc<dyn ReadFile>,
        /// Its size in bytes when the snapshot was taken.
        size: u64,
        /// When it was last changed, in nanoseconds since 1970.
        changed_ns: u128,
    },
}

impl Contents {
    /// Whether both are the same. Bytes that both hold in the same place of memory are not compared; files that wait count
    /// by size and time of change.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Held(old), Self::Held(new)) => Arc::ptr_eq(old, new) || old == new,
            (Self::Static(old), Self::Static(new)) => std::ptr::eq(*old, *new) || old == new,
            (Self::Waiting { size: a, changed_ns: b, .. }, Self::Waiting { size: c, changed_ns: d, .. }) => (a, b) == (c, d),
            _ => false,
        }
    }
}

/// Reads a file of a toolkit, safely.
pub trait ReadFile: Send + Sync {
    /// The whole contents of `path`.
    ///
    /// # Errors
    /// The system's words on why not.
    fn read(&self, path: &SitePath) -> Result<Vec<u8>, String>;

    /// The bytes of `path` from `start`, `length` of them at the most.
    ///
    /// # Errors
    /// The system's words on why not.
    fn read_part(&self, path: &SitePath, start: u64, length: u64) -> Result<Vec<u8>, String>;
}

/// A file or folder that was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its path; the parts that are no proper text are shown as `�`.
    pub path: String,
    /// Why.
    pub why: RefusedWhy,
}

/// Why a file was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefusedWhy {
    /// A link that leads out of the toolkit, in circles or nowhere, or to a folder.
    Link,
    /// No plain file: a device, a pipe, a socket.
    NotAFile,
    /// The name cannot be used on every system: it is no proper text, or has `\` or a control character in it.
    BadName,
    /// Too big to be a text: (size, limit), in bytes.
    TooBig(u64, u64),
    /// Folders inside folders, deeper than this.
    TooDeep(usize),
    /// More files than this.
    TooMany(usize),
    /// The system did not let us read it. Holds its words.
    Unreadable(String),
}

impl Snapshot {
    /// Leaves the files to the system, which takes their memory back when the program ends. To take them apart takes longer.
    pub fn leave(self) {
        // The shelf still puts itself in order.
        let Self { files, .. } = self;
        std::mem::forget(files);
    }

    /// An empty toolkit on the day `today`.
    pub fn new(today: Date) -> Self {
        Self { files: BTreeMap::new(), refused: Vec::new(), today, shelf: Arc::new(NoShelf) }
    }

    /// The same toolkit, with what earlier builds kept.
    pub fn with_shelf(self, kept: Arc<dyn Shelf>) -> Self {
        Self { shelf: kept, ..self }
    }

    /// What earlier builds kept.
    pub fn shelf(&self) -> &dyn Shelf {
        &*self.shelf
    }

    /// The same toolkit with one file more, or another one in its place.
    pub fn insert(&mut self, path: SitePath, file: SourceFile) {
        self.files.insert(path, file);
    }

    /// Adds a text of the author's, for tests and for tools that hold texts of their own.
    ///
    /// # Errors
    /// The path, when it is none.
    pub fn insert_text(&mut self, path: &str, text: &str) -> Result<(), String> {
        let path = SitePath::new(path).ok_or_else(|| path.to_owned())?;
        self.insert(path, SourceFile { origin: Origin::Toolkit, contents: Contents::Held(text.as_bytes().into()) });
        Ok(())
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &SitePath) {
        self.files.remove(path);
    }

    /// Notes a file that was passed over.
    pub fn refuse(&mut self, refused: Refused) {
        self.refused.push(refused);
    }

    /// What was passed over.
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// Forgets what was passed over.
    pub fn refuse_none(&mut self) {
        self.refused.clear();
    }

    /// Another day has come.
    pub fn set_today(&mut self, today: Date) {
        self.today = today;
    }

    /// The day of the build.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The file at `path`.
    pub fn get(&self, path: &SitePath) -> Option<&SourceFile> {
        self.files.get(path)
    }

    /// Whether there is a file at `path`.
    pub fn has(&self, path: &SitePath) -> bool {
        self.files.contains_key(path)
    }

    /// Every file, by path.
    pub fn files(&self) -> impl Iterator<Item = (&SitePath, &SourceFile)> {
        self.files.iter()
    }

    /// The files in `folder`, at any depth, by path.
    pub fn files_in<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a SitePath, &'a SourceFile)> {
        let from = SitePath::new(folder).map_or(Bound::Unbounded, Bound::Excluded);
        self.files
            .range((from, Bound::Unbounded))
            .skip_while(move |(path, _)| !path.is_in(folder))
            .take_while(move |(path, _)| path.is_in(folder))
    }

    /// The bytes of the file at `path`.
    ///
    /// # Errors
    /// The system's words, when the file is gone or cannot be read.
    pub fn read(&self, path: &SitePath) -> Result<Arc<[u8]>, String> {
        match self.files.get(path).map(|file| &file.contents) {
            None => Err("there is no such file".to_owned()),
            Some(Contents::Held(bytes)) => Ok(bytes.clone()),
            Some(Contents::Static(bytes)) => Ok((*bytes).into()),
            Some(Contents::Waiting { reader, .. }) => reader.read(path).map(Into::into),
        }
    }

    /// The size in bytes of the file at `path`.
    pub fn size(&self, path: &SitePath) -> Option<u64> {
        self.files.get(path).map(|file| match &file.contents {
            Contents::Held(bytes) => bytes.len() as u64,
            Contents::Static(bytes) => bytes.len() as u64,
            Contents::Waiting { size, .. } => *size,
        })
    }

    /// The bytes of the file at `path` from `start`, `length` of them at the most.
    ///
    /// # Errors
    /// The system's words, when the file is gone or cannot be read.
    pub fn read_part(&self, path: &SitePath, start: u64, length: u64) -> Result<Vec<u8>, String> {
        if let Some(Contents::Waiting { reader, .. }) = self.files.get(path).map(|file| &file.contents) {
            return reader.read_part(path, start, length);
        }
        let bytes = self.read(path)?;
        let place = |n: u64| usize::try_from(n).unwrap_or(usize::MAX).min(bytes.len());
        Ok(bytes[place(start)..place(start.saturating_add(length))].to_vec())
    }

    /// A hash of everything that a build can see. Files that wait count by size and time of change.
    pub fn fingerprint(&self) -> ContentHash {
        // Hashes of many small files take longer than those of a few long stretches.
        const TOGETHER: usize = 64;
        let files: Vec<_> = self.files.iter().collect();
        let hash = |files: &[(&SitePath, &SourceFile)]| {
            let mut parts: Vec<u8> = Vec::new();
            let mut add = |part: &[u8]| {
                parts.extend_from_slice(&part.len().to_le_bytes());
                parts.extend_from_slice(part);
            };
            for (path, file) in files {
                add(path.as_str().as_bytes());
                match &file.contents {
                    Contents::Held(bytes) => [&b"held"[..], bytes].into_iter().for_each(&mut add),
                    Contents::Waiting { size, changed_ns, .. } => add(format!("waiting {size} {changed_ns}").as_bytes()),
                    // The program's own stamp stands for them.
                    Contents::Static(_) => add(b"static"),
                }
            }
            ContentHash::of(&parts)
        };
        let hashes: Vec<ContentHash> = files.par_chunks(TOGETHER).map(hash).collect();
        let refused = format!("{:?} {}", self.refused, self.today);
        ContentHash::of_parts(hashes.iter().map(|hash| hash.as_bytes().as_slice()).chain([refused.as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_folder_are_found() {
        let mut snapshot = Snapshot::new(Date::constant(2026, 11, 22));
        for path in ["content-old/x.md", "content.md", "content/a.md", "content/g/b.md", "words.yaml"] {
            snapshot.insert_text(path, "x").unwrap();
        }
        let found: Vec<_> = snapshot.files_in("content").map(|(path, _)| path.as_str()).collect();
        assert_eq!(found, ["content/a.md", "content/g/b.md"]);
        assert_eq!(snapshot.files_in("none").count(), 0);
    }

    #[test]
    fn the_fingerprint_sees_every_change() {
        let mut snapshot = Snapshot::new(Date::constant(2026, 11, 22));
        let empty = snapshot.fingerprint();
        snapshot.insert_text("a.md", "x").unwrap();
        let one = snapshot.fingerprint();
        snapshot.insert_text("a.md", "y").unwrap();
        let changed = snapshot.fingerprint();
        assert!(empty != one && one != changed && empty != changed);
        assert_eq!(snapshot.fingerprint(), changed);
    }
}
