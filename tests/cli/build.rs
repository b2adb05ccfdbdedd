//! What a build says, how it ends, and what it changes.

use crate::toolkit::{HEAD, ROW, Toolkit};

#[test]
fn a_good_toolkit_becomes_a_site() {
    let toolkit = Toolkit::with_a_page();
    toolkit.build().code(0).says("Made 1 page of 1 guide. To look at it, open public").is_plain();
    for address in ["index.html", "a/index.html", "words/index.html", "credits/index.html", "accessibility/index.html", "404.html"] {
        toolkit.html(address);
    }
    toolkit.assert_tidy();
}

#[test]
fn findings_stop_the_site_and_leave_the_old_one() {
    let toolkit = Toolkit::with_a_page();
    toolkit.build().code(0);
    let before = toolkit.site();
    toolkit.write("content/a.md", format!("{HEAD}![](listne) We listen.\n"));
    toolkit.build().code(1).says("Did you mean “listen”?").says("The site was not made").says("it is still there");
    assert_eq!(toolkit.site(), before);
    toolkit.assert_tidy();
    toolkit.write("content/a.md", format!("{HEAD}![](hope) We hope.\n"));
    toolkit.build().code(0);
    assert!(toolkit.html("a/index.html").contains("We hope."));
}

#[test]
#[cfg(not(feature = "pdf"))]
fn a_program_without_pdfs_says_so() {
    for format in ["pdf", "booklet"] {
        let toolkit = Toolkit::new()
            .file("content/a.md", format!("{}![](hope) We hope.\n", HEAD.replacen("---", &format!("---\nformats: {format}"), 1)));
        toolkit
            .build()
            .code(1)
            .finds("format", "content/a.md")
            .says("This Alongside cannot make the PDF of “Working together”.")
            .says("Take “pdf” and “booklet” out");
    }
}

#[test]
#[cfg(feature = "pdf")]
fn a_pdf_that_cannot_be_made_leaves_the_old_one() {
    let page = |words: &str| format!("{}![](hope) We hope{words}.\n", HEAD.replacen("---", "---\nformats: pdf", 1));
    let toolkit = Toolkit::new().file("content/a.md", page(""));
    toolkit.build().code(0);
    let before = toolkit.site();
    assert!(before.contains_key("a/a.pdf"), "{:?}", before.keys());
    toolkit.write("content/a.md", page(" 𒀀"));
    toolkit.build().code(1).finds("format", "content/a.md:9:19").says("No font for PDFs has the letter “𒀀”.").is_plain();
    assert!(toolkit.site() == before, "the old site is not whole");
}

#[test]
fn a_finding_has_a_place_and_three_parts() {
    let toolkit = Toolkit::new().page("a", "![](listne) We listen.\n");
    let run = toolkit.build();
    run.code(1).finds("picture-missing", "content/a.md:8:1");
    for part in ["8 │ ![](listne) We listen.", "why: ", "what to do: ", "1 error", "alongside explain picture-missing"] {
        run.says(part);
    }
}

#[test]
fn everything_is_told_at_once() {
    let toolkit = Toolkit::new()
        .page("a", "![](nope) One.\n[x](nope.md) ![](listen) Two.\n")
        .page("b", "![](listen) An <b>old</b> page.\n\n> [!chek] x\n>\n> ![](listen) x\n")
        .file("content/c.md", HEAD.replace("date:", "dat:"))
        .file("words.yaml", "word: [x]\n")
        .file("symbols/ours/pack.yaml", "title: Ours\n");
    let run = toolkit.build();
    run.code(1).finds("picture-missing", "content/a.md:8:1").finds("broken-link", "content/a.md:9:1");
    run.finds("raw-html", "content/b.md:8:16").finds("unknown-box", "content/b.md:10:3");
    run.finds("front-matter", "content/c.md:5:1").finds("missing-fact", "content/c.md").finds("settings", "words.yaml:1:7");
    run.finds("picture-licence", "symbols/ours/pack.yaml");
}

#[test]
fn warnings_stop_nothing() {
    let toolkit = Toolkit::new().page("a", "We have no picture.\n");
    toolkit.build().code(0).finds("no-picture", "content/a.md:8:1").says("1 warning");
    // They are told again when nothing has changed.
    toolkit.build().code(0).says("Nothing has changed").finds("no-picture", "content/a.md:8:1");
}

#[test]
fn a_second_build_changes_nothing() {
    let toolkit = Toolkit::with_a_page();
    toolkit.build().code(0);
    let before = toolkit.changed();
    toolkit.build().code(0).says("Nothing has changed.");
    assert_eq!(toolkit.changed(), before);
    // Neither does one that has forgotten the first.
    std::fs::remove_dir_all(toolkit.path(".alongside")).unwrap();
    toolkit.build().code(0).says("Every file is as it was.");
    assert_eq!(toolkit.changed(), before);
}

#[test]
fn an_edit_changes_only_what_it_must() {
    let toolkit = Toolkit::with_a_page().page("b", ROW).page("g/index", ROW).page("g/1-one", ROW).page("g/2-two", ROW);
    toolkit.build().code(0);
    let before = toolkit.changed();
    toolkit.write("content/g/1-one.md", format!("{HEAD}{ROW}![](hope) We hope.\n"));
    toolkit.build().code(0);
    let after = toolkit.changed();
    let changed: Vec<&str> = after.iter().filter(|(name, time)| before.get(*name) != Some(time)).map(|(name, _)| name.as_str()).collect();
    let changed: Vec<&str> = changed.into_iter().filter(|name| !name.starts_with("assets/hope.")).collect();
    // The credits show the new picture. The mark lists the files.
    assert_eq!(changed, [".alongside-site", "credits/index.html", "g/one/index.html"]);
}

#[test]
fn files_that_are_gone_vanish_and_lost_ones_come_back() {
    let toolkit = Toolkit::with_a_page().page("b", ROW);
    toolkit.build().code(0);
    std::fs::remove_file(toolkit.path("content/b.md")).unwrap();
    toolkit.build().code(0);
    assert!(!toolkit.path("public/b").exists());
    std::fs::remove_file(toolkit.path("public/a/index.html")).unwrap();
    toolkit.build().code(0);
    assert!(toolkit.path("public/a/index.html").exists());
    std::fs::write(toolkit.path("public/a/index.html"), "Somebody changed this by hand.").unwrap();
    toolkit.build().code(0);
    assert!(toolkit.html("a/index.html").contains("We listen to you."));
}

#[test]
fn drafts_are_left_out_until_they_are_asked_for() {
    let draft = format!("{}![](nope) Not ready. <b>\n", HEAD.replace("---\ntitle", "---\ndraft: yes\ntitle"));
    let toolkit = Toolkit::with_a_page().file("content/b.md", &draft);
    toolkit.build().code(0).says("Made 1 page of 1 guide.");
    assert!(!toolkit.path("public/b").exists());
    toolkit.run(&["build", "--draft"]).code(1).finds("picture-missing", "content/b.md:9:1");
    toolkit.write("content/b.md", draft.replace("![](nope) Not ready. <b>", "![](listen) Not ready."));
    toolkit.run(&["build", "--draft"]).code(0).says("Made 2 pages of 2 guides.");
    assert!(toolkit.html("b/index.html").contains("Not ready."));
    toolkit.build().code(0);
    assert!(!toolkit.path("public/b").exists());
}

#[test]
fn the_same_toolkit_gives_the_same_bytes() {
    let make = || {
        let mut toolkit = Toolkit::new().file("content/b.md", HEAD.replace("Working together", "Hoping"));
        for n in 0..12 {
            toolkit = toolkit.page(&format!("g{n}/index"), ROW).page(&format!("g{n}/1-part"), "![](hope) We hope.\n");
        }
        toolkit
    };
    let (one, two) = (make(), make());
    for (toolkit, threads, zone) in [(&one, "1", "UTC"), (&two, "2", "Pacific/Kiritimati")] {
        let mut command = toolkit.command();
        command.env("RAYON_NUM_THREADS", threads).env("TZ", zone).env("LANG", "cy_GB.UTF-8");
        crate::toolkit::Run::of(&mut command, &["build"]).code(0);
    }
    assert_eq!(one.site(), two.site());
}

#[test]
fn an_odd_clock_does_no_harm() {
    let toolkit = Toolkit::with_a_page();
    for seconds in ["garbage", "-1", "", "99999999999999999999999", "9223372036854775807", "-62135596800"] {
        let mut command = toolkit.command();
        command.env("SOURCE_DATE_EPOCH", seconds);
        crate::toolkit::Run::of(&mut command, &["build"]).code(0);
    }
}

#[test]
fn a_folder_inside_a_toolkit_will_do() {
    let toolkit = Toolkit::with_a_page();
    let mut command = toolkit.command();
    command.current_dir(toolkit.path("content"));
    crate::toolkit::Run::of(&mut command, &["build"]).code(0);
    toolkit.html("a/index.html");
    let mut command = toolkit.command();
    command.current_dir(toolkit.around());
    crate::toolkit::Run::of(&mut command, &["build"]).code(2).says("There is no toolkit here.").says("alongside new my-toolkit");
}

#[test]
fn a_toolkit_that_has_lost_its_pages_keeps_its_site() {
    let toolkit = Toolkit::with_a_page();
    toolkit.build().code(0);
    let before = toolkit.site();
    // A slip of the hand: on Linux this is another folder.
    std::fs::rename(toolkit.path("content"), toolkit.path("pages")).unwrap();
    toolkit.build().code(1).says("content");
    assert_eq!(toolkit.site(), before);
}

#[test]
fn no_folder_of_pages_is_passed_over_in_silence() {
    for folder in ["target", "node_modules"] {
        let toolkit = Toolkit::with_a_page().page(&format!("{folder}/index"), ROW);
        let run = toolkit.build();
        let made = toolkit.path("public").join(folder.replace('_', "-")).exists();
        assert!(made || run.said().contains(folder), "the pages in {folder} are lost, and nobody says so:\n{}", run.said());
    }
}

#[test]
fn the_same_line_many_times_comes_to_an_end() {
    for body in [ROW.repeat(19_000), "## Why\n\n".repeat(19_000), "![](listen) a[^1]\n\n[^1]: ![](listen) b\n\n".repeat(4_000)] {
        // Within the time that the program has.
        Toolkit::new().page("a", &body).build().code(0);
    }
}

#[test]
fn very_large_and_very_deep_texts_are_told() {
    let toolkit = Toolkit::new().page("a", &"![](listen) We listen.\n".repeat(150_000));
    toolkit.build().code(1).finds("unreadable-file", "content/a.md").says("too big");
    for mark in [">", "> ", "- "] {
        let toolkit = Toolkit::new().page("a", &format!("{}a\n", mark.repeat(5_000)));
        toolkit.build().code(1).says("[too-deep]");
    }
    let toolkit = Toolkit::new().page("a", &format!("![](listen) {}\n", "[a](".repeat(50_000)));
    toolkit.build().code(1).says("[leaked-markup]");
}
