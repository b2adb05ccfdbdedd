//! ZIP and tar. Sizes are counted as bytes come out: what a header says of them is not believed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use super::names::{Names, check};
use super::{BYTES_MAX, Danger, FILE_BYTES_MAX, FILES_MAX, Kind, RATIO_FROM_BYTES, RATIO_MAX, Reader, Trouble};

/// The bits of a Unix mode that say what a file is.
const KIND_BITS: u32 = 0o170_000;

type Zip = zip::ZipArchive<BufReader<File>>;

/// The names of the files in an archive.
pub fn list(path: &Path, kind: Kind) -> Result<Names, Trouble> {
    let mut names = Names::default();
    if kind == Kind::Zip {
        let mut zip = open_zip(path)?;
        for place in 0..zip.len() {
            let (name, size) = look(&mut zip, place)?;
            if !name.ends_with('/') {
                names.add(&name, size)?;
            }
        }
        return Ok(names);
    }
    each_of_tar(path, kind, &mut |name, entry| {
        // The header may lie: the bytes are counted as they pass.
        let size = io::copy(entry, &mut io::sink())?;
        names.add(name, size)
    })?;
    Ok(names)
}

/// Reads files of an archive.
pub fn reader(path: &Path, kind: Kind) -> Reader {
    let path: PathBuf = path.to_owned();
    Box::new(move |wanted: &BTreeSet<String>| if kind == Kind::Zip { read_zip(&path, wanted) } else { read_tar(&path, kind, wanted) })
}

fn open_zip(path: &Path) -> Result<Zip, Trouble> {
    let told = told_entries(path)?;
    let zip = zip::ZipArchive::new(BufReader::new(File::open(path)?)).map_err(zip_trouble)?;
    // Of two entries with one name the library keeps one. Then nobody knows which of them others would see.
    if told.is_some_and(|told| told != zip.len()) {
        return Err(Trouble::Name(path.file_name().unwrap_or_default().to_string_lossy().into_owned(), Danger::Twice));
    }
    if zip.len() > FILES_MAX {
        return Err(Trouble::Name(path.file_name().unwrap_or_default().to_string_lossy().into_owned(), Danger::TooMuch));
    }
    Ok(zip)
}

/// How many entries the end of a ZIP tells of; `None` when there are too many for the old form of that number.
fn told_entries(path: &Path) -> Result<Option<usize>, Trouble> {
    use std::io::{Seek, SeekFrom};
    const END_BYTES: u64 = 22 + 65_535;
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(END_BYTES)))?;
    let mut end = Vec::new();
    file.take(END_BYTES).read_to_end(&mut end)?;
    let Some(at) = memchr::memmem::rfind(&end, b"PK\x05\x06") else { return Ok(None) };
    let count = end.get(at + 10..at + 12).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]));
    Ok(count.filter(|count| *count != u16::MAX).map(usize::from))
}

/// The name and size of an entry, when it is safe.
fn look(zip: &mut Zip, place: usize) -> Result<(String, u64), Trouble> {
    let entry = zip.by_index_raw(place).map_err(zip_trouble)?;
    let name = String::from_utf8(entry.name_raw().to_vec())
        .map_err(|error| Trouble::Name(String::from_utf8_lossy(error.as_bytes()).chars().take(80).collect(), Danger::BadName))?;
    let refuse = |danger| Err(Trouble::Name(name.clone(), danger));
    check(&name).map_err(|danger| Trouble::Name(name.clone(), danger))?;
    if entry.encrypted() {
        return refuse(Danger::Locked);
    }
    let is_plain = entry.unix_mode().is_none_or(|mode| matches!(mode & KIND_BITS, 0 | 0o100_000 | 0o040_000));
    if !is_plain || entry.is_symlink() {
        return refuse(Danger::NoFile);
    }
    if entry.size() > RATIO_FROM_BYTES && entry.size() / entry.compressed_size().max(1) > RATIO_MAX {
        return refuse(Danger::Bomb);
    }
    Ok((name, entry.size()))
}

fn read_zip(path: &Path, wanted: &BTreeSet<String>) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut zip = open_zip(path)?;
    let mut found = BTreeMap::new();
    let mut total = 0;
    for place in 0..zip.len() {
        let (name, _) = look(&mut zip, place)?;
        if !wanted.contains(&name) {
            continue;
        }
        let entry = zip.by_index(place).map_err(zip_trouble)?;
        let packed = entry.compressed_size();
        let bytes = read_counted(entry, &name, &mut total)?;
        if bytes.len() as u64 > RATIO_FROM_BYTES && bytes.len() as u64 / packed.max(1) > RATIO_MAX {
            return Err(Trouble::Name(name, Danger::Bomb));
        }
        found.insert(name, bytes);
    }
    Ok(found)
}

fn zip_trouble(error: zip::result::ZipError) -> Trouble {
    match error {
        zip::result::ZipError::Io(error) => Trouble::Damaged(error.to_string()),
        other => Trouble::Damaged(other.to_string()),
    }
}

/// Reads an entry to its end, or to its limit.
fn read_counted(entry: impl Read, name: &str, total: &mut u64) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    entry.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(|error| Trouble::Damaged(error.to_string()))?;
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(Trouble::Name(name.to_owned(), Danger::TooBig));
    }
    *total += bytes.len() as u64;
    if *total > BYTES_MAX { Err(Trouble::Name(name.to_owned(), Danger::TooMuch)) } else { Ok(bytes) }
}

fn read_tar(path: &Path, kind: Kind, wanted: &BTreeSet<String>) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut found = BTreeMap::new();
    let mut total = 0;
    each_of_tar(path, kind, &mut |name, entry| {
        if wanted.contains(name) {
            found.insert(name.to_owned(), read_counted(entry, name, &mut total)?);
        }
        Ok(())
    })?;
    Ok(found)
}

type Visit<'a> = dyn FnMut(&str, &mut dyn Read) -> Result<(), Trouble> + 'a;

/// Calls `visit` for each plain file of a tar archive. Anything else but a folder is refused.
fn each_of_tar(path: &Path, kind: Kind, visit: &mut Visit<'_>) -> Result<(), Trouble> {
    let file = File::open(path)?;
    let packed = file.metadata()?.len();
    let reader: Box<dyn Read> = match kind {
        Kind::TarGz => Box::new(flate2::read::MultiGzDecoder::new(BufReader::new(file))),
        _ => Box::new(BufReader::new(file)),
    };
    let limit = BYTES_MAX.min((packed.max(1)).saturating_mul(RATIO_MAX).max(RATIO_FROM_BYTES));
    // One byte more than the limit, so that the end can be told from being cut off.
    let mut archive = tar::Archive::new(reader.take(limit + 1));
    let damaged = |error: io::Error| Trouble::Damaged(error.to_string());
    let mut passed = 0;
    for (count, entry) in archive.entries().map_err(damaged)?.enumerate() {
        let mut entry = entry.map_err(damaged)?;
        let name = String::from_utf8(entry.path_bytes().into_owned())
            .map_err(|error| Trouble::Name(String::from_utf8_lossy(error.as_bytes()).chars().take(80).collect(), Danger::BadName))?;
        let refuse = |danger| Err(Trouble::Name(name.clone(), danger));
        passed += entry.size();
        if count >= FILES_MAX || passed > limit {
            return refuse(if passed > limit { Danger::Bomb } else { Danger::TooMuch });
        }
        check(&name).map_err(|danger| Trouble::Name(name.clone(), danger))?;
        match entry.header().entry_type() {
            tar::EntryType::Directory | tar::EntryType::XGlobalHeader => {}
            tar::EntryType::Regular | tar::EntryType::Continuous => visit(&name, &mut entry)?,
            _ => return refuse(Danger::NoFile),
        }
    }
    Ok(())
}
