//! Compares what comes of a toolkit with what is expected of it.

use std::collections::BTreeMap;
use std::path::Path;

use alongside::finding::{Style, Terminal};
use alongside::toolkit::SitePath;
use alongside::{disk, parse, pipeline};
use jiff::civil::date;

use crate::memory::build;

/// Texts by file name.
type Texts = BTreeMap<String, String>;

/// What comes of the toolkit in `folder`.
pub fn report(folder: &Path) -> Texts {
    let snapshot = disk::snapshot(folder, date(2026, 11, 22), pipeline::is_text).unwrap();
    let (files, findings) = build(&snapshot);
    let mut texts = Texts::new();
    let source = |path: &str| Some(parse::decode(&snapshot.read(&SitePath::new(path)?).ok()?).text.to_string());
    let told = Terminal::new(Style { colour: false, width: 100 }).report(&findings, &source);
    texts.insert("findings.txt".to_owned(), told);
    let names: Vec<String> = files.keys().map(|name| without_hash(name)).collect();
    texts.insert("files.txt".to_owned(), format!("{}\n", names.join("\n")));
    for (name, bytes) in files.iter().filter(|(name, _)| !name.starts_with("assets/")) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        texts.insert(name.clone(), format!("{}\n", without_hash(main_of(&text)).trim_end()));
    }
    texts
}

/// The part of a page that is its own.
fn main_of(html: &str) -> &str {
    match (html.find("<main"), html.find("</main>")) {
        (Some(start), Some(end)) => &html[start..end + "</main>".len()],
        _ => html,
    }
}

/// Puts `#` in the place of the ten letters that name an asset by its contents: they change with every stroke.
fn without_hash(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("assets/") {
        let (before, from) = rest.split_at(at);
        let end = from.find(['"', ' ', ')', '\n', '<']).unwrap_or(from.len());
        let (name, after) = from.split_at(end);
        let parts: Vec<&str> = name.split('.').collect();
        out.push_str(before);
        match parts[..] {
            [stem, hash, extension] if hash.len() == 10 => out.push_str(&format!("{stem}.#.{extension}")),
            _ => out.push_str(name),
        }
        rest = after;
    }
    out + rest
}

/// What is not as expected, in words. Writes the expectation anew when it is asked to.
pub fn compare(folder: &Path, found: &Texts) -> Vec<String> {
    let expected_folder = folder.join("expected");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let _ = std::fs::remove_dir_all(&expected_folder);
        for (name, text) in found {
            let path = expected_folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }
    let expected = read_all(&expected_folder, "");
    let mut names: Vec<&String> = expected.keys().chain(found.keys()).collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .filter(|name| expected.get(*name) != found.get(*name))
        .map(|name| {
            let line = first_difference(expected.get(name).map_or("", |text| text), found.get(name).map_or("", |text| text));
            format!("{}/{name}: {line}", expected_folder.display())
        })
        .collect()
}

fn first_difference(expected: &str, found: &str) -> String {
    let lines = expected.lines().zip(found.lines());
    let place = lines.clone().position(|(a, b)| a != b).unwrap_or_else(|| lines.count());
    let line = |text: &str| text.lines().nth(place).unwrap_or("(end)").to_owned();
    format!("line {}\n  expected {}\n  found    {}", place + 1, line(expected), line(found))
}

fn read_all(folder: &Path, prefix: &str) -> Texts {
    let mut texts = Texts::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return texts };
    for entry in entries.map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            texts.extend(read_all(&entry.path(), &format!("{name}/")));
        } else {
            texts.insert(name, std::fs::read_to_string(entry.path()).unwrap());
        }
    }
    texts
}

#[test]
fn a_difference_is_told() {
    assert_eq!(first_difference("a\nb\n", "a\nc\n"), "line 2\n  expected b\n  found    c");
    assert_eq!(first_difference("a\n", "a\nc\n"), "line 2\n  expected (end)\n  found    c");
    assert_eq!(without_hash("<img src=\"../assets/ramp.abcdefghij.svg\" alt=\"\">"), "<img src=\"../assets/ramp.#.svg\" alt=\"\">");
}
