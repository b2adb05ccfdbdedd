//! The profiles that come with Alongside.

use alongside::disk;
use alongside::parse;
use alongside::toolkit::{Choice, Language, Measure, Snapshot};
use jiff::civil::date;

fn texts() -> Vec<(String, String)> {
    let mut snapshot = Snapshot::new(date(2026, 11, 22));
    disk::insert_builtin(&mut snapshot);
    let text = |path| parse::decode(&snapshot.read(path).unwrap()).text.to_string();
    snapshot.files_in("profiles").map(|(path, _)| (path.stem().to_owned(), text(path))).collect()
}

#[test]
fn every_profile_is_read_and_every_number_has_its_source() {
    let texts = texts();
    let (profiles, faults) = parse::profiles(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    assert!(faults.iter().all(Vec::is_empty), "{faults:#?}");
    let names: Vec<&str> = profiles.all().iter().map(|profile| profile.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "au-easy-english",
            "easy-read-standard",
            "falc",
            "inclusion-europe",
            "lectura-facil",
            "leichte-sprache",
            "plain-english",
            "uk-easy-read"
        ]
    );
    for profile in profiles.all() {
        assert!(!profile.title.is_empty() && !profile.about.is_empty(), "{}", profile.name);
        for (measure, language, limit) in profile.limits() {
            assert!(limit.source.len() > 5, "{}: {measure:?} {language:?} has no source", profile.name);
            let steps: Vec<u32> = [limit.advice, limit.warning, limit.strong].into_iter().flatten().collect();
            assert!(!steps.is_empty() && steps.is_sorted(), "{}: {measure:?} {language:?}: {limit:?}", profile.name);
        }
        for (_, measure) in Measure::WORDS {
            assert!(profile.limit(*measure, &Language::english()).is_some(), "{} says nothing of {measure:?}", profile.name);
        }
    }
}

#[test]
fn sentences_have_the_limits_of_their_language() {
    let texts = texts();
    let (profiles, _) = parse::profiles(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let uk = profiles.find("uk-easy-read").unwrap();
    let warnings =
        ["en", "cy", "de", "fr", "es", "ar"].map(|tag| uk.warning(Measure::SentenceWords, &Language::new(tag).unwrap()).unwrap());
    assert_eq!(warnings, [15, 15, 10, 12, 15, 15]);
}
