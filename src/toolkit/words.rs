//! The word list: hard words and what they mean.

use std::collections::HashMap;

use super::{Span, Written};

/// A hard word and its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordEntry {
    /// The word, as it is shown in the list.
    pub word: String,
    /// What it means, in a sentence or two.
    pub meaning: String,
    /// Where the meaning is written.
    pub meaning_span: Span,
    /// Other forms of the word that lead to the same entry.
    pub also: Vec<String>,
    /// Other names of the same thing that the author does not want beside this one.
    pub same_as: Vec<String>,
    /// A picture for it, as it is named in a page.
    pub picture: Option<Written<String>>,
    /// Where the entry is written.
    pub span: Span,
}

/// Entries, found by word whatever its capitals, plural or hyphens from a word processor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordList {
    entries: Vec<WordEntry>,
    index: HashMap<String, usize>,
    /// The names that should not stand beside those of the list, by their first words: their words, and the entry.
    others: HashMap<String, Vec<(Vec<String>, usize)>>,
}

impl WordList {
    /// Makes a list. Where two entries have one word, the first one counts.
    pub fn new(entries: Vec<WordEntry>) -> Self {
        let mut index = HashMap::new();
        let mut others: HashMap<String, Vec<(Vec<String>, usize)>> = HashMap::new();
        for (place, entry) in entries.iter().enumerate() {
            index.entry(same_word(&entry.word)).or_insert(place);
        }
        for (place, entry) in entries.iter().enumerate() {
            for form in &entry.also {
                index.entry(same_word(form)).or_insert(place);
            }
            for name in &entry.same_as {
                let words: Vec<String> = same_word(name).split(' ').map(str::to_owned).collect();
                others.entry(words[0].clone()).or_default().push((words, place));
            }
        }
        Self { entries, index, others }
    }

    /// The entries in the order in which they are written.
    pub fn entries(&self) -> &[WordEntry] {
        &self.entries
    }

    /// The entry that explains `word`.
    pub fn find(&self, word: &str) -> Option<&WordEntry> {
        self.place(word).map(|place| &self.entries[place])
    }

    /// The place among the entries of the one that explains `word`.
    pub fn place(&self, word: &str) -> Option<usize> {
        let word = same_word(word);
        let place = self.index.get(&word).or_else(|| singulars(&word).find_map(|form| self.index.get(form)));
        place.copied()
    }

    /// Whether it names things that have another name too.
    pub fn has_other_names(&self) -> bool {
        !self.others.is_empty()
    }

    /// The entry that should stand in the place of a name at the beginning of `words`, and how many words that has.
    /// `words` are in small letters.
    pub fn other_name(&self, words: &[impl AsRef<str>]) -> Option<(&WordEntry, usize)> {
        if self.others.is_empty() {
            return None;
        }
        let first = words.first()?.as_ref();
        let forms = std::iter::once(first).chain(singulars(first));
        let names = forms.filter_map(|form| self.others.get(form)).flatten();
        let stands = |name: &&(Vec<String>, usize)| {
            let same = |(name, word): (&String, &str)| name == word || singulars(word).any(|form| form == name);
            name.0.len() <= words.len() && name.0.iter().zip(words.iter().map(AsRef::as_ref)).all(same)
        };
        let (name, place) = names.filter(stands).max_by_key(|(name, _)| name.len())?;
        Some((&self.entries[*place], name.len()))
    }
}

/// One form for all spellings of a word that differ only in capitals, spaces or typographic signs.
pub fn same_word(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for part in word.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for c in part.chars() {
            match c {
                '\u{2018}' | '\u{2019}' => folded.push('\''),
                '\u{2010}' | '\u{2011}' => folded.push('-'),
                '\u{00AD}' => {}
                c => folded.extend(c.to_lowercase()),
            }
        }
    }
    folded
}

/// What the word may be the plural of, in languages that add an `s`.
fn singulars(word: &str) -> impl Iterator<Item = &str> {
    ["s", "es", "'s"].into_iter().filter_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.chars().count() > 1)
}

/// Words that an author may put in bold to lean on them, and that need no entry in the word list.
///
/// Our own short lists. Only words that every reader knows belong here.
pub fn is_everyday_emphasis(language: &str, words: &str) -> bool {
    let known: &[&str] = match language {
        "en" => &[
            "all",
            "always",
            "and",
            "any",
            "at least",
            "before",
            "after",
            "both",
            "can",
            "cannot",
            "do",
            "do not",
            "each",
            "every",
            "everyone",
            "first",
            "good",
            "important",
            "last",
            "may",
            "more",
            "must",
            "must not",
            "never",
            "no",
            "no one",
            "not",
            "nothing",
            "now",
            "on time",
            "one",
            "only",
            "or",
            "our",
            "same",
            "should",
            "stop",
            "the same",
            "together",
            "us",
            "we",
            "will",
            "with",
            "without",
            "yes",
            "you",
            "your",
        ],
        "cy" => &[
            "a", "ac", "bob", "byth", "cyn", "dim", "eich", "ein", "gyda", "heb", "i gyd", "ie", "na", "nawr", "neb", "neu", "ni", "nid",
            "oes", "pawb", "peidiwch", "pob", "pwysig", "rhaid", "unrhyw", "wastad", "yn unig", "yr un",
        ],
        "de" => &["alle", "immer", "ja", "jeder", "muss", "nein", "nicht", "nie", "nur", "wichtig", "zusammen"],
        "es" => &["importante", "juntos", "no", "nunca", "siempre", "solo", "sí", "todas", "todos"],
        "fr" => &["chaque", "ensemble", "important", "jamais", "non", "oui", "pas", "seulement", "toujours", "tous", "toutes"],
        _ => &[],
    };
    let words = same_word(words.trim_end_matches(['.', ',', ':', '!', '?']));
    known.contains(&words.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> WordList {
        let entry = |word: &str, also: &[&str]| WordEntry {
            word: word.into(),
            meaning: "…".into(),
            meaning_span: Span::default(),
            same_as: Vec::new(),
            also: also.iter().map(|form| (*form).into()).collect(),
            picture: None,
            span: Span::default(),
        };
        WordList::new(vec![entry("Co-production", &["coproduction"]), entry("DPO", &["disabled people's organisation"])])
    }

    #[test]
    fn a_word_is_found_in_every_form() {
        let list = list();
        for form in ["co-production", "CO-PRODUCTION", "co\u{2011}production", "coproduction"] {
            assert_eq!(list.find(form).map(|entry| entry.word.as_str()), Some("Co-production"), "{form}");
        }
        for form in ["DPOs", "Disabled People’s  Organisation", "disabled people's organisations"] {
            assert_eq!(list.find(form).map(|entry| entry.word.as_str()), Some("DPO"), "{form}");
        }
        assert_eq!(list.find("advocate"), None);
    }

    #[test]
    fn small_words_may_be_leaned_on() {
        assert!(is_everyday_emphasis("en", "Not"));
        assert!(is_everyday_emphasis("en", "never."));
        assert!(!is_everyday_emphasis("en", "co-production"));
        assert!(is_everyday_emphasis("cy", "rhaid"));
        assert!(!is_everyday_emphasis("xx", "not"));
    }
}
