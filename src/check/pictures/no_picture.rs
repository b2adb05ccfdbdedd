//! The rule `no-picture`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::{Block, Inline, Row, Span, each_block, plain_text};

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
    let mut figures = Vec::new();
    each_block(&view.paired.page.blocks, &mut |block| {
        if let Block::Figure(_, span) = block {
            figures.push(*span);
        }
    });
    let is_below = |row: &Row| {
        let between = |figure: &Span| view.source.get(row.span.end as usize..figure.start as usize);
        figures.iter().filter_map(between).any(|between| between.trim().is_empty() && between.matches('\n').count() == 1)
    };
    let mut figure_before: Option<Span> = None;
    each_block(&view.paired.page.blocks, &mut |block| {
        match block {
            Block::Rows(rows) => {
                for (place, row) in rows.iter().enumerate() {
                    let lonely = figure_before.filter(|_| place == 0);
                    look(row, lonely, is_below, report);
                }
            }
            Block::List(list) => list.items.iter().for_each(|item| look(&item.row, None, is_below, report)),
            _ => {}
        }
        figure_before = if let Block::Figure(_, span) = block { Some(*span) } else { None };
    });
}

fn look(row: &Row, figure_before: Option<Span>, is_below: impl Fn(&Row) -> bool, report: &mut Report<'_>) {
    if row.picture.is_some() || row.label.is_empty() && plain_text(&row.words).trim().is_empty() {
        return;
    }
    let stands_among_words = row.words.iter().any(|inline| matches!(inline, Inline::Picture(..)));
    let todo = if stands_among_words {
        "The picture stands among the words. Move it to the beginning of the line."
    } else if figure_before.is_some() {
        "The picture above it stands alone, because an empty line parts them. Take the empty line away."
    } else if is_below(row) {
        "The picture below it stands alone. Move it to the line above, or to the end of this line."
    } else {
        ""
    };
    report.find(row.span, "This line has no picture.", todo);
}
