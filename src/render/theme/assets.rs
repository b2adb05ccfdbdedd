//! Styles, scripts, fonts and images of a theme -> files of the site, named by their contents.

use std::sync::Arc;

use super::colours::Colours;
use super::interface::FALLBACK;
use super::{Fault, Interface, ThemeFiles};
use crate::toolkit::{ContentHash, Language, PrintSize, Route, SitePath};

/// A file of the theme that is published.
#[derive(Clone, Debug)]
pub struct ThemeAsset {
    /// Its name in the theme.
    pub name: String,
    /// Its address.
    pub route: Route,
    /// Its contents.
    pub bytes: Arc<[u8]>,
}

/// Makes the assets of a theme: one style sheet, one script, and every font and image.
pub fn make(files: &ThemeFiles<'_>, colours: &Colours, interface: &Interface, faults: &mut Vec<Fault>) -> Vec<ThemeAsset> {
    let mut assets = Vec::new();
    for (folder, endings) in [("fonts", &[".woff2"][..]), ("images", &[".svg", ".png"][..])] {
        for (name, path) in files.of_kind(folder, endings) {
            if let Some(asset) = plain_asset(files, name, path, faults) {
                assets.push(asset);
            }
        }
    }
    let mut css = colours.css();
    for (_, path) in files.of_kind("styles", &[".css"]) {
        if let Some(text) = files.text(path, faults) {
            css.push_str(&with_addresses(&text, path, &assets, faults));
        }
    }
    css.push_str(&page_numbers(interface));
    let mut script = String::new();
    for (_, path) in files.of_kind("scripts", &[".js"]) {
        if let Some(text) = files.text(path, faults) {
            script.push_str(&text);
        }
    }
    assets.push(asset("style.css", "style", "css", css.into_bytes().into()));
    if !script.is_empty() {
        assets.push(asset("script.js", "script", "js", script.into_bytes().into()));
    }
    assets
}

/// The numbers of printed pages, in words of every language: "4 of 12", in letters as large as those of the text.
///
/// What stands in the margin of a printed page knows nothing of the page's elements, so each language and size has a
/// kind of page of its own.
fn page_numbers(interface: &Interface) -> String {
    let mut css = String::new();
    for language in interface.languages() {
        let Some(parsed) = Language::new(language) else { continue };
        let words = css_string(&interface.say(&parsed, "page-of", &[("n", "\u{1}"), ("total", "\u{2}")]));
        let content = words.replace('\u{1}', "\" counter(page) \"").replace('\u{2}', "\" counter(pages) \"");
        for size in [PrintSize::Print, PrintSize::Large, PrintSize::Giant] {
            let (word, letters) = (size.word(), size.letters_pt());
            // Pages in a language that the theme does not speak have English numbers.
            let pages = if language == FALLBACK { String::new() } else { format!(":lang({language})") };
            css.push_str(&format!(
                "@page al-{language}-{word}{{size:A4;margin:16mm 16mm 22mm;@bottom-center{{content:{content};\
                 font:700 {letters}pt \"Atkinson Hyperlegible Next\",sans-serif}}}}\n\
                 @media print{{.size-{word}{pages}{{page:al-{language}-{word}}}}}\n"
            ));
        }
    }
    css
}

/// Text between quotes, as style sheets have it.
fn css_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
}

fn asset(name: &str, stem: &str, extension: &str, bytes: Arc<[u8]>) -> ThemeAsset {
    ThemeAsset { name: name.to_owned(), route: Route::asset(stem, &ContentHash::of(&bytes), extension), bytes }
}

fn plain_asset(files: &ThemeFiles<'_>, name: &str, path: &SitePath, faults: &mut Vec<Fault>) -> Option<ThemeAsset> {
    let bytes = files.bytes(path, faults)?;
    let extension = path.extension();
    let bytes = match extension.as_str() {
        "svg" => match crate::render::image::clean_drawing(&bytes) {
            Ok(drawing) => drawing.text.into_bytes().into(),
            Err(_) => {
                faults.push(Fault { path: Some(path.to_string()), ..Fault::new("This drawing cannot be read.") });
                return None;
            }
        },
        _ => bytes,
    };
    Some(asset(name, path.stem(), &extension, bytes))
}

/// Puts the addresses of fonts and images into a style sheet: `url(../fonts/x.woff2)` names a file of the theme.
fn with_addresses(css: &str, path: &SitePath, assets: &[ThemeAsset], faults: &mut Vec<Fault>) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("url(") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let Some(end) = from.find(')') else { break };
        let written = from[4..end].trim().trim_matches(['"', '\'']);
        match assets.iter().find(|asset| written.strip_prefix("../") == Some(&asset.name)) {
            // Style sheet, fonts and images lie side by side in `assets/`.
            Some(asset) => out.push_str(&format!("url({})", asset.route.as_str().trim_start_matches("assets/"))),
            None => {
                let line = css[..css.len() - rest.len() + at].matches('\n').count() + 1;
                let what =
                    format!("The style sheet names “{written}”. There is no such file in the folders fonts and images of the theme.");
                faults.push(Fault { path: Some(path.to_string()), line: Some(line), what });
            }
        }
        rest = &from[end + 1..];
    }
    out.push_str(rest);
    out
}
