//! What can be said of a text without knowing what page it stands on: its sentences, its words, how common and how long
//! they are.
//!
//! Pure functions of text and language. Nothing here knows of pages, rules or limits.

mod common;
mod forms;
mod known;
mod level;
mod lists;
mod passive;
mod sentences;
mod set;
mod signs;
mod spelling;
mod syllables;
mod words;

pub use common::{commonness, commonness_as_spelled, knows_words_of};
pub use forms::{bases, spellings};
pub use known::{Known, Vocabularies, Vocabulary};
pub use level::{Counts, ReadingLevel, Score, reading_level};
pub use lists::{Found, List, Phrase, is_everyday, is_known_acronym, phrases};
pub use passive::{may_be_passive, passive};
pub use sentences::{Splitter, only_sentence, sentences};
pub use set::{Shapes, WordSet};
pub use signs::Signs;
pub use spelling::{Way, spelling};
pub use syllables::syllables;
pub use words::{Word, WordKind, words};

use crate::toolkit::Language;

/// Reads the lists of words of a language, which is else done when the first word of a text is looked up.
pub fn read_lists(language: &Language) {
    commonness_as_spelled("", language);
    lists::beginning("", language);
}
