//! The ways in which a toolkit is published: one file a format.

#[cfg(feature = "pdf")]
pub mod pdf;
pub mod print;
pub mod report;
pub mod sheet;
pub mod web;
