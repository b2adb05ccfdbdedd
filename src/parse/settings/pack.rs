//! `symbols/<pack>/pack.yaml` and `symbols.csv` -> [`Pack`].

use std::collections::HashSet;

use crate::toolkit::{Pack, PackFacts, PackFault, PackFaultKind, PackName, SettingsFault, SitePath, Span, Symbol, SymbolId, slug};

/// The most symbols of one pack.
pub const SYMBOLS_MAX: usize = 50_000;

/// Reads a pack. `settings` and `index` are the texts of its two files, if they are there.
pub fn pack(folder: &SitePath, settings: Option<&str>, index: Option<&str>) -> Pack {
    let name = PackName(folder.file_name().into());
    let mut faults = Vec::new();
    let mut settings_faults = Vec::new();
    let facts = facts(settings.unwrap_or(""), &name, &mut settings_faults);
    if let Some(path) = folder.join("pack.yaml") {
        faults.extend(settings_faults.into_iter().map(|fault| PackFault { path: path.clone(), kind: PackFaultKind::Settings(fault) }));
    }
    let mut symbols = Vec::new();
    if let Some(path) = folder.join("symbols.csv") {
        let mut kinds = Vec::new();
        match index {
            Some(index) => symbols = read_index(folder, index, &mut kinds),
            None => kinds.push(PackFaultKind::NoIndex),
        }
        faults.extend(kinds.into_iter().map(|kind| PackFault { path: path.clone(), kind }));
    }
    Pack::new(name, facts, symbols, faults)
}

fn facts(text: &str, name: &PackName, faults: &mut Vec<SettingsFault>) -> PackFacts {
    let mut fields = super::read(text, 0, faults);
    let title = fields.text("title").unwrap_or_else(|| name.0.to_string());
    let terms = super::pictures::terms(&mut fields);
    if terms.licence.is_empty() {
        fields.missing("licence");
    }
    let facts = PackFacts {
        title,
        terms,
        licence_link: fields.text("licence-link"),
        author: fields.text("author"),
        credit: fields.text("credit"),
        source: fields.text("source"),
        reviewed: fields.text("reviewed").filter(|reviewed| reviewed.to_lowercase() != "none"),
    };
    fields.finish();
    facts
}

/// The place of each column in the lines of an index.
struct Columns {
    id: Option<usize>,
    file: usize,
    label: usize,
    description: Option<usize>,
    other_names: Option<usize>,
    tags: Option<usize>,
    author: Option<usize>,
    licence: Option<usize>,
    original: Option<usize>,
    /// (language, place of its labels, place of its descriptions).
    translations: Vec<(String, Option<usize>, Option<usize>)>,
}

impl Columns {
    fn of(header: &csv::StringRecord) -> Result<Self, &'static str> {
        let name = |place: usize| header.get(place).unwrap_or("").trim().to_lowercase().replace([' ', '_'], "-");
        let place = |wanted: &str| (0..header.len()).find(|place| name(*place) == wanted);
        let mut languages: Vec<String> = Vec::new();
        for at in 0..header.len() {
            let column = name(at);
            if let Some(language) = column.strip_prefix("label-").or_else(|| column.strip_prefix("description-"))
                && !languages.iter().any(|known| known == language)
            {
                languages.push(language.to_owned());
            }
        }
        let translation = |language: String| {
            let (label, description) = (place(&format!("label-{language}")), place(&format!("description-{language}")));
            (language, label, description)
        };
        Ok(Self {
            id: place("id"),
            file: place("file").ok_or("file")?,
            label: place("label").or_else(|| place("id")).ok_or("label")?,
            description: place("description"),
            other_names: place("other-names"),
            tags: place("tags"),
            author: place("author"),
            licence: place("licence"),
            original: place("original"),
            translations: languages.into_iter().map(translation).collect(),
        })
    }
}

/// The lines of an index below its first one.
struct Lines<'a> {
    folder: &'a SitePath,
    columns: Columns,
    delimiter: u8,
    symbols: Vec<Symbol>,
    ids: HashSet<SymbolId>,
}

fn read_index(folder: &SitePath, index: &str, faults: &mut Vec<PackFaultKind>) -> Vec<Symbol> {
    let first_line = index.lines().next().unwrap_or("");
    // Spreadsheets in many countries part the columns with semicolons.
    let delimiter = if first_line.matches(';').count() > first_line.matches(',').count() { b';' } else { b',' };
    let mut header = csv::StringRecord::new();
    let read = reader(first_line, delimiter).read_record(&mut header);
    let columns = match read.map(|_| Columns::of(&header)) {
        Ok(Ok(columns)) => columns,
        Ok(Err(missing)) => {
            faults.push(PackFaultKind::NoColumn(missing));
            return Vec::new();
        }
        Err(error) => {
            faults.push(PackFaultKind::BadLine(Span::default(), error.to_string()));
            return Vec::new();
        }
    };
    let mut lines = Lines { folder, columns, delimiter, symbols: Vec::new(), ids: HashSet::new() };
    let mut next = Some(first_line.len());
    while let Some(start) = next {
        next = lines.read(index, start, faults);
    }
    lines.symbols
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes())
}

impl Lines<'_> {
    /// Reads the lines of `index` from the byte `start` on, up to one that cannot be read. Gives the place to go on from.
    fn read(&mut self, index: &str, start: usize, faults: &mut Vec<PackFaultKind>) -> Option<usize> {
        let mut reader = reader(&index[start..], self.delimiter);
        let mut record = csv::StringRecord::new();
        loop {
            let before = start + usize::try_from(reader.position().byte()).unwrap_or(0);
            let read = reader.read_record(&mut record);
            let after = start + usize::try_from(reader.position().byte()).unwrap_or(0);
            // Empty lines before it are no part of a record.
            let before = before + index[before..after].len() - index[before..after].trim_start_matches(['\n', '\r']).len();
            let line_end = index[before..].find('\n').map_or(index.len(), |newline| before + newline);
            let span = Span::new(before..line_end);
            match read {
                Ok(false) => return None,
                Err(error) => {
                    faults.push(PackFaultKind::BadLine(span, error.to_string()));
                    return None;
                }
                Ok(true) if self.symbols.len() >= SYMBOLS_MAX => {
                    faults.push(PackFaultKind::BadLine(span, format!("there are more than {SYMBOLS_MAX} symbols")));
                    return None;
                }
                Ok(true) if is_open(index[before..after].trim_end()) => {
                    faults.push(PackFaultKind::BadLine(span, "the sign \" has no partner".to_owned()));
                    return Some(line_end);
                }
                Ok(true) if record.iter().all(|cell| cell.trim().is_empty()) => {}
                Ok(true) => self.keep(&record, span, faults),
            }
        }
    }

    fn keep(&mut self, record: &csv::StringRecord, span: Span, faults: &mut Vec<PackFaultKind>) {
        match symbol(self.folder, &self.columns, record) {
            Err(file) => faults.push(PackFaultKind::BadFile(span, file)),
            Ok(symbol) if !self.ids.insert(symbol.id.clone()) => faults.push(PackFaultKind::TwoSymbols(span, symbol.id.0.to_string())),
            Ok(symbol) => self.symbols.push(symbol),
        }
    }
}

/// Whether a quote in a line was never closed, so that the lines behind it were taken for a part of it.
fn is_open(record: &str) -> bool {
    record.contains('\n') && record.matches('"').count() % 2 == 1
}

/// One line of an index. The error is the file that it names in vain.
fn symbol(folder: &SitePath, columns: &Columns, record: &csv::StringRecord) -> Result<Symbol, String> {
    let cell = |place: Option<usize>| place.and_then(|place| record.get(place)).unwrap_or("").trim();
    let list = |place: Option<usize>| {
        let names = cell(place).split([';', '|']).map(str::trim).filter(|name| !name.is_empty());
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    let text = |place: Option<usize>| Some(cell(place)).filter(|words| !words.is_empty()).map(str::to_owned);
    let file = cell(Some(columns.file));
    let path = folder.join(file).ok_or_else(|| file.to_owned())?;
    let label = cell(Some(columns.label));
    let id = match cell(columns.id) {
        "" if label.is_empty() => slug(path.stem()),
        "" => slug(label),
        id => slug(id),
    };
    let translations = columns
        .translations
        .iter()
        .map(|(language, label, description)| (language.clone(), cell(*label).to_owned(), cell(*description).to_owned()));
    Ok(Symbol {
        id: SymbolId(id.as_str().into()),
        label: if label.is_empty() { id } else { label.to_owned() },
        other_names: list(columns.other_names),
        tags: list(columns.tags),
        description: cell(columns.description).to_owned(),
        file: path,
        author: text(columns.author),
        licence: text(columns.licence),
        originals: list(columns.original),
        translations: translations.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toolkit::{Found, Language};

    fn read(settings: &str, index: &str) -> Pack {
        pack(&SitePath::new("symbols/ours").unwrap(), Some(settings), Some(index))
    }

    const INDEX: &str = "id,file,label,other-names,description,label-cy,description-cy\n\
        listen,listen.svg,Listen,heard;listened to,A large ear.,Gwrando,Clust fawr.\n\
        share,share.svg,Share,views;give,\"A hand, and another hand.\",,\n\
        speak-up,speak-up.svg,Speak up,views,A megaphone.,,\n";

    #[test]
    fn symbols_are_found_by_every_name() {
        let pack = read("title: Ours\nlicence: CC0-1.0\n", INDEX);
        assert_eq!(pack.faults, []);
        for name in ["listen", "Listen", "listened to", "listened-to"] {
            assert!(matches!(pack.find(name), Found::One(symbol) if &*symbol.id.0 == "listen"), "{name}");
        }
        assert!(matches!(pack.find("views"), Found::Several(symbols) if symbols.len() == 2));
        assert_eq!(pack.find("ear"), Found::Nothing);
        assert_eq!(pack.symbols()[0].description_in(&Language::new("cy").unwrap()), "Clust fawr.");
        assert_eq!(pack.symbols()[1].description_in(&Language::new("cy").unwrap()), "A hand, and another hand.");
    }

    #[test]
    fn a_spreadsheet_with_semicolons_is_read() {
        let pack = read("licence: CC0-1.0", "id;file;label;other-names\na;a.svg;A|b;x|y\n");
        assert_eq!(pack.symbols()[0].other_names, ["x", "y"]);
    }

    #[test]
    fn faults_are_told_and_the_rest_is_kept() {
        let pack = read("titel: x", "id,file,label\na,a.svg,A\na,b.svg,B\nc,../../c.svg,C\nd,d.svg,D\n");
        assert_eq!(pack.symbols().len(), 2);
        assert_eq!(pack.faults.len(), 4, "no licence, unknown key, two symbols, bad file: {:#?}", pack.faults);
        assert_eq!(read("licence: x", "name,url\n").faults.len(), 1);
        let none = super::pack(&SitePath::new("symbols/ours").unwrap(), Some("licence: x"), None);
        assert_eq!(none.faults.len(), 1);
    }
}
