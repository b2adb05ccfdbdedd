//! A whole guide: the formats that need all of its pages at once.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::check::ThemeFault;
#[cfg(feature = "pdf")]
use crate::format::pdf;
use crate::format::print::{self, Sheet, WholeGuide};
use crate::pair::{KnownPictures, World};
use crate::render::access::KnownTags;
#[cfg(feature = "pdf")]
use crate::toolkit::PdfFacts;
use crate::toolkit::{Edition, EditionKind, FormatFault, FormatFaultKind, Guide, Pdfs, PrintSize, Route, editions};

use super::Site;
use super::page::{Make, read};

/// What came of the formats of a guide.
#[derive(Default)]
pub struct GuideResult {
    /// The PDFs that were made.
    pub pdfs: Pdfs,
    /// What is wrong with what the templates made.
    pub faults: Vec<ThemeFault>,
    /// What is wrong with the formats.
    pub formats: Vec<FormatFault>,
}

/// What the formats of all guides share, made when the first of them needs it.
pub struct Shared {
    /// How many PDFs of one guide are made at a time.
    #[cfg(feature = "pdf")]
    threads: usize,
    #[cfg(feature = "pdf")]
    kit: std::sync::OnceLock<pdf::Kit>,
}

impl Shared {
    /// For so many guides at a time.
    #[cfg(feature = "pdf")]
    pub fn for_guides(guides: usize) -> Self {
        Self { threads: (rayon::current_num_threads() / guides.max(1)).max(1), kit: std::sync::OnceLock::new() }
    }

    /// Without PDFs there is nothing to share.
    #[cfg(not(feature = "pdf"))]
    pub fn for_guides(_: usize) -> Self {
        Self {}
    }
}

/// Makes the formats of a guide that need all of its pages.
///
/// A panic in a library costs the formats of this guide, and is told like a fault of the theme that names its cover.
pub fn run(guide: &Guide, site: &Site, world: World<'_>, make: Make<'_>, shared: &Shared) -> GuideResult {
    let Some(cover) = world.site.places.get(&guide.cover) else { return GuideResult::default() };
    let editions: Vec<Edition> = editions(cover, world.config).into_iter().filter(|edition| edition.kind != EditionKind::Web).collect();
    if editions.is_empty() {
        return GuideResult::default();
    }
    catch_unwind(AssertUnwindSafe(|| formats(&whole(guide, site, world), &editions, make, shared))).unwrap_or_else(|_| {
        let what = "Alongside broke down over the formats of this guide. This is a mistake in Alongside: please report it.".to_owned();
        let fault = ThemeFault { path: Some(guide.cover.to_string()), line: None, what, page: None };
        GuideResult { faults: vec![fault], ..GuideResult::default() }
    })
}

fn whole<'a>(guide: &'a Guide, site: &Site, world: World<'a>) -> WholeGuide<'a> {
    let pages = std::iter::once(&guide.cover).chain(&guide.parts);
    let sheet = |path| {
        let place = world.site.places.get(path)?;
        Some(Sheet { paired: read(site.head(path)?, place, world, &mut KnownPictures::default()).1, place })
    };
    WholeGuide { guide, sheets: pages.filter_map(sheet).collect() }
}

fn formats(whole: &WholeGuide<'_>, editions: &[Edition], make: Make<'_>, shared: &Shared) -> GuideResult {
    let mut result = GuideResult::default();
    for edition in editions {
        if let EditionKind::Page(size) = edition.kind {
            let page = print::page(make.web, whole, size, &edition.route);
            result.faults.extend(page.and_then(|page| make.hand_on(page, &mut KnownTags::default())));
        }
    }
    pdfs(whole, editions, make, shared, &mut result);
    result
}

/// Makes the PDFs of a guide, side by side.
#[cfg(feature = "pdf")]
fn pdfs(whole: &WholeGuide<'_>, editions: &[Edition], make: Make<'_>, shared: &Shared, result: &mut GuideResult) {
    let sizes: Vec<(PrintSize, &Route)> = pdf_editions(editions).collect();
    if sizes.is_empty() {
        return;
    }
    let kit = shared.kit.get_or_init(|| pdf::Kit::new(make.web.theme, make.web.lookups.world.snapshot));
    result.faults.extend(kit.broken_fonts.iter().map(|path| crate::check::broken_font(path.as_str())));
    let outcomes = pdf::make(make.web, kit, whole, &sizes.iter().map(|(size, _)| *size).collect::<Vec<_>>(), shared.threads);
    for ((_, route), outcome) in sizes.into_iter().zip(outcomes) {
        match outcome {
            Ok((pdf, faults)) => {
                make.output.put(route, &pdf.bytes);
                result.pdfs.insert(route.clone(), PdfFacts { pages: pdf.pages, bytes: pdf.bytes.len() as u64 });
                result.formats.extend(faults);
            }
            Err(faults) => {
                let (template, others): (Vec<_>, Vec<_>) =
                    faults.into_iter().partition(|fault| matches!(fault.kind, FormatFaultKind::Template { .. }));
                result.formats.extend(others);
                result.faults.extend(template.into_iter().filter_map(|fault| of_template(fault, kit, route)));
            }
        }
    }
}

/// Says that this program was compiled without the part that makes PDFs.
#[cfg(not(feature = "pdf"))]
fn pdfs(whole: &WholeGuide<'_>, editions: &[Edition], _: Make<'_>, _: &Shared, result: &mut GuideResult) {
    let path = &whole.guide.cover;
    let fault = pdf_editions(editions).next().map(|(size, _)| FormatFault {
        guide: whole.title(),
        path: path.clone(),
        span: None,
        size,
        kind: FormatFaultKind::NotBuiltIn,
    });
    result.formats.extend(fault);
}

fn pdf_editions(editions: &[Edition]) -> impl Iterator<Item = (PrintSize, &Route)> {
    editions.iter().filter_map(|edition| match edition.kind {
        EditionKind::Pdf(size) => Some((size, &edition.route)),
        _ => None,
    })
}

#[cfg(feature = "pdf")]
fn of_template(fault: FormatFault, kit: &pdf::Kit, route: &Route) -> Option<ThemeFault> {
    let FormatFaultKind::Template { at, fault } = fault.kind else { return None };
    let (line, text) = at.map(|at| kit.template_line(at)).unzip();
    let what = crate::check::words_of_template(&fault, text);
    Some(ThemeFault { path: Some(kit.template_path.clone()), line, what, page: Some(route.to_string()) })
}
