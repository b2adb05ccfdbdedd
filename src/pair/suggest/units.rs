//! A sentence -> its units of meaning, each with what it may be drawn as.

use super::index::Index;
use super::text::{Stems, words};
use super::thesaurus::Thesaurus;

/// Words that carry no picture, in English. Others are left to their rarity.
const SILENT: &str = "a an the of to in on at by for from with as and or but if than that this these those it its is are was \
    were be been being am do does did has have had having will would shall should could can may might must i me my mine we us \
    our ours you your yours he him his she her hers they them their theirs there here not no nor so too very just also only \
    such into onto out up down over under about because while during until between through each any some both either which \
    what who whom whose when where why how then yes else ever even still yet per etc able rather quite really lot lots s t";

/// Words that say little beside others, in English.
const WEAK: &str = "people person someone somebody anyone anybody everyone everybody thing things something anything everything \
    way get make use go come give take put let want need like know good new many more most much every all other another same \
    first last next after before again always often own part kind sort say tell ask see look keep be try find show mean start \
    become seem feel happen work good well better best right long short big small different sure well important right live life \
    help day week month year time one two three different bring leave set turn end place nobody none never allowed stop together \
    today now think may without inside whole";

/// Short runs of words that only lead up to what matters.
const LEAD_UPS: &[&str] = &[
    "make sure",
    "look at",
    "going to",
    "have to",
    "has to",
    "need to",
    "want to",
    "be able to",
    "such as",
    "lots of",
    "a lot of",
    "as well",
    "at least",
];

/// The weight of a unit that is made of words of this kind.
const STRONG_WEIGHT: f64 = 1.0;
const WEAK_WEIGHT: f64 = 0.35;
/// How far weak words are trusted when a sentence has no others.
const ALONE_TRUST: f64 = 0.8;
const NEGATION_WEIGHT: f64 = 0.3;
/// How much more a unit of several words weighs: it is surer of its meaning.
const SEVERAL_WEIGHT: f64 = 1.25;

/// Some words of a sentence that mean one thing together.
#[derive(Clone, Debug)]
pub struct Unit {
    /// How much it says, beside the other units of its sentence.
    pub weight: f64,
    /// How much the unit alone is trusted, from 0 to 1.
    pub trust: f64,
    /// The stems of its words.
    pub stems: Vec<String>,
    /// Other things that can be drawn for it, best first.
    pub pictures: Vec<Vec<String>>,
}

/// The units of a sentence, in order.
pub fn units(sentence: &str, index: &Index, stems: &Stems, thesaurus: &Thesaurus) -> Vec<Unit> {
    let mut words = words(sentence);
    words.truncate(super::WORDS_MAX);
    let all: Vec<String> = words.iter().map(|word| stems.stem(word)).collect();
    let mut units = Vec::new();
    let mut at = 0;
    while at < all.len() {
        if let Some(length) = lead_up(&words[at..]) {
            at += length;
            continue;
        }
        let length = longest_known(&all[at..], &words[at..], index, thesaurus);
        units.extend(unit(&words[at..at + length], &all[at..at + length], index, thesaurus));
        at += length;
    }
    // "Ask for help": where all words are such, they are what the sentence is about.
    if units.iter().all(|unit: &Unit| unit.weight < STRONG_WEIGHT) {
        for unit in &mut units {
            unit.trust = ALONE_TRUST;
        }
    }
    units.extend(negation(&words, stems));
    units.extend(clock(&words, stems));
    units
}

fn lead_up(words: &[String]) -> Option<usize> {
    LEAD_UPS
        .iter()
        .map(|phrase| phrase.split(' ').collect::<Vec<_>>())
        .find(|phrase| words.len() >= phrase.len() && words.iter().zip(phrase).all(|(a, b)| a == b))
        .map(|phrase| phrase.len())
}

/// How many words from here on are one unit: the longest run that the table or a symbol knows.
fn longest_known(stems: &[String], words: &[String], index: &Index, thesaurus: &Thesaurus) -> usize {
    let most = thesaurus.longest().clamp(3, 6).min(stems.len());
    let known = |length: &usize| {
        let run = &stems[..*length];
        let says_something = words[..*length].iter().any(|word| !is_in(SILENT, word));
        thesaurus.find(run).is_some() || (says_something && !index.named(run).is_empty())
    };
    (2..=most).rev().find(known).unwrap_or(1)
}

fn unit(words: &[String], stems: &[String], index: &Index, thesaurus: &Thesaurus) -> Option<Unit> {
    let pictures = thesaurus.find(stems).map(<[_]>::to_vec).unwrap_or_default();
    if words.len() == 1 && (is_in(SILENT, &words[0]) || words[0].chars().count() < 2 || words[0].chars().all(char::is_numeric)) {
        return None;
    }
    if pictures.is_empty() && stems.iter().all(|stem| index.search(std::slice::from_ref(stem)).is_empty()) {
        return None;
    }
    let weight = match words {
        [word] if is_in(WEAK, word) => WEAK_WEIGHT,
        [_] => STRONG_WEIGHT,
        words if words.iter().all(|word| is_in(WEAK, word) || is_in(SILENT, word)) => STRONG_WEIGHT,
        _ => STRONG_WEIGHT * SEVERAL_WEIGHT,
    };
    Some(Unit { weight, trust: weight.min(1.0), stems: stems.to_vec(), pictures })
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

/// "Do not", "never", "nobody": a sign for no, beside what the sentence is about.
fn negation(words: &[String], stems: &Stems) -> Option<Unit> {
    let forbids = |pair: &[String]| {
        pair[1] == "not" && matches!(pair[0].as_str(), "do" | "must" | "can" | "should" | "may" | "is" | "are") || pair[0] == "never"
    };
    let found = words.windows(2).any(forbids)
        && !words.windows(4).any(|run| run[..2] == ["do", "not"] && matches!(run[2].as_str(), "have" | "need"));
    let pictures = ["prohibited", "cross mark", "no", "no entry"].map(|name| stems.of(name)).to_vec();
    found.then(|| Unit { weight: NEGATION_WEIGHT, trust: WEAK_WEIGHT, stems: Vec::new(), pictures })
}

/// A time of day: the clock that shows it.
fn clock(words: &[String], stems: &Stems) -> Option<Unit> {
    const HOURS: [&str; 12] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let at = words.windows(2).find(|pair| matches!(pair[1].as_str(), "o'clock" | "am" | "pm"))?;
    let hour: usize = at[0].parse().ok().filter(|hour| (1..=12).contains(hour))?;
    let pictures = [format!("{} o'clock", HOURS[hour - 1]), "alarm clock".to_owned(), "clock".to_owned()];
    Some(Unit { weight: STRONG_WEIGHT, trust: 1.0, stems: Vec::new(), pictures: pictures.iter().map(|name| stems.of(name)).collect() })
}
