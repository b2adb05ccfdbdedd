//! The floor: the least that a site generator of this kind can do. It reads Markdown with `pulldown-cmark`, fills one
//! Tera template a page with its rows, and writes the pages; it checks nothing and knows no pictures.
//!
//! `cargo bench --bench floor -- TOOLKIT OUTPUT`. `benches/compare.py` puts its time beside ours.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stdout)]

use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Tera};

const TEMPLATE: &str = r##"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ title }}</title>
<link rel="stylesheet" href="../../style.css"></head>
<body><a class="skip" href="#text">Go to the text</a>
<header><a href="../../index.html">Home</a><nav aria-label="Main"><ul><li><a href="../../index.html">All guides</a></li><li><a href="../../words/index.html">Word list</a></li></ul></nav></header>
<main id="text"><h1>{{ title }}</h1>
{% for block in blocks %}{% if block.heading %}<h2>{{ block.text }}</h2>
{% else %}<div class="row" id="{{ block.id }}"><img src="../../assets/{{ block.picture }}.svg" alt="" width="96" height="96"><div class="text"><p>{{ block.text }}</p></div></div>
{% endif %}{% endfor %}</main>
<footer><section><h2>Ask for help</h2><ul><li><strong>Phone</strong> <a href="tel:01632960000">01632 960000</a></li></ul></section></footer>
</body></html>
"##;

#[derive(Default, Serialize)]
struct Block {
    heading: bool,
    id: String,
    picture: String,
    text: String,
}

fn main() {
    // `cargo bench` adds an argument of its own.
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).filter(|argument| argument != "--bench").map(PathBuf::from).collect();
    let [toolkit, output] = &arguments[..] else {
        println!("usage: cargo bench --bench floor -- TOOLKIT OUTPUT");
        return;
    };
    let mut tera = Tera::default();
    tera.autoescape_on([".html"]);
    tera.add_raw_template("page.html", TEMPLATE).unwrap();
    let mut pages = Vec::new();
    find(&toolkit.join("content"), &mut pages);
    pages.par_iter().for_each(|path| {
        let text = std::fs::read_to_string(path).unwrap();
        let html = render(&tera, &text);
        let folder = output.join(path.strip_prefix(toolkit).unwrap()).with_extension("");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), html).unwrap();
    });
    println!("{} pages", pages.len());
}

fn find(folder: &Path, pages: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            find(&entry.path(), pages);
        } else if entry.path().extension().is_some_and(|extension| extension == "md") {
            pages.push(entry.path());
        }
    }
}

fn render(tera: &Tera, text: &str) -> String {
    let (front, body) = text.trim_start_matches("---\n").split_once("\n---\n").unwrap_or(("", text));
    let title = front.lines().find_map(|line| line.strip_prefix("title: ")).unwrap_or("");
    let mut context = Context::new();
    context.insert("title", title);
    context.insert("blocks", &blocks(body));
    tera.render("page.html", &context).unwrap()
}

fn blocks(body: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut block = Block::default();
    for event in Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS) {
        match event {
            Event::Start(Tag::Heading { .. }) => block.heading = true,
            Event::Start(Tag::Image { dest_url, .. }) => block.picture = dest_url.into_string(),
            Event::Text(text) => block.text.push_str(&text),
            Event::SoftBreak | Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => {
                block.id = format!("r-{}", blocks.len());
                blocks.push(std::mem::take(&mut block));
            }
            _ => {}
        }
    }
    blocks
}
