//! Which signs a text has.

use memchr::memchr;

/// The signs of a text. A rule that looks for a sign passes over nearly every passage at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Which bytes there are.
    bytes: [bool; 256],
    /// Whether there are any signs beyond ASCII.
    others: bool,
    /// Whether there are digits.
    digits: bool,
    /// How many capitals there are.
    capitals: usize,
    /// Whether there is a full stop anywhere but at the end.
    inner_stops: bool,
}

impl Signs {
    /// Those of no text.
    pub const NONE: Self = Self { bytes: [false; 256], others: false, digits: false, capitals: 0, inner_stops: false };

    /// The signs of `text`.
    pub fn of(text: &str) -> Self {
        let mut signs = Self { others: !text.is_ascii(), ..Self::NONE };
        for byte in text.bytes() {
            signs.bytes[usize::from(byte)] = true;
        }
        signs.digits = signs.any("0123456789");
        signs.inner_stops = memchr(b'.', text.strip_suffix('.').unwrap_or(text).as_bytes()).is_some();
        signs.capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
        signs
    }

    /// Whether one of these signs is there. They are signs of ASCII.
    pub fn any(&self, signs: &str) -> bool {
        signs.bytes().any(|byte| self.bytes[usize::from(byte)])
    }

    /// Whether there are digits.
    pub fn digits(&self) -> bool {
        self.digits
    }

    /// Whether there is a full stop anywhere but at the end of the text. Nearly every text has that one, and no other.
    pub fn inner_stops(&self) -> bool {
        self.inner_stops
    }

    /// Whether a word in capitals may be there.
    pub fn may_shout(&self) -> bool {
        self.capitals > 1 || self.others
    }

    /// Whether there is anything beyond ASCII: curly quotation marks, dashes, letters with marks …
    pub fn others(&self) -> bool {
        self.others
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_told_apart() {
        let signs = Signs::of("Is it 9am? Yes; it is");
        assert!(signs.any("?") && signs.any("!;") && signs.digits() && !signs.others());
        assert!(Signs::of("NHS").may_shout() && Signs::of("É").may_shout() && !Signs::of("We meet").may_shout());
        assert!(!signs.any("!%") && !Signs::of("é").any("i") && Signs::of("é").others() && !Signs::of("abc").digits());
        let inner_stops = |text: &str| Signs::of(text).inner_stops();
        assert!(inner_stops("a.b") && inner_stops("..") && inner_stops(". ") && !inner_stops("a.") && !inner_stops("."));
    }
}
