//! The ways in which a toolkit is published: one file a format.

#[cfg(feature = "pdf")]
pub mod pdf;
pub mod print;
pub mod report;
pub mod sheet;
mod side_by_side;
pub mod web;

pub use side_by_side::side_by_side;
