//! `alongside pictures add SOURCE`: a pack from elsewhere becomes a pack of the toolkit.

use std::path::Path;

use crate::cli::progress::Bar;
use crate::cli::say::say;
use crate::cli::{End, here};
use crate::disk::{self, Error, Lock, Publish};
use crate::pair::source::{SourceError, Wishes};
use crate::pipeline::{self, Imported};
use crate::toolkit::{ImageFault, Output, STARTER_PACK, slug};

/// The most pictures that are named when they were left out.
const NAMED_MAX: usize = 10;

/// Takes the pack at `source` in.
pub fn run(source: &Path, name: Option<&str>, wishes: &Wishes) -> Result<End, Error> {
    let here = here()?;
    let root = disk::find_toolkit(&here)?;
    let bundle = disk::open_bundle(&here.join(source))?;
    let bar = Bar::new();
    let imported = pipeline::import(&*bundle, wishes, &bar);
    bar.clear();
    let imported = imported.map_err(|error| refuse(&error))?;
    let name = slug(name.unwrap_or(&imported.draft.name));
    if name == STARTER_PACK {
        let what = format!("The name {STARTER_PACK} belongs to the pack that comes with Alongside.");
        return Err(Error::Pack(what, "Choose another name: --name".to_owned()));
    }
    let _lock = Lock::take(&root)?;
    let publish = Publish::begin_pack(&root.join("symbols").join(&name))?;
    for (route, bytes) in &imported.files {
        publish.put(route, bytes);
    }
    let written = publish.finish()?;
    let changed = written.written > 0 || written.removed > 0;
    tell(&imported, &name, changed);
    Ok(End::Fine)
}

fn refuse(error: &SourceError) -> Error {
    Error::Pack(error.to_string(), error.hint())
}

fn tell(imported: &Imported, name: &str, changed: bool) {
    let draft = &imported.draft;
    if changed {
        say!("The pack {} is in symbols/{name}: {}.", draft.title, pictures(draft.symbols.len()));
    } else {
        say!("The pack {} was in symbols/{name} already: {}. Nothing has changed.", draft.title, pictures(draft.symbols.len()));
    }
    if draft.folded > 0 {
        say!("{} pictures that differ only in skin, hair or gender became one each with theirs.", draft.folded);
    }
    say!("Licence of the pictures: {}", draft.licence);
    if !imported.left_out.is_empty() {
        say!("\nLeft out, because Alongside cannot use them: {}", pictures(imported.left_out.len()));
        for (file, fault) in imported.left_out.iter().take(NAMED_MAX) {
            say!("  {file}: {}", words(fault));
        }
        if imported.left_out.len() > NAMED_MAX {
            say!("  … and {} more", imported.left_out.len() - NAMED_MAX);
        }
    }
    if changed {
        say!("\nTo use it everywhere, write in alongside.yaml: symbols: {STARTER_PACK}, {name}");
        say!("To use one of its pictures: ![]({name}/{})", draft.symbols.first().map_or("", |symbol| symbol.id.as_str()));
    }
}

/// Why a picture was left out.
fn words(fault: &ImageFault) -> &'static str {
    match fault {
        ImageFault::Empty => "the file is empty",
        ImageFault::NotAnImage | ImageFault::WrongName(..) => "it is not the kind of picture that its name says",
        ImageFault::TooLarge(..) | ImageFault::TooHeavy(..) => "it is too large",
        ImageFault::BadDrawing(_) => "the drawing cannot be read",
        _ => "the file is damaged",
    }
}

/// So many pictures, in words.
fn pictures(count: usize) -> String {
    if count == 1 { "1 picture".to_owned() } else { format!("{count} pictures") }
}
