//! No toolkit makes a stage break down: whatever stands in its files, it is read, paired, checked and made.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use alongside::disk;
use alongside::pipeline::{self, Options};
use alongside::toolkit::{Contents, Origin, Output, Quiet, ReadFile, Route, SitePath, Snapshot, SourceFile};
use jiff::civil::date;
use proptest::prelude::*;

use crate::memory::build;

/// Pieces of which texts are made: marks of Markdown, YAML and CSV, names that are there and names that are not.
const PIECES: [&str; 58] = [
    "\n",
    "\n",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\t",
    "![](listen)",
    "![](hall.svg)",
    "![A hall](photo.png)",
    "![](ours/a)",
    "![x](",
    "![",
    "](",
    "[",
    "]",
    "(",
    ")",
    "> [!check] To do",
    "> [!ladder]",
    "> [!words]",
    "> [!video] Film",
    "> ",
    "- ",
    "- [ ] ",
    "1. ",
    "## ",
    "# ",
    "---\n",
    "===\n",
    "**",
    "**share**",
    "*",
    "`",
    "```\n",
    "| a | b |\n|---|---|\n",
    "|",
    "[^1]",
    "[^1]: ",
    "<b>",
    "<!-- allow: no-picture: because -->",
    "[a](b.md#c)",
    "[x](../a.md)",
    "https://example.org/ ",
    "We listen to you. ",
    "It was done by them in 2026, e.g. at 9am. ",
    "title: ",
    "contact:\n  phone: ",
    "formats: web, print, giant-print\n",
    "words:\n  share: ",
    "date: 31 June 2026\n",
    "level: plain\n",
    "picture: ",
    ": ",
    "é\u{301}",
    "\u{202e}",
    "👩🏽‍🦽",
    "\u{0}",
];

/// The files that are filled with such texts.
const FILES: [&str; 11] = [
    "content/index.md",
    "content/g/index.md",
    "content/g/1-one.md",
    "content/g/2-two.md",
    "content/a.md",
    "alongside.yaml",
    "words.yaml",
    "pictures.yaml",
    "symbols/ours/symbols.csv",
    "symbols/ours/pack.yaml",
    "themes/ours/words/en.ftl",
];

fn toolkit(texts: &[(usize, Vec<usize>)], bytes: &[u8]) -> Snapshot {
    let mut snapshot = Snapshot::new(date(2026, 11, 22));
    disk::insert_builtin(&mut snapshot);
    let settings =
        "title: Ours\ntheme: ours\nsymbols: starter, ours\nformats: [web, print]\norganisation: {name: Our DPO, contact: {phone: 1}}\n";
    snapshot.insert_text("alongside.yaml", settings).unwrap();
    snapshot.insert_text("words.yaml", "share: To give a part.\n").unwrap();
    snapshot.insert_text("symbols/ours/pack.yaml", "title: Ours\nlicence: CC0-1.0\n").unwrap();
    snapshot.insert_text("symbols/ours/symbols.csv", "id,file,label,description\na,a.svg,A,An a.\n").unwrap();
    for (file, pieces) in texts {
        let head = if FILES[*file].starts_with("content") && pieces.len() % 3 > 0 { "---\ntitle: A page\n" } else { "" };
        let middle = if head.is_empty() { "" } else { "\n---\n" };
        let at = pieces.len() / 4;
        let text = |pieces: &[usize]| pieces.iter().map(|piece| PIECES[*piece]).collect::<String>();
        let whole = format!("{head}{}{middle}{}", if head.is_empty() { String::new() } else { text(&pieces[..at]) }, text(&pieces[at..]));
        snapshot.insert_text(FILES[*file], &whole).unwrap();
    }
    // Pictures that are what they say in their first bytes only.
    for (name, start) in
        [("content/hall.svg", &b"<svg xmlns=\"http://www.w3.org/2000/svg\">"[..]), ("content/photo.png", b"\x89PNG\r\n\x1a\n")]
    {
        let contents = Contents::Held([start, bytes].concat().into());
        snapshot.insert(SitePath::new(name).unwrap(), SourceFile { origin: Origin::Toolkit, contents });
    }
    snapshot
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_toolkit_breaks_a_stage(
        texts in proptest::collection::vec((0..FILES.len(), proptest::collection::vec(0..PIECES.len(), 0..40)), 1..9),
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
    ) {
        let (_, findings) = build(&toolkit(&texts, &bytes));
        // A stage that breaks down is caught, and told as a mistake of ours.
        let broken = findings.iter().find(|finding| finding.what.contains("broke down"));
        prop_assert!(broken.is_none(), "{broken:?}");
        prop_assert!(findings.iter().all(|finding| !finding.what.is_empty() && !finding.todo.is_empty()));
    }
}

/// A page that can be read when its head is asked for, and at which the program then breaks down.
struct ReadOnce(AtomicUsize);

impl ReadFile for ReadOnce {
    fn read(&self, _: &SitePath) -> Result<Vec<u8>, String> {
        assert_eq!(self.0.fetch_add(1, Ordering::SeqCst), 0, "a mistake that the test makes");
        Ok(b"We meet.\n".to_vec())
    }

    fn read_part(&self, path: &SitePath, _: u64, _: u64) -> Result<Vec<u8>, String> {
        self.read(path)
    }
}

/// Notes the pages that are made, and breaks down over one of them.
#[derive(Default)]
struct Breaks(Mutex<Vec<String>>);

impl Output for Breaks {
    fn put(&self, route: &Route, _: &[u8]) {
        assert_ne!(route.as_str(), "unwritten/index.html", "a mistake that the test makes");
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(route.to_string());
    }
}

#[test]
fn a_page_over_which_we_break_down_costs_no_other() {
    let mut snapshot = Snapshot::new(date(2026, 11, 22));
    disk::insert_builtin(&mut snapshot);
    snapshot.insert_text("alongside.yaml", "title: Ours\n").unwrap();
    let names = ["a", "b", "c", "unread", "d", "unwritten", "e", "f"];
    for name in names {
        snapshot.insert_text(&format!("content/{name}.md"), "We meet.\n").unwrap();
    }
    let reader = Arc::new(ReadOnce(AtomicUsize::new(0)));
    let contents = Contents::Waiting { reader, size: 9, changed_ns: 1 };
    snapshot.insert(SitePath::new("content/unread.md").unwrap(), SourceFile { origin: Origin::Toolkit, contents });
    let output = Breaks::default();
    let outcome = pipeline::build(&snapshot, Options::default(), &output, &Quiet);
    let broken: Vec<_> = outcome.findings.iter().filter(|finding| finding.what.contains("broke down")).collect();
    let paths: Vec<_> = broken.iter().filter_map(|finding| finding.path.as_deref()).collect();
    assert_eq!(paths, ["content/unread.md", "content/unwritten.md"]);
    assert!(outcome.has_errors() && outcome.pages == names.len());
    let made = output.0.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    for name in names.into_iter().filter(|name| !name.starts_with("un")) {
        assert_eq!(made.iter().filter(|route| **route == format!("{name}/index.html")).count(), 1, "{name}: {made:?}");
    }
}
