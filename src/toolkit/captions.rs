//! Captions of films.

/// Why a file of captions does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaptionFault {
    /// It does not begin with `WEBVTT`.
    NoHead,
    /// It holds no caption.
    NoCues,
    /// A time that cannot be read: (line from 1, what is written).
    BadTime(usize, String),
    /// A caption that ends before it begins, or as it begins: (line from 1).
    EndsBeforeItBegins(usize),
    /// A caption that begins before the one above it: (line from 1).
    OutOfOrder(usize),
    /// Times with no words below them: (line from 1).
    NoWords(usize),
    /// It is no text, or cannot be read.
    NotText,
}
