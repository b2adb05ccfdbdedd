//! Languages of pages and of the interface.

use std::fmt;
use std::sync::Arc;

use unic_langid::{CharacterDirection, LanguageIdentifier};

/// The language of a text, as the `lang` attribute wants it: `en`, `cy`, `en-GB`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

impl Language {
    /// Reads a language tag (BCP 47). `None` when it is not one, or when it is the name of a language, such as `Welsh`:
    /// a tag may have that form too, but there is none.
    pub fn new(tag: &str) -> Option<Self> {
        let id: LanguageIdentifier = tag.trim().parse().ok()?;
        matches!(id.language.as_str().len(), 2 | 3).then(|| Self(id.to_string().into()))
    }

    /// English, the language of a toolkit that names none.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without its country or script: `en` for `en-GB`.
    pub fn base(&self) -> &str {
        self.0.bytes().position(|byte| byte == b'-').map_or(&*self.0, |end| &self.0[..end])
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        let id: Result<LanguageIdentifier, _> = self.0.parse();
        id.is_ok_and(|id| id.character_direction() == CharacterDirection::RTL)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_put_into_their_usual_form() {
        assert_eq!(Language::new("EN-gb").unwrap().as_str(), "en-GB");
        assert_eq!(Language::new("cy").unwrap().base(), "cy");
        assert_eq!(Language::new("Welsh language"), None);
        assert_eq!(Language::new(""), None);
    }

    #[test]
    fn direction_comes_from_the_language() {
        assert!(Language::new("ar").unwrap().is_right_to_left());
        assert!(!Language::english().is_right_to_left());
    }
}
