//! Odd files in a toolkit: links, devices, names that other systems do not know. Nothing is followed out of the toolkit,
//! nothing holds the program up, and what was passed over is told.
#![cfg(unix)]

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;

use crate::toolkit::{HEAD, ROW, Toolkit};

/// Words that lie outside of the toolkit, and must never be published.
const SECRET: &str = "SECRET-OUTSIDE";

/// A toolkit with one good page, and a secret beside its folder.
fn beside_a_secret() -> Toolkit {
    let toolkit = Toolkit::with_a_page();
    std::fs::write(toolkit.around().join("secret.md"), format!("{HEAD}{SECRET}\n")).unwrap();
    std::fs::create_dir(toolkit.around().join("secrets")).unwrap();
    std::fs::write(toolkit.around().join("secrets/secret.md"), format!("{HEAD}{SECRET}\n")).unwrap();
    toolkit
}

fn assert_kept_secret(toolkit: &Toolkit) {
    let told = toolkit.site().into_iter().find(|(_, bytes)| String::from_utf8_lossy(bytes).contains(SECRET));
    assert!(told.is_none(), "published: {:?}", told.map(|(name, _)| name));
}

#[test]
fn links_that_lead_out_are_not_followed() {
    for target in ["../../secret.md", "../../secrets", "/etc/passwd", "/dev/zero", "/proc/self/environ"] {
        for name in ["linked.md", "linked.jpg", "linked"] {
            let toolkit = beside_a_secret();
            symlink(target, toolkit.path("content").join(name)).unwrap();
            let run = toolkit.build();
            run.code(1).finds("unreadable-file", &format!("content/{name}")).says_not(SECRET).is_plain();
            assert_kept_secret(&toolkit);
        }
    }
}

#[test]
fn links_in_the_place_of_folders_and_settings_are_not_followed() {
    for name in ["content", "symbols", "themes", "words.yaml"] {
        let toolkit = beside_a_secret();
        let _ = std::fs::remove_dir_all(toolkit.path(name));
        symlink("../secrets", toolkit.path(name)).unwrap();
        let run = toolkit.build();
        run.finds("unreadable-file", name).says_not(SECRET);
        assert_kept_secret(&toolkit);
    }
}

#[test]
fn links_in_circles_and_to_nothing_are_told() {
    let toolkit = Toolkit::with_a_page();
    symlink("b.md", toolkit.path("content/c.md")).unwrap();
    symlink("c.md", toolkit.path("content/b.md")).unwrap();
    symlink("nowhere.md", toolkit.path("content/d.md")).unwrap();
    symlink(".", toolkit.path("content/e")).unwrap();
    symlink("..", toolkit.path("content/f")).unwrap();
    let run = toolkit.build();
    for name in ["b.md", "c.md", "d.md", "e", "f"] {
        run.code(1).finds("unreadable-file", &format!("content/{name}"));
    }
}

#[test]
fn a_link_to_a_file_of_the_toolkit_is_that_file() {
    let toolkit = Toolkit::with_a_page();
    symlink("a.md", toolkit.path("content/b.md")).unwrap();
    toolkit.build().code(0);
    assert!(toolkit.html("b/index.html").contains("We listen to you."));
}

#[test]
fn pipes_sockets_and_devices_do_not_hold_the_build_up() {
    for name in ["pipe.md", "pipe.jpg", "pipe.mp4"] {
        let toolkit = Toolkit::with_a_page();
        assert!(Command::new("mkfifo").arg(toolkit.path("content").join(name)).status().unwrap().success());
        toolkit.build().code(1).finds("unreadable-file", &format!("content/{name}"));
    }
    let toolkit = Toolkit::with_a_page();
    let _socket = UnixListener::bind(toolkit.path("content/socket.md")).unwrap();
    toolkit.build().code(1).finds("unreadable-file", "content/socket.md");
    // A pipe in the place of the settings.
    let toolkit = Toolkit::with_a_page();
    std::fs::remove_file(toolkit.path("alongside.yaml")).unwrap();
    assert!(Command::new("mkfifo").arg(toolkit.path("alongside.yaml")).status().unwrap().success());
    toolkit.build().code(2).says("There is no toolkit here");
}

#[test]
fn a_device_is_told() {
    let toolkit = Toolkit::with_a_page();
    // Only root may make one.
    let made = Command::new("mknod").arg(toolkit.path("content/zero.md")).args(["c", "1", "5"]).output();
    if made.is_ok_and(|made| made.status.success()) {
        toolkit.build().code(1).finds("unreadable-file", "content/zero.md");
    }
}

#[test]
fn files_and_folders_that_may_not_be_opened_are_told() {
    let toolkit = Toolkit::with_a_page().page("b", ROW).page("closed/c", ROW).file("content/d.jpg", "x").page("e", "![x](d.jpg) One.\n");
    let files = "content/b.md content/closed content/d.jpg";
    let Some(run) = toolkit.without_power(&format!("chmod 0 {files}; \"$0\" build; code=$?; chmod 755 {files}; exit $code")) else {
        return;
    };
    run.code(1).finds("unreadable-file", "content/b.md").finds("unreadable-file", "content/closed");
    run.finds("picture-broken", "content/e.md:8:1").says("you may not open");
}

#[test]
fn odd_names_are_names_like_any_other() {
    let names = [
        "two words",
        "it's “quoted” \"here\"",
        "a & b <c>",
        "😀",
        "tŷ",
        "100%",
        "x#y?z",
        "-dash",
        "con",
        "LPT1",
        "nul.old",
        "$HOME",
        "p;q|r",
        "*",
    ];
    let mut toolkit = Toolkit::new();
    for name in names {
        toolkit = toolkit.page(name, ROW);
    }
    toolkit.build().code(0);
    let site = toolkit.site();
    let pages = site
        .keys()
        .filter(|name| name.ends_with("/index.html") && !["words", "credits", "accessibility"].iter().any(|own| name.starts_with(own)))
        .filter(|name| !name.ends_with("/how-we-made-this/index.html"));
    assert_eq!(pages.count(), names.len(), "{:?}", site.keys());
    for address in site.keys().filter(|name| *name != ".alongside-site") {
        let is_safe = |part: &str| part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'_'));
        assert!(address.split('/').all(is_safe), "{address}");
        let first = |part: &str| part.split('.').next().unwrap().to_owned();
        assert!(address.split('/').all(|part| !["con", "nul", "lpt1", "aux"].contains(&first(part).as_str())), "{address}");
    }
}

#[test]
fn pictures_with_odd_names_are_found() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"1\" height=\"1\"/></svg>";
    let toolkit = Toolkit::new()
        .file("content/our hall's (big) tŷ.svg", drawing)
        .page("a", "![One](<our hall's (big) tŷ.svg>) One.\n![Two](our%20hall's%20(big)%20t%C5%B7.svg) Two.\n");
    toolkit.build().code(0);
    assert_eq!(toolkit.html("a/index.html").matches("our-halls-big-ty.").count(), 2);
}

#[test]
fn names_that_do_not_work_everywhere_are_told() {
    let toolkit = Toolkit::with_a_page();
    for name in [b"line\nbreak.md".as_slice(), b"not \xff utf-8.md", b"back\\slash.md", b"bell\x07.jpg"] {
        std::fs::write(toolkit.path("content").join(OsStr::from_bytes(name)), ROW).unwrap();
    }
    let run = toolkit.build();
    run.code(1).is_plain().says("does not work on every computer");
    for shown in ["content/line�break.md", "content/not � utf-8.md", "content/bell�.jpg"] {
        run.finds("unreadable-file", shown);
    }
    assert_eq!(run.said().matches("[unreadable-file]").count(), 4);
}

#[test]
fn twins_by_case_and_by_unicode_form_are_told() {
    for (one, other) in [("Start", "start"), ("t\u{177}", "ty\u{302}"), ("1-start", "2-start"), ("a b", "a-b")] {
        let toolkit = Toolkit::new().page(one, ROW).page(other, ROW);
        if std::fs::read_dir(toolkit.path("content")).unwrap().count() < 2 {
            continue; // This disk takes the two for one.
        }
        let run = toolkit.build();
        run.code(1).says("[duplicate-address]").says(one).says(other);
    }
}

#[test]
fn a_hard_link_is_read_and_never_written() {
    let toolkit = Toolkit::with_a_page();
    let other = toolkit.around().join("other.md");
    std::fs::hard_link(toolkit.path("content/a.md"), &other).unwrap();
    toolkit.build().code(0);
    // Somebody keeps a copy of the site by hard links. A new build must leave it as it was.
    let kept = toolkit.around().join("kept.html");
    std::fs::hard_link(toolkit.path("public/a/index.html"), &kept).unwrap();
    let before = std::fs::read_to_string(&kept).unwrap();
    toolkit.write("content/a.md", format!("{HEAD}![](listen) New words.\n"));
    toolkit.build().code(0);
    assert!(toolkit.html("a/index.html").contains("New words."));
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), before);
}

#[test]
fn what_is_remembered_is_never_written_through_a_link() {
    // A toolkit that came from somebody else.
    for link in [".alongside", ".alongside/lock", ".alongside/last-build.json", ".alongside/.gitignore"] {
        for name in ["mine.txt", "folder"] {
            let toolkit = Toolkit::with_a_page();
            let mine = toolkit.around().join("mine.txt");
            std::fs::write(&mine, "mine").unwrap();
            std::fs::create_dir(toolkit.around().join("folder")).unwrap();
            std::fs::create_dir_all(toolkit.path(link).parent().unwrap()).unwrap();
            symlink(toolkit.around().join(name), toolkit.path(link)).unwrap();
            toolkit.build().code(0);
            assert_eq!(std::fs::read_to_string(&mine).unwrap(), "mine", "{link}");
            assert_eq!(std::fs::read_dir(toolkit.around().join("folder")).unwrap().count(), 0, "{link}");
            toolkit.html("a/index.html");
        }
    }
}

#[test]
fn a_site_is_never_written_through_a_link() {
    let toolkit = beside_a_secret();
    symlink("../secrets", toolkit.path("public")).unwrap();
    toolkit.build().code(2).says("it is a link");
    std::fs::remove_file(toolkit.path("public")).unwrap();
    toolkit.build().code(0);
    // A folder of the site was put elsewhere, with a link in its place.
    std::fs::rename(toolkit.path("public/a"), toolkit.around().join("moved")).unwrap();
    symlink("../../moved", toolkit.path("public/a")).unwrap();
    toolkit.build().code(2).says("did not make");
    assert_eq!(std::fs::read_dir(toolkit.around().join("secrets")).unwrap().count(), 1);
}
