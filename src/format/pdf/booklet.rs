//! A5 pages, two on each side of A4 paper, in the order in which they lie when the sheets are folded.

use typst::foundations::Bytes;

use super::fault::Around;
use super::source::Source;
use super::world::lay_out;
use super::{Kit, Pdf, TEMPLATE, source};
use crate::format::print::WholeGuide;
use crate::format::web::Web;
use crate::toolkit::{FormatFault, PrintSize};

/// The file of the A5 pages for Typst.
const PAGES: &str = "/pages.pdf";

/// The pages on each side of paper, left and right, from 1; 0 is an empty page.
pub fn sides(pages: usize) -> Vec<(usize, usize)> {
    let padded = pages.next_multiple_of(4);
    let page = |number: usize| if number <= pages { number } else { 0 };
    let side = |side: usize| {
        let (low, high) = (side + 1, padded - side);
        // On the front the first page lies to the right of the fold; on the back to the left.
        if side.is_multiple_of(2) { (page(high), page(low)) } else { (page(low), page(high)) }
    };
    (0..padded / 2).map(side).collect()
}

/// Puts the pages of `pdf` on sheets, behind one that says how to print and fold them, if it is wanted.
///
/// The sheets are for paper alone: their order is not one to read in, so they carry no tags and claim no standard.
pub fn impose(pdf: Pdf, kit: &Kit, web: &Web<'_>, whole: &WholeGuide<'_>) -> Result<Pdf, Vec<FormatFault>> {
    let language = whole.cover().map(|cover| &cover.place.language);
    let say = |id: &str| language.map_or_else(String::new, |language| web.theme.interface.say(language, id, &[]));
    let steps: Vec<String> = (1..=5).map(|step| source::quoted(&say(&format!("fold-{step}")))).collect();
    let mut sheets = Source::default();
    if super::has_fold_page(web, whole) {
        // Its back stays empty, so that the first sheet of the booklet has a front and a back of its own.
        let title = source::quoted(&say("fold-title"));
        sheets.code(&format!("#import \"/{TEMPLATE}\": fold\n#fold(title: {title}, {})\n#page(paper: \"a4\")[]\n", steps.join(", ")));
    }
    sheets.code("#set page(paper: \"a4\", flipped: true, margin: 0pt)\n");
    let half = |page: usize| if page == 0 { "[]".to_owned() } else { format!("image(\"{PAGES}\", page: {page}, width: 148.5mm)") };
    for (left, right) in sides(pdf.pages) {
        sheets.code(&format!("#page(grid(columns: (148.5mm, 148.5mm), {}, {}))\n", half(left), half(right)));
    }
    let around = Around { source: &sheets, kit, whole, snapshot: web.lookups.world.snapshot, size: PrintSize::Booklet };
    let made = lay_out(&around, vec![(PAGES.to_owned(), Bytes::new(pdf.bytes))])?;
    Ok(Pdf { tall: pdf.tall, ..made })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_lie_in_the_order_of_folding() {
        assert_eq!(sides(4), [(4, 1), (2, 3)]);
        assert_eq!(sides(8), [(8, 1), (2, 7), (6, 3), (4, 5)]);
        assert_eq!(sides(6), [(0, 1), (2, 0), (6, 3), (4, 5)]);
        assert_eq!(sides(1), [(0, 1), (0, 0)]);
    }
}
