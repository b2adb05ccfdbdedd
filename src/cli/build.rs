//! `alongside build`: the website of a toolkit.

use std::path::Path;
use std::sync::Arc;

use super::progress::Bar;
use super::report::Telling;
use super::say::say;
use super::{End, here, report};
use crate::disk::{self, DiskShelf, Error, LastBuild, Lock, Publish, WriteReport};
use crate::link::Drafts;
use crate::pipeline::{self, Options, Outcome};
use crate::toolkit::{ContentHash, Snapshot};

/// Where the site goes when nobody says otherwise.
const OUTPUT: &str = "public";

/// Builds the toolkit around the current folder.
pub fn run(output: Option<&Path>, draft: bool, telling: Telling) -> Result<End, Error> {
    let here = here()?;
    let root = disk::find_toolkit(&here)?;
    let _lock = Lock::take(&root)?;
    let folder = output.map_or_else(|| root.join(OUTPUT), |output| here.join(output));
    let publish = Publish::begin(&folder, &root)?;
    let snapshot = disk::snapshot(&root, disk::today(), pipeline::is_text)?.with_shelf(Arc::new(DiskShelf::open(&root)));
    let options = Options { drafts: if draft { Drafts::Shown } else { Drafts::Hidden }, ..Options::default() };
    let seen = seen(&snapshot, &options);
    let last = LastBuild::recall(&root, &seen, publish.folder());
    if let Some(last) = last.filter(|last| !telling.stops(&last.findings)) {
        report::findings(&last.findings, telling, &snapshot);
        say!("Nothing has changed. {}", look_at(publish.folder(), &here));
        return Ok(End::Fine);
    }
    let bar = Bar::new();
    let outcome = pipeline::build(&snapshot, options, &publish, &bar);
    bar.clear();
    report::findings(&outcome.findings, telling, &snapshot);
    if telling.stops(&outcome.findings) {
        publish.abandon();
        LastBuild::forget(&root);
        let findings = if outcome.has_errors() { "errors" } else { "warnings" };
        say!("The site was not made, because of the {findings} above. If there was a site before, it is still there.");
        outcome.rest.leave();
        snapshot.leave();
        return Ok(End::Findings);
    }
    let folder = publish.folder().to_owned();
    let written = publish.finish()?;
    say!("{} {}", summary(&outcome, &written), look_at(&folder, &here));
    LastBuild::remember(&root, &seen, &folder, &written.files, outcome.findings);
    outcome.rest.leave();
    snapshot.leave();
    Ok(End::Fine)
}

/// A hash of everything that can change what a build does.
fn seen(snapshot: &Snapshot, options: &Options) -> ContentHash {
    let options = format!("{options:?} {}", disk::program_stamp());
    ContentHash::of_parts([snapshot.fingerprint().as_bytes().as_slice(), options.as_bytes()])
}

fn summary(outcome: &Outcome, written: &WriteReport) -> String {
    let count = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let made = format!("Made {} of {}.", count(outcome.pages, "page", "pages"), count(outcome.guides, "guide", "guides"));
    if written.written == 0 && written.removed == 0 { format!("{made} Every file is as it was.") } else { made }
}

fn look_at(folder: &Path, here: &Path) -> String {
    let home = folder.join("index.html");
    let shown = home.strip_prefix(here).unwrap_or(&home);
    format!("To look at it, open {}", shown.display())
}
