//! The rule `allowance`.

use crate::check::report::{one_of, short};
use crate::check::rule::rule;
use crate::check::table::RULES;
use crate::check::{PageView, Report, Run, SiteView, find_rule};
use crate::finding::Severity;
use crate::parse::nearest;
use crate::toolkit::{Allowance, Span};

rule! {
    /// Leave to break a rule that gives no reason, or names no rule.
    ///
    /// # Why it matters
    /// The reasons are there for the people who check the guide. Leave without a reason hides a slip.
    ///
    /// # What to do
    /// Write the name of the rule, a colon, and your reason in a few words. Errors cannot be allowed: they hurt readers.
    ///
    /// # Examples
    /// ```markdown fail
    /// <!-- allow: no-picture -->
    /// We listen to you.
    /// ```
    /// ```markdown pass
    /// <!-- allow: no-picture: We have no picture for this yet. -->
    /// We listen to you.
    /// ```
    ///
    /// # Sources
    /// - Our own.
    "allowance", Toolkit, Error, Run::PageAndSite(run_page, run_site)
}

fn run_page(view: &PageView<'_>, report: &mut Report<'_>) {
    let page = &view.paired.page;
    for allowance in page.allow.iter().chain(&page.front.allow) {
        if let Some((what, todo)) = fault(allowance) {
            report.find(allowance.span, what, todo);
        }
    }
}

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    for allowance in &view.config.allow {
        if let Some((what, todo)) = fault(allowance) {
            report.find_at(view.config_path.as_str(), Some::<Span>(allowance.span), what, todo);
        }
    }
}

fn fault(allowance: &Allowance) -> Option<(String, String)> {
    let name = short(&allowance.rule);
    let Some(rule) = find_rule(&allowance.rule) else {
        let near = nearest(&allowance.rule, RULES.iter().map(|rule| rule.name.as_str()));
        let todo = if near.is_empty() { String::new() } else { format!("Did you mean {}?", one_of(&near)) };
        return Some((format!("There is no rule called “{name}”."), todo));
    };
    if rule.severity == Severity::Error {
        return Some((
            format!("The rule “{name}” holds everywhere. It cannot be allowed."),
            "Mend what it finds, and take this line away.".to_owned(),
        ));
    }
    allowance.reason.is_empty().then(|| (format!("This gives leave to break the rule “{name}”, but no reason."), String::new()))
}
