//! Hard words and the word list.

pub mod abbreviation;
pub mod acronym_unexplained;
pub mod childish_tone;
pub mod contraction;
pub mod disability_language;
pub mod foreign_word;
pub mod hard_word;
pub mod hard_word_unexplained;
pub mod idiom;
pub mod jargon;
mod listed;
pub mod long_word;
mod names;
pub mod one_word_one_thing;
pub mod vague_word;
pub mod word_list_entry;
