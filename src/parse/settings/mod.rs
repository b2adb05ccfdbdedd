//! Settings files and front matter: YAML, with patience for what authors really type.
//!
//! The way of a value: [`quote`] makes YAML of it, [`node`] reads that into a tree that keeps every value as it is
//! written and knows its place, [`fields`] takes typed values out of the tree and notes what does not fit.

mod config;
mod date;
mod fields;
mod front;
mod node;
mod pack;
mod pictures;
mod profile;
mod quote;
mod theme;
mod words;

pub use config::config;
pub use date::read_date;
pub use front::{Split, head, split};
pub use pack::pack;
pub use pictures::picture_list;
pub use profile::profiles;
pub use theme::{ThemeSettings, theme};
pub use words::word_list;

use crate::toolkit::{SettingsFault, SettingsFaultKind, Span, Written};
use fields::Fields;
use node::{Node, Value};

/// The most bytes of a settings file or front matter.
pub const SETTINGS_BYTES_MAX: usize = 1024 * 1024;

/// Reads the names and values of `text`. `offset` is where it begins in its file.
fn read<'a>(text: &str, offset: usize, faults: &'a mut Vec<SettingsFault>) -> Fields<'a> {
    if text.len() > SETTINGS_BYTES_MAX {
        let why = format!("it is longer than {} KB", SETTINGS_BYTES_MAX / 1024);
        faults.push(SettingsFault { span: Span::new(offset..offset), kind: SettingsFaultKind::NotReadable(why) });
        return Fields::new(Vec::new(), Vec::new(), faults);
    }
    let mut moved_in = Vec::new();
    let entries = match node::read(text, offset, &mut moved_in) {
        Ok(Node { value: Value::Map(entries), .. }) => entries,
        Ok(Node { value: Value::Nothing, .. }) if says_nothing(text) => Vec::new(),
        Ok(Node { span, .. }) => {
            faults.push(SettingsFault { span, kind: SettingsFaultKind::NotAMap });
            Vec::new()
        }
        Err(_) => read_in_pieces(text, offset, &mut moved_in, faults),
    };
    Fields::new(entries, moved_in, faults)
}

/// Reads a text that is broken somewhere piece by piece, so that one bad line costs only its own value.
fn read_in_pieces(text: &str, offset: usize, moved_in: &mut Vec<Written<String>>, faults: &mut Vec<SettingsFault>) -> Vec<node::Entry> {
    let mut entries = Vec::new();
    for (start, piece) in top_level_pieces(text) {
        match node::read(piece, offset + start, moved_in) {
            Ok(Node { value: Value::Map(more), .. }) => entries.extend(more),
            Ok(Node { value: Value::Nothing, .. }) if says_nothing(piece) => {}
            Ok(_) => {
                let line = piece.trim_start().lines().next().unwrap_or("").trim_end();
                let at = offset + start + (piece.len() - piece.trim_start().len());
                faults.push(SettingsFault { span: Span::new(at..at + line.len()), kind: SettingsFaultKind::NotAMap });
            }
            Err(fault) => faults.push(fault),
        }
    }
    entries
}

/// Whether there are only empty lines and notes.
fn says_nothing(text: &str) -> bool {
    text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// Cuts a text before each line that begins at the margin, but for the items of a list below its name.
fn top_level_pieces(text: &str) -> Vec<(usize, &str)> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_item = line.trim_end() == "-" || line.starts_with("- ");
        let below_name =
            starts.last().is_some_and(|start| text[*start..].lines().next().is_some_and(|name| name.trim_end().ends_with(':')));
        if at > 0 && !(is_item && below_name) && !line.starts_with(char::is_whitespace) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| (*start, &text[*start..end])).collect()
}
