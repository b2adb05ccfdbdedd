//! Changes in texts of the author's, and files that the author asks for.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::Error;
use crate::toolkit::SitePath;

/// Adds words to the text of the toolkit's file `path`: each before the byte of `text` that it names.
///
/// `text` is the file as it was read, with mended line ends; the line ends of the file stay as they are.
///
/// # Errors
/// The file is another one by now, is not in UTF-8, or cannot be written. It is whole then.
pub fn add_to_text(root: &Path, path: &SitePath, text: &str, added: &[(u32, String)]) -> Result<(), Error> {
    let file = root.join(path.as_str());
    let bytes = fs::read(&file).map_err(|source| Error::read(&file, &source))?;
    let refuse = |what: &str, todo: &str| Err(Error::Pack(format!("The file {path} {what}. It stays as it is."), todo.to_owned()));
    let Ok(old) = String::from_utf8(bytes) else { return refuse("is not in UTF-8", "Save it as UTF-8 in your text program.") };
    let (mark, body) = old.strip_prefix('\u{FEFF}').map_or(("", old.as_str()), |body| ("\u{FEFF}", body));
    let lines: Vec<&str> = body.split_inclusive('\n').collect();
    let seen: Vec<&str> = text.split_inclusive('\n').collect();
    let bare = |line: &str| line.trim_end_matches(['\n', '\r']).to_owned();
    if lines.len() != seen.len() || lines.iter().zip(&seen).any(|(line, seen)| bare(line) != bare(seen)) {
        return refuse("has changed, or has unusual line ends", "Save it once more, and try again.");
    }
    let mut new = String::from(mark);
    let mut start = 0;
    for (line, seen) in lines.iter().zip(&seen) {
        let mut at = 0;
        for (byte, words) in added {
            let byte = *byte as usize;
            if (start..start + seen.len()).contains(&byte) {
                new.push_str(&line[at..byte - start]);
                new.push_str(words);
                at = byte - start;
            }
        }
        new.push_str(&line[at..]);
        start += seen.len();
    }
    write_file(&file, new.as_bytes())
}

/// Writes a file, all of it or nothing.
///
/// # Errors
/// It cannot be written. What was there before is whole.
pub fn write_file(file: &Path, bytes: &[u8]) -> Result<(), Error> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let beside = file.with_file_name(format!(".{name}.alongside-new"));
    let write = || -> std::io::Result<()> {
        let mut new = fs::File::create(&beside)?;
        new.write_all(bytes)?;
        new.sync_all()?;
        if let Ok(facts) = fs::metadata(file) {
            fs::set_permissions(&beside, facts.permissions())?;
        }
        fs::rename(&beside, file)
    };
    write().map_err(|source| {
        let _ = fs::remove_file(&beside);
        Error::write(file, &source)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_added_and_line_ends_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = SitePath::new("a.md").unwrap();
        fs::write(folder.path().join("a.md"), "\u{FEFF}One\r\n- Two\nThree").unwrap();
        let text = "One\n- Two\nThree";
        add_to_text(folder.path(), &path, text, &[(0, "x ".into()), (6, "y ".into()), (10, "z ".into())]).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("a.md")).unwrap(), "\u{FEFF}x One\r\n- y Two\nz Three");
        assert!(add_to_text(folder.path(), &path, text, &[]).is_err(), "the file is another one by now");
    }
}
