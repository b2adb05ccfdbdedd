//! Paths of source files, seen from the toolkit's own folder.

use std::fmt;
use std::sync::Arc;

/// The path of a source file inside the toolkit, with `/` between its parts on every system.
///
/// It is never absolute and never holds an empty part, `.` or `..`, so that it can not lead out of the toolkit.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Arc<str>);

impl SitePath {
    /// Reads a path that is written with `/`. `None` when it is absolute, empty or has a part such as `..`.
    pub fn new(path: &str) -> Option<Self> {
        let whole = !path.is_empty() && path.split('/').all(is_plain_part);
        whole.then(|| Self(path.into()))
    }

    /// The path that `target`, as an author writes it in a page or settings file at `self`, leads to.
    ///
    /// `target` is taken from the folder of `self`, or from `content/` when it begins with `/`.
    /// `None` when it leads out of the toolkit.
    pub fn follow(&self, target: &str) -> Option<Self> {
        let (base, rest) = match target.strip_prefix('/') {
            Some(rest) => ("content", rest),
            None => (self.folder(), target),
        };
        let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
        for part in rest.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        Self::new(&parts.join("/"))
    }

    /// The path of the file or folder `name` in the folder `self`. `None` when `name` is not a plain name.
    pub fn join(&self, name: &str) -> Option<Self> {
        Self::new(&format!("{}/{name}", self.0))
    }

    /// The whole path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds the file; empty for a file at the top of the toolkit.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part of the path.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The file name without its last extension.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        match name.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => name,
        }
    }

    /// The last extension in lower case, without its dot; empty when there is none.
    pub fn extension(&self) -> String {
        extension_of(self.file_name())
    }

    /// Whether the file lies in `folder`, at any depth.
    pub fn is_in(&self, folder: &str) -> bool {
        self.below(folder).is_some()
    }

    /// The path seen from `folder`; `None` when the file does not lie in it.
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

/// The last extension of a file name in lower case, without its dot; empty when there is none.
pub fn extension_of(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && !extension.contains('/') => extension.to_ascii_lowercase(),
        _ => String::new(),
    }
}

/// The media type of a file, by its name. Text is in UTF-8.
pub fn media_type(name: &str) -> &'static str {
    match extension_of(name).as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "txt" | "srt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "avif" => "image/avif",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "ogv" => "video/ogg",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "wav" => "audio/wav",
        "flac" => "audio/flac",
        "zip" => "application/zip",
        "epub" => "application/epub+zip",
        _ => "application/octet-stream",
    }
}

fn is_plain_part(part: &str) -> bool {
    !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0'])
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follow(from: &str, target: &str) -> Option<String> {
        SitePath::new(from).unwrap().follow(target).map(|path| path.to_string())
    }

    #[test]
    fn a_path_never_leads_out() {
        for bad in ["", "/a", "a//b", "..", "a/../b", "./a", "a\\b", "a\0"] {
            assert_eq!(SitePath::new(bad), None, "{bad:?}");
        }
        assert_eq!(follow("content/a.md", "../../x.png"), None);
        assert_eq!(follow("content/a.md", "/../../x.png"), None);
    }

    #[test]
    fn a_target_is_taken_from_the_page_or_from_content() {
        assert_eq!(follow("content/g/a.md", "ramp.jpg").as_deref(), Some("content/g/ramp.jpg"));
        assert_eq!(follow("content/g/a.md", "../b.md").as_deref(), Some("content/b.md"));
        assert_eq!(follow("content/g/a.md", "/photos/x.jpg").as_deref(), Some("content/photos/x.jpg"));
    }

    #[test]
    fn names_come_apart() {
        let path = SitePath::new("content/g/1 Start.Old.MD").unwrap();
        assert_eq!((path.folder(), path.file_name(), path.stem()), ("content/g", "1 Start.Old.MD", "1 Start.Old"));
        assert_eq!(path.extension(), "md");
        assert_eq!(extension_of(".gitignore"), "");
    }
}
