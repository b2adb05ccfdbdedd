//! `alongside new NAME`: a small toolkit to begin with.

use std::path::Path;

use super::End;
use super::say::say;
use crate::disk::{self, Error};

/// Makes a new toolkit in the folder `name`.
pub fn run(name: &Path) -> Result<End, Error> {
    let title = in_settings(title_of(name));
    let today = disk::today();
    let next_year = today.saturating_add(jiff::Span::new().years(1)).to_string();
    let date = today.to_string();
    let files: Vec<(String, Vec<u8>)> = disk::new_toolkit_files()
        .into_iter()
        .map(|(path, bytes)| {
            // The title comes last: a folder may be called “{date}”.
            let text =
                String::from_utf8_lossy(bytes).replace("{date}", &date).replace("{next-year}", &next_year).replace("{title}", &title);
            (path.replace("gitignore.txt", ".gitignore"), text.into_bytes())
        })
        .collect();
    disk::create_folder(name, &files)?;
    say!("Your toolkit is in the folder {}.", name.display());
    say!("To make its website:\n\n    cd {}\n    alongside build\n", name.display());
    say!("Then open public/index.html. The text is in the folder content.");
    Ok(End::Fine)
}

/// A title from the name of a folder: `our-guides` becomes `Our guides`.
fn title_of(name: &Path) -> String {
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    let parts = name.split(|c: char| matches!(c, '-' | '_') || c.is_whitespace() || c.is_control());
    let words = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    letters.next().map_or_else(|| "Our guides".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// A title as it stands in the settings: in quotes when its first sign would mean something there.
fn in_settings(title: String) -> String {
    if title.starts_with(char::is_alphanumeric) { title } else { format!("'{}'", title.replace('\'', "''")) }
}
