//! The rule `picture-missing`.

use crate::check::report::{one_of, short};
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run, SiteView};
use crate::pair::Search;
use crate::parse::picture_target;
use crate::toolkit::{PICTURES_FILE, PictureFault, PictureTarget, SitePath};

rule! {
    /// A picture that is not there.
    ///
    /// # Why it matters
    /// Readers would see an empty place where the picture should help them.
    ///
    /// # What to do
    /// Check the name. Capital letters count. A name with an ending such as .jpg is a file beside the page. Any other name is a symbol.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listne) We listen to you.
    /// ```
    /// ```markdown pass
    /// ![](listen) We listen to you.
    /// ```
    ///
    /// # Sources
    /// - Our own: a fact.
    "picture-missing", Pictures, Error, Run::PageAndSite(run, run_site)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for (paired, _, span) in super::all(view) {
        if let Err(fault) = &paired.image
            && let Some((what, todo)) = words(fault, &written_name(span.of(view.source)))
        {
            report.find(span, what, todo);
        }
    }
}

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    run_list(view, report);
    for picture in view.pictures {
        if let Err(fault) = &picture.paired.image
            && let Some((what, todo)) = words(fault, &picture.written.value)
        {
            report.find_at(picture.path.as_str(), Some(picture.written.span), what, todo);
        }
    }
}

/// Pictures that `pictures.yaml` names in vain.
fn run_list(view: &SiteView<'_>, report: &mut Report<'_>) {
    for record in &view.picture_list.records {
        if !record.path.as_ref().is_some_and(|path| view.snapshot.has(path)) {
            let what = format!("There is no picture called “{}”.", short(&record.written.value));
            let todo = "Write its path in the folder content, such as /our-guide/hall.jpg. Or take these lines away.";
            report.find_at(PICTURES_FILE, Some(record.written.span), what, todo);
        }
    }
    let packs = || view.config.symbols.iter().map(|pack| pack.value.as_str());
    for phrase in &view.picture_list.phrases {
        let found = match SitePath::new("content/pictures.yaml").map(|path| picture_target(&path, &phrase.picture.value)) {
            Some(PictureTarget::File(path)) => view.snapshot.has(&path),
            Some(PictureTarget::Symbol { pack: Some(pack), name }) => matches!(view.library.find([pack.as_str()], &name), Search::One(..)),
            Some(PictureTarget::Symbol { pack: None, name }) => matches!(view.library.find(packs(), &name), Search::One(..)),
            _ => false,
        };
        if !found {
            let what = format!("There is no picture called “{}”.", short(&phrase.picture.value));
            report.find_at(PICTURES_FILE, Some(phrase.picture.span), what, "");
        }
    }
}

/// What is wrong, and what to do about it; `None` when the picture is there.
fn words(fault: &PictureFault, name: &str) -> Option<(String, String)> {
    let did_you_mean = |near: &[String]| if near.is_empty() { String::new() } else { format!("Did you mean {}?", one_of(near)) };
    let words = match fault {
        PictureFault::Missing(near) => {
            let same = near.first().is_some_and(|near| near.eq_ignore_ascii_case(name));
            let is_symbol = near.first().is_some_and(|near| name.contains('.') && !near.contains('.'));
            let todo = if is_symbol {
                format!("Did you mean the symbol {}? Symbols have no ending. Or save the picture in the folder of the page.", one_of(near))
            } else if same {
                format!("Write {}. Capital letters count.", one_of(&near[..1]))
            } else {
                did_you_mean(near)
            };
            (format!("There is no picture called “{name}”."), todo)
        }
        PictureFault::NoPack(pack, near) => {
            let todo = if near.is_empty() {
                "Put the pack into the folder symbols/, or take its name away.".to_owned()
            } else {
                did_you_mean(near)
            };
            (format!("There is no pack of symbols called “{pack}”."), todo)
        }
        PictureFault::Ambiguous(symbols) => {
            let what = format!("Several symbols are called “{name}”: {}.", one_of(symbols));
            (what, "Write the name of the one that you mean.".to_owned())
        }
        PictureFault::Outside => {
            let todo = "Save the picture in the folder of the page, and write its file name.".to_owned();
            (format!("“{name}” does not lie in your toolkit."), todo)
        }
        PictureFault::Nothing => {
            ("This picture has no name.".to_owned(), "Write a name between the round brackets, such as ![](meeting).".to_owned())
        }
        PictureFault::Broken(..) => return None,
    };
    Some(words)
}

/// The name between the round brackets of a picture, as it is written; a bare name from the head of a page stays itself.
pub fn written_name(written: &str) -> String {
    let inside = written.rsplit_once("](").map(|(_, rest)| rest.trim_end_matches(')'));
    crate::check::report::short(inside.unwrap_or(written).trim_matches(['<', '>', ' ', '\'', '"']))
}
