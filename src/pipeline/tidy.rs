//! The check, and its fixes made, again and again until there is nothing left to change.

use std::collections::BTreeMap;

use super::{Options, Stand};
use crate::finding::{Finding, Severity};
use crate::link::CONTENT;
use crate::tidy::{self, Change, Draft};
use crate::toolkit::{Contents, Origin, Progress, SitePath, Snapshot, SourceFile};

/// The most rounds. A fix may make room for another one; no page that was tried needed more than four.
const ROUNDS_MAX: usize = 12;

/// A page that was tidied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidied {
    /// Its file.
    pub path: SitePath,
    /// Its text as it is.
    pub before: String,
    /// Its text as it would be.
    pub after: String,
    /// Its bytes as they are.
    pub old_bytes: Vec<u8>,
    /// Its bytes as they would be.
    pub new_bytes: Vec<u8>,
    /// What was done to its words.
    pub changes: Vec<Change>,
    /// Whether a byte order mark was taken away.
    pub mark_taken: bool,
}

/// What tidying brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TidyOutcome {
    /// The pages that change, by path.
    pub pages: Vec<Tidied>,
    /// Pages that are no proper text: they are left alone.
    pub unreadable: Vec<SitePath>,
}

/// Tidies the pages of a toolkit: makes the fixes of those findings that `wanted` lets through, on the pages it lets through.
pub fn tidy(
    snapshot: &Snapshot,
    options: Options,
    page_wanted: &dyn Fn(&SitePath) -> bool,
    wanted: &dyn Fn(&Finding) -> bool,
    progress: &dyn Progress,
) -> TidyOutcome {
    let mut outcome = TidyOutcome::default();
    let mut pages: BTreeMap<SitePath, Tidied> = BTreeMap::new();
    let mut now = Stand::new(snapshot.clone(), options, progress);
    for (path, file) in snapshot.files_in(CONTENT).filter(|(path, _)| path.extension() == "md" && page_wanted(path)) {
        let Contents::Held(bytes) = &file.contents else { continue };
        match tidy::read(bytes) {
            None => outcome.unreadable.push(path.clone()),
            Some(read) => {
                let tidied = Tidied {
                    path: path.clone(),
                    before: read.text.clone(),
                    new_bytes: tidy::write(&read.text, read.windows_lines),
                    after: read.text,
                    old_bytes: bytes.to_vec(),
                    changes: Vec::new(),
                    mark_taken: read.has_mark,
                };
                pages.insert(path.clone(), tidied);
            }
        }
    }
    for _ in 0..ROUNDS_MAX {
        let Some(snapshot) = round(&now, &mut pages, wanted) else { break };
        now = now.next(snapshot, progress);
    }
    for page in pages.values_mut() {
        let windows_lines = tidy::read(&page.old_bytes).is_some_and(|read| read.windows_lines);
        page.new_bytes = tidy::write(&page.after, windows_lines);
    }
    outcome.pages = pages.into_values().filter(|page| page.old_bytes != page.new_bytes).collect();
    outcome
}

/// One round: the toolkit with the fixes of `now` made. `None` when nothing changes any more.
fn round(now: &Stand, pages: &mut BTreeMap<SitePath, Tidied>, wanted: &dyn Fn(&Finding) -> bool) -> Option<Snapshot> {
    let findings = now.findings();
    let mut found: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    let fixable = |finding: &&Finding| finding.fix.is_some() && finding.severity != Severity::Advice && wanted(finding);
    for finding in findings.iter().filter(fixable) {
        found.entry(finding.path.as_deref().unwrap_or("")).or_default().push(finding);
    }
    let mut snapshot: Option<Snapshot> = None;
    for (path, page) in pages.iter_mut() {
        let (Some(findings), Some(place)) = (found.get(path.as_str()), now.site().map.places.get(path)) else { continue };
        let draft = Draft { path, level: place.level, text: &page.after };
        let (text, changes) = tidy::mend(draft, findings.iter().copied());
        if changes.is_empty() || text == page.after {
            continue;
        }
        page.changes.extend(changes);
        page.after = text;
        let contents = Contents::Held(page.after.as_bytes().into());
        let file = SourceFile { origin: Origin::Toolkit, contents };
        snapshot.get_or_insert_with(|| now.snapshot().clone()).insert(path.clone(), file);
    }
    snapshot
}
