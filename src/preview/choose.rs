//! Choosing a picture where the author looks: offers, the change it would make, writing it, undo.
//!
//! This is the one thing that the preview writes: one line of one page, after it was shown, and only when the file still
//! holds what was shown.

use std::sync::{Arc, PoisonError};

use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::News;
use super::answer::{json, plain};
use super::look::{words_of, words_start};
use super::shared::Shared;
use crate::disk::{Error, Folder};
use crate::pipeline::{PageLook, Stand};
use crate::toolkit::{
    ContentHash, Contents, Pack, PictureSource, Quiet, Route, Row, SitePath, SourceFile, Symbol, each_row, line_and_column,
};

/// The most pictures that are offered.
const OFFERS_MAX: usize = 24;
/// The most files of the page's folder that are offered.
const FILES_MAX: usize = 60;
/// The longest description of a picture, in bytes.
const ALT_BYTES_MAX: usize = 500;

/// The last change that was written.
pub struct Written {
    path: SitePath,
    line: usize,
    before: Arc<[u8]>,
    after: Vec<u8>,
}

/// Pictures for a row.
#[derive(Serialize, Default)]
pub struct Offers {
    /// The words of the row.
    words: String,
    /// Symbols, the best first.
    symbols: Vec<Offer>,
    /// Pictures in the folder of the page.
    files: Vec<Offer>,
}

#[derive(Serialize)]
struct Offer {
    /// What stands in the page for it.
    target: String,
    label: String,
    description: String,
    /// Its address.
    src: String,
}

/// What a tab wants to be done.
#[derive(Deserialize)]
struct Wish {
    route: String,
    row: String,
    target: String,
    #[serde(default)]
    alt: String,
    /// The hash of the file that was shown.
    #[serde(default)]
    hash: String,
}

/// A change of one line.
#[derive(Serialize, Default)]
struct Plan {
    path: String,
    line: usize,
    before: String,
    after: String,
    hash: String,
    /// Why nothing can be or was written: `changed`, `cannot` or `gone`.
    problem: Option<&'static str>,
}

/// A change, with the bytes of the file before and after it.
struct Change {
    plan: Plan,
    before: Arc<[u8]>,
    after: Vec<u8>,
}

impl Plan {
    fn problem(problem: &'static str) -> Self {
        Self { problem: Some(problem), ..Self::default() }
    }
}

/// Pictures for the row of the page at `address`. `words` are what is searched; without them it is the row's own.
pub fn offers(shared: &Arc<Shared>, address: &str, row: &str, words: &str) -> Offers {
    let stand = shared.stand();
    let Some((path, page)) = page(&stand, address) else { return Offers::default() };
    let own_words = row_of(&page, row).map_or_else(String::new, |(_, row)| words_of(&row));
    let wanted = if words.trim().is_empty() { &own_words } else { words };
    let order = pack_order(&stand, &page);
    let symbols = stand.search_symbols(wanted, OFFERS_MAX).into_iter().filter_map(|(pack, symbol)| {
        let language = &page.place.language;
        Some(Offer {
            target: name_of(&stand, &order, pack, symbol),
            label: symbol.label_in(language).to_owned(),
            description: symbol.description_in(language).to_owned(),
            src: stand.image_address(&symbol.file)?,
        })
    });
    let symbols = symbols.collect();
    let in_folder = stand.snapshot().files_in(path.folder()).map(|(file, _)| file).filter(|file| file.folder() == path.folder());
    let files = in_folder.take(100 * FILES_MAX).filter_map(|file| {
        let src = stand.image_address(file)?;
        Some(Offer { target: file.file_name().to_owned(), label: file.file_name().to_owned(), description: String::new(), src })
    });
    Offers { symbols, files: files.take(FILES_MAX).collect(), words: own_words }
}

/// Does what a tab asks for.
pub fn act(shared: &Arc<Shared>, path: &str, body: &[u8]) -> Response {
    if path == "/_alongside/undo" {
        return json(&undo(shared));
    }
    let Ok(wish) = serde_json::from_slice::<Wish>(body) else { return plain(StatusCode::BAD_REQUEST, "This cannot be read.") };
    match path {
        "/_alongside/plan" => json(&plan(&shared.stand(), &wish).map_or_else(|plan| plan, |change| change.plan)),
        "/_alongside/write" => json(&write(shared, &wish)),
        _ => plain(StatusCode::NOT_FOUND, "There is no such thing."),
    }
}

fn page<'a>(stand: &'a Stand, address: &str) -> Option<(SitePath, PageLook<'a>)> {
    let path = stand.source(&Route::read(address)?)?.clone();
    let page = stand.look(&path)?;
    Some((path, page))
}

fn row_of(page: &PageLook<'_>, id: &str) -> Option<(usize, Row)> {
    all_rows(page).into_iter().enumerate().find(|(_, row)| row.id.0 == id)
}

fn all_rows(page: &PageLook<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    each_row(&page.paired.page.blocks, &mut |row: &Row| rows.push(row.clone()));
    rows
}

/// The packs in which the symbols of a page are looked up.
fn pack_order(stand: &Stand, page: &PageLook<'_>) -> Vec<String> {
    let site = stand.site();
    let cover = site.map.guide_of(page.place).map(|(_, cover)| cover.front.symbols.as_slice()).unwrap_or_default();
    let mut order: Vec<String> = Vec::new();
    for pack in page.place.front.symbols.iter().chain(cover).chain(&site.config.symbols) {
        if !order.contains(&pack.value) {
            order.push(pack.value.clone());
        }
    }
    order
}

/// The name by which the page finds a symbol: with its pack only where that is needed.
fn name_of(stand: &Stand, order: &[String], pack: &Pack, symbol: &Symbol) -> String {
    let bare = stand.leads_to(order, &symbol.id.0, (pack, symbol));
    if bare { symbol.id.0.to_string() } else { format!("{}/{}", pack.name.0, symbol.id.0) }
}

/// The change of one line that a wish comes to, with the file's bytes before and after it.
fn plan(stand: &Stand, wish: &Wish) -> Result<Change, Plan> {
    let (path, page) = page(stand, &wish.route).ok_or_else(|| Plan::problem("gone"))?;
    let (place, row) = row_of(&page, &wish.row).ok_or_else(|| Plan::problem("gone"))?;
    let before = stand.snapshot().read(&path).map_err(|_| Plan::problem("gone"))?;
    let text = &*page.source.text;
    let (start, end, picture) = match row.picture {
        Some(id) => {
            let span = page.paired.page.pictures[id.0 as usize].span;
            (span.start, span.end, mark(wish))
        }
        None => (words_start(&row), words_start(&row), format!("{} ", mark(wish))),
    };
    let (line, column) = line_and_column(text, start);
    let old_line = text.lines().nth(line - 1).unwrap_or_default();
    let from: usize = old_line.chars().take(column - 1).map(char::len_utf8).sum();
    let to = from + (end - start) as usize;
    let (Some(head), Some(tail)) = (old_line.get(..from), old_line.get(to..)) else { return Err(Plan::problem("cannot")) };
    let new_line = format!("{head}{picture}{tail}");
    let after = with_line(&before, line, old_line, &new_line).ok_or_else(|| Plan::problem("cannot"))?;
    if !is_one_picture_more(stand, &page, &path, &after, place) {
        return Err(Plan::problem("cannot"));
    }
    let hash = ContentHash::of(&before).hex();
    let plan = Plan { path: path.to_string(), line, before: old_line.to_owned(), after: new_line, hash, problem: None };
    Ok(Change { plan, before, after })
}

/// The picture as Markdown.
fn mark(wish: &Wish) -> String {
    let is_plain = |c: char| !c.is_control() && !matches!(c, '<' | '>' | '\\');
    let target: String = wish.target.chars().filter(|c| is_plain(*c)).collect();
    let target = if target.contains([' ', '(', ')']) { format!("<{target}>") } else { target };
    let words = wish.alt.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut alt = String::new();
    for c in words.chars().filter(|c| !c.is_control()).take_while({
        let mut bytes = 0;
        move |c| {
            bytes += c.len_utf8();
            bytes <= ALT_BYTES_MAX
        }
    }) {
        if matches!(c, '[' | ']' | '\\' | '*' | '_' | '`' | '<') {
            alt.push('\\');
        }
        alt.push(c);
    }
    format!("![{alt}]({target})")
}

/// The bytes of a file in which one line is another one. The mark at its beginning and all line ends stay.
///
/// `None` for a file that is not UTF-8, or whose line is not the one that was shown.
fn with_line(bytes: &[u8], line: usize, old: &str, new: &str) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (mark, body) = text.strip_prefix('\u{FEFF}').map_or(("", text), |body| ("\u{FEFF}", body));
    let mut out = String::from(mark);
    let mut rest = body;
    for number in 1.. {
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let ending = if rest[end..].starts_with("\r\n") { 2 } else { usize::from(end < rest.len()) };
        if number == line {
            if &rest[..end] != old {
                return None;
            }
            out.push_str(new);
            out.push_str(&rest[end..]);
            return Some(out.into_bytes());
        }
        if ending == 0 {
            return None;
        }
        out.push_str(&rest[..end + ending]);
        rest = &rest[end + ending..];
    }
    None
}

/// Whether the page with these bytes differs from the one that is shown in the picture of one row, and in nothing else.
fn is_one_picture_more(stand: &Stand, page: &PageLook<'_>, path: &SitePath, after: &[u8], place: usize) -> bool {
    let mut snapshot = stand.snapshot().clone();
    let Some(origin) = snapshot.get(path).map(|file| file.origin) else { return false };
    snapshot.insert(path.clone(), SourceFile { origin, contents: Contents::Held(after.into()) });
    let next = stand.next(snapshot, &Quiet);
    let Some(new) = next.look(path) else { return false };
    let (old_rows, new_rows) = (all_rows(page), all_rows(&new));
    let same_words = old_rows.len() == new_rows.len() && old_rows.iter().zip(&new_rows).all(|(old, new)| words_of(old) == words_of(new));
    let source = |page: &PageLook<'_>, row: &Row| row.picture.map(|id| page.paired.picture(id).source.clone());
    let others_same =
        old_rows.iter().zip(&new_rows).enumerate().all(|(number, (old, row))| number == place || source(page, old) == source(&new, row));
    let is_there = new_rows.get(place).and_then(|row| row.picture).is_some_and(|id| {
        let picture = new.paired.picture(id);
        picture.image.is_ok() && picture.source != PictureSource::Unknown
    });
    same_words && others_same && is_there
}

/// Writes what was shown.
fn write(shared: &Arc<Shared>, wish: &Wish) -> Plan {
    let Change { plan, before, after } = match plan(&shared.stand(), wish) {
        Ok(change) => change,
        Err(plan) => return plan,
    };
    if plan.hash != wish.hash {
        return Plan::problem("changed");
    }
    let Some(path) = SitePath::new(&plan.path) else { return Plan::problem("gone") };
    if let Err(error) = Folder::replace(&shared.root, &path, &before, &after) {
        return Plan::problem(problem_of(&error));
    }
    shared.tell(News::Wrote { path: &path, line: plan.line });
    *shared.written.lock().unwrap_or_else(PoisonError::into_inner) = Some(Written { path, line: plan.line, before, after });
    plan
}

/// Takes the last change back, when the file still holds it.
fn undo(shared: &Arc<Shared>) -> Plan {
    let Some(written) = shared.written.lock().unwrap_or_else(PoisonError::into_inner).take() else { return Plan::problem("gone") };
    if let Err(error) = Folder::replace(&shared.root, &written.path, &written.after, &written.before) {
        return Plan::problem(problem_of(&error));
    }
    shared.tell(News::Wrote { path: &written.path, line: written.line });
    Plan { path: written.path.to_string(), line: written.line, ..Plan::default() }
}

fn problem_of(error: &Error) -> &'static str {
    match error {
        Error::ChangedMeanwhile(_) => "changed",
        _ => "cannot",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_changed_and_nothing_else() {
        let change =
            |bytes: &str, line, old, new| with_line(bytes.as_bytes(), line, old, new).map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(change("a\nb\nc", 2, "b", "x").as_deref(), Some("a\nx\nc"));
        assert_eq!(change("\u{FEFF}a\r\nb\r\n", 1, "a", "x").as_deref(), Some("\u{FEFF}x\r\nb\r\n"));
        assert_eq!(change("a\rb\rc", 3, "c", "x").as_deref(), Some("a\rb\rx"));
        assert_eq!(change("a\nb", 2, "c", "x"), None);
        assert_eq!(change("a", 2, "", "x"), None);
        assert_eq!(with_line(b"a\xff", 1, "a", "x"), None);
    }

    #[test]
    fn pictures_are_written_as_markdown() {
        let mark = |target: &str, alt: &str| {
            mark(&Wish { route: String::new(), row: String::new(), target: target.into(), alt: alt.into(), hash: String::new() })
        };
        assert_eq!(mark("listen", ""), "![](listen)");
        assert_eq!(mark("our hall (new).jpg", " A [big]\nhall "), "![A \\[big\\] hall](<our hall (new).jpg>)");
    }
}
