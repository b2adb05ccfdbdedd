//! `alongside pictures …`: find pictures, and keep them in order.

mod add;
mod find;
mod licences;
mod sheet;
mod suggest;
mod toolkit;
mod unused;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::End;
use super::say::say;
use crate::disk::Error;

/// What `alongside pictures` can do.
#[derive(Debug, Subcommand)]
pub enum Pictures {
    /// Find pictures by their names and by what they show
    Find {
        /// The words to look for
        #[arg(required = true)]
        words: Vec<String>,
        /// Look only in this pack
        #[arg(long, value_name = "NAME")]
        pack: Option<String>,
        #[command(flatten)]
        show: Show,
    },
    /// Suggest pictures for the lines of a page that have none
    Suggest(suggest::Suggest),
    /// List the picture files that no page shows
    Unused {
        #[command(flatten)]
        show: Show,
    },
    /// Tell the licence of every picture that your site shows
    Licences {
        #[command(flatten)]
        show: Show,
    },
    /// Make a page with every picture of your packs, to look at
    Sheet {
        /// Only this pack
        #[arg(long, value_name = "NAME")]
        pack: Option<String>,
        /// The file for the page [default: pictures.html]
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Take in a pack of pictures: OpenMoji, Mulberry, Health Icons, or a folder with a list
    Add {
        /// The ZIP file, the .tgz file or the folder
        source: PathBuf,
        /// The name of the pack in your toolkit
        #[arg(long)]
        name: Option<String>,
        /// The style of the pictures, such as black or outline
        #[arg(long)]
        style: Option<String>,
        /// The licence, when the folder does not say it
        #[arg(long)]
        licence: Option<String>,
    },
}

/// How a list is shown.
#[derive(Clone, Copy, Debug, Args)]
pub struct Show {
    /// For people, or for programs
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: Format,
}

/// For people, or for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs: docs/PICTURES.md says what is in it
    Json,
}

/// Runs one of them.
pub fn run(what: Pictures) -> Result<End, Error> {
    match what {
        Pictures::Find { words, pack, show } => find::run(&words.join(" "), pack.as_deref(), show.format),
        Pictures::Suggest(suggest) => suggest::run(&suggest),
        Pictures::Unused { show } => unused::run(show.format),
        Pictures::Licences { show } => licences::run(show.format),
        Pictures::Sheet { pack, output } => sheet::run(pack.as_deref(), output.as_deref()),
        Pictures::Add { source, name, style, licence } => {
            add::run(&source, name.as_deref(), &crate::pair::source::Wishes { style, licence })
        }
    }
}

/// Prints a value for programs.
fn print_json(value: &serde_json::Value) {
    say!("{value:#}");
}
