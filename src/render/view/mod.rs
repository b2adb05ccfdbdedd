//! What templates see: plain values made for reading, with every link ready for the page on which it stands.
//!
//! Fields of type [`tera::Value`] hold HTML that was made by `render::inline`, and are not escaped again.

mod block;
mod blocks;
mod credit;
mod guide;
mod mould;
mod page;
mod picture;
mod rows;

pub use block::{BlockView, FootnoteView, MeaningView, RowView};
pub use blocks::Blocks;
pub use credit::{CreditView, Makers, picture_credits};
pub use guide::{CardView, ContactView, FactsView, FormatView, GuideView, PartView, banner, card, contact_views, facts, parts};
pub use mould::{Hole, Mould, html_of_picture, marked_picture};
pub use page::{Lookups, NavView, PageView, SiteView};
pub use picture::PictureView;
pub use rows::{KnownRows, RowViews};

pub use super::inline::{Paper, escape, word_anchor, words_route};
