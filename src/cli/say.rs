//! What the program says: the one place that prints.
//!
//! A name that somebody gave a file could be a command for the terminal, so such characters are shown as �. An output that
//! is closed or full is no reason to break down: the work is done all the same.

use std::fmt::Arguments;
use std::io::{Write, stderr, stdout};

/// Says a line on the plain output, for people.
macro_rules! say {
    ($($words:tt)*) => { $crate::cli::say::line(format_args!($($words)*)) };
}
/// Says a line on the error output, for people.
macro_rules! say_error {
    ($($words:tt)*) => { $crate::cli::say::error_line(format_args!($($words)*)) };
}
pub(in crate::cli) use {say, say_error};

/// Says a line on the plain output.
pub fn line(words: Arguments<'_>) {
    let _ = writeln!(stdout(), "{}", plain(&words.to_string()));
}

/// Says a line on the error output.
pub fn error_line(words: Arguments<'_>) {
    let _ = writeln!(stderr(), "{}", plain(&words.to_string()));
}

/// Words without commands for a terminal: only the ends of lines stay.
fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() && c != '\n' { '\u{FFFD}' } else { c }).collect()
}
