//! What is remembered between builds, in the folder `.alongside` of the toolkit. To delete it does no harm.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use cap_std::fs::{Dir, OpenOptions};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::Error;
use super::publish::Put;
use super::read::Stamp;
use super::target::MARK;
use crate::finding::Finding;
use crate::toolkit::ContentHash;

/// The folder.
const FOLDER: &str = ".alongside";
/// The file in it that tells of the last build.
const LAST_BUILD: &str = "last-build.json";

/// The ending of a file that is being written.
pub const UNFINISHED: &str = ".new";

/// As many bytes are written at a time.
const BUFFER_BYTES: usize = 64 * 1024;

/// Keeps other builds of the same toolkit out while it lives.
pub struct Lock {
    _file: Option<fs::File>,
}

impl Lock {
    /// Locks the toolkit at `root`. Where nothing can be written there, there is no lock, and nothing that it would guard.
    ///
    /// # Errors
    /// Another build is at work.
    pub fn take(root: &Path) -> Result<Self, Error> {
        let Some(folder) = folder(root) else { return Ok(Self { _file: None }) };
        let file = folder.open_with("lock", OpenOptions::new().create(true).truncate(false).write(true)).ok();
        let file = file.map(cap_std::fs::File::into_std);
        match file.as_ref().map(fs::File::try_lock) {
            Some(Err(fs::TryLockError::WouldBlock)) => Err(Error::Locked),
            _ => Ok(Self { _file: file }),
        }
    }
}

/// The folder of what is remembered, made when it is not there. A toolkit may come from somebody else: no link in it
/// leads us out of the folder, and a link in its place is left alone.
pub fn folder(root: &Path) -> Option<Dir> {
    let root = Dir::open_ambient_dir(root, cap_std::ambient_authority()).ok()?;
    if root.symlink_metadata(FOLDER).is_err() {
        root.create_dir(FOLDER).ok()?;
    }
    let folder = root.symlink_metadata(FOLDER).ok()?.is_dir().then(|| root.open_dir(FOLDER))?.ok()?;
    if folder.symlink_metadata(".gitignore").is_err() {
        folder.write(".gitignore", "*\n").ok()?;
    }
    Some(folder)
}

/// Whether something of this name is in the folder of what is remembered.
pub fn is_there(root: &Path, name: &str) -> bool {
    root.join(FOLDER).join(name).symlink_metadata().is_ok()
}

/// Writes a file whole or not at all: what `write` writes.
pub fn write_whole(folder: &Dir, name: &str, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let new = format!("{name}.{}{UNFINISHED}", std::process::id());
    let fill = || {
        let mut out = BufWriter::with_capacity(BUFFER_BYTES, folder.create(&new)?);
        write(&mut out)?;
        out.flush()
    };
    let written = fill().and_then(|()| folder.rename(&new, folder, name));
    if written.is_err() {
        let _ = folder.remove_file(&new);
    }
    written
}

/// What the last build saw, made and found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LastBuild {
    /// The hash of everything that it could see.
    seen: String,
    /// The folder that it filled.
    target: PathBuf,
    /// The files that it left there: (address, size in bytes, time of change in nanoseconds since 1970).
    files: Vec<(String, u64, u128)>,
    /// What it found.
    pub findings: Vec<Finding>,
}

impl LastBuild {
    /// What the last build of the toolkit at `root` left, when it saw the same and its site still stands untouched.
    pub fn recall(root: &Path, seen: &ContentHash, target: &Path) -> Option<Self> {
        let bytes = folder(root)?.read(LAST_BUILD).ok()?;
        let last: Self = serde_json::from_slice(&bytes).ok()?;
        let same = last.seen == seen.hex()
            && last.target == target
            && last
                .files
                .par_iter()
                .all(|(name, size, changed)| stamp(&target.join(name)) == Some(Stamp { size: *size, changed_ns: *changed }));
        same.then_some(last)
    }

    /// Remembers a build of the toolkit at `root`. Failing costs only time at the next build.
    /// `files` are those of its site.
    pub fn remember(root: &Path, seen: &ContentHash, target: &Path, files: &[Put], findings: Vec<Finding>) {
        let Some(folder) = folder(root) else { return };
        let files = files.iter().map(|(route, stamp)| (route.as_str(), *stamp)).chain([(MARK, None)]);
        let stamps = files.filter_map(|(name, known)| {
            let Stamp { size, changed_ns } = known.or_else(|| stamp(&target.join(name)))?;
            Some((name.to_owned(), size, changed_ns))
        });
        let last = Self { seen: seen.hex(), target: target.to_owned(), files: stamps.collect(), findings };
        let _ = write_whole(&folder, LAST_BUILD, |out| serde_json::to_writer(out, &last).map_err(io::Error::from));
    }

    /// Forgets the last build.
    pub fn forget(root: &Path) {
        if let Some(folder) = folder(root) {
            let _ = folder.remove_file(LAST_BUILD);
        }
    }
}

/// What the file at `path` is like.
fn stamp(path: &Path) -> Option<Stamp> {
    fs::symlink_metadata(path).ok().map(Stamp::of_file)
}

/// What tells this program from another version of it: its version, size and time of change.
pub fn program_stamp() -> String {
    let stamp = std::env::current_exe().ok().and_then(|program| stamp(&program));
    format!("{} {stamp:?}", env!("CARGO_PKG_VERSION"))
}
