//! Sets of a few words, made when the program is compiled.

/// Words, or phrases, that a rule looks for.
///
/// Nearly every word of a text is in no set, and every word is asked of many sets. So a set first looks at how long a word is
/// and how it begins, which costs nearly nothing.
#[derive(Debug)]
pub struct WordSet {
    words: &'static [&'static str],
    /// For each length: which first letters words of this length have, by the last five bits of their first byte.
    beginnings: [u32; LENGTHS],
}

/// Words of this many bytes and more are looked at together.
const LENGTHS: usize = 16;

impl WordSet {
    /// A set of words, or of phrases with blanks between their words.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut beginnings = [0; LENGTHS];
        let mut place = 0;
        while place < words.len() {
            let bytes = words[place].as_bytes();
            let mut length = 0;
            while length < bytes.len() && bytes[length] != b' ' {
                length += 1;
            }
            beginnings[if length < LENGTHS { length } else { LENGTHS - 1 }] |= letter(bytes);
            place += 1;
        }
        Self { words, beginnings }
    }

    /// Whether the word is in the set. It is in small letters.
    pub fn contains(&self, word: &str) -> bool {
        self.may_begin(word) && self.words.contains(&word)
    }

    /// How many words the longest phrase of the set has with which a text begins. Its words are in small letters.
    pub fn longest(&self, text: &[String]) -> Option<usize> {
        let first = text.first().filter(|first| self.may_begin(first))?;
        let fits = |phrase: &&&str| {
            let mut words = text.iter();
            phrase.starts_with(first.as_str()) && phrase.split(' ').all(|wanted| words.next().is_some_and(|word| word == wanted))
        };
        self.words.iter().filter(fits).map(|phrase| phrase.split(' ').count()).max()
    }

    /// Whether a word or phrase of the set may begin with this word.
    fn may_begin(&self, word: &str) -> bool {
        self.beginnings[word.len().min(LENGTHS - 1)] & letter(word.as_bytes()) != 0
    }
}

/// A bit for the first letter of a word.
const fn letter(word: &[u8]) -> u32 {
    if word.is_empty() { 0 } else { 1 << (word[0] & 31) }
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
        assert_eq!(SET.longest(&[]), None);
    }
}
