//! pages + theme -> the files of a site.
//!
//! No HTML is made here but for marks inside a line (links, bold words): blocks become HTML in the theme's templates.

pub mod access;
pub mod image;
pub mod theme;
pub mod view;

mod code;
mod inline;

pub use theme::Theme;
