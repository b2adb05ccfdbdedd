//! The rule `mixed-styles`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{ImageKind, PackName, Paired, PictureSource};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style<'a> {
    Photo,
    Drawing,
    Pack(&'a PackName),
}

impl<'a> Style<'a> {
    fn of(paired: &'a Paired) -> Option<Self> {
        let image = paired.image.as_ref().ok()?;
        Some(match (&paired.source, image.kind) {
            (PictureSource::Symbol(pack, _), _) => Self::Pack(pack),
            (_, ImageKind::Photo) => Self::Photo,
            (_, ImageKind::Drawing) => Self::Drawing,
        })
    }

    fn words(self) -> String {
        match self {
            Self::Photo => "is a photo".to_owned(),
            Self::Drawing => "is a drawing of your own".to_owned(),
            Self::Pack(pack) => format!("comes from the pack “{}”", pack.0),
        }
    }
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let in_text = view.paired.pictures.iter().zip(&view.paired.page.pictures);
    let mut styles = in_text.filter_map(|(paired, picture)| Some((Style::of(paired)?, picture.span)));
    let Some((first, _)) = styles.next() else { return };
    if let Some((other, span)) = styles.find(|(style, _)| *style != first) {
        let what = format!("This picture {}. The first picture of the page {}.", other.words(), first.words());
        report.find(span, what, "");
    }
}
