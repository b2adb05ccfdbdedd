//! What is wrong with a theme.

use tera::ErrorKind;

/// What is wrong with a theme, or with a page that came out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// The file, seen from the toolkit.
    pub path: Option<String>,
    /// The line of that file, from 1.
    pub line: Option<usize>,
    /// What is wrong, in plain words.
    pub what: String,
}

impl Fault {
    /// A fault of the theme as a whole.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), ..Self::default() }
    }
}

/// Puts an error of the template engine into our words.
pub fn of_tera(error: &tera::Error) -> Fault {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let what = format!("The template does not work: {}.", report.message().trim_end_matches('.'));
            let name = (!report.filename().is_empty()).then(|| report.filename().to_owned());
            Fault { path: name, line: Some(report.span().start_line), what }
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let what = format!("The template includes itself: {}.", include_chain.join(", then "));
            Fault { path: Some(tpl.clone()), line: None, what }
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let what = format!("The template extends itself: {}.", inheritance_chain.join(", then "));
            Fault { path: Some(tpl.clone()), line: None, what }
        }
        ErrorKind::MissingParent { current, parent } => {
            Fault { path: Some(current.clone()), line: None, what: format!("The template extends “{parent}”, which is not there.") }
        }
        _ => {
            // Reports of several faults come as one text with boxes drawn around the lines; the first line says it all.
            let whole = error.to_string();
            let first = whole.lines().next().unwrap_or("").trim_start_matches("error:").trim().to_owned();
            let place = whole.lines().find_map(|line| line.trim().strip_prefix("--> "));
            let mut parts = place.unwrap_or("").split(':');
            let name = parts.next().filter(|name| !name.is_empty());
            let line = parts.next().and_then(|line| line.parse().ok());
            let what = if first.contains("depth") {
                "A part of the template contains itself again and again.".to_owned()
            } else {
                format!("The template does not work: {}.", first.trim_end_matches('.'))
            };
            Fault { path: name.map(str::to_owned), line, what }
        }
    }
}
