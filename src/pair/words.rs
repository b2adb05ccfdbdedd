//! Bold words -> the entries that explain them.

use std::collections::HashMap;
use std::sync::Arc;

use super::{World, find_picture};
use crate::parse::picture_target;
use crate::toolkit::{Explained, Page, PageHead, Place, SitePath, WordEntry, WordList, WordSource, WordUse, Written, is_everyday_emphasis};

/// The word lists of a toolkit: the common one, and those of single pages.
#[derive(Clone, Debug, Default)]
pub struct WordLists {
    toolkit: WordList,
    pages: HashMap<SitePath, WordList>,
}

impl WordLists {
    /// Puts the lists together.
    pub fn new(toolkit: Vec<WordEntry>, heads: &[PageHead]) -> Self {
        let own = heads.iter().filter(|head| !head.front.words.is_empty());
        let pages = own.map(|head| (head.path.clone(), WordList::new(head.front.words.clone()))).collect();
        Self { toolkit: WordList::new(toolkit), pages }
    }

    /// The common list.
    pub fn toolkit(&self) -> &WordList {
        &self.toolkit
    }

    /// Whether the lists of these pages, or the common one, name things that have another name too.
    pub fn has_other_names(&self, pages: &[&SitePath]) -> bool {
        self.toolkit.has_other_names() || pages.iter().any(|page| self.pages.get(*page).is_some_and(WordList::has_other_names))
    }

    /// The entry that should stand in the place of a name at the beginning of `words`, and how many words that has: in the
    /// lists of these pages, then in the common one.
    pub fn other_name<'a>(&'a self, words: &[impl AsRef<str>], pages: &[&SitePath]) -> Option<(&'a WordEntry, usize)> {
        let own = pages.iter().find_map(|page| self.pages.get(*page)?.other_name(words));
        own.or_else(|| self.toolkit.other_name(words))
    }

    /// The entry for `word` in the lists of these pages, in order, then in the common one.
    pub fn find<'a>(&'a self, word: &str, pages: &[&SitePath]) -> Option<(WordSource, &'a WordEntry)> {
        let own = pages.iter().find_map(|page| {
            let entry = self.pages.get(*page)?.find(word)?;
            Some((WordSource::Page((*page).clone()), entry))
        });
        own.or_else(|| self.toolkit.find(word).map(|entry| (WordSource::Toolkit, entry)))
    }
}

/// What each of the bold words of a page is.
pub fn word_uses(page: &Page, place: &Place, packs: &[Written<String>], world: World<'_>) -> Vec<WordUse> {
    let cover = world.site.guide_of(place).map(|(guide, _)| &guide.cover);
    let pages: Vec<&SitePath> = std::iter::once(&page.path).chain(cover).collect();
    let word_use = |strong: &crate::toolkit::Strong| {
        if strong.is_label {
            return WordUse::Label;
        }
        if let Some((source, entry)) = world.words.find(&strong.text, &pages) {
            return WordUse::Explained(Arc::new(explained(source, entry, packs, place, world)));
        }
        if is_everyday_emphasis(place.language.base(), &strong.text) { WordUse::Emphasis } else { WordUse::Unexplained }
    };
    page.strongs.iter().map(word_use).collect()
}

fn explained(source: WordSource, entry: &WordEntry, packs: &[Written<String>], place: &Place, world: World<'_>) -> Explained {
    let picture = entry.picture.as_ref().and_then(|picture| {
        let from = match &source {
            WordSource::Page(path) => path.clone(),
            WordSource::Toolkit => SitePath::new("content/words.yaml")?,
        };
        let target = picture_target(&from, &picture.value);
        Some(Arc::new(find_picture((&target, None), packs, &place.language, world)))
    });
    Explained { entry: entry.clone(), source, picture }
}
