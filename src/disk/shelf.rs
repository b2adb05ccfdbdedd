//! The shelf of a toolkit: what was costly to make, kept in its folder `.alongside/shelf` from one build to the next. To
//! delete it does no harm, and neither does a file in it that is damaged: what is not there is made again.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use cap_std::fs::Dir;

use super::memory;
use crate::toolkit::{ContentHash, Shelf};

/// The folder.
const FOLDER: &str = "shelf";
/// The most bytes that are kept: about two thousand photos.
const BYTES_MAX: u64 = 1024 * 1024 * 1024;
/// The length of the hash that each file begins with.
const HASH_BYTES: usize = 32;

/// The shelf of a toolkit on the disk. Where nothing can be written it keeps nothing.
pub struct DiskShelf {
    root: PathBuf,
    /// Its folder, once it is there; `None` in it where none can be made.
    folder: OnceLock<Option<Dir>>,
    /// The names that this build has used.
    used: Mutex<HashSet<String>>,
    bytes_max: u64,
}

impl DiskShelf {
    /// The shelf of the toolkit at `root`.
    pub fn open(root: &Path) -> Self {
        Self { root: root.to_owned(), folder: OnceLock::new(), used: Mutex::default(), bytes_max: BYTES_MAX }
    }

    /// The folder, if it is there: who only looks leaves no folder behind.
    fn there(&self) -> Option<&Dir> {
        let is_there = || memory::is_there(&self.root, FOLDER);
        if self.folder.get().is_some() || is_there() { self.made() } else { None }
    }

    /// The folder, made when it is not there.
    fn made(&self) -> Option<&Dir> {
        let make = || {
            let folder = memory::folder(&self.root)?;
            if folder.symlink_metadata(FOLDER).is_err() {
                folder.create_dir(FOLDER).ok()?;
            }
            folder.symlink_metadata(FOLDER).ok()?.is_dir().then(|| folder.open_dir(FOLDER).ok())?
        };
        self.folder.get_or_init(make).as_ref()
    }

    fn note(&self, name: String) -> bool {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name)
    }

    /// Takes away what this build did not use, the oldest first, until the rest is within the limit; and what other builds
    /// were writing when they were cut off.
    fn tidy(&self, folder: &Dir) -> std::io::Result<()> {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let mut files = Vec::new();
        for entry in folder.entries()?.flatten() {
            let (Ok(name), Ok(facts)) = (entry.file_name().into_string(), entry.metadata()) else { continue };
            let changed = facts.modified().map_or(SystemTime::UNIX_EPOCH, cap_std::time::SystemTime::into_std);
            files.push((used.contains(&name), changed, name, facts.len()));
        }
        let mut total: u64 = files.iter().map(|(.., size)| size).sum();
        files.sort();
        for (is_used, _, name, size) in files {
            if total > self.bytes_max || (name.ends_with(memory::UNFINISHED) && !is_used) {
                folder.remove_file(&name)?;
                total -= size;
            }
        }
        Ok(())
    }
}

impl Shelf for DiskShelf {
    fn take(&self, name: &ContentHash) -> Option<Vec<u8>> {
        let bytes = self.there()?.read(name.hex()).ok()?;
        let (hash, contents) = bytes.split_at_checked(HASH_BYTES)?;
        if hash != ContentHash::of(contents).as_bytes() {
            return None;
        }
        self.note(name.hex());
        Some(contents.to_vec())
    }

    fn keep(&self, name: &ContentHash, bytes: &[u8]) {
        let Some(folder) = self.made() else { return };
        let hash = ContentHash::of(bytes);
        // Another thread may keep the same: two files with the same contents.
        if self.note(name.hex()) {
            let _ = memory::write_whole(folder, &name.hex(), |out| out.write_all(hash.as_bytes()).and_then(|()| out.write_all(bytes)));
        }
    }
}

impl Drop for DiskShelf {
    fn drop(&mut self) {
        if let Some(folder) = self.there() {
            // What stays too long is taken away by the next build.
            let _ = self.tidy(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf(root: &Path, bytes_max: u64) -> DiskShelf {
        let mut shelf = DiskShelf::open(root);
        shelf.bytes_max = bytes_max;
        shelf
    }

    #[test]
    fn what_is_kept_can_be_taken_until_it_is_damaged() {
        let root = tempfile::tempdir().unwrap();
        let (one, other) = (ContentHash::of(b"1"), ContentHash::of(b"2"));
        shelf(root.path(), 1000).keep(&one, b"one");
        assert_eq!(shelf(root.path(), 1000).take(&one).as_deref(), Some(b"one".as_slice()));
        assert_eq!(shelf(root.path(), 1000).take(&other), None);
        let file = root.path().join(".alongside/shelf").join(one.hex());
        for damaged in [&b""[..], b"short", &[7; 40]] {
            std::fs::write(&file, damaged).unwrap();
            let again = shelf(root.path(), 1000);
            assert_eq!(again.take(&one), None);
            again.keep(&one, b"one");
            assert_eq!(again.take(&one).as_deref(), Some(b"one".as_slice()));
        }
    }

    #[test]
    fn a_full_shelf_gives_up_what_nobody_used() {
        let root = tempfile::tempdir().unwrap();
        let names: Vec<ContentHash> = (0..10_u8).map(|n| ContentHash::of(&[n])).collect();
        for name in &names {
            shelf(root.path(), 10_000).keep(name, &[0; 68]);
        }
        std::fs::write(root.path().join(".alongside/shelf/x.7.new"), "half").unwrap();
        let small = shelf(root.path(), 300);
        let used: Vec<&ContentHash> = names.iter().step_by(4).collect();
        assert!(used.iter().all(|name| small.take(name).is_some()));
        drop(small);
        let left = shelf(root.path(), 10_000);
        assert!(used.iter().all(|name| left.take(name).is_some()));
        assert_eq!(std::fs::read_dir(root.path().join(".alongside/shelf")).unwrap().count(), used.len());
    }

    #[test]
    fn a_folder_that_cannot_be_written_keeps_nothing() {
        let none = DiskShelf::open(Path::new("/nowhere/at/all"));
        none.keep(&ContentHash::of(b"1"), b"one");
        assert_eq!(none.take(&ContentHash::of(b"1")), None);
    }
}
