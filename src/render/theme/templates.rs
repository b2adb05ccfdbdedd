//! Templates: Tera, with nothing in reach but what a page gives.

use std::io::{self, Write};
use std::sync::Arc;

use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::interface::Interface;
use super::{Fault, ThemeFiles, of_tera};

/// The most bytes of one template.
const TEMPLATE_BYTES_MAX: usize = 256 * 1024;
/// The most bytes that a template may make of one page.
const OUTPUT_BYTES_MAX: usize = 64 * 1024 * 1024;
/// The most numbers that `range` gives.
const RANGE_MAX: i64 = 1_000;
/// How deep loops may lie inside each other in one template.
const LOOPS_MAX: usize = 4;

/// Reads every template of a theme. `None` when they do not fit together: then none can be used.
pub fn read(files: &ThemeFiles<'_>, interface: &Arc<Interface>, faults: &mut Vec<Fault>) -> Option<Tera> {
    let mut templates: Vec<(String, String)> = Vec::new();
    for (name, path) in files.of_kind("templates", &[".html", ".xml"]) {
        let Some(text) = files.text(path, faults) else { continue };
        let what = if text.len() > TEMPLATE_BYTES_MAX {
            format!("The template is longer than {} KB.", TEMPLATE_BYTES_MAX / 1024)
        } else if loops_in(&text) > LOOPS_MAX {
            format!("More than {LOOPS_MAX} loops lie inside each other in this template.")
        } else {
            templates.push((name.trim_start_matches("templates/").to_owned(), text.to_string()));
            continue;
        };
        faults.push(Fault { path: Some(path.to_string()), line: None, what });
    }
    let mut tera = empty(interface);
    if let Err(error) = tera.add_raw_templates(templates) {
        let mut fault = of_tera(&error);
        let source = fault.path.as_ref().and_then(|name| files.files.get(&format!("templates/{name}")));
        fault.path = source.map(ToString::to_string).or(fault.path);
        faults.push(fault);
        return None;
    }
    Some(tera)
}

fn empty(interface: &Arc<Interface>) -> Tera {
    let mut tera = Tera::new();
    // Everything is escaped, whatever the template is called.
    tera.autoescape_on([""]);
    let words = interface.clone();
    tera.register_function("word", move |args: Kwargs, _: &State| words.call(&args));
    tera.register_function("range", range);
    tera
}

/// Like Tera's own `range`, with a limit that keeps a template from running for ever.
fn range(args: Kwargs, _: &State) -> TeraResult<Value> {
    let start = args.get::<i64>("start")?.unwrap_or(0);
    let end = args.must_get::<i64>("end")?;
    if end.saturating_sub(start) > RANGE_MAX {
        return Err(tera::Error::message(format!("`range` gives {RANGE_MAX} numbers at the most")));
    }
    Ok(Value::from_serializable(&(start..end).collect::<Vec<_>>()))
}

/// How deep loops lie inside each other.
fn loops_in(template: &str) -> usize {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for tag in template.split("{%").skip(1) {
        let tag = tag.trim_start_matches(['-', ' ', '\t', '\n']);
        if tag.starts_with("for ") {
            depth += 1;
            deepest = deepest.max(depth);
        } else if tag.starts_with("endfor") {
            depth = depth.saturating_sub(1);
        }
    }
    deepest
}

/// Fills a template.
pub fn render(tera: &Tera, name: &str, context: &Context) -> Result<String, Fault> {
    let mut output = Limited(Vec::with_capacity(16 * 1024));
    tera.render_to(name, context, &mut output).map_err(|error| match error.kind() {
        tera::ErrorKind::Io(_) => Fault::new(format!("The template makes more than {} MB of one page.", OUTPUT_BYTES_MAX / 1024 / 1024)),
        _ => of_tera(&error),
    })?;
    String::from_utf8(output.0).map_err(|_| Fault::new("The template makes a page that is no text."))
}

/// Takes no more than [`OUTPUT_BYTES_MAX`].
struct Limited(Vec<u8>);

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > OUTPUT_BYTES_MAX {
            return Err(io::Error::other("too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
