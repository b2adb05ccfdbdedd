//! The toolkit around the current folder, as the verbs of `pictures` need it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::here;
use crate::disk::{self, DiskShelf, Error};
use crate::link::Drafts;
use crate::pair::suggest::{Suggester, Suggestion};
use crate::pair::{Library, Search};
use crate::parse::nearest;
use crate::pipeline::{self, Options, Site, Stand};
use crate::toolkit::{Language, Pack, Quiet, SitePath, Snapshot, Written};

/// A toolkit, read.
pub struct Toolkit {
    /// Its folder.
    pub root: PathBuf,
    /// The toolkit as it stands.
    pub stand: Stand,
}

impl Toolkit {
    /// Reads the toolkit around the current folder.
    pub fn read() -> Result<Self, Error> {
        let root = disk::find_toolkit(&here()?)?;
        let snapshot = disk::snapshot(&root, disk::today(), pipeline::is_text)?.with_shelf(Arc::new(DiskShelf::open(&root)));
        Ok(Self { root, stand: Stand::new(snapshot, options(), &Quiet) })
    }

    /// What its pages share.
    pub fn site(&self) -> &Site {
        self.stand.site()
    }

    /// The page that somebody names, from the current folder or from `content/`, with or without its ending.
    pub fn page(&self, written: &std::path::Path) -> Result<SitePath, Error> {
        let here = here()?;
        let from_here = std::path::absolute(here.join(written)).ok();
        let from_root = from_here.as_ref().and_then(|path| path.strip_prefix(&self.root).ok());
        let spelled = |path: &std::path::Path| path.to_string_lossy().replace('\\', "/");
        let written = spelled(written);
        let spellings = [from_root.map(spelled), Some(written.clone()), Some(format!("content/{written}"))];
        let pages = &self.site().map.places;
        for spelling in spellings.into_iter().flatten() {
            let endings = [spelling.clone(), format!("{spelling}.md"), format!("{spelling}/index.md")];
            if let Some(path) = endings.iter().filter_map(|path| SitePath::new(path)).find(|path| pages.contains_key(path)) {
                return Ok(path);
            }
        }
        let near = nearest(&written, pages.keys().map(SitePath::as_str));
        let hint = near
            .first()
            .map_or_else(|| "Write the path of a page, such as content/page.md".to_owned(), |near| format!("Did you mean {near}?"));
        Err(Error::Unknown(format!("There is no page “{written}”."), hint))
    }
}

/// The packs of the toolkit around the current folder; where there is none, what comes with Alongside.
pub struct Packs(pub Site);

impl Packs {
    /// Reads them.
    pub fn read() -> Result<Self, Error> {
        let snapshot = match disk::find_toolkit(&here()?) {
            Ok(root) => disk::snapshot(&root, disk::today(), pipeline::is_text)?,
            Err(Error::NoToolkit(_)) => {
                let mut snapshot = Snapshot::new(disk::today());
                disk::insert_builtin(&mut snapshot);
                snapshot
            }
            Err(error) => return Err(error),
        };
        Ok(Self(Site::read(&snapshot, &options(), None)))
    }
}

/// The names of the packs to look in, in order: the one that was asked for, else those of `order`.
pub fn pack_names(library: &Library, asked: Option<&str>, order: &[Written<String>]) -> Result<Vec<String>, Error> {
    let Some(asked) = asked else { return Ok(order.iter().map(|pack| pack.value.clone()).collect()) };
    if library.pack(asked).is_some() {
        return Ok(vec![asked.to_owned()]);
    }
    let near = nearest(asked, library.packs().iter().map(|pack| &*pack.name.0));
    let hint = near.first().map_or_else(
        || "Take it in first: alongside pictures add, with its ZIP file or folder.".to_owned(),
        |near| format!("Did you mean {near}?"),
    );
    Err(Error::Unknown(format!("There is no pack of symbols called “{asked}”."), hint))
}

/// A suggester over these packs of a site.
pub fn suggester(site: &Site, packs: &[String], language: &Language) -> Suggester {
    let packs: Vec<&Pack> = packs.iter().filter_map(|name| site.library.pack(name)).collect();
    Suggester::new(&packs, &site.pictures.phrases, language)
}

/// The shortest name that leads to a suggestion on a page that looks in these packs: without its pack where that is clear.
pub fn shortest_name(library: &Library, suggestion: &Suggestion, packs: &[Written<String>]) -> String {
    let Some((pack, id)) = &suggestion.symbol else { return suggestion.written.clone() };
    match library.find(packs.iter().map(|pack| pack.value.as_str()), &id.0) {
        Search::One(found, symbol) if found.name == *pack && symbol.id == *id => id.0.to_string(),
        _ => suggestion.written.clone(),
    }
}

/// A suggestion for programs.
pub fn suggestion_json(suggestion: &Suggestion) -> serde_json::Value {
    let (pack, id) = suggestion.symbol.as_ref().map_or((None, None), |(pack, id)| (Some(&*pack.0), Some(&*id.0)));
    serde_json::json!({
        "picture": suggestion.written,
        "pack": pack,
        "id": id,
        "label": suggestion.label,
        "original": suggestion.originals.first(),
        "variants": suggestion.originals.get(1..).unwrap_or_default(),
        "score": (suggestion.score * 1000.0).round() / 1000.0,
        "why": suggestion.why.word(),
    })
}

/// Pages that readers do not see yet ask for pictures too.
fn options() -> Options {
    Options { drafts: Drafts::Shown, ..Options::default() }
}
