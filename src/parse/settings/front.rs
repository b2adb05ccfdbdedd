//! The front matter of a page -> [`FrontMatter`].

use std::ops::Range;
use std::sync::Arc;

use memchr::memchr;
use pulldown_cmark::Event;

use super::config::contact;
use super::fields::Fields;
use super::words::word_entries;
use crate::toolkit::{FrontMatter, PageHead, SettingsFault, SettingsFaultKind, SitePath, Span, page_route};

/// Where the front matter of a page stands, and where its body begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The lines between the two `---`; empty when there are none.
    pub front: Range<usize>,
    /// The byte at which the body begins.
    pub body: usize,
    /// Whether the second `---` is there.
    pub closed: bool,
}

/// Finds the front matter of a page.
///
/// A word processor may have turned `---` into `—`; that counts too. When the second line is missing, the lines that
/// look like names with values are taken for the front matter, so that the text is not lost.
pub fn split(text: &str) -> Split {
    let none = Split { front: 0..0, body: 0, closed: true };
    let start = text.len() - text.trim_start_matches(['\n', ' ', '\t']).len();
    let mut lines = text[start..].split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| is_fence(line)) else { return none };
    let front = start + first.len();
    let mut at = front;
    while at < text.len() {
        let end = memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length + 1);
        let line = &text[at..end];
        if line.starts_with(['-', '\u{2013}', '\u{2014}', '.']) && (is_fence(line) || line.trim_end() == "...") {
            return Split { front: front..at, body: end, closed: true };
        }
        at = end;
    }
    let looks_like_settings = |line: &&str| line.contains(": ") || line.trim_end().ends_with(':') || line.starts_with(' ');
    let end = front + lines.take_while(looks_like_settings).map(str::len).sum::<usize>();
    Split { front: front..end, body: end, closed: false }
}

fn is_fence(line: &str) -> bool {
    let line = line.trim_end();
    let dashes = line.chars().all(|c| matches!(c, '-' | '\u{2013}' | '\u{2014}'));
    dashes && (line.starts_with("---") || line.contains('\u{2014}'))
}

/// Reads the head of the page at `path`.
pub fn head(path: &SitePath, text: &str) -> PageHead {
    let split = split(text);
    let mut faults = Vec::new();
    if !split.closed {
        let first_line = Span::new(split.front.start.saturating_sub(4)..split.front.start);
        faults.push(SettingsFault { span: first_line, kind: SettingsFaultKind::NotClosed });
    }
    let mut fields = super::read(&text[split.front.clone()], split.front.start, &mut faults);
    let front = read(&mut fields);
    fields.finish();
    let title = front.title.as_ref().map(|title| title.value.clone()).or_else(|| first_heading(&text[split.body..]));
    let body_start = Span::new(split.body..split.body).start;
    PageHead { path: path.clone(), route: page_route(path), front: Arc::new(front), faults, body_start, title }
}

/// The words of a body's first line when it is a heading of level 1.
fn first_heading(body: &str) -> Option<String> {
    let line = body.trim_start().lines().next().filter(|line| line.starts_with("# "))?;
    let mut words = String::new();
    for event in pulldown_cmark::Parser::new(line) {
        if let Event::Text(text) | Event::Code(text) = event {
            words.push_str(&text);
        }
    }
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}

fn read(fields: &mut Fields<'_>) -> FrontMatter {
    let words = fields.entries("words");
    FrontMatter {
        title: fields.written("title"),
        subtitle: fields.written("subtitle"),
        summary: fields.written("summary"),
        audience: fields.text("for"),
        by: fields.text("by"),
        date: fields.date("date"),
        review_date: fields.date("review-date"),
        version: fields.text("version"),
        status: fields.choice("status"),
        language: fields.language("language"),
        level: fields.choice("level"),
        order: fields.number("order"),
        picture: fields.written("picture"),
        symbols: fields.list("symbols"),
        words: word_entries(fields, words),
        formats: fields.choices("formats"),
        fold_page: fields.flag("fold-page"),
        contact: fields.map("contact", contact).unwrap_or_default(),
        made_by: fields.text("made-by"),
        checked_by: checked_by(fields),
        funder: fields.text("funder"),
        full_version: fields.written("full-version"),
        allow: fields.allowances("allow"),
        draft: fields.flag("draft").unwrap_or(false),
    }
}

/// Who checked the page. “Yes” names nobody: only people can say that they checked it, so the record says who they are.
fn checked_by(fields: &mut Fields<'_>) -> Option<String> {
    let written = fields.written("checked-by")?;
    match written.value.to_lowercase().trim_end_matches(['.', '!']) {
        "no" | "nobody" | "no one" | "none" | "not yet" | "false" | "-" => None,
        "yes" | "y" | "true" | "ok" | "done" | "checked" | "x" => {
            fields.does_not_fit("checked-by", "the name of the group that checked it", &written);
            None
        }
        _ => Some(written.value),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;
    use crate::toolkit::{Level, Status};

    fn front(text: &str) -> PageHead {
        head(&SitePath::new("content/a.md").unwrap(), text)
    }

    #[test]
    fn what_authors_type_is_understood() {
        let head = front(
            "---\ntitle: Access: what it means\nby: @ilis\nsubtitle: # 1\nversion: 1.10\nfor: Disabled people's groups\ndate: 22 November 2026\n\
             summary: “Working as equals.”\nstatus: Draft # for now\nlevel: easy read\norder: 3\nsymbols: starter, openmoji\n---\nBody.\n",
        );
        assert_eq!(head.faults, []);
        let f = &head.front;
        assert_eq!(head.title.as_deref(), Some("Access: what it means"));
        assert_eq!(
            (f.by.as_deref(), f.subtitle.as_ref().map(|subtitle| subtitle.value.as_str()), f.version.as_deref()),
            (Some("@ilis"), Some("# 1"), Some("1.10"))
        );
        assert_eq!(f.audience.as_deref(), Some("Disabled people's groups"));
        assert_eq!(f.summary.as_ref().map(|summary| summary.value.as_str()), Some("Working as equals."));
        assert_eq!(
            (f.date, f.status, f.level, f.order),
            (Some(Date::constant(2026, 11, 22)), Some(Status::Draft), Some(Level::EasyRead), Some(3))
        );
        assert_eq!(f.symbols.len(), 2);
    }

    #[test]
    fn a_broken_line_costs_only_itself() {
        let head = front("---\ntitle: One\n  date: [\norder: two\nstatus: finished\ndate: 31 February 2026\nunknown: x\n---\n");
        let kinds: Vec<_> = head.faults.iter().map(|fault| std::mem::discriminant(&fault.kind)).collect();
        assert_eq!(kinds.len(), 5, "{:#?}", head.faults);
        let head = front("---\ntitle: One\n}: {\nby: Us\n---\n");
        assert_eq!((head.front.by.as_deref(), head.title.as_deref()), (Some("Us"), Some("One")));
        assert_eq!(head.faults.len(), 1);
    }

    #[test]
    fn a_name_that_is_moved_in_is_told_and_words_are_not() {
        let head = front(
            "---\nsummary: We plan it\n  and: do it.\n  Note: together.\n  More words: here.\nby: Us\n draft: yes\ncontact:\n  post: Us\n   phone: 999\n---\n",
        );
        let found: Vec<_> = head.faults.iter().map(|fault| fault.kind.clone()).collect();
        assert_eq!(found, [SettingsFaultKind::MovedIn("draft".into()), SettingsFaultKind::MovedIn("phone".into())]);
    }

    #[test]
    fn an_open_front_matter_loses_no_text() {
        let text = "---\ntitle: One\nby: Us\n\nThe first line.\n";
        let head = front(text);
        assert_eq!(head.faults.len(), 1);
        assert_eq!(head.title.as_deref(), Some("One"));
        assert_eq!(text[head.body_start as usize..].trim(), "The first line.");
    }

    #[test]
    fn a_page_may_have_no_front_matter() {
        assert_eq!(front("# Hello **you** #\n\nText").title.as_deref(), Some("Hello you"));
        assert_eq!(front("Text\n---\n").title, None);
        assert_eq!(front("").body_start, 0);
        assert_eq!(front("\u{2014}\ntitle: Word\n\u{2014}\n").title.as_deref(), Some("Word"));
    }
}
