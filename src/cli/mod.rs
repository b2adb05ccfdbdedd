//! The command line: one file a verb. The only place that prints.

mod breakdown;
mod build;
mod check;
mod explain;
mod new;
mod pictures;
mod preview;
mod progress;
mod report;
mod say;
mod tidy;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::disk::Error;
use say::say_error;

/// Make easy-read guides that everybody can use: write one sentence on a line, and put a picture with it.
#[derive(Debug, Parser)]
#[command(name = "alongside", version, about, disable_help_subcommand = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make a new toolkit in a folder of this name
    New {
        /// The name of the folder
        name: PathBuf,
    },
    /// Build the website of the toolkit around this folder
    Build {
        /// The folder for the website [default: public, in your toolkit]
        #[arg(long, short, value_name = "FOLDER")]
        output: Option<PathBuf>,
        /// Show pages too that are marked “draft: yes”
        #[arg(long)]
        draft: bool,
        #[command(flatten)]
        telling: report::Telling,
    },
    /// Find pictures, suggest them for sentences, and take in packs
    Pictures {
        #[command(subcommand)]
        what: pictures::Pictures,
    },
    /// See the toolkit as readers do, while you type
    #[command(visible_alias = "serve")]
    Preview(preview::Flags),
    /// Check what makes the pages hard to read, without making the website
    Check(check::Arguments),
    /// Mend what is sure: what was pasted, numbers, dates, long lines. Shows the changes, or makes them
    Tidy(tidy::Arguments),
    /// Explain a rule: what it looks for, why it matters, and what to do
    Explain {
        /// The name of the rule; without it, all rules are listed
        rule: Option<String>,
    },
}

/// How a command came to its end.
enum End {
    /// Fine.
    Fine,
    /// Something was found that has to be mended first.
    Findings,
}

/// Runs the command of this process, and tells how it ended: 0 fine, 1 findings that stop the site, 2 it could not run.
pub fn run() -> ExitCode {
    breakdown::told(command).unwrap_or(ExitCode::from(2))
}

fn command() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            if !error.use_stderr() {
                // Help, with its colours.
                let _ = error.print();
                return ExitCode::SUCCESS;
            }
            // It repeats what was typed.
            say_error!("{}", error.to_string().trim_end());
            return ExitCode::from(2);
        }
    };
    let end = match arguments.verb {
        Verb::New { name } => new::run(&name),
        Verb::Build { output, draft, telling } => build::run(output.as_deref(), draft, telling),
        Verb::Check(arguments) => check::run(&arguments),
        Verb::Tidy(arguments) => tidy::run(&arguments),
        Verb::Pictures { what } => pictures::run(what),
        Verb::Preview(flags) => preview::run(&flags),
        Verb::Explain { rule } => explain::run(rule.as_deref()),
    };
    match end {
        Ok(End::Fine) => ExitCode::SUCCESS,
        Ok(End::Findings) => ExitCode::from(1),
        Err(error) => {
            report::error(&error);
            ExitCode::from(2)
        }
    }
}

/// The folder in which the command was called.
fn here() -> Result<PathBuf, Error> {
    crate::disk::current_folder()
}
