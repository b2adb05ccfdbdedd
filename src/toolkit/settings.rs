//! What the author decides: `alongside.yaml`, and the front matter of each page.

use jiff::civil::Date;

use super::{Describe, FormatKind, Language, Level, Side, Span, Status};

/// A value together with the place in its source text where the author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// Ways to get in touch. A guide's own come before those of the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// A telephone number, as people write it.
    pub phone: Option<String>,
    /// A number for text messages.
    pub text: Option<String>,
    /// An email address.
    pub email: Option<String>,
    /// A postal address, its lines separated by commas or line breaks.
    pub post: Option<String>,
    /// A web address.
    pub web: Option<String>,
}

impl Contact {
    /// Whether no way is given.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Who publishes the toolkit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    /// Its name.
    pub name: Option<String>,
    /// Its logo: a picture, as it is named in a page.
    pub logo: Option<Written<String>>,
    /// What the logo shows.
    pub logo_description: Option<String>,
    /// How to reach it.
    pub contact: Contact,
}

/// How pictures stand on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSettings {
    /// Which pictures a screen reader reads out.
    pub describe: Describe,
    /// The side on which they stand.
    pub side: Side,
}

impl Default for PictureSettings {
    fn default() -> Self {
        Self { describe: Describe::Quiet, side: Side::Left }
    }
}

/// What the accessibility page says. Nothing is claimed that is not written here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accessibility {
    /// The standard that the organisation aims for, such as `WCAG 2.2 AA`.
    pub standard: Option<String>,
    /// What is known not to work yet, one sentence each.
    pub problems: Vec<String>,
    /// When people last tested the site.
    pub tested: Option<Date>,
    /// Who tested it.
    pub tested_by: Option<String>,
    /// Where to complain when the organisation does not help.
    pub complaints: Option<String>,
}

/// Leave to break a rule, with its reason. The reason is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The rule's name, as written.
    pub rule: String,
    /// Why; empty when the author gave no reason.
    pub reason: String,
    /// Where it is written.
    pub span: Span,
    /// The stretch of the page for which it holds; `None` for the whole page or toolkit.
    pub covers: Option<Span>,
}

/// The settings of a toolkit: `alongside.yaml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The name of the toolkit; the one setting that must be there.
    pub title: String,
    /// The language of pages that name none.
    pub language: Language,
    /// Where the site will stand, with a `/` at its end: for the site map, the feed and the page "not found".
    pub address: Option<String>,
    /// Who publishes it.
    pub organisation: Organisation,
    /// The set of limits for its text, by name; `None` leaves the choice to the language of each page.
    pub profile: Option<Written<String>>,
    /// The level of pages that name none.
    pub level: Level,
    /// The packs in which a symbol is looked up, in order.
    pub symbols: Vec<Written<String>>,
    /// How pictures stand.
    pub pictures: PictureSettings,
    /// The formats of guides that name none.
    pub formats: Vec<FormatKind>,
    /// Whether booklets begin with a page that says how to print and fold them.
    pub fold_page: bool,
    /// The folder of `themes/` that comes before `default`.
    pub theme: Option<Written<String>>,
    /// The languages in which the toolkit is published, when there are several.
    pub languages: Vec<Language>,
    /// Short names in capitals that all readers of the toolkit know.
    pub acronyms: Vec<String>,
    /// Whether the site makes money: some packs do not allow that.
    pub commercial: bool,
    /// What the accessibility page says.
    pub accessibility: Accessibility,
    /// Rules that need not hold anywhere in the toolkit.
    pub allow: Vec<Allowance>,
}

/// The pack that comes with Alongside.
pub const STARTER_PACK: &str = "starter";

impl Default for Config {
    fn default() -> Self {
        Self {
            title: String::new(),
            language: Language::english(),
            address: None,
            organisation: Organisation::default(),
            profile: None,
            level: Level::EasyRead,
            symbols: vec![Written { value: STARTER_PACK.to_owned(), span: Span::default() }],
            pictures: PictureSettings::default(),
            formats: vec![FormatKind::Web],
            fold_page: true,
            theme: None,
            languages: Vec::new(),
            acronyms: Vec::new(),
            commercial: false,
            accessibility: Accessibility::default(),
            allow: Vec::new(),
        }
    }
}

/// What an author says about a page between the two lines `---` at its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The page's name.
    pub title: Option<Written<String>>,
    /// A second line under the title of a guide.
    pub subtitle: Option<Written<String>>,
    /// What it is about, in a sentence or two.
    pub summary: Option<Written<String>>,
    /// Whom it is for.
    pub audience: Option<String>,
    /// Who publishes it.
    pub by: Option<String>,
    /// When it came out.
    pub date: Option<Date>,
    /// When it will be looked at again.
    pub review_date: Option<Date>,
    /// Its version, as written: `1.10` stays `1.10`.
    pub version: Option<String>,
    /// How far it has come.
    pub status: Option<Status>,
    /// Its language.
    pub language: Option<Language>,
    /// Its level.
    pub level: Option<Level>,
    /// Its place among the parts of its guide.
    pub order: Option<i64>,
    /// The picture on its cover, as it is named in a page.
    pub picture: Option<Written<String>>,
    /// The packs in which its symbols are looked up first.
    pub symbols: Vec<Written<String>>,
    /// Words that it explains itself.
    pub words: Vec<super::WordEntry>,
    /// Its formats.
    pub formats: Vec<FormatKind>,
    /// Whether its booklet begins with a page that says how to print and fold it; `None` leaves it to the toolkit.
    pub fold_page: Option<bool>,
    /// How to reach those who made it.
    pub contact: Contact,
    /// Who wrote and drew it.
    pub made_by: Option<String>,
    /// Who checked it. Only a record here takes the "Draft" banner away.
    pub checked_by: Option<String>,
    /// Who paid for it.
    pub funder: Option<String>,
    /// The long text behind an easy-read summary: a page or a web address.
    pub full_version: Option<Written<String>>,
    /// Rules that need not hold on this page.
    pub allow: Vec<Allowance>,
    /// A page that is left out unless drafts are asked for.
    pub draft: bool,
}

/// What is wrong with a settings file, or with the front matter of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: SettingsFaultKind,
}

/// The kinds of [`SettingsFault`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsFaultKind {
    /// The text is not YAML. Holds the reader's own words about it.
    NotReadable(String),
    /// The front matter has no closing line `---`.
    NotClosed,
    /// The whole file should be names with values, and is not.
    NotAMap,
    /// Nobody knows this key.
    UnknownKey {
        /// The key as written, with the names of the maps around it: `contact.fone`.
        key: String,
        /// The key that was perhaps meant.
        nearest: Option<String>,
        /// The keys that may stand there, in the order of the alphabet.
        known: Vec<&'static str>,
    },
    /// The value is of another kind than the key needs.
    WrongType {
        /// The key.
        key: String,
        /// What the key needs, in words: "a whole number, such as 3".
        needs: String,
        /// What is there instead, in words: "a list".
        found: String,
    },
    /// The value is none of those that the key knows.
    UnknownValue {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
        /// The words that the key knows.
        known: Vec<&'static str>,
        /// The one that was perhaps meant.
        nearest: Option<String>,
    },
    /// A date that cannot be read or does not exist.
    BadDate {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
    },
    /// A key that stands there twice.
    Repeated(String),
    /// A key that is moved in, so that its line reads as a part of the value above it.
    MovedIn(String),
    /// A key that must be there is missing or empty.
    Missing(&'static str),
    /// A profile is based on one that is not there.
    NoBase {
        /// The name as written.
        name: String,
        /// The profile that was perhaps meant.
        nearest: Option<String>,
    },
    /// A profile is based on itself, or on one that is based on it. Holds the name as written.
    BaseInCircle(String),
}
