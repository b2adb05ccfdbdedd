//! Names in archives: is each of them safe on every system, and is none there twice?

use std::collections::HashSet;
use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::{BYTES_MAX, FILE_BYTES_MAX, FILES_MAX, Trouble};

/// What is wrong with a file of an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Danger {
    /// It would come to lie outside of its folder.
    LeadsOut,
    /// Its name cannot be used on every system.
    BadName,
    /// It is a link, a device or the like.
    NoFile,
    /// Another file has the same name, but for capital letters or the form of its accents.
    Twice,
    /// It is locked with a password.
    Locked,
    /// It is larger than a picture can be.
    TooBig,
    /// All files together are too many or too large.
    TooMuch,
    /// It grows far more than pictures do when it is unpacked.
    Bomb,
}

impl fmt::Display for Danger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LeadsOut => "would come to lie outside of its folder",
            Self::BadName => "has a name that not every system can use",
            Self::NoFile => "is a link or a device",
            Self::Twice => "is there twice",
            Self::Locked => "is locked with a password",
            Self::TooBig => "is too big",
            Self::TooMuch => "is one too many: the pack is too big",
            Self::Bomb => "grows too much when it is unpacked",
        })
    }
}

/// The names of an archive, looked at one by one.
#[derive(Default)]
pub struct Names {
    kept: Vec<String>,
    seen: HashSet<String>,
    bytes: u64,
}

impl Names {
    /// Takes a file with this name, and this size in bytes, in.
    pub fn add(&mut self, name: &str, size: u64) -> Result<(), Trouble> {
        let refuse = |danger| Err(Trouble::Name(shown(name), danger));
        check(name).map_err(|danger| Trouble::Name(shown(name), danger))?;
        if is_of_the_system(name) {
            return Ok(());
        }
        // Folders count too: `A/x` and `a` cannot both be there.
        let folded: String = name.nfc().collect::<String>().to_lowercase().nfc().collect();
        if !self.seen.insert(folded) {
            return refuse(Danger::Twice);
        }
        if size > FILE_BYTES_MAX {
            return refuse(Danger::TooBig);
        }
        self.bytes = self.bytes.saturating_add(size);
        if self.kept.len() >= FILES_MAX || self.bytes > BYTES_MAX {
            return refuse(Danger::TooMuch);
        }
        self.kept.push(name.to_owned());
        Ok(())
    }

    /// All names, sorted.
    pub fn finish(mut self) -> Vec<String> {
        self.kept.sort();
        self.kept
    }
}

/// Whether a file belongs to a system rather than to the pack.
fn is_of_the_system(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    name.starts_with("__MACOSX/") || file.starts_with("._") || matches!(file, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

/// Looks at the name of a file or folder.
pub fn check(name: &str) -> Result<(), Danger> {
    let name = name.strip_suffix('/').unwrap_or(name);
    let is_drive = name.len() > 1 && name.as_bytes()[1] == b':' && name.as_bytes()[0].is_ascii_alphabetic();
    if name.starts_with('/') || name.contains('\\') || is_drive {
        return Err(Danger::LeadsOut);
    }
    if name.split('/').any(|part| part == "..") {
        return Err(Danger::LeadsOut);
    }
    let bad = |part: &str| {
        part.is_empty()
            || part == "."
            || part.len() > 255
            || part.ends_with(['.', ' '])
            || part.contains(|c: char| c.is_control() || matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\u{FFFD}'))
            || is_reserved(part)
    };
    if name.len() > 1024 || name.split('/').any(bad) { Err(Danger::BadName) } else { Ok(()) }
}

/// Names that Windows keeps for itself, with any ending.
fn is_reserved(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end().to_ascii_lowercase();
    let numbered =
        |prefix: &str| stem.strip_prefix(prefix).is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(char::is_numeric));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || numbered("com") || numbered("lpt")
}

/// A name as it may be shown.
fn shown(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).take(80).collect();
    if plain.chars().count() < name.chars().count() { format!("{plain}…") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out_are_refused() {
        for name in ["../x", "a/../../x", "/etc/passwd", "C:/x", "c:x", "a\\..\\x", "\\\\server\\x", "..", "a/.."] {
            assert_eq!(check(name), Err(Danger::LeadsOut), "{name}");
        }
        for name in ["a//b", "./a", "a/./b", "con.svg", "a/AUX", "com1.svg", "lpt¹.txt", "a.", "a ", "a\u{0}b", "ab:c", "", "x\nb"] {
            assert_eq!(check(name), Err(Danger::BadName), "{name:?}");
        }
        for name in ["a/b.svg", "help_,_to.svg", "..a", "a..b", "console.svg", "com.svg", "ŵ.svg", "package/"] {
            assert_eq!(check(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn what_is_there_twice_is_refused() {
        for (one, other) in [("a/X.svg", "a/x.svg"), ("caf\u{e9}.svg", "cafe\u{301}.svg"), ("a", "a")] {
            let mut names = Names::default();
            names.add(one, 1).unwrap();
            assert!(matches!(names.add(other, 1), Err(Trouble::Name(_, Danger::Twice))), "{one} {other}");
        }
        let mut names = Names::default();
        names.add("__MACOSX/._a.svg", 1).unwrap();
        names.add("a.svg", 1).unwrap();
        assert_eq!(names.finish(), ["a.svg"]);
    }
}
