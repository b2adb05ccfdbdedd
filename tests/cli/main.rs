//! The program as people use it: what it says, how it ends, and which files it leaves.
//!
//! Each test makes a toolkit in a folder of its own ([`toolkit::Toolkit`]), runs the program there, and looks at the exit
//! code, the messages and the files. Nothing waits for a while: what has to happen first is looked for, with an end.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod archives;
mod build;
mod check;
mod files;
mod heads;
mod html;
mod output;
mod packs;
mod photos;
mod pictures;
mod settings;
mod survive;
mod terminal;
mod themes;
mod tidy;
// A box of tools: not every one is in use at all times.
#[allow(dead_code)]
mod toolkit;
mod verbs;
