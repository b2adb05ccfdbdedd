//! Notices that files of a toolkit change.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::discover::{FOLDERS, is_of_toolkit};

/// How long it must be quiet before a change counts as done. Programs save in several steps.
const QUIET: Duration = Duration::from_millis(20);
/// How long we wait for quiet at the most.
const PATIENCE: Duration = Duration::from_millis(200);
/// How often files are looked over when the system does not tell of changes.
const POLL_EVERY: Duration = Duration::from_millis(400);
/// The most changed files that are told one by one. With more of them the whole toolkit is looked over.
const FILES_MAX: usize = 1_000;

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// These files, seen from the toolkit, with `/` between their parts. They may have gone.
    Files(BTreeSet<String>),
    /// Nobody knows what: all files have to be looked over.
    Perhaps,
}

/// Watches the files of one toolkit.
pub struct Watch {
    root: PathBuf,
    /// `None` when files are looked over again and again.
    watcher: Option<RecommendedWatcher>,
    noted: Arc<Noted>,
    watched: BTreeSet<&'static str>,
}

#[derive(Default)]
struct Noted {
    state: Mutex<State>,
    woken: Condvar,
}

#[derive(Default)]
struct State {
    paths: BTreeSet<String>,
    too_many: bool,
    last: Option<Instant>,
}

impl Noted {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, root: &Path, event: notify::Result<notify::Event>) {
        let mut state = self.lock();
        let Ok(event) = event else {
            state.too_many = true;
            state.last = Some(Instant::now());
            self.woken.notify_all();
            return;
        };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        let before = (state.paths.len(), state.too_many);
        state.too_many |= event.need_rescan();
        for path in &event.paths {
            let Some(path) = path.strip_prefix(root).ok().and_then(Path::to_str) else { continue };
            let path = path.replace('\\', "/");
            if is_of_toolkit(&path) {
                state.paths.insert(path);
                // The same file again: still a change, and not quiet yet.
                state.last = Some(Instant::now());
            }
        }
        if state.paths.len() > FILES_MAX {
            state.paths.clear();
            state.too_many = true;
        }
        if (state.paths.len(), state.too_many) != before {
            state.last = Some(Instant::now());
            self.woken.notify_all();
        }
    }
}

impl Watch {
    /// Begins to watch the toolkit at `root`. With `poll`, or when the system cannot tell of changes, its files are looked
    /// over again and again.
    pub fn begin(root: &Path, poll: bool) -> Self {
        let noted = Arc::new(Noted::default());
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let mut watch = Self { root, watcher: None, noted, watched: BTreeSet::new() };
        if !poll {
            watch.watcher = watch.watcher_of_all();
        }
        watch
    }

    /// Whether the system tells of changes.
    pub fn is_told(&self) -> bool {
        self.watcher.is_some()
    }

    fn watcher_of_all(&mut self) -> Option<RecommendedWatcher> {
        let (noted, root) = (self.noted.clone(), self.root.clone());
        let mut watcher = notify::recommended_watcher(move |event| noted.note(&root, event)).ok()?;
        watcher.watch(&self.root, RecursiveMode::NonRecursive).ok()?;
        for folder in FOLDERS {
            let path = self.root.join(folder);
            if path.is_dir() {
                watcher.watch(&path, RecursiveMode::Recursive).ok()?;
                self.watched.insert(folder);
            }
        }
        Some(watcher)
    }

    /// Watches folders that came since. A folder that went and came again is watched anew.
    fn watch_new_folders(&mut self, paths: &BTreeSet<String>) {
        let Some(watcher) = &mut self.watcher else { return };
        for folder in FOLDERS {
            let path = self.root.join(folder);
            if !path.is_dir() {
                self.watched.remove(folder);
            } else if (!self.watched.contains(folder) || paths.contains(folder)) && watcher.watch(&path, RecursiveMode::Recursive).is_ok() {
                self.watched.insert(folder);
            }
        }
    }

    /// Waits for the next change.
    pub fn wait(&mut self) -> Change {
        if self.watcher.is_none() {
            std::thread::sleep(POLL_EVERY);
            return Change::Perhaps;
        }
        let noted = self.noted.clone();
        let mut state = noted.lock();
        while state.paths.is_empty() && !state.too_many {
            state = noted.woken.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let first = Instant::now();
        // Until it has been quiet for a moment.
        while first.elapsed() < PATIENCE {
            let since = state.last.map_or(QUIET, |last| last.elapsed());
            if since >= QUIET {
                break;
            }
            state = noted.woken.wait_timeout(state, QUIET.saturating_sub(since)).unwrap_or_else(PoisonError::into_inner).0;
        }
        let State { paths, too_many, .. } = std::mem::take(&mut *state);
        drop(state);
        self.watch_new_folders(&paths);
        if too_many { Change::Perhaps } else { Change::Files(paths) }
    }
}
