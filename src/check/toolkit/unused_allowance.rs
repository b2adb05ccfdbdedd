//! The rule `unused-allowance`.

use crate::check::allow::is_about_site;
use crate::check::rule::rule;
use crate::check::{Report, Run, SiteView, find_rule};
use crate::finding::Severity;

rule! {
    /// Leave to break a rule that is no longer needed.
    ///
    /// # Why it matters
    /// The text is better now. Leave that stays behind would hide the next slip.
    ///
    /// # What to do
    /// Take it away.
    ///
    /// # Examples
    /// ```markdown fail
    /// <!-- allow: no-picture: We have no picture for this yet. -->
    /// ![](listen) We listen to you.
    /// ```
    /// ```markdown pass
    /// <!-- allow: no-picture: We have no picture for this yet. -->
    /// We listen to you.
    /// ```
    ///
    /// # Sources
    /// - Our own.
    "unused-allowance", Toolkit, Warning, Run::Site(run_site)
}

// Which allowances of a page were needed is known only behind all other rules: `check::allow` tells these.

fn run_site(view: &SiteView<'_>, report: &mut Report<'_>) {
    for (place, allowance) in view.config.allow.iter().enumerate() {
        let counts = find_rule(&allowance.rule).is_some_and(|rule| rule.severity != Severity::Error);
        if counts && !is_about_site(allowance) && !view.used_allowances.contains(&place) {
            let what = format!("Nothing in the toolkit breaks the rule “{}” any more.", allowance.rule);
            report.find_at(view.config_path.as_str(), Some(allowance.span), what, "");
        }
    }
}
