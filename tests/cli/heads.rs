//! The head of a page: what authors type, slips and all.

use crate::toolkit::{HEAD, ROW, Toolkit};

/// The rest of a head that lacks nothing.
const FACTS: &str = "for: Disabled people\nby: Our DPO\ndate: 22 November 2026\n";

fn with_head(head: &str) -> Toolkit {
    Toolkit::new().file("content/a.md", format!("{head}\n{ROW}"))
}

#[test]
fn what_authors_type_is_understood() {
    for (typed, shown) in [
        ("title: Access: what it means", "Access: what it means"),
        ("title: @ilis", "@ilis"),
        ("title: # 1", "# 1"),
        ("title: 1.10", "1.10"),
        ("title: Disabled people's guide", "Disabled people&#39;s guide"),
        ("title: [Draft] Our plan", "[Draft] Our plan"),
        ("title: %50 off", "%50 off"),
        ("title: *all* & none", "*all* &amp; none"),
        ("title:\tTabbed", "Tabbed"),
        ("title:\u{a0}Glued", "Glued"),
        ("title: “Curly”", "Curly"),
        ("title: yes", "yes"),
        ("title: !!python/object x", "!!python/object x"),
    ] {
        let toolkit = with_head(&format!("---\n{typed}\n{FACTS}---\n"));
        toolkit.build().code(0);
        let html = toolkit.html("a/index.html");
        assert!(html.contains(&format!("<h1>{shown}</h1>")), "{typed} became {:?}", html.lines().find(|line| line.contains("<h1>")));
    }
}

#[test]
fn every_file_that_a_word_processor_writes_is_read() {
    let head = format!("---\ntitle: One\n{FACTS}---\n");
    let utf16: Vec<u8> = format!("\u{feff}{head}\n{ROW}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [
        ("byte order mark and Windows line ends", format!("\u{feff}{}", head.replace('\n', "\r\n")).into_bytes()),
        ("line ends of old Macs", head.replace('\n', "\r").into_bytes()),
        ("long dashes", head.replace("---", "—").into_bytes()),
        ("four hyphens", head.replace("---", "----").into_bytes()),
        ("UTF-16", utf16),
    ] {
        let toolkit = Toolkit::new().file("content/a.md", [bytes.as_slice(), b"\n\n"].concat());
        toolkit.build().code(0);
        assert!(toolkit.html("a/index.html").contains("<h1>One</h1>"), "{name}");
    }
}

#[test]
fn slips_are_told_with_their_line() {
    for (line, place, words) in [
        ("tilte: x", "content/a.md:3:1", "Did you mean “title”?"),
        ("title: Again", "content/a.md:3:1", "a second time"),
        ("review-date: 31 February 2027", "content/a.md:3:14", "no such day"),
        ("order: first", "content/a.md:3:8", "a whole number"),
        ("status: done", "content/a.md:3:9", "“published”"),
        ("level: hard", "content/a.md:3:8", "“easy-read”"),
        ("contact: ring us", "content/a.md:3:10", "lines below it"),
        ("subtitle: {a: b}", "content/a.md:3:11", "needs words"),
        ("draft: perhaps", "content/a.md:3:8", "“yes” or “no”"),
        ("language: klingon tongue", "content/a.md:3:11", "short name of a language"),
        ("subtitle:Ours", "content/a.md:3:1", "a colon, a blank"),
    ] {
        let toolkit = with_head(&format!("---\ntitle: One\n{line}\n{FACTS}---\n"));
        toolkit.build().code(1).finds("front-matter", place).says(words).says_not("missing-fact");
    }
}

#[test]
fn a_head_without_its_end_loses_no_text() {
    let toolkit = with_head(&format!("---\ntitle: One\n{FACTS}"));
    toolkit.build().code(1).finds("front-matter", "content/a.md:1:1").says("no end").says_not("missing-fact");
}

#[test]
fn bombs_and_pits_come_to_an_end() {
    let references: String = ('b'..='j').map(|c| format!("{c}: &{c} [{}]\n", "*a,".repeat(9))).collect();
    for (line, name) in [
        (format!("x: {}{}", "[".repeat(5_000), "]".repeat(5_000)), "brackets"),
        (format!("x: {}", "{a: ".repeat(5_000)), "braces"),
        (format!("x:\n  {}a", "- ".repeat(5_000)), "lists"),
        (format!("a: &a [x,x,x]\n{references}"), "references"),
        (format!("x: {}", "word ".repeat(220_000)), "a megabyte"),
    ] {
        let run = with_head(&format!("---\ntitle: One\n{FACTS}{line}\n---\n")).build();
        assert!(run.code(1).said().contains("[front-matter]"), "{name}: {}", run.said());
    }
}

#[test]
fn a_broken_line_costs_only_its_own_value() {
    for broken in [": x", "}: {", "![](listen) We listen: always.", "? [", "* star: x"] {
        let toolkit = with_head(&format!("---\ntitle: One\n{broken}\n{FACTS}---\n"));
        // The title stands right above, and is as it should be.
        toolkit.build().code(1).finds("front-matter", "content/a.md:3:1").says_not("no title").says_not("missing-fact");
    }
}

#[test]
fn a_name_that_is_moved_in_by_mistake_is_told() {
    for indent in [" ", "\t", "\u{a0}"] {
        let toolkit = Toolkit::new().file("content/a.md", format!("{}{ROW}", HEAD.replace("date:", &format!("{indent}draft: yes\ndate:"))));
        let run = toolkit.build();
        let published = toolkit.path("public/a/index.html").exists();
        assert!(!published, "a draft is published, because “draft: yes” became a part of the line above it:\n{}", run.said());
        run.code(1).finds("front-matter", "content/a.md:5:1");
    }
}

#[test]
fn a_head_without_its_beginning_is_told() {
    // The part has a title of its own. The head reads as one long heading of the text.
    let toolkit =
        Toolkit::new().page("g/index", ROW).file("content/g/1-part.md", format!("# A part\n\ntitle: One\nsummary: Two\n---\n\n{ROW}"));
    toolkit.build().code(1).says("[leaked-markup]").says("content/g/1-part.md:3:1");
}

#[test]
fn signs_for_the_computer_are_told_wherever_readers_would_see_them() {
    for (head, words) in [
        ("summary: We **work** together.\n", "**"),
        ("subtitle: See [our plan](plan.md).\n", "]("),
        ("funder: <b>The council</b>\n", "<"),
        ("words:\n  equals: People who **count** the same.\n", "**"),
    ] {
        let toolkit = with_head(&format!("---\ntitle: One\n{head}{FACTS}---\n"));
        toolkit.build().code(1).says("[leaked-markup]").says(&format!("“{words}”"));
    }
}

#[test]
fn signs_that_nobody_sees_are_told() {
    for (sign, name) in
        [("\0", "NUL"), ("\u{8}", "backspace"), ("\u{1b}[31m", "escape"), ("\u{9b}", "control sequence"), ("\u{202e}", "override")]
    {
        let toolkit = Toolkit::new().page("a", &format!("![](listen) We lis{sign}ten.\n"));
        let run = toolkit.build();
        run.is_plain();
        assert!(run.said().contains("content/a.md:8"), "{name} goes to readers, and nobody says so:\n{}", run.said());
    }
}

#[test]
fn bytes_that_are_no_letters_are_told() {
    let toolkit = Toolkit::new().file("content/a.md", [HEAD.as_bytes(), b"![](listen) We listen\xe9.\n"].concat());
    toolkit.build().code(1).finds("unreadable-file", "content/a.md:8:22").says("UTF-8");
}
