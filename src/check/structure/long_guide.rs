//! The rule `long-guide`.

use crate::check::rule::rule;
use crate::check::{Report, Run, SiteView};
use crate::toolkit::{EditionKind, Measure, Place, PrintSize, editions};

rule! {
    /// A guide with too many pages when it is printed.
    ///
    /// # Why it matters
    /// A thick booklet looks like hard work. Readers themselves ask for few pages.
    ///
    /// # What to do
    /// Make two guides of it. Or leave out what readers do not need.
    ///
    /// When the guide is built as a PDF with letters of 16 points, its pages are counted. Else they are worked out from the
    /// number of lines: about 8 lines with their pictures on a page of A4.
    ///
    /// # Sources
    /// - Department of Health, *Making written information easier to understand*, 2010: up to 20 pages. UK government, *Accessible communication formats*: up to 24.
    "long-guide", Structure, Warning, Run::Site(run)
}

/// Rows with their pictures that fit on a printed page, at 16 point.
const ROWS_A_PAGE: usize = 8;

fn run(view: &SiteView<'_>, report: &mut Report<'_>) {
    for guide in &view.site.guides {
        let Some(cover) = view.site.places.get(&guide.cover) else { continue };
        let profile = view.profiles.for_page(view.config, cover.level, &cover.language);
        let Some(limit) = profile.limit(Measure::GuidePages, &cover.language) else { continue };
        let counted = pages_of_pdf(view, cover);
        let pages = counted.unwrap_or_else(|| {
            let rows: usize = std::iter::once(&guide.cover).chain(&guide.parts).filter_map(|path| view.rows.get(path)).sum();
            rows.div_ceil(ROWS_A_PAGE)
        });
        if limit.over(pages).is_some() {
            let most = limit.warning.unwrap_or_default();
            let about = if counted.is_some() { "" } else { "about " };
            let what = format!("This guide fills {about}{pages} printed pages. Try for {most} or fewer.");
            report.find_at(guide.cover.as_str(), None, what, "");
        }
    }
}

/// The pages of the PDF of a guide in the usual size, when it was made.
fn pages_of_pdf(view: &SiteView<'_>, cover: &Place) -> Option<usize> {
    let usual = editions(cover, view.config).into_iter().find(|edition| edition.kind == EditionKind::Pdf(PrintSize::Print))?;
    Some(view.pdfs.get(&usual.route)?.pages)
}
