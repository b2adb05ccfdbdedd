//! text -> values: the words of an author become pages, settings, word lists and packs.
//!
//! Nothing here fails. What cannot be read is noted in the value itself and told by the rules of [`crate::check`].

mod captions;
mod decode;
mod markdown;
mod nearest;
mod settings;
mod url;

pub use captions::captions;
pub use decode::{decode, decode_text};
pub use markdown::{BLOCKS_MAX, DEPTH_MAX, page};
pub use nearest::{Sought, nearest};
pub use settings::{Split, ThemeSettings, config, head, pack, picture_list, profiles, read_date, split, theme, word_list};
pub use url::{link_target, picture_target};
