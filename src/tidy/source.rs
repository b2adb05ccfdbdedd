//! Bytes of a page <-> its text: what is not the author's words stays as the author's program writes it.

use crate::parse::decode;
use crate::toolkit::OddityKind;

/// A page as it lies on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// Its text, with `\n` at each line's end.
    pub text: String,
    /// Whether lines end as Windows ends them.
    pub windows_lines: bool,
    /// Whether signs for the computer stand before the text: a byte order mark.
    pub has_mark: bool,
}

/// Reads a page. `None` when a part of it cannot be read as text: to write it again would lose that part.
pub fn read(bytes: &[u8]) -> Option<Encoded> {
    let source = decode(bytes);
    if source.oddities.iter().any(|oddity| oddity.kind == OddityKind::NotUtf8) {
        return None;
    }
    let has_mark = matches!(bytes, [0xEF, 0xBB, 0xBF, ..] | [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    let of_windows =
        bytes.windows(2).filter(|pair| *pair == b"\r\n").count() + bytes.windows(4).filter(|four| *four == b"\r\0\n\0").count();
    let lines = source.text.bytes().filter(|byte| *byte == b'\n').count();
    Some(Encoded { text: source.text.to_string(), windows_lines: of_windows * 2 > lines, has_mark })
}

/// The bytes of a page with this text: UTF-8 without a mark, with the line ends that most of its lines had.
pub fn write(text: &str, windows_lines: bool) -> Vec<u8> {
    if windows_lines { text.replace('\n', "\r\n").into_bytes() } else { text.as_bytes().to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_stay_and_the_mark_goes() {
        let read = read(b"\xEF\xBB\xBFOne.\r\nTwo.\r\n").unwrap();
        assert!(read.has_mark && read.windows_lines && read.text == "One.\nTwo.\n");
        assert_eq!(write(&read.text, read.windows_lines), b"One.\r\nTwo.\r\n");
        assert_eq!(super::read(b"a\xFFb"), None);
        let wide = super::read(b"\xFF\xFEh\0i\0\r\0\n\0").unwrap();
        assert!(wide.has_mark && wide.windows_lines && wide.text == "hi\n");
    }
}
