//! `profiles/<name>.yaml` -> [`Profile`].

use super::fields::Fields;
use crate::parse::nearest;
use crate::toolkit::{Choice, Limit, Measure, Profile, Profiles, SettingsFault, SettingsFaultKind, Written};

/// The languages that may have limits of their own.
const LANGUAGES: [&str; 5] = ["cy", "de", "en", "es", "fr"];

/// A profile as it is written: its limits, and the profile that fills its gaps.
struct Draft {
    profile: Profile,
    based_on: Option<Written<String>>,
}

/// Reads profiles from their names and texts, in the order in which a page looks for one that is made for its language.
///
/// With them comes what is wrong with each file.
pub fn profiles<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Profiles, Vec<Vec<SettingsFault>>) {
    let read = |(name, text): (&str, &str)| {
        let mut faults = Vec::new();
        (draft(name, text, &mut faults), faults)
    };
    let (drafts, mut faults): (Vec<Draft>, Vec<_>) = files.into_iter().map(read).unzip();
    let filled = drafts.iter().zip(&mut faults).map(|(draft, faults)| filled(draft, &drafts, faults));
    (Profiles::new(filled.collect()), faults)
}

/// A profile with its gaps filled: from the one on which it is based, then from the one on which that is based, and so on.
fn filled(draft: &Draft, drafts: &[Draft], faults: &mut Vec<SettingsFault>) -> Profile {
    let mut profile = draft.profile.clone();
    let mut seen = vec![draft.profile.name.as_str()];
    let mut next = draft.based_on.as_ref();
    while let Some(name) = next {
        let base = drafts.iter().find(|other| other.profile.name == name.value);
        // What is wrong with another profile is told there.
        let is_own = seen.len() == 1;
        match base {
            None if is_own => {
                let near = nearest(&name.value, drafts.iter().map(|other| other.profile.name.as_str()));
                let nearest = near.first().map(|near| (*near).to_owned());
                faults.push(SettingsFault { span: name.span, kind: SettingsFaultKind::NoBase { name: name.value.clone(), nearest } });
            }
            Some(base) if base.profile.name == draft.profile.name => {
                let own = draft.based_on.as_ref().unwrap_or(name);
                faults.push(SettingsFault { span: own.span, kind: SettingsFaultKind::BaseInCircle(own.value.clone()) });
            }
            Some(base) if !seen.contains(&base.profile.name.as_str()) => {
                profile.fill_from(&base.profile);
                seen.push(&base.profile.name);
                next = base.based_on.as_ref();
                continue;
            }
            _ => {}
        }
        break;
    }
    profile
}

fn draft(name: &str, text: &str, faults: &mut Vec<SettingsFault>) -> Draft {
    let mut fields = super::read(text, 0, faults);
    let mut profile = Profile::default();
    name.clone_into(&mut profile.name);
    profile.title = fields.text("title").unwrap_or_default();
    profile.about = fields.text("about").unwrap_or_default();
    profile.languages = fields.languages("languages");
    let based_on = fields.written("based-on");
    fields.map("limits", |fields| {
        for (word, measure) in Measure::WORDS {
            fields.map(word, |fields| read_limits(fields, *measure, &mut profile));
        }
    });
    fields.finish();
    Draft { profile, based_on }
}

/// Reads the limits of one measure: the common one, and those of languages.
fn read_limits(fields: &mut Fields<'_>, measure: Measure, profile: &mut Profile) {
    let common = limit(fields);
    if common != Limit::default() {
        profile.set(measure, None, common);
    }
    for language in LANGUAGES {
        if let Some(own) = fields.map(language, limit) {
            profile.set(measure, Some(language), own);
        }
    }
}

fn limit(fields: &mut Fields<'_>) -> Limit {
    let mut number = |key| fields.number(key).and_then(|number| u32::try_from(number).ok());
    Limit {
        advice: number("advice"),
        warning: number("warning"),
        strong: number("strong"),
        source: fields.text("source").unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toolkit::Language;

    #[test]
    fn gaps_are_filled_and_slips_are_told() {
        let base = "title: Base\nlimits:\n  page-words: {warning: 9, source: Us}\n  sentence-words:\n    warning: 15\n    source: Us\n    de: {warning: 10, source: Them}\n";
        let own = "title: Own\nbased-on: base\nlanguages: de, fr\nlimits:\n  page-words: {warnin: 1}\n  sentence-words: {warning: 20, source: Me}\n";
        let (profiles, faults) = profiles([("base", base), ("own", own)]);
        assert_eq!(faults.iter().map(Vec::len).collect::<Vec<_>>(), [0, 1], "{faults:#?}");
        let german = Language::new("de").unwrap();
        let own = profiles.find("own").unwrap();
        assert_eq!(own.warning(Measure::SentenceWords, &german), Some(20));
        assert_eq!(own.warning(Measure::PageWords, &german), Some(9));
        assert_eq!(profiles.find("base").unwrap().limit(Measure::SentenceWords, &german).unwrap().source, "Them");
    }

    #[test]
    fn gaps_are_filled_all_the_way_and_bases_that_cannot_be_are_told() {
        let base = "limits:\n  page-words: {warning: 9, source: Us}\n  guide-pages: {warning: 8, source: Us}\n";
        let middle = "based-on: base\nlimits:\n  page-words: {warning: 5, source: Them}\n";
        let (profiles, faults) = profiles([
            ("base", base),
            ("middle", middle),
            ("own", "based-on: middle\n"),
            ("lost", "based-on: midle\n"),
            ("ring-a", "based-on: ring-b\n"),
            ("ring-b", "based-on: ring-a\n"),
            ("outside", "based-on: ring-a\n"),
        ]);
        let own = profiles.find("own").unwrap();
        let english = Language::english();
        assert_eq!((own.warning(Measure::PageWords, &english), own.warning(Measure::GuidePages, &english)), (Some(5), Some(8)));
        let kinds: Vec<_> = faults.into_iter().map(|faults| faults.into_iter().map(|fault| fault.kind).collect::<Vec<_>>()).collect();
        let lost = SettingsFaultKind::NoBase { name: "midle".to_owned(), nearest: Some("middle".to_owned()) };
        let circle = |name: &str| vec![SettingsFaultKind::BaseInCircle(name.to_owned())];
        assert_eq!(kinds, [vec![], vec![], vec![], vec![lost], circle("ring-b"), circle("ring-a"), vec![]]);
    }
}
