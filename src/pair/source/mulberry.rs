//! Mulberry Symbols, as their release ZIP has them.

use std::collections::HashMap;

use super::draft::{capital, without_gender};
use super::table::Table;
use super::{Draft, DraftSymbol, Files, Layout, SourceError, Wishes};
use crate::toolkit::extension_of;

/// The layout of Mulberry.
pub const LAYOUT: Layout = Layout { name: "Mulberry", looks: "symbol-info.csv and EN-symbols/…", fits, read };

const INDEX: &str = "symbol-info.csv";
/// Names of verbs end so: `help_,_to`.
const VERB: &str = "_,_to";

fn fits(files: &Files<'_>) -> bool {
    index(files).is_some()
}

/// The list, at the top or in a folder of its own.
fn index<'a>(files: &Files<'a>) -> Option<&'a str> {
    files.names().find(|name| name.rsplit('/').next() == Some(INDEX))
}

fn read(files: &Files<'_>, _: &Wishes) -> Result<Draft, SourceError> {
    let table = Table::read(files, index(files).unwrap_or(INDEX))?;
    let column = if table.needs("symbol-en").is_ok() { "symbol-en" } else { "symbol" };
    if column == "symbol" {
        table.needs("symbol")?;
    }
    let drawings: HashMap<&str, &str> =
        files.names().filter_map(|name| Some((name.rsplit('/').next()?.strip_suffix(".svg")?, name))).collect();
    let other_languages = other_languages(files)?;
    let mut draft = Draft {
        name: "mulberry".to_owned(),
        title: "Mulberry Symbols".to_owned(),
        licence: "CC-BY-SA-4.0".to_owned(),
        licence_link: "https://creativecommons.org/licenses/by-sa/4.0/".to_owned(),
        author: "Mulberry Symbols".to_owned(),
        credit: "Mulberry Symbols, https://mulberrysymbols.org. Licence: CC BY-SA 4.0".to_owned(),
        source: "https://mulberrysymbols.org/".to_owned(),
        papers: files.names().filter(|name| name.to_lowercase().starts_with("license")).map(|name| files.whole_name(name)).collect(),
        ..Draft::default()
    };
    for line in table.lines() {
        let written = line.cell(column);
        let Some(file) = drawings.get(written) else { continue };
        let words = |cell: &str| cell.split([',', ';']).map(|word| word.replace('_', " ").trim().to_owned()).collect::<Vec<_>>();
        let tags = [words(line.cell("tags")), words(line.cell("category")), words(line.cell("category-en"))].concat();
        let translations = other_languages.iter().filter_map(|(language, names)| {
            let label = names.get(written)?;
            Some((language.clone(), capital(label), String::new()))
        });
        draft.symbols.push(DraftSymbol {
            label: capital(&clean(written)),
            tags,
            original: written.to_owned(),
            translations: translations.collect(),
            file: files.whole_name(file),
            ..DraftSymbol::default()
        });
    }
    draft.fold(|symbol| without_trailing_person(&without_gender(&symbol.label)), false);
    Ok(draft)
}

/// `help_,_to` is "help"; `nurse_1a` is "nurse".
fn clean(name: &str) -> String {
    let name = name.strip_suffix(VERB).unwrap_or(name);
    let is_variant = |part: &str| part.starts_with(|c: char| c.is_ascii_digit()) && part.len() <= 3;
    let mut parts: Vec<&str> = name.split('_').filter(|part| !part.is_empty()).collect();
    while parts.len() > 1 && parts.last().is_some_and(|part| is_variant(part)) {
        parts.pop();
    }
    parts.join(" ").replace(" ,", ",")
}

/// `afraid person`, from `afraid_man` and `afraid_lady`, is "afraid".
fn without_trailing_person(words: &str) -> String {
    words.strip_suffix(" person").unwrap_or(words).to_owned()
}

/// The labels of one language, by the names of their symbols.
type Labels = (String, HashMap<String, String>);

/// Names in other languages: `symbol-info-fr.csv`, and lists such as the Finnish one with `symbol-id;symbol-en;symbol-fi`.
fn other_languages(files: &Files<'_>) -> Result<Vec<Labels>, SourceError> {
    let mut languages = Vec::new();
    for name in files.names().filter(|name| extension_of(name) == "csv" && name.rsplit('/').next() != Some(INDEX)) {
        let table = Table::read(files, name)?;
        if table.needs("symbol-en").is_err() {
            continue;
        }
        for language in ["cy", "de", "es", "fi", "fr", "ga", "it", "nl", "pl", "pt", "sv"] {
            let column = format!("symbol-{language}");
            let names = table.lines().map(|line| (line.cell("symbol-en").to_owned(), clean(line.cell(&column))));
            let names: HashMap<String, String> = names.filter(|(_, label)| !label.is_empty()).collect();
            if !names.is_empty() {
                languages.push((language.to_owned(), names));
            }
        }
    }
    Ok(languages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_clean() {
        for (name, label) in [
            ("help_,_to", "help"),
            ("vomit_2_,_to", "vomit"),
            ("nurse_1a", "nurse"),
            ("back_1", "back"),
            ("Ash_Wednesday", "Ash Wednesday"),
            ("2", "2"),
            ("bath_animal_,_to", "bath animal"),
        ] {
            assert_eq!(clean(name), label);
        }
    }
}
