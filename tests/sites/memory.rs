//! A site in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use alongside::finding::Finding;
use alongside::pipeline::{self, Options};
use alongside::toolkit::{Output, Quiet, Route, Snapshot};

/// Files by their addresses.
pub type Files = BTreeMap<String, Vec<u8>>;

#[derive(Default)]
struct Memory(Mutex<Files>);

impl Output for Memory {
    fn put(&self, route: &Route, bytes: &[u8]) {
        let before = self.0.lock().unwrap().insert(route.to_string(), bytes.to_vec());
        assert!(before.is_none(), "{route} is made twice");
    }
}

/// Builds a toolkit in memory.
pub fn build(snapshot: &Snapshot) -> (Files, Vec<Finding>) {
    let memory = Memory::default();
    let outcome = pipeline::build(snapshot, Options::default(), &memory, &Quiet);
    (memory.0.into_inner().unwrap(), outcome.findings)
}
