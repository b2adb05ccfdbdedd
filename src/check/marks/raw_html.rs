//! The rule `raw-html`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Block, Inline, OddityKind, each_block, each_inline};

rule! {
    /// HTML in a page.
    ///
    /// # Why it matters
    /// HTML can break the page for people who use a screen reader. It does not work on paper. Alongside shows it as text.
    ///
    /// # What to do
    /// Write it in Markdown, or take it away.
    ///
    /// One comment has a meaning: `<!-- allow: rule-name: your reason -->`. It lets the block behind it break a rule.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) We <b>listen</b> to you.
    /// ```
    /// ```markdown pass
    /// <!-- allow: no-picture: We have no picture for this yet. -->
    /// We listen to you.
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criterion 4.1.2; OWASP, *Cross Site Scripting Prevention Cheat Sheet*.
    "raw-html", Marks, Error, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let page = &view.paired.page;
    for words in &view.prose.marked {
        let mut open: Vec<String> = Vec::new();
        each_inline(words, &mut |inline| {
            let Inline::Html(html, span) = inline else { return };
            let name = tag_name(html);
            // The end of a tag whose beginning has been told is no news.
            match open.iter().rposition(|open| html.starts_with("</") && *open == name) {
                Some(place) => drop(open.remove(place)),
                None => {
                    tell(html, *span, report);
                    open.push(name);
                }
            }
        });
    }
    let mut blocks = |block: &Block| {
        if let Block::Html(html, span) = block {
            tell(html, *span, report);
        }
    };
    each_block(&page.blocks, &mut blocks);
    page.footnotes.iter().for_each(|footnote| each_block(&footnote.blocks, &mut blocks));
    for oddity in page.oddities.iter().filter(|oddity| oddity.kind == OddityKind::BadAllowance) {
        let todo = "Write it like this: <!-- allow: rule-name: your reason -->";
        report.find(oddity.span, "This comment begins with “allow”, but it names no rule.", todo);
    }
}

fn tag_name(html: &str) -> String {
    html.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("").to_lowercase()
}

fn tell(html: &str, span: crate::toolkit::Span, report: &mut Report<'_>) {
    let todo = match tag_name(html).as_str() {
        "b" | "strong" => "For a hard word write **word**. Else take the HTML away.",
        "br" => "Begin a new line instead: one line is one row.",
        "img" => "Write a picture as ![What it shows](file.jpg).",
        "a" => "Write a link as [words](address).",
        "i" | "em" | "u" | "font" | "span" | "center" => "Take it away. Plain words are the easiest to read.",
        "ul" | "ol" | "li" => "Write a list with - at the beginning of each line.",
        "h1" | "h2" | "h3" | "h4" => "Write a heading with ## at the beginning of the line.",
        "video" | "audio" | "iframe" => "Put a film in a box that begins with > [!video], with a link to the file.",
        _ if html.starts_with("<!--") => "Take the comment away. Only <!-- allow: rule-name: your reason --> has a meaning.",
        _ => "",
    };
    report.find(span, format!("This is HTML: “{}”.", short(html)), todo);
}
