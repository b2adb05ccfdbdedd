//! A page as a short text, so that expectations can be read.

use std::fmt::Write;

use alongside::parse;
use alongside::toolkit::*;

/// Reads `text` as a page of this level and tells what became of it.
pub fn outline_at(level: Level, text: &str) -> String {
    let page = read(level, text);
    let mut out = String::new();
    blocks(&page, &page.blocks, 0, &mut out);
    for (place, footnote) in page.footnotes.iter().enumerate() {
        let _ = writeln!(out, "footnote {}", place + 1);
        blocks(&page, &footnote.blocks, 1, &mut out);
    }
    for allow in &page.allow {
        let covers = allow.covers.map_or("the page", |span| span.of(text).lines().next().unwrap_or(""));
        let _ = writeln!(out, "allow {}: {:?} for {covers:?}", allow.rule, allow.reason);
    }
    for oddity in &page.oddities {
        let _ = writeln!(out, "odd {:?} {:?}", oddity.kind, oddity.span.of(text));
    }
    out
}

/// The same for an easy-read page.
pub fn outline(text: &str) -> String {
    outline_at(Level::EasyRead, text)
}

pub fn read(level: Level, text: &str) -> Page {
    let path = SitePath::new("content/guide/page.md").unwrap();
    let source = parse::decode(text.as_bytes());
    parse::page(&parse::head(&path, &source.text), &source, level)
}

fn blocks(page: &Page, list: &[Block], depth: usize, out: &mut String) {
    let pad = "  ".repeat(depth);
    for block in list {
        match block {
            Block::Heading(heading) => {
                let _ = writeln!(out, "{pad}h{} #{} {}", heading.level, heading.id, words(page, &heading.words));
            }
            Block::Rows(rows) => {
                let _ = writeln!(out, "{pad}rows");
                for row in rows {
                    let _ = writeln!(out, "{pad}  {}", self::row(page, row));
                }
            }
            Block::Paragraph(inlines, _) => {
                let _ = writeln!(out, "{pad}p {}", words(page, inlines));
            }
            Block::Figure(id, _) => {
                let _ = writeln!(out, "{pad}figure {}", picture(page, *id));
            }
            Block::List(list) => {
                let _ = writeln!(out, "{pad}list{}", list.start.map_or(String::new(), |start| format!(" from {start}")));
                for item in &list.items {
                    let tick = match item.tick {
                        None => "-",
                        Some(Tick::Empty) => "[ ]",
                        Some(Tick::Ticked) => "[x]",
                    };
                    let _ = writeln!(out, "{pad}  {tick} {}", row(page, &item.row));
                    blocks(page, &item.below, depth + 2, out);
                }
            }
            Block::Box(call_out) => {
                let kind = call_out.kind.map_or_else(|| format!("unknown {}", call_out.kind_written), |kind| kind.word().to_owned());
                let _ = writeln!(out, "{pad}box {kind} #{} {}", call_out.id, words(page, &call_out.title));
                blocks(page, &call_out.blocks, depth + 1, out);
            }
            Block::Quote(inside, _) => {
                let _ = writeln!(out, "{pad}quote");
                blocks(page, inside, depth + 1, out);
            }
            Block::Table(table) => {
                let cells = |cells: &[Vec<Inline>]| cells.iter().map(|cell| words(page, cell)).collect::<Vec<_>>().join(" | ");
                let _ = writeln!(out, "{pad}table {}", cells(&table.head));
                for row in &table.rows {
                    let _ = writeln!(out, "{pad}  {}", cells(row));
                }
            }
            Block::Code { language, text, .. } => {
                let _ = writeln!(out, "{pad}code {language} {text:?}");
            }
            Block::Divider(_) => {
                let _ = writeln!(out, "{pad}divider");
            }
            Block::Html(html, _) => {
                let _ = writeln!(out, "{pad}html {html:?}");
            }
        }
    }
}

fn row(page: &Page, row: &Row) -> String {
    let picture = row.picture.map_or(String::new(), |id| format!("{} ", picture(page, id)));
    let label = if row.label.is_empty() { String::new() } else { format!("<{}> ", words(page, &row.label)) };
    format!("{picture}{label}{}", words(page, &row.words))
}

fn picture(page: &Page, id: PictureId) -> String {
    let picture = &page.pictures[id.0 as usize];
    let target = match &picture.target {
        PictureTarget::File(path) => path.to_string(),
        PictureTarget::Symbol { pack, name } => pack.as_ref().map_or(name.clone(), |pack| format!("{pack}/{name}")),
        PictureTarget::Outside(written) => format!("outside {written}"),
        PictureTarget::Nothing => "nothing".to_owned(),
    };
    let alt = match &picture.alt {
        None => String::new(),
        Some(AltText::Decorative) => ": decorative".to_owned(),
        Some(AltText::Describes(words)) => format!(": {words}"),
    };
    format!("({target}{alt}{})", if picture.alone { ", alone" } else { "" })
}

fn words(page: &Page, inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        let inside = || words(page, inline.children());
        match inline {
            Inline::Text(text, _) => out.push_str(text),
            Inline::Code(text, _) => out += &format!("`{text}`"),
            Inline::Emphasis(..) => out += &format!("_{}_", inside()),
            Inline::Strong(..) => out += &format!("*{}*", inside()),
            Inline::Strike(..) => out += &format!("~{}~", inside()),
            Inline::Link(id, ..) => out += &format!("[{} -> {:?}]", inside(), page.links[id.0 as usize].target),
            Inline::Picture(id, _) => out += &picture(page, *id),
            Inline::Footnote(number, _) => out += &format!("^{number}"),
            Inline::Break(_) => out.push_str(" / "),
            Inline::Html(html, _) => out += &format!("<html {html:?}>"),
        }
    }
    out
}
