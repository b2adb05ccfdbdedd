//! The preview over real connections: what it serves, and whom it refuses.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod safety;
mod saves;
mod server;
