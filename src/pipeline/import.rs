//! A pack as its makers publish it -> the files of a pack in `symbols/`.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::pair::source::{self, Draft, DraftSymbol, SourceError, Wishes};
use crate::render::image;
use crate::toolkit::{Bundle, ImageFault, NoShelf, Progress, Route, SitePath, extension_of};

/// The most bytes of a paper that belongs to a pack.
const PAPER_BYTES_MAX: usize = 1024 * 1024;

/// A pack that was taken in.
pub struct Imported {
    /// The pack: its facts and its symbols, without those that were left out.
    pub draft: Draft,
    /// Its files, by their places in the folder of the pack.
    pub files: BTreeMap<Route, Vec<u8>>,
    /// Pictures that could not be used: (file in the bundle, why).
    pub left_out: Vec<(String, ImageFault)>,
}

/// Takes a pack in: reads its list, makes every drawing safe, and puts the files of a pack together.
///
/// # Errors
/// The pack cannot be used at all.
pub fn import(bundle: &dyn Bundle, wishes: &Wishes, progress: &dyn Progress) -> Result<Imported, SourceError> {
    let mut draft = source::read(bundle, wishes)?;
    let wanted: BTreeSet<String> = draft.symbols.iter().map(|symbol| symbol.file.clone()).chain(draft.papers.iter().cloned()).collect();
    progress.begin("the pack", draft.symbols.len());
    let mut contents = bundle.read(&wanted).map_err(|why| SourceError::Unreadable(bundle.title().to_owned(), why))?;
    let pictures: Vec<Result<(Route, Vec<u8>), ImageFault>> = draft
        .symbols
        .par_iter()
        .map(|symbol| {
            let picture = picture(symbol, contents.get(&symbol.file).map_or(&[], Vec::as_slice));
            progress.advance();
            picture
        })
        .collect();
    let mut files = BTreeMap::new();
    let mut left_out = Vec::new();
    let mut kept = Vec::new();
    for (mut symbol, picture) in std::mem::take(&mut draft.symbols).into_iter().zip(pictures) {
        match picture {
            Ok((route, bytes)) => {
                route.as_str().clone_into(&mut symbol.file);
                files.insert(route, bytes);
                kept.push(symbol);
            }
            Err(fault) => left_out.push((symbol.file, fault)),
        }
    }
    draft.symbols = kept;
    if draft.symbols.is_empty() {
        return Err(SourceError::Empty(bundle.title().to_owned()));
    }
    for paper in &draft.papers {
        if let Some(bytes) = contents.remove(paper).filter(|bytes| bytes.len() <= PAPER_BYTES_MAX) {
            files.insert(Route::top("LICENSE.txt"), bytes);
        }
    }
    files.insert(Route::top("pack.yaml"), settings(&draft).into_bytes());
    files.insert(Route::top("symbols.csv"), index(&draft));
    Ok(Imported { draft, files, left_out })
}

/// The file of a symbol. A drawing is read and written again; a photo is only looked at, since it is encoded again whenever
/// it is published.
fn picture(symbol: &DraftSymbol, bytes: &[u8]) -> Result<(Route, Vec<u8>), ImageFault> {
    let extension = extension_of(&symbol.file);
    if extension == "svg" {
        return Ok((Route::in_pack(&symbol.id, "svg"), image::clean_drawing(bytes)?.text.into_bytes()));
    }
    let path = SitePath::new(&symbol.file).ok_or(ImageFault::NotAnImage)?;
    image::look(&path, bytes, &NoShelf)?;
    Ok((Route::in_pack(&symbol.id, &extension), bytes.to_vec()))
}

/// `pack.yaml`. Values are quoted as JSON, which is YAML too.
fn settings(draft: &Draft) -> String {
    let quoted = |words: &str| serde_json::Value::from(words).to_string();
    let facts = [
        ("title", &draft.title),
        ("licence", &draft.licence),
        ("licence-link", &draft.licence_link),
        ("author", &draft.author),
        ("credit", &draft.credit),
        ("source", &draft.source),
    ];
    let mut text = String::new();
    for (name, value) in facts.into_iter().filter(|(_, value)| !value.is_empty()) {
        text.push_str(&format!("{name}: {}\n", quoted(value)));
    }
    for (name, value) in &draft.more {
        text.push_str(&format!("{name}: {}\n", quoted(value)));
    }
    if !draft.more.iter().any(|(name, _)| name == "reviewed") {
        text.push_str("# Who has looked at the pictures, of the people for whom they are meant:\nreviewed: none\n");
    }
    text
}

/// `symbols.csv`.
fn index(draft: &Draft) -> Vec<u8> {
    let languages: BTreeSet<&str> =
        draft.symbols.iter().flat_map(|symbol| symbol.translations.iter().map(|(language, ..)| language.as_str())).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut header: Vec<String> =
        ["id", "file", "label", "other-names", "tags", "description", "author", "licence", "original"].map(str::to_owned).to_vec();
    header.extend(languages.iter().flat_map(|language| [format!("label-{language}"), format!("description-{language}")]));
    // Writing to memory does not fail.
    let _ = writer.write_record(&header);
    for symbol in &draft.symbols {
        let originals = std::iter::once(symbol.original.as_str()).chain(symbol.variants.iter().map(String::as_str));
        let originals = originals.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(";");
        let mut record = vec![
            symbol.id.clone(),
            symbol.file.clone(),
            symbol.label.clone(),
            symbol.other_names.join(";"),
            symbol.tags.join(";"),
            symbol.description.clone(),
            symbol.author.clone(),
            symbol.licence.clone(),
            originals,
        ];
        for language in &languages {
            let translation = symbol.translations.iter().find(|(name, ..)| name == language);
            record.extend(translation.map_or_else(<[String; 2]>::default, |(_, label, words)| [label.clone(), words.clone()]));
        }
        let _ = writer.write_record(&record);
    }
    writer.into_inner().unwrap_or_default()
}
