//! What happens when a build is killed, when the disk is full, or when nothing may be written: the old site is whole, the
//! author is told, and the next build needs nobody to tidy up.
#![cfg(unix)]

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::toolkit::{Files, HEAD, ROW, Toolkit, files};

/// A build that takes longer than this hangs.
const HANGS: Duration = Duration::from_mins(1);

/// A toolkit of some pages, all of which say these words.
fn saying(words: &str) -> Toolkit {
    (0..PAGES).fold(Toolkit::new(), |toolkit, page| toolkit.page(&format!("page-{page}"), &format!("![](listen) {words}.\n")))
}

const PAGES: usize = 40;

fn say(toolkit: &Toolkit, words: &str) {
    for page in 0..PAGES {
        toolkit.write(&format!("content/page-{page}.md"), format!("{HEAD}![](listen) {words}.\n"));
    }
}

/// The site of a toolkit that nobody disturbs.
fn site_saying(words: &str) -> Files {
    let toolkit = saying(words);
    toolkit.build().code(0);
    toolkit.site()
}

fn start(toolkit: &Toolkit) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
    command.arg("build").current_dir(toolkit.root()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap()
}

/// Kills a build as soon as `is_time`, or lets it come to its end when that is sooner.
fn kill_when(mut build: Child, is_time: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_time() && build.try_wait().unwrap().is_none() {
        assert!(begun.elapsed() < HANGS, "the build hangs");
        std::thread::yield_now();
    }
    let _ = build.kill();
    build.wait().unwrap();
}

fn count(folder: &Path) -> usize {
    files(folder).len()
}

/// Kills the build of a changed toolkit when its new folder holds this many files, and looks at what is left.
fn survives(toolkit: &Toolkit, (old, new): (&Files, &Files), is_time: impl Fn() -> bool) {
    kill_when(start(toolkit), is_time);
    let left = toolkit.site();
    assert!(left == *old || left == *new, "half a site: {:?}", left.keys());
    toolkit.build().code(0);
    assert!(toolkit.site() == *new, "the next build did not bring the new site");
    toolkit.assert_tidy();
}

#[test]
fn a_build_that_is_killed_leaves_the_old_site_or_the_new_one() {
    let (one, other) = (site_saying("One thing"), site_saying("Another thing"));
    let toolkit = saying("One thing");
    toolkit.build().code(0);
    let being_made = toolkit.path(".public.alongside-new");
    for (turn, made) in [0, 1, 2, 5, 10, 20, PAGES - 1, PAGES, PAGES + 1].into_iter().enumerate() {
        let (words, old, new) = if turn % 2 == 0 { ("Another thing", &one, &other) } else { ("One thing", &other, &one) };
        say(&toolkit, words);
        survives(&toolkit, (old, new), || being_made.exists() && count(&being_made) >= made);
    }
    // The last steps: the list of files is written, and the two folders change places.
    say(&toolkit, "One thing");
    toolkit.build().code(0);
    say(&toolkit, "Another thing");
    survives(&toolkit, (&one, &other), || being_made.join(".alongside-site").exists());
    say(&toolkit, "One thing");
    let page = toolkit.path("public/page-0/index.html");
    survives(&toolkit, (&other, &one), || std::fs::read_to_string(&page).is_ok_and(|html| html.contains("One thing")));
}

#[test]
fn a_first_build_that_is_killed_leaves_nothing_or_the_site() {
    let site = site_saying("One thing");
    for made in [0, 1, 10, PAGES] {
        let toolkit = saying("One thing");
        let being_made = toolkit.path(".public.alongside-new");
        survives(&toolkit, (&Files::new(), &site), || being_made.exists() && count(&being_made) >= made);
    }
}

#[test]
fn what_a_killed_build_left_is_cleared_away() {
    let toolkit = Toolkit::with_a_page();
    toolkit.build().code(0);
    let site = toolkit.site();
    // Where two folders cannot be exchanged at once, a build may be killed between its two steps.
    std::fs::rename(toolkit.path("public"), toolkit.path(".public.alongside-old")).unwrap();
    toolkit.write(".public.alongside-new/a/index.html", "half");
    toolkit.write(".alongside/last-build.json", "{\"seen\": \"ha");
    toolkit.build().code(0);
    assert!(toolkit.site() == site);
    toolkit.assert_tidy();
}

#[test]
fn two_builds_do_not_get_in_each_others_way() {
    let new = site_saying("Another thing");
    let toolkit = saying("One thing");
    toolkit.build().code(0);
    say(&toolkit, "Another thing");
    let mut builds = [start(&toolkit), start(&toolkit), start(&toolkit)];
    let codes: Vec<Option<i32>> = builds.iter_mut().map(|build| build.wait().unwrap().code()).collect();
    assert!(codes.contains(&Some(0)) && codes.iter().all(|code| matches!(code, Some(0 | 2))), "{codes:?}");
    assert!(toolkit.site() == new);
    toolkit.assert_tidy();
    // While somebody holds the lock, a build says so.
    let lock = std::fs::File::open(toolkit.path(".alongside/lock")).unwrap();
    lock.lock().unwrap();
    toolkit.build().code(2).says("Another build of this toolkit is at work.");
    drop(lock);
    toolkit.build().code(0);
}

/// Whether this line of the shell works, with the rights that the test has.
fn works(line: &str) -> bool {
    Command::new("sh").args(["-c", line]).output().is_ok_and(|output| output.status.success())
}

#[test]
fn a_full_disk_leaves_the_old_site_whole() {
    let toolkit = Toolkit::with_a_page();
    toolkit.build().code(0);
    let old = toolkit.site();
    let film = vec![7_u8; 8 * 1024 * 1024];
    toolkit.write("content/film.mp4", film);
    toolkit.write("content/a.md", format!("{HEAD}{ROW}[The film](film.mp4)\n"));
    // No file may be larger than 4 MB: that is told like a full disk.
    let run = toolkit.shell("trap '' XFSZ; ulimit -f 4096; exec \"$0\" build");
    run.code(2).says("film.").says("cannot be written: it is too big").says("The site that stood before is still there");
    assert!(toolkit.site() == old);
    toolkit.assert_tidy();
    // A small disk in memory, where the system lets us have one.
    if works("unshare -m true 2>/dev/null && unshare -m mount -t tmpfs -o size=1m none /mnt") {
        let small = "mkdir small && mount -t tmpfs -o size=6m none small && cp -r public small/site && cp -r public ../before";
        let line = format!("{small}; \"$0\" build --output small/site; code=$?; diff -r small/site ../before && ls -A small; exit $code");
        let run = toolkit.shell(&format!("exec unshare -m sh -c '{line}' \"$0\""));
        run.code(2).says("cannot be written: the disk is full").says("Make some room on the disk");
        assert_eq!(run.out(), "site\n", "the old site is changed, or something is left behind");
    }
    toolkit.build().code(0);
    assert!(toolkit.site().keys().any(|name| name.starts_with("assets/film.")));
}

#[test]
fn a_folder_that_may_not_be_written_is_told() {
    let toolkit = Toolkit::with_a_page();
    toolkit.build().code(0);
    let old = toolkit.site();
    toolkit.write("content/a.md", format!("{HEAD}![](listen) New words.\n"));
    let Some(run) = toolkit.without_power("chmod a-w . && \"$0\" build --output ./public; code=$?; chmod u+w .; exit $code") else {
        return;
    };
    run.code(2).says("cannot be written: you may not open or change it").says("The site that stood before is still there");
    assert!(toolkit.site() == old);
    toolkit.build().code(0);
}

#[test]
fn a_toolkit_that_can_only_be_read_is_built_elsewhere() {
    let toolkit = Toolkit::with_a_page();
    let line = "chmod -R a-w . && \"$0\" build --output ../site; code=$?; chmod -R u+w .; exit $code";
    if let Some(run) = toolkit.without_power(line) {
        run.code(0).says("Made 1 page");
        assert!(toolkit.around().join("site/a/index.html").is_file());
        assert!(!toolkit.path(".alongside").exists());
    }
}
