//! Each stage by itself: text in, expected value out.

mod link;
mod outline;
mod parse;
mod robust;
