//! `alongside pictures unused`: picture files that no page shows, and how much of each pack is used.

use std::collections::BTreeSet;

use serde_json::json;

use super::toolkit::Toolkit;
use super::{Format, print_json};
use crate::cli::End;
use crate::cli::say::say;
use crate::disk::Error;
use crate::toolkit::PictureSource;

/// Lists what is not used.
pub fn run(format: Format) -> Result<End, Error> {
    let toolkit = Toolkit::read()?;
    let used = toolkit.stand.used_pictures();
    let unused = toolkit.stand.unused_files();
    let packs: Vec<(&str, usize, usize)> = toolkit
        .site()
        .library
        .packs()
        .iter()
        .map(|pack| {
            let shown: BTreeSet<_> = used
                .iter()
                .filter_map(|source| if let PictureSource::Symbol(name, id) = source { (*name == pack.name).then_some(id) } else { None })
                .collect();
            (&*pack.name.0, shown.len(), pack.symbols().len())
        })
        .collect();
    if format == Format::Json {
        let packs: Vec<_> = packs.iter().map(|(name, used, all)| json!({ "pack": name, "used": used, "symbols": all })).collect();
        let files: Vec<_> = unused.iter().map(ToString::to_string).collect();
        print_json(&json!({ "version": 1, "files": files, "packs": packs }));
        return Ok(End::Fine);
    }
    for path in &unused {
        say!("{path}");
    }
    match unused.len() {
        0 => say!("Every picture file in content/ is shown somewhere."),
        count => say!("\nNo page shows these {count} picture files."),
    }
    for (name, used, all) in packs {
        say!("Of the pack {name}, {used} of {all} symbols are used.");
    }
    Ok(End::Fine)
}
