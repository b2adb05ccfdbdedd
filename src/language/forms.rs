//! Other forms of a word: without its ending, and in the spelling of another country.
//!
//! All are guesses. They are looked up in a table of words, so that a wrong one does no harm.

use crate::toolkit::Language;

/// What a word may be made from. `word` is in small letters.
pub fn bases(word: &str, language: &Language) -> Vec<String> {
    match language.base() {
        "en" => english(word),
        "de" => without(word, &["en", "n", "e", "er", "es", "s", "em", "te", "ten", "t", "st", "innen", "in"]),
        "fr" => {
            let verbs =
                ["ons", "ez", "ent", "ais", "ait", "ions", "iez", "aient", "é", "ée", "és", "ées", "ant", "era", "erez", "eront", "erons"];
            let endings: Vec<(&str, &str)> = verbs.iter().map(|ending| (*ending, "er")).collect();
            without(word, &["s", "x", "e", "es", "ment"]).into_iter().chain(swapped(word, &endings)).collect()
        }
        "es" => {
            const VERBS: [(&str, &str); 14] = [
                ("amos", "ar"),
                ("emos", "er"),
                ("imos", "ir"),
                ("áis", "ar"),
                ("an", "ar"),
                ("en", "er"),
                ("ado", "ar"),
                ("ada", "ar"),
                ("ados", "ar"),
                ("adas", "ar"),
                ("ido", "er"),
                ("ando", "ar"),
                ("iendo", "er"),
                ("aron", "ar"),
            ];
            let nouns = swapped(word, &[("as", "o"), ("a", "o"), ("os", "o")]);
            without(word, &["s", "es", "mente"]).into_iter().chain(nouns).chain(swapped(word, &VERBS)).collect()
        }
        _ => Vec::new(),
    }
}

/// The shortest word that is taken for the base of another.
const LETTERS_MIN: usize = 3;

fn without(word: &str, endings: &[&str]) -> Vec<String> {
    let stems = endings.iter().filter_map(|ending| word.strip_suffix(ending));
    stems.filter(|stem| stem.chars().count() >= LETTERS_MIN).map(str::to_owned).collect()
}

fn swapped(word: &str, endings: &[(&str, &str)]) -> Vec<String> {
    let stems = endings.iter().filter_map(|(ending, other)| Some((word.strip_suffix(ending)?, other)));
    stems.filter(|(stem, _)| stem.chars().count() >= LETTERS_MIN - 1).map(|(stem, other)| format!("{stem}{other}")).collect()
}

fn english(word: &str) -> Vec<String> {
    let mut forms = without(word, &["'s", "'", "s", "es", "ed", "d", "ing", "er", "r", "ers", "rs", "est", "ly", "ness"]);
    forms.extend(swapped(word, &[("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("iness", "y"), ("ally", "al")]));
    forms.extend(swapped(word, &[("ing", "e"), ("ings", "e"), ("ably", "able"), ("ves", "f"), ("ings", "")]));
    for ending in ["ed", "ing", "er", "est", "ers"] {
        if let Some(stem) = word.strip_suffix(ending) {
            let mut letters = stem.chars().rev();
            let doubled = letters.next().zip(letters.next()).is_some_and(|(last, before)| last == before);
            if doubled && stem.len() > LETTERS_MIN {
                forms.push(stem[..stem.len() - stem.chars().next_back().map_or(0, char::len_utf8)].to_owned());
            }
        }
    }
    forms
}

/// Parts of words that the UK and the US spell differently, UK first.
const SPELLINGS: [(&str, &str); 17] = [
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("our", "or"),
    ("tre", "ter"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("ae", "e"),
    ("oe", "e"),
    ("mme", "m"),
    ("ement", "ment"),
    ("lful", "llful"),
];

/// Other spellings of a word: the US one of a UK word, and the other way round. `word` is in small letters.
pub fn spellings(word: &str, language: &Language) -> Vec<String> {
    const LETTERS_MIN: usize = 5;
    if language.base() != "en" || word.len() < LETTERS_MIN {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (uk, us) in SPELLINGS {
        for (from, to) in [(uk, us), (us, uk)] {
            // The beginning of a word is the same in both countries, but for `ae` and `oe`.
            let place = word.rfind(from).filter(|place| *place > 1 || from.len() == 2 && from.ends_with('e') && from != "re");
            if let Some(place) = place
                && from != "e"
                && from != "m"
            {
                found.push(format!("{}{to}{}", &word[..place], &word[place + from.len()..]));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_guessed() {
        let english = Language::english();
        for (word, base) in [
            ("meetings", "meet"),
            ("planning", "plan"),
            ("policies", "policy"),
            ("shared", "share"),
            ("sharing", "share"),
            ("easily", "easy"),
            ("people's", "people"),
            ("lives", "lif"),
        ] {
            assert!(bases(word, &english).iter().any(|form| form == base), "{word}: {:?}", bases(word, &english));
        }
        for (uk, us) in [("organisation", "organization"), ("behaviour", "behavior"), ("travelling", "traveling"), ("centre", "center")] {
            assert!(spellings(uk, &english).contains(&us.to_owned()), "{uk}");
            assert!(spellings(us, &english).contains(&uk.to_owned()), "{us}");
        }
        assert!(bases("rhaid", &Language::new("cy").unwrap()).is_empty());
    }
}
