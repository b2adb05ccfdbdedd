//! Toolkits out of a Markdown file.

use std::collections::BTreeMap;
use std::io::Cursor;

use alongside::check::Rule;
use alongside::disk;
use alongside::finding::Finding;
use alongside::pipeline::{self, Options};
use alongside::toolkit::{Contents, Discard, Origin, Quiet, SitePath, Snapshot, SourceFile};
use image::{Frame, ImageFormat, RgbImage, RgbaImage};
use jiff::civil::date;

/// A file, and the words in it: `None` for the whole file.
pub type Mark = (String, Option<(u32, u32)>);

/// A small toolkit, and what a rule should find in it.
pub struct Case {
    pub title: String,
    files: BTreeMap<String, String>,
    /// Files that are no text: drawn by a line of words, or their bytes stand in the case as hexadecimal numbers.
    photos: BTreeMap<String, Vec<u8>>,
    pub marks: Vec<Mark>,
}

const CONFIG: &str = "title: Our guides\norganisation:\n  name: Our DPO\n  contact: {phone: 01632 960000, email: hello@example.org}\n";

impl Case {
    fn new(title: &str) -> Self {
        let files = BTreeMap::from([("alongside.yaml".to_owned(), CONFIG.to_owned())]);
        Self { title: title.to_owned(), files, photos: BTreeMap::new(), marks: Vec::new() }
    }

    /// A toolkit of one page.
    pub fn of_page(text: &str) -> Self {
        let mut case = Self::new("example");
        case.add("content/page.md", text);
        case
    }

    fn add(&mut self, path: &str, marked: &str) {
        let mut text = String::new();
        let mut open = None;
        for c in marked.chars() {
            let here = u32::try_from(text.len()).unwrap();
            match c {
                '⟦' => open = Some(here),
                '⟧' => {
                    let start = open.take().expect("⟧ without ⟦");
                    self.marks.push((path.to_owned(), (start != here || start != 0).then_some((start, here))));
                }
                c => text.push(c),
            }
        }
        assert!(open.is_none(), "⟦ without ⟧ in {path}");
        self.files.insert(path.to_owned(), text);
    }

    /// Marks as words.
    pub fn told(&self, marks: &[Mark]) -> Vec<String> {
        let words = |(path, span): &Mark| match span {
            None => format!("{path}: whole file"),
            Some((start, end)) => format!("{path}: {:?}", &self.files[path][*start as usize..*end as usize]),
        };
        marks.iter().map(words).collect()
    }

    fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::new(date(2026, 11, 22));
        disk::insert_builtin(&mut snapshot);
        for (path, text) in &self.files {
            snapshot.insert_text(path, text).unwrap();
        }
        for (path, bytes) in &self.photos {
            let contents = Contents::Held(bytes.as_slice().into());
            snapshot.insert(SitePath::new(path).unwrap(), SourceFile { origin: Origin::Toolkit, contents });
        }
        snapshot
    }

    /// Everything that all rules find.
    pub fn findings(&self) -> Vec<Finding> {
        pipeline::build(&self.snapshot(), Options::default(), &Discard, &Quiet).findings
    }
}

/// What a rule finds in a toolkit.
pub fn findings_of(rule: &Rule, case: &Case) -> Vec<Finding> {
    case.findings().into_iter().filter(|finding| finding.rule == rule.name).collect()
}

/// A photo file of this kind and size, such as `600 x 400`. A GIF file may have `600 x 400, 2 frames`.
fn photo(path: &str, words: &str) -> Vec<u8> {
    let numbers: Vec<u32> = words.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let mut bytes = Cursor::new(Vec::new());
    match numbers[..] {
        [width, height] => RgbImage::new(width, height).write_to(&mut bytes, ImageFormat::from_path(path).unwrap()).unwrap(),
        [width, height, frames] => {
            let frames = (0..frames).map(|_| Frame::new(RgbaImage::new(width, height)));
            image::codecs::gif::GifEncoder::new(&mut bytes).encode_frames(frames).unwrap();
        }
        _ => panic!("“{words}” is no size"),
    }
    bytes.into_inner()
}

/// The cases of one file.
pub fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            cases.push(Case::new(title));
        } else if let Some(info) = line.strip_prefix("````") {
            let (language, path) = info.split_once(' ').unwrap_or((info, ""));
            let path = match (path, language) {
                ("", "yaml") => "alongside.yaml",
                ("", _) => "content/page.md",
                (path, _) => path,
            };
            let file: Vec<&str> = lines.by_ref().take_while(|line| *line != "````").collect();
            let case = cases.last_mut().expect("a file stands below a ## heading");
            if language == "hex" {
                let digits: Vec<char> = file.concat().chars().collect();
                let byte = |pair: &[char]| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap();
                case.photos.insert(path.to_owned(), digits.chunks(2).map(byte).collect());
            } else if language == "photo" {
                case.photos.insert(path.to_owned(), photo(path, &file.join(" ")));
            } else {
                case.add(path, &format!("{}\n", file.join("\n")));
            }
            case.marks.sort();
        }
    }
    cases
}
