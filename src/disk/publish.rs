//! Publishes a site: all of it, or nothing.
//!
//! A file that is the same as in the site that stands there is only noted. The others are written to a folder beside it.
//! In the end the unchanged ones are linked into that folder too, and the two folders change places at once. Until
//! then, and whatever happens, the old site is whole.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::Error;
use super::read::Stamp;
use super::target::{self, MARK, Target};
use crate::toolkit::{Output, Route};

/// A site on its way to the disk.
pub struct Publish {
    target: Target,
    new: PathBuf,
    /// The nearest folder above that was there from the beginning.
    above: Option<PathBuf>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Files that are the same as before.
    same: Vec<Put>,
    /// Files that are new or changed.
    written: Vec<Put>,
    /// Folders that are there, seen from the new folder.
    folders: FxHashSet<Box<str>>,
    /// What went wrong first.
    failed: Option<Error>,
}

/// A file of the site, and what it was like when it was written or compared. `None` when that must be asked for.
pub type Put = (Route, Option<Stamp>);

/// What publishing brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriteReport {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that are the same as before.
    pub same: usize,
    /// Files that are gone.
    pub removed: usize,
    /// Every file of the site.
    pub files: Vec<Put>,
}

impl Publish {
    /// Begins to fill `folder` with the site of the toolkit at `toolkit`.
    ///
    /// # Errors
    /// The folder must not be filled.
    pub fn begin(folder: &Path, toolkit: &Path) -> Result<Self, Error> {
        let target = Target::look(folder, toolkit)?;
        let new = target::new_folder(&target.path);
        let above = target::folder_above(&target.path).map(Path::to_owned);
        Ok(Self { target, new, above, state: Mutex::default() })
    }

    /// Begins to fill `folder` with a pack of symbols.
    ///
    /// # Errors
    /// The folder must not be filled.
    pub fn begin_pack(folder: &Path) -> Result<Self, Error> {
        let target = Target::look_for_pack(folder)?;
        let new = target::new_folder(&target.path);
        let above = target::folder_above(&target.path).map(Path::to_owned);
        Ok(Self { target, new, above, state: Mutex::default() })
    }

    /// The folder that is filled.
    pub fn folder(&self) -> &Path {
        &self.target.path
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts the new site in the place of the old one.
    ///
    /// # Errors
    /// A file could not be written. The old site is whole.
    pub fn finish(self) -> Result<WriteReport, Error> {
        let report = self.exchange();
        // This clears the old site away, or a new one that did not come to its end. If it cannot, the next build does.
        let _ = target::remove(&self.new);
        if report.is_err() {
            self.clear_folders_above();
        }
        report
    }

    /// Gives up: the old site stays.
    pub fn abandon(self) {
        // What is left behind is cleared away by the next build.
        let _ = target::remove(&self.new);
        self.clear_folders_above();
    }

    /// Takes the folders away that were made only to hold the site. Those that hold anything stay.
    fn clear_folders_above(&self) {
        let made = self.target.path.ancestors().skip(1).take_while(|folder| self.above.as_deref() != Some(*folder));
        for folder in made {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }

    fn exchange(&self) -> Result<WriteReport, Error> {
        let mut state = self.state();
        if let Some(error) = state.failed.take() {
            return Err(error);
        }
        let State { same, written, .. } = &mut *state;
        let mut files: Vec<Put> = same.iter().chain(&*written).cloned().collect();
        for puts in [&mut files, same, written] {
            puts.sort_unstable();
            puts.dedup_by(|again, first| {
                let is_same = again.0 == first.0;
                if is_same {
                    // Either of them was written last.
                    first.1 = None;
                }
                is_same
            });
        }
        let is_made = |name: &String| files.binary_search_by(|(route, _)| route.as_str().cmp(name)).is_ok();
        let removed = self.target.files.iter().filter(|name| !is_made(name)).count();
        let report = WriteReport { written: written.len(), same: same.len(), removed, files };
        if report.written == 0 && report.removed == 0 && self.target.exists {
            return Ok(report);
        }
        fs::create_dir_all(&self.new).map_err(|source| Error::write(&self.new, &source))?;
        link_all(&self.target.path, &self.new, same)?;
        let mark = self.new.join(MARK);
        fs::write(&mark, target::mark(report.files.iter().map(|(route, _)| route))).map_err(|source| Error::write(&mark, &source))?;
        sync(&self.new).map_err(|source| Error::write(&self.new, &source))?;
        change_places(&self.new, &self.target.path, self.target.exists).map_err(|source| Error::write(&self.target.path, &source))?;
        Ok(report)
    }

    /// Writes one file into the new folder, unless the old site has it already: whether it did, and what the file is like.
    fn write(&self, route: &Route, bytes: &[u8]) -> Result<(bool, Option<Stamp>), Error> {
        if self.target.files.contains(route.as_str())
            && let Some(stamp) = same_file(&self.target.path.join(route.as_str()), bytes)
        {
            return Ok((false, Some(stamp)));
        }
        let file = self.new.join(route.as_str());
        let folder = route.folder();
        let known = self.state().folders.contains(folder);
        if !known {
            let made = self.new.join(folder);
            fs::create_dir_all(&made).map_err(|source| Error::write(&made, &source))?;
            self.state().folders.insert(folder.into());
        }
        let stamp = write_new(&file, bytes).map_err(|source| Error::write(&file, &source))?;
        Ok((true, stamp))
    }
}

impl Output for Publish {
    fn put(&self, route: &Route, bytes: &[u8]) {
        if self.state().failed.is_some() {
            return;
        }
        let result = self.write(route, bytes);
        let mut state = self.state();
        match result {
            Ok((true, stamp)) => state.written.push((route.clone(), stamp)),
            Ok((false, stamp)) => state.same.push((route.clone(), stamp)),
            Err(error) => drop(state.failed.get_or_insert(error)),
        }
    }
}

/// What the file is like, when it holds just these bytes.
fn same_file(file: &Path, bytes: &[u8]) -> Option<Stamp> {
    let facts = fs::symlink_metadata(file).ok()?;
    let is_same = facts.is_file() && facts.len() == bytes.len() as u64 && fs::read(file).is_ok_and(|old| old == bytes);
    if is_same { Some(Stamp::of_file(facts)) } else { None }
}

/// Writes a file, and tells what it is like then. `None` where a system knows that only when the file is closed.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<Option<Stamp>> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    if cfg!(unix) { Ok(Some(Stamp::of_file(file.metadata()?))) } else { Ok(None) }
}

/// Links files of one folder into another; where the disk knows no links they are copied.
fn link_all(from: &Path, to: &Path, files: &[Put]) -> Result<(), Error> {
    let folders: BTreeSet<&str> = files.iter().map(|(route, _)| route.folder()).collect();
    for folder in folders.into_iter().map(|folder| to.join(folder)) {
        fs::create_dir_all(&folder).map_err(|source| Error::write(&folder, &source))?;
    }
    files.par_iter().try_for_each(|(route, _)| {
        let (old, new) = (from.join(route.as_str()), to.join(route.as_str()));
        fs::hard_link(&old, &new).or_else(|_| copy(&old, &new)).map_err(|source| Error::write(&new, &source))
    })
}

/// Copies a file with its time of change, for it has not changed. A disk that does not keep times costs the next build some time.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    let _ = fs::File::options().write(true).open(to).and_then(|file| file.set_modified(fs::metadata(from)?.modified()?));
    Ok(())
}

/// Waits until everything in the folder is on the disk: once for all files.
#[cfg(target_os = "linux")]
fn sync(folder: &Path) -> io::Result<()> {
    rustix::fs::syncfs(fs::File::open(folder)?)?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Puts the folder `new` in the place of `target`.
fn change_places(new: &Path, target: &Path, target_exists: bool) -> io::Result<()> {
    if !target_exists {
        return fs::rename(new, target);
    }
    if exchange_at_once(new, target)? {
        return Ok(());
    }
    // Two steps. When we are cut off between them, the next build finds the old site under its other name.
    let old = target::old_folder(target);
    fs::rename(target, &old)?;
    if let Err(error) = fs::rename(new, target) {
        fs::rename(&old, target)?;
        return Err(error);
    }
    fs::remove_dir_all(&old)
}

/// Exchanges two folders in one step. `false` where the system or the disk cannot do that.
#[cfg(target_os = "linux")]
fn exchange_at_once(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP | Errno::PERM) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange_at_once(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
