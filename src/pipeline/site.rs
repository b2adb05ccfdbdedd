//! What all pages share, read before the first of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::Options;
use crate::check::{self, OpenAllowance, PageWords, SettingsPicture, SiteText, SiteView, WantedHeading};
use crate::link::{self, CONTENT};
use crate::pair::{Assets, Library, SYMBOLS, WordLists, World, find_picture};
use crate::parse::{self, picture_target};
use crate::render::Theme;
use crate::render::theme::THEMES;
use crate::toolkit::{
    AltText, Changes, Config, Origin, PICTURES_FILE, PageHead, PageUses, Pdfs, PictureList, PictureSource, Profiles, Route, SettingsFault,
    SiteMap, SitePath, Snapshot, Span, WordEntry, Written,
};

/// The settings file of a toolkit.
pub const CONFIG_FILE: &str = "alongside.yaml";
/// The word list of a toolkit.
const WORDS_FILE: &str = "words.yaml";

/// The folder of profiles.
const PROFILES: &str = "profiles";
/// The place of the first profile in [`Site::settings`]: before it stand settings, word list and pictures.
const PROFILES_FROM: usize = 3;

/// What all pages share. Its parts are kept from one run to the next as long as the files behind them stay the same.
pub struct Site {
    /// The settings.
    pub config: Arc<Config>,
    /// Every page's head, by path.
    pub heads: Arc<Vec<PageHead>>,
    /// Guides and addresses.
    pub map: Arc<SiteMap>,
    /// Which page stands at which address.
    pub routes: Arc<HashMap<Route, SitePath>>,
    /// The packs.
    pub library: Arc<Library>,
    /// The word lists.
    pub words: Arc<WordLists>,
    /// The profiles.
    pub profiles: Arc<Profiles>,
    /// What it knows about pictures.
    pub pictures: Arc<PictureList>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// The entries of the common word list.
    entries: Arc<Vec<WordEntry>>,
    /// The toolkit's own themes.
    themes: Vec<String>,
    /// What is wrong with settings files.
    settings: Vec<(SitePath, Vec<SettingsFault>)>,
    /// The texts of the toolkit that are no pages.
    texts: Arc<Vec<SiteText>>,
    config_path: SitePath,
    words_path: SitePath,
}

/// What was seen of the toolkit as a whole while its pages were read.
pub struct Seen<'a> {
    /// Names on other pages to which links lead in vain.
    pub headings: &'a [WantedHeading],
    /// Pictures that are named outside of pages.
    pub pictures: &'a [SettingsPicture],
    /// Which of the toolkit's allowances held something back.
    pub used_allowances: &'a [usize],
    /// Where each picture came from.
    pub used: &'a BTreeSet<PictureSource>,
    /// Picture files that nothing shows.
    pub unused_files: &'a [SitePath],
    /// The pictures of the rows of each page.
    pub uses: &'a [&'a PageUses],
    /// Words of each page.
    pub page_words: &'a [(&'a SitePath, &'a PageWords)],
    /// Leave on single pages to break rules about the whole toolkit.
    pub open: &'a [(&'a SitePath, &'a OpenAllowance)],
    /// How many rows each page has.
    pub rows: &'a BTreeMap<SitePath, usize>,
    /// The PDFs that were made.
    pub pdfs: &'a Pdfs,
}

/// What an earlier run read, and what differs since.
#[derive(Clone, Copy)]
pub struct Earlier<'a> {
    /// What all pages shared then.
    pub site: &'a Site,
    /// What differs now.
    pub changes: &'a Changes,
}

/// Whether files with this ending are read as text.
pub fn is_text(path: &SitePath) -> bool {
    matches!(path.extension().as_str(), "md" | "yaml" | "yml" | "csv" | "html" | "xml" | "css" | "js" | "ftl")
}

impl Site {
    /// Reads what all pages share: what differs since an earlier run, or all of it.
    pub fn read(snapshot: &Snapshot, options: &Options, earlier: Option<Earlier<'_>>) -> Self {
        let config_path = path(CONFIG_FILE);
        let words_path = path(WORDS_FILE);
        // The part of an earlier run that none of the changes touches.
        let kept = |touches: &dyn Fn(&Changes) -> bool| earlier.filter(|earlier| !touches(earlier.changes)).map(|earlier| earlier.site);
        let of = |path: &SitePath| kept(&|changes| changes.files.contains(path));
        let pictures_path = path(PICTURES_FILE);
        let (config, config_faults) = settings_file(snapshot, &config_path, of(&config_path), (0, |site| &site.config), parse::config);
        let config = with_profile(config, options.profile.as_deref());
        let (entries, words_faults) = settings_file(snapshot, &words_path, of(&words_path), (1, |site| &site.entries), parse::word_list);
        let (pictures, pictures_faults) =
            settings_file(snapshot, &pictures_path, of(&pictures_path), (2, |site| &site.pictures), parse::picture_list);
        let heads = heads(snapshot, earlier);
        let same_heads = kept(&|_| false).filter(|site| heads_say_the_same(&site.heads, &heads));
        let (map, routes) = match same_heads.filter(|site| Arc::ptr_eq(&site.config, &config)) {
            Some(site) => (site.map.clone(), site.routes.clone()),
            None => {
                let map = link::site_map(&heads, &config, options.drafts);
                let routes = map.places.iter().map(|(path, place)| (place.route.clone(), path.clone())).collect();
                (Arc::new(map), Arc::new(routes))
            }
        };
        let words = match same_heads.filter(|site| Arc::ptr_eq(&site.entries, &entries)) {
            Some(site) => site.words.clone(),
            None => Arc::new(WordLists::new(entries.to_vec(), &heads)),
        };
        let same_packs = kept(&|changes| touches_packs(changes));
        let theme_name = |config: &Config| config.theme.as_ref().map(|theme| theme.value.clone());
        let same_theme = kept(&|changes| changes.any_in(THEMES)).filter(|site| theme_name(&site.config) == theme_name(&config));
        let theme =
            || same_theme.map_or_else(|| Arc::new(Theme::read(snapshot, theme_name(&config).as_deref())), |site| site.theme.clone());
        let library = || same_packs.map_or_else(|| Arc::new(Library::read(snapshot)), |site| site.library.clone());
        let same_profiles = kept(&|changes| changes.any_in(PROFILES));
        let profiles =
            || same_profiles.map_or_else(|| profiles(snapshot), |site| (site.profiles.clone(), site.settings[PROFILES_FROM..].to_vec()));
        // Every page would wait for the lists of words.
        let lists = || check::read_lists(&config.language);
        let ((theme, library), ((profiles, profile_faults), ())) =
            rayon::join(|| rayon::join(theme, library), || rayon::join(profiles, lists));
        let themes = same_theme.map_or_else(|| Theme::names(snapshot), |site| site.themes.clone());
        let same_texts = kept(&|changes| changes.files.iter().any(|path| is_text(path) && path.extension() != "md"));
        let texts = same_texts.map_or_else(|| Arc::new(texts(snapshot)), |site| site.texts.clone());
        let mut settings = vec![(config_path.clone(), config_faults), (words_path.clone(), words_faults), (pictures_path, pictures_faults)];
        settings.extend(profile_faults);
        Self {
            config,
            heads,
            map,
            routes,
            library,
            words,
            profiles,
            pictures,
            theme,
            entries,
            themes,
            settings,
            texts,
            config_path,
            words_path,
        }
    }

    /// Whether the settings or the theme cannot be read as they are meant.
    pub fn is_broken(&self) -> bool {
        !self.theme.faults.is_empty() || self.settings.iter().any(|(_, faults)| !faults.is_empty())
    }

    /// The head of the page at `path`.
    pub fn head(&self, path: &SitePath) -> Option<&PageHead> {
        self.heads.binary_search_by(|head| head.path.cmp(path)).ok().map(|place| &self.heads[place])
    }

    /// Everything that a page may ask for.
    pub fn world<'a>(&'a self, snapshot: &'a Snapshot, assets: &'a dyn Assets) -> World<'a> {
        World {
            snapshot,
            config: &self.config,
            site: &self.map,
            library: &self.library,
            words: &self.words,
            profiles: &self.profiles,
            picture_list: &self.pictures,
            assets,
        }
    }

    /// Whether the toolkit has words of its own for the home page.
    pub fn has_home(&self) -> bool {
        self.map.places.values().any(|place| place.route == Route::home())
    }

    /// The pictures that are named outside of pages: the logo first, if there is one, then those of the word list.
    pub fn settings_pictures(&self, world: World<'_>) -> Vec<SettingsPicture> {
        let logo = self.config.organisation.logo.iter().map(|written| (&self.config_path, None, written));
        let entries = self.words.toolkit().entries().iter();
        let words = entries.filter_map(|entry| Some((&self.words_path, Some(entry.word.clone()), entry.picture.as_ref()?)));
        let picture = |(path, word, written): (&SitePath, Option<String>, &Written<String>)| {
            let target = picture_target(path, &written.value);
            let alt = AltText::Decorative;
            let paired = find_picture((&target, Some(&alt)), &self.config.symbols, &self.config.language, world);
            SettingsPicture { path: path.clone(), word, written: written.clone(), paired }
        };
        let named: Vec<_> = logo.chain(words).collect();
        named.into_par_iter().map(picture).collect()
    }

    /// Whether pages are made of what the author wants to say, so that what is wrong with them is the theme's.
    pub fn blames_theme(&self) -> bool {
        self.settings.iter().all(|(_, faults)| faults.is_empty())
    }

    /// The address of the logo.
    pub fn logo(&self, pictures: &[SettingsPicture]) -> Option<Route> {
        let logo = self.config.organisation.logo.as_ref().and(pictures.first())?;
        logo.paired.image.as_ref().ok().map(|image| image.route.clone())
    }

    /// The toolkit, as rules see it.
    pub fn view<'a>(&'a self, snapshot: &'a Snapshot, seen: &Seen<'a>) -> SiteView<'a> {
        SiteView {
            refused: snapshot.refused(),
            settings: &self.settings,
            texts: &self.texts,
            packs: self.library.packs(),
            site: &self.map,
            config: &self.config,
            config_path: &self.config_path,
            snapshot,
            library: &self.library,
            picture_list: &self.pictures,
            pictures: seen.pictures,
            headings: seen.headings,
            used_pictures: seen.used,
            uses: seen.uses,
            unused_files: seen.unused_files,
            open: seen.open,
            page_words: seen.page_words,
            words: &self.words,
            words_path: &self.words_path,
            rows: seen.rows,
            pdfs: seen.pdfs,
            profiles: &self.profiles,
            themes: &self.themes,
            used_allowances: seen.used_allowances,
        }
    }
}

/// What a settings file says: as an earlier run has it, or read. `known` tells where that run keeps it, and its faults.
fn settings_file<T>(
    snapshot: &Snapshot,
    path: &SitePath,
    earlier: Option<&Site>,
    known: (usize, fn(&Site) -> &Arc<T>),
    read: fn(&str) -> (T, Vec<SettingsFault>),
) -> (Arc<T>, Vec<SettingsFault>) {
    if let Some(site) = earlier {
        return (known.1(site).clone(), site.settings[known.0].1.clone());
    }
    let (value, faults) = read(&text(snapshot, path).unwrap_or_default());
    (Arc::new(value), faults)
}

/// The settings, as if they named this profile.
fn with_profile(config: Arc<Config>, profile: Option<&str>) -> Arc<Config> {
    let named = config.profile.as_ref().map(|named| named.value.as_str());
    if profile.is_none() || named == profile {
        return config;
    }
    let profile = profile.map(|name| Written { value: name.to_owned(), span: Span::default() });
    Arc::new(Config { profile, ..(*config).clone() })
}

/// The path of a file whose name we know to be one.
fn path(name: &'static str) -> SitePath {
    SitePath::new(name).unwrap_or_else(|| unreachable!("{name} is a plain name"))
}

fn text(snapshot: &Snapshot, path: &SitePath) -> Option<String> {
    let bytes = snapshot.read(path).ok()?;
    Some(parse::decode(&bytes).text.to_string())
}

/// Reads the profiles: those that come with Alongside, and the toolkit's own.
fn profiles(snapshot: &Snapshot) -> (Arc<Profiles>, Vec<(SitePath, Vec<SettingsFault>)>) {
    let files: Vec<(&SitePath, String)> = snapshot
        .files_in(PROFILES)
        .filter(|(path, _)| path.extension() == "yaml")
        .filter_map(|(path, _)| Some((path, text(snapshot, path)?)))
        .collect();
    let (profiles, faults) = parse::profiles(files.iter().map(|(path, text)| (path.stem(), text.as_str())));
    (Arc::new(profiles), files.iter().map(|(path, _)| (*path).clone()).zip(faults).collect())
}

/// Reads the author's texts that are no pages.
fn texts(snapshot: &Snapshot) -> Vec<SiteText> {
    let own = snapshot.files().filter(|(path, file)| file.origin == Origin::Toolkit && is_text(path) && path.extension() != "md");
    own.filter_map(|(path, _)| Some(SiteText { path: path.clone(), source: parse::decode(&snapshot.read(path).ok()?) })).collect()
}

/// Reads the heads of all pages, by path; only those of files that differ since an earlier run.
fn heads(snapshot: &Snapshot, earlier: Option<Earlier<'_>>) -> Arc<Vec<PageHead>> {
    let is_page = |path: &SitePath| path.extension() == "md" && path.is_in(CONTENT);
    if let Some(earlier) = earlier.filter(|earlier| !earlier.changes.files.iter().any(is_page)) {
        return earlier.site.heads.clone();
    }
    let pages: Vec<&SitePath> = snapshot.files_in(CONTENT).map(|(path, _)| path).filter(|path| is_page(path)).collect();
    let head = |path: &&SitePath| {
        let known = earlier.filter(|earlier| !earlier.changes.files.contains(*path)).and_then(|earlier| earlier.site.head(path));
        if let Some(head) = known {
            return head.clone();
        }
        let bytes = snapshot.read(path).unwrap_or_else(|_| Vec::new().into());
        parse::head(path, &parse::decode_text(&bytes))
    };
    Arc::new(pages.par_iter().map(head).collect())
}

/// Whether the heads say the same to other pages.
fn heads_say_the_same(old: &Arc<Vec<PageHead>>, new: &Arc<Vec<PageHead>>) -> bool {
    Arc::ptr_eq(old, new) || (old.len() == new.len() && old.iter().zip(new.iter()).all(|(old, new)| says_the_same(old, new)))
}

/// Whether two heads say the same to other pages.
pub fn says_the_same(old: &PageHead, new: &PageHead) -> bool {
    let same_front = Arc::ptr_eq(&old.front, &new.front) || old.front == new.front;
    old.path == new.path && old.title == new.title && same_front
}

/// Whether the index of a pack differs. Its drawings are read only when a page asks for them.
fn touches_packs(changes: &Changes) -> bool {
    let is_index = |path: &SitePath| !is_image(path) || changes.came_or_went.contains(path);
    changes.files.iter().any(|path| path.is_in(SYMBOLS) && is_index(path))
}

/// Whether the file is an image: those are read only when somebody asks for them.
pub fn is_image(path: &SitePath) -> bool {
    matches!(path.extension().as_str(), "png" | "jpg" | "jpeg" | "webp" | "gif" | "svg")
}
