//! The same input gives the same bytes, in any order and with any number of threads.

use alongside::disk;
use alongside::toolkit::{SitePath, Snapshot};
use jiff::civil::date;
use proptest::prelude::*;

use crate::memory::{Files, build};

/// Lines of which pages are made at random.
const LINES: [&str; 16] = [
    "![](listen) We listen to you.",
    "We meet.",
    "![](no-such-picture) We ask.",
    "## A heading",
    "### A smaller one",
    "- ![](share) An item",
    "- [ ] ![](plan) To do",
    "> [!check] Title",
    "> - [ ] ![](time) Take time.",
    "**co-production** and **others**",
    "[a link](page-1.md#a-heading)",
    "[another](https://example.org)",
    "| A | B |\n|---|---|\n| 1 | 2 |",
    "```rust\nfn main() {}\n```",
    "<b>html</b>",
    "",
];

fn toolkit(pages: &[Vec<usize>]) -> Snapshot {
    let mut snapshot = Snapshot::new(date(2026, 11, 22));
    disk::insert_builtin(&mut snapshot);
    snapshot
        .insert_text(
            "alongside.yaml",
            "title: Ours\naddress: https://example.org/ours/\norganisation: {name: Our DPO, contact: {phone: 1}}\n",
        )
        .unwrap();
    snapshot.insert_text("words.yaml", "co-production: Working together.\n").unwrap();
    for (number, lines) in pages.iter().enumerate() {
        let head = match number {
            0 => "---\ntitle: A guide\nformats: web, large-print\npicture: meeting\n---",
            6 => "---\nsummary: “”\npicture: listen\n---",
            22 => "---\ntitle: Two\nsummary: Plain.\nlevel: plain\npicture: listen\n---",
            _ if number % 2 == 0 => "---\ntitle: One & <two> \"three\"\nsummary: It's < 4.\npicture: listen\n---",
            _ => "",
        };
        let text: Vec<&str> = std::iter::once(head).chain(lines.iter().map(|line| LINES[*line])).collect();
        let folder = if number % 3 == 0 { "a" } else { "b" };
        let name = if number < 2 { "index".to_owned() } else { format!("page-{number}") };
        snapshot.insert_text(&format!("content/{folder}/{name}.md"), &text.join("\n")).unwrap();
    }
    snapshot
}

fn build_with(threads: usize, snapshot: &Snapshot) -> (Files, Vec<alongside::finding::Finding>) {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| build(snapshot))
}

/// Builds pages with the templates that come with Alongside, of which much is filled once, and with copies of them that are filled for
/// each page.
fn each_time_and_once(pages: &[Vec<usize>]) -> Result<(), TestCaseError> {
    let filled_once = toolkit(pages);
    let mut filled_each_time = toolkit(pages);
    let of_card = ("{% if card.picture.html %}{{ card.picture.html }}{% elif card.picture %}", "{% if card.picture %}");
    let of_page = ("{%- if page.picture.html %}{{ page.picture.html }}{% elif page.picture %}", "{%- if page.picture %}");
    let templates = [
        ("blocks", &[(" {\"only_shows\": true}", "")][..]),
        ("parts", &[(" {\"once\": true}", ""), (" {\"only_shows\": true}", ""), of_card, of_page]),
        ("part", &[of_page]),
    ];
    for (name, changes) in templates {
        let path = SitePath::new(&format!("themes/default/templates/{name}.html")).unwrap();
        let mut own = String::from_utf8(filled_once.read(&path).unwrap().to_vec()).unwrap();
        for (says, instead) in changes {
            prop_assert!(own.contains(says), "{}", says);
            own = own.replace(says, instead);
        }
        filled_each_time.insert_text(&format!("themes/ours/templates/{name}.html"), &own).unwrap();
    }
    let settings = "title: Ours\naddress: https://example.org/ours/\norganisation: {name: Our DPO, contact: {phone: 1}}\n";
    filled_each_time.insert_text("alongside.yaml", &format!("{settings}theme: ours\n")).unwrap();
    let (once, _) = build(&filled_once);
    let (each_time, _) = build(&filled_each_time);
    prop_assert!(once.keys().any(|route| route.contains("large-print")), "{:?}", once.keys());
    for (route, bytes) in &once {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        prop_assert_eq!(each_time.get(route).map(|bytes| text(bytes)), Some(text(bytes)), "{}", route);
    }
    Ok(())
}

#[test]
fn parts_that_are_alike_are_told_apart() {
    let mut pages = vec![vec![0, 1, 3, 9]; 24];
    // Headings alone are filled once at every level.
    pages[22] = vec![3];
    each_time_and_once(&pages).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn threads_make_no_difference(pages in proptest::collection::vec(proptest::collection::vec(0..LINES.len(), 0..12), 0..9)) {
        let snapshot = toolkit(&pages);
        let one = build_with(1, &snapshot);
        let two = build_with(2, &snapshot);
        prop_assert_eq!(&one.1, &two.1);
        prop_assert_eq!(one.0.keys().collect::<Vec<_>>(), two.0.keys().collect::<Vec<_>>());
        prop_assert!(one.0 == two.0, "a file differs");
        prop_assert!(one == build_with(2, &snapshot), "the second build differs");
    }

    // A guide needs several parts before they are filled once, and only plain ones are.
    #[test]
    fn components_that_are_filled_for_each_page_make_the_same(
        pages in proptest::collection::vec(prop_oneof![proptest::collection::vec(0..LINES.len(), 0..12), proptest::collection::vec(0..5_usize, 1..6)], 1..24),
    ) {
        each_time_and_once(&pages)?;
    }
}
