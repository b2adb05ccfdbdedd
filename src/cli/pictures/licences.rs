//! `alongside pictures licences`: the ledger of every picture that the site shows.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::toolkit::Toolkit;
use super::{Format, print_json};
use crate::cli::End;
use crate::cli::say::say;
use crate::disk::Error;
use crate::toolkit::{Found, Pack, PictureRecord, PictureSource, SitePath, Terms};

/// What is used of a pack under one licence.
struct Share<'a> {
    pack: &'a Pack,
    terms: Terms,
    /// Who drew these, when somebody else did than the author of the pack.
    symbols: Vec<(String, Option<String>)>,
}

/// Tells the ledger.
pub fn run(format: Format) -> Result<End, Error> {
    let toolkit = Toolkit::read()?;
    let used = toolkit.stand.used_pictures();
    let shares = shares(&toolkit, &used);
    let list = &toolkit.site().pictures;
    let files: Vec<(&SitePath, Option<&PictureRecord>)> = used
        .iter()
        .filter_map(|source| if let PictureSource::File(path) = source { Some((path, list.record(path))) } else { None })
        .collect();
    if format == Format::Json {
        let files: Vec<Value> = files.iter().map(|(path, record)| file_json(path, *record)).collect();
        print_json(&json!({ "version": 1, "packs": shares.iter().map(share_json).collect::<Vec<_>>(), "files": files }));
        return Ok(End::Fine);
    }
    if shares.is_empty() && files.is_empty() {
        say!("Your toolkit shows no pictures yet.");
    }
    for share in &shares {
        tell_share(share);
    }
    if !files.is_empty() {
        say!("Files of your own");
        for (path, record) in &files {
            say!("  {path}: {}", file_words(*record).join(", "));
        }
    }
    Ok(End::Fine)
}

fn shares<'a>(toolkit: &'a Toolkit, used: &BTreeSet<PictureSource>) -> Vec<Share<'a>> {
    let mut shares: BTreeMap<(String, String), Share<'a>> = BTreeMap::new();
    for source in used {
        let PictureSource::Symbol(name, id) = source else { continue };
        let Some(pack) = toolkit.site().library.pack(&name.0) else { continue };
        let Found::One(symbol) = pack.find(&id.0) else { continue };
        let terms =
            Terms { licence: symbol.licence.clone().unwrap_or_else(|| pack.facts.terms.licence.clone()), ..pack.facts.terms.clone() };
        let key = (name.0.to_string(), terms.licence.clone());
        let share = shares.entry(key).or_insert_with(|| Share { pack, terms, symbols: Vec::new() });
        share.symbols.push((symbol.id.0.to_string(), symbol.author.clone()));
    }
    shares.into_values().collect()
}

fn yes_no(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}

fn tell_share(share: &Share<'_>) {
    let facts = &share.pack.facts;
    say!("{} (symbols/{})", facts.title, share.pack.name.0);
    let limit = share.terms.limit.map_or_else(String::new, |limit| format!(" of {limit} that the licence allows"));
    say!("  used: {}{limit}", share.symbols.len());
    say!("  licence: {}", if share.terms.licence.is_empty() { "nobody says" } else { &share.terms.licence });
    if let Some(author) = &facts.author {
        say!("  author: {author}");
    }
    if let Some(credit) = &facts.credit {
        say!("  credit: {credit}");
    }
    say!("  for sites that make money: {}", yes_no(share.terms.is_commercial()));
    say!("  may be given to others as files: {}", yes_no(share.terms.may_be_redistributed()));
    if let Some(until) = share.terms.until {
        say!("  until: {until}");
    }
    say!("  looked at by people for whom it is meant: {}\n", facts.reviewed.as_deref().unwrap_or("nobody yet"));
}

fn share_json(share: &Share<'_>) -> Value {
    let facts = &share.pack.facts;
    let symbols: Vec<Value> = share.symbols.iter().map(|(id, author)| json!({ "id": id, "author": author })).collect();
    json!({
        "pack": &*share.pack.name.0,
        "title": facts.title,
        "licence": share.terms.licence,
        "licence-link": facts.licence_link,
        "author": facts.author,
        "credit": facts.credit,
        "source": facts.source,
        "commercial": share.terms.is_commercial(),
        "redistribute": share.terms.may_be_redistributed(),
        "until": share.terms.until.map(|date| date.to_string()),
        "limit": share.terms.limit,
        "reviewed": facts.reviewed,
        "symbols": symbols,
    })
}

fn file_words(record: Option<&PictureRecord>) -> Vec<String> {
    let Some(record) = record else { return vec!["nothing is recorded".to_owned()] };
    let mut words = Vec::new();
    let licence = Some(record.terms.licence.clone()).filter(|licence| !licence.is_empty());
    for (name, value) in [
        ("licence", licence),
        ("author", record.author.clone()),
        ("credit", record.credit.clone()),
        ("until", record.terms.until.map(|date| date.to_string())),
        ("people", record.people.map(|people| yes_no(people).to_owned())),
        ("consent", record.consent.map(|date| date.to_string())),
        ("consent until", record.consent_until.map(|date| date.to_string())),
    ] {
        words.extend(value.map(|value| format!("{name}: {value}")));
    }
    words
}

fn file_json(path: &SitePath, record: Option<&PictureRecord>) -> Value {
    let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
    json!({
        "file": path.as_str(),
        "recorded": record.is_some(),
        "licence": record.map(|record| &record.terms.licence).filter(|licence| !licence.is_empty()),
        "author": record.and_then(|record| record.author.as_ref()),
        "credit": record.and_then(|record| record.credit.as_ref()),
        "commercial": record.map(|record| record.terms.is_commercial()),
        "until": date(record.and_then(|record| record.terms.until)),
        "people": record.and_then(|record| record.people),
        "consent": date(record.and_then(|record| record.consent)),
        "consent-until": date(record.and_then(|record| record.consent_until)),
    })
}
