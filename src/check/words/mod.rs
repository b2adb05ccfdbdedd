//! Hard words and the word list.

pub mod hard_word_unexplained;
