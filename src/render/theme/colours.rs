//! `theme.yaml`: the colours of a theme, for light and dark, and their contrast.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Fault, ThemeFiles};
use crate::parse::{self, ThemeSettings};
use crate::toolkit::{SettingsFault, line_and_column};

/// The contrast that text needs against what is behind it (WCAG 2.2, 1.4.6, level AAA).
const CONTRAST_MIN: f64 = 7.0;

/// The colours of a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// For a light room.
    pub light: Palette,
    /// For a dark room.
    pub dark: Palette,
    /// How many parts of a guide have a colour of their own; further ones begin again.
    pub parts: usize,
}

/// Colours by name, each as `#rrggbb`.
pub type Palette = BTreeMap<String, String>;

impl Colours {
    /// Reads the colours of a theme, and checks that text can be read on them.
    pub fn read(files: &ThemeFiles<'_>, faults: &mut Vec<Fault>) -> Self {
        let Some(path) = files.files.get("theme.yaml") else {
            faults.push(Fault::new("The theme has no file theme.yaml."));
            return Self::default();
        };
        // A theme of one's own may name only the colours that differ, and takes no pair away that has to be checked.
        let mut settings = ThemeSettings::default();
        let mut broken = Vec::new();
        for path in files.hidden.get("theme.yaml").into_iter().chain([path]) {
            let Some(text) = files.text(path, faults) else { continue };
            let (more, more_faults) = parse::theme(&text);
            let line = |fault: &SettingsFault| line_and_column(&text, fault.span.start).0;
            settings.light.extend(more.light);
            settings.dark.extend(more.dark);
            settings.text.extend(more.text);
            broken.extend(more_faults.iter().map(line));
        }
        settings.text.sort();
        settings.text.dedup();
        let mut fault = |line, what: String| faults.push(Fault { path: Some(path.to_string()), line, what });
        for line in broken {
            fault(Some(line), "This line cannot be read. Each colour stands on a line, such as: ink: \"#1b1a17\"".to_owned());
        }
        for (name, value) in settings.light.iter().chain(&settings.dark) {
            if rgb(value).is_none() {
                fault(None, format!("The colour “{name}” must be written as # and 6 digits, such as #1b1a17."));
            }
        }
        for (mode, palette) in [("light", &settings.light), ("dark", &settings.dark)] {
            for (front, back) in &settings.text {
                let Some((a, b)) = palette.get(front).and_then(|a| rgb(a)).zip(palette.get(back).and_then(|b| rgb(b))) else {
                    fault(None, format!("In {mode}, the colours “{front}” and “{back}” are not both there."));
                    continue;
                };
                let contrast = contrast(a, b);
                if contrast < CONTRAST_MIN {
                    fault(
                        None,
                        format!("In {mode}, “{front}” does not stand out enough on “{back}”: {contrast:.1}. It needs {CONTRAST_MIN}."),
                    );
                }
            }
        }
        let parts = settings.light.keys().filter(|name| is_part(name)).count().max(1);
        Self { light: settings.light, dark: settings.dark, parts }
    }

    /// The colours as variables of a style sheet.
    pub fn css(&self) -> String {
        let mut css = String::from("/* Made from theme.yaml. */\n:root{color-scheme:light dark;");
        push_variables(&self.light, &mut css);
        css.push_str("}\n@media (prefers-color-scheme:dark){:root{");
        push_variables(&self.dark, &mut css);
        css.push_str("}}\n@media print{:root{color-scheme:light;");
        push_variables(&self.light, &mut css);
        css.push_str("}}\n");
        for part in 1..=self.parts {
            let _ = writeln!(css, ".part-{part}{{--part:var(--part-{part});--part-soft:var(--part-{part}-soft)}}");
        }
        css
    }
}

fn push_variables(palette: &Palette, css: &mut String) {
    for (name, colour) in palette.iter().filter(|(_, colour)| rgb(colour).is_some()) {
        let _ = write!(css, "--{}:{colour};", crate::toolkit::slug(name));
    }
}

/// `part-1`, but not `part-1-soft`.
fn is_part(name: &str) -> bool {
    name.strip_prefix("part-").is_some_and(|number| number.parse::<u8>().is_ok())
}

/// Red, green and blue of `#rrggbb`, from 0 to 255.
fn rgb(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The contrast between two colours, from 1 (the same) to 21 (black on white): WCAG 2.2, "contrast ratio".
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let of = |a: &str, b: &str| contrast(rgb(a).unwrap(), rgb(b).unwrap());
        assert!((of("#000000", "#ffffff") - 21.0).abs() < 0.01);
        assert!((of("#777777", "#ffffff") - 4.48).abs() < 0.01);
        assert!((of("#0b4a8f", "#fffdf8") - 8.62).abs() < 0.2);
        assert_eq!(rgb("#12345"), None);
        assert_eq!(rgb("#é2345"), None);
    }
}
