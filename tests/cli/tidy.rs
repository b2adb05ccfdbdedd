//! `alongside tidy`: what it shows, what it writes, and what it leaves alone.

use crate::toolkit::{HEAD, Toolkit};

const PASTED: &str = "##Heading\n\n\u{2022} We listen.\n\u{2022} We meet.\n";

#[test]
fn it_shows_first_and_writes_when_asked() {
    let toolkit = Toolkit::new().page("a", PASTED);
    let path = toolkit.path("content/a.md");
    let before = std::fs::read(&path).unwrap();
    toolkit.run(&["tidy"]).code(0).says("-##Heading").says("+## Heading").says("+- We listen.").says("alongside tidy --write");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    toolkit.run(&["tidy", "--write"]).code(0).says("Tidied content/a.md");
    let after = std::fs::read_to_string(&path).unwrap();
    assert_eq!(after, format!("{HEAD}## Heading\n\n- We listen.\n- We meet.\n"));
    toolkit.run(&["tidy"]).code(0).says("There is nothing to tidy.");
    toolkit.assert_tidy();
}

#[test]
fn only_what_is_asked_for_is_tidied() {
    let toolkit = Toolkit::new().page("a", PASTED).page("b", PASTED);
    toolkit.run(&["tidy", "--only", "pasted-heading", "content/b.md", "--write"]).code(0);
    let text = |name: &str| std::fs::read_to_string(toolkit.path(name)).unwrap();
    assert_eq!(text("content/a.md"), format!("{HEAD}{PASTED}"));
    assert!(text("content/b.md").contains("## Heading") && text("content/b.md").contains('\u{2022}'));
}

#[test]
fn line_ends_stay_and_hidden_signs_go() {
    let toolkit = Toolkit::new();
    let text = format!("{HEAD}![](listen) We listen to you.\n").replace('\n', "\r\n");
    toolkit.write("content/a.md", format!("\u{FEFF}{text}"));
    toolkit.run(&["tidy", "--write"]).code(0);
    assert_eq!(std::fs::read_to_string(toolkit.path("content/a.md")).unwrap(), text);
}

#[test]
fn a_page_that_is_no_text_is_left_alone() {
    let toolkit = Toolkit::new();
    let bytes = [HEAD.as_bytes(), b"\xFF\n##Heading\n"].concat();
    toolkit.write("content/a.md", &bytes);
    toolkit.run(&["tidy", "--write"]).code(0).says("left as it is");
    assert_eq!(std::fs::read(toolkit.path("content/a.md")).unwrap(), bytes);
}

#[test]
fn a_swap_keeps_the_capital_that_its_place_asks_for() {
    let toolkit =
        Toolkit::new().page("a", "![](listen) We DON'T wait, and we can't stop.\n![](listen) DON'T wait.\n![](listen) It's late.\n");
    toolkit.run(&["tidy", "--only", "contraction", "--write"]).code(0);
    let text = std::fs::read_to_string(toolkit.path("content/a.md")).unwrap();
    // “It’s” may be “it has”: that is for the author to say.
    let expected = "![](listen) We do not wait, and we cannot stop.\n![](listen) Do not wait.\n![](listen) It's late.\n";
    assert_eq!(text, format!("{HEAD}{expected}"));
}
