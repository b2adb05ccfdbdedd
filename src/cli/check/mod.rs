//! `alongside check`: what makes a toolkit hard to read, without making a site of it.

mod reading;
mod text;

use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::progress::Bar;
use super::report::Telling;
use super::say::say;
use super::{End, here, report};
use crate::check::{RULES, find_rule};
use crate::disk::{self, DiskShelf, Error};
use crate::finding::{self, Baseline, BaselineFault, Beyond, Finding, JsonReport, Looked, RuleFacts, RuleName, Selection, Sources};
use crate::link::Drafts;
use crate::parse::nearest;
use crate::pipeline::{self, Options, Stand, Told};
use crate::toolkit::{Language, SitePath, Snapshot};

/// How many findings stand in the list to begin with.
const FIRST: usize = 5;
/// Where the page for people goes when nobody says otherwise, in the folder of the toolkit.
const REPORT: &str = "check-report.html";

/// What the user asks of the check.
#[derive(Debug, Args)]
#[command(after_long_help = rule_names())]
pub struct Arguments {
    /// Only these pages and folders
    #[arg(value_name = "PATHS")]
    paths: Vec<PathBuf>,
    /// How to tell it: for people, for programs, for code hosts
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "FORMAT")]
    format: Format,
    /// Write the report to this file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Only these rules, with commas between them
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    only: Vec<String>,
    /// Use the limits of this profile for easy-read pages, whatever the settings say
    #[arg(long, value_name = "PROFILE")]
    profile: Option<String>,
    /// Only pages in this language, such as cy
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Tell only what is more than in this file
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write down what there is now, for --baseline
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
    /// Check pages too that are marked “draft: yes”
    #[arg(long)]
    draft: bool,
    #[command(flatten)]
    telling: Telling,
}

/// The forms of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people at a terminal
    Text,
    /// For programs: see docs/CHECK.md
    Json,
    /// For code hosts and editors: SARIF 2.1.0
    Sarif,
    /// For GitHub, beside the lines of a change
    Github,
    /// A page for people, with rows and pictures: check-report.html
    Html,
}

/// Checks the toolkit around the current folder, or around the first path.
pub fn run(arguments: &Arguments) -> Result<End, Error> {
    let here = here()?;
    let (root, paths) = place_of(&arguments.paths, &here)?;
    let mut selection = Selection { advice: arguments.telling.advice, rules: rules(&arguments.only)?, paths, files: None };
    let baseline = arguments.baseline.as_ref().map(|path| read_baseline(&here.join(path))).transpose()?;

    let snapshot = disk::snapshot(&root, disk::today(), pipeline::is_text)?.with_shelf(Arc::new(DiskShelf::open(&root)));
    let bar = Bar::new();
    let drafts = if arguments.draft { Drafts::Shown } else { Drafts::Hidden };
    let stand = Stand::new(snapshot, Options { drafts, profile: arguments.profile.clone() }, &bar);
    bar.clear();
    if let Some(name) = &arguments.profile {
        known_profile(name, &stand)?;
    }
    selection.files = arguments.language.as_deref().map(|tag| in_language(tag, &stand)).transpose()?;
    let findings: Vec<Finding> = stand.findings().into_iter().filter(|finding| selection.holds(finding)).collect();
    if let Some(path) = &arguments.write_baseline {
        return write_baseline(&here.join(path), &findings);
    }
    let beyond = match baseline {
        Some(baseline) => baseline.hold_back(findings),
        None => Beyond { findings, ..Beyond::default() },
    };
    let places = &stand.site().map.places;
    let pages: Vec<&SitePath> = places.keys().filter(|path| selection.holds_file(Some(path.as_str()))).collect();
    if pages.is_empty() && !arguments.paths.is_empty() && !selection.paths.iter().any(|path| is_file(path, stand.snapshot())) {
        let hint = "Name a page, or a folder with pages in it: alongside check content".to_owned();
        return Err(Error::Unknown("There is no page of the toolkit there.".to_owned(), hint));
    }
    let looked = Looked { pages: pages.len(), held_back: beyond.held_back, mended: beyond.mended };
    let found = Found { findings: &beyond.findings, looked, pages: &pages, stand: &stand, selection: &selection, root: &root };
    let text = written(arguments.format, &found, arguments.output.is_none())?;
    let output = arguments.output.as_ref().map(|path| here.join(path));
    hand_over(&text, output.or_else(|| (arguments.format == Format::Html).then(|| root.join(REPORT))).as_deref())?;
    Ok(if arguments.telling.stops(&beyond.findings) { End::Findings } else { End::Fine })
}

/// The names of all rules, for the help of a verb.
pub fn rule_names() -> String {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name.as_str()).collect();
    let options = textwrap::Options::new(80).initial_indent("  ").subsequent_indent("  ");
    let names = textwrap::fill(&names.join(", "), options.word_splitter(textwrap::WordSplitter::NoHyphenation));
    format!("Rules:\n{names}\n\nTo read more about one of them: alongside explain no-picture")
}

/// The toolkit around the first of these paths, or else around `here`; and the paths, seen from its top.
pub fn place_of(paths: &[PathBuf], here: &Path) -> Result<(PathBuf, Vec<String>), Error> {
    let start = paths.first().map_or_else(|| here.to_owned(), |path| disk::folder_of(&here.join(path)));
    let root = disk::find_toolkit(&start)?;
    let inside = |path: &PathBuf| {
        let outside = || {
            let what = format!("{} is not part of the toolkit at {}.", path.display(), root.display());
            Error::Unknown(what, "Look at one toolkit at a time.".to_owned())
        };
        disk::path_inside(&root, &here.join(path))?.ok_or_else(outside)
    };
    let paths = paths.iter().map(inside).collect::<Result<_, _>>()?;
    Ok((root, paths))
}

fn known_profile(name: &str, stand: &Stand) -> Result<(), Error> {
    let profiles = &stand.site().profiles;
    if profiles.find(name).is_some() {
        return Ok(());
    }
    let names: Vec<&str> = profiles.all().iter().map(|profile| profile.name.as_str()).collect();
    let near = nearest(name, names.iter().copied());
    let hint = near.first().map_or_else(|| format!("There are: {}.", names.join(", ")), |near| format!("Did you mean {near}?"));
    Err(Error::Unknown(format!("There is no profile called “{name}”."), hint))
}

fn is_file(path: &str, snapshot: &Snapshot) -> bool {
    SitePath::new(path).is_some_and(|path| snapshot.has(&path))
}

/// The rules with these names.
pub fn rules(names: &[String]) -> Result<Vec<RuleName>, Error> {
    let find = |name: &String| match find_rule(name.trim()) {
        Some(rule) => Ok(rule.name.clone()),
        None => Err(unknown_rule(name)),
    };
    names.iter().filter(|name| !name.trim().is_empty()).map(find).collect()
}

/// That there is no rule of this name, and which one was perhaps meant.
pub fn unknown_rule(name: &str) -> Error {
    let near = nearest(name, RULES.iter().map(|rule| rule.name.as_str()));
    let hint = near.first().map_or_else(|| "To list all rules: alongside explain".to_owned(), |near| format!("Did you mean {near}?"));
    Error::Unknown(format!("There is no rule called “{name}”."), hint)
}

/// The pages in a language: `en` finds pages in `en-GB` too.
fn in_language(tag: &str, stand: &Stand) -> Result<Vec<String>, Error> {
    let unknown = || {
        let hint = "Write the short name of a language, such as en, cy or en-GB.".to_owned();
        Error::Unknown(format!("“{tag}” is not the name of a language."), hint)
    };
    let wanted = Language::new(tag).ok_or_else(unknown)?;
    let is_wanted = |language: &Language| *language == wanted || (wanted.as_str() == wanted.base() && language.base() == wanted.as_str());
    let places = &stand.site().map.places;
    let pages: Vec<String> = places.iter().filter(|(_, place)| is_wanted(&place.language)).map(|(path, _)| path.to_string()).collect();
    if pages.is_empty() {
        let mut languages: Vec<&str> = places.values().map(|place| place.language.as_str()).collect();
        languages.sort_unstable();
        languages.dedup();
        let hint = format!("The pages of this toolkit are in: {}.", languages.join(", "));
        return Err(Error::Unknown(format!("No page is in the language “{tag}”."), hint));
    }
    Ok(pages)
}

fn read_baseline(path: &Path) -> Result<Baseline, Error> {
    let text = disk::read_text(path)?;
    let again = format!("Write it again: alongside check --write-baseline {}", path.display());
    Baseline::read(&text).map_err(|fault| match fault {
        BaselineFault::NotReadable => Error::Unknown(format!("The file {} is not a baseline.", path.display()), again),
        BaselineFault::Version(version) => {
            let what = format!("The baseline {} is of another version ({version}) than this program can read (1).", path.display());
            Error::Unknown(what, again)
        }
    })
}

fn write_baseline(path: &Path, findings: &[Finding]) -> Result<End, Error> {
    disk::write_whole(path, Baseline::of(findings).text().as_bytes())?;
    let warnings = findings.iter().filter(|finding| !finding.is_error()).count();
    say!("Wrote down {warnings} findings in {}.", path.display());
    say!("From now on, tell only what is more: alongside check --baseline {}", path.display());
    Ok(End::Fine)
}

/// What a report tells.
struct Found<'a> {
    findings: &'a [Finding],
    looked: Looked,
    /// The pages that were looked at.
    pages: &'a [&'a SitePath],
    stand: &'a Stand,
    selection: &'a Selection,
    root: &'a Path,
}

fn written(format: Format, found: &Found<'_>, to_terminal: bool) -> Result<String, Error> {
    let read = |path: &str| report::source(found.stand.snapshot(), path).map(Arc::<str>::from);
    let mut sources = Sources::new(&read);
    let findings = found.findings;
    let folder = || disk::folder_in_repository(found.root);
    Ok(match format {
        Format::Text => text::text(found, to_terminal),
        Format::Json => {
            let report = JsonReport {
                findings,
                first: &finding::first(findings, FIRST),
                summary: &finding::summary(findings, found.looked),
                pages: found.looked.pages,
                held_back: found.looked.held_back,
                reading: reading::json(&reading::of(found)),
            };
            finding::json(&report, &mut sources)
        }
        Format::Sarif => finding::sarif(findings, &rule_facts(), &mut sources, &folder()),
        Format::Github => finding::github(findings, &mut sources, &folder()),
        Format::Html => html(found)?,
    })
}

fn html(found: &Found<'_>) -> Result<String, Error> {
    let first = finding::first(found.findings, FIRST);
    let told = Told {
        findings: found.findings,
        first: if first.len() < found.findings.len() { &first } else { &[] },
        summary: &finding::summary(found.findings, found.looked),
        reading: &reading::of(found),
        pages: found.pages,
    };
    found.stand.report(&told).map_err(|fault| {
        let template = fault.path.unwrap_or_else(|| "report.html".to_owned());
        let hint = format!("Mend {template}. Or delete your own copy of it: then Alongside uses its own.");
        Error::Unknown(format!("The report cannot be made. {}", fault.what), hint)
    })
}

fn rule_facts() -> Vec<RuleFacts> {
    let facts = |rule: &&crate::check::Rule| RuleFacts {
        name: rule.name.to_string(),
        group: rule.group.title(),
        severity: rule.severity,
        summary: rule.summary().to_owned(),
        why: rule.why().to_owned(),
        todo: rule.todo().to_owned(),
        page: rule.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n"),
    };
    RULES.iter().map(facts).collect()
}

fn hand_over(text: &str, output: Option<&Path>) -> Result<(), Error> {
    match output {
        Some(path) => {
            disk::write_whole(path, text.as_bytes())?;
            say!("The report is in {}", path.display());
        }
        // A program that reads only the beginning may close the pipe: that is its right.
        None => {
            let _ = stdout().lock().write_all(text.as_bytes());
        }
    }
    Ok(())
}
