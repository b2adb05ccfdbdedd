//! The rows of each page with their pictures and findings, and the other places in which something was found.

use std::collections::{BTreeMap, HashMap};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::{FileLook, Report};
use crate::finding::Finding;
use crate::toolkit::{AltText, Image, PairedPage, Route, Row, each_row, plain_text};

/// The most places that the report shows. A longer one helps nobody.
const PLACES_MAX: usize = 600;
/// The most bytes of one picture, and of all together.
const PICTURE_BYTES_MAX: usize = 150 * 1024;
const PICTURES_BYTES_MAX: usize = 12 * 1024 * 1024;
/// How wide a picture is shown on a screen with two dots for each of ours.
const PICTURE_WIDTH_PX: u32 = 240;
/// The most letters of words that are shown again beside what is wrong with them.
const WORDS_MAX: usize = 120;

/// The files of the report.
pub struct Pages {
    /// Each file in which something was found.
    pub files: Vec<FileView>,
    /// The name of the place of each finding; `None` when the place is not shown.
    pub place_of: Vec<Option<String>>,
    /// How many places are not shown.
    pub left_out: usize,
}

/// A file, as the template sees it.
#[derive(Serialize)]
pub struct FileView {
    id: String,
    path: String,
    title: String,
    lang: Option<String>,
    count: usize,
    places: Vec<PlaceView>,
}

#[derive(Serialize)]
struct PlaceView {
    id: String,
    line: Option<usize>,
    is_row: bool,
    /// What the reader sees, or the line as the author wrote it.
    words: String,
    /// The picture, written out.
    picture: Option<String>,
    /// What is to be said of the picture: its description, or why it is not shown.
    about_picture: String,
    findings: Vec<FindingView>,
}

#[derive(Serialize)]
struct FindingView {
    weight: &'static str,
    rule: String,
    /// The words that it is about, when they are only a part of what stands beside it.
    words: String,
    what: String,
    why: String,
    todo: String,
    /// What `alongside tidy` can do about it.
    fix: Option<String>,
}

/// A place before it is known whether it is shown.
struct Found<'a> {
    line: Option<usize>,
    row: Option<&'a Row>,
    /// The findings there, by number.
    findings: Vec<usize>,
}

/// Pictures, written out as text.
struct Pictures<'a> {
    image: &'a dyn Fn(&Route) -> Option<Vec<u8>>,
    known: HashMap<Route, Option<String>>,
    room: usize,
}

impl Pages {
    /// The rows and findings of a report, in the order of its files and lines.
    pub fn of(report: &Report<'_>) -> Self {
        let found: Vec<(&str, Option<&FileLook<'_>>, Vec<Found<'_>>)> = by_file(report)
            .into_iter()
            .map(|(path, numbers)| {
                let file = report.files.get(path);
                (path, file, places(report, file, &numbers))
            })
            .collect();
        let mut pictures = Pictures { image: report.image, known: HashMap::new(), room: PICTURES_BYTES_MAX };
        let mut pages = Self { files: Vec::new(), place_of: vec![None; report.findings.len()], left_out: 0 };
        // Rows without findings show what is around the others. Where there are too many, they are left out first.
        let all: usize = found.iter().map(|(_, _, places)| places.len()).sum();
        let only_faulty = all > PLACES_MAX;
        let mut shown = 0;
        for (path, file, places) in found {
            let count = places.iter().map(|place| place.findings.len()).sum();
            let mut views = Vec::new();
            for place in places.into_iter().filter(|place| !only_faulty || !place.findings.is_empty()) {
                if shown == PLACES_MAX {
                    pages.left_out += 1;
                    continue;
                }
                shown += 1;
                let id = format!("place-{shown}");
                place.findings.iter().for_each(|number| pages.place_of[*number] = Some(id.clone()));
                views.push(view(report, file, place, id, &mut pictures));
            }
            if views.is_empty() {
                continue;
            }
            let place = file.and_then(|file| file.page.as_ref()).map(|(_, place)| place);
            pages.files.push(FileView {
                id: format!("file-{}", pages.files.len() + 1),
                path: path.to_owned(),
                title: place.map(|place| place.title.clone()).unwrap_or_default(),
                lang: place.map(|place| place.language.to_string()),
                count,
                places: views,
            });
        }
        pages
    }
}

/// The numbers of the findings in each file; those about the toolkit as a whole come first.
fn by_file<'a>(report: &'a Report<'_>) -> BTreeMap<&'a str, Vec<usize>> {
    let mut files: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, finding) in report.findings.iter().enumerate() {
        files.entry(finding.path.as_deref().unwrap_or("")).or_default().push(number);
    }
    files
}

/// The rows of a file, and the other places in which something was found, by line.
fn places<'a>(report: &Report<'_>, file: Option<&'a FileLook<'_>>, numbers: &[usize]) -> Vec<Found<'a>> {
    let mut places: Vec<Found<'a>> = Vec::new();
    let mut of_row: HashMap<&str, usize> = HashMap::new();
    if let Some((file, (paired, _))) = file.and_then(|file| Some((file, file.page.as_ref()?))) {
        let mut rows: Vec<&Row> = Vec::new();
        each_row(&paired.page.blocks, &mut |row| rows.push(row));
        paired.page.footnotes.iter().for_each(|note| each_row(&note.blocks, &mut |row| rows.push(row)));
        for row in rows {
            of_row.insert(&row.id.0, places.len());
            places.push(Found { line: Some(file.lines.line(row.span.start)), row: Some(row), findings: Vec::new() });
        }
    }
    let mut of_line: HashMap<Option<usize>, usize> = HashMap::new();
    for number in numbers {
        let finding = &report.findings[*number];
        let row = finding.row.as_deref().and_then(|row| of_row.get(row));
        let place = row.copied().unwrap_or_else(|| {
            let line = file.zip(finding.span).map(|(file, (start, _))| file.lines.line(start));
            *of_line.entry(line).or_insert_with(|| {
                places.push(Found { line, row: None, findings: Vec::new() });
                places.len() - 1
            })
        });
        places[place].findings.push(*number);
    }
    places.sort_by_key(|place| place.line);
    places
}

fn view(report: &Report<'_>, file: Option<&FileLook<'_>>, place: Found<'_>, id: String, pictures: &mut Pictures<'_>) -> PlaceView {
    let words = match (place.row, place.line.zip(file)) {
        (Some(row), _) => [plain_text(&row.label), plain_text(&row.words)].join(" ").trim().to_owned(),
        (None, Some((line, file))) => short(file.lines.text_of(line), WORDS_MAX * 2),
        (None, None) => String::new(),
    };
    let paired = file.and_then(|file| file.page.as_ref()).map(|(paired, _)| paired);
    let (picture, about_picture) = match place.row.zip(paired) {
        Some((row, paired)) => pictures.of_row(row, paired),
        None => (None, String::new()),
    };
    let findings = place.findings.iter().map(|number| finding_view(&report.findings[*number], file, &words)).collect();
    PlaceView { id, line: place.line, is_row: place.row.is_some(), words, picture, about_picture, findings }
}

fn finding_view(finding: &Finding, file: Option<&FileLook<'_>>, beside: &str) -> FindingView {
    let words = finding.span.zip(file).map(|(span, file)| file.lines.words(span).trim()).unwrap_or_default();
    // Nobody needs to read the whole row twice.
    let is_part = !words.contains('\n') && words.len() < beside.len();
    FindingView {
        weight: finding.severity.word(),
        rule: finding.rule.to_string(),
        words: if is_part { short(words, WORDS_MAX) } else { String::new() },
        what: finding.what.clone(),
        why: finding.why.to_string(),
        todo: finding.todo.to_string(),
        fix: finding.fix.as_ref().map(|fix| fix.label.clone()),
    }
}

fn short(words: &str, letters_max: usize) -> String {
    let words = words.trim();
    if words.chars().count() <= letters_max {
        return words.to_owned();
    }
    words.chars().take(letters_max).collect::<String>() + "…"
}

impl Pictures<'_> {
    /// The picture of a row, written out, and what is to be said about it.
    fn of_row(&mut self, row: &Row, paired: &PairedPage) -> (Option<String>, String) {
        let Some(id) = row.picture else { return (None, "No picture".to_owned()) };
        let found = paired.picture(id);
        let Ok(image) = &found.image else { return (None, "This picture cannot be shown.".to_owned()) };
        let about = match &found.alt {
            Some(AltText::Describes(words)) => format!("Shows: {words}"),
            Some(AltText::Decorative) => "Has no description, on purpose".to_owned(),
            None => "Has no description".to_owned(),
        };
        (self.address(image), about)
    }

    fn address(&mut self, image: &Image) -> Option<String> {
        let (route, media) = smallest(image);
        if let Some(known) = self.known.get(route) {
            self.room = self.room.checked_sub(known.as_ref().map_or(0, String::len))?;
            return known.clone();
        }
        let bytes = (self.image)(route).filter(|bytes| bytes.len() <= PICTURE_BYTES_MAX);
        let address = bytes.map(|bytes| format!("data:{media};base64,{}", STANDARD.encode(bytes)));
        self.known.insert(route.clone(), address.clone());
        self.room = self.room.checked_sub(address.as_ref().map_or(0, String::len))?;
        address
    }
}

/// The smallest file of an image that is wide enough, of a kind that every browser knows.
fn smallest(image: &Image) -> (&Route, &str) {
    let Some(last) = image.sizes.last() else { return (&image.route, "image/svg+xml") };
    let of_kind = image.sizes.iter().filter(|size| size.media == last.media);
    let fits = of_kind.filter(|size| size.width_px >= PICTURE_WIDTH_PX).min_by_key(|size| size.width_px).unwrap_or(last);
    (&fits.route, fits.media)
}
