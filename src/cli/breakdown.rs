//! When Alongside itself breaks down: what is told of it, in our words.

use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};

use super::say::say_error;

/// Runs a command. `None` when Alongside broke down over it, which has been told then.
pub fn told<T>(command: impl FnOnce() -> T) -> Option<T> {
    // Some of it is caught further inside, where it costs no more than one page: then this line is all that is told here.
    set_hook(Box::new(|breakdown| say_error!("{}", words(breakdown))));
    let end = catch_unwind(AssertUnwindSafe(command)).ok();
    if end.is_none() {
        say_error!(
            "This is a mistake in Alongside, not in your toolkit. Nothing of yours is lost, and a site that stood before is still there.\n\
             Please report it, with the line above."
        );
    }
    end
}

/// Where it broke down, and over what.
fn words(breakdown: &PanicHookInfo<'_>) -> String {
    let place = breakdown.location().map(|place| format!(" at {}:{}", place.file(), place.line())).unwrap_or_default();
    format!("Alongside broke down{place}: {}", breakdown.payload_as_str().unwrap_or("nobody knows why"))
}

#[cfg(test)]
mod tests {
    use std::panic::{set_hook, take_hook};

    use super::told;

    #[test]
    fn a_command_that_breaks_down_ends() {
        let before = take_hook();
        let ends = (told(|| 3), told(|| -> u8 { unreachable!("a mistake that the test makes") }));
        set_hook(before);
        assert_eq!(ends, (Some(3), None));
    }
}
