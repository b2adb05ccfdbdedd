//! The rule `small-picture`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{ImageKind, LARGE_PRINT_PICTURE_PX};

rule! {
    /// A photo with too few dots for large print.
    ///
    /// # Why it matters
    /// On paper the photo will look blurred. People who see little need it sharp.
    ///
    /// # What to do
    /// Find the photo as the camera took it. It often is much larger than a copy from a website or a chat.
    ///
    /// A picture in large print is 45 mm wide. On paper, an inch needs 200 dots. So a photo needs 355 dots from left to right.
    ///
    /// # Sources
    /// - Our own: 200 dots an inch is the least at which a photo on paper looks sharp to most people.
    "small-picture", Pictures, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for (paired, _, span) in super::all(view) {
        let Ok(image) = &paired.image else { continue };
        let (width, height) = image.source_px;
        if image.kind == ImageKind::Photo && width < LARGE_PRINT_PICTURE_PX {
            let what = format!("This photo is too small for large print: {width} by {height} dots.");
            let todo = format!("Use a larger one. It needs {LARGE_PRINT_PICTURE_PX} dots from left to right.");
            report.find(span, what, todo);
        }
    }
}
