//! What a build makes.

use super::Route;

/// Takes the files of a site as they are made, in any order and from several threads.
///
/// A site may be made and then not be kept: what is put here becomes public only when the one who holds
/// the output says so.
pub trait Output: Sync {
    /// Takes one file. Each route comes once.
    fn put(&self, route: &Route, bytes: &[u8]);
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
}
