//! The words of a text, each known once. A text says most of its words again and again, and what costs time (how common a word is,
//! how many syllables it has) does not depend on where it stands.

use std::cell::OnceCell;
use std::fmt;
use std::hash::BuildHasher;
use std::ops::Deref;
use std::rc::Rc;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::common::{commonness, commonness_as_spelled};
use super::level::Counts;
use super::lists::{Beginning, beginning, goes_on, is_everyday};
use super::set::Shaped;
use super::spelling::has_spellings;
use crate::toolkit::Language;

/// A word in small letters, with straight apostrophes and plain hyphens, and what is known of it.
#[derive(Clone)]
pub struct Known(Rc<Facts>);

struct Facts {
    word: Box<str>,
    shape: u16,
    letters: Letters,
    language: Language,
    commonness: OnceCell<Option<u32>>,
    as_spelled: OnceCell<Option<u32>>,
    is_everyday: OnceCell<bool>,
    counts: OnceCell<Counts>,
    has_spellings: OnceCell<bool>,
    beginning: OnceCell<Option<&'static Beginning>>,
    goes_on: OnceCell<u64>,
}

/// The letters and digits of a word as a polynomial, whose value is the hash: so hashes of words can be put behind each other.
struct Letters {
    hash: u64,
    /// What the hash of all that stands before them is multiplied by.
    power: u64,
}

impl Letters {
    /// Any odd number whose bits are well mixed: that of the hash FNV-1a.
    const BASE: u64 = 0xcbf2_9ce4_8422_2325;

    fn of(word: &str) -> Self {
        let add = |Self { hash, power }: Self, letter| Self {
            hash: hash.wrapping_mul(Self::BASE).wrapping_add(u64::from(letter)),
            power: power.wrapping_mul(Self::BASE),
        };
        word.chars().filter(|letter| letter.is_alphanumeric()).fold(Self { hash: 0, power: 1 }, add)
    }
}

impl Known {
    /// A word in small letters.
    pub fn new(word: &str, language: &Language) -> Self {
        Self(Rc::new(Facts {
            word: word.into(),
            shape: word.shape(),
            letters: Letters::of(word),
            language: language.clone(),
            commonness: OnceCell::new(),
            as_spelled: OnceCell::new(),
            is_everyday: OnceCell::new(),
            counts: OnceCell::new(),
            has_spellings: OnceCell::new(),
            beginning: OnceCell::new(),
            goes_on: OnceCell::new(),
        }))
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0.word
    }

    /// Its shape: see [`Shapes`](super::Shapes).
    pub(super) fn known_shape(&self) -> u16 {
        self.0.shape
    }

    /// A hash of the letters and digits of the words behind which this one stands, and of its own. Where one word ends and the
    /// next begins makes no difference: “e-mail” and “email” are the same.
    pub fn letters_behind(&self, before: u64) -> u64 {
        before.wrapping_mul(self.0.letters.power).wrapping_add(self.0.letters.hash)
    }

    /// How common it is in the language of its text: see [`commonness`].
    pub fn commonness(&self) -> Option<u32> {
        *self.0.commonness.get_or_init(|| commonness(&self.0.word, &self.0.language))
    }

    /// How common it is as it is spelled: see [`commonness_as_spelled`].
    pub fn commonness_as_spelled(&self) -> Option<u32> {
        *self.0.as_spelled.get_or_init(|| commonness_as_spelled(&self.0.word, &self.0.language))
    }

    /// Whether it is a word of everyday life: see [`is_everyday`].
    pub fn is_everyday(&self) -> bool {
        *self.0.is_everyday.get_or_init(|| is_everyday(&self.0.word, &self.0.language))
    }

    /// What our lists have that begins with it: see [`beginning`].
    pub(super) fn beginning(&self) -> Option<&'static Beginning> {
        *self.0.beginning.get_or_init(|| beginning(&self.0.word, &self.0.language))
    }

    /// A bit for the shape of each word with which something in our lists goes on that begins with it: see [`goes_on`].
    pub(super) fn goes_on(&self) -> u64 {
        *self.0.goes_on.get_or_init(|| self.beginning().map_or(0, |beginning| goes_on(beginning, &self.0.language)))
    }

    /// Whether it may be written in several ways: see [`spelling`](super::spelling()).
    pub fn has_spellings(&self) -> bool {
        *self.0.has_spellings.get_or_init(|| has_spellings(&self.0.word, &self.0.language, || self.commonness()))
    }

    /// What it adds to the counts of its text.
    pub fn counts(&self) -> Counts {
        *self.0.counts.get_or_init(|| Counts::of_word(&self.0.word, &self.0.language, || self.commonness()))
    }
}

impl Deref for Known {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Known {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for Known {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// The words that were met, in every language. Whoever reads many texts keeps it from one to the next.
#[derive(Default)]
pub struct Vocabularies(Vec<Vocabulary>);

impl Vocabularies {
    /// The words of a language.
    pub fn of(&mut self, language: &Language) -> &mut Vocabulary {
        let place = self.0.iter().position(|known| known.language == *language).unwrap_or_else(|| {
            self.0.push(Vocabulary::new(language));
            self.0.len() - 1
        });
        &mut self.0[place]
    }
}

/// The most words that are kept. Those of one language that a set of guides uses are fewer.
const KEPT_MAX: usize = 20_000;

/// For as many words there is room from the beginning.
const WORDS: usize = 256;

/// The words of one language that were met.
pub struct Vocabulary {
    /// The language.
    pub language: Language,
    words: HashTable<Known>,
    /// The same words as they were written: most are met again just so.
    written: HashTable<(Box<str>, Known)>,
    small: String,
}

impl Vocabulary {
    /// No words yet.
    pub fn new(language: &Language) -> Self {
        let (words, written) = (HashTable::with_capacity(WORDS), HashTable::with_capacity(WORDS));
        Self { language: language.clone(), words, written, small: String::new() }
    }

    /// A word as it is written -> the word in small letters, and what is known of it.
    pub fn know(&mut self, written: &str) -> Known {
        if let Some((_, known)) = self.written.find(hash(written), |(word, _)| **word == *written) {
            return known.clone();
        }
        if self.written.len() >= KEPT_MAX {
            self.written.clear();
            self.words.clear();
        }
        self.small.clear();
        fold(written, &mut self.small);
        let entry = self.words.entry(hash(&self.small), |known| known.as_str() == self.small, |known| hash(known.as_str()));
        let known = entry.or_insert_with(|| Known::new(&self.small, &self.language)).get().clone();
        self.written.insert_unique(hash(written), (written.into(), known.clone()), |(word, _)| hash(word));
        known
    }
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}

/// Adds a word in small letters, with straight apostrophes and plain hyphens.
fn fold(word: &str, folded: &mut String) {
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            '\u{00AD}' => {}
            '‘' | '’' => folded.push('\''),
            '\u{2010}' | '\u{2011}' => folded.push('-'),
            // Letters that a PDF draws as one sign.
            'ﬀ' => folded.push_str("ff"),
            'ﬁ' => folded.push_str("fi"),
            'ﬂ' => folded.push_str("fl"),
            'ﬃ' => folded.push_str("ffi"),
            'ﬄ' => folded.push_str("ffl"),
            c => folded.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_once_whatever_its_letters() {
        let english = Language::english();
        let mut vocabulary = Vocabulary::new(&english);
        let words: Vec<Known> = ["The", "the", "Don’t", "don't", "ﬁne", "co\u{2011}op"].map(|word| vocabulary.know(word)).into();
        assert_eq!(words.iter().map(Known::as_str).collect::<Vec<_>>(), ["the", "the", "don't", "don't", "fine", "co-op"]);
        assert!(Rc::ptr_eq(&words[0].0, &words[1].0) && Rc::ptr_eq(&words[2].0, &words[3].0));
        assert_eq!(words[4].commonness(), commonness("fine", &english));
        let letters = |words: &[&str]| words.iter().fold(0, |before, word| Known::new(word, &english).letters_behind(before));
        assert_eq!(letters(&["the", "e-mail"]), letters(&["the", "e", "mail"]));
        assert_ne!(letters(&["the", "mail"]), letters(&["mail", "the"]));
        assert_eq!((words[0].commonness_as_spelled(), words[0].counts().words), (commonness_as_spelled("the", &english), 1));
    }
}
