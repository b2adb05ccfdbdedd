//! Sets of a few words, made when the program is compiled.

use super::known::Known;

/// Words, or phrases, that a rule looks for.
///
/// Nearly every word of a text is in no set, and every word is asked of many sets. So a set first looks at the shape of a word,
/// which costs nearly nothing. And a text that knows the shapes of its words need not look at them one by one.
#[derive(Debug)]
pub struct WordSet {
    words: &'static [&'static str],
    /// Those of its words, and of the first words of its phrases.
    shapes: Shapes,
}

/// The shapes of some words: how long they are, and three of their letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shapes([u64; SHAPES / 64]);

/// How many shapes of words are told apart.
const SHAPES: usize = 1024;

impl Shapes {
    /// Those of no word.
    pub const fn none() -> Self {
        Self([0; SHAPES / 64])
    }

    const fn add(&mut self, shape: usize) {
        self.0[shape / 64] |= 1 << (shape % 64);
    }

    /// Adds that of a word.
    pub fn add_word(&mut self, word: &Known) {
        self.add(usize::from(word.shape()));
    }

    const fn has(&self, shape: usize) -> bool {
        self.0[shape / 64] >> (shape % 64) & 1 == 1
    }

    /// Whether one of these words may be in the set, or begin a phrase of it.
    pub fn may_meet(&self, set: &WordSet) -> bool {
        self.0.iter().zip(&set.shapes.0).fold(0, |both, (one, other)| both | one & other) != 0
    }
}

impl WordSet {
    /// A set of words, or of phrases with blanks between their words.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut shapes = Shapes::none();
        let mut place = 0;
        while place < words.len() {
            let bytes = words[place].as_bytes();
            let mut length = 0;
            while length < bytes.len() && bytes[length] != b' ' {
                length += 1;
            }
            shapes.add(shape(bytes, length));
            place += 1;
        }
        Self { words, shapes }
    }

    /// Whether the word is in the set. It is in small letters.
    pub fn contains(&self, word: &str) -> bool {
        self.may_begin(word) && self.words.contains(&word)
    }

    /// The place of the word in the list of which the set is made. It is in small letters.
    pub fn place(&self, word: &str) -> Option<usize> {
        if self.may_begin(word) { self.words.iter().position(|other| *other == word) } else { None }
    }

    /// How many words the longest phrase of the set has with which a text begins. Its words are in small letters.
    pub fn longest<W: AsRef<str>>(&self, text: &[W]) -> Option<usize> {
        let first = text.first().map(AsRef::as_ref).filter(|first| self.may_begin(first))?;
        let fits = |phrase: &&&str| {
            let mut words = text.iter();
            phrase.starts_with(first) && phrase.split(' ').all(|wanted| words.next().is_some_and(|word| word.as_ref() == wanted))
        };
        self.words.iter().filter(fits).map(|phrase| phrase.split(' ').count()).max()
    }

    /// Whether a word or phrase of the set may begin with this word.
    fn may_begin(&self, word: &str) -> bool {
        self.shapes.has(shape(word.as_bytes(), word.len()))
    }
}

/// The shape of a word.
pub(super) fn shape_of(word: &str) -> u16 {
    u16::try_from(shape(word.as_bytes(), word.len())).unwrap_or_default()
}

/// A number for the length of a word, its first, its middle and its last letter. The word is the first `length` bytes.
const fn shape(bytes: &[u8], length: usize) -> usize {
    if length == 0 {
        return 0;
    }
    let (first, middle, last) = (bytes[0] as usize, bytes[length / 2] as usize, bytes[length - 1] as usize);
    (first + middle * 37 + last * 101 + length * 331) % SHAPES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toolkit::Language;

    static SET: WordSet = WordSet::new(&["no", "not", "über", "as above", "as above so below", "a-word-of-many-letters"]);

    #[test]
    fn words_and_phrases_are_found() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (word, is_in) in [("no", true), ("not", true), ("über", true), ("a-word-of-many-letters", true), ("nor", false), ("", false)] {
            assert_eq!(SET.contains(word), is_in, "{word}");
        }
        for (text, length) in
            [("as above", Some(2)), ("as above so below it", Some(4)), ("as before", None), ("above", None), ("not", Some(1))]
        {
            assert_eq!(SET.longest(&words(text)), length, "{text}");
        }
        assert_eq!(SET.longest::<String>(&[]), None);
    }

    #[test]
    fn a_text_passes_by_sets_that_it_cannot_meet() {
        let meets = |text: &str| {
            let mut shapes = Shapes::none();
            text.split_whitespace().for_each(|word| shapes.add_word(&Known::new(word, &Language::english())));
            shapes.may_meet(&SET)
        };
        assert!(meets("we do not know") && meets("it is as it was") && meets("über"));
        assert!(!meets("we know") && !meets(""));
    }
}
