//! Marks on text.

pub mod leaked_markup;
pub mod raw_html;
pub mod too_deep;
pub mod unknown_box;
