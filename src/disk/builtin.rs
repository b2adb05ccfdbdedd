//! What comes with Alongside: the default theme, the starter pack, the profiles, and the files of a new toolkit.

use include_dir::{Dir, include_dir};

use crate::toolkit::{Contents, Origin, SitePath, Snapshot, SourceFile};

static THEME: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/symbols/starter");
static PROFILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/profiles");
static NEW_TOOLKIT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/new");

/// Puts everything that comes with Alongside into a snapshot.
pub fn insert_into(snapshot: &mut Snapshot) {
    for (folder, dir) in [("themes/default", &THEME), ("symbols/starter", &STARTER), ("profiles", &PROFILES)] {
        for (name, bytes) in files(dir) {
            if let Some(path) = SitePath::new(&format!("{folder}/{name}")) {
                snapshot.insert(path, SourceFile { origin: Origin::BuiltIn, contents: Contents::Static(bytes) });
            }
        }
    }
}

/// The file that comes with Alongside at this path, when there is one.
pub fn file(path: &SitePath) -> Option<SourceFile> {
    let theme = path.below("themes/default").and_then(|name| THEME.get_file(name));
    let symbol = || path.below("symbols/starter").and_then(|name| STARTER.get_file(name));
    let profile = || path.below("profiles").and_then(|name| PROFILES.get_file(name));
    let file = theme.or_else(symbol).or_else(profile)?;
    Some(SourceFile { origin: Origin::BuiltIn, contents: Contents::Static(file.contents()) })
}

/// The files of a new toolkit: (path in it, contents).
pub fn new_toolkit_files() -> Vec<(String, &'static [u8])> {
    files(&NEW_TOOLKIT)
}

fn files(dir: &'static Dir<'static>) -> Vec<(String, &'static [u8])> {
    let mut found = Vec::new();
    for file in dir.files() {
        found.push((file.path().to_string_lossy().replace('\\', "/"), file.contents()));
    }
    for inner in dir.dirs() {
        found.extend(files(inner));
    }
    found
}
