//! Profiles: named sets of limits for texts, with their sources.

use std::collections::BTreeMap;

use super::{Config, Language, Level, choice};

/// The profile of easy-read pages, when nothing else is asked for.
pub const DEFAULT_PROFILE: &str = "uk-easy-read";
/// The profile of pages that are prose.
pub const PLAIN_PROFILE: &str = "plain-english";

choice! {
    /// What a limit is about.
    pub enum Measure {
        /// Words in a sentence.
        SentenceWords = "sentence-words",
        /// How common a word must be, in hundredths of its Zipf value: below this it is a hard word.
        WordCommonness = "word-commonness",
        /// Letters in a word.
        WordLetters = "word-letters",
        /// Commas in a sentence that is no list.
        SentenceCommas = "sentence-commas",
        /// Words between brackets.
        BracketWords = "bracket-words",
        /// Words in a paragraph of prose.
        ParagraphWords = "paragraph-words",
        /// Words on one page of the site.
        PageWords = "page-words",
        /// Printed pages of a guide.
        GuidePages = "guide-pages",
        /// Words from which on a page needs a summary.
        SummaryFromWords = "summary-from-words",
        /// Levels of headings.
        HeadingLevels = "heading-levels",
        /// Words in a heading.
        HeadingWords = "heading-words",
        /// Rows one after the other with no heading.
        RowsWithoutHeading = "rows-without-heading",
        /// Columns of a table.
        TableColumns = "table-columns",
        /// Bold words in 100.
        BoldPercent = "bold-percent",
        /// Letters in a description of a picture.
        DescriptionLetters = "description-letters",
        /// Rows one after the other with the same picture.
        SamePictureRows = "same-picture-rows",
        /// Exclamation marks on a page.
        ExclamationMarks = "exclamation-marks",
        /// The smallest print, in points.
        PrintPoints = "print-points",
        /// Letters in a line of print or of the site.
        LineLetters = "line-letters",
        /// Ways to get in touch, at least.
        ContactWays = "contact-ways",
    }
}

/// How much of something is too much (or too little), and who says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limit {
    /// Beyond this, some say that it is too much.
    pub advice: Option<u32>,
    /// Beyond this, it is too much.
    pub warning: Option<u32>,
    /// Beyond this, it is far too much.
    pub strong: Option<u32>,
    /// Who says so.
    pub source: String,
}

/// How far something is beyond its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Beyond {
    /// Some say that it is too much.
    Advice,
    /// It is too much.
    Warning,
    /// It is far too much.
    Strong,
}

impl Limit {
    /// How far `count` is over the limit; `None` when it keeps it.
    pub fn over(&self, count: usize) -> Option<Beyond> {
        let over = |limit: Option<u32>| limit.is_some_and(|limit| count > limit as usize);
        [(self.strong, Beyond::Strong), (self.warning, Beyond::Warning), (self.advice, Beyond::Advice)]
            .into_iter()
            .find_map(|(limit, beyond)| over(limit).then_some(beyond))
    }
}

/// A named set of limits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The name that authors write.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// What it is for, and where it comes from.
    pub about: String,
    /// The languages for which it is made; empty for all.
    pub languages: Vec<Language>,
    /// The limits: the common one under `None`, those of a language under its base.
    limits: BTreeMap<Measure, BTreeMap<Option<String>, Limit>>,
}

impl Profile {
    /// Sets a limit: for one language, or for all that have none of their own.
    pub fn set(&mut self, measure: Measure, language: Option<&str>, limit: Limit) {
        self.limits.entry(measure).or_default().insert(language.map(str::to_owned), limit);
    }

    /// The limit for texts in `language`; `None` when the profile does not limit this.
    pub fn limit(&self, measure: Measure, language: &Language) -> Option<&Limit> {
        let limits = self.limits.get(&measure)?;
        let own = limits.iter().find(|(other, _)| other.as_deref() == Some(language.base()));
        own.map(|(_, limit)| limit).or_else(|| limits.get(&None))
    }

    /// The number beyond which the profile warns; `None` when it does not limit this.
    pub fn warning(&self, measure: Measure, language: &Language) -> Option<u32> {
        self.limit(measure, language)?.warning
    }

    /// Every limit, with the language for which it holds.
    pub fn limits(&self) -> impl Iterator<Item = (Measure, Option<&str>, &Limit)> {
        let each = self.limits.iter().flat_map(|(measure, limits)| limits.iter().map(move |(language, limit)| (measure, language, limit)));
        each.map(|(measure, language, limit)| (*measure, language.as_deref(), limit))
    }

    /// Takes over each limit of `other` for a measure that this profile does not limit.
    pub fn fill_from(&mut self, other: &Self) {
        for (measure, limits) in &other.limits {
            self.limits.entry(*measure).or_insert_with(|| limits.clone());
        }
    }
}

/// All profiles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profiles {
    profiles: Vec<Profile>,
    /// No limits at all: for a toolkit without any profile.
    none: Profile,
}

impl Profiles {
    /// Puts the profiles together.
    pub fn new(profiles: Vec<Profile>) -> Self {
        Self { profiles, none: Profile::default() }
    }

    /// All profiles, by name.
    pub fn all(&self) -> &[Profile] {
        &self.profiles
    }

    /// The profile called `name`.
    pub fn find(&self, name: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.name == name)
    }

    /// The profile for pages of this level and language.
    ///
    /// Prose follows its level. An easy-read page follows the settings; when they name no profile that exists, it follows its
    /// language: the first profile that is made for it (`en-AU` before `en`), else the default.
    pub fn for_page(&self, config: &Config, level: Level, language: &Language) -> &Profile {
        let of_level = (!level.has_rows()).then_some(PLAIN_PROFILE);
        let chosen = of_level.or(config.profile.as_ref().map(|profile| profile.value.as_str()));
        let made_for = |language: &str| self.profiles.iter().find(|profile| profile.languages.iter().any(|made| made.as_str() == language));
        chosen
            .and_then(|name| self.find(name))
            .or_else(|| made_for(language.as_str()))
            .or_else(|| if language.base() == "en" { None } else { made_for(language.base()) })
            .or_else(|| self.find(DEFAULT_PROFILE))
            .unwrap_or(&self.none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toolkit::{Span, Written};

    fn profiles() -> Profiles {
        let profile = |name: &str, languages: &[&str]| Profile {
            name: name.to_owned(),
            languages: languages.iter().filter_map(|tag| Language::new(tag)).collect(),
            ..Profile::default()
        };
        Profiles::new(vec![
            profile("uk-easy-read", &["en", "cy"]),
            profile("au-easy-english", &["en-AU"]),
            profile("leichte-sprache", &["de"]),
            profile("plain-english", &[]),
        ])
    }

    #[test]
    fn a_page_finds_its_profile() {
        let profiles = profiles();
        let mut config = Config::default();
        let named = |config: &Config, level, language| profiles.for_page(config, level, &Language::new(language).unwrap()).name.clone();
        for (language, name) in
            [("en-GB", "uk-easy-read"), ("en-AU", "au-easy-english"), ("de-AT", "leichte-sprache"), ("ar", "uk-easy-read")]
        {
            assert_eq!(named(&config, Level::EasyRead, language), name, "{language}");
            assert_eq!(named(&config, Level::Plain, language), "plain-english");
        }
        config.profile = Some(Written { value: "leichte-sprache".to_owned(), span: Span::default() });
        assert_eq!(named(&config, Level::EasyRead, "en"), "leichte-sprache");
    }

    #[test]
    fn a_language_has_limits_of_its_own() {
        let limit = |warning| Limit { advice: Some(warning - 3), warning: Some(warning), ..Limit::default() };
        let mut profile = Profile::default();
        profile.set(Measure::SentenceWords, None, limit(15));
        profile.set(Measure::SentenceWords, Some("de"), limit(10));
        let german = Language::new("de-AT").unwrap();
        assert_eq!(profile.warning(Measure::SentenceWords, &german), Some(10));
        let english = profile.limit(Measure::SentenceWords, &Language::english()).unwrap();
        let over: Vec<_> = [12, 13, 16, 99].map(|count| english.over(count)).into();
        assert_eq!(over, [None, Some(Beyond::Advice), Some(Beyond::Warning), Some(Beyond::Warning)]);
        assert_eq!(profile.limit(Measure::PageWords, &german), None);
    }
}
