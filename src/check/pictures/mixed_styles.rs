//! The rule `mixed-styles`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{ImageKind, Paired, PictureSource, Span};

rule! {
    /// Pictures of different kinds on one page: from different packs, or photos among drawings.
    ///
    /// # Why it matters
    /// Each kind of picture has its own way to show things. Readers have to learn each of them.
    ///
    /// # What to do
    /// Take the pictures of one page from one pack. Use photos for real people and real places.
    ///
    /// # Sources
    /// - Our own.
    "mixed-styles", Pictures, Advice, Run::Page(run)
}

/// What a picture looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Style {
    Photo,
    Drawing,
    Pack(String),
}

impl Style {
    fn of(paired: &Paired) -> Option<Self> {
        let image = paired.image.as_ref().ok()?;
        Some(match (&paired.source, image.kind) {
            (PictureSource::Symbol(pack, _), _) => Self::Pack(pack.0.to_string()),
            (_, ImageKind::Photo) => Self::Photo,
            (_, ImageKind::Drawing) => Self::Drawing,
        })
    }

    fn words(&self) -> String {
        match self {
            Self::Photo => "is a photo".to_owned(),
            Self::Drawing => "is a drawing of your own".to_owned(),
            Self::Pack(pack) => format!("comes from the pack “{pack}”"),
        }
    }
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let in_text = view.paired.pictures.iter().zip(&view.paired.page.pictures);
    let styles: Vec<(Style, Span)> = in_text.filter_map(|(paired, picture)| Some((Style::of(paired)?, picture.span))).collect();
    let Some((first, _)) = styles.first() else { return };
    if let Some((other, span)) = styles.iter().find(|(style, _)| style != first) {
        let what = format!("This picture {}. The first picture of the page {}.", other.words(), first.words());
        report.find(*span, what, "");
    }
}
