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
    /// The same, told apart more finely: for single words.
    fine: [u64; FINE / 64],
}

/// The shapes of some words: small numbers that are the same for the same word, and rarely for others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shapes([u64; SHAPES / 64]);

/// A word that tells its shape.
pub trait Shaped: AsRef<str> {
    /// A number for the word.
    fn shape(&self) -> u16;
}

impl Shaped for str {
    fn shape(&self) -> u16 {
        shape(self.as_bytes(), self.len())
    }
}

impl Shaped for String {
    fn shape(&self) -> u16 {
        self.as_str().shape()
    }
}

impl Shaped for Known {
    fn shape(&self) -> u16 {
        self.known_shape()
    }
}

impl<W: Shaped + ?Sized> Shaped for &W {
    fn shape(&self) -> u16 {
        (**self).shape()
    }
}

/// How many shapes of words are told apart by a text.
const SHAPES: usize = 1024;
/// How many are told apart by a set that is asked for one word.
const FINE: usize = 4096;

impl Shapes {
    /// Those of no word.
    pub const fn none() -> Self {
        Self([0; SHAPES / 64])
    }

    const fn add(&mut self, shape: u16) {
        let shape = shape as usize % SHAPES;
        self.0[shape / 64] |= 1 << (shape % 64);
    }

    /// Adds that of a word.
    pub fn add_word(&mut self, word: &Known) {
        self.add(word.shape());
    }

    /// Whether one of these words may be in the set, or begin a phrase of it.
    pub fn may_meet(&self, set: &WordSet) -> bool {
        self.0.iter().zip(&set.shapes.0).fold(0, |both, (one, other)| both | one & other) != 0
    }
}

impl WordSet {
    /// A set of words, or of phrases with blanks between their words.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let (mut shapes, mut fine) = (Shapes::none(), [0; FINE / 64]);
        let mut place = 0;
        while place < words.len() {
            let bytes = words[place].as_bytes();
            let mut length = 0;
            while length < bytes.len() && bytes[length] != b' ' {
                length += 1;
            }
            let shape = shape(bytes, length);
            shapes.add(shape);
            fine[shape as usize % FINE / 64] |= 1 << (shape % 64);
            place += 1;
        }
        Self { words, shapes, fine }
    }

    /// Whether the word is in the set. It is in small letters.
    pub fn contains(&self, word: &(impl Shaped + ?Sized)) -> bool {
        self.may_begin(word) && self.words.contains(&word.as_ref())
    }

    /// The place of the word in the list of which the set is made. It is in small letters.
    pub fn place(&self, word: &(impl Shaped + ?Sized)) -> Option<usize> {
        if self.may_begin(word) { self.words.iter().position(|other| *other == word.as_ref()) } else { None }
    }

    /// How many words the longest phrase of the set has with which a text begins. Its words are in small letters.
    pub fn longest<W: Shaped>(&self, text: &[W]) -> Option<usize> {
        let first = text.first().filter(|first| self.may_begin(*first))?.as_ref();
        let fits = |phrase: &&&str| {
            let mut words = text.iter();
            phrase.starts_with(first) && phrase.split(' ').all(|wanted| words.next().is_some_and(|word| word.as_ref() == wanted))
        };
        self.words.iter().filter(fits).map(|phrase| phrase.split(' ').count()).max()
    }

    /// Whether a word or phrase of the set may begin with this word.
    fn may_begin(&self, word: &(impl Shaped + ?Sized)) -> bool {
        let shape = usize::from(word.shape());
        self.fine[shape % FINE / 64] >> (shape % 64) & 1 == 1
    }
}

/// The shape of a word, which is the first `length` bytes: the hash FNV-1a of its letters, folded.
const fn shape(bytes: &[u8], length: usize) -> u16 {
    let mut hash = 0x811c_9dc5_u32;
    let mut place = 0;
    while place < length {
        hash = (hash ^ bytes[place] as u32).wrapping_mul(0x0100_0193);
        place += 1;
    }
    let [a, b, c, d] = hash.to_le_bytes();
    u16::from_le_bytes([a ^ c, b ^ d])
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
