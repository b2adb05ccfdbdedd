//! A whole guide: the formats that need all of its pages at once.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::check::ThemeFault;
use crate::format::print::{self, Sheet, WholeGuide};
use crate::pair::World;
use crate::toolkit::{Edition, EditionKind, Guide, Pdfs, editions};

use super::Site;
use super::page::{Make, read};

/// What came of the formats of a guide.
#[derive(Default)]
pub struct GuideResult {
    /// The PDFs that were made.
    pub pdfs: Pdfs,
    /// What is wrong with what the templates made.
    pub faults: Vec<ThemeFault>,
}

/// Makes the formats of a guide that need all of its pages.
///
/// A panic in a library costs the formats of this guide, and is told like a fault of the theme that names its cover.
pub fn run(guide: &Guide, site: &Site, world: World<'_>, make: Make<'_>) -> GuideResult {
    let Some(cover) = world.site.places.get(&guide.cover) else { return GuideResult::default() };
    let editions: Vec<Edition> = editions(cover, world.config).into_iter().filter(|edition| edition.kind != EditionKind::Web).collect();
    if editions.is_empty() {
        return GuideResult::default();
    }
    catch_unwind(AssertUnwindSafe(|| formats(&whole(guide, site, world), &editions, make))).unwrap_or_else(|_| {
        let what = "Alongside broke down over the formats of this guide. This is a mistake in Alongside: please report it.".to_owned();
        let fault = ThemeFault { path: Some(guide.cover.to_string()), line: None, what, page: None };
        GuideResult { faults: vec![fault], ..GuideResult::default() }
    })
}

fn whole<'a>(guide: &'a Guide, site: &Site, world: World<'a>) -> WholeGuide<'a> {
    let pages = std::iter::once(&guide.cover).chain(&guide.parts);
    let sheet = |path| {
        let place = world.site.places.get(path)?;
        Some(Sheet { paired: read(site.head(path)?, place, world).1, place })
    };
    WholeGuide { guide, sheets: pages.filter_map(sheet).collect() }
}

fn formats(whole: &WholeGuide<'_>, editions: &[Edition], make: Make<'_>) -> GuideResult {
    let mut result = GuideResult::default();
    for edition in editions {
        if let EditionKind::Page(size) = edition.kind {
            let page = print::page(make.web, whole, size, &edition.route);
            result.faults.extend(page.and_then(|page| make.hand_on(page)));
        }
    }
    result
}
