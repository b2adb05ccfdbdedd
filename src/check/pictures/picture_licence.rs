//! The rule `picture-licence`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run, SiteView};
use crate::toolkit::{Found, LinkTarget, Pack, PackFaultKind, PictureSource, SettingsFaultKind, SymbolId, Terms};

rule! {
    /// A picture that is used against its licence.
    ///
    /// # Why it matters
    /// The people who made the picture decide how it may be used. To use it in another way breaks the law.
    ///
    /// # What to do
    /// Take another picture, or ask the people who made it.
    ///
    /// The file `pack.yaml` of a pack says what its licence allows: `licence`, `commercial`, `until` and `limit`. For a file from
    /// somebody else, beside your page, `pictures.yaml` says it. A file of which it says nothing counts as your own.
    ///
    /// # Sources
    /// - The law of copyright, and the licence of each pack.
    "picture-licence", Pictures, Error, Run::PageAndSite(run, run_site)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let mut told: BTreeSet<(String, &'static str)> = BTreeSet::new();
    let mut before: Option<&PictureSource> = None;
    for (paired, _, span) in super::all(view) {
        // Most pages have pictures of one pack, all under its licence.
        if before.is_some_and(|before| is_under_the_same(before, &paired.source, view)) {
            continue;
        }
        before = Some(&paired.source);
        let Some((name, terms)) = terms(&paired.source, view.library, view.picture_list) else { continue };
        let no_licence = no_licence(&paired.source, view);
        for (key, what, todo) in faults(&name, &terms, view).into_iter().chain(no_licence) {
            // A page with many pictures of one pack hears it once.
            if told.insert((name.clone(), key)) {
                report.find(span, what, todo);
            }
        }
    }
    given_away(view, report);
}

/// Whether two pictures come from one pack and under its own licence.
fn is_under_the_same(one: &PictureSource, other: &PictureSource, view: &PageView<'_>) -> bool {
    let (PictureSource::Symbol(pack, first), PictureSource::Symbol(same, second)) = (one, other) else { return false };
    let found = if pack == same { view.library.pack(&pack.0) } else { None };
    let is_packs = |pack: &Pack, id: &SymbolId| matches!(pack.find(&id.0), Found::One(symbol) if symbol.licence.is_none());
    found.is_some_and(|pack| !pack.has_other_licences() || is_packs(pack, first) && is_packs(pack, second))
}

/// A file that somebody else made, as it is written down, and under no licence.
fn no_licence(source: &PictureSource, view: &PageView<'_>) -> Option<(&'static str, String, String)> {
    let PictureSource::File(path) = source else { return None };
    let record = view.picture_list.record(path).filter(|record| record.terms.licence.is_empty())?;
    let maker = record.author.as_ref().or(record.credit.as_ref())?;
    let cover = view.site.guide_of(view.place).map(|(_, cover)| cover);
    let by = [view.place.front.by.as_ref(), cover.and_then(|cover| cover.front.by.as_ref()), view.config.organisation.name.as_ref()];
    // What an organisation made itself, it may use.
    if by.into_iter().flatten().any(|by| by.trim().eq_ignore_ascii_case(maker.trim())) {
        return None;
    }
    let what = format!("“{maker}” made the picture “{}”. Nobody has written down its licence.", path.file_name());
    Some((
        "licence",
        what,
        "Ask how you may use it. Then write it down in pictures.yaml, in a line such as “licence: CC-BY-4.0”.".to_owned(),
    ))
}

/// Links to picture files that readers may see in the guide and not take away as files.
fn given_away(view: &PageView<'_>, report: &mut Report<'_>) {
    for link in &view.paired.page.links {
        let LinkTarget::File(path) = &link.target else { continue };
        let of_pack = view.library.pack_of(path).map(|pack| &pack.facts.terms);
        let terms = of_pack.or_else(|| Some(&view.picture_list.record(path)?.terms));
        if terms.is_some_and(|terms| !terms.may_be_redistributed()) {
            let what = format!("This link gives the file {} to readers. Its licence does not allow that.", path.file_name());
            report.find(link.span, what, "Take the link away. You may still show the picture: ![What it shows](its name).");
        }
    }
}

/// What a picture comes from, for messages, and how it may be used. `None` when nothing is recorded.
fn terms(source: &PictureSource, library: &crate::pair::Library, list: &crate::toolkit::PictureList) -> Option<(String, Terms)> {
    match source {
        PictureSource::Symbol(name, id) => {
            let pack = library.pack(&name.0)?;
            let own = if let Found::One(symbol) = pack.find(&id.0) { symbol.licence.clone() } else { None };
            let terms = own.map_or_else(|| pack.facts.terms.clone(), |licence| Terms { licence, ..pack.facts.terms.clone() });
            Some((format!("the pack “{}”", name.0), terms))
        }
        PictureSource::File(path) if let Some(pack) = library.pack_of(path) => {
            Some((format!("the pack “{}”", pack.name.0), pack.facts.terms.clone()))
        }
        PictureSource::File(path) => Some((format!("the picture “{}”", path.file_name()), list.record(path)?.terms.clone())),
        PictureSource::Unknown => None,
    }
}

fn faults(name: &str, terms: &Terms, view: &PageView<'_>) -> Vec<(&'static str, String, String)> {
    let mut faults = Vec::new();
    if view.config.commercial && !terms.is_commercial() {
        let what = format!("The licence of {name} does not allow sites that make money.");
        faults.push(("commercial", what, "Take a picture from another pack. Or write in alongside.yaml: commercial: no".to_owned()));
    }
    let page_date = view.place.front.date.or_else(|| view.site.guide_of(view.place).and_then(|(_, cover)| cover.front.date));
    if let Some(until) = terms.until
        && page_date.unwrap_or(view.today) > until
    {
        let what = format!("The licence of {name} ended on {}. This page is newer.", shown(until));
        faults.push(("until", what, "Take another picture, or make the licence longer. Then change “until”.".to_owned()));
    }
    faults
}

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    for fault in view.pack_faults() {
        if let PackFaultKind::Settings(settings) = &fault.kind
            && settings.kind == SettingsFaultKind::Missing("licence")
        {
            let todo = "Add a line such as “licence: CC0-1.0”. The people who drew the symbols say which licence it is.";
            report.find_at(fault.path.as_str(), None, "This pack does not say under which licence its pictures may be used.", todo);
        }
    }
    for picture in view.pictures {
        let found = terms(&picture.paired.source, view.library, view.picture_list);
        if let Some((name, _)) = found.filter(|(_, terms)| view.config.commercial && !terms.is_commercial()) {
            let what = format!("The licence of {name} does not allow sites that make money.");
            report.find_at(picture.path.as_str(), Some(picture.written.span), what, "");
        }
    }
    limits(view, report);
}

/// Packs of which more symbols are used than their licence allows.
fn limits(view: &SiteView<'_>, report: &mut Report<'_>) {
    let mut used: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for source in view.used_pictures {
        let found = match source {
            PictureSource::Symbol(pack, id) => Some((&pack.0, &*id.0)),
            // A page may name the file of a symbol.
            PictureSource::File(path) => view.library.pack_of(path).map(|pack| {
                let symbol = pack.symbols().iter().find(|symbol| symbol.file == *path);
                (&pack.name.0, symbol.map_or(path.as_str(), |symbol| &symbol.id.0))
            }),
            PictureSource::Unknown => None,
        };
        if let Some((pack, symbol)) = found {
            used.entry(pack).or_default().insert(symbol);
        }
    }
    for pack in view.packs {
        let count = used.get(&*pack.name.0).map_or(0, BTreeSet::len);
        if let Some(limit) = pack.facts.terms.limit.filter(|limit| count > *limit) {
            let what = format!("Your toolkit uses {count} symbols of the pack “{}”. Its licence allows {limit}.", pack.name.0);
            let todo = "Use some of them less, or ask for a larger licence. Then change “limit”.";
            report.find_at(&format!("symbols/{}/pack.yaml", pack.name.0), None, what, todo);
        }
    }
}

/// A day as people write it.
pub fn shown(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
