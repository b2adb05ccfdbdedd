//! What a save shows.

use std::fs;

use crate::server::Server;

const PAGE: &str = "---\ntitle: A page\nfor: Everyone\ndate: 22 November 2026\n---\n![](listen) We listen.\n";

fn shows(server: &Server, path: &str, words: &str) {
    server.wait_for(path, |answer| answer.text().contains(words));
}

#[test]
fn pages_come_change_move_and_go() {
    for flags in [&[][..], &["--poll"]] {
        let server = Server::start(&[("content/page.md", PAGE)], flags);
        let at = |path: &str| server.folder.path().join(path);
        shows(&server, "/page/index.html", "We listen.");
        server.write("content/page.md", PAGE.replace("We listen.", "We meet."));
        shows(&server, "/page/index.html", "We meet.");
        // As many programs save: a new file takes the place of the old one, which becomes a copy beside it.
        fs::rename(at("content/page.md"), at("content/page.md~")).unwrap();
        server.write("content/4913", "");
        server.write("content/.page.md.swp", "x");
        server.write("content/page.md", PAGE.replace("We listen.", "We plan."));
        fs::remove_file(at("content/4913")).unwrap();
        shows(&server, "/page/index.html", "We plan.");
        server.write("content/page.md.tmp", PAGE.replace("We listen.", "We share."));
        fs::rename(at("content/page.md.tmp"), at("content/page.md")).unwrap();
        shows(&server, "/page/index.html", "We share.");
        // A new folder, with a page and a picture that comes later.
        server.write("content/guide/index.md", PAGE.replace("![](listen)", "![A ramp](ramp.svg)"));
        shows(&server, "/guide/index.html", "We listen.");
        server
            .write("content/guide/ramp.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>");
        shows(&server, "/guide/index.html", "assets/ramp.");
        shows(&server, "/index.html", "guide/index.html");
        fs::rename(at("content/guide"), at("content/moved")).unwrap();
        shows(&server, "/moved/index.html", "assets/ramp.");
        server.wait_for("/guide/index.html", |answer| answer.status == 404);
        fs::remove_file(at("content/page.md")).unwrap();
        server.wait_for("/page/index.html", |answer| answer.status == 404);
    }
}

#[test]
fn settings_words_packs_and_themes_show() {
    let server = Server::start(&[("content/page.md", &PAGE.replace("We listen.", "We **listen** here."))], &[]);
    server.write("words.yaml", "listen: To hear what somebody says.\n");
    shows(&server, "/page/index.html", "To hear what somebody says.");
    server.write("symbols/ours/pack.yaml", "title: Our pictures\nlicence: CC0-1.0\n");
    server.write("symbols/ours/symbols.csv", "id,file,label,description\nhall,hall.svg,Hall,A hall\n");
    server.write("symbols/ours/hall.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>");
    server.write("content/page.md", PAGE.replace("(listen)", "(ours/hall)"));
    shows(&server, "/page/index.html", "assets/hall.");
    server.write("symbols/ours/symbols.csv", "id,file,label,description\nhall,hall.svg,Hall,Our big hall\n");
    shows(&server, "/page/index.html", "Our big hall");
    server.write("themes/ours/words/en.ftl", "word-list = Our hard words\n");
    let settings = fs::read_to_string(server.folder.path().join("alongside.yaml")).unwrap();
    server.write("alongside.yaml", format!("{settings}theme: ours\n"));
    shows(&server, "/page/index.html", "Our hard words");
    server.write("themes/ours/words/en.ftl", "word-list = Words that are hard\n");
    shows(&server, "/page/index.html", "Words that are hard");
}

#[test]
fn pages_are_those_of_a_build() {
    let cover = PAGE.replacen("title:", "formats: [web, print, giant-print]\ntitle:", 1);
    let server = Server::start(&[("content/page.md", PAGE), ("content/guide/index.md", &cover), ("content/guide/1-part.md", PAGE)], &[]);
    server.write("content/guide/1-part.md", PAGE.replace("We listen.", "We changed this."));
    shows(&server, "/guide/part/index.html", "We changed this.");
    shows(&server, "/guide/giant-print/index.html", "We changed this.");
    let output = server.folder.path().join("site");
    let built = std::process::Command::new(assert_cmd::cargo::cargo_bin!("alongside"))
        .args(["build", "--output", "site"])
        .current_dir(server.folder.path())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let mut folders = vec![output.clone()];
    let mut compared = 0;
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&output).unwrap().to_string_lossy().replace('\\', "/");
            if name.starts_with('.') {
                continue;
            }
            let shown = server.get(&format!("/{name}"));
            assert!(shown.body == fs::read(&path).unwrap(), "{name} differs");
            compared += 1;
        }
    }
    assert!(compared > 8, "only {compared} files");
    assert!(!server.folder.path().join("public").exists(), "the preview wrote a site");
}

#[test]
fn a_photo_is_made_once_for_preview_and_build() {
    let folder = tempfile::tempdir().unwrap();
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed.to_le_bytes()[3]
    };
    let photo = image::RgbImage::from_fn(400, 300, |_, _| image::Rgb([next(), next(), next()]));
    crate::server::write(folder.path(), "alongside.yaml", "title: Ours\n");
    crate::server::write(folder.path(), "content/page.md", PAGE);
    photo.save(folder.path().join("content/photo.jpg")).unwrap();
    let server = Server::start_in(folder, &["--port", "0"]);
    let kept = server.folder.path().join(".alongside");
    assert!(!kept.exists(), "the preview wrote something before there was a photo to keep");
    server.write("content/page.md", format!("{PAGE}![A hall](photo.jpg) The hall.\n"));
    shows(&server, "/page/index.html", "The hall.");
    let html = server.get("/page/index.html").text();
    let address = html.split("/photo-").nth(1).unwrap().split([' ', '"']).next().unwrap();
    assert_eq!(server.get(&format!("/assets/photo-{address}")).status, 200);
    // What it is, and its files.
    assert_eq!(fs::read_dir(kept.join("shelf")).unwrap().count(), 2);
}

#[test]
fn very_many_changes_at_once_are_followed() {
    let server = Server::start(&[("content/page.md", PAGE)], &[]);
    for number in 0..2_000 {
        server.write(&format!("content/many/page-{number}.md"), PAGE);
    }
    server.write("content/page.md", PAGE.replace("We listen.", "It is all there."));
    shows(&server, "/page/index.html", "It is all there.");
    shows(&server, "/many/page-1999/index.html", "We listen.");
}

#[test]
fn a_port_in_use_gives_the_next_one() {
    let first = Server::start(&[("content/page.md", PAGE)], &[]);
    let folder = tempfile::tempdir().unwrap();
    crate::server::write(folder.path(), "alongside.yaml", "title: Other\n");
    let second = Server::start_in(folder, &["--port", &first.port.to_string()]);
    assert_ne!(first.port, second.port);
    assert!(second.told().contains(&format!("The port {} is in use.", first.port)), "{}", second.told());
}

#[test]
fn the_terminal_tells_what_is_wrong_and_that_it_is_mended() {
    let server = Server::start(&[("content/page.md", PAGE)], &[]);
    server.write("content/page.md", PAGE.replace("22 November", "32 November"));
    server.hears("32 November");
    shows(&server, "/page/index.html", "We listen.");
    server.write("content/page.md", PAGE.replace("We listen.", "We mended it."));
    shows(&server, "/page/index.html", "We mended it.");
    server.hears("content/page.md: shown.");
}
