//! The program `alongside`.

use std::process::ExitCode;

/// Pages are made of many small texts, on several threads at once: this one hands out their memory faster than most systems do.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    alongside::cli::run()
}
