//! What all pages share, read before the first of them.

use rayon::prelude::*;

use crate::check::{SettingsPicture, SiteView, WantedHeading};
use crate::link::{self, CONTENT, Drafts};
use crate::pair::{Assets, Library, WordLists, World, find_picture};
use crate::parse::{self, picture_target};
use crate::render::Theme;
use crate::toolkit::{AltText, Config, PageHead, Route, SettingsFault, SiteMap, SitePath, Snapshot};

/// The settings file of a toolkit.
pub const CONFIG_FILE: &str = "alongside.yaml";
/// The word list of a toolkit.
const WORDS_FILE: &str = "words.yaml";

/// What all pages share.
pub struct Site {
    /// The settings.
    pub config: Config,
    /// Every page's head, by path.
    pub heads: Vec<PageHead>,
    /// Guides and addresses.
    pub map: SiteMap,
    /// The packs.
    pub library: Library,
    /// The word lists.
    pub words: WordLists,
    /// The theme.
    pub theme: Theme,
    /// The toolkit's own themes.
    themes: Vec<String>,
    /// What is wrong with settings files.
    settings: Vec<(SitePath, Vec<SettingsFault>)>,
    config_path: SitePath,
    words_path: SitePath,
}

/// Whether files with this ending are read as text.
pub fn is_text(path: &SitePath) -> bool {
    matches!(path.extension().as_str(), "md" | "yaml" | "yml" | "csv" | "html" | "xml" | "css" | "js" | "ftl")
}

impl Site {
    /// Reads what all pages share.
    pub fn read(snapshot: &Snapshot, drafts: Drafts) -> Self {
        let config_path = path(CONFIG_FILE);
        let words_path = path(WORDS_FILE);
        let (config, config_faults) = parse::config(&text(snapshot, &config_path).unwrap_or_default());
        let (entries, words_faults) = parse::word_list(&text(snapshot, &words_path).unwrap_or_default());
        let heads = heads(snapshot);
        let map = link::site_map(&heads, &config, drafts);
        Self {
            words: WordLists::new(entries, &heads),
            library: Library::read(snapshot),
            theme: Theme::read(snapshot, config.theme.as_ref().map(|theme| theme.value.as_str())),
            themes: Theme::names(snapshot),
            settings: vec![(config_path.clone(), config_faults), (words_path.clone(), words_faults)],
            config,
            heads,
            map,
            config_path,
            words_path,
        }
    }

    /// Everything that a page may ask for.
    pub fn world<'a>(&'a self, snapshot: &'a Snapshot, assets: &'a dyn Assets) -> World<'a> {
        World { snapshot, config: &self.config, site: &self.map, library: &self.library, words: &self.words, assets }
    }

    /// Whether the toolkit has words of its own for the home page.
    pub fn has_home(&self) -> bool {
        self.map.places.values().any(|place| place.route == Route::home())
    }

    /// The pictures that are named outside of pages: the logo first, if there is one, then those of the word list.
    pub fn settings_pictures(&self, world: World<'_>) -> Vec<SettingsPicture> {
        let logo = self.config.organisation.logo.iter().map(|written| (&self.config_path, written));
        let words = self.words.toolkit().entries().iter().filter_map(|entry| Some((&self.words_path, entry.picture.as_ref()?)));
        let picture = |(path, written): (&SitePath, &crate::toolkit::Written<String>)| {
            let target = picture_target(path, &written.value);
            let alt = AltText::Decorative;
            let paired = find_picture((&target, Some(&alt)), &self.config.symbols, &self.config.language, world);
            SettingsPicture { path: path.clone(), written: written.clone(), paired }
        };
        logo.chain(words).map(picture).collect()
    }

    /// The address of the logo.
    pub fn logo(&self, pictures: &[SettingsPicture]) -> Option<Route> {
        let logo = self.config.organisation.logo.as_ref().and(pictures.first())?;
        logo.paired.image.as_ref().ok().map(|image| image.route.clone())
    }

    /// The toolkit, as rules see it.
    pub fn view<'a>(
        &'a self,
        snapshot: &'a Snapshot,
        headings: &'a [WantedHeading],
        pictures: &'a [SettingsPicture],
        used_allowances: &'a [usize],
    ) -> SiteView<'a> {
        SiteView {
            refused: snapshot.refused(),
            settings: &self.settings,
            packs: self.library.packs(),
            site: &self.map,
            config: &self.config,
            config_path: &self.config_path,
            pictures,
            headings,
            themes: &self.themes,
            used_allowances,
        }
    }
}

/// The path of a file whose name we know to be one.
fn path(name: &'static str) -> SitePath {
    SitePath::new(name).unwrap_or_else(|| unreachable!("{name} is a plain name"))
}

fn text(snapshot: &Snapshot, path: &SitePath) -> Option<String> {
    let bytes = snapshot.read(path).ok()?;
    Some(parse::decode(&bytes).text.to_string())
}

/// Reads the heads of all pages, by path.
fn heads(snapshot: &Snapshot) -> Vec<PageHead> {
    let pages: Vec<&SitePath> = snapshot.files_in(CONTENT).map(|(path, _)| path).filter(|path| path.extension() == "md").collect();
    let head = |path: &&SitePath| {
        let bytes = snapshot.read(path).unwrap_or_else(|_| Vec::new().into());
        parse::head(path, &parse::decode(&bytes).text)
    };
    pages.par_iter().map(head).collect()
}
