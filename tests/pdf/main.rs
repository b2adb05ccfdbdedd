//! PDFs of guides: what a build makes of them, and what it says when one cannot be made. `tools/pdf/check.py` looks into them.
#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::case_sensitive_file_extension_comparisons)]

#[path = "../sites/memory.rs"]
mod memory;

use std::collections::HashMap;
use std::io::{Cursor, Read as _};
use std::sync::{Arc, Mutex};

use alongside::disk;
use alongside::finding::Finding;
use alongside::pipeline::{Options, Stand};
use alongside::toolkit::{ContentHash, Contents, Origin, Quiet, Route, Shelf, SitePath, Snapshot, SourceFile};
use image::{ImageFormat, RgbImage};
use jiff::civil::date;
use memory::{Files, build};

const CONFIG: &str = "title: Our guides\naddress: https://example.org/\norganisation:\n  name: Our DPO\n  contact: {phone: 01632 960000, email: hello@example.org}\n";
const HEAD: &str = "title: Working together\nfor: Everyone\nby: Our DPO\ndate: 22 November 2026\n";

/// A toolkit with these pages. Each begins with a good head, and more lines of it.
fn toolkit(pages: &[(&str, &str, &str)]) -> Snapshot {
    let mut snapshot = Snapshot::new(date(2026, 11, 22));
    disk::insert_builtin(&mut snapshot);
    snapshot.insert_text("alongside.yaml", CONFIG).unwrap();
    snapshot.insert_text("words.yaml", "co-production: Working together as equals.\n").unwrap();
    for (name, head, body) in pages {
        snapshot.insert_text(&format!("content/{name}.md"), &format!("---\n{HEAD}{head}---\n\n{body}")).unwrap();
    }
    snapshot
}

/// What is told of formats: the file, the line where it begins, and what is wrong.
fn told(snapshot: &Snapshot, findings: &[Finding]) -> Vec<String> {
    let of_formats = findings.iter().filter(|finding| ["format", "tall-row", "theme", "long-guide"].contains(&finding.rule.as_str()));
    let line = |finding: &Finding| {
        let path = finding.path.clone().unwrap_or_default();
        let text = snapshot.read(&SitePath::new(&path)?).ok()?;
        let start = finding.span().map_or(0, |span| span.start as usize);
        Some(format!("{path}:{}", text[..start].iter().filter(|byte| **byte == b'\n').count() + 1))
    };
    of_formats.map(|finding| format!("{} {}", line(finding).unwrap_or_default(), finding.what)).collect()
}

/// A PDF with its packed parts unpacked.
fn plain(pdf: &[u8]) -> String {
    let mut out = String::from_utf8_lossy(pdf).into_owned();
    for (at, _) in pdf.windows(8).enumerate().filter(|(_, window)| *window == b"\nstream\n") {
        let mut unpacked = Vec::new();
        if flate2::read::ZlibDecoder::new(&pdf[at + 8..]).read_to_end(&mut unpacked).is_ok() {
            out.push_str(&String::from_utf8_lossy(&unpacked));
        }
    }
    out
}

fn pages_of(pdf: &[u8]) -> usize {
    plain(pdf).split("/Type/Page").skip(1).filter(|rest| !rest.starts_with(char::is_alphabetic)).count()
}

fn names(files: &Files) -> Vec<&str> {
    files.keys().map(String::as_str).filter(|name| name.ends_with(".pdf")).collect()
}

#[test]
fn a_guide_has_the_pdfs_that_it_names_and_tells_of_them() {
    let body = "We believe in **co-production**.\n\n> [!formats]\n";
    let snapshot = toolkit(&[("a/index", "formats: large-print, pdf, booklet\n", body), ("a/1-one", "", "![](listen) We listen.\n")]);
    let (files, findings) = build(&snapshot);
    assert_eq!(told(&snapshot, &findings), [""; 0]);
    assert_eq!(names(&files), ["a/a-booklet.pdf", "a/a-large-print.pdf"]);
    let cover = String::from_utf8(files["a/index.html"].clone()).unwrap();
    let pages = pages_of(&files["a/a-large-print.pdf"]);
    assert!(pages >= 4, "{pages}");
    assert!(cover.contains(&format!("{pages} pages, ")), "{cover}");
    assert!(cover.contains("PDF in large print, with letters of 20 points"));
}

#[test]
fn a_booklet_brings_a_pdf_that_can_be_read_aloud() {
    let (files, _) = build(&toolkit(&[("a", "formats: booklet\n", "We listen.\n")]));
    assert_eq!(names(&files), ["a/a-booklet.pdf", "a/a.pdf"]);
    let is_tagged = |name: &str| plain(&files[name]).contains("/StructTreeRoot");
    assert!(is_tagged("a/a.pdf"));
    assert!(!is_tagged("a/a-booklet.pdf"));
}

#[test]
fn a_booklet_is_whole_sheets_with_or_without_a_page_on_folding() {
    let sides = |settings: &str, head: &str| {
        let mut snapshot = toolkit(&[("a", &format!("formats: booklet\n{head}"), "We listen.\n")]);
        snapshot.insert_text("alongside.yaml", &format!("{CONFIG}{settings}")).unwrap();
        let (files, findings) = build(&snapshot);
        assert_eq!(told(&snapshot, &findings), [""; 0]);
        pages_of(&files["a/a-booklet.pdf"])
    };
    // Each sheet has a front and a back, with two pages on each. How to fold is told on a sheet of its own.
    let without = sides("", "fold-page: no\n");
    assert_eq!(without % 2, 0);
    assert_eq!(sides("", ""), without + 2);
    assert_eq!(sides("fold-page: no\n", ""), without);
    assert_eq!(sides("fold-page: no\n", "fold-page: yes\n"), without + 2);
}

#[test]
fn a_slip_in_the_name_of_fold_page_is_told() {
    let (_, findings) = build(&toolkit(&[("a", "fold-pages: no\n", "We listen.\n"), ("b", "fold-page: perhaps\n", "We listen.\n")]));
    let heads: Vec<String> =
        findings.iter().filter(|finding| finding.rule.as_str() == "front-matter").map(|it| format!("{} {}", it.what, it.todo)).collect();
    assert!(heads.iter().any(|told| told.contains("fold-page”") && told.contains("fold-pages")), "{heads:#?}");
    assert!(heads.iter().any(|told| told.contains("perhaps")), "{heads:#?}");
}

#[test]
fn the_same_guide_gives_the_same_bytes() {
    let pages =
        [("a/index", "formats: print, giant-print, pdf, booklet\n", "**co-production**\n"), ("a/1-one", "", "![](listen) We listen.\n")];
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| build(&toolkit(&pages)).0)
    };
    let one = with(1);
    assert_eq!(names(&one).len(), 3);
    assert!(one == with(3), "a file differs");
}

#[derive(Default)]
struct Kept {
    files: Mutex<HashMap<String, Vec<u8>>>,
    pdfs: Mutex<usize>,
}

impl Shelf for Kept {
    fn take(&self, name: &ContentHash) -> Option<Vec<u8>> {
        self.files.lock().unwrap().get(&name.hex()).cloned()
    }

    fn keep(&self, name: &ContentHash, bytes: &[u8]) {
        *self.pdfs.lock().unwrap() += usize::from(bytes.windows(5).any(|window| window == b"%PDF-"));
        self.files.lock().unwrap().insert(name.hex(), bytes.to_vec());
    }
}

#[test]
fn only_guides_that_changed_are_laid_out_again() {
    let shelf = Arc::new(Kept::default());
    let made = |b: &str| {
        *shelf.pdfs.lock().unwrap() = 0;
        let snapshot = toolkit(&[("a", "formats: print, large-print, pdf\n", "We listen.\n"), ("b", "formats: pdf\n", b)]);
        let (files, _) = build(&snapshot.with_shelf(shelf.clone()));
        let pdfs: Files = files.into_iter().filter(|(name, _)| name.ends_with(".pdf")).collect();
        (*shelf.pdfs.lock().unwrap(), pdfs)
    };
    let (first, pdfs) = made("We hope.\n");
    assert_eq!((first, pdfs.len()), (3, 3));
    let (again, same) = made("We hope.\n");
    assert_eq!(again, 0);
    assert!(pdfs == same, "what was kept differs");
    let (changed, others) = made("We hope so.\n");
    assert_eq!(changed, 1);
    assert!(others["a/a.pdf"] == pdfs["a/a.pdf"] && others["b/b.pdf"] != pdfs["b/b.pdf"]);
}

#[test]
fn every_kind_of_block_prints() {
    let long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    let body = format!(
        "## A heading\n\n### A smaller one\n\n![](listen) We **believe** in **co-production**.\n[A link](https://example.org/{long}) and `code`.\n{long}\n\n\
         ![](hope)\n\n- ![](listen) One\n  - Inside\n- [x] Two\n- [ ] Three\n\n3. Three\n4. Four\n\n| A | B |\n|---|---|\n| 1 | {long} |\n\n\
         > We said it.\n\n```rust\nfn main() {{}}\n```\n\n---\n\nA note.[^1] ~~Old~~ *new*.\n\n[^1]: What the note says.\n\n{}",
        ["check", "ladder", "steps", "principles", "words", "quote", "agree", "formats", "contact", "notes", "note", "important"]
            .map(|kind| format!("> [!{kind}] Title\n>\n> - ![](hope) **Label.** Words.\n> - More.\n"))
            .join("\n")
    );
    for (number, head) in ["", "language: cy\n", "language: ar\n", "level: plain\n"].iter().enumerate() {
        let head = format!("formats: print, large-print, giant-print, pdf, booklet\nwords: {{believe: To think that it is so}}\n{head}");
        let snapshot = toolkit(&[("a", &head, &body)]);
        let (files, findings) = build(&snapshot);
        assert_eq!(told(&snapshot, &findings), [""; 0], "{number}");
        assert_eq!(names(&files).len(), 4);
    }
}

#[test]
fn text_from_right_to_left_prints() {
    let body = "![](listen) نحن نستمع إليك.\n\n## ما هو العمل معًا؟\n\nשלום לכולם.\n";
    let snapshot = toolkit(&[("a", "language: ar\nformats: pdf\n", body)]);
    let (files, findings) = build(&snapshot);
    assert_eq!(told(&snapshot, &findings), [""; 0]);
    assert_eq!(names(&files), ["a/a.pdf"]);
}

#[test]
fn letters_without_a_font_are_told_where_they_stand() {
    let head = "formats: pdf\nsummary: About 𒀄.\nwords: {easy: Not 𒀅 hard}\n";
    let snapshot = toolkit(&[("a/index", head, "An **easy** start.\n"), ("a/1-one", "", "First.\n\n![](listen) We 𒀀 listen 𒀀 and 𒀂.\n")]);
    let (_, findings) = build(&snapshot);
    let expected = [("1-one.md:10", "𒀀"), ("1-one.md:10", "𒀂"), ("index.md:7", "𒀄"), ("index.md:8", "𒀅")]
        .map(|(place, letter)| format!("content/a/{place} No font for PDFs has the letter “{letter}”."));
    assert_eq!(told(&snapshot, &findings), expected);
}

#[test]
fn more_pages_than_anybody_prints_are_an_error_that_names_the_guide() {
    let parts: Vec<String> = (1..=496).map(|number| format!("a/{number}-part-{number}")).collect();
    let parts = parts.iter().map(|name| (name.as_str(), "", "We listen.\n"));
    let pages: Vec<(&str, &str, &str)> = std::iter::once(("a/index", "formats: pdf\n", "We meet.\n")).chain(parts).collect();
    let snapshot = toolkit(&pages);
    let (files, findings) = build(&snapshot);
    assert_eq!(names(&files), [""; 0]);
    let told = told(&snapshot, &findings);
    let fault = told.iter().find(|told| told.contains("would have")).unwrap_or_else(|| panic!("{told:#?}"));
    assert!(fault.starts_with("content/a/index.md:1 The PDF of “Working together” would have 5"), "{fault}");
}

#[test]
fn the_pages_of_a_long_guide_are_counted() {
    let parts: Vec<String> = (1..=21).map(|number| format!("a/{number}-part-{number}")).collect();
    let parts = parts.iter().map(|name| (name.as_str(), "", "We listen.\n"));
    let pages: Vec<(&str, &str, &str)> = std::iter::once(("a/index", "formats: pdf\n", "We meet.\n")).chain(parts).collect();
    let snapshot = toolkit(&pages);
    let (files, findings) = build(&snapshot);
    let told = told(&snapshot, &findings);
    let pages = pages_of(&files["a/a.pdf"]);
    assert!(told.iter().any(|told| told.contains(&format!("This guide fills {pages} printed pages."))), "{pages} {told:#?}");
}

#[test]
fn photos_have_200_dots_an_inch_at_most() {
    let mut snapshot = toolkit(&[("a", "formats: pdf\n", "![People](people.png) We meet.\n![More](small.png) We talk.\n")]);
    for (name, width, height) in [("people", 1600, 1200), ("small", 40, 30)] {
        let mut bytes = Cursor::new(Vec::new());
        let photo = RgbImage::from_fn(width, height, |x, y| image::Rgb([x, y, x * y].map(|value| u8::try_from(value % 251).unwrap())));
        photo.write_to(&mut bytes, ImageFormat::Png).unwrap();
        let contents = Contents::Held(bytes.into_inner().into());
        snapshot.insert(SitePath::new(&format!("content/{name}.png")).unwrap(), SourceFile { origin: Origin::Toolkit, contents });
    }
    let (files, _) = build(&snapshot);
    let pdf = String::from_utf8_lossy(&files["a/a.pdf"]).into_owned();
    let mut widths: Vec<usize> =
        pdf.split("/Width ").skip(1).filter_map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()).collect();
    widths.sort_unstable();
    // A row's picture is 34 mm wide.
    assert_eq!(widths, [40, 34 * 2000 / 254 + 1]);
}

#[test]
fn a_check_tells_what_a_build_tells_of_formats() {
    let long = "We listen to everyone. ".repeat(300);
    let parts: Vec<String> = (1..=21).map(|number| format!("b/{number}-part-{number}")).collect();
    let mut pages = vec![("a", "formats: pdf\n", long.as_str()), ("b/index", "formats: pdf\n", "Not 𒀄.\n"), ("c", "", "𒀄\n")];
    pages.extend(parts.iter().map(|name| (name.as_str(), "", "We listen.\n")));
    let snapshot = toolkit(&pages);
    let checked = told(&snapshot, &alongside::pipeline::check(&snapshot, Options::default(), &Quiet).findings);
    assert!(checked.iter().any(|told| told.contains("taller than a printed page")), "{checked:#?}");
    assert!(checked.iter().any(|told| told.contains("No font for PDFs has the letter")), "{checked:#?}");
    assert_eq!(checked, told(&snapshot, &build(&snapshot).1));
}

#[test]
fn the_preview_has_the_same_pdfs() {
    let snapshot = || toolkit(&[("a", "formats: pdf, booklet\n", "We listen.\n")]);
    let stand = Stand::new(snapshot(), Options::default(), &Quiet);
    let (files, _) = build(&snapshot());
    for name in ["a/index.html", "a/a.pdf", "a/a-booklet.pdf"] {
        let route = Route::read(name).unwrap();
        assert!(stand.routes().contains(&route) && stand.has_page(&route), "{name}");
        assert!(stand.page(&route).as_ref() == files.get(name), "{name} differs");
    }
}
