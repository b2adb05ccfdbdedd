//! The ways in which a toolkit is published: one file a format.

pub mod sheet;
pub mod report;
pub mod web;
