//! `pictures.yaml` -> [`PictureList`].

use super::fields::Fields;
use super::node::{Entry, Value};
use crate::toolkit::{PictureList, PicturePhrase, PictureRecord, SettingsFault, SitePath, Terms, Written};

/// Reads `pictures.yaml`: lines `phrase: picture`, and under `photos` what is recorded about files.
pub fn picture_list(text: &str) -> (PictureList, Vec<SettingsFault>) {
    let mut faults = Vec::new();
    let mut fields = super::read(text, 0, &mut faults);
    let photos = fields.entries("photos");
    let records = photos.into_iter().filter_map(|entry| record(&mut fields, entry)).collect();
    let phrases = fields.all();
    let phrases = phrases.into_iter().filter_map(|entry| phrase(&mut fields, entry)).collect();
    (PictureList { phrases, records }, faults)
}

fn phrase(fields: &mut Fields<'_>, (name, node): Entry) -> Option<PicturePhrase> {
    match node.value {
        Value::Text(picture) if !picture.trim().is_empty() => Some(PicturePhrase {
            phrase: name.value,
            picture: Written { value: picture.trim().to_owned(), span: node.span },
            span: name.span,
        }),
        _ => {
            fields.needs_words(&name.value, &node);
            None
        }
    }
}

fn record(fields: &mut Fields<'_>, (name, node): Entry) -> Option<PictureRecord> {
    let Value::Map(inside) = node.value else {
        fields.needs_lines(&name.value, &node);
        return None;
    };
    let path = SitePath::new("content").and_then(|content| content.join(name.value.trim_start_matches('/')));
    let around = name.value.clone();
    let mut inside = fields.inside(&around, inside);
    let record = PictureRecord {
        written: name,
        path,
        author: inside.text("author"),
        credit: inside.text("credit"),
        terms: terms(&mut inside),
        people: inside.flag("people"),
        consent: inside.date("consent"),
        consent_until: inside.date("consent-until"),
    };
    inside.finish();
    Some(record)
}

/// Reads how pictures may be used.
pub fn terms(fields: &mut Fields<'_>) -> Terms {
    Terms {
        licence: fields.text("licence").unwrap_or_default(),
        commercial: fields.flag("commercial"),
        until: fields.date("until"),
        limit: fields.number("limit").and_then(|limit| usize::try_from(limit).ok()),
        redistribute: fields.flag("redistribute"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn phrases_and_records_are_read() {
        let (list, faults) = picture_list(
            "co-production: co-production\nhave your say: openmoji/megaphone\nphotos:\n  /guide/hall.jpg:\n    author: Our DPO\n    \
             licence: CC-BY-NC-4.0\n    people: yes\n    consent: 1 May 2026\n    consent-until: 2027-05-01\n",
        );
        assert_eq!(faults, []);
        let phrases: Vec<_> = list.phrases.iter().map(|phrase| (phrase.phrase.as_str(), phrase.picture.value.as_str())).collect();
        assert_eq!(phrases, [("co-production", "co-production"), ("have your say", "openmoji/megaphone")]);
        let record = list.record(&SitePath::new("content/guide/hall.jpg").unwrap()).unwrap();
        assert_eq!((record.people, record.consent, record.consent_until), (Some(true), Some(date(2026, 5, 1)), Some(date(2027, 5, 1))));
        assert!(!record.terms.is_commercial());
    }

    #[test]
    fn what_does_not_fit_is_told_and_the_rest_is_kept() {
        let (list, faults) = picture_list("a: [x]\nb: listen\nphotos:\n  x.jpg: yes\n  y.jpg:\n    licens: x\n    consent: 31 June 2026\n");
        assert_eq!((list.phrases.len(), list.records.len()), (1, 1));
        assert_eq!(faults.len(), 4, "{faults:#?}");
    }
}
