//! `alongside preview`: see it as readers do, while you type.

use std::path::Path;
use std::sync::Arc;

use super::progress::Bar;
use super::report::Telling;
use super::say::say;
use super::{End, here, report};
use crate::disk::{self, Error};
use crate::finding::{Count, Finding};
use crate::link::Drafts;
use crate::pipeline::{Options, Stand};
use crate::preview::{self, News, Settings, Tell};
use crate::toolkit::SitePath;

/// The port that is tried first.
pub const PORT: u16 = 4321;
/// The most changed files that are named one by one.
const NAMED_MAX: usize = 3;

/// What can be asked of the preview.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools)] // Each is a flag of its own on the command line.
pub struct Flags {
    /// The port; the next free one when it is in use
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// Do not open the browser
    #[arg(long)]
    no_open: bool,
    /// Look all files over again and again, for disks that do not tell of changes
    #[arg(long)]
    poll: bool,
    /// Let other machines of your network look too, with the code that is shown here
    #[arg(long)]
    lan: bool,
    /// Show pages too that are marked “draft: yes”
    #[arg(long)]
    draft: bool,
}

/// Previews the toolkit around the current folder until it is ended with Ctrl-C.
pub fn run(flags: &Flags) -> Result<End, Error> {
    let root = disk::find_toolkit(&here()?)?;
    let settings = Settings {
        root: root.clone(),
        options: Options { drafts: if flags.draft { Drafts::Shown } else { Drafts::Hidden }, ..Options::default() },
        port: flags.port,
        lan: flags.lan,
        poll: flags.poll,
    };
    let bar = Arc::new(Bar::new());
    let (ended, opens) = (bar.clone(), !flags.no_open);
    let tell: Tell = Arc::new(move |news| {
        ended.clear();
        hear(&news, &root, opens);
    });
    preview::run(&settings, &*bar, &tell)?;
    Ok(End::Fine)
}

fn hear(news: &News<'_>, root: &Path, opens: bool) {
    match news {
        News::Ready { address, wanted, lan, polls, stand } => {
            let findings = stand.findings();
            report::findings(&findings, Telling::default(), stand.snapshot());
            if let Some(wanted) = wanted {
                say!("The port {wanted} is in use. The preview took the next free one.");
            }
            if *polls {
                say!("This disk does not tell of changes. Alongside looks all files over again and again.");
            }
            say!("The preview of {} is at {address}", root.display());
            if let Some((address, code)) = lan {
                say!("Other machines of your network: {address}. They need the code {code}.");
            }
            say!("It shows each change when you save. To end it, press Ctrl-C.");
            if opens && !disk::open_in_browser(address) {
                say!("Open that address in your browser.");
            }
        }
        News::Changed { paths, stand } => changed(paths, stand),
        News::Wrote { path, line } => say!("Wrote line {line} of {path}."),
    }
}

/// Tells what was found in the files that changed.
fn changed(paths: &[&SitePath], stand: &Stand) {
    let names: Vec<&str> = paths.iter().take(NAMED_MAX).map(|path| path.as_str()).collect();
    let more = paths.len() - names.len();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    let findings: Vec<Finding> = if paths.iter().all(|path| stand.is_page(path)) && paths.len() <= NAMED_MAX {
        paths.iter().flat_map(|path| stand.findings_of(path)).collect()
    } else {
        stand.findings().into_iter().filter(Finding::is_error).collect()
    };
    say!("{}{more}: {}", names.join(", "), in_short(&findings));
    let errors: Vec<Finding> = findings.into_iter().filter(Finding::is_error).collect();
    report::findings(&errors, Telling::default(), stand.snapshot());
}

fn in_short(findings: &[Finding]) -> String {
    let count = Count::of(findings);
    match (count.errors, count.warnings) {
        (0, 0) => "shown. The computer found no problems. People still need to check it.".to_owned(),
        (errors, warnings) => format!("shown. Errors: {errors}. Warnings: {warnings}."),
    }
}
