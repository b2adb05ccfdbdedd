//! What can be said of a text without knowing what page it stands on: its sentences and words.
//!
//! Pure functions of text and language. Nothing here knows of pages, rules or limits.

mod sentences;
mod words;

pub use sentences::{Splitter, sentences};
pub use words::{Word, WordKind, words};
