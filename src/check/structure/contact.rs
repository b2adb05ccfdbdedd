//! The rule `contact`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Contact, Measure, PageKind};

rule! {
    /// A guide with only one way to get in touch.
    ///
    /// # Why it matters
    /// Not everybody can use the phone. Not everybody can write an email.
    ///
    /// # What to do
    /// Give two ways or more. Add lines below “contact:”, such as “phone:”, “text:”, “email:” or “post:”.
    ///
    /// # Sources
    /// - UK government, *Accessible communication formats*; WCAG 2.2, success criterion 3.2.6 *Consistent Help*.
    "contact", Structure, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    if !matches!(view.place.kind, PageKind::Cover(_) | PageKind::Single(_)) {
        return;
    }
    let least = view.limit(Measure::ContactWays).and_then(|limit| limit.warning).unwrap_or(0);
    let own = &view.paired.page.front.contact;
    let contact = if own.is_empty() { &view.config.organisation.contact } else { own };
    let ways = ways(contact);
    // No way at all is an error, which another rule tells.
    if ways > 0 && ways < least {
        report.find_in_file(format!("There {} to get in touch. Give {least} or more.", count(ways)), "");
    }
}

fn count(ways: u32) -> String {
    if ways == 1 { "is only 1 way".to_owned() } else { format!("are only {ways} ways") }
}

fn ways(contact: &Contact) -> u32 {
    let Contact { phone, text, email, post, web } = contact;
    [phone, text, email, post, web].into_iter().flatten().map(|_| 1).sum()
}
