//! Sentences in the passive: somebody does something, and the sentence does not begin with who.
//!
//! A form of “be” or “get” with a past participle behind it. Participles that are used like adjectives (“involved”,
//! “worried”, “disabled”) count only with “by” behind them.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use super::set::{Shaped, Shapes, WordSet};

/// Whether one of the words of these shapes may begin a passive.
pub fn may_be_passive(shapes: &Shapes) -> bool {
    shapes.may_meet(&BE) || shapes.may_meet(&GET)
}

/// The first passive of a sentence: its words from the form of “be” to the participle, by their places.
///
/// `words` are those of one English sentence, in small letters with straight apostrophes.
pub fn passive<W: Shaped>(words: &[W]) -> Option<Range<usize>> {
    // Most sentences have no such form.
    if !words.iter().any(|word| BE.contains(word) || GET.contains(word)) {
        return None;
    }
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    first(&words)
}

fn first(words: &[&str]) -> Option<Range<usize>> {
    let mut starts = (0..words.len()).filter(|at| is_be(words[*at]) || is_get(words[*at]));
    let fronted = words.len() > 2 && matches!(words[1], "is" | "are") && is_participle(words[0]) && counts(words, 1, 0);
    if fronted {
        return Some(0..2);
    }
    starts.find_map(|at| participle_behind(words, at).map(|end| at..end + 1))
}

/// How many words may stand between “be” and its participle.
const BETWEEN_MAX: usize = 4;

/// The participle that belongs to the form of “be” or “get” at `at`.
fn participle_behind(words: &[&str], at: usize) -> Option<usize> {
    let is_question = at == 0 || at == 1 && QUESTION_WORDS.contains(&words[0]);
    let mut place = at + 1;
    if is_question && words.get(place).is_some_and(|word| SUBJECTS.contains(word)) {
        place += 1;
    }
    if is_question && let Some(found) = question(words, at) {
        return Some(found);
    }
    let end = words.len().min(place + BETWEEN_MAX);
    while place < end {
        let word = words[place];
        if is_participle(word) && !is_adverb(word) {
            return counts(words, at, place).then_some(place);
        }
        if !(is_adverb(word) || is_be(word) && word != "is" && word != "are") {
            return None;
        }
        place += 1;
    }
    None
}

/// The participle of a question: “When was the hall built?”
fn question(words: &[&str], at: usize) -> Option<usize> {
    const SUBJECT_MAX: usize = 4;
    let places = at + 2..words.len().min(at + 2 + SUBJECT_MAX);
    let ends = |place: usize| words.get(place + 1).is_none_or(|next| BEHIND.contains(next));
    places.filter(|place| is_participle(words[*place]) && ends(*place)).find(|place| counts(words, at, *place))
}

/// Whether a participle makes a passive rather than says how something is.
fn counts(words: &[&str], at: usize, place: usize) -> bool {
    let participle = words[place];
    let next = words.get(place + 1).copied();
    if next == Some("by") || next == Some("off") && participle == "laid" {
        return !lists().no_participles.contains(participle);
    }
    let degree = place > at + 1 && DEGREES.contains(&words[place - 1]);
    if degree || lists().adjectives.contains(participle) || next == Some("to") && BEFORE_TO.contains(&participle) {
        return false;
    }
    let third = words.get(place + 2).copied().unwrap_or("");
    if participle == "used" && next == Some("to") && (third.is_empty() || third.ends_with("ing") || USED_TO.contains(&third)) {
        return false;
    }
    // “We are done”: somebody has finished. “It is done”: somebody does it.
    let of_people = PEOPLE.contains(&words[at]) || at > 0 && PEOPLE.contains(&words[at - 1]);
    if participle == "done" && of_people {
        return false;
    }
    if is_get(words[at]) && GET_ADJECTIVES.contains(&participle) {
        return false;
    }
    // “It's been”, “he's gone”: has, not is. With “being” or “been” before it, it is a passive in any case.
    if words[at].ends_with("'s") && words[at] != "what's" {
        return !AFTER_HAS.contains(&participle);
    }
    true
}

static BE: WordSet = WordSet::new(&[
    "am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't", "i'm", "you're", "we're", "they're",
    "it's", "he's", "she's", "that's", "who's", "what's", "there's", "isnt", "arent", "wasnt", "werent", "im", "youre", "theyre", "ain't",
    "who're", "'s", "'re", "'m",
]);
static GET: WordSet = WordSet::new(&["get", "gets", "got", "gotten", "getting"]);

fn is_be(word: &str) -> bool {
    BE.contains(word)
}

fn is_get(word: &str) -> bool {
    GET.contains(word)
}

fn is_adverb(word: &str) -> bool {
    static ADVERBS: WordSet = WordSet::new(&[
        "not",
        "never",
        "also",
        "all",
        "always",
        "already",
        "just",
        "still",
        "even",
        "ever",
        "often",
        "now",
        "then",
        "only",
        "soon",
        "both",
        "well",
        "far",
        "first",
        "once",
        "later",
        "again",
        "thus",
        "therefore",
        "however",
        "either",
        "almost",
        "sometimes",
        "yet",
        "long",
        "more",
        "less",
        "much",
        "too",
        "so",
        "very",
        "best",
        "better",
        "n't",
        "each",
        "indeed",
        "instead",
        "together",
        "perhaps",
        "since",
        "herself",
        "himself",
        "there",
    ]);
    ADVERBS.contains(word) || word.len() > 4 && word.ends_with("ly")
}

/// Whether a word has the form of a past participle.
fn is_participle(word: &str) -> bool {
    if lists().no_participles.contains(word) {
        return false;
    }
    // “Co-produced” is one; “trauma-informed” says how something is.
    if let Some((beginning, rest)) = word.split_once('-') {
        return matches!(beginning, "co" | "de" | "mis" | "out" | "over" | "pre" | "re" | "un" | "under") && is_participle(rest);
    }
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    regular
        || lists().irregular.contains(word)
        || ["re", "un", "over", "mis", "out", "under"]
            .iter()
            .any(|prefix| word.strip_prefix(prefix).is_some_and(|stem| stem.len() > 3 && lists().irregular.contains(stem)))
}

const QUESTION_WORDS: &[&str] = &["who", "what", "when", "where", "why", "how", "which", "if"];
const SUBJECTS: &[&str] =
    &["i", "you", "he", "she", "it", "we", "they", "this", "that", "these", "those", "people", "there", "your", "one", "everyone"];

/// People who can be done with something.
const PEOPLE: &[&str] = &["i", "you", "we", "they", "he", "she", "i'm", "you're", "we're", "they're", "he's", "she's", "im"];

/// What may stand behind the participle of a question.
const BEHIND: &[&str] = &["as", "at", "by", "for", "from", "in", "into", "on", "to", "with"];

/// Words of degree: what stands behind them says how something is.
const DEGREES: &[&str] = &["very", "so", "too", "more", "quite", "really", "pretty"];

/// Participles that are adjectives when “to” stands behind them.
const BEFORE_TO: &[&str] = &["due", "entitled", "opposed", "prepared"];

/// What stands behind “used to” when somebody is used to something.
const USED_TO: &[&str] =
    &["a", "being", "her", "him", "his", "it", "me", "my", "our", "that", "the", "their", "them", "this", "us", "you", "your"];

/// Participles behind “get” that are no passive.
const GET_ADJECTIVES: &[&str] =
    &["started", "used", "rid", "dressed", "ready", "left", "had", "said", "made", "done", "put", "seen", "set", "read", "cut", "found"];

/// Participles that stand more often behind “has” than behind “is”.
const AFTER_HAS: &[&str] = &[
    "become",
    "got",
    "had",
    "gone",
    "come",
    "happened",
    "worked",
    "changed",
    "started",
    "stopped",
    "lived",
    "moved",
    "died",
    "turned",
    "tried",
    "helped",
    "asked",
    "needed",
    "wanted",
    "arrived",
    "increased",
    "ended",
    "begun",
    "taken",
];

/// The lists of `data/words/en/participles.txt`.
struct Lists {
    irregular: HashSet<&'static str>,
    adjectives: HashSet<&'static str>,
    no_participles: HashSet<&'static str>,
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let text = include_str!("../../data/words/en/participles.txt");
        let group = |title: &str| {
            let lines = text.lines().skip_while(|line| !line.starts_with(title)).skip(1).take_while(|line| !line.ends_with(':'));
            lines.flat_map(str::split_whitespace).collect()
        };
        Lists { irregular: group("irregular"), adjectives: group("participles that"), no_participles: group("words that only") }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        passive(&words).map(|range| words[range].join(" "))
    }

    #[test]
    fn passives_are_found() {
        for (text, passive) in [
            ("the plan was written by us", "was written"),
            ("you will be told soon", "be told"),
            ("it has not been fully paid", "been fully paid"),
            ("are they paid for this", "are they paid"),
            ("she got hit", "got hit"),
            ("people are being asked now", "are being asked"),
            ("we are involved by them", "are involved"),
        ] {
            assert_eq!(found(text).as_deref(), Some(passive), "{text}");
        }
    }

    #[test]
    fn adjectives_are_none() {
        for text in [
            "we are involved",
            "i am very interested",
            "disabled people are tired",
            "he is used to it",
            "it is a closed door",
            "we are",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
