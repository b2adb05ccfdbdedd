//! The check as a page for people.

use std::collections::BTreeMap;

use super::Stand;
use crate::finding::{Finding, First, grouped};
use crate::format::report::{Report, report};
use crate::parse;
use crate::render::theme::Fault;
use crate::toolkit::{PairedPage, SitePath};

impl Stand {
    /// The report on these findings: one page that holds everything.
    ///
    /// # Errors
    /// What is wrong with the template of the theme.
    pub fn report(&self, findings: &[Finding], first: &[First<'_>], summary: &[String]) -> Result<String, Fault> {
        let mut source = |path: &str| {
            let bytes = self.snapshot().read(&SitePath::new(path)?).ok()?;
            Some(parse::decode(&bytes).text)
        };
        let places = grouped(findings, &mut source);
        let mut pages: BTreeMap<String, PairedPage> = BTreeMap::new();
        for path in findings.iter().filter_map(|finding| finding.path.as_deref()) {
            if !pages.contains_key(path)
                && let Some(look) = SitePath::new(path).and_then(|path| self.look(&path))
            {
                pages.insert(path.to_owned(), look.paired);
            }
        }
        let title = &self.site().config.title;
        let image = |route: &crate::toolkit::Route| self.image(route);
        report(&Report { title, summary, first, places: &places, pages: &pages, image: &image }, &self.site().theme)
    }
}
