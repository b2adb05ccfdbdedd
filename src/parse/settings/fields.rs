//! Names with values -> typed values, and what does not fit.

use jiff::civil::Date;

use super::date::read_date;
use super::node::{Entry, Node, Value};
use crate::parse::nearest::nearest;
use crate::toolkit::{Allowance, Choice, Language, SettingsFault, SettingsFaultKind, Span, Written};

/// Names that other programs use, with ours.
const SAME_AS: [(&str, &str); 12] = [
    ("author", "by"),
    ("publisher", "by"),
    ("description", "summary"),
    ("about", "summary"),
    ("lang", "language"),
    ("image", "picture"),
    ("cover", "picture"),
    ("audience", "for"),
    ("published", "date"),
    ("updated", "date"),
    ("weight", "order"),
    ("name", "title"),
];

/// The language with this tag, or with this name.
fn language_of(word: &str) -> Option<Language> {
    Language::new(match word.trim().to_lowercase().as_str() {
        "english" | "saesneg" => "en",
        "welsh" | "cymraeg" => "cy",
        _ => word,
    })
}

/// The entries of a map. Each getter takes the values of one name out; [`Fields::finish`] tells what is left over.
pub struct Fields<'a> {
    entries: Vec<Entry>,
    /// The names of the maps around this one, for messages: `contact.`.
    around: String,
    known: Vec<&'static str>,
    /// The names that are known in the maps inside this one.
    known_inside: Vec<&'static str>,
    /// Names that read as a part of the words above them. They are told when somebody knows them.
    moved_in: Vec<Written<String>>,
    faults: &'a mut Vec<SettingsFault>,
}

impl<'a> Fields<'a> {
    /// The fields of a whole file.
    pub fn new(entries: Vec<Entry>, moved_in: Vec<Written<String>>, faults: &'a mut Vec<SettingsFault>) -> Self {
        Self { entries, around: String::new(), known: Vec::new(), known_inside: Vec::new(), moved_in, faults }
    }

    /// Takes the value of `key` out. Phones and word processors begin every line with a capital letter, so these do not count. A second value for it is a fault; an empty one counts as none.
    fn take(&mut self, key: &'static str) -> Option<Node> {
        self.known.push(key);
        let mut found = None;
        while let Some(place) = self.entries.iter().position(|(name, _)| name.value.eq_ignore_ascii_case(key)) {
            let (name, node) = self.entries.remove(place);
            if found.is_none() {
                found = Some(node);
            } else {
                self.fault_at(name.span, SettingsFaultKind::Repeated(format!("{}{key}", self.around)));
            }
        }
        found.filter(|node| !is_empty(&node.value))
    }

    /// Notes a fault.
    pub fn fault_at(&mut self, span: Span, kind: SettingsFaultKind) {
        self.faults.push(SettingsFault { span, kind });
    }

    fn wrong_type(&mut self, key: &str, needs: &str, node: &Node) {
        let found = match &node.value {
            Value::Nothing => "nothing".to_owned(),
            Value::Text(text) => format!("“{text}”"),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a group of names and values".to_owned(),
        };
        let key = format!("{}{key}", self.around);
        self.fault_at(node.span, SettingsFaultKind::WrongType { key, needs: needs.to_owned(), found });
    }

    /// Words, with their place.
    pub fn written(&mut self, key: &'static str) -> Option<Written<String>> {
        let node = self.take(key)?;
        match node.value {
            Value::Text(text) => Some(Written { value: tidy(&text), span: node.span }),
            _ => {
                self.wrong_type(key, "words", &node);
                None
            }
        }
    }

    /// Words.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        self.written(key).map(|written| written.value)
    }

    /// A short value, without a comment behind it.
    fn short(&mut self, key: &'static str, needs: &str) -> Option<(String, Node)> {
        let node = self.take(key)?;
        match &node.value {
            Value::Text(text) => Some((without_comment(text), node)),
            _ => {
                self.wrong_type(key, needs, &node);
                None
            }
        }
    }

    /// One word out of a few.
    pub fn choice<T: Choice>(&mut self, key: &'static str) -> Option<T> {
        let node = self.take(key)?;
        if let Value::Text(text) = &node.value {
            return self.choose(key, &without_comment(text), node.span);
        }
        self.wrong_type(key, &format!("one of: {}", words_of::<T>().join(", ")), &node);
        None
    }

    fn choose<T: Choice>(&mut self, key: &str, word: &str, span: Span) -> Option<T> {
        let choice = T::from_word(&word.to_lowercase().replace([' ', '_'], "-"));
        if choice.is_none() {
            let known = words_of::<T>();
            let near = nearest(word, known.iter().copied()).first().map(|near| (*near).to_owned());
            let key = format!("{}{key}", self.around);
            self.fault_at(span, SettingsFaultKind::UnknownValue { key, value: word.to_owned(), known, nearest: near });
        }
        choice
    }

    /// Some words out of a few.
    pub fn choices<T: Choice + PartialEq>(&mut self, key: &'static str) -> Vec<T> {
        let mut choices = Vec::new();
        for word in self.list(key) {
            if let Some(choice) = self.choose::<T>(key, &word.value, word.span)
                && !choices.contains(&choice)
            {
                choices.push(choice);
            }
        }
        choices
    }

    /// Yes or no.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let needs = "“yes” or “no”";
        let (word, node) = self.short(key, needs)?;
        match word.to_lowercase().as_str() {
            "yes" | "true" | "on" => Some(true),
            "no" | "false" | "off" => Some(false),
            _ => {
                self.wrong_type(key, needs, &node);
                None
            }
        }
    }

    /// A whole number.
    pub fn number(&mut self, key: &'static str) -> Option<i64> {
        let needs = "a whole number, such as 3";
        let (word, node) = self.short(key, needs)?;
        let number = word.parse().ok();
        if number.is_none() {
            self.wrong_type(key, needs, &node);
        }
        number
    }

    /// A day.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        let (word, node) = self.short(key, "a date, such as 22 November 2026")?;
        let date = read_date(&word);
        if date.is_none() {
            let key = format!("{}{key}", self.around);
            self.fault_at(node.span, SettingsFaultKind::BadDate { key, value: word });
        }
        date
    }

    /// A language tag.
    pub fn language(&mut self, key: &'static str) -> Option<Language> {
        let needs = "the short name of a language, such as en, cy or en-GB";
        let (word, node) = self.short(key, needs)?;
        let language = language_of(&word);
        if language.is_none() {
            self.wrong_type(key, needs, &node);
        }
        language
    }

    /// Several language tags.
    pub fn languages(&mut self, key: &'static str) -> Vec<Language> {
        let mut languages = Vec::new();
        for word in self.list(key) {
            match language_of(&word.value) {
                Some(language) => languages.push(language),
                None => {
                    self.does_not_fit(key, "the short names of languages, such as en, cy", &word);
                }
            }
        }
        languages
    }

    /// Several words: a YAML list, or `a, b` on one line.
    pub fn list(&mut self, key: &'static str) -> Vec<Written<String>> {
        let Some(node) = self.take(key) else { return Vec::new() };
        match node.value {
            Value::Text(text) => {
                let words = without_comment(&text);
                let words = words.split(',').map(tidy).filter(|word| !word.is_empty());
                words.map(|value| Written { value, span: node.span }).collect()
            }
            _ => self.items(key, node),
        }
    }

    /// Several texts: a YAML list, or one text. A comma is part of the text.
    pub fn texts(&mut self, key: &'static str) -> Vec<Written<String>> {
        let Some(node) = self.take(key) else { return Vec::new() };
        match node.value {
            Value::Text(text) => vec![Written { value: tidy(&text), span: node.span }],
            _ => self.items(key, node),
        }
    }

    fn items(&mut self, key: &str, node: Node) -> Vec<Written<String>> {
        let Value::List(items) = node.value else {
            self.wrong_type(key, "a list, such as a, b", &node);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.value {
                Value::Text(text) => texts.push(Written { value: tidy(&text), span: item.span }),
                Value::Nothing => {}
                _ => self.wrong_type(key, "a list of words", &item),
            }
        }
        texts
    }

    /// The fields of the map under `key`, read by `read`; `None` when there is none.
    pub fn map<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Fields<'_>) -> T) -> Option<T> {
        let node = self.take(key)?;
        let Value::Map(entries) = node.value else {
            self.wrong_type(key, "lines below it, moved in by 2 blanks", &node);
            return None;
        };
        let mut fields = self.inside(key, entries);
        let value = read(&mut fields);
        let known = fields.finish();
        self.knows_inside(known);
        Some(value)
    }

    /// The entries of the map under `key`, whatever their names.
    pub fn entries(&mut self, key: &'static str) -> Vec<Entry> {
        let Some(node) = self.take(key) else { return Vec::new() };
        match node.value {
            Value::Map(entries) => entries,
            _ => {
                self.wrong_type(key, "lines below it, moved in by 2 blanks", &node);
                Vec::new()
            }
        }
    }

    /// Every entry, whatever its name.
    pub fn all(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.entries)
    }

    /// Fields for a map that stands under a name of the author's own.
    pub fn inside(&mut self, name: &str, entries: Vec<Entry>) -> Fields<'_> {
        let around = format!("{}{name}.", self.around);
        let (known, known_inside, moved_in) = (Vec::new(), Vec::new(), Vec::new());
        Fields { entries, around, known, known_inside, moved_in, faults: &mut *self.faults }
    }

    /// Rules with reasons.
    pub fn allowances(&mut self, key: &'static str) -> Vec<Allowance> {
        let entries = self.entries(key);
        let mut allowances = Vec::new();
        for (name, node) in entries {
            match node.value {
                Value::Text(text) => {
                    allowances.push(Allowance { rule: name.value, reason: tidy(&text), span: name.span, covers: None });
                }
                Value::Nothing => {
                    allowances.push(Allowance { rule: name.value, reason: String::new(), span: name.span, covers: None });
                }
                _ => self.wrong_type(&format!("{key}.{}", name.value), "a reason, in words", &node),
            }
        }
        allowances
    }

    /// A fault for words that are not what `key` needs.
    pub fn does_not_fit(&mut self, key: &str, needs: &str, words: &Written<String>) {
        let node = Node { value: Value::Text(words.value.clone()), span: words.span };
        self.wrong_type(key, needs, &node);
    }

    /// A fault for a value of the author's own naming that should be words.
    pub fn needs_words(&mut self, key: &str, node: &Node) {
        self.wrong_type(key, "words", node);
    }

    /// A fault for an entry that should have entries of its own.
    pub fn needs_lines(&mut self, key: &str, node: &Node) {
        self.wrong_type(key, "lines below it, moved in by 2 blanks", node);
    }

    /// A fault for a name that must be there.
    pub fn missing(&mut self, key: &'static str) {
        self.fault_at(Span::default(), SettingsFaultKind::Missing(key));
    }

    /// Names that are known in maps inside this one.
    pub fn knows_inside(&mut self, names: Vec<&'static str>) {
        self.known_inside.extend(names);
    }

    /// Tells every name that no getter asked for, and every known one that is moved in by mistake. Gives the known names.
    pub fn finish(mut self) -> Vec<&'static str> {
        let mut known = Vec::new();
        if !self.entries.is_empty() {
            known.clone_from(&self.known);
            known.sort_unstable();
            known.dedup();
        }
        for (name, _) in &self.entries {
            let same = SAME_AS.iter().find(|(other, known)| *other == name.value && self.known.contains(known)).map(|(_, known)| *known);
            let near = same.or_else(|| nearest(&name.value, self.known.iter().copied()).first().copied()).map(str::to_owned);
            let key = format!("{}{}", self.around, name.value);
            self.faults
                .push(SettingsFault { span: name.span, kind: SettingsFaultKind::UnknownKey { key, nearest: near, known: known.clone() } });
        }
        self.known.append(&mut self.known_inside);
        for name in self.moved_in.iter().filter(|name| self.known.iter().any(|known| name.value.eq_ignore_ascii_case(known))) {
            self.faults.push(SettingsFault { span: name.span, kind: SettingsFaultKind::MovedIn(name.value.clone()) });
        }
        self.known
    }
}

fn words_of<T: Choice>() -> Vec<&'static str> {
    T::WORDS.iter().map(|(word, _)| *word).collect()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Nothing => true,
        Value::Text(text) => text.trim().is_empty(),
        Value::List(_) | Value::Map(_) => false,
    }
}

/// The value before ` # a comment`.
fn without_comment(text: &str) -> String {
    tidy(text.split(" #").next().unwrap_or(text))
}

/// Takes away the blanks at both ends, and the curly quotes that a word processor puts around a value.
fn tidy(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let pairs = [('\u{201C}', '\u{201D}'), ('\u{2018}', '\u{2019}')];
    for (open, close) in pairs {
        if let Some(inside) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))
            && !inside.contains(open)
        {
            return inside.trim().to_owned();
        }
    }
    text.to_owned()
}
