//! Which signs a text has.

use memchr::memchr;

/// The signs of a text. A rule that looks for a sign passes over nearly every passage at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// A bit for each sign and each capital, one for all digits, and one for all that is beyond ASCII.
    bits: u64,
    /// How many capitals there are.
    capitals: usize,
    /// Whether there is a full stop anywhere but at the end.
    inner_stops: bool,
}

/// The bit for all digits.
const DIGITS: u64 = 1;
/// The bit for all that is beyond ASCII.
const OTHERS: u64 = 2;

/// The bit of each byte, looked up, since every byte of every text is asked for its own. Small letters and blanks have
/// none.
static BITS: [u64; 256] = {
    let mut bits = [OTHERS; 256];
    let mut next = OTHERS << 1;
    let mut byte = 0_u8;
    while byte < 128 {
        bits[byte as usize] = if byte.is_ascii_digit() {
            DIGITS
        } else if byte.is_ascii_punctuation() || byte.is_ascii_uppercase() || matches!(byte, b'\t' | b'\n' | b'\r') {
            let bit = next;
            next <<= 1;
            bit
        } else {
            0
        };
        byte += 1;
    }
    bits
};

impl Signs {
    /// Those of no text.
    pub const NONE: Self = Self { bits: 0, capitals: 0, inner_stops: false };

    /// The signs of `text`.
    pub fn of(text: &str) -> Self {
        Self {
            bits: bits(text),
            capitals: text.bytes().filter(u8::is_ascii_uppercase).count(),
            inner_stops: memchr(b'.', text.strip_suffix('.').unwrap_or(text).as_bytes()).is_some(),
        }
    }

    /// Whether one of these signs is there. They are signs and capitals of ASCII, and ends of lines: digits are not told apart, and
    /// small letters and blanks not looked for.
    pub fn any(&self, signs: &str) -> bool {
        debug_assert!(signs.bytes().all(|sign| BITS[usize::from(sign)] > OTHERS), "{signs:?}");
        self.bits & bits(signs) != 0
    }

    /// Whether there are digits.
    pub fn digits(&self) -> bool {
        self.bits & DIGITS != 0
    }

    /// Whether there is a full stop anywhere but at the end of the text. Nearly every text has that one, and no other.
    pub fn inner_stops(&self) -> bool {
        self.inner_stops
    }

    /// Whether a word in capitals may be there.
    pub fn may_shout(&self) -> bool {
        self.capitals > 1 || self.others()
    }

    /// Whether there is anything beyond ASCII: curly quotation marks, dashes, letters with marks …
    pub fn others(&self) -> bool {
        self.bits & OTHERS != 0
    }
}

fn bits(text: &str) -> u64 {
    text.bytes().fold(0, |bits, byte| bits | BITS[usize::from(byte)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_told_apart() {
        let signs = Signs::of("Is it 9am? Yes; it is");
        assert!(signs.any("?") && signs.any("!;") && signs.digits() && !signs.others());
        assert!(Signs::of("NHS").may_shout() && Signs::of("É").may_shout() && !Signs::of("We meet").may_shout());
        assert!(!signs.any("!%") && Signs::of("é").others() && !Signs::of("abc").digits());
        let inner_stops = |text: &str| Signs::of(text).inner_stops();
        assert!(inner_stops("a.b") && inner_stops("..") && inner_stops(". ") && !inner_stops("a.") && !inner_stops("."));
    }

    #[test]
    fn each_sign_and_capital_has_a_bit_of_its_own() {
        let has_bit = |sign: &char| sign.is_ascii_punctuation() || sign.is_ascii_uppercase() || matches!(sign, '\t' | '\n' | '\r');
        let signs: Vec<String> = ('\0'..'\u{80}').filter(has_bit).map(String::from).collect();
        for one in &signs {
            for other in &signs {
                assert_eq!(Signs::of(one).any(other), one == other, "{one:?} {other:?}");
            }
        }
        assert_eq!((signs.len(), Signs::of("we meet")), (61, Signs::NONE));
    }
}
