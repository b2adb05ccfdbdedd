//! The rule `description-form`.

use crate::check::report::{short, weight};
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::finding::Severity;
use crate::toolkit::{AltText, Measure, extension_of};

rule! {
    /// A description that does not do its work: a file name, “picture of …”, or far too long.
    ///
    /// # Why it matters
    /// People who do not see the picture hear this in its place. Screen readers say “image” by themselves.
    ///
    /// # What to do
    /// Say what the picture shows in one short sentence.
    ///
    /// A file name is an error, for it says nothing at all.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![Picture of a ramp](access) Find a place that everyone can get into.
    /// ```
    /// ```markdown pass
    /// ![A ramp beside the steps of a hall](access) Find a place that everyone can get into.
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, failure F30 (file names as descriptions); W3C, *Images Tutorial*, *Tips and tricks*.
    "description-form", Pictures, Warning, Run::Page(run)
}

/// Beginnings that a screen reader says anyway, in small letters.
const BEGINNINGS: [&str; 34] = [
    "a picture of",
    "picture of",
    "an image of",
    "image of",
    "a photo of",
    "photo of",
    "a photograph of",
    "photograph of",
    "a drawing of",
    "drawing of",
    "an icon of",
    "icon of",
    "a graphic of",
    "graphic of",
    "an illustration of",
    "illustration of",
    "a symbol of",
    "symbol of",
    "a symbol for",
    "symbol for",
    "icon for",
    "a picture showing",
    "picture showing",
    "image showing",
    "a picture that shows",
    "this picture shows",
    "this image shows",
    "llun o",
    "bild von",
    "ein bild von",
    "image d",
    "une image d",
    "imagen de",
    "una imagen de",
];
/// Endings of picture files.
const FILES: [&str; 9] = ["jpg", "jpeg", "png", "gif", "svg", "webp", "bmp", "tif", "heic"];
/// Names that cameras and programs give.
const NAMELESS: [&str; 10] = ["img", "dsc", "dscn", "dscf", "image", "picture", "photo", "screenshot", "untitled", "clipart"];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let letters_max = view.limit(Measure::DescriptionLetters);
    for picture in &view.paired.page.pictures {
        let Some(AltText::Describes(description)) = &picture.alt else { continue };
        let small = description.to_lowercase();
        let letters = description.chars().count();
        if is_file_name(&small) {
            let what = format!("The description “{}” is the name of a file.", short(description));
            report.find(picture.span, what, "").severity = Severity::Error;
        } else if !description.chars().any(char::is_alphanumeric) {
            report.find(picture.span, format!("The description “{}” has no words.", short(description)), "");
        } else if let Some(beginning) = BEGINNINGS.iter().find(|beginning| begins_with(&small, beginning)) {
            let what = format!("The description begins with “{beginning}”.");
            report.find(picture.span, what, "Take these words away. Begin with what the picture shows.");
        } else if let Some(beyond) = letters_max.and_then(|limit| limit.over(letters)) {
            let most = letters_max.and_then(|limit| limit.warning).unwrap_or_default();
            let what = format!("The description has {letters} letters. Try for {most} or fewer.");
            let todo = "Say the most important thing. What else there is to know belongs into the text.";
            report.find(picture.span, what, todo).severity = weight(beyond, RULE.severity);
        }
    }
}

fn begins_with(description: &str, beginning: &str) -> bool {
    description.strip_prefix(beginning).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', 'e', '\'', '’']))
}

/// `IMG_2034`, `hall.jpg`, `image1`.
fn is_file_name(small: &str) -> bool {
    if small.contains(char::is_whitespace) {
        return false;
    }
    let stem = small.trim_end_matches(|c: char| c.is_ascii_digit());
    let numbered = stem.len() < small.len() && NAMELESS.contains(&stem.trim_end_matches(['_', '-']));
    FILES.contains(&extension_of(small).as_str()) || numbered || small.contains('_')
}
