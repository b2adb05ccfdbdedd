//! A ZIP, a packed folder (`.tgz`, `.tar`) or a folder with somebody's pictures, opened with care.
//!
//! Nothing is ever written where an archive says: names are looked at first, and only contents are handed on.

mod archive;
mod folder;
mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use super::Error;
use crate::toolkit::Bundle;
pub use names::Danger;
use names::Names;

/// The most files of one pack.
const FILES_MAX: usize = 100_000;
/// The most bytes of one file.
const FILE_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// The most bytes of all files together, as they come out.
const BYTES_MAX: u64 = 1024 * 1024 * 1024;
/// How many times larger than itself an archive may become. Drawings shrink to a tenth at the best.
const RATIO_MAX: u64 = 200;
/// Below this size nobody asks for the ratio.
const RATIO_FROM_BYTES: u64 = 16 * 1024 * 1024;

/// How the files of a bundle are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Zip,
    Tar,
    TarGz,
}

/// An archive or folder whose names have been found to be safe.
struct Opened {
    title: String,
    names: Vec<String>,
    read: Reader,
}

type Reader = Box<dyn Fn(&BTreeSet<String>) -> Result<BTreeMap<String, Vec<u8>>, Trouble>>;

impl Bundle for Opened {
    fn title(&self) -> &str {
        &self.title
    }

    fn names(&self) -> &[String] {
        &self.names
    }

    fn read(&self, wanted: &BTreeSet<String>) -> Result<BTreeMap<String, Vec<u8>>, String> {
        (self.read)(wanted).map_err(|trouble| trouble.words())
    }
}

/// Why a bundle is not read.
#[derive(Debug)]
enum Trouble {
    /// A name that could do harm.
    Name(String, Danger),
    /// The system, or the archive's reader, did not let us.
    Io(std::io::Error),
    /// The archive is damaged. Holds its reader's words.
    Damaged(String),
}

impl Trouble {
    fn words(&self) -> String {
        match self {
            Self::Name(name, danger) => format!("the file “{name}” {danger}"),
            Self::Io(error) => super::error::words_of(error),
            Self::Damaged(why) => format!("it is damaged ({why})"),
        }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        // Readers of archives hand our own refusals through as errors of the system.
        Self::Io(error)
    }
}

/// Opens the pack at `path`.
///
/// # Errors
/// It is not there, it is no archive that we know, or it holds something that could do harm.
pub fn open_bundle(path: &Path) -> Result<Box<dyn Bundle>, Error> {
    let title = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if path.is_dir() {
        let title = if title.is_empty() { "pack".to_owned() } else { title };
        return open(&title, path, folder::list(path), folder::reader(path));
    }
    let mut file = File::open(path).map_err(|source| Error::read(path, &source))?;
    let Some(kind) = kind_of(&mut file) else {
        let what = format!("The file {title} is no ZIP and no packed folder.");
        return Err(Error::Pack(what, "Give a ZIP file, a .tgz file, or a folder.".to_owned()));
    };
    open(&title, path, archive::list(path, kind), archive::reader(path, kind))
}

fn open(title: &str, path: &Path, names: Result<Names, Trouble>, read: Reader) -> Result<Box<dyn Bundle>, Error> {
    match names {
        Ok(names) => Ok(Box::new(Opened { title: title.to_owned(), names: names.finish(), read })),
        Err(Trouble::Io(error)) => Err(Error::read(path, &error)),
        Err(trouble @ Trouble::Damaged(_)) => {
            let what = format!("{title} cannot be opened: {}.", trouble.words());
            Err(Error::Pack(what, "Fetch it again from its makers.".to_owned()))
        }
        Err(trouble @ Trouble::Name(..)) => {
            let what = format!("{title} is not safe to open: {}.", trouble.words());
            Err(Error::Pack(what, "Nothing was taken from it. Fetch it again from its makers, or ask them about it.".to_owned()))
        }
    }
}

/// The kind of an archive by its first bytes.
fn kind_of(file: &mut File) -> Option<Kind> {
    let mut head = [0; 512];
    let length = file.read(&mut head).ok()?;
    file.seek(SeekFrom::Start(0)).ok()?;
    match &head[..length] {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(Kind::Zip),
        [0x1F, 0x8B, ..] => Some(Kind::TarGz),
        head if head.get(257..262) == Some(b"ustar") => Some(Kind::Tar),
        _ => None,
    }
}
