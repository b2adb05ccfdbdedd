//! The rule `picture-again`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Measure, PictureId, PictureSource, each_row};

rule! {
    /// The same picture in 3 rows, one after the other.
    ///
    /// # Why it matters
    /// A picture that comes again and again no longer helps to tell the lines apart.
    ///
    /// # What to do
    /// Ask what is new in each line, and show that. `alongside pictures suggest` has ideas.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](meeting) We meet.
    /// ![](meeting) We meet each week.
    /// ![](meeting) We meet in the hall.
    /// ```
    /// ```markdown pass
    /// ![](meeting) We meet.
    /// ![](time) We meet each week.
    /// ![](venue) We meet in the hall.
    /// ```
    ///
    /// # Sources
    /// - Our own: a picture helps when it shows what is new.
    "picture-again", Pictures, Advice, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(limit) = view.limit(Measure::SamePictureRows) else { return };
    let mut rows: Vec<Option<PictureId>> = Vec::new();
    each_row(&view.paired.page.blocks, &mut |row| rows.push(row.picture));
    let mut before: Option<&PictureSource> = None;
    let mut count = 0;
    for id in rows {
        let found = id.map(|id| (id, view.paired.picture(id))).filter(|(_, paired)| paired.image.is_ok());
        let source = found.map(|(_, paired)| &paired.source);
        count = if source.is_some() && source == before { count + 1 } else { 1 };
        before = source;
        // Once a run: where it first goes beyond the limit.
        if let Some((id, _)) = found.filter(|_| limit.over(count).is_some() && limit.over(count - 1).is_none()) {
            let span = view.paired.page.pictures[id.0 as usize].span;
            report.find(span, format!("There are {count} rows with the same picture, one after the other."), "");
        }
    }
}
