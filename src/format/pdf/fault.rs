//! What Typst refuses -> what an author can do something about.

use std::ops::Range;

use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpan;

use super::source::{MAIN, Source};
use super::{Kit, TEMPLATE, template};
use crate::format::print::WholeGuide;
use crate::parse::decode;
use crate::toolkit::{FormatFault, FormatFaultKind, PrintSize, SitePath, Snapshot, Span, TemplateFault};

/// The file and stretch to which a place of Typst's leads.
pub type Find<'a> = dyn Fn(DiagSpan) -> Option<(String, Range<usize>)> + 'a;

/// What [`explain`] looks things up in.
pub struct Around<'a> {
    /// The text that Typst laid out.
    pub source: &'a Source,
    /// The template and the fonts.
    pub kit: &'a Kit,
    /// The guide.
    pub whole: &'a WholeGuide<'a>,
    /// The files of the toolkit.
    pub snapshot: &'a Snapshot,
    /// The size of the format.
    pub size: PrintSize,
}

/// Says of each refusal what it means for the author.
pub fn explain(diagnostics: &[SourceDiagnostic], find: &Find<'_>, around: &Around<'_>) -> Vec<FormatFault> {
    let mut faults: Vec<FormatFault> = diagnostics.iter().flat_map(|diagnostic| around.explain(diagnostic, find)).collect();
    faults.sort_by_key(|fault| (fault.path.clone(), fault.span));
    faults.dedup();
    faults
}

impl Around<'_> {
    fn explain(&self, diagnostic: &SourceDiagnostic, find: &Find<'_>) -> Vec<FormatFault> {
        let places = std::iter::once(diagnostic.span).chain(diagnostic.trace.iter().map(|point| point.span.into()));
        let places: Vec<(String, Range<usize>)> = places.filter_map(find).collect();
        let in_guide: Vec<&Range<usize>> = places.iter().filter(|(file, _)| file == MAIN).map(|(_, range)| range).collect();
        let origin = in_guide.iter().find_map(|range| self.source.origin(range));
        let in_template = places.iter().find(|(file, _)| file.trim_start_matches('/') == TEMPLATE);
        let message = diagnostic.message.as_str();
        if is_about_letters(message) {
            let words = in_guide.first().map_or(message, |range| &self.source.text[(*range).clone()]);
            return self.letters(words, origin);
        }
        let of_template = template::of(message).map(|fault| match (fault, in_guide.first()) {
            (TemplateFault::NoPart(_), Some(range)) => TemplateFault::NoPart(self.source.text[(*range).clone()].to_owned()),
            (fault, _) => fault,
        });
        let fault = match (origin, in_template, kind(message).filter(|_| of_template.is_none())) {
            (Some((path, span)), _, Some(kind)) => self.fault(path, Some(span), kind),
            (_, Some((_, range)), _) => self.template(Some(range.start), of_template),
            (Some((path, span)), None, None) => self.fault(path, Some(span), FormatFaultKind::Refused),
            // What we write calls on the template: without an author's words in it, the template lacks something.
            (None, None, None) if !in_guide.is_empty() => self.template(None, of_template),
            (None, None, kind) => self.fault(&self.whole.guide.cover, None, kind.unwrap_or(FormatFaultKind::Refused)),
        };
        vec![fault]
    }

    fn template(&self, at: Option<usize>, fault: Option<TemplateFault>) -> FormatFault {
        let fault = if self.kit.is_well_formed() { fault.unwrap_or(TemplateFault::Other) } else { TemplateFault::Written };
        self.fault(&self.whole.guide.cover, None, FormatFaultKind::Template { at, fault })
    }

    fn fault(&self, path: &SitePath, span: Option<Span>, kind: FormatFaultKind) -> FormatFault {
        FormatFault { guide: self.whole.title(), path: path.clone(), span, size: self.size, kind }
    }

    /// Points at each letter of `words` that no font has: in the words of a page from which they come, or where it stands
    /// first in the guide.
    fn letters(&self, words: &str, origin: Option<(&SitePath, Span)>) -> Vec<FormatFault> {
        let missing = self.kit.missing_letters(words);
        let fallback = origin.map_or((&self.whole.guide.cover, None), |(path, span)| (path, Some(span)));
        if missing.is_empty() {
            return vec![self.fault(fallback.0, fallback.1, FormatFaultKind::NoLetter(String::new()))];
        }
        let pages = self.whole.sheets.iter().map(|sheet| &sheet.paired.page.path);
        let one = |letter: &char| {
            let in_origin = origin.and_then(|(path, span)| Some((path.clone(), self.find(path, span, *letter)?)));
            let first = || pages.clone().find_map(|path| Some((path.clone(), self.find(path, WHOLE, *letter)?)));
            let found = in_origin.or_else(first);
            let (path, span) = found.map_or((fallback.0.clone(), fallback.1), |(path, span)| (path, Some(span)));
            self.fault(&path, span, FormatFaultKind::NoLetter(letter.to_string()))
        };
        missing.iter().map(one).collect()
    }

    /// Where a letter stands in a stretch of the page at `path`.
    fn find(&self, path: &SitePath, within: Span, letter: char) -> Option<Span> {
        let text = decode(&self.snapshot.read(path).ok()?).text;
        let start = within.start as usize;
        let stretch = text.get(start..text.len().min(within.end as usize))?;
        let at = u32::try_from(start + stretch.find(letter)?).ok()?;
        Some(Span { start: at, end: at + u32::try_from(letter.len_utf8()).ok()? })
    }
}

/// A stretch that holds any page.
const WHOLE: Span = Span { start: 0, end: u32::MAX };

fn is_about_letters(message: &str) -> bool {
    ["could not be displayed", "code point", "codepoint"].iter().any(|words| message.contains(words))
}

/// What a refusal is about, by Typst's words; `None` for what we have no words for.
fn kind(message: &str) -> Option<FormatFaultKind> {
    if message.contains("alt text") || message.contains("alternative") {
        return Some(FormatFaultKind::NoDescription);
    }
    message.contains("heading").then_some(FormatFaultKind::Heading)
}

/// The row that the template noted as taller than a page: `number of its page, byte where it begins`.
pub fn tall_row(place: &str, whole: &WholeGuide<'_>, size: PrintSize) -> Option<FormatFault> {
    let mut parts = place.split(' ');
    let sheet = whole.sheets.get(parts.next()?.parse::<usize>().ok()?)?;
    let (start, end) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some(FormatFault {
        guide: whole.title(),
        path: sheet.paired.page.path.clone(),
        span: Some(Span { start, end }),
        size,
        kind: FormatFaultKind::TallRow,
    })
}
