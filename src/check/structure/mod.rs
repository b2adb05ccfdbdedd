//! Structure of pages, and facts about guides.

pub mod broken_link;
pub mod contact;
pub mod deep_heading;
pub mod duplicate_address;
pub mod few_headings;
pub mod format;
pub mod front_matter;
pub mod heading_long;
pub mod heading_order;
pub mod long_guide;
pub mod long_page;
pub mod long_paragraph;
pub mod missing_fact;
pub mod no_summary;
pub mod no_words;
pub mod review_date;
pub mod table;
pub mod tall_row;
pub mod unchecked;
pub mod video;
pub mod wrong_language;
