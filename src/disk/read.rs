//! Opens files of a toolkit: the one function through which every read goes.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;

use cap_std::fs::{Dir, Metadata, MetadataExt, OpenOptions};

use super::error::words_of;
use crate::toolkit::{ReadFile, SitePath};

/// The most bytes of any one file.
pub const FILE_BYTES_MAX: u64 = 2 * 1024 * 1024 * 1024;

/// The folder of a toolkit, open. No path leads out of it: not by `..`, not by a link.
pub struct Root {
    dir: Dir,
}

/// What a file is like: when it has another size or time of change, it has been written again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Its size in bytes.
    pub size: u64,
    /// When it was last changed, in nanoseconds since 1970.
    pub changed_ns: u128,
}

impl Stamp {
    /// What the system says of a file outside of the toolkit.
    pub fn of_file(facts: std::fs::Metadata) -> Self {
        Self::of(&Metadata::from_just_metadata(facts))
    }

    /// What the system says of a file.
    pub fn of(facts: &Metadata) -> Self {
        let positive = |number: i64| u128::from(number.max(0).unsigned_abs());
        Self { size: facts.len(), changed_ns: positive(facts.mtime()) * 1_000_000_000 + positive(facts.mtime_nsec()) }
    }
}

/// Why a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// It is no plain file.
    NotAFile,
    /// It has more bytes than the limit: this many.
    TooBig(u64),
    /// The system did not let us.
    Io(io::Error),
}

impl Root {
    /// Opens the folder at `path`.
    pub fn open(path: &std::path::Path) -> io::Result<Arc<Self>> {
        let dir = Dir::open_ambient_dir(path, cap_std::ambient_authority())?;
        Ok(Arc::new(Self { dir }))
    }

    /// The folder, for looking around in it.
    pub fn dir(&self) -> &Dir {
        &self.dir
    }

    /// The contents of the file at `path`, of `limit` bytes at the most, and what it was like when it was opened.
    pub fn read(&self, path: &str, limit: u64) -> Result<(Vec<u8>, Stamp), ReadError> {
        let (file, stamp) = self.plain_file(path)?;
        if stamp.size > limit {
            return Err(ReadError::TooBig(stamp.size));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(stamp.size).unwrap_or(0));
        // The file may grow while it is read.
        file.take(limit + 1).read_to_end(&mut bytes).map_err(ReadError::Io)?;
        if bytes.len() as u64 > limit {
            return Err(ReadError::TooBig(bytes.len() as u64));
        }
        Ok((bytes, stamp))
    }

    /// The contents of the file at `path` from `start`, `length` bytes at the most.
    fn part(&self, path: &str, start: u64, length: u64) -> Result<Vec<u8>, ReadError> {
        let (mut file, _) = self.plain_file(path)?;
        file.seek(SeekFrom::Start(start)).map_err(ReadError::Io)?;
        let mut bytes = Vec::new();
        file.take(length).read_to_end(&mut bytes).map_err(ReadError::Io)?;
        Ok(bytes)
    }

    /// Opens a plain file, and tells what it is like.
    fn plain_file(&self, path: &str) -> Result<(cap_std::fs::File, Stamp), ReadError> {
        let file = self.dir.open_with(path, &options()).map_err(ReadError::Io)?;
        let facts = file.metadata().map_err(ReadError::Io)?;
        if facts.is_file() { Ok((file, Stamp::of(&facts))) } else { Err(ReadError::NotAFile) }
    }
}

#[cfg(unix)]
fn options() -> OpenOptions {
    use cap_std::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    // A pipe that somebody put in the place of a file must not hold us up.
    options.read(true).custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    options
}

#[cfg(not(unix))]
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    options
}

fn words(error: ReadError) -> String {
    match error {
        ReadError::NotAFile => "it is no plain file".to_owned(),
        ReadError::TooBig(size) => format!("it is too big: {} MB", size / 1024 / 1024),
        ReadError::Io(error) => words_of(&error),
    }
}

impl ReadFile for Root {
    fn read(&self, path: &SitePath) -> Result<Vec<u8>, String> {
        self.read(path.as_str(), FILE_BYTES_MAX).map(|(bytes, _)| bytes).map_err(words)
    }

    fn read_part(&self, path: &SitePath, start: u64, length: u64) -> Result<Vec<u8>, String> {
        self.part(path.as_str(), start, length).map_err(words)
    }
}
