//! A page with everything it asks for found, or known to be missing.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{CaptionFault, LinkId, Page, Paired, PictureId, Route, SitePath, StrongId, WordEntry};

/// A page, and what its pictures, bold words and links turned out to be.
#[derive(Clone, Debug)]
pub struct PairedPage {
    /// The page.
    pub page: Page,
    /// Its pictures, by [`PictureId`].
    pub pictures: Vec<Arc<Paired>>,
    /// The picture on its cover.
    pub cover_picture: Option<Arc<Paired>>,
    /// Its bold words, by [`StrongId`].
    pub words: Vec<WordUse>,
    /// Its links, by [`LinkId`].
    pub links: Vec<LinkUse>,
    /// What is wrong with each file of captions to which a link leads, where something is.
    pub captions: BTreeMap<LinkId, Vec<CaptionFault>>,
    /// The long text behind it.
    pub full_version: Option<LinkUse>,
    /// The files to which its links lead.
    pub link_files: Vec<SitePath>,
}

impl PairedPage {
    /// The pictures of its text, of its cover, and of the hard words that it explains.
    fn all_pictures(&self) -> impl Iterator<Item = &Arc<Paired>> {
        let on_words = self.words.iter().filter_map(|word| if let WordUse::Explained(word) = word { word.picture.as_ref() } else { None });
        self.pictures.iter().chain(&self.cover_picture).chain(on_words)
    }

    /// The pictures that the page shows: those of its text, of its cover, and of the hard words that it explains.
    pub fn shown(&self) -> impl Iterator<Item = &Arc<Paired>> {
        self.all_pictures().filter(|picture| picture.image.is_ok())
    }

    /// The files of the toolkit that it asked for, apart from those of pictures that it shows.
    pub fn other_files(&self) -> impl Iterator<Item = &SitePath> {
        let not_shown = self.all_pictures().filter(|picture| picture.image.is_err());
        not_shown.filter_map(|picture| picture.file.as_ref()).chain(&self.link_files)
    }

    /// What became of a picture.
    pub fn picture(&self, id: PictureId) -> &Paired {
        &self.pictures[id.0 as usize]
    }

    /// What became of bold words.
    pub fn word(&self, id: StrongId) -> &WordUse {
        &self.words[id.0 as usize]
    }

    /// What became of a link.
    pub fn link(&self, id: LinkId) -> &LinkUse {
        &self.links[id.0 as usize]
    }
}

/// What bold words are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordUse {
    /// The label of an item.
    Label,
    /// A small word that the author leans on.
    Emphasis,
    /// A hard word with its meaning.
    Explained(Arc<Explained>),
    /// A hard word that nobody explains.
    Unexplained,
}

/// A hard word that is used, with its picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The entry.
    pub entry: WordEntry,
    /// Where the entry stands.
    pub source: WordSource,
    /// Its picture.
    pub picture: Option<Arc<Paired>>,
}

/// Where an entry of the word list stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordSource {
    /// In `words.yaml`.
    Toolkit,
    /// At the head of a page.
    Page(SitePath),
}

/// What a link turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkUse {
    /// It leads to a page of the toolkit.
    Page {
        /// The file of the page.
        path: SitePath,
        /// Its address.
        route: Route,
        /// The name after `#`.
        fragment: Option<String>,
    },
    /// It leads to a name on its own page.
    Here(String),
    /// It leads to a published file.
    File {
        /// Its address.
        route: Route,
        /// Its size in bytes.
        bytes: u64,
    },
    /// It leads to the outside.
    Outside(String),
    /// It leads nowhere.
    Broken(LinkFault),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// No such page; with the nearest ones, as links to write.
    NoPage(Vec<String>),
    /// The page is a draft, and drafts are left out.
    Draft,
    /// No such heading on the page; with the nearest names.
    NoHeading(String, Vec<String>),
    /// No such file; with the nearest ones.
    NoFile(Vec<String>),
    /// A file of a kind that is not published.
    KindOfFile(String),
    /// The file is there and cannot be used. Holds the system's words.
    Unreadable(String),
    /// Out of the toolkit, or nothing at all.
    Lost,
    /// An address that could do harm.
    Refused,
}
