//! Marks on text.

pub mod all_caps;
pub mod bold_overuse;
pub mod italic;
pub mod leaked_markup;
pub mod pasted_heading;
pub mod pasted_list;
pub mod raw_html;
pub mod soft_hyphen;
pub mod spacing;
pub mod too_deep;
pub mod unknown_box;
