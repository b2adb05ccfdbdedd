//! The rule `review-date`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{PageKind, Status};

rule! {
    /// A guide with no day to look at it again, or whose day is past.
    ///
    /// # Why it matters
    /// Facts such as names and phone numbers change. An old guide sends people to the wrong place.
    ///
    /// # What to do
    /// Look if everything in the guide is still true. Then write the next day in its head, such as “review-date: 22 November 2027”.
    ///
    /// # Sources
    /// - PIF TICK, *Criteria*: information is reviewed, and shows when it will be reviewed again.
    "review-date", Structure, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let front = &view.paired.page.front;
    let is_guide = matches!(view.place.kind, PageKind::Cover(_) | PageKind::Single(_));
    if !is_guide || front.status == Some(Status::Withdrawn) {
        return;
    }
    match front.review_date {
        None => {
            let todo = "Write a day in the head of the page, such as “review-date: 22 November 2027”.";
            report.find_in_file("This guide does not say when somebody will look at it again.", todo);
        }
        Some(date) if date < view.today => {
            let date = date.strftime("%-d %B %Y");
            report.find_in_file(format!("The day to look at this guide again was {date}. It is past."), "");
        }
        Some(_) => {}
    }
}
