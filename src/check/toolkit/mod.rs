//! Settings, packs, themes and files.

pub mod allowance;
pub mod no_pages;
pub mod pack;
pub mod settings;
pub mod theme;
pub mod unreadable_file;
pub mod unused_allowance;
