//! What a toolkit says about pictures: `pictures.yaml`.

use jiff::civil::Date;

use super::{SitePath, Span, Written};

/// The file of a toolkit that says what it knows about pictures.
pub const PICTURES_FILE: &str = "pictures.yaml";

/// `pictures.yaml`: which picture stands for which phrase, and what is recorded about files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PictureList {
    /// Phrases that always have the same picture.
    pub phrases: Vec<PicturePhrase>,
    /// What is recorded about files.
    pub records: Vec<PictureRecord>,
}

impl PictureList {
    /// What is recorded about the file at `path`.
    pub fn record(&self, path: &SitePath) -> Option<&PictureRecord> {
        self.records.iter().find(|record| record.path.as_ref() == Some(path))
    }
}

/// A phrase that always has the same picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PicturePhrase {
    /// The phrase.
    pub phrase: String,
    /// Its picture, as it is named in a page.
    pub picture: Written<String>,
    /// Where the phrase stands.
    pub span: Span,
}

/// What is recorded about a picture file: whose it is, and whether the people in it agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureRecord {
    /// The file as written: its path in `content/`.
    pub written: Written<String>,
    /// The file; `None` when what is written is no path.
    pub path: Option<SitePath>,
    /// Who made it.
    pub author: Option<String>,
    /// The words that have to be printed with it.
    pub credit: Option<String>,
    /// How it may be used.
    pub terms: Terms,
    /// Whether people can be made out in it.
    pub people: Option<bool>,
    /// When the people in it, or those who speak for them, agreed to its use.
    pub consent: Option<Date>,
    /// The last day for which they agreed.
    pub consent_until: Option<Date>,
}

/// How a pack, or a picture, may be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The licence, as an SPDX name where there is one; empty when nobody says.
    pub licence: String,
    /// Whether it may be used on a site that makes money, where the settings say so.
    pub commercial: Option<bool>,
    /// The last day on which new pages may use it.
    pub until: Option<Date>,
    /// The most pictures that may be used at a time.
    pub limit: Option<usize>,
    /// Whether readers may be given it as a file of its own, where the settings say so.
    pub redistribute: Option<bool>,
}

impl Terms {
    /// Whether it may be used on a site that makes money: as the settings say, else as the name of the licence says.
    pub fn is_commercial(&self) -> bool {
        let licence = self.licence.to_lowercase().replace(['_', ' '], "-");
        let forbids =
            licence.split('-').any(|part| part == "nc") || licence.contains("non-commercial") || licence.contains("noncommercial");
        self.commercial.unwrap_or(!forbids)
    }

    /// Whether readers may be given it as a file of its own.
    pub fn may_be_redistributed(&self) -> bool {
        self.redistribute.unwrap_or(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_licence_says_whether_it_may_make_money() {
        let terms = |licence: &str| Terms { licence: licence.to_owned(), ..Terms::default() };
        for licence in ["CC-BY-NC-SA-4.0", "CC BY-NC 4.0", "Non-commercial use only", "PolyForm-Noncommercial-1.0.0"] {
            assert!(!terms(licence).is_commercial(), "{licence}");
        }
        for licence in ["CC-BY-SA-4.0", "CC0-1.0", "MIT", "NCSA", ""] {
            assert!(terms(licence).is_commercial(), "{licence}");
        }
        assert!(Terms { commercial: Some(true), ..terms("CC-BY-NC-4.0") }.is_commercial());
    }
}
