//! Each stage by itself: text in, expected value out.
#![allow(clippy::unwrap_used)]

mod level;
mod link;
mod outline;
mod parse;
mod profiles;
mod robust;
