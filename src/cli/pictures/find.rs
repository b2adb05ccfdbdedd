//! `alongside pictures find WORDS`: symbols by their names and tags.

use super::toolkit::{Packs, pack_names, shortest_name, suggester, suggestion_json};
use super::{Format, print_json};
use crate::cli::End;
use crate::cli::say::say;
use crate::disk::Error;
use crate::pair::suggest::Suggestion;
use crate::pipeline::Site;

/// The most symbols that are shown.
const SHOWN_MAX: usize = 20;

/// Shows the symbols that `words` lead to.
pub fn run(words: &str, pack: Option<&str>, format: Format) -> Result<End, Error> {
    let Packs(site) = Packs::read()?;
    let all: Vec<String> = site.library.packs().iter().map(|pack| pack.name.0.to_string()).collect();
    let packs = if pack.is_some() { pack_names(&site.library, pack, &[])? } else { all };
    let found = suggester(&site, &packs, &site.config.language).find(words, SHOWN_MAX);
    if format == Format::Json {
        let found: Vec<_> = found.iter().map(suggestion_json).collect();
        print_json(&serde_json::json!({ "version": 1, "words": words, "found": found }));
        return Ok(End::Fine);
    }
    if found.is_empty() {
        say!("There is no picture for “{words}”. Try another word for it.");
        return Ok(End::Fine);
    }
    let names: Vec<String> = found.iter().map(|found| shortest_name(&site.library, found, &site.config.symbols)).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    for (found, name) in found.iter().zip(&names) {
        say!("  {name:width$}  {}", shows(&site, found));
    }
    say!("\nTo use one, write its name at the beginning of a line: ![]({}) Your sentence.", names[0]);
    Ok(End::Fine)
}

/// What a symbol shows, for people who choose.
fn shows(site: &Site, found: &Suggestion) -> String {
    let symbol = found.symbol.as_ref().and_then(|(pack, id)| site.library.pack(&pack.0)?.symbols().iter().find(|known| known.id == *id));
    symbol.map_or_else(|| found.label.clone(), |symbol| symbol.description_in(&site.config.language).to_owned())
}
