//! `new`, `explain`, and what is said when something else is asked for.

use crate::toolkit::{Run, Toolkit, files};

#[test]
fn a_new_toolkit_can_be_built() {
    for name in
        ["guides", "our guides", "a/b/our-guides", "Access: for all", "it's ours", "[ours", "#1", "\"ours\"", "yes", "1.10", "ŵy", "😀"]
    {
        // Not every system allows every name.
        if cfg!(windows) && name.contains([':', '"']) {
            continue;
        }
        let toolkit = Toolkit::new();
        toolkit.run(&["new", name]).code(0).says("alongside build");
        let mut command = toolkit.command();
        command.current_dir(toolkit.path(name));
        Run::of(&mut command, &["build"]).code(0).says_not("error");
        assert!(toolkit.path(name).join("public/index.html").is_file(), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn an_odd_name_makes_no_broken_toolkit() {
    for name in ["___", "a\nlanguage: xx", "a\u{1b}b", "{date}"] {
        let toolkit = Toolkit::new();
        // To refuse the name is as good as to make a toolkit that works.
        if toolkit.run(&["new", name]).said().contains("Your toolkit is in the folder") {
            let mut command = toolkit.command();
            command.current_dir(toolkit.path(name));
            Run::of(&mut command, &["build"]).code(0);
        }
    }
}

#[test]
fn nothing_that_is_there_is_touched() {
    let toolkit = Toolkit::with_a_page().file("full/mine.txt", "mine").file("hidden/.git", "mine").file("file", "mine");
    let before = files(&toolkit.root());
    for name in [".", "", "full", "full/", "hidden", "content", "file", "file/inside", "content/.."] {
        let run = toolkit.run(&["new", name]);
        run.code(2);
        assert_eq!(files(&toolkit.root()), before, "{name:?}");
    }
    std::fs::create_dir(toolkit.path("empty")).unwrap();
    toolkit.run(&["new", "empty"]).code(0);
}

#[test]
fn explain_tells_what_there_is_to_say() {
    let toolkit = Toolkit::new();
    let all = toolkit.run(&["explain"]);
    all.code(0);
    for rule in alongside::check::RULES {
        all.says(rule.name.as_str());
        let run = toolkit.run(&["explain", rule.name.as_str()]);
        run.code(0).says("Why it matters").says("What to do").says("Sources").is_plain();
    }
    toolkit.run(&["explain", "no-pictur"]).code(2).says("There is no rule called “no-pictur”.").says("Did you mean no-picture?");
    toolkit.run(&["explain", "xyz"]).code(2).says("alongside explain");
}

#[test]
fn what_cannot_be_understood_ends_with_2() {
    let toolkit = Toolkit::with_a_page();
    for arguments in
        [&[][..], &["frobnicate"], &["build", "extra"], &["build", "--nope"], &["build", "--output"], &["new"], &["new", "a", "b"]]
    {
        toolkit.run(arguments).code(2);
    }
    for arguments in [["--help"], ["--version"]] {
        toolkit.run(&arguments).code(0);
    }
}
