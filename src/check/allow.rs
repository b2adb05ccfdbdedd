//! Leave to break rules: holds findings back, and tells leave that nothing needed.

use super::toolkit::unused_allowance;
use super::{PageFindings, PageView, Report, find_rule};
use crate::finding::{Finding, Severity};
use crate::toolkit::Allowance;

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
    for (allowance, _) in own.iter().zip(needed).filter(|(_, needed)| !needed) {
        report.find(allowance.span, format!("Nothing here breaks the rule “{}” any more.", allowance.rule), "");
    }
    used.sort_unstable();
    used.dedup();
    PageFindings { findings: kept, used }
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
