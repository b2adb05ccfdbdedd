//! The rule `format`.

use crate::check::report::one_of;
use crate::check::rule::rule;
use crate::check::{OutputView, Report, Run};
use crate::toolkit::{FormatFault, FormatFaultKind};

rule! {
    /// A PDF of a guide that cannot be made.
    ///
    /// # Why it matters
    /// People who read on paper would get an old guide, or none. A PDF with a gap in it shuts out people who use a screen reader.
    ///
    /// # What to do
    /// Change the words that are shown. Or take the format out of “formats:”.
    ///
    /// # Sources
    /// - PDF/UA-1 (ISO 14289-1): every letter has a meaning, every picture says what it shows or is marked as decoration.
    "format", Structure, Error, Run::Output(run)
}

fn run(view: &OutputView<'_>, report: &mut Report<'_>) {
    for fault in view.formats {
        if let Some((what, todo)) = words(fault) {
            report.find_at(fault.path.as_str(), fault.span, what, todo);
        }
    }
}

/// What is wrong, and what to do about it.
fn words(fault: &FormatFault) -> Option<(String, &'static str)> {
    Some(match &fault.kind {
        FormatFaultKind::NotBuiltIn => (
            format!("This Alongside cannot make the PDF of “{}”.", fault.guide),
            "Take “pdf” and “booklet” out of “formats:”. Or use an Alongside that was built with PDFs.",
        ),
        FormatFaultKind::NoLetter(letters) if letters.is_empty() => {
            ("There is a letter here that no font for PDFs has.".to_owned(), "Write it in another way.")
        }
        FormatFaultKind::NoLetter(letters) => {
            let letters: Vec<String> = letters.chars().map(String::from).collect();
            (format!("No font for PDFs has the letter {}.", one_of(&letters)), "Write it in another way. Or add a font to your theme.")
        }
        FormatFaultKind::NoDescription => {
            ("This picture has no description in the PDF.".to_owned(), "Write what it shows between the square brackets.")
        }
        FormatFaultKind::Heading => {
            ("This heading does not fit to those above it in the PDF.".to_owned(), "Use ## for sections, and ### for parts of a section.")
        }
        FormatFaultKind::Refused if fault.span.is_none() => (
            format!("“{}” cannot be made into a PDF.", fault.guide),
            "Take parts of it out until it can, to find the cause. Then tell the people who make Alongside.",
        ),
        FormatFaultKind::Refused => ("This cannot stand in a PDF.".to_owned(), "Write it in another way."),
        FormatFaultKind::TooLong(pages) => {
            (format!("The PDF of “{}” would have {pages} pages.", fault.guide), "Cut the guide into several guides.")
        }
        FormatFaultKind::TallRow | FormatFaultKind::Template { .. } => return None,
    })
}
