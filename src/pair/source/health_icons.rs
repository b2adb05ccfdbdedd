//! Health Icons, as the npm package `healthicons` has them.

use serde::Deserialize;

use super::{Draft, DraftSymbol, Files, Layout, SourceError, Wishes};

/// The layout of Health Icons.
pub const LAYOUT: Layout = Layout { name: "Health Icons", looks: "public/icons/meta-data.json and public/icons/svg/…", fits, read };

const INDEX: &str = "public/icons/meta-data.json";
const STYLES: &str = "filled, outline";

#[derive(Deserialize)]
struct Icon {
    id: String,
    #[serde(default)]
    path: String,
    #[serde(default)]
    tags: Vec<String>,
    title: String,
    #[serde(default)]
    category: String,
}

fn fits(files: &Files<'_>) -> bool {
    files.has(INDEX)
}

fn read(files: &Files<'_>, wishes: &Wishes) -> Result<Draft, SourceError> {
    let style = wishes.style.as_deref().unwrap_or("filled");
    if !matches!(style, "filled" | "outline") {
        return Err(SourceError::Style(style.to_owned(), STYLES));
    }
    let icons: Vec<Icon> =
        serde_json::from_str(&files.text(INDEX)?).map_err(|error| SourceError::Unreadable(INDEX.to_owned(), error.to_string()))?;
    let mut draft = Draft {
        name: "healthicons".to_owned(),
        title: "Health Icons".to_owned(),
        // The program around them is under the MIT licence; the icons themselves are in the public domain.
        licence: "CC0-1.0".to_owned(),
        licence_link: "https://creativecommons.org/publicdomain/zero/1.0/".to_owned(),
        author: "Health Icons".to_owned(),
        source: "https://healthicons.org/".to_owned(),
        ..Draft::default()
    };
    for icon in icons {
        let path = if icon.path.is_empty() { format!("{}/{}", icon.category, icon.id) } else { icon.path.clone() };
        let file = format!("public/icons/svg/{style}/{path}.svg");
        if !files.has(&file) {
            continue;
        }
        // Codes of other programs are of no use to a reader.
        let tags = icon.tags.into_iter().filter(|tag| !tag.contains(':'));
        draft.symbols.push(DraftSymbol {
            label: icon.title,
            tags: tags.chain([icon.id.replace('_', " "), icon.category]).collect(),
            original: path,
            file: files.whole_name(&file),
            ..DraftSymbol::default()
        });
    }
    Ok(draft)
}
