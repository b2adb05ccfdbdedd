//! What a build makes.

use super::{ContentHash, Route};

/// Takes the files of a site as they are made, in any order and from several threads.
///
/// A site may be made and then not be kept: what is put here becomes public only when the one who holds
/// the output says so.
pub trait Output: Sync {
    /// Takes one file. Each route comes once.
    fn put(&self, route: &Route, bytes: &[u8]);

    /// Whether what is put here goes anywhere. What goes nowhere need not be made.
    fn is_kept(&self) -> bool {
        true
    }
}

/// Keeps what was costly to make from one build to the next. Nothing depends on it: what it lost is made again.
pub trait Shelf: Send + Sync {
    /// What was kept under this name.
    fn take(&self, name: &ContentHash) -> Option<Vec<u8>>;
    /// Keeps something under a name that holds for its contents alone.
    fn keep(&self, name: &ContentHash, bytes: &[u8]);
}

/// A shelf that keeps nothing.
pub struct NoShelf;

impl Shelf for NoShelf {
    fn take(&self, _: &ContentHash) -> Option<Vec<u8>> {
        None
    }

    fn keep(&self, _: &ContentHash, _: &[u8]) {}
}

/// Hears how far long work has come.
pub trait Progress: Sync {
    /// A new step begins; it has `total` pieces.
    fn begin(&self, what: &str, total: usize);
    /// One piece of the step is done.
    fn advance(&self);
}

/// Says nothing.
pub struct Quiet;

impl Progress for Quiet {
    fn begin(&self, _: &str, _: usize) {}
    fn advance(&self) {}
}

/// Keeps nothing.
pub struct Discard;

impl Output for Discard {
    fn put(&self, _: &Route, _: &[u8]) {}

    fn is_kept(&self) -> bool {
        false
    }
}
