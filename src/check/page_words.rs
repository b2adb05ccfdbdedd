//! The words of a page that rules about the whole site need to know of, and no more.

use super::PageView;
use super::words::one_word_one_thing::spellings;
use crate::language::Way;
use crate::toolkit::{SitePath, Span, WordSource, WordUse};

/// The words of one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageWords {
    /// The entries of word lists to which its bold words lead: the page that has the list (`None` for the common one), and
    /// the word.
    pub entries: Vec<(Option<SitePath>, Box<str>)>,
    /// The entries of its own word list, and where they are written.
    pub own: Vec<(Box<str>, Span)>,
    /// Words that could be written in another way, each way once.
    pub spellings: Vec<SpellingUse>,
}

/// A word that could be written in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpellingUse {
    /// What is written: the same for all its ways.
    pub thing: Box<str>,
    /// How it is written.
    pub way: Way,
    /// The word as it stands there, in small letters.
    pub written: Box<str>,
    /// Where it stands first.
    pub span: Span,
    /// How often it stands on the page in this way.
    pub count: u32,
}

/// Gathers the words of a page.
pub fn page_words(view: &PageView<'_>) -> PageWords {
    let mut entries = Vec::new();
    for (strong, word) in view.paired.page.strongs.iter().zip(&view.paired.words) {
        let found = match word {
            WordUse::Explained(word) => Some((word.source.clone(), word.entry.word.as_str())),
            // The first words of an item may be a hard word too, which the item explains.
            WordUse::Label => {
                let found = view.explanation(strong.text.trim_end_matches(['.', ':']));
                found.map(|(source, entry)| (source, entry.word.as_str()))
            }
            WordUse::Emphasis | WordUse::Unexplained => None,
        };
        let list = |source| if let WordSource::Page(path) = source { Some(path) } else { None };
        let entry = found.map(|(source, word)| (list(source), word.into()));
        entries.extend(entry.filter(|entry| !entries.contains(entry)));
    }
    let own = view.paired.page.front.words.iter().map(|entry| (entry.word.as_str().into(), entry.span)).collect();
    PageWords { entries, own, spellings: spellings(view) }
}
