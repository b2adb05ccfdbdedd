//! pages -> findings: what hurts a reader, in plain words.
//!
//! A rule is one file with one static, and one line in the `table`. Everything that tells of a rule (`explain`, the
//! reports, the keys of `allow:`) comes from that static: the first line of its comment, and the sections
//! `Why it matters` and `What to do`.

mod allow;
mod marks;
mod page_words;
mod pictures;
mod prose;
pub mod reading;
mod report;
mod rule;
mod sentences;
mod structure;
mod table;
mod toolkit;
mod view;
mod words;

pub use crate::language::{Vocabularies, read_lists};
pub use page_words::{PageWords, SpellingUse};
pub use prose::{Mark, MarkKind, Passage, PassageKind, Prose, Sentence};
pub use report::Report;
pub use rule::{Group, PagePart, Rule, Run, Verdict};
pub use table::{RULES, find_rule};
pub use toolkit::theme::{ThemeFault, broken_font, words_of_template};
pub use view::{OutputView, PageView, SettingsPicture, SiteText, SiteView, WantedHeading};

use rayon::prelude::*;

use crate::finding::Finding;
use crate::toolkit::Allowance;

/// What the rules say of one page, with the allowances of the toolkit that were needed.
#[derive(Clone, Debug, Default)]
pub struct PageFindings {
    /// The findings.
    pub findings: Vec<Finding>,
    /// Which of the toolkit's own allowances held something back, by place in its settings.
    pub used: Vec<usize>,
    /// Leave of the page to break rules about the whole toolkit.
    pub open: Vec<OpenAllowance>,
    /// How hard the page is to read.
    pub reading: reading::Reading,
    /// The words of the page that rules about the whole site need to know of.
    pub words: PageWords,
}

/// Leave on a page to break a rule about the whole toolkit: whether it is needed is known only at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAllowance {
    /// The leave.
    pub allowance: Allowance,
    /// Whether it held something back on the page itself.
    pub needed: bool,
}

/// Runs every rule that looks at one page.
pub fn page(view: &PageView<'_>) -> PageFindings {
    let mut findings = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.speaks(&view.place.language)) {
        if let Run::Page(run) | Run::PageAndSite(run, _) = rule.run {
            let mut report = Report::new(rule, Some(&view.paired.page.path), &mut findings);
            run(view, &mut report);
        }
    }
    for finding in &mut findings {
        finding.row = finding.span().and_then(|span| view.prose.row_at(span)).map(|row| row.id.0.clone());
    }
    told_once(&mut findings);
    let reading = reading::page(view, &findings);
    let words = page_words::page_words(view);
    PageFindings { reading, words, ..allow::apply(view, findings) }
}

/// What is said of a row with signs that leaked is said of the signs too: a broken picture is no second sentence.
fn told_once(findings: &mut Vec<Finding>) {
    let is_leak = |finding: &&Finding| finding.rule == marks::leaked_markup::RULE.name;
    let leaks: std::collections::BTreeSet<String> = findings.iter().filter(is_leak).filter_map(|finding| finding.row.clone()).collect();
    let misled = [&sentences::two_sentences::RULE.name, &sentences::special_character::RULE.name, &pictures::no_picture::RULE.name];
    if !leaks.is_empty() {
        findings.retain(|finding| !misled.contains(&&finding.rule) || finding.row.as_ref().is_none_or(|row| !leaks.contains(row)));
    }
}

/// The rule that counts hard words.
fn hard_words() -> &'static Rule {
    &words::hard_word::RULE
}

/// Runs every rule that looks at the toolkit as a whole, when all pages are known.
pub fn site(view: &SiteView<'_>) -> Vec<Finding> {
    let find = |rule: &&'static Rule| {
        let mut findings = Vec::new();
        if let Run::Site(run) | Run::PageAndSite(_, run) = rule.run {
            run(view, &mut Report::new(rule, None, &mut findings));
        }
        findings
    };
    allow::apply_to_site(view, RULES.par_iter().flat_map_iter(find).collect())
}

/// Runs every rule that looks at what was made: the templates, and the pages that came out of them.
pub fn output(view: &OutputView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        if let Run::Output(run) = rule.run {
            run(view, &mut Report::new(rule, None, &mut findings));
        }
    }
    findings
}
