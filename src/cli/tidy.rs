//! `alongside tidy`: mends what is sure, in the author's own files. Nothing is written unless it is asked for.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};

use clap::Args;
use similar::TextDiff;

use super::check::{place_of, rule_names, rules};
use super::progress::Bar;
use super::say::{say, say_error};
use super::{End, here};
use crate::disk::{self, Error};
use crate::finding::{RuleName, Selection};
use crate::link::Drafts;
use crate::pipeline::{self, Options, Tidied};

/// What the user asks of it.
#[derive(Debug, Args)]
#[command(after_long_help = rule_names())]
pub struct Arguments {
    /// Only these pages and folders
    #[arg(value_name = "PATHS")]
    paths: Vec<PathBuf>,
    /// Make the changes; without it, they are only shown
    #[arg(long)]
    write: bool,
    /// Only what these rules would change, with commas between them
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    only: Vec<String>,
}

/// Tidies the toolkit around the current folder, or around the first path.
pub fn run(arguments: &Arguments) -> Result<End, Error> {
    let here = here()?;
    let (root, paths) = place_of(&arguments.paths, &here)?;
    let selection = Selection { rules: rules(&arguments.only)?, paths, ..Selection::default() };
    let snapshot = disk::snapshot(&root, disk::today(), pipeline::is_text)?;
    let bar = Bar::new();
    // A page that readers do not see yet is tidied too.
    let options = Options { drafts: Drafts::Shown, ..Options::default() };
    let page_wanted = |path: &crate::toolkit::SitePath| selection.holds_file(Some(path.as_str()));
    let outcome = pipeline::tidy(&snapshot, options, &page_wanted, &|finding| selection.holds(finding), &bar);
    bar.clear();
    for path in &outcome.unreadable {
        say_error!("Some letters in {path} cannot be read, so it is left as it is. Save it as “UTF-8” first.");
    }
    if outcome.pages.is_empty() {
        say!("There is nothing to tidy.");
        return Ok(End::Fine);
    }
    if arguments.write {
        write(&root, &outcome.pages)?;
    } else {
        show(&outcome.pages);
    }
    Ok(End::Fine)
}

fn write(root: &Path, pages: &[Tidied]) -> Result<(), Error> {
    for page in pages {
        disk::replace(root, &page.path, &page.old_bytes, &page.new_bytes)?;
        say!("Tidied {}: {}", page.path, done(page));
    }
    say!("Read the pages once more: a computer does not know what you mean.");
    Ok(())
}

fn show(pages: &[Tidied]) {
    let coloured = stdout().is_terminal() && !disk::asks_for_no_colour();
    let mut text = String::new();
    for page in pages {
        if page.before == page.after {
            text.push_str(&format!("{}: {}\n\n", page.path, done(page)));
            continue;
        }
        let diff = TextDiff::from_lines(page.before.as_str(), page.after.as_str());
        let shown = diff.unified_diff().context_radius(1).header(&format!("a/{}", page.path), &format!("b/{}", page.path)).to_string();
        shown.lines().for_each(|line| text.push_str(&coloured_line(line, coloured)));
        text.push_str(&format!("\n{}\n\n", done(page)));
    }
    let pages = if pages.len() == 1 { "1 page".to_owned() } else { format!("{} pages", pages.len()) };
    text.push_str(&format!("This would change {pages}. To make the changes: alongside tidy --write\n"));
    let _ = stdout().lock().write_all(text.as_bytes());
}

/// A line of a difference: what goes in red, what comes in green.
fn coloured_line(line: &str, coloured: bool) -> String {
    let line: String = line.chars().map(|c| if c.is_control() && c != '\t' { '\u{FFFD}' } else { c }).collect();
    let colour = match line.as_bytes().first() {
        Some(b'+') => "32",
        Some(b'-') => "31",
        Some(b'@') => "36",
        _ => "",
    };
    if coloured && !colour.is_empty() { format!("\u{1b}[{colour}m{line}\u{1b}[0m\n") } else { format!("{line}\n") }
}

/// What is done to a page, in a few words: "number-word (2), two-sentences (1)".
fn done(page: &Tidied) -> String {
    let mut counts: BTreeMap<&RuleName, usize> = BTreeMap::new();
    for change in &page.changes {
        *counts.entry(&change.rule).or_default() += 1;
    }
    let mut parts: Vec<String> = counts.iter().map(|(rule, count)| format!("{rule} ({count})")).collect();
    if page.mark_taken {
        parts.push("hidden signs at its beginning taken away".to_owned());
    }
    if parts.is_empty() {
        parts.push("all lines end alike".to_owned());
    }
    parts.join(", ") + "."
}
