//! The words that the pages themselves say, in the languages of the theme: Fluent files `words/<language>.ftl`.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use tera::{Kwargs, TeraResult, Value};

use super::{Fault, ThemeFiles};
use crate::toolkit::{Language, SitePath};

/// The language whose words stand in for those that another one lacks.
pub const FALLBACK: &str = "en";

/// Words that tell which part of a guide one is at. They are said for many pages at once, and so are tried when they are read.
const STEPS: [&str; 3] = ["part-of", "part-number", "next-part"];

/// The words of the interface in every language that the theme knows.
pub struct Interface {
    languages: HashMap<String, Words>,
}

struct Words {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// Every message that takes no values, for templates; `-` in names becomes `_`.
    plain: Value,
    /// The same, by their own names.
    texts: Vec<(String, String)>,
}

impl Interface {
    /// Reads the words of a theme.
    pub fn read(files: &ThemeFiles<'_>, faults: &mut Vec<Fault>) -> Self {
        let mut resources: Resources = HashMap::new();
        for (name, path) in files.of_kind("words", &[".ftl"]) {
            let language = name.trim_start_matches("words/").trim_end_matches(".ftl");
            // A theme of one's own may say a few words in another way: the others stay.
            for path in files.hidden.get(name).into_iter().chain([path]) {
                let resource = read_resource(files, path, faults);
                resources.entry(language.to_owned()).or_default().extend(resource);
            }
        }
        let languages = resources.keys().map(|language| (language.clone(), Words::new(language, &resources)));
        let languages: HashMap<String, Words> = languages.collect();
        let numbers: FluentArgs<'_> = [("n", 1), ("total", 2)].into_iter().collect();
        for (language, words) in &languages {
            for id in STEPS.into_iter().filter(|id| words.say(id, &numbers).is_none()) {
                let what = format!(
                    "The words called `{id}` in words/{language}.ftl ask for something that they are not given. They may ask for $n, and for $total."
                );
                faults.push(Fault { path: files.files.get(&format!("words/{language}.ftl")).map(ToString::to_string), ..Fault::new(what) });
            }
        }
        Self { languages }
    }

    /// The languages that the theme knows, in order.
    pub fn languages(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.languages.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    /// The language in which pages in `language` speak: its own, or English.
    fn words(&self, language: &str) -> Option<&Words> {
        let base = language.split('-').next().unwrap_or(language);
        self.languages.get(language).or_else(|| self.languages.get(base)).or_else(|| self.languages.get(FALLBACK))
    }

    /// Whether pages in this language speak it, rather than English.
    pub fn speaks(&self, language: &Language) -> bool {
        self.languages.contains_key(language.as_str()) || self.languages.contains_key(language.base())
    }

    /// Every message without values, as templates see it.
    pub fn plain(&self, language: &Language) -> Value {
        self.words(language.as_str())
            .map_or_else(|| Value::from_serializable(&HashMap::<String, String>::new()), |words| words.plain.clone())
    }

    /// Every message without values, by its name.
    pub fn texts(&self, language: &Language) -> Vec<(String, String)> {
        self.words(language.as_str()).map_or_else(Vec::new, |words| words.texts.clone())
    }

    /// A message with its values. A message that nobody knows is shown by its name.
    pub fn say(&self, language: &Language, id: &str, values: &[(&str, &str)]) -> String {
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, fluent_value(value))).collect();
        self.words(language.as_str()).and_then(|words| words.say(id, &args)).unwrap_or_else(|| id.to_owned())
    }

    /// A day in words: `22 November 2026`.
    pub fn date(&self, language: &Language, date: Date) -> String {
        let month = self.say(language, &format!("month-{}", date.month()), &[]);
        self.say(language, "date", &[("day", &date.day().to_string()), ("month", &month), ("year", &format!("{:04}", date.year()))])
    }

    /// The template function `word(id=…, lang=…, …)`.
    ///
    /// # Errors
    /// No words with this name.
    pub fn call(&self, args: &Kwargs) -> TeraResult<Value> {
        let id: &str = args.must_get("id")?;
        let language: &str = args.get("lang")?.unwrap_or(FALLBACK);
        let mut values = FluentArgs::new();
        for (name, value) in args.iter() {
            if let Some(name) = name.as_str().filter(|name| !matches!(*name, "id" | "lang")) {
                values.set(name.to_owned(), fluent_value(&value.to_string()));
            }
        }
        let said = self.words(language).and_then(|words| words.say(id, &values));
        said.map(Value::from).ok_or_else(|| tera::Error::message(format!("there are no words called `{id}` in words/{language}.ftl")))
    }
}

/// Numbers choose between forms such as "1 part" and "2 parts".
fn fluent_value(value: &str) -> FluentValue<'static> {
    match value.parse::<i64>() {
        // A year or a telephone number must not become `2,026`.
        Ok(number) if number.to_string() == value && number.abs() < 1_000 => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

/// The files of each language, the ones that count more behind the others.
type Resources = HashMap<String, Vec<Arc<FluentResource>>>;

fn read_resource(files: &ThemeFiles<'_>, path: &SitePath, faults: &mut Vec<Fault>) -> Option<Arc<FluentResource>> {
    let text = files.text(path, faults)?;
    let resource = FluentResource::try_new(text.to_string()).unwrap_or_else(|(resource, errors)| {
        let line = errors.first().map(|error| text[..error.pos.start.min(text.len())].matches('\n').count() + 1);
        faults.push(Fault { path: Some(path.to_string()), line, what: "The words of the interface cannot be read.".to_owned() });
        resource
    });
    Some(Arc::new(resource))
}

impl Words {
    /// The words of one language over those of English.
    fn new(language: &str, resources: &Resources) -> Self {
        let id = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        let layers = || [FALLBACK, language].into_iter().filter_map(|name| resources.get(name)).flatten();
        for resource in layers() {
            bundle.add_resource_overriding(resource.clone());
        }
        let mut texts = BTreeMap::new();
        for entry in layers().flat_map(|resource| resource.entries()) {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                let id = message.id.name;
                if let Some(text) = format(&bundle, id, None) {
                    texts.insert(id.to_owned(), text);
                }
            }
        }
        let plain: HashMap<String, &String> = texts.iter().map(|(id, text)| (id.replace('-', "_"), text)).collect();
        let plain = Value::from_serializable(&plain);
        Self { bundle, plain, texts: texts.into_iter().collect() }
    }

    fn say(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        format(&self.bundle, id, Some(args))
    }
}

/// A message in words; `None` when there is none, or when it needs values that are not given.
fn format(bundle: &FluentBundle<Arc<FluentResource>>, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
    errors.is_empty().then_some(text)
}
