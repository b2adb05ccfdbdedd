//! Drawings: SVG is read and written again, and only what is on the lists below survives.
//!
//! A drawing that needs more (a style sheet, filters) goes through `usvg` first, which turns it into plain shapes.

use roxmltree::{Document, Node, ParsingOptions};

use super::weight;
use crate::toolkit::ImageFault;

/// The most nodes of a drawing.
const NODES_MAX: u32 = 200_000;
/// How deep its groups may lie inside each other.
const DEPTH_MAX: usize = 200;
/// The side of a drawing that does not say how large it is.
const SIDE_PX: u32 = 96;
/// The longest side of a drawing.
const SIDE_MAX_PX: f64 = 100_000.0;

/// Elements that survive, with what they hold.
const ELEMENTS: [&str; 17] = [
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "title",
    "desc",
    "defs",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "use",
];

/// Elements that vanish without a trace: they draw nothing, or do what a picture must not do.
const VANISHING: [&str; 13] = [
    "script",
    "foreignObject",
    "metadata",
    "animate",
    "animateTransform",
    "animateMotion",
    "set",
    "iframe",
    "audio",
    "video",
    "handler",
    "listener",
    "namedview",
];

/// Elements that are shapes.
const SHAPES: [&str; 7] = ["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"];

/// Functions in values that draw. Others could fetch something, or mean nothing to older browsers.
const FUNCTIONS: [&str; 13] =
    ["url", "rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewx", "skewy", "translatex", "translatey"];

/// Attributes that survive.
const ATTRIBUTES: [&str; 60] = [
    "viewBox",
    "width",
    "height",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "fx",
    "fy",
    "fr",
    "d",
    "points",
    "transform",
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "opacity",
    "color",
    "display",
    "visibility",
    "overflow",
    "clip-path",
    "clip-rule",
    "id",
    "offset",
    "stop-color",
    "stop-opacity",
    "gradientUnits",
    "gradientTransform",
    "spreadMethod",
    "clipPathUnits",
    "preserveAspectRatio",
    "version",
    "paint-order",
    "shape-rendering",
    "vector-effect",
    "pathLength",
    "mix-blend-mode",
    "isolation",
    "href",
    "color-interpolation",
    "enable-background",
    "font-size",
    "text-anchor",
    "dominant-baseline",
];

/// A drawing, written again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The drawing.
    pub text: String,
    /// Its width in CSS pixels.
    pub width_px: u32,
    /// Its height in CSS pixels.
    pub height_px: u32,
}

/// Reads a drawing and writes it again.
///
/// # Errors
/// The file is no well-formed SVG, or goes over a limit.
pub fn clean(bytes: &[u8]) -> Result<Drawing, ImageFault> {
    let text = std::str::from_utf8(bytes).map_err(|error| ImageFault::BadDrawing(error.to_string()))?;
    let text = text.trim_start_matches('\u{FEFF}');
    match write_again(text, Reading::AsWritten)? {
        Written::Whole(drawing) => Ok(drawing),
        Written::NeedsMore => match write_again(&simplified(text)?, Reading::Simplified)? {
            Written::Whole(drawing) => Ok(drawing),
            Written::NeedsMore => Err(ImageFault::BadDrawing("it uses parts of SVG that Alongside does not know".to_owned())),
        },
    }
}

/// Which text of a drawing is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    AsWritten,
    Simplified,
}

enum Written {
    Whole(Drawing),
    /// Something that draws would have been lost.
    NeedsMore,
}

/// Turns a drawing with style sheets and the like into plain shapes. Nothing outside is read.
fn simplified(text: &str) -> Result<String, ImageFault> {
    let nothing = usvg::ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = usvg::Options { image_href_resolver: nothing, ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(text, &options).map_err(|error| ImageFault::BadDrawing(error.to_string()))?;
    Ok(tree.to_string(&usvg::WriteOptions { indent: usvg::Indent::None, ..usvg::WriteOptions::default() }))
}

fn write_again(text: &str, reading: Reading) -> Result<Written, ImageFault> {
    let bad = |why: String| ImageFault::BadDrawing(why);
    // Entities are needed for old programs' files; the reader has limits against those that grow without end.
    let options = ParsingOptions { allow_dtd: true, nodes_limit: NODES_MAX, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| bad(error.to_string()))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || !is_svg(root) {
        return Err(bad("it does not begin with svg".to_owned()));
    }
    if !weight::is_bearable(&document) {
        return Err(bad("it repeats its parts too often".to_owned()));
    }
    if reading == Reading::AsWritten {
        would_be_lost(&document)?;
    }
    let (width_px, height_px) = size(root)?;
    let mut out = Out { text: String::with_capacity(text.len()), lost: false, shapes: 0 };
    out.element(root, 0)?;
    if out.lost {
        return Ok(Written::NeedsMore);
    }
    if out.shapes == 0 {
        return Err(bad("it shows nothing".to_owned()));
    }
    Ok(Written::Whole(Drawing { text: out.text, width_px, height_px }))
}

/// The size of a drawing: its own, or else that of its view.
fn size(root: Node<'_, '_>) -> Result<(u32, u32), ImageFault> {
    let view: Vec<f64> = root
        .attribute("viewBox")
        .unwrap_or("")
        .split([' ', ',', '\n', '\t'])
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    let own = |name: &str| {
        let written = root.attribute(name)?.trim();
        let number = written.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        (!written.ends_with('%')).then(|| number.parse::<f64>().ok()).flatten()
    };
    let side = |own: Option<f64>, view: Option<&f64>| own.or(view.copied()).unwrap_or(f64::from(SIDE_PX));
    let (width, height) = (side(own("width"), view.get(2)), side(own("height"), view.get(3)));
    // The limits make the cast safe.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = |side: f64| (side.is_finite() && side > 0.0 && side <= SIDE_MAX_PX).then(|| (side.round() as u32).max(1));
    whole(width).zip(whole(height)).ok_or_else(|| ImageFault::BadDrawing("its size makes no sense".to_owned()))
}

/// Whether an element belongs to SVG, and not to the notes of a drawing program.
fn is_svg(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace().is_none_or(|space| space == "http://www.w3.org/2000/svg")
}

/// Words and photos in a drawing cannot be kept: words need a font that the reader may not have, and a photo may hold
/// what a camera wrote.
fn would_be_lost(document: &Document<'_>) -> Result<(), ImageFault> {
    for node in document.descendants().filter(|node| node.is_element() && is_svg(*node)) {
        let has_words = || node.descendants().any(|inside| inside.text().is_some_and(|words| !words.trim().is_empty()));
        match node.tag_name().name() {
            "image" => return Err(ImageFault::PhotoInDrawing),
            "text" | "foreignObject" if has_words() => return Err(ImageFault::WordsInDrawing),
            _ => {}
        }
    }
    Ok(())
}

struct Out {
    text: String,
    /// Whether something that draws was left out.
    lost: bool,
    /// How many shapes there are.
    shapes: usize,
}

impl Out {
    fn element(&mut self, node: Node<'_, '_>, depth: usize) -> Result<(), ImageFault> {
        let name = node.tag_name().name();
        if depth > DEPTH_MAX {
            return Err(ImageFault::BadDrawing("its groups lie too deep inside each other".to_owned()));
        }
        if !is_svg(node) || VANISHING.contains(&name) {
            return Ok(());
        }
        // A link around shapes is a group of them.
        let name = if name == "a" { "g" } else { name };
        if !ELEMENTS.contains(&name) {
            self.lost = true;
            return Ok(());
        }
        self.shapes += usize::from(SHAPES.contains(&name));
        self.text.push('<');
        self.text.push_str(name);
        if depth == 0 {
            self.text.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
        }
        for attribute in node.attributes() {
            let space = attribute.namespace();
            let leads = attribute.name() == "href";
            if (space.is_none() || leads && space == Some("http://www.w3.org/1999/xlink")) && !(leads && name == "g") {
                self.attribute(attribute.name(), attribute.value());
            }
        }
        let is_text = matches!(name, "title" | "desc");
        let mut inside = node.children().filter(|child| child.is_element() || (is_text && child.is_text())).peekable();
        if inside.peek().is_none() {
            self.text.push_str("/>");
            return Ok(());
        }
        self.text.push('>');
        for child in inside {
            match child.text().filter(|_| child.is_text()) {
                Some(words) => push_escaped(words, &mut self.text),
                None => self.element(child, depth + 1)?,
            }
        }
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
        Ok(())
    }

    fn attribute(&mut self, name: &str, value: &str) {
        if name == "style" {
            // `fill:red;stroke:none` means the same as the attributes of these names.
            for (name, value) in value.split(';').filter_map(|part| part.split_once(':')) {
                self.attribute(name.trim(), value.trim());
            }
            return;
        }
        if name == "class" || name == "filter" || name == "mask" || name.starts_with("marker") {
            self.lost = true;
            return;
        }
        if !ATTRIBUTES.contains(&name) || !is_safe(name, value) {
            return;
        }
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        push_escaped(value, &mut self.text);
        self.text.push('"');
    }
}

/// Whether a value leads to nothing but the drawing itself.
fn is_safe(name: &str, value: &str) -> bool {
    // Nearly every value is a colour, a number or a path. What leads elsewhere has one of these signs.
    if name != "href" && !value.contains(['(', ':', '\\', '@']) {
        return true;
    }
    let value: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
    if name == "href" {
        return value.starts_with('#');
    }
    let only_inside = value.match_indices("url(").all(|(at, _)| value[at + 4..].trim_start_matches(['"', '\'']).starts_with('#'));
    let only_known = value.match_indices('(').all(|(at, _)| {
        let before = &value[..at];
        let start = before.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').map_or(0, |other| other + 1);
        FUNCTIONS.contains(&&before[start..])
    });
    // A backslash could spell `url(` in a way that is not seen here.
    only_inside && only_known && !value.contains("javascript:") && !value.contains('\\') && !value.contains("@import")
}

fn push_escaped(text: &str, out: &mut String) {
    if !text.bytes().any(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"')) {
        return out.push_str(text);
    }
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(inside: &str) -> String {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 10 20\">{inside}</svg>"
        );
        clean(svg.as_bytes()).unwrap().text
    }

    #[test]
    fn shapes_survive() {
        let shape = "<title>A &amp; B</title><g fill=\"none\"><path d=\"M0 0\" stroke=\"#111\"/></g>";
        assert_eq!(cleaned(shape), format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 20\">{shape}</svg>"));
        let painted = "<path fill=\"url(#a)\" transform=\"rotate(4) translate(1 2)\" stroke=\"rgb(1,2,3)\"/>";
        assert!(cleaned(painted).contains(painted));
        let drawing = clean(b"<svg xmlns='http://www.w3.org/2000/svg' width='40mm' height='20'><path d='M0 0'/></svg>").unwrap();
        assert_eq!((drawing.width_px, drawing.height_px), (40, 20));
    }

    #[test]
    fn nothing_that_runs_or_reaches_out_survives() {
        for bad in [
            "<script>alert(1)</script>",
            "<path onload=\"alert(1)\" d=\"M0 0\"/>",
            "<foreignObject><p/></foreignObject>",
            "<a href=\"javascript:alert(1)\"><path d=\"M0 0\"/></a>",
            "<use href=\"https://example.org/x.svg#a\"/>",
            "<use xlink:href=\"x.svg#a\"/>",
            "<path fill=\"url(https://example.org/x)\" d=\"M0 0\"/>",
            "<path style=\"fill:url( 'https://example.org')\" d=\"M0 0\"/>",
            "<path fill=\"u\\72l(//example.org)\" d=\"M0 0\"/>",
            "<set attributeName=\"href\" to=\"javascript:x\"/>",
            "<?xml-stylesheet href=\"x\"?><path/>",
        ] {
            let text = cleaned(&format!("{bad}<rect/>")).to_lowercase();
            for word in ["script", "example.org", "onload", "foreign", "alert", "x.svg", "stylesheet"] {
                assert!(!text.contains(word), "{bad} gave {text}");
            }
        }
    }

    #[test]
    fn a_style_sheet_becomes_attributes() {
        let text = cleaned("<style>.a{fill:#ff0000}</style><rect class=\"a\" width=\"4\" height=\"4\"/>");
        assert!(text.contains("#ff0000") && !text.contains("style"), "{text}");
        let text = cleaned("<style>@import url(https://example.org/x.css);</style><rect width=\"4\" height=\"4\"/>");
        assert!(!text.contains("example.org"), "{text}");
    }

    #[test]
    fn bombs_and_broken_files_are_refused() {
        let bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]><svg><title>&f;&f;&f;&f;</title></svg>";
        assert!(clean(bomb.as_bytes()).is_err());
        let deep = format!("<svg>{}{}</svg>", "<g>".repeat(5_000), "</g>".repeat(5_000));
        assert!(clean(deep.as_bytes()).is_err());
        for broken in ["<svg", "<html/>", "", "<svg width=\"0\"/>", "<svg viewBox=\"0 0 nan 1\" width=\"-4\"/>", "<svg>\u{0}</svg>"] {
            assert!(clean(broken.as_bytes()).is_err(), "{broken}");
        }
        assert!(clean(b"<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg><title>&x;</title></svg>").is_err());
    }
}
