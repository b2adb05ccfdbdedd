//! OpenMoji, as the npm package `openmoji` and its release ZIPs have it.

use std::collections::HashSet;

use serde::Deserialize;

use super::draft::{capital, neutral_label};
use super::{Draft, DraftSymbol, Files, Layout, SourceError, Wishes};

/// The layout of OpenMoji.
pub const LAYOUT: Layout = Layout { name: "OpenMoji", looks: "data/openmoji.json and color/svg/…", fits, read };

const INDEX: &str = "data/openmoji.json";
const STYLES: &str = "color, black";

#[derive(Deserialize)]
struct Emoji {
    hexcode: String,
    #[serde(default)]
    group: String,
    annotation: String,
    #[serde(default)]
    tags: String,
    #[serde(default)]
    openmoji_tags: String,
    #[serde(default)]
    openmoji_author: String,
    #[serde(default)]
    skintone: serde_json::Value,
}

fn fits(files: &Files<'_>) -> bool {
    files.has(INDEX)
}

fn read(files: &Files<'_>, wishes: &Wishes) -> Result<Draft, SourceError> {
    let style = wishes.style.as_deref().unwrap_or("color");
    if !matches!(style, "color" | "black") {
        return Err(SourceError::Style(style.to_owned(), STYLES));
    }
    let emojis: Vec<Emoji> =
        serde_json::from_str(&files.text(INDEX)?).map_err(|error| SourceError::Unreadable(INDEX.to_owned(), error.to_string()))?;
    let mut draft = Draft {
        name: "openmoji".to_owned(),
        title: "OpenMoji".to_owned(),
        licence: "CC-BY-SA-4.0".to_owned(),
        licence_link: "https://creativecommons.org/licenses/by-sa/4.0/".to_owned(),
        author: "OpenMoji".to_owned(),
        credit: "All emojis designed by OpenMoji – the open-source emoji and icon project. License: CC BY-SA 4.0".to_owned(),
        source: "https://openmoji.org/".to_owned(),
        papers: ["LICENSE.txt"].into_iter().filter(|name| files.has(name)).map(|name| files.whole_name(name)).collect(),
        ..Draft::default()
    };
    // Colours of skin and hair are parts of pictures, and letters of flags are none.
    let is_picture = |emoji: &&Emoji| emoji.group != "component" && !emoji.annotation.starts_with("regional indicator");
    for emoji in emojis.iter().filter(is_picture) {
        if !has_no_skin_tone(emoji) {
            draft.folded += 1;
            continue;
        }
        let file = format!("{style}/svg/{}.svg", emoji.hexcode);
        if files.has(&file) {
            draft.symbols.push(symbol(emoji, files.whole_name(&file)));
        }
    }
    let labels: HashSet<String> = draft.symbols.iter().map(|symbol| symbol.label.to_lowercase()).collect();
    draft.fold(|symbol| neutral_label(&symbol.label, &labels), true);
    Ok(draft)
}

fn has_no_skin_tone(emoji: &Emoji) -> bool {
    match &emoji.skintone {
        serde_json::Value::Null => true,
        serde_json::Value::String(tone) => tone.is_empty(),
        _ => false,
    }
}

fn symbol(emoji: &Emoji, file: String) -> DraftSymbol {
    let tags = emoji.tags.split(',').chain(emoji.openmoji_tags.split(',')).map(|tag| tag.trim().to_owned());
    DraftSymbol {
        label: capital(emoji.annotation.trim()),
        tags: tags.collect(),
        author: emoji.openmoji_author.trim().to_owned(),
        original: emoji.hexcode.clone(),
        file,
        ..DraftSymbol::default()
    }
}
