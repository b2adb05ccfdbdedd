//! Words that no picture is called by -> things that can be drawn.

use std::collections::HashMap;

use super::text::Stems;

/// Our table of other words. Its head says how it is made.
pub const TABLE: &str = include_str!("thesaurus.txt");

/// The table, by the stems of its words.
#[derive(Default)]
pub struct Thesaurus {
    /// What stands for each word: stems of the word, parted by blanks -> stems of what can be drawn, best first.
    rows: HashMap<String, Vec<Vec<String>>>,
    /// The longest word of the table, in words.
    longest: usize,
}

impl Thesaurus {
    /// Reads a table: lines of `word, word = picture; picture`, best first. Lines with `#` are for people.
    pub fn new(table: &str, stems: &Stems) -> Self {
        let mut thesaurus = Self::default();
        for (words, pictures) in rows(table) {
            let pictures: Vec<Vec<String>> = pictures.iter().map(|picture| stems.of(picture)).collect();
            for word in words {
                let word = stems.of(word);
                thesaurus.longest = thesaurus.longest.max(word.len());
                let known = thesaurus.rows.entry(word.join(" ")).or_default();
                for picture in &pictures {
                    if !known.contains(picture) {
                        known.push(picture.clone());
                    }
                }
            }
        }
        thesaurus
    }

    /// What can be drawn for these stems, best first.
    pub fn find(&self, stems: &[String]) -> Option<&[Vec<String>]> {
        self.rows.get(&stems.join(" ")).map(Vec::as_slice)
    }

    /// The longest word of the table, in words.
    pub fn longest(&self) -> usize {
        self.longest
    }
}

/// The rows of a table: (words, pictures).
pub fn rows(table: &str) -> impl Iterator<Item = (Vec<&str>, Vec<&str>)> {
    let lines = table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(|line| {
        let (words, pictures) = line.split_once(" = ")?;
        Some((words.split(',').map(str::trim).collect(), pictures.split(';').map(str::trim).collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_well_formed() {
        let lines = TABLE.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).count();
        assert_eq!(rows(TABLE).count(), lines, "a line without “ = ”");
        let mut words: Vec<&str> = rows(TABLE).flat_map(|(words, _)| words).collect();
        assert!(words.len() >= 600, "{} words", words.len());
        assert!(words.iter().all(|word| !word.is_empty()) && rows(TABLE).all(|(_, pictures)| pictures.iter().all(|name| !name.is_empty())));
        words.sort_unstable();
        let twice: Vec<&[&str]> = words.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "a word has two rows: {twice:?}");
    }

    #[test]
    fn a_word_is_found_in_every_form() {
        let stems = Stems::new("en");
        let thesaurus = Thesaurus::new("vote, have a say = ballot box; tick\n# a note\n", &stems);
        assert_eq!(thesaurus.find(&stems.of("voted")), Some([stems.of("ballot box"), stems.of("tick")].as_slice()));
        assert_eq!(thesaurus.longest(), 3);
        assert_eq!(thesaurus.find(&stems.of("say")), None);
    }
}
