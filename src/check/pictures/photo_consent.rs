//! The rule `photo-consent`.

use super::picture_licence::shown;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{AltText, ImageKind, PictureSource, SitePath};

rule! {
    /// A photo of people, where nobody has recorded that they agree.
    ///
    /// # Why it matters
    /// People decide for themselves whether others may see their picture. They may also change their mind.
    ///
    /// # What to do
    /// Ask the people in the photo. Then write it down in the file `pictures.yaml`.
    ///
    /// ```yaml
    /// photos:
    ///   /our-guide/meeting.jpg:
    ///     people: yes
    ///     consent: 1 May 2026
    ///     consent-until: 1 May 2028
    /// ```
    ///
    /// The path begins in the folder `content`. Write `people: no` when nobody can be seen in it.
    ///
    /// # Sources
    /// - UK GDPR: a photo in which somebody can be recognised is personal data.
    /// - Information Commissioner's Office, *Consent*: record who agreed, when and to what.
    "photo-consent", Pictures, Warning, Run::Page(run)
}

/// Words of descriptions that tell of people: English and Welsh.
const PEOPLE: [&str; 41] = [
    "person", "people", "man", "men", "woman", "women", "child", "children", "boy", "boys", "girl", "girls", "baby", "group", "team",
    "crowd", "family", "families", "friend", "friends", "face", "faces", "somebody", "someone", "members", "staff", "nurse", "doctor",
    "worker", "workers", "speaker", "audience", "couple", "pobl", "person", "dyn", "dynes", "menyw", "plentyn", "plant", "teulu",
];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let mut told: Vec<&SitePath> = Vec::new();
    for (paired, _, span) in super::all(view) {
        let PictureSource::File(path) = &paired.source else { continue };
        let is_photo = paired.image.as_ref().is_ok_and(|image| image.kind == ImageKind::Photo);
        if !is_photo || told.contains(&path) {
            continue;
        }
        let record = view.picture_list.record(path);
        let shows_people = record.and_then(|record| record.people).unwrap_or_else(|| tells_of_people(paired.alt.as_ref()));
        let consent = record.and_then(|record| record.consent);
        let until = record.and_then(|record| record.consent_until);
        let name = path.file_name();
        if consent.is_none() && until.is_none() && shows_people {
            told.push(path);
            report.find(span, format!("The photo {name} shows people. Nobody has recorded that they agree to it."), "");
        } else if let Some(until) = until.filter(|until| *until < view.today) {
            told.push(path);
            let what = format!("The people in the photo {name} agreed to it until {}. That day is past.", shown(until));
            report.find(span, what, "Ask them again, or take another picture. Then change pictures.yaml.");
        }
    }
}

/// Whether a description tells of people.
fn tells_of_people(alt: Option<&AltText>) -> bool {
    let Some(AltText::Describes(words)) = alt else { return false };
    words.split(|c: char| !c.is_alphanumeric()).any(|word| PEOPLE.contains(&word.to_lowercase().as_str()))
}
