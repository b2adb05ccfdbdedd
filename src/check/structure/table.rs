//! The rule `table`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Block, Inline, Measure, Span, Table, each_block, plain_text};

rule! {
    /// A table that is hard to read: too many columns, or no names above them.
    ///
    /// # Why it matters
    /// A table is read in two directions at once. Screen readers and phones show it piece by piece.
    ///
    /// # What to do
    /// Use few columns. Name each one in the first row. Often a list is easier.
    ///
    /// # Examples
    /// ```markdown fail
    /// | Day | Time | Place | Who | Cost |
    /// |---|---|---|---|---|
    /// | Monday | 2pm | Hall | All | Free |
    /// ```
    /// ```markdown pass
    /// | Day | Time |
    /// |---|---|
    /// | Monday | 2pm |
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criterion 1.3.1 *Info and Relationships*; Inclusion Europe, *Information for all*: make tables as simple as you can.
    "table", Structure, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let most = view.limit(Measure::TableColumns).and_then(|limit| limit.warning).map(|most| most as usize);
    each_block(&view.paired.page.blocks, &mut |block| {
        let Block::Table(table) = block else { return };
        let columns = table.head.len();
        if let Some(most) = most.filter(|most| columns > *most) {
            report.find(table.span, format!("This table has {columns} columns. Try for {most} or fewer."), "");
        }
        cells_that_vanish(table, view, report);
        let nameless = nameless(table);
        if nameless == columns {
            report.find(table.span, "The columns of this table have no names.", "Write a name for each one in the first row.");
        } else if nameless > 0 {
            let what = format!("{nameless} of the {columns} columns of this table have no name.");
            report.find(table.span, what, "Write a name for each one in the first row.");
        }
    });
}

/// Cells for which there is no column are not shown.
fn cells_that_vanish(table: &Table, view: &PageView<'_>, report: &mut Report<'_>) {
    let mut start = table.span.start as usize;
    for line in table.span.of(view.source).split_inclusive('\n') {
        let row = line.trim_matches(|c: char| c.is_whitespace() || c == '>');
        let bare = row.strip_prefix('|').unwrap_or(row);
        let bare = bare.strip_suffix('|').filter(|bare| !bare.ends_with('\\')).unwrap_or(bare);
        let cells = 1 + bare.replace("\\|", "").matches('|').count();
        if cells > table.head.len() {
            let at = start + line.find(row).unwrap_or(0);
            let what = format!("This row has {cells} cells, and the table has {} columns. Nobody would see the rest.", table.head.len());
            report.find(Span::new(at..at + row.len()), what, "Give the first row a name for each column. Or take cells away.");
        }
        start += line.len();
    }
}

/// How many columns have no name. The corner above the names of rows may be empty.
fn nameless(table: &Table) -> usize {
    let is_empty = |cell: &Vec<Inline>| plain_text(cell).trim().is_empty();
    let empty: Vec<bool> = table.head.iter().map(is_empty).collect();
    let all = empty.iter().all(|empty| *empty);
    empty.iter().enumerate().filter(|(place, empty)| **empty && (all || *place > 0)).count()
}
