//! What tidying makes of pages: only what is sure, never what somebody else said, and nothing twice.

use alongside::disk;
use alongside::pipeline::{self, Options};
use alongside::tidy::Change;
use alongside::toolkit::{Inline, Level, Quiet, SitePath, Snapshot, SourceText, each_inline, plain_text};
use alongside::{parse, toolkit};
use jiff::civil::date;
use proptest::prelude::*;
use similar::{Algorithm, DiffOp, capture_diff_slices};

const PATH: &str = "content/page.md";
const HEAD: &str = "---\ntitle: A page\nfor: Everyone\n---\n\n";

/// The page that tidying makes of a page, and what it did.
fn tidied(page: &str) -> (String, Vec<Change>) {
    let mut snapshot = Snapshot::new(date(2026, 11, 22));
    disk::insert_builtin(&mut snapshot);
    snapshot.insert_text("alongside.yaml", "title: Ours\n").unwrap();
    snapshot.insert_text(PATH, page).unwrap();
    let outcome = pipeline::tidy(&snapshot, Options::default(), &|_| true, &|_| true, &Quiet);
    outcome.pages.into_iter().next().map_or_else(|| (page.to_owned(), Vec::new()), |page| (page.after, page.changes))
}

#[test]
fn what_is_sure_is_mended() {
    for (before, after) in [
        // What Word pastes.
        ("• We listen.\n• We meet.\n", "- We listen.\n- We meet.\n"),
        ("\u{a0}We meet.\n", "We meet.\n"),
        ("##What we do\n", "## What we do\n"),
        ("We meet.\n\n\tWe listen to what you say.\n", "We meet.\n\nWe listen to what you say.\n"),
        ("See [our page](“https://example.org/”) now.\n", "See [our page](https://example.org/) now.\n"),
        ("See [our page](https://example.org “Our page”) now.\n", "See [our page](https://example.org \"Our page\") now.\n"),
        ("![A hall](our big hall.jpg) We meet.\n", "![A hall](<our big hall.jpg>) We meet.\n"),
        ("![A hall] (hall.jpg) We meet.\n", "![A hall](hall.jpg) We meet.\n"),
        ("We meet .\n", "We meet.\n"),
        ("We li\u{ad}sten.\n", "We listen.\n"),
        // Sentences, numbers, dates and times.
        ("![](listen) We listen. We talk.\n", "![](listen) We listen.\nWe talk.\n"),
        ("> [!note] Look\n>\n> We listen. We talk.\n", "> [!note] Look\n>\n> We listen.\n> We talk.\n"),
        ("- We listen. We talk.\n", "- We listen.\n- We talk.\n"),
        ("We are five people.\n", "We are 5 people.\n"),
        ("Come on 22/11/2026.\n", "Come on 22 November 2026.\n"),
        ("Come on 2026-03-12.\n", "Come on 12 March 2026.\n"),
        ("Come at 14:00.\n", "Come at 2pm.\n"),
        // Words.
        ("Bring food, e.g. cake.\n", "Bring food, for example cake.\n"),
        ("We can’t come.\n", "We cannot come.\n"),
        ("We meet in order to talk.\n", "We meet to talk.\n"),
        ("We *really* meet.\n", "We really meet.\n"),
        ("PLEASE COME today.\n", "Please come today.\n"),
    ] {
        let (made, _) = tidied(&format!("{HEAD}{before}"));
        assert_eq!(made, format!("{HEAD}{after}"), "out of {before:?}");
    }
}

#[test]
fn what_is_not_sure_or_not_ours_stays() {
    for page in [
        // 12 March or December?
        "Come on 12/03/26.\n",
        "Come on 12/03/2026.\n",
        // What somebody said.
        "She says: “I can’t come at 14:00 with five people, e.g. Sam.”\n",
        "> I can’t come at 14:00 with five people.\n",
        "> [!quote]\n>\n> I can’t come at 14:00 with five people.\n",
        // Code and links.
        "Write `five, e.g. can't` in it.\n",
        "```\nfive, e.g. can't\n```\n",
        "Read [The five of us can’t utilise it](five.md).\n",
        "Read https://example.org/five/22/11/2026.\n",
        // Numbers of items would change.
        "1. We listen. We talk.\n",
        // A picture stands between the word and the full stop.
        "We meet in a hall ![A hall](hall.jpg).\n",
        // Names and short forms.
        "We meet at the BBC.\n",
        "We follow #NothingAboutUs.\n",
        // A rule that need not hold here.
        "<!-- allow: number-word: It is the name of our group. -->\nWe are The Five Lamps, five of us.\n",
    ] {
        let page = format!("{HEAD}{page}");
        let (made, changes) = tidied(&page);
        assert_eq!(made, page, "{changes:#?}");
    }
}

/// Beginnings of lines.
const BEGINS: [&str; 14] =
    ["", "", "", "![](listen) ", "• ", "- ", "- [ ] ", "1. ", "> ", "## ", "##", "\t", "<!-- allow: date: So it is. -->\n", "> [!note] "];
/// Pieces of lines: what rules would change, and what they must not touch.
const PIECES: [&str; 34] = [
    "We utilise it",
    "there are five of us",
    "at 14:00",
    "on 12/03/26",
    "on 22/11/2026",
    "e.g. Sam",
    "and/or",
    "*slanted*",
    "*slanted words with five*",
    "**bold**",
    "`code of five, e.g. can't`",
    "“five people can’t come at 14:00”",
    "\"five people can't come\"",
    "[five of us](page.md)",
    "[our page](“https://example.org/five”)",
    "[our page](page.md “Five”)",
    "https://example.org/five/14:00",
    "PLEASE COME",
    "we can't come",
    "they’re late",
    "22nd Nov",
    "in order to talk",
    ".",
    ". ",
    "! We meet.",
    "We meet.They talk.",
    " .",
    "so\u{ad}ft",
    "\u{a0}",
    "![A hall](our hall.jpg)",
    "![A hall] (hall.jpg)",
    "| a | five |",
    "twelve months",
    "Rydym yn gwrando",
];
/// Ends of lines.
const ENDS: [&str; 5] = [".\n", "\n", ".\n\n", "  \n", ". We talk. You listen.\n"];

fn page() -> impl Strategy<Value = String> {
    let pieces = proptest::collection::vec(0..PIECES.len(), 0..5);
    let line = (0..BEGINS.len(), pieces, 0..ENDS.len()).prop_map(|(begin, pieces, end)| {
        let pieces: Vec<&str> = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        format!("{}{}{}", BEGINS[begin], pieces.join(" "), ENDS[end])
    });
    proptest::collection::vec(line, 1..7).prop_map(|lines| format!("{HEAD}{}", lines.concat()))
}

/// What must stay as it is, and the words that a reader sees.
struct Seen {
    words: Vec<String>,
    code: Vec<String>,
    code_blocks: usize,
    links: usize,
    pictures: usize,
    quotes: Vec<String>,
}

fn seen(text: &str) -> Seen {
    let path = SitePath::new(PATH).unwrap();
    let source = SourceText { text: text.into(), oddities: Vec::new() };
    let page = parse::page(&parse::head(&path, text), &source, Level::EasyRead);
    let mut seen = Seen {
        words: Vec::new(),
        code: Vec::new(),
        code_blocks: 0,
        links: page.links.len(),
        pictures: page.pictures.len(),
        quotes: Vec::new(),
    };
    page.each_words(&mut |inlines| {
        seen.words.extend(words(&plain_text(inlines)));
        each_inline(inlines, &mut |inline| {
            if let Inline::Code(code, _) = inline {
                seen.code.push(code.clone());
            }
        });
        let said = plain_text(inlines);
        seen.quotes.extend(said.split('“').skip(1).filter_map(|rest| Some(rest.split_once('”')?.0.to_owned())));
    });
    toolkit::each_block(&page.blocks, &mut |block| match block {
        toolkit::Block::Code { .. } => seen.code_blocks += 1,
        toolkit::Block::Html(text, _) => seen.words.extend(words(text)),
        _ => {}
    });
    seen
}

fn words(text: &str) -> Vec<String> {
    // Nobody sees a soft hyphen.
    text.replace('\u{ad}', "").split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
}

/// The words that went and those that came, where they are not those of a change.
fn not_asked_for(before: &[String], after: &[String], changes: &[Change]) -> Vec<String> {
    let of_changes = |side: fn(&Change) -> &str| -> Vec<String> { changes.iter().flat_map(|change| words(side(change))).collect() };
    let (gone, come) = (of_changes(|change| &change.old), of_changes(|change| &change.new));
    let mut odd = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        if !matches!(op, DiffOp::Equal { .. }) {
            odd.extend(before[op.old_range()].iter().filter(|word| !gone.contains(word)).map(|word| format!("-{word}")));
            odd.extend(after[op.new_range()].iter().filter(|word| !come.contains(word)).map(|word| format!("+{word}")));
        }
    }
    odd
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_reader_sees_the_same_but_for_the_changes_and_nothing_is_changed_twice(page in page()) {
        let (made, changes) = tidied(&page);
        let (again, more) = tidied(&made);
        prop_assert_eq!(&again, &made, "changed again: {:#?}", more);
        let (before, after) = (seen(&page), seen(&made));
        let mut odd = not_asked_for(&words(&page), &words(&made), &changes);
        // Words of pictures that were none before are not read as words any more, and those of lines that were code are.
        let alike = |seen: &Seen| (seen.pictures, seen.links, seen.code_blocks);
        if alike(&before) == alike(&after) {
            odd.extend(not_asked_for(&before.words, &after.words, &changes));
        }
        prop_assert!(odd.is_empty(), "{odd:?}\n{page}\nbecame\n{made}\n{changes:#?}");
        if before.code_blocks == after.code_blocks {
            prop_assert_eq!(&before.code, &after.code);
        }
        // A line that was code only because of the blanks before it may have words of a program in it.
        prop_assert!(before.code.iter().all(|code| after.code.contains(code)), "{}\nbecame\n{}", page, made);
        prop_assert!(after.links >= before.links && after.pictures >= before.pictures, "{}\nbecame\n{}", page, made);
        for quote in before.quotes.iter().filter(|quote| quote.contains("five people")) {
            prop_assert!(after.quotes.contains(quote), "{quote}\n{page}\nbecame\n{made}");
        }
        prop_assert!(!changes.is_empty() || made == page);
    }
}

#[test]
fn a_line_below_does_not_become_code() {
    let page = "---\ntitle: A page\nfor: Everyone\n---\n\n##We meet\n\tat `home`.\n\n##We eat\nat `home`.\n";
    let (made, _) = tidied(page);
    assert!(made.contains("\n##We meet\n\tat `home`.\n") && made.contains("\n## We eat\n"), "{made}");
    assert_eq!(seen(page).code, seen(&made).code);
}

#[test]
fn a_change_that_takes_words_away_is_not_made_beside_one_that_makes_a_link() {
    let page =
        "---\ntitle: A page\nfor: Everyone\n---\n\n> [!note]\n> [our page](“https://example.org/five”).\n##We utilise it.\n> [!note] .\n";
    let (made, _) = tidied(page);
    // Below a heading, the last line would be a box, and its kind no word that readers see.
    assert!(made.contains("[our page](https://example.org/five)") && made.contains("\n##We use it.\n> [!note] .\n"), "{made}");
}
