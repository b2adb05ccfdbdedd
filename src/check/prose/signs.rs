//! Which signs a passage has.

/// The signs of a text. A rule that looks for a sign passes over nearly every passage at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// One bit for each sign of ASCII.
    ascii: [u64; 2],
    /// Whether there are any others.
    others: bool,
}

impl Signs {
    /// The signs of `text`.
    pub fn of(text: &str) -> Self {
        let mut signs = Self::default();
        for byte in text.bytes() {
            if byte.is_ascii() {
                signs.ascii[usize::from(byte >> 6)] |= 1 << (byte & 63);
            } else {
                signs.others = true;
            }
        }
        signs
    }

    /// Whether one of these signs is there. They are signs of ASCII.
    pub fn any(self, signs: &str) -> bool {
        signs.bytes().any(|byte| self.ascii[usize::from(byte >> 6) & 1] >> (byte & 63) & 1 == 1)
    }

    /// Whether there are digits.
    pub fn digits(self) -> bool {
        const DIGITS: u64 = 0b11_1111_1111 << b'0';
        self.ascii[0] & DIGITS != 0
    }

    /// Whether there is anything beyond ASCII: curly quotation marks, dashes, letters with marks …
    pub fn others(self) -> bool {
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
        assert!(!signs.any("!%") && !Signs::of("é").any("i") && Signs::of("é").others() && !Signs::of("abc").digits());
    }
}
