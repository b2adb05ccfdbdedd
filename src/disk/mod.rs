//! The only place that touches files: reads a toolkit into a snapshot, and publishes a site, all of it or nothing.
#![allow(clippy::disallowed_methods)]

mod builtin;
mod bundle;
mod clock;
mod discover;
mod error;
mod files;
mod folder;
mod memory;
mod publish;
mod read;
mod shelf;
mod source;
mod target;
mod watch;

pub use builtin::{insert_into as insert_builtin, new_toolkit_files};
pub use bundle::open_bundle;
pub use clock::today;
pub use discover::{find_toolkit, snapshot};
pub use error::Error;
pub use files::{folder_in_repository, folder_of, path_inside, read_text, replace, write_whole};
pub use folder::Folder;
pub use memory::{LastBuild, Lock, program_stamp};
pub use publish::{Publish, WriteReport};
pub use shelf::DiskShelf;
pub use source::{add_to_text, write_file};
pub use watch::{Change, Watch};

use std::path::Path;

/// The folder in which the program was called.
///
/// # Errors
/// It is gone.
pub fn current_folder() -> Result<std::path::PathBuf, Error> {
    std::env::current_dir().map_err(|source| Error::read(Path::new("."), &source))
}

/// The text that is put into the program.
///
/// # Errors
/// It cannot be read, or is longer than any guide.
pub fn read_input() -> Result<String, Error> {
    use std::io::Read;
    const BYTES_MAX: u64 = 16 * 1024 * 1024;
    let mut bytes = Vec::new();
    let unreadable = |source: &std::io::Error| Error::read(Path::new("the input"), source);
    std::io::stdin().take(BYTES_MAX + 1).read_to_end(&mut bytes).map_err(|source| unreadable(&source))?;
    if bytes.len() as u64 > BYTES_MAX {
        return Err(unreadable(&std::io::ErrorKind::FileTooLarge.into()));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
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

/// Opens an address in the browser of the person at the machine. `false` when there is no way to.
pub fn open_in_browser(address: &str) -> bool {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(target_os = "windows") {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let mut command = std::process::Command::new(program);
    command.args(arguments).arg(address);
    let nothing = std::process::Stdio::null;
    command.stdin(nothing()).stdout(nothing()).stderr(nothing()).spawn().is_ok()
}

/// Lets this process hold as many connections open at a time as the system allows.
pub fn allow_many_connections() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let limit = getrlimit(Resource::Nofile);
        // Where the system says no, fewer connections are held.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit });
    }
}
