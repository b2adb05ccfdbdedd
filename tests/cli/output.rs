//! The folder for the site: which ones are filled, and which are left alone.

use crate::toolkit::{HEAD, ROW, Run, Toolkit, files};

/// Fails unless a build into `folder` is refused with these words and touches nothing.
fn refused(toolkit: &Toolkit, folder: &str, words: &str) {
    let all = || {
        let mut all = files(toolkit.around());
        all.retain(|name, _| !name.starts_with("toolkit/.alongside/"));
        all
    };
    let before = all();
    let mut command = toolkit.command();
    command.env("HOME", toolkit.around().join("home")).env("USERPROFILE", toolkit.around().join("home"));
    Run::of(&mut command, &["build", "--output", folder]).code(2).says(words).is_plain();
    let after = all();
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>(), "{folder}");
    assert!(after == before, "a build into {folder} changed a file");
    toolkit.assert_tidy();
}

#[test]
fn folders_that_are_not_for_a_site_are_refused() {
    let toolkit = Toolkit::with_a_page();
    let around = toolkit.around().to_owned();
    std::fs::create_dir_all(around.join("home")).unwrap();
    std::fs::write(around.join("mine.txt"), "mine").unwrap();
    let own = |name: &str| around.join(name).to_string_lossy().into_owned();
    refused(&toolkit, ".", "your toolkit lies in it");
    refused(&toolkit, &own("toolkit"), "your toolkit lies in it");
    refused(&toolkit, &own(""), "your toolkit lies in it");
    refused(&toolkit, &own("home"), "your home folder");
    refused(&toolkit, "content", "a folder of your toolkit");
    refused(&toolkit, "content/site", "a folder of your toolkit");
    refused(&toolkit, "content/../content/site", "a folder of your toolkit");
    refused(&toolkit, "symbols", "a folder of your toolkit");
    refused(&toolkit, "themes/site", "a folder of your toolkit");
    refused(&toolkit, "alongside.yaml", "it is a file");
    refused(&toolkit, &own("mine.txt"), "it is a file");
}

#[test]
fn dots_lead_nobody_astray() {
    let toolkit = Toolkit::with_a_page();
    // These two hold the toolkit, however they are written.
    refused(&toolkit, "..", "your toolkit lies in it");
    refused(&toolkit, "content/../..", "your toolkit lies in it");
    // A folder that is not there yet hides where the way leads.
    refused(&toolkit, "nowhere/../content/site", "a folder of your toolkit");
    assert!(!toolkit.path("nowhere").exists(), "a folder is left behind");
}

#[cfg(unix)]
#[test]
fn links_and_the_top_of_the_disk_are_refused() {
    let toolkit = Toolkit::with_a_page();
    std::os::unix::fs::symlink(toolkit.path("content"), toolkit.around().join("link")).unwrap();
    std::os::unix::fs::symlink("nowhere", toolkit.around().join("lost")).unwrap();
    refused(&toolkit, "/", "the top of the disk");
    refused(&toolkit, "../link", "it is a link");
    refused(&toolkit, "../link/", "it is a link");
    refused(&toolkit, "../link/site", "a folder of your toolkit");
    refused(&toolkit, "../lost", "it is a link");
}

#[test]
fn files_of_somebody_else_are_left_alone() {
    let toolkit = Toolkit::with_a_page();
    for name in ["mine.html", "index.html", ".git", "deep/down/mine.txt"] {
        let folder = toolkit.around().join("site");
        std::fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        std::fs::write(folder.join(name), "mine").unwrap();
        refused(&toolkit, "../site", name);
        std::fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn a_file_that_somebody_puts_into_the_site_stops_the_next_build() {
    let toolkit = Toolkit::with_a_page();
    toolkit.build().code(0);
    toolkit.write("public/mine.html", "mine");
    toolkit.write("content/a.md", format!("{HEAD}{ROW}{ROW}"));
    toolkit.build().code(2).says("mine.html").says("did not make");
    assert_eq!(std::fs::read(toolkit.path("public/mine.html")).unwrap(), b"mine");
}

#[test]
fn any_other_folder_is_filled() {
    let toolkit = Toolkit::with_a_page();
    toolkit.build().code(0);
    let site = toolkit.site();
    let whole = toolkit.around().join("whole").to_string_lossy().into_owned();
    for folder in ["site", "my site", "a/b/c", "../beside", "public/../other", &whole] {
        toolkit.run(&["build", "--output", folder]).code(0);
        assert_eq!(files(&toolkit.root().join(folder)), site, "{folder}");
        toolkit.run(&["build", "-o", folder]).code(0).says("Nothing has changed.");
    }
    // From a folder inside the toolkit, the way begins there.
    let mut command = toolkit.command();
    command.current_dir(toolkit.path("content"));
    Run::of(&mut command, &["build", "--output", "../from-content"]).code(0);
    assert_eq!(files(&toolkit.path("from-content")), site);
}

#[test]
fn a_build_with_findings_leaves_no_folders() {
    let toolkit = Toolkit::new().page("a", "![](nope) We look.\n").page("b", ROW);
    toolkit.run(&["build", "--output", "new/folder/site"]).code(1);
    assert!(!toolkit.path("new").exists(), "folders are left behind");
}

#[test]
fn an_empty_folder_and_files_of_the_system_are_no_hindrance() {
    let toolkit = Toolkit::with_a_page();
    std::fs::create_dir_all(toolkit.path("public/empty")).unwrap();
    for name in [".DS_Store", "Thumbs.db", "desktop.ini"] {
        toolkit.write(&format!("public/{name}"), "x");
    }
    toolkit.build().code(0);
}
