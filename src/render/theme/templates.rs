//! Templates: Tera, with nothing in reach but what a page gives.

use std::cell::Cell;
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
/// The most turns of loops, and uses of parts, in one page. The longest page that Alongside reads needs a tenth of it.
const TURNS_MAX: usize = 500_000;
/// The same for a component that is filled by itself.
const COMPONENT_TURNS_MAX: usize = 1_000;
/// The most bytes that such a component may make.
const COMPONENT_BYTES_MAX: usize = 8 * 1024;
/// The name of the function that counts them.
const TURN: &str = "turn";

/// Reads every template of a theme. `None` when they do not fit together: then none can be used.
pub fn read(files: &ThemeFiles<'_>, interface: &Arc<Interface>, faults: &mut Vec<Fault>) -> Option<Tera> {
    let mut templates: Vec<(String, String)> = Vec::new();
    for (name, path) in files.of_kind("templates", &[".html", ".xml"]) {
        let Some(text) = files.text(path, faults) else { continue };
        let what = if text.len() > TEMPLATE_BYTES_MAX {
            format!("The template is longer than {} KB.", TEMPLATE_BYTES_MAX / 1024)
        } else {
            // The templates that come with Alongside do no more than a page holds.
            let text = if files.is_own(path) { with_turns(&text) } else { text.to_string() };
            templates.push((name.trim_start_matches("templates/").to_owned(), text));
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
    tera.register_function(TURN, turn);
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

/// Puts a call of [`TURN`] at the beginning of everything that a template can do again and again.
fn with_turns(template: &str) -> String {
    let mut out = String::with_capacity(template.len() + 256);
    let mut rest = template;
    while let Some(at) = rest.find("{%") {
        let Some(length) = rest[at..].find("%}") else { break };
        let (tag, behind) = rest.split_at(at + length + 2);
        out.push_str(tag);
        let name = tag[at + 2..].trim_start_matches('-').split_whitespace().next().unwrap_or("");
        rest = behind;
        if matches!(name, "for" | "component" | "block" | "include") {
            out.push_str(if tag.ends_with("-%}") { "{{ turn() -}}" } else { "{{ turn() }}" });
        } else if name == "raw" {
            let end = rest.find("endraw").unwrap_or(rest.len());
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    out.push_str(rest);
    out
}

thread_local! {
    /// How many turns the template has taken that this thread fills. A template is filled by one thread, from its beginning.
    static TURNS: Cell<usize> = const { Cell::new(0) };
}

/// Counts a turn, and shows nothing.
fn turn(_: Kwargs, _: &State) -> TeraResult<Value> {
    let turns = TURNS.get() + 1;
    TURNS.set(turns);
    if turns > TURNS_MAX {
        return Err(tera::Error::message(format!("its loops and parts go on for more than {TURNS_MAX} turns")));
    }
    Ok(Value::from(""))
}

/// Fills a template.
pub fn render(tera: &Tera, name: &str, context: &Context) -> Result<String, Fault> {
    TURNS.set(0);
    let mut output = Limited { bytes: Vec::with_capacity(16 * 1024), most: OUTPUT_BYTES_MAX };
    tera.render_to(name, context, &mut output).map_err(|error| match error.kind() {
        tera::ErrorKind::Io(_) => Fault::new(format!("The template makes more than {} MB of one page.", OUTPUT_BYTES_MAX / 1024 / 1024)),
        _ => of_tera(&error),
    })?;
    String::from_utf8(output.bytes).map_err(|_| Fault::new("The template makes a page that is no text."))
}

/// Fills a component by itself: with these values, and with those of `page` for what it takes from the page. `None` when it does
/// not work, or is too much for a small part of a page.
pub fn component(tera: &Tera, name: &str, values: &Context, page: &Context) -> Option<String> {
    TURNS.set(TURNS_MAX - COMPONENT_TURNS_MAX);
    let mut output = Limited { bytes: Vec::with_capacity(1024), most: COMPONENT_BYTES_MAX };
    tera.render_component_with_implicits_to(name, values, page, None, true, &mut output).ok()?;
    String::from_utf8(output.bytes).ok()
}

/// Takes no more bytes than `most`.
struct Limited {
    bytes: Vec<u8>,
    most: usize,
}

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.most {
            return Err(io::Error::other("too long"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_are_counted_where_something_can_go_on() {
        for (template, counted) in [
            ("{% for a in b -%} x", "{% for a in b -%}{{ turn() -}} x"),
            ("{%- component c(a) %}x{% endcomponent %}", "{%- component c(a) %}{{ turn() }}x{% endcomponent %}"),
            ("{% include \"a.html\" %}", "{% include \"a.html\" %}{{ turn() }}"),
            ("{% if a %}{% raw %}{% for %}{% endraw %}", "{% if a %}{% raw %}{% for %}{% endraw %}"),
            ("{% for", "{% for"),
        ] {
            assert_eq!(with_turns(template), counted);
        }
    }
}
