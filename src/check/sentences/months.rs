//! Names of months, for the rule `date`.

/// Months of a language.
pub struct Months {
    /// Whole names, in small letters, January first.
    pub names: [&'static str; 12],
    /// Short forms, without a full stop: (short form, place of the month from 0).
    pub short: &'static [(&'static str, usize)],
    /// Whether names begin with a capital.
    pub capital: bool,
    /// What joins day and month, and month and year: " " or " de ".
    pub joint: &'static str,
}

const ENGLISH: Months = Months {
    names: ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
    short: &[
        ("jan", 0),
        ("feb", 1),
        ("mar", 2),
        ("apr", 3),
        ("jun", 5),
        ("jul", 6),
        ("aug", 7),
        ("sep", 8),
        ("sept", 8),
        ("oct", 9),
        ("nov", 10),
        ("dec", 11),
    ],
    capital: true,
    joint: " ",
};

const WELSH: Months = Months {
    names: ["ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr"],
    short: &[],
    capital: true,
    joint: " ",
};

const GERMAN: Months = Months {
    names: ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"],
    short: &[],
    capital: true,
    joint: " ",
};

const FRENCH: Months = Months {
    names: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    short: &[],
    capital: false,
    joint: " ",
};

const SPANISH: Months = Months {
    names: ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    short: &[],
    capital: false,
    joint: " de ",
};

/// The months of a language that we know.
pub fn months(language: &str) -> Option<&'static Months> {
    Some(match language {
        "en" => &ENGLISH,
        "cy" => &WELSH,
        "de" => &GERMAN,
        "fr" => &FRENCH,
        "es" => &SPANISH,
        _ => return None,
    })
}

impl Months {
    /// The place, from 0, of a month's whole name.
    pub fn place(&self, word: &str) -> Option<usize> {
        self.names.iter().position(|name| *name == word)
    }

    /// The place, from 0, of a month's short form.
    pub fn short_place(&self, word: &str) -> Option<usize> {
        self.short.iter().find(|(short, _)| *short == word).map(|(_, place)| *place)
    }

    /// The name of the month at `place`, as it is written.
    pub fn name(&self, place: usize) -> String {
        let name = self.names[place];
        let mut letters = name.chars();
        match letters.next().filter(|_| self.capital) {
            Some(first) => first.to_uppercase().collect::<String>() + letters.as_str(),
            None => name.to_owned(),
        }
    }

    /// A whole date in words.
    pub fn date(&self, day: u32, month: usize, year: u32, german: bool) -> String {
        let joint = self.joint;
        let stop = if german { "." } else { "" };
        format!("{day}{stop}{joint}{}{joint}{year}", self.name(month))
    }
}
