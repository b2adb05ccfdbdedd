//! The only place that touches files: reads a toolkit into a snapshot, and publishes a site, all of it or nothing.
#![allow(clippy::disallowed_methods)]

mod builtin;
mod clock;
mod discover;
mod error;
mod memory;
mod publish;
mod read;
mod target;

pub use builtin::{insert_into as insert_builtin, new_toolkit_files};
pub use clock::today;
pub use discover::{find_toolkit, snapshot};
pub use error::Error;
pub use memory::{LastBuild, Lock, program_stamp};
pub use publish::{Publish, WriteReport};

use std::path::Path;

/// The folder in which the program was called.
///
/// # Errors
/// It is gone.
pub fn current_folder() -> Result<std::path::PathBuf, Error> {
    std::env::current_dir().map_err(|source| Error::read(Path::new("."), &source))
}

/// Whether the user wants no colours (<https://no-color.org>).
pub fn asks_for_no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Creates the folder `path` with these files in it. Nothing that is there is touched.
///
/// # Errors
/// The folder is there already and is not empty, or cannot be written.
pub fn create_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    let occupied = std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some());
    if occupied || path.is_file() {
        return Err(Error::Occupied(path.to_owned()));
    }
    for (name, bytes) in files {
        let file = path.join(name);
        let write = || -> std::io::Result<()> {
            if let Some(folder) = file.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(&file, bytes)
        };
        write().map_err(|source| Error::write(&file, &source))?;
    }
    Ok(())
}
