//! Markdown in, rows and boxes out: the eleven rules of the source format.

use alongside::toolkit::Level;
use expect_test::{Expect, expect};

use crate::outline::{outline, outline_at, read};

fn check(text: &str, expected: Expect) {
    expected.assert_eq(&outline(text));
}

#[test]
fn one_line_is_one_row() {
    check(
        "First line.\nSecond line. Still the second.\n\nNew group.  \nAfter two blanks.\\\nAfter a backslash.",
        expect![[r#"
        rows
          First line.
          Second line. Still the second.
        rows
          New group.
          After two blanks.
          After a backslash.
    "#]],
    );
}

#[test]
fn a_picture_has_three_places() {
    check(
        "![](circle)\nAbove.\n![](ramp) Before.\nBehind. ![](listen)\nNone.",
        expect![[r#"
        rows
          (circle) Above.
          (ramp) Before.
          (listen) Behind.
          None.
    "#]],
    );
    check(
        "![](a)\n\nA picture and a blank line.\n\n![](b)",
        expect![[r#"
        figure (a, alone)
        rows
          A picture and a blank line.
        figure (b, alone)
    "#]],
    );
    check(
        "![](a) One ![](b) two ![](c)\n![](d)\n![](e)\nText.\n![](f)\n![](g) Text.",
        expect![[r#"
        rows
          (a) One (b, alone) two (c, alone)
        figure (d, alone)
        rows
          (e) Text.
        figure (f, alone)
        rows
          (g) Text.
        odd SecondPicture "![](b)"
        odd SecondPicture "![](c)"
        odd SecondPicture "![](d)"
        odd SecondPicture "![](f)"
    "#]],
    );
}

#[test]
fn pictures_say_what_they_show() {
    check(
        "![A ramp](hall-ramp.jpg) a\n![](openmoji/ear) b\n![decorative](/photos/x.png) c\n![](https://example.org/x.png) d\n![]() e\n![](../../../x.png) f",
        expect![[r#"
            rows
              (content/guide/hall-ramp.jpg: A ramp) a
              (openmoji/ear) b
              (content/photos/x.png: decorative) c
              (outside https://example.org/x.png) d
              (nothing) e
              (outside ../../../x.png) f
        "#]],
    );
}

#[test]
fn bold_is_a_hard_word_or_a_label() {
    check(
        "**Co-production** is **not** hard.\n\n> [!ladder] Power\n>\n> - ![](share) **Equal.** We plan. We do.\n> - **Told.** You tell.\n> - Plain **word** here.\n\n> [!check]\n> - [ ] **Word** here.",
        expect![[r#"
            rows
              *Co-production* is *not* hard.
            box ladder #power Power
              list
                - (share) <Equal.> We plan. We do.
                - <Told.> You tell.
                - Plain *word* here.
            box check #check 
              list
                [ ] *Word* here.
        "#]],
    );
}

#[test]
fn list_items_are_rows() {
    check(
        "- ![](a) One\n  goes on.\n- Two\n\n  ![](b)\n  Below.\n  - Inner\n\n3. Three\n4. Four\n\n- [x] Done\n- [ ] ![](c) Open",
        expect![[r#"
            list
              - (a) One goes on.
              - Two
                rows
                  (b) Below.
                list
                  - Inner
            list from 3
              - Three
              - Four
            list
              [x] Done
              [ ] (c) Open
        "#]],
    );
}

#[test]
fn boxes_are_quotes_with_a_mark() {
    check(
        "> [!check] Before **you** start\n> Right below.\n>\n> - [ ] Ask.\n\n> [!IMPORTANT]\n> ![](a) Text.\n\n> [!chek] Title\n> Text.\n\n> A quote.\n\n> [!note] Outer\n>\n> > [!words] Inner\n> > Text.",
        expect![[r#"
            box check #before-you-start Before *you* start
              rows
                Right below.
              list
                [ ] Ask.
            box important #important 
              rows
                (a) Text.
            box unknown chek #title Title
              rows
                Text.
            quote
              rows
                A quote.
            box note #outer Outer
              box words #inner Inner
                rows
                  Text.
        "#]],
    );
    check(
        "> [!not a box] x\n\n> [! ] x\n\n[!note] No quote.",
        expect![[r#"
        quote
          rows
            [!not a box] x
        quote
          rows
            [! ] x
        rows
          [!note] No quote.
    "#]],
    );
}

#[test]
fn links_are_read() {
    check(
        "[a](other.md) [b](#here) [c](javascript:alert(1)) <hello@example.org> <https://example.org> [d](x.pdf)",
        expect![[r#"
        rows
          [a -> Page { path: "content/guide/other.md", fragment: None }] [b -> Here("here")] [c -> Refused] [hello@example.org -> Outside("mailto:hello@example.org")] [https://example.org -> Outside("https://example.org")] [d -> File("content/guide/x.pdf")]
    "#]],
    );
    check(
        "[x](&#x6a;avascript:alert(1)) [y](java&Tab;script:x) [z](<data:text/html,a b>)",
        expect![[r#"
        rows
          [x -> Refused] [y -> Refused] [z -> Refused]
    "#]],
    );
}

#[test]
fn html_is_shown_as_text() {
    check(
        "A <b>bold</b> word.\n\n<div onclick=\"x\">\nInside.\n</div>\n\nAfter.",
        expect![[r#"
        rows
          A <html "<b>">bold<html "</b>"> word.
        html "<div onclick=\"x\">\nInside.\n</div>"
        rows
          After.
    "#]],
    );
}

#[test]
fn leave_holds_for_the_block_that_follows() {
    check(
        "<!-- allow: no-picture: none fits -->\nOne.\nTwo.\n\nThree.\n\n<!-- allow: x -->\n\n<!-- allow bad -->\n\n- Item\n\n<!-- allow: last: nothing follows -->",
        expect![[r#"
            rows
              One.
              Two.
            rows
              Three.
            list
              - Item
            allow no-picture: "none fits" for "One."
            allow x: "" for "- Item"
            allow last: "nothing follows" for "<!-- allow: last: nothing follows -->"
            odd BadAllowance "<!-- allow bad -->\n"
        "#]],
    );
}

#[test]
fn tables_code_and_footnotes_are_read() {
    check(
        "| A | B |\n|---|---|\n| 1 | **2** |\n| 3 |\n\n```rust ignore\nfn x() {}\n```\n\n\ttabbed\n\nText[^1] and[^b].\n\n[^b]: Second.\n[^1]: First.\n[^never]: Not asked for.\n\n---\n",
        expect![[r#"
            table A | B
              1 | *2*
              3 | 
            code rust "fn x() {}\n"
            code  "tabbed\n"
            rows
              Text^1 and^2.
            divider
            footnote 1
              rows
                First.
            footnote 2
              rows
                Second.
            footnote 3
              rows
                Not asked for.
        "#]],
    );
}

#[test]
fn what_is_off_stays_text() {
    check(
        "Cost is $5 and £6 to $7.\n\nTerm\n: Not a definition\n\nx^2^ and H~2~O \"quotes\" -- dash ... dots",
        expect![[r#"
        rows
          Cost is $5 and £6 to $7.
        rows
          Term
          : Not a definition
        rows
          x^2^ and H~2~O "quotes" -- dash ... dots
    "#]],
    );
}

#[test]
fn headings_have_names() {
    check(
        "# Title\n\n## Where to start?\n\n## Where to start?\n\n## Own {#my-name .class}\n\n## Al-main {#al-main}\n\n## 😀\n\n### Tŷ **bold**",
        expect![[r#"
        h2 #where-to-start Where to start?
        h2 #where-to-start-2 Where to start?
        h2 #my-name Own
        h2 #s-al-main Al-main
        h2 #s-p-qkaskt47dk 😀
        h3 #ty-bold Tŷ *bold*
    "#]],
    );
}

#[test]
fn the_title_is_not_shown_twice() {
    check(
        "---\ntitle: Hello\n---\n# Hello\n\nText.",
        expect![[r#"
        rows
          Text.
    "#]],
    );
    check(
        "# Hello\n\nText.",
        expect![[r#"
        rows
          Text.
    "#]],
    );
    check(
        "---\ntitle: Hello\n---\n# Other\n\nText.",
        expect![[r#"
        h1 #other Other
        rows
          Text.
    "#]],
    );
}

#[test]
fn prose_joins_its_lines() {
    let text = "First line\ngoes on.  \nAfter a break.\n\n![A map](map.png)\nText with ![x](y.png) inside.\n\n- ![](a) Item\n\n> [!note] Box\n> Two\n> lines.";
    expect![[r#"
        p First line goes on. / After a break.
        figure (content/guide/map.png: A map, alone)
        p Text with (content/guide/y.png: x, alone) inside.
        list
          - (a) Item
        box note #box Box
          p Two lines.
    "#]]
    .assert_eq(&outline_at(Level::Plain, text));
}

#[test]
fn depth_has_a_limit_and_no_text_is_lost() {
    let text = format!("{} deep\n\nAfter.", ">".repeat(12));
    check(
        &text,
        expect![[r#"
        quote
          quote
            quote
              quote
                quote
                  quote
                    p >>>>>> deep
        rows
          After.
        odd TooDeep ">>>>>> deep\n"
    "#]],
    );
    let marks = format!("{}x{}", "**a _b ".repeat(30), "_ **".repeat(30));
    assert!(outline(&marks).contains('x'));
}

#[test]
fn rows_keep_their_names_when_others_change() {
    let ids = |text: &str| {
        let page = read(Level::EasyRead, text);
        let mut ids = Vec::new();
        alongside::toolkit::each_row(&page.blocks, &mut |row| ids.push(row.id.0.clone()));
        ids
    };
    let before = ids("One.\nTwo.\n\n- ![](a) Three.\n\nTwo.");
    let after = ids("Other.\n\nNew.\n![](b) Two.\n\n## Heading\n\n- Three.\n\nTwo.");
    assert_eq!(before[1..], after[2..], "a new picture, heading or neighbour changes nothing");
    assert!(before.iter().all(|id| id.starts_with("r-")));
    let mut unlike = before.clone();
    unlike.sort();
    unlike.dedup();
    assert_eq!(unlike.len(), before.len());
}
