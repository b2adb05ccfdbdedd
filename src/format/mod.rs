//! The ways in which a toolkit is published: one file a format.

pub mod print;
pub mod sheet;
pub mod web;
