//! `alongside pictures sheet`: a page with every picture of a pack, to look at.

use std::path::{Path, PathBuf};

use super::toolkit::{Toolkit, pack_names};
use crate::cli::say::say;
use crate::cli::{End, here};
use crate::disk::{self, Error};
use crate::format::sheet;

/// Where the sheet goes when nobody says otherwise.
const OUTPUT: &str = "pictures.html";

/// Makes a sheet of the packs of the toolkit, or of one.
pub fn run(pack: Option<&str>, output: Option<&Path>) -> Result<End, Error> {
    let toolkit = Toolkit::read()?;
    let site = toolkit.site();
    let packs = pack_names(&site.library, pack, &site.config.symbols)?;
    let packs: Vec<_> = packs.iter().filter_map(|name| site.library.pack(name)).collect();
    let html = sheet::sheet(&packs, &site.theme, &site.config.language, toolkit.stand.snapshot());
    let html = html.map_err(|fault| Error::Pack(fault.what, "Put the template sheet.html of your theme in order.".to_owned()))?;
    let file: PathBuf = here()?.join(output.unwrap_or(Path::new(OUTPUT)));
    disk::write_file(&file, html.as_bytes())?;
    say!("The pictures are on {}. Open it in your web browser.", file.display());
    for pack in packs.iter().filter(|pack| !pack.facts.terms.may_be_redistributed()) {
        say!("Do not give it to others. The licence of the pack “{}” does not allow it.", pack.name.0);
    }
    Ok(End::Fine)
}
