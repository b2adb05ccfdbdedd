//! The rule `description-needed`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::finding::Severity;
use crate::toolkit::{AltText, Inline, Picture, PictureTarget, each_inline, plain_text};

rule! {
    /// A picture marked as decorative that says something: a link, a chart, a map or a logo.
    ///
    /// # Why it matters
    /// A screen reader passes over it. A link with no words cannot be used at all.
    ///
    /// # What to do
    /// Say what the picture shows, or where the link leads: `![The way from the station to our office](map.png)`.
    ///
    /// # Examples
    /// ```markdown fail
    /// [![decorative](guide)](https://example.org)
    /// ```
    /// ```markdown pass
    /// [![Our guide to meetings](guide)](https://example.org)
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criteria 1.1.1 *Non-text Content* and 2.4.4 *Link Purpose*, failure F89.
    "description-needed", Pictures, Warning, Run::Page(run)
}

/// Parts of the names of pictures that are there to be read.
const TELLING: [&str; 16] = [
    "chart",
    "graph",
    "map",
    "logo",
    "diagram",
    "infographic",
    "timeline",
    "plan-of",
    "floorplan",
    "screenshot",
    "poster",
    "flowchart",
    "karte",
    "carte",
    "mapa",
    "siart",
];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let pictures = &view.paired.page.pictures;
    let mut linked: Vec<usize> = Vec::new();
    for words in &view.prose.marked {
        each_inline(words, &mut |inline| {
            let Inline::Link(_, inside, _) = inline else { return };
            if plain_text(inside).trim().is_empty() {
                each_inline(inside, &mut |inline| {
                    if let Inline::Picture(id, _) = inline {
                        linked.push(id.0 as usize);
                    }
                });
            }
        });
    }
    for (place, picture) in pictures.iter().enumerate().filter(|(_, picture)| picture.alt == Some(AltText::Decorative)) {
        if linked.contains(&place) {
            let what = "This picture is a link, and has no words.";
            report.find(picture.span, what, "Say where the link leads in place of “decorative”.").severity = Severity::Error;
        } else if let Some(kind) = telling(picture) {
            report.find(picture.span, format!("The name of this picture says “{kind}”, but it has no description."), "");
        }
    }
}

/// The part of a picture's name that says that it is there to be read.
fn telling(picture: &Picture) -> Option<&'static str> {
    let name = match &picture.target {
        PictureTarget::File(path) => path.stem().to_lowercase(),
        PictureTarget::Symbol { name, .. } => name.to_lowercase(),
        PictureTarget::Outside(_) | PictureTarget::Nothing => return None,
    };
    let has =
        |kind: &&&str| name.split(|c: char| !c.is_alphanumeric()).any(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()) == **kind);
    TELLING.iter().find(has).copied()
}
