//! Source texts, for reading and for messages that point into them.

use std::sync::Arc;

use super::Oddity;

/// A source text as all stages see it: without byte order mark, with `\n` at each line's end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    /// The text.
    pub text: Arc<str>,
    /// What had to be mended to read it at all.
    pub oddities: Vec<Oddity>,
}
