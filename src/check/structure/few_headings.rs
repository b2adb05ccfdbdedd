//! The rule `few-headings`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Block, Measure, Row};

rule! {
    /// Many lines with no heading between them.
    ///
    /// # Why it matters
    /// Headings part a page into pieces. People who use a screen reader jump from one to the next.
    ///
    /// # What to do
    /// Put a heading before the lines that belong together: ## and a few words.
    ///
    /// # Sources
    /// - W3C, *Making Content Usable for People with Cognitive and Learning Disabilities*: break up long text with headings.
    "few-headings", Structure, Advice, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(most) = view.limit(Measure::RowsWithoutHeading).and_then(|limit| limit.advice.or(limit.warning)) else { return };
    if !view.place.level.has_rows() {
        return;
    }
    let mut together: Vec<&Row> = Vec::new();
    for block in &view.paired.page.blocks {
        match block {
            Block::Rows(rows) => together.extend(rows),
            Block::List(list) => together.extend(list.items.iter().map(|item| &item.row)),
            // The title of a box is a heading.
            Block::Heading(_) | Block::Box(_) => tell(&mut together, most as usize, report),
            _ => {}
        }
    }
    tell(&mut together, most as usize, report);
}

fn tell(rows: &mut Vec<&Row>, most: usize, report: &mut Report<'_>) {
    if let Some(first_too_many) = rows.get(most) {
        report.find(first_too_many.span, format!("Here are {} lines with no heading between them.", rows.len()), "");
    }
    rows.clear();
}
