//! A sheet of pictures, to look at: every symbol of some packs at 24 mm and at 96 px, in colour and in grey. One file that
//! stands by itself.

use serde::Serialize;
use tera::Context;

use crate::render::Theme;
use crate::render::image::clean_drawing;
use crate::render::theme::Fault;
use crate::toolkit::{Language, Pack, Snapshot};

#[derive(Serialize)]
struct PackView<'a> {
    title: &'a str,
    licence: &'a str,
    symbols: Vec<SymbolView<'a>>,
}

#[derive(Serialize)]
struct SymbolView<'a> {
    id: &'a str,
    label: &'a str,
    description: &'a str,
    /// The picture itself, as an address that holds it.
    data: String,
}

/// The sheet of these packs.
///
/// # Errors
/// The theme's template does not work.
pub fn sheet(packs: &[&Pack], theme: &Theme, language: &Language, snapshot: &Snapshot) -> Result<String, Fault> {
    let view = |pack: &&'_ Pack| -> serde_json::Value {
        let symbols = pack.symbols().iter().filter_map(|symbol| {
            let bytes = snapshot.read(&symbol.file).ok()?;
            let data = match symbol.file.extension().as_str() {
                "svg" => format!("data:image/svg+xml,{}", percent(clean_drawing(&bytes).ok()?.text.as_bytes())),
                "jpg" | "jpeg" => format!("data:image/jpeg,{}", percent(&bytes)),
                kind => format!("data:image/{kind},{}", percent(&bytes)),
            };
            Some(SymbolView { id: &symbol.id.0, label: symbol.label_in(language), description: symbol.description_in(language), data })
        });
        let view = PackView { title: &pack.facts.title, licence: &pack.facts.terms.licence, symbols: symbols.collect() };
        serde_json::to_value(view).unwrap_or_default()
    };
    let mut context = Context::new();
    context.insert("packs", &packs.iter().map(view).collect::<Vec<_>>());
    context.insert("lang", language.as_str());
    theme.render("sheet.html", &context)
}

/// Bytes as they may stand in an address.
fn percent(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        if byte.is_ascii_alphanumeric() || b" -_.!~*()/=:,;".contains(byte) {
            text.push(char::from(*byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}
