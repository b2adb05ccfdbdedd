//! A folder or ZIP of pictures with a list: `id,file,label,other-names,tags,description,author,licence`.

use std::collections::HashSet;

use super::draft::capital;
use super::table::{Line, Table};
use super::{Draft, DraftSymbol, Files, Layout, SourceError, Wishes};
use crate::parse;
use crate::toolkit::{SitePath, slug};

/// The layout of a folder with a list.
pub const LAYOUT: Layout = Layout { name: "folder with a list", looks: "symbols.csv and the pictures that it names", fits, read };

fn fits(files: &Files<'_>) -> bool {
    index(files).is_some()
}

/// The list: `symbols.csv`, or the only CSV file at the top.
fn index<'a>(files: &Files<'a>) -> Option<&'a str> {
    let lists: Vec<&str> = files.names().filter(|name| !name.contains('/') && name.to_lowercase().ends_with(".csv")).collect();
    lists.iter().copied().find(|name| *name == "symbols.csv").or(match lists.as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

fn read(files: &Files<'_>, wishes: &Wishes) -> Result<Draft, SourceError> {
    let list = index(files).unwrap_or("symbols.csv");
    let table = Table::read(files, list)?;
    table.needs("file")?;
    let mut draft = facts(files)?;
    if let Some(licence) = &wishes.licence {
        draft.licence.clone_from(licence);
    }
    let mut ids = HashSet::new();
    for line in table.lines() {
        let symbol = symbol(files, list, &line)?;
        if !ids.insert(slug(&symbol.id)) {
            return Err(SourceError::TwoSymbols(list.to_owned(), line.number, symbol.id));
        }
        draft.symbols.push(symbol);
    }
    if draft.licence.is_empty() && draft.symbols.iter().any(|symbol| symbol.licence.is_empty()) {
        return Err(SourceError::NoLicence(files.bundle.title().to_owned()));
    }
    if draft.licence.is_empty() {
        "each picture has its own".clone_into(&mut draft.licence);
    }
    Ok(draft)
}

fn symbol(files: &Files<'_>, list: &str, line: &Line<'_>) -> Result<DraftSymbol, SourceError> {
    let file = line.cell("file").replace('\\', "/");
    if !files.has(&file) {
        return Err(SourceError::Line(list.to_owned(), line.number, format!("there is no file “{file}”")));
    }
    let stem = file.rsplit('/').next().unwrap_or(&file);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let label = match line.cell("label") {
        "" => capital(&stem.replace(['_', '-'], " ")),
        label => label.to_owned(),
    };
    let words = |cell: &str| cell.split([';', '|']).map(|word| word.trim().to_owned()).collect();
    Ok(DraftSymbol {
        id: if line.cell("id").is_empty() { slug(&label) } else { line.cell("id").to_owned() },
        label,
        other_names: words(line.cell("other-names")),
        tags: words(line.cell("tags")),
        description: line.cell("description").to_owned(),
        author: line.cell("author").to_owned(),
        licence: line.cell("licence").to_owned(),
        original: stem.to_owned(),
        file: files.whole_name(&file),
        ..DraftSymbol::default()
    })
}

/// What `pack.yaml` says, if there is one.
fn facts(files: &Files<'_>) -> Result<Draft, SourceError> {
    let title = files.bundle.title();
    let title = title.rsplit_once('.').map_or(title, |(stem, _)| stem);
    let mut draft = Draft { name: slug(title), title: capital(&title.replace(['_', '-'], " ")), ..Draft::default() };
    if !files.has("pack.yaml") {
        return Ok(draft);
    }
    let text = files.text("pack.yaml")?;
    let folder = SitePath::new("symbols").and_then(|symbols| symbols.join(&draft.name));
    let Some(folder) = folder else { return Ok(draft) };
    let pack = parse::pack(&folder, Some(&text), None);
    let facts = pack.facts;
    draft.title = facts.title;
    draft.licence.clone_from(&facts.terms.licence);
    draft.licence_link = facts.licence_link.unwrap_or_default();
    draft.author = facts.author.unwrap_or_default();
    draft.credit = facts.credit.unwrap_or_default();
    draft.source = facts.source.unwrap_or_default();
    let flag = |flag: bool| if flag { "yes".to_owned() } else { "no".to_owned() };
    let more = [
        ("commercial", facts.terms.commercial.map(flag)),
        ("redistribute", facts.terms.redistribute.map(flag)),
        ("until", facts.terms.until.map(|date| date.to_string())),
        ("limit", facts.terms.limit.map(|limit| limit.to_string())),
        ("reviewed", facts.reviewed),
    ];
    draft.more = more.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    Ok(draft)
}
