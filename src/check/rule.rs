//! What a rule is.

use std::sync::OnceLock;

use super::report::Report;
use super::view::{OutputView, PageView, SiteView};
use crate::finding::{RuleName, Severity};
use crate::toolkit::Language;

/// One thing that is looked for.
#[derive(Debug)]
pub struct Rule {
    /// Its name.
    pub name: RuleName,
    /// The group in which people look for it.
    pub group: Group,
    /// How much its findings weigh.
    pub severity: Severity,
    /// The languages of the pages at which it looks, by their short names; empty for all.
    pub languages: &'static [&'static str],
    /// All that there is to say about it, in Markdown: what `alongside explain` shows.
    pub docs: &'static str,
    /// How it looks.
    pub run: Run,
    /// What it says to every finding: why it matters, and what to do. Read from its docs once.
    pub said: OnceLock<(String, String)>,
}

/// What a rule looks at.
#[derive(Debug)]
pub enum Run {
    /// One page, with what it asks for.
    Page(fn(&PageView<'_>, &mut Report<'_>)),
    /// The toolkit as a whole.
    Site(fn(&SiteView<'_>, &mut Report<'_>)),
    /// Each page, and what is known only when all pages are read.
    PageAndSite(fn(&PageView<'_>, &mut Report<'_>), fn(&SiteView<'_>, &mut Report<'_>)),
    /// What was made from it.
    Output(fn(&OutputView<'_>, &mut Report<'_>)),
}

/// The groups of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Hard words and the word list.
    Words,
    /// How sentences are built.
    Sentences,
    /// Marks on text.
    Marks,
    /// Pictures.
    Pictures,
    /// The structure of pages, and facts about guides.
    Structure,
    /// Settings, packs, themes and files.
    Toolkit,
}

impl Group {
    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Words => "Words",
            Self::Sentences => "Sentences",
            Self::Marks => "Marks on text",
            Self::Pictures => "Pictures",
            Self::Structure => "Structure and facts about the guide",
            Self::Toolkit => "Settings, packs and themes",
        }
    }
}

impl Rule {
    /// What it finds, in one sentence.
    pub fn summary(&self) -> &'static str {
        self.docs.trim_start().lines().next().unwrap_or("").trim()
    }

    /// Whether it looks at pages in this language.
    pub fn speaks(&self, language: &Language) -> bool {
        self.languages.is_empty() || self.languages.contains(&language.base())
    }

    /// The languages at whose pages it looks, for people; `None` when it looks at all.
    pub fn language_names(&self) -> Option<String> {
        let names: Vec<&str> = self.languages.iter().map(|language| name_of(language)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// The text of the section `title` of its docs; empty when there is none.
    pub fn section(&self, title: &str) -> String {
        let mut lines = self.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        let in_section = |line: &&str| !line.starts_with("# ");
        let found = lines.by_ref().any(|line| line.strip_prefix("# ") == Some(title));
        if !found {
            return String::new();
        }
        lines.take_while(in_section).collect::<Vec<_>>().join("\n").trim().to_owned()
    }

    /// Why it matters, on one line: the first paragraph of that section.
    pub fn why(&self) -> &str {
        &self.said().0
    }

    /// What to do, on one line: the first paragraph of that section.
    pub fn todo(&self) -> &str {
        &self.said().1
    }

    fn said(&self) -> &(String, String) {
        self.said.get_or_init(|| (first_paragraph(&self.section("Why it matters")), first_paragraph(&self.section("What to do"))))
    }
}

/// The name of a language for which some rule is made.
fn name_of(language: &'static str) -> &'static str {
    match language {
        "cy" => "Welsh",
        "de" => "German",
        "en" => "English",
        "es" => "Spanish",
        "fr" => "French",
        other => other,
    }
}

/// A part of a rule's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagePart<'a> {
    /// The title of a section.
    Heading(&'a str),
    /// A line of text.
    Line(&'a str),
    /// An example begins: of what the rule finds, or of what it does not find; `None` when it is neither.
    Example(Option<Verdict>),
    /// A line of the example.
    ExampleLine(&'a str),
    /// The example ends.
    ExampleEnd,
}

/// Whether a rule finds something in an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Fail,
    /// It does not.
    Pass,
}

impl Verdict {
    /// What stands above such an example.
    pub fn words(self) -> &'static str {
        match self {
            Self::Fail => "Not like this:",
            Self::Pass => "Better:",
        }
    }
}

impl Rule {
    /// Its page, part by part.
    pub fn parts(&self) -> Vec<PagePart<'static>> {
        let mut in_example = false;
        let part = |line: &'static str| {
            let line = line.strip_prefix(' ').unwrap_or(line);
            match line.strip_prefix("```") {
                Some(_) if in_example => {
                    in_example = false;
                    PagePart::ExampleEnd
                }
                Some(info) => {
                    in_example = true;
                    PagePart::Example(match info.rsplit(' ').next() {
                        Some("fail") => Some(Verdict::Fail),
                        Some("pass") => Some(Verdict::Pass),
                        _ => None,
                    })
                }
                None if in_example => PagePart::ExampleLine(line),
                None => line.strip_prefix("# ").map_or(PagePart::Line(line), PagePart::Heading),
            }
        };
        self.docs.lines().map(part).collect()
    }

    /// Its page as Markdown.
    pub fn page(&self) -> String {
        let mut page = format!("# {}\n\n**{}** · {}", self.name, self.severity.word(), self.group.title());
        if let Some(languages) = self.language_names() {
            page.push_str(&format!(" · only for pages in {languages}"));
        }
        page.push_str("\n\n");
        for part in self.parts() {
            match part {
                PagePart::Heading(title) => page.push_str(&format!("## {title}\n\n")),
                // Behind a title or an example stands an empty line already.
                PagePart::Line("") if page.ends_with("\n\n") => {}
                PagePart::Line(line) | PagePart::ExampleLine(line) => page.push_str(&format!("{line}\n")),
                // Four signs, so that an example may hold a fence of its own.
                PagePart::Example(verdict) => {
                    let above = verdict.map(|verdict| format!("{}\n\n", verdict.words())).unwrap_or_default();
                    page.push_str(&format!("{above}````markdown\n"));
                }
                PagePart::ExampleEnd => page.push_str("````\n\n"),
            }
        }
        page.trim_end().to_owned() + "\n"
    }
}

fn first_paragraph(text: &str) -> String {
    text.split("\n\n").next().unwrap_or("").lines().collect::<Vec<_>>().join(" ")
}

/// Makes the static of a rule. Its comment is its page. Languages stand behind the severity, for a rule that looks only at
/// pages in some: `["en", "de"]`.
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $name:literal, $group:ident, $severity:ident, $run:expr) => {
        $crate::check::rule::rule! { $(#[doc = $doc])+ $name, $group, $severity, [], $run }
    };
    ($(#[doc = $doc:literal])+ $name:literal, $group:ident, $severity:ident, [$($language:literal),*], $run:expr) => {
        $(#[doc = $doc])+
        pub static RULE: $crate::check::Rule = $crate::check::Rule {
            name: $crate::finding::RuleName::new($name),
            group: $crate::check::Group::$group,
            severity: $crate::finding::Severity::$severity,
            languages: &[$($language),*],
            docs: concat!($($doc, "\n"),+),
            run: $run,
            said: ::std::sync::OnceLock::new(),
        };
    };
}
pub(crate) use rule;
