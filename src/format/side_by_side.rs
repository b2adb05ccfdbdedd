//! Heavy work on a few threads of its own.
//!
//! A thread of `rayon` that waits takes up other work in the meantime. With pages that is what makes it quick; with PDFs it
//! would begin a second, a third and a tenth one while the first waits for a page, and hold all of them in memory.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, scope};

/// How deep the work of one thread may go, in bytes.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Does `work` for each of `items`, no more than `threads` at a time, and gives what came of them in their order.
pub fn side_by_side<T: Sync, R: Send>(items: &[T], threads: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::default();
    let work_on = &|| {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(place) else { break };
            let result = work(item);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((place, result));
        }
    };
    scope(|scope| {
        let spawn = |_| Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work_on).ok();
        let helpers: Vec<_> = (0..threads.min(items.len())).filter_map(spawn).collect();
        if helpers.is_empty() {
            work_on();
        }
        for helper in helpers {
            if let Err(panic) = helper.join() {
                resume_unwind(panic);
            }
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_no_more_than_asked_work_at_a_time() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let items: Vec<usize> = (0..40).collect();
        let squares = side_by_side(&items, 3, |item| {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::yield_now();
            now.fetch_sub(1, Ordering::SeqCst);
            item * item
        });
        assert_eq!(squares, items.iter().map(|item| item * item).collect::<Vec<_>>());
        assert!((1..=3).contains(&most.into_inner()));
        assert_eq!(side_by_side(&[] as &[usize], 3, |item| *item), [0; 0]);
        assert_eq!(side_by_side(&[7], 0, |item| *item), [7]);
    }

    #[test]
    #[should_panic(expected = "at three")]
    fn a_panic_is_passed_on() {
        side_by_side(&[1, 2, 3], 2, |item| assert!(*item != 3, "at three"));
    }
}
