//! Which signs a passage has.

/// The signs of a text. A rule that looks for a sign passes over nearly every passage at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Which bytes there are.
    bytes: [bool; 256],
    /// Whether there are any signs beyond ASCII.
    others: bool,
    /// Whether there are two capitals or more.
    capitals: bool,
}

impl Signs {
    /// Those of no text.
    pub const NONE: Self = Self { bytes: [false; 256], others: false, capitals: false };

    /// The signs of `text`.
    pub fn of(text: &str) -> Self {
        let mut signs = Self { others: !text.is_ascii(), ..Self::NONE };
        for byte in text.bytes() {
            signs.bytes[usize::from(byte)] = true;
        }
        signs.capitals = text.bytes().filter(u8::is_ascii_uppercase).count() > 1;
        signs
    }

    /// Whether one of these signs is there. They are signs of ASCII.
    pub fn any(&self, signs: &str) -> bool {
        signs.bytes().any(|byte| self.bytes[usize::from(byte)])
    }

    /// Whether there are digits.
    pub fn digits(&self) -> bool {
        self.any("0123456789")
    }

    /// Whether a word in capitals may be there.
    pub fn may_shout(&self) -> bool {
        self.capitals || self.others
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
    }
}
