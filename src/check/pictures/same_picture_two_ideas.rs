//! The rule `same-picture-two-ideas`.

use rustc_hash::FxHashMap;

use crate::check::rule::rule;
use crate::check::{Report, Run, SiteView};
use crate::toolkit::{PictureSource, SitePath};

rule! {
    /// One picture that stands for two hard words.
    ///
    /// # Why it matters
    /// Readers cannot tell the two words apart by their picture.
    ///
    /// # What to do
    /// Find another picture for one of them: `alongside pictures find`, and a word for it.
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: one picture means one thing.
    "same-picture-two-ideas", Pictures, Warning, Run::Site(run)
}

/// The first place in which a picture stands for a hard word.
struct First<'a> {
    word: &'a str,
    path: &'a SitePath,
    /// Its line, where it is on a page.
    line: Option<u32>,
}

fn run(view: &SiteView<'_>, report: &mut Report<'_>) {
    let mut first: FxHashMap<&PictureSource, First<'_>> = FxHashMap::default();
    // The word list comes first: it is where a picture is settled.
    for picture in view.pictures.iter().filter(|picture| picture.paired.image.is_ok()) {
        let Some(word) = picture.word.as_deref() else { continue };
        let known = first.entry(&picture.paired.source).or_insert(First { word, path: &picture.path, line: None });
        if known.word != word {
            let what = words(&picture.paired.source, word, known, &picture.path);
            report.find_at(picture.path.as_str(), Some(picture.written.span), what, "");
        }
    }
    for page in view.uses {
        for row in &page.rows {
            let Some(word) = row.hard_word.as_deref() else { continue };
            let source = page.picture(row);
            let known = first.entry(source).or_insert(First { word, path: &page.path, line: Some(row.line) });
            if known.word != word {
                report.find_at(page.path.as_str(), Some(row.span), words(source, word, known, &page.path), "");
            }
        }
    }
}

fn words(source: &PictureSource, word: &str, known: &First<'_>, here: &SitePath) -> String {
    let place = match known.line {
        Some(line) if known.path == here => format!("in line {line}"),
        Some(line) => format!("in {}, line {line}", known.path),
        None => format!("in {}", known.path),
    };
    format!("The picture “{}” stands for “{word}” here. It stands for “{}” {place}.", source.name(), known.word)
}
