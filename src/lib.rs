//! Alongside: a static site generator for easy-read co-production toolkits.
//!
//! A build is a pure function of a [`toolkit::Snapshot`] of files. Its stages, in order:
//!
//! 1. **discover, read**: [`disk`] takes a [`toolkit::Snapshot`] of a folder.
//! 2. **link**: [`link::site_map`] puts the heads of all pages together to a [`toolkit::SiteMap`].
//! 3. **parse**: [`parse::page`] turns a text into a [`toolkit::Page`].
//! 4. **pair**: [`pair::pair`] finds its pictures, words and links: a [`toolkit::PairedPage`].
//! 5. **check**: [`check::page`] and [`check::site`] turn what was seen into [`finding::Finding`]s.
//! 6. **render**: [`mod@format`] makes files of it with the templates of a [`render::Theme`].
//! 7. **write**: [`disk`] publishes them, all or none.
//!
//! [`pipeline`] runs them, in parallel and page by page. Nothing else does. [`mod@preview`] shows what it makes while the
//! author types.

pub mod check;
pub mod cli;
pub mod disk;
pub mod finding;
pub mod format;
pub mod language;
pub mod link;
pub mod pair;
pub mod parse;
pub mod pipeline;
pub mod preview;
pub mod render;
pub mod tidy;
pub mod toolkit;

pub use pipeline::{Options, Outcome, build};
