//! `theme.yaml` of a theme -> its colours.

use std::collections::BTreeMap;

use super::fields::Fields;
use super::node::{Entry, Value};
use crate::toolkit::SettingsFault;

/// What `theme.yaml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeSettings {
    /// Colours by name, for a light room.
    pub light: BTreeMap<String, String>,
    /// Colours by name, for a dark room.
    pub dark: BTreeMap<String, String>,
    /// Pairs (colour of text, colour behind it) that come together on a page.
    pub text: Vec<(String, String)>,
}

/// Reads `theme.yaml`.
pub fn theme(text: &str) -> (ThemeSettings, Vec<SettingsFault>) {
    let mut faults = Vec::new();
    let mut fields = super::read(text, 0, &mut faults);
    let light = fields.entries("light");
    let dark = fields.entries("dark");
    let settings = ThemeSettings { light: palette(&mut fields, light), dark: palette(&mut fields, dark), text: pairs(&mut fields) };
    fields.finish();
    (settings, faults)
}

fn pairs(fields: &mut Fields<'_>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for pair in fields.list("text") {
        match pair.value.split_once(" on ") {
            Some((front, back)) => pairs.push((front.trim().to_owned(), back.trim().to_owned())),
            None => fields.does_not_fit("text", "pairs such as: ink on paper", &pair),
        }
    }
    pairs
}

fn palette(fields: &mut Fields<'_>, entries: Vec<Entry>) -> BTreeMap<String, String> {
    let mut palette = BTreeMap::new();
    for (name, node) in entries {
        match node.value {
            Value::Text(colour) => {
                palette.insert(name.value, colour.trim().to_lowercase());
            }
            _ => fields.needs_words(&name.value, &node),
        }
    }
    palette
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_by_name() {
        let (settings, faults) = theme("light:\n  ink: \"#1B1A17\"\ndark:\n  ink: '#ffffff'\ntext: ink on paper, link on paper\n");
        assert_eq!(faults, []);
        assert_eq!(settings.light["ink"], "#1b1a17");
        assert_eq!(settings.text[1], ("link".to_owned(), "paper".to_owned()));
    }
}
