//! A toolkit that is read again when it changes, and only what changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cap_std::fs::{Dir, OpenOptions};
use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::discover::{FoundFile, Walk, is_of_toolkit, read};
use super::read::{Root, Stamp};
use super::{Change, DiskShelf, Error, builtin};
use crate::toolkit::{Origin, SitePath, Snapshot, SourceFile};

/// Files that were changed so shortly before they were read may have been changed again within the same tick of the clock.
const TICK: Duration = Duration::from_secs(2);
/// How long a file that is gone is waited for: programs save by putting a new file in the place of the old one.
const SETTLE: Duration = Duration::from_millis(60);

/// The folder of a toolkit, with what was read of it.
pub struct Folder {
    path: PathBuf,
    root: Arc<Root>,
    is_text: fn(&SitePath) -> bool,
    /// Size and time of change of each file when it was read.
    stamps: FxHashMap<SitePath, Stamp>,
    read_at_ns: u128,
    snapshot: Snapshot,
}

impl Folder {
    /// Reads the toolkit at `path`.
    ///
    /// # Errors
    /// The folder itself cannot be opened.
    pub fn open(path: &Path, today: Date, is_text: fn(&SitePath) -> bool) -> Result<Self, Error> {
        let root = Root::open(path).map_err(|source| Error::read(path, &source))?;
        let mut snapshot = Snapshot::new(today);
        builtin::insert_into(&mut snapshot);
        let mut folder = Self { path: path.to_owned(), root, is_text, stamps: FxHashMap::default(), read_at_ns: 0, snapshot };
        folder.look_over();
        Ok(folder)
    }

    /// The same folder, with the shelf of its toolkit: photos that a build has made are not made again, nor those that are
    /// made now.
    pub fn with_shelf(self) -> Self {
        let kept = Arc::new(DiskShelf::open(&self.path));
        Self { snapshot: self.snapshot.with_shelf(kept), ..self }
    }

    /// The toolkit as it was read last.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// Gives the snapshot away.
    pub fn into_snapshot(self) -> Snapshot {
        self.snapshot
    }

    /// Reads what changed, on the day `today`.
    pub fn follow(&mut self, change: &Change, today: Date) {
        if today != self.snapshot.today() {
            self.snapshot.set_today(today);
        }
        match change {
            Change::Perhaps => self.reopen(),
            Change::Files(paths) => {
                if paths.iter().any(|path| self.is_gone(path)) {
                    std::thread::sleep(SETTLE);
                }
                if !paths.iter().all(|path| self.read_one(path)) {
                    self.reopen();
                }
            }
        }
    }

    fn is_gone(&self, path: &str) -> bool {
        SitePath::new(path).is_some_and(|path| self.stamps.contains_key(&path)) && self.root.dir().symlink_metadata(path).is_err()
    }

    /// Looks all files over, in the folder that stands at the path of the toolkit now.
    fn reopen(&mut self) {
        if let Ok(root) = Root::open(&self.path) {
            self.root = root;
        }
        self.look_over();
    }

    /// Looks all files over, and reads those that differ.
    fn look_over(&mut self) {
        let now_ns = now_ns();
        let mut walk = Walk::new(&self.root);
        walk.everything();
        let Walk { files, refused, .. } = walk;
        let found: FxHashSet<&SitePath> = files.iter().map(|file| &file.path).collect();
        let gone: Vec<SitePath> = self.stamps.keys().filter(|path| !found.contains(path)).cloned().collect();
        let differs = |file: &FoundFile| match self.stamps.get(&file.path) {
            // What cannot be told is found out when it is read.
            Some(known) => file.stamp.or_else(|| file.look(&self.root).ok()).is_none_or(|stamp| {
                let is_fresh = stamp.changed_ns + TICK.as_nanos() > self.read_at_ns;
                is_fresh || stamp != *known
            }),
            None => true,
        };
        let new: Vec<FoundFile> = files.into_par_iter().filter(differs).collect();
        for path in gone {
            self.forget(&path);
        }
        self.snapshot.refuse_none();
        for refused in refused {
            self.snapshot.refuse(refused);
        }
        self.read_all(new);
        self.read_at_ns = now_ns;
    }

    fn read_all(&mut self, files: Vec<FoundFile>) {
        self.stamps.reserve(files.len());
        let contents: Vec<_> = files.par_iter().map(|file| read(&self.root, file, self.is_text)).collect();
        for (contents, FoundFile { path, .. }) in contents.into_iter().zip(files) {
            match contents {
                Ok((contents, stamp)) => {
                    // The same bytes stay where they are, so that nobody has to compare them again.
                    let same = self.snapshot.get(&path).is_some_and(|old| old.contents.is_same(&contents));
                    if !same {
                        self.snapshot.insert(path.clone(), SourceFile { origin: Origin::Toolkit, contents });
                    }
                    self.stamps.insert(path, stamp);
                }
                Err(refused) => {
                    self.forget(&path);
                    self.snapshot.refuse(refused);
                }
            }
        }
    }

    /// Takes a file out. A file of ours that it hid comes back.
    fn forget(&mut self, path: &SitePath) {
        self.stamps.remove(path);
        match builtin::file(path) {
            Some(file) => self.snapshot.insert(path.clone(), file),
            None => self.snapshot.remove(path),
        }
    }

    /// Reads one file again. `false` when that is not enough: the path is a folder, or something that cannot be read.
    fn read_one(&mut self, name: &str) -> bool {
        if !is_of_toolkit(name) {
            return true;
        }
        let Some(path) = SitePath::new(name) else { return false };
        let is_refused = |path: &str| self.snapshot.refused().iter().any(|refused| refused.path == path);
        match self.root.dir().symlink_metadata(name) {
            Ok(facts) if facts.is_file() && !is_refused(name) => {
                let mut walk = Walk::new(&self.root);
                walk.file(name.to_owned());
                let (files, refused) = (walk.files, walk.refused);
                self.read_all(files);
                refused.is_empty() && !self.snapshot.refused().iter().any(|refused| refused.path == name)
            }
            Ok(_) => false,
            Err(_) if is_refused(name) || self.snapshot.files_in(name).next().is_some() => false,
            Err(_) => {
                if self.stamps.contains_key(&path) {
                    self.forget(&path);
                }
                true
            }
        }
    }

    /// Puts `new` in the place of the text `old` in the file at `path`, which must be a plain file that still holds `old`.
    ///
    /// # Errors
    /// The file holds something else, or cannot be written. Then it is as it was.
    pub fn replace(root: &Path, path: &SitePath, old: &[u8], new: &[u8]) -> Result<(), Error> {
        let shown = root.join(path.as_str());
        let failed = |source: std::io::Error| Error::write(&shown, &source);
        let opened = Root::open(root).map_err(failed)?;
        let dir: &Dir = opened.dir();
        let facts = dir.symlink_metadata(path.as_str()).map_err(failed)?;
        let holds = |root: &Root| root.read(path.as_str(), old.len() as u64).is_ok_and(|(bytes, _)| bytes == old);
        if !facts.is_file() || !holds(&opened) {
            return Err(Error::ChangedMeanwhile(path.to_string()));
        }
        let folder = if path.folder().is_empty() { String::new() } else { format!("{}/", path.folder()) };
        let beside = format!("{folder}.{}.alongside-new", path.file_name());
        let write = || -> std::io::Result<()> {
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            let mut file = dir.open_with(&beside, &options)?;
            std::io::Write::write_all(&mut file, new)?;
            file.set_permissions(facts.permissions())?;
            file.sync_all()?;
            // Once more, as late as can be.
            if !holds(&opened) {
                return Err(std::io::ErrorKind::ResourceBusy.into());
            }
            dir.rename(&beside, dir, path.as_str())
        };
        write().map_err(|source| {
            // What we wrote beside it must not stay. If it cannot be removed, its name keeps it out of the site.
            let _ = dir.remove_file(&beside);
            match source.kind() {
                std::io::ErrorKind::ResourceBusy => Error::ChangedMeanwhile(path.to_string()),
                _ => failed(source),
            }
        })
    }
}

fn now_ns() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos())
}
