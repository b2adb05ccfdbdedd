//! `alongside new NAME`: a small toolkit to begin with.

use std::path::Path;

use super::End;
use crate::disk::{self, Error};

/// Makes a new toolkit in the folder `name`.
pub fn run(name: &Path) -> Result<End, Error> {
    let title = title_of(name);
    let date = disk::today().to_string();
    let files: Vec<(String, Vec<u8>)> = disk::new_toolkit_files()
        .into_iter()
        .map(|(path, bytes)| {
            let text = String::from_utf8_lossy(bytes).replace("{title}", &title).replace("{date}", &date);
            (path.replace("gitignore.txt", ".gitignore"), text.into_bytes())
        })
        .collect();
    disk::create_folder(name, &files)?;
    println!("Your toolkit is in the folder {}.", name.display());
    println!("To make its website:\n\n    cd {}\n    alongside build\n", name.display());
    println!("Then open public/index.html. The text is in the folder content.");
    Ok(End::Fine)
}

/// A title from the name of a folder: `our-guides` becomes `Our guides`.
fn title_of(name: &Path) -> String {
    let name = name.file_name().unwrap_or_default().to_string_lossy().replace(['-', '_'], " ");
    let mut letters = name.chars();
    letters.next().map_or_else(|| "Our guides".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}
