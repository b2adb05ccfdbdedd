//! Leave to break rules: holds findings back, and tells leave that nothing needed.

use super::toolkit::unused_allowance;
use super::{OpenAllowance, PageFindings, PageView, Report, Run, SiteView, find_rule};
use crate::finding::{Finding, Severity};
use crate::toolkit::{Allowance, SitePath};

/// Takes away the findings that the author allows, with a reason.
pub fn apply(view: &PageView<'_>, findings: Vec<Finding>) -> PageFindings {
    let page = &view.paired.page;
    let own: Vec<&Allowance> = page.allow.iter().chain(&page.front.allow).filter(|allowance| counts(allowance)).collect();
    let mut needed = vec![false; own.len()];
    let mut used = Vec::new();
    let mut kept = Vec::new();
    for finding in findings {
        if finding.severity == Severity::Error {
            kept.push(finding);
        } else if let Some(place) = own.iter().position(|allowance| allows(allowance, &finding)) {
            needed[place] = true;
        } else if let Some(place) = view.config.allow.iter().position(|allowance| counts(allowance) && allows(allowance, &finding)) {
            used.push(place);
        } else {
            kept.push(finding);
        }
    }
    let mut report = Report::new(&unused_allowance::RULE, Some(&page.path), &mut kept);
    let (open, closed): (Vec<_>, Vec<_>) = own.iter().zip(needed).partition(|(allowance, _)| is_about_site(allowance));
    for (allowance, _) in closed.into_iter().filter(|(_, needed)| !needed) {
        report.find(allowance.span, format!("Nothing here breaks the rule “{}” any more.", allowance.rule), "");
    }
    used.sort_unstable();
    used.dedup();
    let open = open.into_iter().map(|(allowance, needed)| OpenAllowance { allowance: (*allowance).clone(), needed }).collect();
    PageFindings { findings: kept, used, open, ..PageFindings::default() }
}

/// Takes away what rules about the whole toolkit found in pages that allow it, or in a toolkit that does.
pub fn apply_to_site(view: &SiteView<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let ours = view.config.allow.iter().enumerate().filter(|(_, allowance)| counts(allowance) && is_about_site(allowance));
    let (places, ours): (Vec<usize>, Vec<&Allowance>) = ours.unzip();
    let on_pages = view.open.iter().map(|(_, open)| open.needed);
    let mut needed: Vec<bool> = on_pages.chain(places.iter().map(|place| view.used_allowances.contains(place))).collect();
    let mut kept = Vec::new();
    for finding in findings {
        let on_page = |(path, open): &(&SitePath, &OpenAllowance)| {
            finding.path.as_deref() == Some(path.as_str()) && allows(&open.allowance, &finding)
        };
        let place = view.open.iter().position(on_page);
        let place = place.or_else(|| Some(view.open.len() + ours.iter().position(|allowance| allows(allowance, &finding))?));
        match place.filter(|_| finding.severity != Severity::Error) {
            Some(place) => needed[place] = true,
            None => kept.push(finding),
        }
    }
    let all = view
        .open
        .iter()
        .map(|(path, open)| (*path, &open.allowance))
        .chain(ours.into_iter().map(|allowance| (view.config_path, allowance)));
    for ((path, allowance), _) in all.zip(needed).filter(|(_, needed)| !needed) {
        let mut report = Report::new(&unused_allowance::RULE, Some(path), &mut kept);
        report.find(allowance.span, format!("Nothing here breaks the rule “{}” any more.", allowance.rule), "");
    }
    kept
}

/// Whether an allowance names a rule that looks at the toolkit as a whole: whether it is needed is known only at the end.
pub fn is_about_site(allowance: &Allowance) -> bool {
    find_rule(&allowance.rule).is_some_and(|rule| matches!(rule.run, Run::Site(_) | Run::PageAndSite(..)))
}

/// Whether an allowance is whole: it has a reason, and names a rule that may be broken.
fn counts(allowance: &Allowance) -> bool {
    !allowance.reason.is_empty() && find_rule(&allowance.rule).is_some_and(|rule| rule.severity != Severity::Error)
}

fn allows(allowance: &Allowance, finding: &Finding) -> bool {
    let here = match (allowance.covers, finding.span()) {
        (None, _) => true,
        (Some(covers), Some(span)) => covers.covers(span),
        (Some(_), None) => false,
    };
    here && finding.rule.as_str() == allowance.rule
}
