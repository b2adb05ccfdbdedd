//! Page heads in, guides and addresses out.

use alongside::link::{Drafts, site_map};
use alongside::parse;
use alongside::toolkit::{Config, SitePath};
use expect_test::{Expect, expect};

fn check(files: &[(&str, &str)], drafts: Drafts, expected: Expect) {
    let mut heads: Vec<_> = files.iter().map(|(path, text)| parse::head(&SitePath::new(path).unwrap(), text)).collect();
    heads.sort_by(|a, b| a.path.cmp(&b.path));
    let site = site_map(&heads, &Config::default(), drafts);
    let mut out = String::new();
    for guide in &site.guides {
        let tell = |path: &SitePath| {
            let place = &site.places[path];
            format!("{} {:?} {:?} {} {}\n", place.route, place.title, place.kind, place.language, place.level.word())
        };
        out += &tell(&guide.cover);
        for part in &guide.parts {
            out += &format!("  {}", tell(part));
        }
    }
    for duplicate in &site.duplicates {
        out += &format!("duplicate {} {} of {:?}\n", duplicate.path, duplicate.route, duplicate.other);
    }
    for draft in &site.drafts {
        out += &format!("draft {draft}\n");
    }
    expected.assert_eq(&out);
}

#[test]
fn guides_are_folders_or_files() {
    check(
        &[
            ("content/index.md", "---\ntitle: Home\n---\n"),
            ("content/all/index.md", "---\ntitle: All together\nlanguage: cy\nlevel: plain\n---\n"),
            ("content/all/10-last.md", "# Last"),
            ("content/all/2-first.md", "---\nlevel: easy-read\n---\n"),
            ("content/all/ordered.md", "---\ntitle: Ordered\norder: 5\n---\n"),
            ("content/all/more/3-deep.md", ""),
            ("content/all/unordered.md", ""),
            ("content/policies/1-pay.md", ""),
            ("content/single.md", "---\norder: 1\n---\n"),
            ("content/alone/index.md", "---\ntitle: Alone\n---\n"),
        ],
        Drafts::Hidden,
        expect![[r#"
            policies/pay/index.html "Pay" Single(0) en easy-read
            single/index.html "Single" Single(1) en easy-read
            all/index.html "All together" Cover(2) cy plain
              all/first/index.html "First" Part(2, 0) cy easy-read
              all/more/deep/index.html "Deep" Part(2, 1) cy plain
              all/ordered/index.html "Ordered" Part(2, 2) cy plain
              all/last/index.html "Last" Part(2, 3) cy plain
              all/unordered/index.html "Unordered" Part(2, 4) cy plain
            alone/index.html "Alone" Single(3) en easy-read
        "#]],
    );
}

#[test]
fn one_address_is_for_one_page() {
    check(
        &[
            ("content/a/index.md", ""),
            ("content/a.md", ""),
            ("content/A/1-Start.md", ""),
            ("content/a/start.md", ""),
            ("content/a/cafe\u{301}.md", ""),
            ("content/a/caf\u{e9}.md", ""),
            ("content/words.md", ""),
            ("content/credits/index.md", ""),
        ],
        Drafts::Hidden,
        expect![[r#"
            a/start/index.html "Start" Single(0) en easy-read
            a/index.html "A" Single(1) en easy-read
            a/cafe/index.html "Cafe\u{301}" Single(2) en easy-read
            duplicate content/a/café.md a/cafe/index.html of Some("content/a/cafe\u{301}.md")
            duplicate content/a/index.md a/index.html of Some("content/a.md")
            duplicate content/a/start.md a/start/index.html of Some("content/A/1-Start.md")
            duplicate content/credits/index.md credits/index.html of None
            duplicate content/words.md words/index.html of None
        "#]],
    );
}

#[test]
fn drafts_are_left_out_with_their_parts() {
    let files = [
        ("content/a/index.md", "---\ndraft: true\n---\n"),
        ("content/a/1.md", ""),
        ("content/b/index.md", ""),
        ("content/b/1.md", "---\ndraft: yes\n---\n"),
    ];
    check(
        &files,
        Drafts::Hidden,
        expect![[r#"
        b/index.html "B" Single(0) en easy-read
        draft content/a/1.md
        draft content/a/index.md
        draft content/b/1.md
    "#]],
    );
    check(
        &files,
        Drafts::Shown,
        expect![[r#"
        a/index.html "A" Cover(0) en easy-read
          a/1/index.html "1" Part(0, 0) en easy-read
        b/index.html "B" Cover(1) en easy-read
          b/1/index.html "1" Part(1, 0) en easy-read
    "#]],
    );
}
