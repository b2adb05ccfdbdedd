//! The rule `mixed-shapes`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Image, ImageKind, Span};

rule! {
    /// Photos of different shapes on one page: wide, high and square ones.
    ///
    /// # Why it matters
    /// Pictures of one shape make a page calm. The eye finds them at the same place.
    ///
    /// # What to do
    /// Cut the photos to one shape. A square, or 4 to 3, works well.
    ///
    /// # Sources
    /// - Our own.
    "mixed-shapes", Pictures, Advice, Run::Page(run)
}

/// How much longer one side must be before a photo counts as wide or high: a tenth.
const SQUARE_PERCENT: u64 = 110;

/// A shape that the eye tells from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Wide,
    High,
    Square,
}

impl Shape {
    fn of(image: &Image) -> Self {
        let (width, height) = (u64::from(image.width_px), u64::from(image.height_px));
        if width * 100 > height * SQUARE_PERCENT {
            Self::Wide
        } else if height * 100 > width * SQUARE_PERCENT {
            Self::High
        } else {
            Self::Square
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::High => "high",
            Self::Square => "square",
        }
    }
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    // The picture on the cover has a place of its own.
    let in_text = view.paired.pictures.iter().zip(&view.paired.page.pictures);
    let photos: Vec<(Shape, Span)> = in_text
        .filter_map(|(paired, picture)| Some((paired.image.as_ref().ok()?, picture.span)))
        .filter(|(image, _)| image.kind == ImageKind::Photo)
        .map(|(image, span)| (Shape::of(image), span))
        .collect();
    let Some((first, _)) = photos.first() else { return };
    if let Some((other, span)) = photos.iter().find(|(shape, _)| shape != first) {
        let what = format!("This photo is {}. The first photo of the page is {}.", other.word(), first.word());
        report.find(*span, what, "");
    }
}
