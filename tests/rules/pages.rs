//! The page of every rule in `docs/rules/`. `UPDATE_EXPECT=1 cargo test --test rules pages` writes them out of the table.

use std::collections::BTreeMap;
use std::path::Path;

use alongside::check::{Group, RULES};

/// The pages as they should be, by file name.
fn pages() -> BTreeMap<String, String> {
    let mut pages: BTreeMap<String, String> = RULES.iter().map(|rule| (format!("{}.md", rule.name), rule.page())).collect();
    pages.insert("README.md".to_owned(), list());
    pages
}

/// The list of all rules, by group.
fn list() -> String {
    let mut text = String::from(
        "# The rules\n\nWhat `alongside check` looks for. `alongside explain NAME` shows the same pages in the terminal.\n\n\
         An **error** stops the site. A **warning** is something to mend. **Advice** is a guess that is often wrong: it is told only\n\
         with `--advice`.\n",
    );
    let mut group: Option<Group> = None;
    for rule in RULES {
        if group != Some(rule.group) {
            text += &format!("\n## {}\n\n| rule | weight | what it finds |\n|---|---|---|\n", rule.group.title());
            group = Some(rule.group);
        }
        text += &format!("| [{0}]({0}.md) | {1} | {2} |\n", rule.name, rule.severity.word(), rule.summary());
    }
    text
}

#[test]
fn every_rule_has_its_page_in_the_docs() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    let pages = pages();
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    std::fs::create_dir_all(&folder).unwrap();
    let there = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut faults: Vec<String> = Vec::new();
    for name in there.filter(|name| !pages.contains_key(name)) {
        if update {
            std::fs::remove_file(folder.join(&name)).unwrap();
        } else {
            faults.push(format!("docs/rules/{name} belongs to no rule"));
        }
    }
    for (name, page) in &pages {
        let path = folder.join(name);
        if update {
            std::fs::write(path, page).unwrap();
        } else if std::fs::read_to_string(path).ok().as_ref() != Some(page) {
            faults.push(format!("docs/rules/{name} is not what the table says"));
        }
    }
    assert!(faults.is_empty(), "{}\nTo write them anew: UPDATE_EXPECT=1 cargo test --test rules pages", faults.join("\n"));
}
