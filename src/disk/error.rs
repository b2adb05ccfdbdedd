//! What can go wrong between us and the system, in words for authors.

use std::io;
use std::path::{Path, PathBuf};

/// Why a toolkit could not be read, or a site not be published. What was there before stays as it was.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No toolkit around this folder.
    #[error("There is no toolkit here. A toolkit is a folder with the file alongside.yaml in it. Looked in {0} and the folders above.")]
    NoToolkit(PathBuf),
    /// A folder cannot be read.
    #[error("The folder {0} cannot be opened: {1}.")]
    Read(PathBuf, String),
    /// A file that the user named cannot be read.
    #[error("The file {0} cannot be opened: {1}.")]
    ReadFile(PathBuf, String),
    /// A file was changed by somebody else in the meantime.
    #[error("The file {0} was changed in the meantime, so it was left as it is.")]
    Changed(PathBuf),
    /// A file cannot be written.
    #[error("The file {0} cannot be written: {1}.")]
    Write(PathBuf, String),
    /// The folder for a new toolkit is not empty.
    #[error("The folder {0} is there already, and it is not empty.")]
    Occupied(PathBuf),
    /// The site must not go there.
    #[error("The site cannot be written to {0}: {1}.")]
    Target(PathBuf, &'static str),
    /// The folder for the site holds a file of somebody else's.
    #[error("The folder {0} holds a file that Alongside did not make: {1}.")]
    Foreign(PathBuf, String),
    /// Something that does not exist was asked for: (what, what to do).
    #[error("{0}")]
    Unknown(String, String),
    /// A pack was not taken in: (what, what to do).
    #[error("{0}")]
    Pack(String, String),
    /// A file was changed by somebody else since it was read.
    #[error("The file {0} has changed meanwhile. Nothing was written.")]
    ChangedMeanwhile(String),
    /// The preview can use none of the ports that it tried: (the first one, the system's words).
    #[error("The preview cannot use the port {0}: {1}.")]
    Port(u16, String),
    /// Another build is at work.
    #[error("Another build of this toolkit is at work.")]
    Locked,
}

impl Error {
    /// A file that cannot be written.
    pub fn write(path: &Path, source: &io::Error) -> Self {
        Self::Write(path.to_owned(), words_of(source))
    }

    /// A file that cannot be read.
    pub fn read_file(path: &Path, source: &io::Error) -> Self {
        Self::ReadFile(path.to_owned(), words_of(source))
    }

    /// A folder that cannot be read.
    pub fn read(path: &Path, source: &io::Error) -> Self {
        Self::Read(path.to_owned(), words_of(source))
    }

    /// What the author can do.
    pub fn hint(&self) -> &str {
        match self {
            Self::NoToolkit(_) => "Go into the folder of your toolkit. Or make a new one: alongside new my-toolkit",
            Self::Read(..) => "Check that the folder is there and that you may open it.",
            Self::ReadFile(..) => "Check how its name is written, and that you may open it.",
            Self::Changed(_) => "Save it in your text program, and try again.",
            Self::Write(_, why) if why.starts_with("the disk is full") => {
                "Make some room on the disk, and build again. The site that stood before is still there."
            }
            Self::Write(..) => "Check that you may write there. The site that stood before is still there.",
            Self::Occupied(_) => "Choose another name.",
            Self::Target(..) => "Choose a folder of its own for the site, such as public: alongside build --output public",
            Self::Foreign(..) => "Move that file to another place. Or choose another folder for the site: alongside build --output site",
            Self::Unknown(_, hint) | Self::Pack(_, hint) => hint,
            Self::ChangedMeanwhile(_) => "Look at the page as it is now, and choose again.",
            Self::Port(..) => "Choose another port: alongside preview --port 4321",
            Self::Locked => "Wait until it has come to its end, and build again.",
        }
    }
}

/// What the system says, in easier words where we have some.
pub fn words_of(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it is not there".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not open or change it".to_owned(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk can only be read".to_owned(),
        io::ErrorKind::FileTooLarge => "it is too big".to_owned(),
        _ => {
            let words = error.to_string();
            words.split(" (os error").next().unwrap_or(&words).to_lowercase()
        }
    }
}
