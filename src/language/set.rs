//! Sets of a few words, made when the program is compiled.

/// Words, or phrases, that a rule looks for.
///
/// Nearly every word of a text is in no set, and every word is asked of many sets. So a set first looks at how long a word is
/// and at three of its letters, which costs nearly nothing.
#[derive(Debug)]
pub struct WordSet {
    words: &'static [&'static str],
    /// One bit for each outcome of [`shape`]: whether a word or a first word of the set has it.
    shapes: [u64; SHAPES / 64],
}

/// How many shapes of words are told apart.
const SHAPES: usize = 1024;

impl WordSet {
    /// A set of words, or of phrases with blanks between their words.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut shapes = [0; SHAPES / 64];
        let mut place = 0;
        while place < words.len() {
            let bytes = words[place].as_bytes();
            let mut length = 0;
            while length < bytes.len() && bytes[length] != b' ' {
                length += 1;
            }
            let shape = shape(bytes, length);
            shapes[shape / 64] |= 1 << (shape % 64);
            place += 1;
        }
        Self { words, shapes }
    }

    /// Whether the word is in the set. It is in small letters.
    pub fn contains(&self, word: &str) -> bool {
        self.may_begin(word) && self.words.contains(&word)
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
        let shape = shape(word.as_bytes(), word.len());
        self.shapes[shape / 64] >> (shape % 64) & 1 == 1
    }
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
}
