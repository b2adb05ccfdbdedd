//! Pictures.

pub mod description_form;
pub mod description_needed;
pub mod description_repeats;
pub mod mixed_shapes;
pub mod mixed_styles;
pub mod moving_picture;
pub mod no_description;
pub mod no_picture;
pub mod one_picture;
pub mod photo_consent;
pub mod picture_again;
pub mod picture_broken;
pub mod picture_licence;
pub mod picture_missing;
pub mod same_idea_same_picture;
pub mod same_picture_two_ideas;
pub mod small_picture;
pub mod unused_picture;

use super::PageView;
use crate::toolkit::{AltText, Paired, Span};

/// Every picture of a page: what became of it, the description that the page gives, and where it is written.
fn all<'a>(view: &PageView<'a>) -> impl Iterator<Item = (&'a Paired, Option<&'a AltText>, Span)> {
    let page = &view.paired.page;
    let in_text = view.paired.pictures.iter().zip(&page.pictures).map(|(paired, picture)| (&**paired, picture.alt.as_ref(), picture.span));
    let on_cover =
        view.paired.cover_picture.as_deref().into_iter().zip(&page.front.picture).map(|(paired, written)| (paired, None, written.span));
    on_cover.chain(in_text)
}
