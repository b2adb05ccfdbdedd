//! Measures what `alongside::language` gets right, on public data that is not part of this project.
//!
//! `cargo run --example measure -- FOLDER` prints all figures for the files in FOLDER:
//!
//! - `sentence-golden-rules-en.json`: cases of pySBD (MIT)
//! - `*easy-read.txt`: texts whose rarest words are shown
//! - `onestop/`: `OneStopEnglish`, texts at three levels (CC BY-SA 4.0)
//! - `*.conllu`: treebanks of Universal Dependencies, such as English-EWT (CC BY-SA 4.0)
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

mod conllu;
mod graded;
mod hard;
mod passives;
mod split;

use std::path::{Path, PathBuf};

fn main() {
    let folder = std::env::args().nth(1).expect("the folder of the data");
    let verbose = std::env::args().nth(2).is_some_and(|word| word == "--show");
    let golden = Path::new(&folder).join("sentence-golden-rules-en.json");
    if golden.is_file() {
        split::golden_rules(&read(&golden), verbose);
    }
    for path in files(Path::new(&folder), "txt").iter().filter(|path| path.to_string_lossy().ends_with("easy-read.txt")) {
        println!("{}", path.display());
        hard::rarest(&read(path));
    }
    let one_stop = Path::new(&folder).join("onestop");
    if one_stop.is_dir() {
        graded::one_stop(&one_stop, &files, verbose);
    }
    passives::own(verbose);
    for path in files(Path::new(&folder), "conllu") {
        let documents = conllu::read(&read(&path));
        println!("{}", path.display());
        split::treebank(&documents, verbose);
        passives::treebank(&documents, verbose);
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|found| found == extension)).collect();
    files.sort();
    files
}
