//! The rule `settings`.

use crate::check::report::{one_of, short};
use crate::check::rule::rule;
use crate::check::{Report, Run, SiteView};
use crate::parse::nearest;
use crate::toolkit::SettingsFaultKind;

rule! {
    /// Something in `alongside.yaml` or `words.yaml` that Alongside cannot read.
    ///
    /// # Why it matters
    /// These files hold for every page. A slip here changes the whole site.
    ///
    /// # What to do
    /// Write one setting on a line: its name, a colon, a blank, and its value. Move what belongs to a setting in by 2 blanks below it.
    ///
    /// # Sources
    /// - Our own: the source format.
    "settings", Toolkit, Error, Run::Site(run)
}

fn run(view: &SiteView<'_>, report: &mut Report<'_>) {
    for (path, faults) in view.settings {
        for fault in faults {
            let (what, todo) = words(&fault.kind, "");
            let span = (!matches!(fault.kind, SettingsFaultKind::Missing(_))).then_some(fault.span);
            report.find_at(path.as_str(), span, what, todo);
        }
    }
    let packs: Vec<&str> = view.packs.iter().map(|pack| &*pack.name.0).collect();
    let themes: Vec<&str> = view.themes.iter().map(String::as_str).collect();
    let profiles: Vec<&str> = view.profiles.all().iter().map(|profile| profile.name.as_str()).collect();
    let config = view.config;
    for (names, thing, folder, known) in [
        (config.symbols.iter().collect::<Vec<_>>(), "pack of symbols", "symbols/", &packs),
        (config.theme.iter().collect(), "theme", "themes/", &themes),
        (config.profile.iter().collect(), "profile", "profiles/", &profiles),
    ] {
        for name in names.into_iter().filter(|name| !known.contains(&name.value.as_str())) {
            let (what, todo) = unknown(&name.value, thing, folder, known);
            report.find_at(view.config_path.as_str(), Some(name.span), what, todo);
        }
    }
}

/// What is wrong with the name of something that is not there, and what to do about it.
pub fn unknown(name: &str, thing: &str, folder: &str, known: &[&str]) -> (String, String) {
    let near = nearest(name, known.iter().copied());
    let todo = if near.is_empty() {
        format!("Put it into a folder of that name in {folder}. Or take the name away here.")
    } else {
        format!("Did you mean {}?", one_of(&near))
    };
    (format!("There is no {thing} called “{}”.", short(name)), todo)
}

/// What is wrong with a setting, and what to do about it. `written` is the line as it is written.
pub fn words(kind: &SettingsFaultKind, written: &str) -> (String, String) {
    match kind {
        SettingsFaultKind::NotReadable(why) if why.starts_with("it is longer") => {
            (format!("This is too long to read: {why}."), "Move the text behind the head of the page.".to_owned())
        }
        SettingsFaultKind::NotReadable(_) => {
            let line = if written.trim().is_empty() { String::new() } else { format!(": “{}”", short(written)) };
            (format!("Alongside cannot read this line{line}."), String::new())
        }
        SettingsFaultKind::NotClosed => (
            "The head of the page has no end.".to_owned(),
            "Put a line with three hyphens, ---, behind the last fact about the page.".to_owned(),
        ),
        SettingsFaultKind::NotAMap => (
            "This is not a name with a value.".to_owned(),
            "Write a name, a colon, a blank and a value, such as “title: Working together”.".to_owned(),
        ),
        SettingsFaultKind::UnknownKey { key, nearest, known } => {
            let todo = match nearest {
                Some(near) => format!("Did you mean “{near}”?"),
                None => format!("Take the line away. These names may stand here: {}.", known.join(", ")),
            };
            (format!("Alongside does not know the name “{}”.", short(key)), todo)
        }
        SettingsFaultKind::WrongType { key, needs, found } => {
            (format!("“{key}” needs {needs}. Here it is {}.", short(found)), format!("Give “{key}” {needs}."))
        }
        SettingsFaultKind::UnknownValue { key, value, known, nearest } => {
            let todo = match nearest {
                Some(near) => format!("Did you mean “{near}”?"),
                None => format!("Write {}.", one_of(known)),
            };
            (format!("“{key}” cannot be “{}”. It can be {}.", short(value), one_of(known)), todo)
        }
        SettingsFaultKind::BadDate { key, value } => (
            format!("“{}” is not a date that Alongside can read, or there is no such day.", short(value)),
            format!("Write the day, the month as a word, and the year, such as “{key}: 22 November 2026”."),
        ),
        SettingsFaultKind::Repeated(key) => {
            (format!("“{key}” stands here a second time. Only the first one counts."), "Take one of the two away.".to_owned())
        }
        SettingsFaultKind::MovedIn(key) => (
            format!("“{key}” is moved in, so it reads as a part of the line above."),
            format!("Take blanks away before “{key}”, until it begins right below the name above."),
        ),
        SettingsFaultKind::Missing(key) => (format!("“{key}” is missing."), format!("Add a line “{key}: …”.")),
        SettingsFaultKind::NoBase { name, nearest } => {
            let todo = match nearest {
                Some(near) => format!("Did you mean “{near}”?"),
                None => "Write the name of another profile. Or take the line away.".to_owned(),
            };
            (format!("There is no profile called “{}”.", short(name)), todo)
        }
        SettingsFaultKind::BaseInCircle(name) => (
            format!("This profile is based on “{}”, which is based on this profile.", short(name)),
            "Take the line “based-on” out of one of them.".to_owned(),
        ),
    }
}
