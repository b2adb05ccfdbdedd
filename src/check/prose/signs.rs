//! Which signs a passage has.

/// The signs of a text. A rule that looks for a sign passes over nearly every passage at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// One bit for each sign of ASCII.
    ascii: [u64; 2],
    /// Whether there are any others.
    others: bool,
    /// Whether there are two capitals or more.
    capitals: bool,
    /// Whether a blank stands before a mark such as a full stop.
    blank_before_mark: bool,
}

/// What one byte adds to the signs: looked up, since every byte of every text is asked.
#[derive(Clone, Copy)]
struct Bits {
    ascii: [u64; 2],
    /// All bits behind a blank, none behind anything else.
    if_blank: u64,
}

static BITS: [Bits; 256] = {
    let mut bits = [Bits { ascii: [0; 2], if_blank: 0 }; 256];
    let mut byte = 0;
    while byte < 128 {
        bits[byte].ascii[byte >> 6] = 1 << (byte & 63);
        byte += 1;
    }
    bits[b' ' as usize].if_blank = u64::MAX;
    bits[b'\t' as usize].if_blank = u64::MAX;
    // The second byte of a blank at which no line ends.
    bits[0xa0].if_blank = u64::MAX;
    bits
};

/// The marks before which no blank stands.
const MARKS: &str = ".,!?:;";

impl Signs {
    /// The signs of `text`.
    pub fn of(text: &str) -> Self {
        let (mut low, mut high, mut behind_blank, mut before) = (0, 0, 0, 0);
        for bits in text.bytes().map(|byte| &BITS[usize::from(byte)]) {
            low |= bits.ascii[0];
            high |= bits.ascii[1];
            behind_blank |= bits.ascii[0] & before;
            before = bits.if_blank;
        }
        let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
        let behind_blank = Self { ascii: [behind_blank, 0], ..Self::default() };
        Self { ascii: [low, high], others: !text.is_ascii(), capitals: capitals > 1, blank_before_mark: behind_blank.any(MARKS) }
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

    /// Whether a word in capitals may be there.
    pub fn may_shout(self) -> bool {
        self.capitals || self.others
    }

    /// Whether a blank stands before a mark such as a full stop.
    pub fn blank_before_mark(self) -> bool {
        self.blank_before_mark
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
        assert!(Signs::of("NHS").may_shout() && Signs::of("É").may_shout() && !Signs::of("We meet").may_shout());
        assert!(Signs::of("So ,").blank_before_mark() && Signs::of("So\u{a0}!").blank_before_mark() && !signs.blank_before_mark());
        assert!(!signs.any("!%") && !Signs::of("é").any("i") && Signs::of("é").others() && !Signs::of("abc").digits());
    }
}
