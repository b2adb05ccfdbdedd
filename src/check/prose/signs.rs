//! Which signs a passage has.

/// The signs of a text. A rule that looks for a sign passes over nearly every passage at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// One bit for each sign of ASCII.
    ascii: [u64; 2],
    /// Whether there are any others.
    others: bool,
    /// How many capitals there are: none, one, or two and more.
    capitals: u8,
    /// Whether a blank stands before a mark such as a full stop.
    blank_before_mark: bool,
}

/// The kinds of bytes that are counted.
const CAPITAL: u8 = 1;
const MARK: u8 = 2;
const BLANK: u8 = 4;

/// The kind of each byte: looked up, since every byte of every text is asked for its own.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_uppercase() {
            kinds[byte as usize] = CAPITAL;
        } else if byte.is_ascii_punctuation() {
            kinds[byte as usize] = MARK;
        }
        byte += 1;
    }
    kinds[b' ' as usize] = BLANK;
    kinds[b'\t' as usize] = BLANK;
    // The second byte of a blank at which no line ends.
    kinds[0xa0] = BLANK;
    kinds
};

impl Signs {
    /// The signs of `text`.
    pub fn of(text: &str) -> Self {
        let mut ascii = [0; 4];
        let (mut capitals, mut blank_before_mark, mut before) = (0_usize, 0, 0);
        for byte in text.bytes() {
            let kind = KINDS[usize::from(byte)];
            ascii[usize::from(byte >> 6)] |= 1 << (byte & 63);
            capitals += usize::from(kind & CAPITAL);
            blank_before_mark |= kind & before & MARK;
            // A blank becomes the bit of a mark, to meet that of the next byte.
            before = kind >> 1;
        }
        let [low, high, others @ ..] = ascii;
        Self {
            ascii: [low, high],
            others: others != [0, 0],
            capitals: u8::try_from(capitals.min(2)).unwrap_or(2),
            blank_before_mark: blank_before_mark != 0,
        }
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
        self.capitals > 1 || self.others
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
