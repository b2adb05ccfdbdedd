//! A theme: templates, styles, scripts, fonts and words, each file from the toolkit's own theme or else from the default.

mod assets;
mod colours;
mod fault;
mod interface;
mod templates;

pub use assets::ThemeAsset;
pub use colours::{Colours, Palette};
pub use fault::{Fault, of_tera};
pub use interface::Interface;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{ComponentArg, Context, Tera, Value};

use crate::parse;
use crate::toolkit::{Origin, Route, SitePath, Snapshot};

/// The folder of a toolkit that holds themes.
pub const THEMES: &str = "themes";
/// The style sheet of the report of the check.
const REPORT_STYLE: &str = "report/report.css";
/// The theme that comes with Alongside.
pub const DEFAULT: &str = "default";

/// A theme, ready to use.
pub struct Theme {
    tera: Tera,
    /// The words of the interface.
    pub interface: Arc<Interface>,
    /// The colours.
    pub colours: Colours,
    /// The style sheet of the report of the check.
    pub report_style: String,
    /// What goes to `assets/`.
    pub assets: Vec<ThemeAsset>,
    /// Where each asset is published, by its name in the theme: `style.css`, `script.js`, `images/phone.svg`.
    pub routes: BTreeMap<String, Route>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// Whether its templates can be used at all.
    pub works: bool,
    /// Where each file of the theme comes from, by its name in the theme.
    sources: BTreeMap<String, SitePath>,
    /// The templates that are the toolkit's own.
    own_templates: Vec<SitePath>,
}

/// The files of a theme by their names in it, each with the path from which it comes.
pub struct ThemeFiles<'a> {
    snapshot: &'a Snapshot,
    files: BTreeMap<String, SitePath>,
    /// Files of the default theme that a file of the toolkit's own theme takes the place of.
    hidden: BTreeMap<String, SitePath>,
}

impl<'a> ThemeFiles<'a> {
    fn find(snapshot: &'a Snapshot, name: Option<&str>) -> Self {
        let mut files = BTreeMap::new();
        let mut hidden = BTreeMap::new();
        for theme in [Some(DEFAULT), name].into_iter().flatten() {
            let folder = format!("{THEMES}/{theme}");
            for (path, _) in snapshot.files_in(&folder) {
                let Some(name) = path.below(&folder) else { continue };
                if let Some(under) = files.insert(name.to_owned(), path.clone()) {
                    hidden.insert(name.to_owned(), under);
                }
            }
        }
        Self { snapshot, files, hidden }
    }

    /// The files of one folder of the theme with one of these endings, by name.
    fn of_kind<'b>(&'b self, folder: &'b str, endings: &'b [&'b str]) -> impl Iterator<Item = (&'b str, &'b SitePath)> {
        let fits = move |name: &str| {
            name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')) && endings.iter().any(|ending| name.ends_with(ending))
        };
        self.files.iter().filter(move |(name, _)| fits(name)).map(|(name, path)| (name.as_str(), path))
    }

    /// Whether the file is the toolkit's, rather than one that comes with Alongside.
    fn is_own(&self, path: &SitePath) -> bool {
        self.snapshot.get(path).is_some_and(|file| file.origin == Origin::Toolkit)
    }

    fn text(&self, path: &SitePath, faults: &mut Vec<Fault>) -> Option<Arc<str>> {
        self.bytes(path, faults).map(|bytes| parse::decode(&bytes).text)
    }

    fn bytes(&self, path: &SitePath, faults: &mut Vec<Fault>) -> Option<Arc<[u8]>> {
        match self.snapshot.read(path) {
            Ok(bytes) => Some(bytes),
            Err(why) => {
                faults.push(Fault { path: Some(path.to_string()), ..Fault::new(format!("The file cannot be opened: {why}.")) });
                None
            }
        }
    }
}

/// What a component says of itself when it asks for nothing of a page but what many pages share.
const ONCE: &str = "once";

impl Theme {
    /// Reads the theme `name` over the default one.
    pub fn read(snapshot: &Snapshot, name: Option<&str>) -> Self {
        let files = ThemeFiles::find(snapshot, name);
        let mut faults = Vec::new();
        let colours = Colours::read(&files, &mut faults);
        let interface = Arc::new(Interface::read(&files, &mut faults));
        let assets = assets::make(&files, &colours, &interface, &mut faults);
        let tera = templates::read(&files, &interface, &mut faults);
        let works = tera.is_some();
        let report_style = files.files.get(REPORT_STYLE).and_then(|path| files.text(path, &mut faults));
        // Inside of a page, `</` would end the style sheet.
        let report_style = report_style.map(|style| style.replace("</", "<\\/")).unwrap_or_default();
        let tera = tera.unwrap_or_default();
        let routes = assets.iter().map(|asset| (asset.name.clone(), asset.route.clone())).collect();
        let own_templates =
            files.of_kind("templates", &[".html"]).map(|(_, path)| path).filter(|path| files.is_own(path)).cloned().collect();
        Self { tera, interface, colours, report_style, assets, routes, faults, works, own_templates, sources: files.files }
    }

    /// The names of the toolkit's own themes, for messages.
    pub fn names(snapshot: &Snapshot) -> Vec<String> {
        let folders =
            snapshot.files_in(THEMES).filter_map(|(path, _)| path.below(THEMES)?.split_once('/').map(|(name, _)| name.to_owned()));
        let mut names: Vec<String> = folders.collect();
        names.dedup();
        names
    }

    /// Whether the theme has the template `name`.
    pub fn has(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// Fills the template `name`.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub fn render(&self, name: &str, context: &Context) -> Result<String, Fault> {
        templates::render(&self.tera, name, context).map_err(|mut fault| {
            fault.path = fault.path.map(|name| self.source(&name)).or_else(|| Some(self.source(name)));
            fault
        })
    }

    /// Fills a component. `None` when it does not work, or when it wants to know of the page that uses it.
    pub fn component(&self, name: &str, context: &Context) -> Option<String> {
        let wants_page = self.tera.get_component_definition(name)?.args().iter().any(ComponentArg::is_implicit);
        if wants_page { None } else { templates::component(&self.tera, name, context, &Context::new()) }
    }

    /// Fills a component that says of itself that it need be filled only once for pages of which `shared` is the same. `None` when
    /// it does not say so, or does not work.
    pub fn component_once(&self, name: &str, values: &Context, shared: &Context) -> Option<Value> {
        let once = self.says_of_component(name, ONCE);
        once.then(|| templates::component(&self.tera, name, values, shared)).flatten().map(|html| Value::safe_string(&html))
    }

    /// Whether a component says this of itself, in the map behind its name.
    pub fn says_of_component(&self, name: &str, what: &str) -> bool {
        let definition = self.tera.get_component_definition(name);
        definition.is_some_and(|component| component.metadata().get(what).is_some_and(Value::is_truthy))
    }

    /// Whether any template is the toolkit's own.
    pub fn has_own_templates(&self) -> bool {
        !self.own_templates.is_empty()
    }

    /// The template that is to blame for what is wrong with a page that the template `name` made, and words about it.
    ///
    /// A page is made by several templates. Those that come with Alongside are tried and tested, so it is one of the
    /// toolkit's own, if there are any.
    pub fn to_blame(&self, name: &str) -> (String, String) {
        let source = self.source(name);
        match self.own_templates.as_slice() {
            own if own.iter().any(|path| path.as_str() == source) => (source, String::new()),
            [] => (source, String::new()),
            [one] => (one.to_string(), String::new()),
            several => {
                let names: Vec<&str> = several.iter().map(SitePath::file_name).collect();
                (several[0].folder().to_owned(), format!(" One of your templates makes it: {}.", names.join(", ")))
            }
        }
    }

    /// The file of the theme with this name.
    pub fn file(&self, name: &str) -> Option<&SitePath> {
        self.sources.get(name)
    }

    /// The fonts for PDFs, by their names.
    pub fn print_fonts(&self) -> impl Iterator<Item = &SitePath> {
        let is_font = |name: &str| name.starts_with("fonts/") && [".ttf", ".otf"].iter().any(|end| name.ends_with(end));
        self.sources.iter().filter(move |(name, _)| is_font(name)).map(|(_, path)| path)
    }

    /// The path in the toolkit of a template or other file of the theme: its own, or that of the default theme.
    pub fn source(&self, name: &str) -> String {
        let in_theme = self.sources.get(name).or_else(|| self.sources.get(&format!("templates/{name}")));
        in_theme.map_or_else(|| format!("{THEMES}/{DEFAULT}/{name}"), ToString::to_string)
    }
}
