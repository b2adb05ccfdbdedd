//! The rule `no-picture`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Block, Row, Span, each_block, plain_text};

rule! {
    /// A row of an easy-read page that has no picture.
    ///
    /// # Why it matters
    /// Many readers understand the picture first, and then the words.
    ///
    /// # What to do
    /// Put a picture at the beginning of the line, such as `![](meeting)`.
    ///
    /// When there is a good reason for no picture, write it above the line: `<!-- allow: no-picture: your reason -->`.
    ///
    /// # Examples
    /// ```markdown fail
    /// We listen to you.
    /// ```
    /// ```markdown pass
    /// ![](listen) We listen to you.
    /// ```
    ///
    /// # Sources
    /// - UK government, *Accessible communication formats*, on easy read; Inclusion Europe, *Information for all*.
    "no-picture", Pictures, Warning, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    if !view.place.level.has_rows() {
        return;
    }
    let mut figure_before: Option<Span> = None;
    each_block(&view.paired.page.blocks, &mut |block| {
        match block {
            Block::Rows(rows) => {
                for (place, row) in rows.iter().enumerate() {
                    let lonely = figure_before.filter(|_| place == 0);
                    look(row, lonely, report);
                }
            }
            Block::List(list) => list.items.iter().for_each(|item| look(&item.row, None, report)),
            _ => {}
        }
        figure_before = if let Block::Figure(_, span) = block { Some(*span) } else { None };
    });
}

fn look(row: &Row, figure_before: Option<Span>, report: &mut Report<'_>) {
    let is_empty = row.label.is_empty() && plain_text(&row.words).trim().is_empty();
    if row.picture.is_some() || is_empty {
        return;
    }
    let todo = match figure_before {
        Some(_) => "The picture above it stands alone, because an empty line parts them. Take the empty line away.",
        None => "",
    };
    report.find(row.span, "This line has no picture.", todo);
}
