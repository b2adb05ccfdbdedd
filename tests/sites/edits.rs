//! After any edits, a toolkit that was followed change by change stands as a fresh build makes it.

use alongside::disk;
use alongside::pipeline::{Options, Stand};
use alongside::toolkit::{Quiet, Route, SitePath, Snapshot};
use jiff::civil::date;
use proptest::prelude::*;

use crate::memory::{Files, build};

/// The files that edits touch.
const PATHS: [&str; 15] = [
    "content/index.md",
    "content/a/index.md",
    "content/a/1-one.md",
    "content/a/2-two.md",
    "content/a/two.md",
    "content/b/index.md",
    "content/b/one.md",
    "content/alone.md",
    "content/words.md",
    "content/a/ramp.svg",
    "content/a/plan.txt",
    "words.yaml",
    "alongside.yaml",
    "symbols/ours/symbols.csv",
    "symbols/ours/hall.svg",
];
const OTHERS: [(&str, &str); 4] = [
    ("themes/ours/words/en.ftl", "word-list = Our words\n"),
    ("themes/ours/styles/6-ours.css", ".row { margin: 0; }\n"),
    ("themes/ours/templates/single.html", "{% extends \"part.html\" %}"),
    ("symbols/ours/pack.yaml", "title: Ours\nlicence: CC0-1.0\n"),
];
/// Heads of pages.
const HEADS: [&str; 10] = [
    "",
    "---\ntitle: A title\nfor: Everyone\n---\n",
    "---\ntitle: Another title\nsummary: What it is.\npicture: listen\n---\n",
    "---\ntitle: A draft\ndraft: yes\n---\n",
    "---\ntitle: Broken\n",
    "---\norder: 9\nsymbols: ours\npicture: ramp.svg\n---\n",
    "---\nwords:\n  others: All the rest.\n---\n",
    "---\nlevel: plain\nlanguage: cy\n---\n",
    "---\nfull-version: ../b/one.md\nallow:\n  no-picture: We have none.\n---\n",
    "---\nstatus: withdrawn\nformats: web\n---\n",
];
/// Lines of pages.
const LINES: [&str; 15] = [
    "![](listen) We listen to you.",
    "We meet.",
    "![](hall) The hall.",
    "![A ramp](ramp.svg) A ramp.",
    "![](no-such-picture) We ask.",
    "# A heading of level 1",
    "## A heading",
    "**co-production** and **others**",
    "[a link](two.md#a-heading)",
    "[to a page](1-one.md) and [a guide](/b/index.md) and [back](/a/index.md#r-x)",
    "[a file](plan.txt) and [no file](plan.pdf)",
    "> [!words]",
    "> [!contact]",
    "<!-- allow: no-picture: We have none. -->",
    "",
];

#[derive(Clone, Debug)]
enum Edit {
    Write(usize, usize, Vec<usize>),
    Other(usize),
    Remove(usize),
    Day,
}

fn edit() -> impl Strategy<Value = Edit> {
    let lines = proptest::collection::vec(0..LINES.len(), 0..7);
    prop_oneof![
        12 => (0..PATHS.len(), 0..HEADS.len(), lines).prop_map(|(path, head, lines)| Edit::Write(path, head, lines)),
        2 => (0..OTHERS.len()).prop_map(Edit::Other),
        3 => (0..PATHS.len() + OTHERS.len()).prop_map(Edit::Remove),
        1 => Just(Edit::Day),
    ]
}

/// What a file holds after an edit.
fn text(path: &str, head: usize, lines: &[usize]) -> String {
    let ours = lines.len().is_multiple_of(2);
    match path {
        "alongside.yaml" => format!(
            "title: Site {head}\nsymbols: {}\norganisation: {{name: Our DPO, logo: {}, contact: {{phone: {head}}}}}\n{}{}",
            if ours { "starter, ours" } else { "starter" },
            if head.is_multiple_of(3) { "logo.svg" } else { "content/a/ramp.svg" },
            if ours { "theme: ours\n" } else { "address: https://example.org/x/\n" },
            if head > 6 { "level: plain\n" } else { "" },
        ),
        "words.yaml" => format!("co-production: Working together {head}.\n{}", if ours { "others: The rest.\n" } else { "" }),
        "symbols/ours/symbols.csv" => {
            format!(
                "id,file,label,other-names,tags,description\nhall,hall.svg,Hall,{},,A hall {head}\n",
                if ours { "town hall" } else { "" }
            )
        }
        path if alongside::toolkit::extension_of(path) == "svg" => {
            let damage = if head == 9 { "<broken" } else { "" };
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h{head}v1z\"/>{damage}</svg>")
        }
        _ => format!("{}{}", HEADS[head], lines.iter().map(|line| format!("{}\n", LINES[*line])).collect::<String>()),
    }
}

fn apply(snapshot: &mut Snapshot, edit: &Edit) {
    match edit {
        Edit::Write(path, head, lines) => snapshot.insert_text(PATHS[*path], &text(PATHS[*path], *head, lines)).unwrap(),
        Edit::Other(other) => snapshot.insert_text(OTHERS[*other].0, OTHERS[*other].1).unwrap(),
        Edit::Remove(file) => {
            let path = PATHS.get(*file).copied().unwrap_or_else(|| OTHERS[*file - PATHS.len()].0);
            snapshot.remove(&SitePath::new(path).unwrap());
        }
        Edit::Day => {
            let mut next = Snapshot::new(snapshot.today().tomorrow().unwrap());
            for (path, file) in snapshot.files() {
                next.insert(path.clone(), file.clone());
            }
            *snapshot = next;
        }
    }
}

fn start() -> Snapshot {
    let mut snapshot = Snapshot::new(date(2026, 11, 22));
    disk::insert_builtin(&mut snapshot);
    for (path, head, lines) in [(12, 1, vec![0]), (1, 2, vec![0, 6]), (2, 1, vec![2, 7, 8, 9]), (3, 6, vec![6, 3]), (5, 0, vec![7, 10])] {
        snapshot.insert_text(PATHS[path], &text(PATHS[path], head, &lines)).unwrap();
    }
    for path in [9, 10, 11, 13, 14] {
        snapshot.insert_text(PATHS[path], &text(PATHS[path], 3, &[])).unwrap();
    }
    snapshot.insert_text(OTHERS[3].0, OTHERS[3].1).unwrap();
    snapshot
}

/// Every file of the site, as the preview serves it.
fn served(stand: &Stand, fresh: &Files) -> Files {
    let mut files = Files::new();
    for route in stand.routes() {
        if let Some(page) = stand.page(&route) {
            files.insert(route.to_string(), page);
        }
    }
    for name in fresh.keys().filter(|name| name.starts_with("assets/")) {
        let route = Route::read(name).unwrap();
        let file = stand.theme_file(&route).map(|bytes| bytes.to_vec()).or_else(|| stand.image(&route)).or_else(|| {
            let path = stand.asset_source(&route)?;
            stand.snapshot().read(&path).ok().map(|bytes| bytes.to_vec())
        });
        if let Some(bytes) = file {
            files.insert(name.clone(), bytes);
        }
    }
    files
}

fn difference(stand: &Stand, snapshot: &Snapshot) -> Option<String> {
    let (fresh, findings) = build(snapshot);
    let files = served(stand, &fresh);
    if let Some(name) = fresh.keys().chain(files.keys()).find(|name| fresh.get(*name) != files.get(*name)) {
        let show = |files: &Files| files.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        return Some(format!("{name}\nfresh: {:?}\nserved: {:?}", show(&fresh), show(&files)));
    }
    let told = stand.findings();
    (told != findings).then(|| format!("findings\nfresh: {findings:#?}\nserved: {told:#?}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn edits_lead_to_what_a_fresh_build_makes(edits in proptest::collection::vec(edit(), 1..10)) {
        let mut snapshot = start();
        let mut stand = Stand::new(snapshot.clone(), Options::default(), &Quiet);
        for edit in &edits {
            apply(&mut snapshot, edit);
            stand = stand.next(snapshot.clone(), &Quiet);
            let difference = difference(&stand, &snapshot);
            prop_assert!(difference.is_none(), "after {edit:?}: {}", difference.unwrap_or_default());
        }
    }
}

#[test]
fn what_a_change_does_not_touch_is_taken_over() {
    let snapshot = start();
    let stand = Stand::new(snapshot.clone(), Options::default(), &Quiet);
    let edited = |path: &str, text: &str| {
        let mut snapshot = snapshot.clone();
        snapshot.insert_text(path, text).unwrap();
        stand.next(snapshot, &Quiet)
    };
    let body = edited("content/a/1-one.md", &text(PATHS[2], 1, &[0]));
    assert_eq!(body.read_again(&stand), ["content/a/1-one.md"]);
    let title = edited("content/a/1-one.md", &text(PATHS[2], 2, &[0]));
    assert_eq!(title.read_again(&stand), ["content/a/1-one.md", "content/a/2-two.md", "content/a/index.md"]);
    let image = edited("content/a/ramp.svg", &text("ramp.svg", 4, &[]));
    assert_eq!(image.read_again(&stand), ["content/a/2-two.md"]);
    let theme = edited("themes/ours/words/en.ftl", "word-list = Words\n");
    assert!(theme.read_again(&stand).is_empty(), "{:?}", theme.read_again(&stand));
    let words = edited("words.yaml", "others: The rest.\n");
    assert_eq!(words.read_again(&stand).len(), 4, "every page may use the word list");
}
