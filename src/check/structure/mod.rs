//! Structure of pages, and facts about guides.

pub mod broken_link;
pub mod duplicate_address;
pub mod front_matter;
pub mod heading_order;
pub mod missing_fact;
pub mod no_words;
pub mod unchecked;
