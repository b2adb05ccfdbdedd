//! What must stay true of this codebase, whoever works on it. `docs/ARCHITECTURE.md` says why.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The rooms of `src/`, and the rooms into which each may look. Every room may look into `toolkit` and `finding`.
const ROOMS: [(&str, &[&str]); 14] = [
    ("toolkit", &[]),
    ("finding", &[]),
    ("disk", &[]),
    ("parse", &[]),
    ("language", &[]),
    ("link", &["parse"]),
    ("pair", &["parse", "language"]),
    ("check", &["parse", "language", "pair"]),
    ("tidy", &["parse"]),
    ("render", &["parse", "pair"]),
    ("format", &["parse", "pair", "render"]),
    ("pipeline", &["parse", "link", "pair", "check", "tidy", "render", "format"]),
    ("preview", &["parse", "pair", "check", "pipeline", "disk"]),
    ("cli", &["parse", "link", "pair", "check", "tidy", "render", "format", "pipeline", "preview", "disk"]),
];

/// The longest file, in lines.
const LINES_MAX: usize = 500;

/// The Rust files below a folder of the package: their paths from its top, and their texts.
fn files(folder: &str) -> BTreeMap<String, String> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![top.join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// The lines of a text that are neither comments nor tests.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let before_tests = text.split("#[cfg(test)]").next().unwrap();
    before_tests.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(number, line)| (number + 1, line))
}

fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rooms_look_only_into_the_rooms_below() {
    let mut faults = Vec::new();
    let names: BTreeSet<&str> = ROOMS.iter().map(|(name, _)| *name).collect();
    for (path, text) in files("src") {
        let room = path.trim_start_matches("src/").split('/').next().unwrap();
        let Some((_, below)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            if !matches!(room, "lib.rs" | "main.rs") {
                faults.push(format!("{path}: the room {room} is not in the list of this test"));
            }
            continue;
        };
        for (number, line) in code(&text) {
            for other in line.split("crate::").skip(1) {
                let other: String = other.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let allowed = other == room || matches!(other.as_str(), "toolkit" | "finding") || below.contains(&other.as_str());
                if names.contains(other.as_str()) && !allowed {
                    faults.push(format!("{path}:{number}: {room} must not look into {other}"));
                }
            }
        }
    }
    assert_none(faults);
}

#[test]
fn every_file_begins_by_saying_what_it_is_and_is_short() {
    let mut faults = Vec::new();
    for (path, text) in ["src", "tests", "benches"].into_iter().flat_map(files) {
        if !text.starts_with("//!") {
            faults.push(format!("{path}: it does not begin with //!"));
        }
        let lines = text.lines().count();
        if lines > LINES_MAX {
            faults.push(format!("{path}: it has {lines} lines"));
        }
    }
    assert_none(faults);
}

#[test]
fn every_rule_is_in_the_table_and_has_its_tests() {
    let mut faults = Vec::new();
    let table = std::fs::read_to_string("src/check/table.rs").unwrap();
    for (path, text) in files("src/check") {
        let Some(rest) = text.split("\nrule! {").nth(1) else { continue };
        let module = path.trim_start_matches("src/check/").trim_end_matches(".rs").replace('/', "::");
        if !table.contains(&format!("&{module}::RULE,")) {
            faults.push(format!("{path}: the rule is not in src/check/table.rs"));
        }
        let name = rest.lines().map(str::trim).find(|line| line.starts_with('"')).and_then(|line| line.split('"').nth(1)).unwrap();
        if path.rsplit('/').next() != Some(&format!("{}.rs", name.replace('-', "_"))) {
            faults.push(format!("{path}: the file is not named after its rule {name}"));
        }
        if !Path::new(&format!("tests/rules/{name}.md")).is_file() {
            faults.push(format!("{path}: the rule has no tests in tests/rules/{name}.md"));
        }
    }
    assert_none(faults);
}

#[test]
fn the_world_is_touched_in_one_room() {
    let world = ["std::fs", "std::env", "SystemTime", "Instant::now", "std::net", "std::process::Command"];
    let printing = ["println!", "print!", "eprintln!", "eprint!"];
    let mut faults = Vec::new();
    for (path, text) in files("src") {
        for (number, line) in code(&text) {
            // What the compiler knows is no part of the world.
            let line = line.replace("env!(", "");
            if !path.starts_with("src/disk/") && world.iter().any(|word| line.contains(word)) {
                faults.push(format!("{path}:{number}: only src/disk touches files, the environment and the clock"));
            }
            // `println!` breaks down when nobody reads what it prints.
            if printing.iter().any(|word| line.contains(word)) {
                faults.push(format!("{path}:{number}: only src/cli prints, with say! and say_error!"));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn nothing_is_left_for_later() {
    let mut faults = Vec::new();
    for (path, text) in ["src", "benches"].into_iter().flat_map(files) {
        for (number, line) in text.lines().enumerate() {
            if ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!("].iter().any(|word| line.contains(word)) {
                faults.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert_none(faults);
}
