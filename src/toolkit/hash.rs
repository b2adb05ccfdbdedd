//! Hashes of contents: the same bytes have the same name.

use std::fmt;

/// The BLAKE3 hash of some bytes. Two contents with one hash are taken to be the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash([u8; 32]);

impl ContentHash {
    /// The hash of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The hash of several pieces; where one ends and the next begins counts too.
    pub fn of_parts<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Self(*hasher.finalize().as_bytes())
    }

    /// Ten letters and digits for file names: 50 bits, enough to tell the files of one site apart.
    pub fn short(&self) -> String {
        base32(&self.0, 10)
    }

    /// All 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }

    /// The raw bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The first `letters` letters of `bytes` in a base-32 alphabet without letters that look alike.
fn base32(bytes: &[u8; 32], letters: usize) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let bit = |i: usize| (bytes[i / 8] >> (7 - i % 8)) & 1;
    let letter = |n: usize| (0..5).fold(0, |value, i| value << 1 | bit(n * 5 + i));
    (0..letters).map(|n| char::from(ALPHABET[usize::from(letter(n))])).collect()
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_lower_case_and_stable() {
        let name = ContentHash::of(b"alongside").short();
        assert_eq!(name.len(), 10);
        assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{name}");
        assert_eq!(name, ContentHash::of(b"alongside").short());
    }

    #[test]
    fn the_border_between_parts_counts() {
        assert_ne!(ContentHash::of_parts([&b"ab"[..], b"c"]), ContentHash::of_parts([&b"a"[..], b"bc"]));
    }
}
