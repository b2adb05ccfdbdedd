//! Sentences -> words, and words -> stems: `meetings` and `met` are one word for a search.

use rust_stemmers::{Algorithm, Stemmer};

/// Forms that no rule of grammar leads back to their word, in English.
const IRREGULAR: [(&str, &str); 108] = [
    ("ate", "eat"),
    ("became", "become"),
    ("been", "be"),
    ("began", "begin"),
    ("begun", "begin"),
    ("best", "good"),
    ("bit", "bite"),
    ("bitten", "bite"),
    ("blew", "blow"),
    ("bought", "buy"),
    ("broke", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("came", "come"),
    ("caught", "catch"),
    ("children", "child"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("dealt", "deal"),
    ("did", "do"),
    ("done", "do"),
    ("drank", "drink"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("driven", "drive"),
    ("drove", "drive"),
    ("drunk", "drink"),
    ("eaten", "eat"),
    ("fallen", "fall"),
    ("fed", "feed"),
    ("feet", "foot"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("flew", "fly"),
    ("forgot", "forget"),
    ("forgotten", "forget"),
    ("fought", "fight"),
    ("found", "find"),
    ("frozen", "freeze"),
    ("gave", "give"),
    ("given", "give"),
    ("gone", "go"),
    ("got", "get"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("heard", "hear"),
    ("held", "hold"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("led", "lead"),
    ("left", "leave"),
    ("lent", "lend"),
    ("lost", "lose"),
    ("made", "make"),
    ("meant", "mean"),
    ("men", "man"),
    ("met", "meet"),
    ("mice", "mouse"),
    ("paid", "pay"),
    ("ran", "run"),
    ("rang", "ring"),
    ("ridden", "ride"),
    ("rode", "ride"),
    ("said", "say"),
    ("sang", "sing"),
    ("sat", "sit"),
    ("saw", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("shaken", "shake"),
    ("shook", "shake"),
    ("shown", "show"),
    ("slept", "sleep"),
    ("sold", "sell"),
    ("sought", "seek"),
    ("spent", "spend"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("stood", "stand"),
    ("stuck", "stick"),
    ("sung", "sing"),
    ("swam", "swim"),
    ("swum", "swim"),
    ("taken", "take"),
    ("taught", "teach"),
    ("teeth", "tooth"),
    ("thought", "think"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("told", "tell"),
    ("took", "take"),
    ("torn", "tear"),
    ("understood", "understand"),
    ("went", "go"),
    ("wives", "wife"),
    ("woke", "wake"),
    ("women", "woman"),
    ("won", "win"),
    ("wore", "wear"),
    ("worn", "wear"),
    ("written", "write"),
    ("wrote", "write"),
    ("lives", "life"),
];

/// Leads words back to their stems, in one language.
pub struct Stems {
    stemmer: Option<Stemmer>,
    is_english: bool,
}

impl Stems {
    /// For the language with this short name. In one without a stemmer words stay as they are.
    pub fn new(language: &str) -> Self {
        let algorithm = match language {
            "de" => Some(Algorithm::German),
            "en" => Some(Algorithm::English),
            "es" => Some(Algorithm::Spanish),
            "fr" => Some(Algorithm::French),
            "it" => Some(Algorithm::Italian),
            "nl" => Some(Algorithm::Dutch),
            "pt" => Some(Algorithm::Portuguese),
            _ => None,
        };
        Self { stemmer: algorithm.map(Stemmer::create), is_english: language == "en" }
    }

    /// The stem of a word in lower case.
    pub fn stem(&self, word: &str) -> String {
        let irregular = IRREGULAR.iter().find(|(form, _)| self.is_english && *form == word);
        let word = irregular.map_or(word, |(_, base)| base);
        self.stemmer.as_ref().map_or_else(|| word.to_owned(), |stemmer| stemmer.stem(word).into_owned())
    }

    /// The stems of all words of `text`.
    pub fn of(&self, text: &str) -> Vec<String> {
        words(text).iter().map(|word| self.stem(word)).collect()
    }
}

/// The words of a text in lower case. Short forms are written out: `don't` is `do not`. A hyphen parts words.
pub fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['\u{2018}', '\u{2019}', '\u{02BC}'], "'");
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'') {
        let word = word.trim_matches('\'');
        match word {
            "" => {}
            "can't" | "cannot" => push(&mut words, &["can", "not"]),
            "won't" => push(&mut words, &["will", "not"]),
            // `o'clock` is one word.
            _ if word.starts_with("o'") => words.push(word.to_owned()),
            _ => match word.split_once('\'') {
                Some((stem, "t")) if stem.ends_with('n') => push(&mut words, &[stem.trim_end_matches('n'), "not"]),
                Some((stem, _)) if !stem.is_empty() => words.push(stem.to_owned()),
                _ => words.push(word.to_owned()),
            },
        }
    }
    words
}

fn push(words: &mut Vec<String>, more: &[&str]) {
    words.extend(more.iter().map(|word| (*word).to_owned()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_and_short_forms_written_out() {
        assert_eq!(words("Don’t go: it’s 10 o’clock!"), ["do", "not", "go", "it", "10", "o'clock"]);
        assert_eq!(words("Co-production (X-ray)"), ["co", "production", "x", "ray"]);
    }

    #[test]
    fn forms_of_one_word_have_one_stem() {
        let english = Stems::new("en");
        for (one, other) in [("meetings", "met"), ("told", "tell"), ("decides", "deciding"), ("children", "child"), ("chosen", "choose")] {
            assert_eq!(english.stem(one), english.stem(other), "{one} {other}");
        }
        assert_eq!(Stems::new("cy").stem("cyfarfod"), "cyfarfod");
    }
}
