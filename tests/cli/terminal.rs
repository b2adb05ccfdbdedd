//! The terminal: no command for it gets through, and a terminal that has gone away is no reason to break down.

use crate::toolkit::{HEAD, ROW, Run, SETTINGS, Toolkit};

/// Commands for a terminal: a title, a colour, and a colour in one character.
const COMMANDS: &str = "\u{1b}]0;x\u{7}\u{1b}[31m\u{9b}32m";

#[test]
fn texts_send_no_commands() {
    let toolkit = Toolkit::new()
        .page("a", &format!("![](no{COMMANDS}) **ha{COMMANDS}rd** [x](y{COMMANDS}.md) <b{COMMANDS}>\n\n> [!ki{COMMANDS}nd] x\n"))
        .file("content/b.md", format!("---\nti{COMMANDS}: x\n---\n"))
        .file("words.yaml", "\"w\\e[31m\\x9b31m\": [x]\n")
        .file("alongside.yaml", format!("{SETTINGS}theme: \"t\\e[31m\\x9b31m\"\nlanguage: \"l\\e[31m\"\n\"k\\e[31m\\x9b\": x\n"));
    toolkit.build().code(1).is_plain();
}

#[test]
fn what_is_asked_for_sends_no_commands() {
    Toolkit::with_a_page().run(&["explain", &format!("no{COMMANDS}")]).code(2).says("There is no rule called").is_plain();
    Toolkit::with_a_page().run(&[&format!("ver{COMMANDS}b")]).code(2).is_plain();
}

#[cfg(unix)]
#[test]
fn names_send_no_commands() {
    let toolkit = Toolkit::with_a_page().page(&format!("x{COMMANDS}"), ROW);
    toolkit.build().code(1).is_plain();
    let toolkit = Toolkit::with_a_page();
    toolkit.run(&["build", "--output", &format!("site{COMMANDS}")]).code(0).is_plain();
    toolkit.run(&["new", &format!("new{COMMANDS}")]).is_plain();
    // The name of a file that somebody else put there.
    toolkit.write(&format!("public/{COMMANDS}"), "mine");
    toolkit.build().code(2).says("did not make").is_plain();
    // The folder in which nobody finds a toolkit.
    let folder = toolkit.around().join(format!("folder{COMMANDS}"));
    std::fs::create_dir_all(&folder).unwrap();
    let mut command = toolkit.command();
    command.current_dir(folder);
    Run::of(&mut command, &["build"]).code(2).is_plain();
}

#[test]
fn a_pipe_gets_no_colours_and_no_bar() {
    let toolkit = Toolkit::new().page("a", "We have no picture.\n");
    let run = toolkit.build();
    run.code(0).is_plain();
    assert!(run.err().starts_with("warning[no-picture]"), "{}", run.err());
    assert!(run.out().starts_with("Made 1 page"), "{}", run.out());
}

#[cfg(unix)]
#[test]
fn an_output_that_nobody_reads_is_no_reason_to_break_down() {
    use std::process::{Command, Stdio};
    let toolkit = Toolkit::with_a_page();
    let texts = std::fs::read_dir(toolkit.path("content")).unwrap().count();
    for arguments in [&["explain"][..], &["explain", "no-picture"], &["build"], &["build"], &["new", "other"], &["--help"]] {
        // The reading end is closed before the program begins to write.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
        let output = command.args(arguments).current_dir(toolkit.root()).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!said.contains("panicked") && output.status.code() != Some(101), "{arguments:?}: {said}");
    }
    // What had to be made was made.
    toolkit.html("a/index.html");
    assert_eq!(std::fs::read_dir(toolkit.path("content")).unwrap().count(), texts);
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full_is_no_reason_to_break_down() {
    let toolkit = Toolkit::with_a_page();
    for line in ["\"$0\" explain > /dev/full", "\"$0\" build > /dev/full", "\"$0\" build 2> /dev/full", "\"$0\" new other > /dev/full"] {
        let run = toolkit.shell(line);
        run.says_not("panicked");
    }
    toolkit.html("a/index.html");
}

#[cfg(unix)]
#[test]
fn closed_inputs_and_outputs_are_no_hindrance() {
    for line in ["\"$0\" build <&-", "\"$0\" build >&-", "\"$0\" build 2>&-", "\"$0\" build <&- >&- 2>&-"] {
        let toolkit = Toolkit::with_a_page();
        toolkit.shell(line).code(0);
        let html = toolkit.html("a/index.html");
        // What is printed must not end up in a file that happens to take the place of an output.
        assert!(html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"), "{line}");
        assert!(std::fs::read_to_string(toolkit.path("content/a.md")).unwrap().starts_with(HEAD), "{line}");
    }
}
