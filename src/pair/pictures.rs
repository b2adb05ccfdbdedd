//! What a page asks for -> a picture.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::World;
use super::library::Search;
use crate::parse::{Sought, nearest};
use crate::toolkit::{AltText, Language, Pack, Paired, PictureFault, PictureSource, PictureTarget, SitePath, Snapshot, Written, slug};

/// The most names that are told of pictures like one that is not there.
const NEAREST_MAX: usize = 3;

/// Finds a picture. `packs` are the packs in which a bare name is looked up, in order.
pub fn find_picture(
    (target, alt): (&PictureTarget, Option<&AltText>),
    packs: &[Written<String>],
    language: &Language,
    world: World<'_>,
) -> Paired {
    match target {
        PictureTarget::Nothing => missing(PictureFault::Nothing, alt),
        PictureTarget::Outside(_) => missing(PictureFault::Outside, alt),
        PictureTarget::File(path) => find_file(path, alt, packs, world),
        PictureTarget::Symbol { pack, name } => find_symbol(pack.as_deref(), name, alt, packs, language, world),
    }
}

fn missing(fault: PictureFault, alt: Option<&AltText>) -> Paired {
    Paired { image: Err(fault), alt: alt.cloned(), source: PictureSource::Unknown, file: None }
}

/// The most names that are kept.
const KEPT_MAX: usize = 10_000;

/// Symbols that were found for pages before, or not found. Most pages show the same few, by their bare names.
#[derive(Default)]
pub struct KnownPictures {
    /// The packs and the language for which they were found.
    packs: Vec<String>,
    language: Option<Language>,
    found: FxHashMap<String, Arc<Paired>>,
}

impl KnownPictures {
    /// Forgets what was found for other packs, or in another language.
    pub fn begin(&mut self, packs: &[Written<String>], language: &Language) {
        let same_packs = packs.iter().map(|pack| &pack.value).eq(&self.packs);
        if !same_packs || self.language.as_ref() != Some(language) {
            self.packs = packs.iter().map(|pack| pack.value.clone()).collect();
            self.language = Some(language.clone());
            self.found.clear();
        }
    }

    /// Finds a picture of a page, as [`find_picture`] does.
    pub fn find(
        &mut self,
        picture: (&PictureTarget, Option<&AltText>),
        packs: &[Written<String>],
        language: &Language,
        world: World<'_>,
    ) -> Arc<Paired> {
        let find = || Arc::new(find_picture(picture, packs, language, world));
        let (PictureTarget::Symbol { pack: None, name }, None) = picture else { return find() };
        if let Some(found) = self.found.get(name) {
            return found.clone();
        }
        if self.found.len() >= KEPT_MAX {
            self.found.clear();
        }
        let found = find();
        self.found.insert(name.clone(), found.clone());
        found
    }
}

fn find_file(path: &SitePath, alt: Option<&AltText>, packs: &[Written<String>], world: World<'_>) -> Paired {
    if !world.snapshot.has(path) {
        let mut near = nearest_files(path, world.snapshot, is_image);
        if near.is_empty() {
            // Symbols have no ending: `listen.png` may mean the symbol `listen`.
            let packs: Vec<&str> = packs.iter().map(|pack| pack.value.as_str()).collect();
            near = match world.library.find(packs.iter().copied(), &slug(path.stem())) {
                Search::One(_, symbol) => vec![symbol.id.0.to_string()],
                _ => nearest_symbols(path.stem(), &packs, world),
            };
        }
        return missing(PictureFault::Missing(near), alt);
    }
    let image = world.assets.image(path).map_err(|fault| PictureFault::Broken(path.clone(), fault));
    Paired { image, alt: alt.cloned(), source: PictureSource::File(path.clone()), file: Some(path.clone()) }
}

fn is_image(path: &SitePath) -> bool {
    matches!(path.extension().as_str(), "png" | "jpg" | "jpeg" | "webp" | "gif" | "svg")
}

/// The files of the same folder whose names are most like that of `path`, then those of the same name elsewhere.
pub fn nearest_files(path: &SitePath, snapshot: &Snapshot, kind: fn(&SitePath) -> bool) -> Vec<String> {
    let folder = path.folder();
    let beside: Vec<&str> =
        snapshot.files_in(folder).filter(|(file, _)| file.folder() == folder && kind(file)).map(|(file, _)| file.file_name()).collect();
    let near = nearest(path.file_name(), beside);
    if !near.is_empty() {
        return near.into_iter().map(str::to_owned).collect();
    }
    let elsewhere = snapshot.files_in("content").filter(|(file, _)| file.file_name().eq_ignore_ascii_case(path.file_name()));
    elsewhere.take(3).filter_map(|(file, _)| file.below("content")).map(|file| format!("/{file}")).collect()
}

fn find_symbol(
    pack: Option<&str>,
    name: &str,
    alt: Option<&AltText>,
    packs: &[Written<String>],
    language: &Language,
    world: World<'_>,
) -> Paired {
    let order = || pack.into_iter().chain(packs.iter().map(|pack| pack.value.as_str()).filter(|_| pack.is_none()));
    match world.library.find(order(), name) {
        Search::One(pack, symbol) => {
            let own = || {
                Some(symbol.description_in(language)).filter(|words| !words.is_empty()).map(|words| AltText::Describes(words.to_owned()))
            };
            let image = world.assets.image(&symbol.file).map_err(|fault| PictureFault::Broken(symbol.file.clone(), fault));
            let source = PictureSource::Symbol(pack.name.clone(), symbol.id.clone());
            Paired { image, alt: alt.cloned().or_else(own), source, file: Some(symbol.file.clone()) }
        }
        Search::Several(symbols) => missing(PictureFault::Ambiguous(symbols.iter().map(|symbol| symbol.id.0.to_string()).collect()), alt),
        Search::NoPack(pack) => {
            let known = world.library.packs().iter().map(|pack| &*pack.name.0);
            let near = nearest(&pack, known).into_iter().map(str::to_owned).collect();
            missing(PictureFault::NoPack(pack, near), alt)
        }
        Search::Nothing => missing(PictureFault::Missing(nearest_symbols(name, &order().collect::<Vec<_>>(), world)), alt),
    }
}

/// The symbols whose names, or other names, are most like `name`.
fn nearest_symbols(name: &str, packs: &[&str], world: World<'_>) -> Vec<String> {
    let name = slug(name);
    let packs: Vec<&Pack> = packs.iter().filter_map(|pack| world.library.pack(pack)).collect();
    let ids = packs.iter().flat_map(|pack| pack.symbols()).map(|symbol| &*symbol.id.0);
    let mut near: Vec<String> = nearest(&name, ids).into_iter().map(str::to_owned).collect();
    if near.len() < NEAREST_MAX {
        let sought = Sought::new(&name);
        for symbol in packs.iter().flat_map(|pack| pack.with_other_name(|other| sought.slips(other).is_some())) {
            if !near.iter().any(|known| **known == *symbol.id.0) {
                near.push(symbol.id.0.to_string());
            }
        }
    }
    near.truncate(NEAREST_MAX);
    near
}
