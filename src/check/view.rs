//! What rules see.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::toolkit::{
    Config, FormatFault, Limit, Measure, Pack, PackFault, PageUses, Paired, PairedPage, Pdfs, PictureList, PictureSource, Place, Profile,
    Profiles, Refused, SettingsFault, SiteMap, SitePath, Snapshot, SourceText, Span, WordEntry, WordSource, Written,
};

use super::prose::{Passage, Prose};
use super::toolkit::theme::ThemeFault;
use super::{OpenAllowance, PageWords};
use crate::pair::{Library, WordLists};

/// One page, with what it asks for.
pub struct PageView<'a> {
    /// The page.
    pub paired: &'a PairedPage,
    /// Its text.
    pub source: &'a str,
    /// Its place in the site.
    pub place: &'a Place,
    /// The site.
    pub site: &'a SiteMap,
    /// The settings of the toolkit.
    pub config: &'a Config,
    /// The day of the build.
    pub today: Date,
    /// Its words and sentences.
    pub prose: &'a Prose<'a>,
    /// The limits for its text.
    pub profile: &'a Profile,
    /// The packs of the toolkit.
    pub library: &'a Library,
    /// What the toolkit knows about pictures.
    pub picture_list: &'a PictureList,
    /// The word lists.
    pub words: &'a WordLists,
}

impl PageView<'_> {
    /// The limit of the page's profile in the page's language; `None` when the profile does not limit this.
    pub fn limit(&self, measure: Measure) -> Option<&Limit> {
        self.profile.limit(measure, &self.place.language)
    }

    /// Whether the word list explains a word of a passage, by itself or with the words beside it.
    pub fn is_explained_at(&self, passage: &Passage<'_>, place: usize) -> bool {
        let pages = self.pages_with_words();
        passage.stretches(place).any(|words| self.words.find(&passage.text[words], &pages).is_some())
    }

    /// What the word list says of some words.
    pub fn explanation(&self, words: &str) -> Option<(WordSource, &WordEntry)> {
        self.words.find(words, &self.pages_with_words())
    }

    /// The pages whose word lists hold here: the page itself and the cover of its guide.
    pub fn pages_with_words(&self) -> Vec<&SitePath> {
        let cover = self.site.guide_of(self.place).map(|(guide, _)| &guide.cover);
        std::iter::once(&self.paired.page.path).chain(cover).collect()
    }

    /// The words of the names of the toolkit, and of the organisation behind it and behind the page.
    pub fn own_names(&self) -> impl Iterator<Item = &str> + Clone {
        own_names(self.config).chain(self.paired.page.front.by.iter().flat_map(|by| by.split_whitespace()))
    }
}

/// The toolkit as a whole.
pub struct SiteView<'a> {
    /// Files that were passed over.
    pub refused: &'a [Refused],
    /// Settings files, and what is wrong with them.
    pub settings: &'a [(SitePath, Vec<SettingsFault>)],
    /// The texts of the toolkit that are no pages.
    pub texts: &'a [SiteText],
    /// Every file.
    pub snapshot: &'a Snapshot,
    /// The packs.
    pub packs: &'a [Pack],
    /// The packs, by their names.
    pub library: &'a Library,
    /// What the toolkit knows about pictures.
    pub picture_list: &'a PictureList,
    /// Where each picture of the site came from.
    pub used_pictures: &'a BTreeSet<PictureSource>,
    /// Which pictures the rows of each page have.
    pub uses: &'a [&'a PageUses],
    /// Picture files in `content/` that nothing shows.
    pub unused_files: &'a [SitePath],
    /// The words of each page that rules about the whole site need to know of.
    pub page_words: &'a [(&'a SitePath, &'a PageWords)],
    /// The word lists.
    pub words: &'a WordLists,
    /// The file of the common word list.
    pub words_path: &'a SitePath,
    /// Leave on single pages to break rules about the whole toolkit.
    pub open: &'a [(&'a SitePath, &'a OpenAllowance)],
    /// The site.
    pub site: &'a SiteMap,
    /// The settings of the toolkit.
    pub config: &'a Config,
    /// The settings file.
    pub config_path: &'a SitePath,
    /// Pictures that are named outside of pages: the logo, and those of the word list.
    pub pictures: &'a [SettingsPicture],
    /// How many rows each page has.
    pub rows: &'a BTreeMap<SitePath, usize>,
    /// The PDFs that were made: none when nothing was built.
    pub pdfs: &'a Pdfs,
    /// The profiles that a toolkit may choose.
    pub profiles: &'a Profiles,
    /// Names on other pages to which links lead in vain.
    pub headings: &'a [WantedHeading],
    /// The themes of the toolkit, by the names of their folders.
    pub themes: &'a [String],
    /// Which of the toolkit's allowances held something back, by place in its settings.
    pub used_allowances: &'a [usize],
}

/// The words of the names of a toolkit and its organisation.
fn own_names(config: &Config) -> impl Iterator<Item = &str> + Clone {
    let names = [Some(&config.title), config.organisation.name.as_ref()];
    names.into_iter().flatten().flat_map(|name| name.split_whitespace())
}

impl SiteView<'_> {
    /// The words of the names of the toolkit and its organisation.
    pub fn own_names(&self) -> impl Iterator<Item = &str> + Clone {
        own_names(self.config)
    }

    /// What is wrong with the packs that are used.
    pub fn pack_faults(&self) -> impl Iterator<Item = &PackFault> {
        self.packs.iter().flat_map(|pack| &pack.faults)
    }
}

/// A text of the toolkit that is no page: settings, word list, list of symbols, template …
#[derive(Clone, Debug)]
pub struct SiteText {
    /// Its file.
    pub path: SitePath,
    /// What stands in it.
    pub source: SourceText,
}

/// A picture that is named outside of pages.
#[derive(Clone, Debug)]
pub struct SettingsPicture {
    /// The file that names it.
    pub path: SitePath,
    /// The word of the word list for which it stands; `None` for the logo.
    pub word: Option<String>,
    /// Where it is named.
    pub written: Written<String>,
    /// What became of it.
    pub paired: Paired,
}

/// A link to a name on another page that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedHeading {
    /// The page with the link.
    pub from: SitePath,
    /// Where the link stands.
    pub span: Span,
    /// The page to which it leads.
    pub to: SitePath,
    /// The name that is not there.
    pub name: String,
    /// The nearest names that are.
    pub nearest: Vec<String>,
}

/// What was made.
pub struct OutputView<'a> {
    /// What is wrong with the theme, and with the pages that came out of it.
    pub faults: &'a [ThemeFault],
    /// What is wrong with the formats of guides.
    pub formats: &'a [FormatFault],
}
