//! The nouns: what a toolkit is made of. Nothing here reads, writes or decides.

mod block;
mod choice;
mod hash;
mod inline;
mod language;
mod output;
mod page;
mod paired;
mod path;
mod picture;
mod route;
mod settings;
mod site;
mod snapshot;
mod span;
mod symbol;
mod text;
mod words;

pub use block::*;
pub use choice::*;
pub use hash::ContentHash;
pub use inline::*;
pub use language::Language;
pub use output::*;
pub use page::*;
pub use paired::*;
pub use path::{SitePath, extension_of};
pub use picture::*;
pub use route::{Route, page_route, slug, split_number};
pub use settings::*;
pub use site::*;
pub use snapshot::*;
pub use span::{Span, line_and_column};
pub use symbol::*;
pub use text::SourceText;
pub use words::*;
