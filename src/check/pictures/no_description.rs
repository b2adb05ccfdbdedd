//! The rule `no-description`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};

rule! {
    /// A picture with no words for people who do not see it.
    ///
    /// # Why it matters
    /// People who cannot see the picture do not learn what it shows.
    ///
    /// # What to do
    /// Write what it shows between the square brackets, such as `![A ramp beside the steps of a hall](hall.jpg)`.
    ///
    /// A picture that shows nothing of its own, such as a line of dots, is `![decorative](dots.png)`.
    /// Symbols from a pack have a description already.
    ///
    /// # Sources
    /// - WCAG 2.2, success criterion 1.1.1 *Non-text Content*.
    "no-description", Pictures, Error, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let page = &view.paired.page;
    // The picture on a cover stands beside the title and may do without.
    for (picture, paired) in page.pictures.iter().zip(&view.paired.pictures) {
        if paired.alt.is_none() && paired.image.is_ok() {
            let name = super::picture_missing::written_name(picture.span.of(view.source));
            report.find(picture.span, format!("Nobody has said what the picture “{name}” shows."), "");
        }
    }
}
