//! PDFs, kept from one build to the next: a guide in which nothing changed is not laid out again.

use serde::{Deserialize, Serialize};

use super::source::Source;
use super::{Kit, Pdf};
use crate::toolkit::{ContentHash, PrintSize, Shelf};

/// Says how a PDF is made of its text, template, fonts and pictures. It must change when another PDF comes out of the same:
/// with another Typst, other dots in an inch, other sheets for a booklet.
const RECIPE: &str = "typst 0.15.1, 200 dots, sheets 2";

/// What is known of a PDF.
#[derive(Serialize, Deserialize)]
struct Facts {
    pages: usize,
    tall: Vec<String>,
}

/// The name of the PDF that comes out of `source`. The text names its pictures by what is in them.
pub fn name(source: &Source, kit: &Kit, size: PrintSize, fold_page: bool) -> ContentHash {
    let fold_page = if fold_page { b"fold" } else { b"----" };
    ContentHash::of_parts([RECIPE.as_bytes(), kit.hash().as_bytes().as_slice(), size.word().as_bytes(), fold_page, source.text.as_bytes()])
}

/// The PDF that was kept under this name.
pub fn take(name: &ContentHash, shelf: &dyn Shelf) -> Option<Pdf> {
    let kept = shelf.take(name)?;
    let end = kept.iter().position(|byte| *byte == b'\n')?;
    let facts: Facts = serde_json::from_slice(&kept[..end]).ok()?;
    Some(Pdf { bytes: kept[end + 1..].to_vec(), pages: facts.pages, tall: facts.tall })
}

/// Keeps a PDF behind a line that says what is known of it.
pub fn keep(name: &ContentHash, pdf: &Pdf, shelf: &dyn Shelf) {
    let facts = Facts { pages: pdf.pages, tall: pdf.tall.clone() };
    if let Ok(line) = serde_json::to_vec(&facts) {
        shelf.keep(name, &[&line, b"\n".as_slice(), &pdf.bytes].concat());
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::sync::Mutex;

    use super::*;

    #[derive(Default)]
    struct Memory(Mutex<HashMap<String, Vec<u8>>>);

    impl Shelf for Memory {
        fn take(&self, name: &ContentHash) -> Option<Vec<u8>> {
            self.0.lock().unwrap().get(&name.hex()).cloned()
        }

        fn keep(&self, name: &ContentHash, bytes: &[u8]) {
            self.0.lock().unwrap().insert(name.hex(), bytes.to_vec());
        }
    }

    #[test]
    fn a_kept_pdf_comes_back_whole() {
        let (shelf, name) = (Memory::default(), ContentHash::of(b"a guide"));
        assert!(take(&name, &shelf).is_none());
        keep(&name, &Pdf { bytes: b"%PDF\n1\n\n".to_vec(), pages: 7, tall: vec!["0 1 2".to_owned()] }, &shelf);
        let pdf = take(&name, &shelf).unwrap();
        assert_eq!((pdf.bytes.as_slice(), pdf.pages, pdf.tall), (b"%PDF\n1\n\n".as_slice(), 7, vec!["0 1 2".to_owned()]));
    }
}
