//! What Typst refuses -> what an author can do something about.

use std::ops::Range;

use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpan;

use super::source::{MAIN, Source};
use super::{Kit, TEMPLATE};
use crate::format::print::WholeGuide;
use crate::toolkit::{FormatFault, FormatFaultKind, PrintSize, SitePath, Span};

/// The file and stretch to which a place of Typst's leads.
pub type Find<'a> = dyn Fn(DiagSpan) -> Option<(String, Range<usize>)> + 'a;

/// Says of each refusal what it means for the author.
pub fn explain(
    diagnostics: &[SourceDiagnostic],
    find: &Find<'_>,
    source: &Source,
    kit: &Kit,
    whole: &WholeGuide<'_>,
    size: PrintSize,
) -> Vec<FormatFault> {
    let explain = |diagnostic: &SourceDiagnostic| {
        let places = std::iter::once(diagnostic.span).chain(diagnostic.trace.iter().map(|point| point.span.into()));
        let places: Vec<(String, Range<usize>)> = places.filter_map(find).collect();
        let from = places.iter().filter(|(file, _)| file == MAIN).find_map(|(_, range)| Some((source.origin(range)?, range.clone())));
        let in_template = places.iter().find(|(file, _)| file.trim_start_matches('/') == TEMPLATE);
        let message = diagnostic.message.as_str();
        let kind = kind(message, from.as_ref().map(|(_, range)| &source.text[range.clone()]), kit);
        match (from, in_template, kind) {
            (Some(((path, span), _)), _, Some(kind)) => fault(path.clone(), Some(span), size, kind),
            (_, Some((_, range)), _) => {
                fault(cover(whole), None, size, FormatFaultKind::Template { at: range.start, what: message.to_owned() })
            }
            (Some(((path, span), _)), None, None) => fault(path.clone(), Some(span), size, FormatFaultKind::Refused),
            (None, None, Some(kind)) => fault(cover(whole), None, size, kind),
            (None, None, None) => fault(cover(whole), None, size, FormatFaultKind::Refused),
        }
    };
    let mut faults: Vec<FormatFault> = diagnostics.iter().map(explain).collect();
    faults.sort_by_key(|fault| (fault.path.clone(), fault.span));
    faults.dedup();
    faults
}

fn fault(path: SitePath, span: Option<Span>, size: PrintSize, kind: FormatFaultKind) -> FormatFault {
    FormatFault { path, span, size, kind }
}

fn cover(whole: &WholeGuide<'_>) -> SitePath {
    whole.guide.cover.clone()
}

/// What a refusal is about, by Typst's words; `None` for what we have no words for.
fn kind(message: &str, words: Option<&str>, kit: &Kit) -> Option<FormatFaultKind> {
    if message.contains("alt text") || message.contains("alternative") {
        return Some(FormatFaultKind::NoDescription);
    }
    if message.contains("could not be displayed") || message.contains("codepoint") || message.contains("private") {
        let letters = kit.missing_letters(words.unwrap_or(""));
        return Some(FormatFaultKind::NoLetter(letters.into_iter().collect()));
    }
    if message.contains("heading") {
        return Some(FormatFaultKind::Heading);
    }
    None
}

/// The row that the template noted as taller than a page: `number of its page, byte where it begins`.
pub fn tall_row(place: &str, whole: &WholeGuide<'_>) -> Option<FormatFault> {
    let mut parts = place.split(' ');
    let sheet = whole.sheets.get(parts.next()?.parse::<usize>().ok()?)?;
    let (start, end) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some(FormatFault {
        path: sheet.paired.page.path.clone(),
        span: Some(Span { start, end }),
        size: PrintSize::Print,
        kind: FormatFaultKind::TallRow,
    })
}
