//! Guides of many parts.

use alongside::disk;
use alongside::toolkit::Snapshot;
use jiff::civil::date;

use crate::memory::build;

#[test]
fn parts_show_dots_where_they_can_be_counted() {
    for (parts, has_dots) in [(16, true), (17, false)] {
        let mut snapshot = Snapshot::new(date(2026, 11, 22));
        disk::insert_builtin(&mut snapshot);
        snapshot.insert_text("alongside.yaml", "title: Ours\n").unwrap();
        snapshot.insert_text("content/guide/index.md", "---\ntitle: A guide\n---\n").unwrap();
        for part in 1..=parts {
            snapshot.insert_text(&format!("content/guide/{part}-part-{part}.md"), "![](listen) We listen.\n").unwrap();
        }
        let (files, _) = build(&snapshot);
        let page = String::from_utf8_lossy(&files["guide/part-3/index.html"]);
        assert!(page.contains(&format!("Part 3 of {parts}")), "{page}");
        assert_eq!(page.matches("class=\"dots\"").count(), usize::from(has_dots), "{page}");
        assert_eq!(page.matches("<span class=\"on\"></span>").count(), if has_dots { 3 } else { 0 });
    }
}
