//! Each stage by itself: text in, expected value out.

mod outline;
mod parse;
mod robust;
