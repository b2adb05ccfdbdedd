//! The rule `broken-link`.

use crate::check::report::{one_of, short};
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run, SiteView};
use crate::finding::Fix;
use crate::toolkit::{Link, LinkFault, LinkUse, Span};

rule! {
    /// A link that leads nowhere.
    ///
    /// # Why it matters
    /// A reader who follows the link comes to a page that says “not found”. That is a dead end.
    ///
    /// # What to do
    /// Check the name of the page or file. To link to another page, write the name of its file, such as `[Where to start](2-where-to-start.md)`.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) Read more in [where to start](where-to-strat.md).
    /// ```
    /// ```markdown pass
    /// ![](listen) Read more at [our website](https://example.org).
    /// ```
    ///
    /// # Sources
    /// - W3C, *Making Content Usable for People with Cognitive and Learning Disabilities*, objective 2: help users find what they need.
    "broken-link", Structure, Error, Run::PageAndSite(run, run_site)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for (link, found) in view.paired.page.links.iter().zip(&view.paired.links) {
        if let LinkUse::Broken(fault) = found {
            let (what, todo) = words(&short(&link.written), fault);
            let fix = without_curly_quotes(view.source, link);
            let todo = if fix.is_some() { "Take the curly quotes away. Another program put them there.".to_owned() } else { todo };
            report.find(link.span, what, todo).fix = fix;
        }
    }
    let full_version = view.paired.page.front.full_version.as_ref().zip(view.paired.full_version.as_ref());
    if let Some((written, LinkUse::Broken(fault))) = full_version {
        let (what, todo) = words(&short(&written.value), fault);
        report.find(written.span, what, todo);
    }
}

/// Word makes curly quotes of those around an address.
fn without_curly_quotes(source: &str, link: &Link) -> Option<Fix> {
    const QUOTES: [char; 6] = ['“', '”', '„', '‘', '’', '\u{201F}'];
    let address = link.written.trim_matches(QUOTES);
    let at = link.span.of(source).rfind(&link.written)?;
    let start = link.span.start as usize + at;
    let span = Span::new(start..start + link.written.len());
    let is_quoted = link.written.starts_with(QUOTES) && link.written.ends_with(QUOTES) && !address.is_empty();
    is_quoted.then(|| Fix::new(span, address, "Take the curly quotes away."))
}

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    for wanted in view.headings {
        let what = format!("The page {} has no heading with the name “{}”.", wanted.to.file_name(), wanted.name);
        let todo = did_you_mean(&wanted.nearest);
        report.find_at(wanted.from.as_str(), Some(wanted.span), what, todo);
    }
}

fn did_you_mean(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("Did you mean {}?", one_of(near)) }
}

/// What to do about a name that is not there: it may be the address of a website.
fn website_or(written: &str, near: &[String]) -> String {
    let is_website = written.starts_with("www.") || [".org", ".com", ".uk", ".net"].iter().any(|end| written.ends_with(end));
    if is_website { format!("Is this a website? Then write https://{written}.") } else { did_you_mean(near) }
}

fn words(written: &str, fault: &LinkFault) -> (String, String) {
    match fault {
        LinkFault::NoPage(near) => (format!("There is no page “{written}”."), website_or(written, near)),
        LinkFault::Draft => (
            format!("The page “{written}” is marked as a draft, so readers cannot open it."),
            "Take “draft: yes” from the head of that page, or take the link away.".to_owned(),
        ),
        LinkFault::NoHeading(name, near) => (format!("This page has no heading with the name “{name}”."), did_you_mean(near)),
        LinkFault::NoFile(near) => (format!("There is no file “{written}”."), website_or(written, near)),
        LinkFault::KindOfFile(extension) => (
            format!("Files that end in .{extension} are not published."),
            "Offer a kind of file that everybody can open, such as .pdf or .docx.".to_owned(),
        ),
        LinkFault::Unreadable(why) => (format!("The file “{written}” cannot be used: {why}."), "Save the file again.".to_owned()),
        LinkFault::Lost if written.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http")) => {
            (format!("The web address “{written}” is not whole."), "Write the whole address, such as https://www.example.org.".to_owned())
        }
        LinkFault::Lost => (
            "This link does not lead to anything in your toolkit.".to_owned(),
            "Write the name of a page or file of your toolkit. A web address begins with https://.".to_owned(),
        ),
        LinkFault::Refused => (
            format!("Links such as “{written}” could do harm, so they are left out."),
            "Use links that begin with https://, mailto: or tel:, or the name of a page.".to_owned(),
        ),
    }
}
