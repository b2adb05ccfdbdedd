//! `alongside pictures suggest`: pictures for lines that have none.

use std::collections::HashMap;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::toolkit::{Packs, Toolkit, pack_names, shortest_name, suggester, suggestion_json};
use super::{Format, Show, print_json};
use crate::cli::End;
use crate::cli::say::say;
use crate::disk::{self, Error};
use crate::pair::Library;
use crate::pair::suggest::{SCORE_SURE, Suggester, Suggestion};
use crate::toolkit::{Language, Row, SitePath, Written, each_row, line_and_column, plain_text};

/// What `pictures suggest` is asked.
#[derive(Debug, Args)]
pub struct Suggest {
    /// The page; without it, every page of the toolkit
    pub page: Option<PathBuf>,
    /// Read sentences from the input, one a line
    #[arg(long, conflicts_with_all = ["page", "write"])]
    pub stdin: bool,
    /// Look only in this pack
    #[arg(long, value_name = "NAME")]
    pub pack: Option<String>,
    /// Write the best picture into the page, where it fits very well
    #[arg(long)]
    pub write: bool,
    #[command(flatten)]
    pub show: Show,
}

/// Suggests pictures.
pub fn run(asked: &Suggest) -> Result<End, Error> {
    if asked.stdin { for_input(asked) } else { for_pages(asked) }
}

/// For each line of the input.
fn for_input(asked: &Suggest) -> Result<End, Error> {
    let Packs(site) = Packs::read()?;
    let packs = pack_names(&site.library, asked.pack.as_deref(), &site.config.symbols)?;
    let suggester = suggester(&site, &packs, &site.config.language);
    let text = disk::read_input()?;
    let sentences: Vec<(&str, Vec<Suggestion>)> = text.lines().map(|line| (line, suggester.suggest(line))).collect();
    if asked.show.format == Format::Json {
        let sentence = |(sentence, found): &(&str, Vec<Suggestion>)| json!({ "sentence": sentence, "suggestions": all_json(found) });
        let sentences: Vec<Value> = sentences.iter().map(sentence).collect();
        print_json(&json!({ "version": 1, "sentences": sentences }));
        return Ok(End::Fine);
    }
    for (sentence, found) in &sentences {
        say!("{sentence}");
        tell(&site.library, found, &site.config.symbols);
    }
    Ok(End::Fine)
}

/// A row without a picture, and what may go with it.
struct Bare {
    at: u32,
    line: usize,
    id: String,
    sentence: String,
    found: Vec<Suggestion>,
}

/// For each row without a picture.
fn for_pages(asked: &Suggest) -> Result<End, Error> {
    let toolkit = Toolkit::read()?;
    let mut pages: Vec<SitePath> = match &asked.page {
        Some(page) => vec![toolkit.page(page)?],
        None => toolkit.site().map.places.keys().cloned().collect(),
    };
    pages.sort();
    let mut suggesters: HashMap<(Vec<String>, Language), Suggester> = HashMap::new();
    let mut report = Vec::new();
    let (mut rows, mut chosen) = (0, 0);
    for path in pages {
        let Some(look) = toolkit.stand.look(&path).filter(|look| look.place.level.has_rows()) else { continue };
        let order = crate::pair::pack_order(&look.paired.page, look.place, &toolkit.site().map, &toolkit.site().config);
        let packs = pack_names(&toolkit.site().library, asked.pack.as_deref(), &order)?;
        let key = (packs.clone(), look.place.language.clone());
        let suggester = suggesters.entry(key).or_insert_with(|| suggester(toolkit.site(), &packs, &look.place.language));
        let mut bare = Vec::new();
        each_row(&look.paired.page.blocks, &mut |row| bare.extend(bare_row(row, &look, suggester)));
        if bare.is_empty() {
            continue;
        }
        let written = if asked.write { write(&toolkit, &path, &look.source.text, &bare, &order)? } else { vec![None; bare.len()] };
        rows += bare.len();
        chosen += written.iter().flatten().count();
        if asked.show.format == Format::Json {
            report.push(page_json(&path, &bare, &written));
        } else {
            tell_page(&toolkit, &path, &bare, &written, &order);
        }
    }
    if asked.show.format == Format::Json {
        print_json(&json!({ "version": 1, "pages": report }));
    } else {
        say!("{}", summary(rows, chosen, asked.write));
    }
    Ok(End::Fine)
}

fn summary(rows: usize, chosen: usize, write: bool) -> String {
    match (rows, write) {
        (0, _) => "Every line has a picture.".to_owned(),
        (rows, false) => format!("{rows} lines have no picture. To take the best ones, where they fit very well: add --write"),
        (rows, true) => format!("{chosen} of {rows} lines have a picture now. Look at each: does it fit? A person has to decide that."),
    }
}

/// What may go with a row, when it has no picture and should have one.
fn bare_row(row: &Row, look: &crate::pipeline::PageLook<'_>, suggester: &Suggester) -> Option<Bare> {
    let is_allowed = look
        .paired
        .page
        .allow
        .iter()
        .any(|allowance| allowance.rule == "no-picture" && allowance.covers.is_some_and(|covers| covers.covers(row.span)));
    let sentence = [plain_text(&row.label), plain_text(&row.words)].join(" ").trim().to_owned();
    if row.picture.is_some() || is_allowed || sentence.is_empty() {
        return None;
    }
    let (line, _) = line_and_column(&look.source.text, row.span.start);
    Some(Bare { at: row.span.start, line, id: row.id.0.clone(), found: suggester.suggest(&sentence), sentence })
}

/// Writes the best pictures into a page: which, by row.
fn write(toolkit: &Toolkit, path: &SitePath, text: &str, bare: &[Bare], order: &[Written<String>]) -> Result<Vec<Option<String>>, Error> {
    let sure = |row: &Bare| {
        let best = row.found.first().filter(|best| best.score >= SCORE_SURE)?;
        Some(shortest_name(&toolkit.site().library, best, order))
    };
    let chosen: Vec<Option<String>> = bare.iter().map(sure).collect();
    let added: Vec<(u32, String)> =
        bare.iter().zip(&chosen).filter_map(|(row, name)| Some((row.at, format!("![]({}) ", name.as_ref()?)))).collect();
    if !added.is_empty() {
        disk::add_to_text(&toolkit.root, path, text, &added)?;
    }
    Ok(chosen)
}

fn tell_page(toolkit: &Toolkit, path: &SitePath, bare: &[Bare], written: &[Option<String>], order: &[Written<String>]) {
    for (row, written) in bare.iter().zip(written) {
        match written {
            Some(name) => say!("{path}:{}  ![]({name}) {}", row.line, row.sentence),
            None => {
                say!("{path}:{}  {}", row.line, row.sentence);
                tell(&toolkit.site().library, &row.found, order);
            }
        }
    }
    say!("");
}

/// Shows what was found for one sentence.
fn tell(library: &Library, found: &[Suggestion], order: &[Written<String>]) {
    if found.is_empty() {
        say!("    no good picture");
    }
    for suggestion in found {
        say!("    {:.2}  {}  ({})", suggestion.score, shortest_name(library, suggestion, order), suggestion.label);
    }
}

fn all_json(found: &[Suggestion]) -> Vec<Value> {
    found.iter().map(suggestion_json).collect()
}

fn page_json(path: &SitePath, bare: &[Bare], written: &[Option<String>]) -> Value {
    let row = |(row, written): (&Bare, &Option<String>)| json!({ "row": row.id, "line": row.line, "sentence": row.sentence, "suggestions": all_json(&row.found), "written": written });
    json!({ "path": path.as_str(), "rows": bare.iter().zip(written).map(row).collect::<Vec<_>>() })
}
