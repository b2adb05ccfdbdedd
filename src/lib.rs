pub mod finding; pub mod parse; pub mod toolkit;
