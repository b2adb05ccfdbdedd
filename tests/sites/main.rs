//! Small toolkits, whole: what is found in them, and what is made of them.
//!
//! Each folder of `tests/sites/` is a toolkit. What should come of it stands in its folder `expected`: `findings.txt` as
//! the terminal shows them, `files.txt` with the address of each file, and of each page its `<main>`.
//! `UPDATE_EXPECT=1 cargo test --test sites` writes these anew: read every change before you accept it.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod edits;
mod golden;
mod memory;
mod parts;
mod robust;
mod same_bytes;
mod tidied;

use std::path::{Path, PathBuf};

use alongside::finding::Severity;
use alongside::pipeline::{self, Options};
use alongside::{disk, toolkit::Quiet};
use golden::{compare, report};
use jiff::civil::date;

fn folders() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(here).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

#[test]
fn every_toolkit_gives_what_is_expected() {
    let folders = folders();
    assert!(folders.len() >= 5, "the toolkits are gone");
    let differences: Vec<String> = folders.iter().flat_map(|folder| compare(folder, &report(folder))).collect();
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}

/// Our own guides keep our own rules, but for what is allowed with a reason.
#[test]
fn our_own_toolkit_has_nothing_to_mend() {
    let snapshot = disk::snapshot(Path::new(env!("CARGO_MANIFEST_DIR")), date(2026, 11, 22), pipeline::is_text).unwrap();
    let found = pipeline::check(&snapshot, Options::default(), &Quiet);
    let told: Vec<_> = found.findings.iter().filter(|finding| finding.severity != Severity::Advice).collect();
    assert!(found.pages > 10 && told.is_empty(), "{told:#?}");
}
