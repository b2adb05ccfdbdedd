//! Things that are alike, as the theme shows them: filled once with marks in the places of what differs, and taken apart there.

use serde::Serialize;
use tera::Value;

/// A letter that stands around the marks. No language has it.
const MARK: char = '\u{F_FFF0}';

/// What goes into the holes of a [`Mould`].
pub trait Hole: Copy + PartialEq + 'static {
    /// All of them.
    const ALL: &'static [Self];

    /// What stands for it while the theme fills its components.
    fn mark(self) -> String {
        let place = Self::ALL.iter().position(|other| *other == self).unwrap_or_default();
        format!("{MARK}{place}{MARK}")
    }
}

/// What a picture is to a template that only shows what has been made of it.
#[derive(Serialize)]
struct ReadyPicture {
    html: Value,
}

/// A picture with the mark of a hole in the place of its HTML.
pub fn marked_picture(hole: impl Hole) -> Value {
    Value::from_serializable(&ReadyPicture { html: Value::safe_string(&hole.mark()) })
}

/// The HTML that was made of a picture. `None` when only the page can show it.
pub fn html_of_picture(picture: &Value) -> Option<&str> {
    picture.get_from_path("html")?.as_str()
}

/// HTML with holes.
pub struct Mould<H> {
    /// What stands before each hole.
    pieces: Vec<(String, H)>,
    behind: String,
}

impl<H: Hole> Mould<H> {
    /// Takes HTML apart at the marks of holes. `None` when it has other marks.
    pub fn of(html: &str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = html.split(MARK);
        let mut before = rest.next()?;
        while let Some(place) = rest.next() {
            let hole = *H::ALL.get(place.parse::<usize>().ok()?)?;
            pieces.push((before.to_owned(), hole));
            before = rest.next()?;
        }
        Some(Self { pieces, behind: before.to_owned() })
    }

    /// The same, when it has these holes, each once, in this order.
    pub fn with_holes(self, holes: &[H]) -> Option<Self> {
        self.pieces.iter().map(|(_, hole)| hole).eq(holes).then_some(self)
    }

    /// Adds the HTML with what `fill` adds in each hole, in order.
    pub fn push(&self, out: &mut String, mut fill: impl FnMut(H, &mut String)) {
        for (before, hole) in &self.pieces {
            out.push_str(before);
            fill(*hole, out);
        }
        out.push_str(&self.behind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Piece {
        Name,
        Words,
    }

    impl Hole for Piece {
        const ALL: &'static [Self] = &[Self::Name, Self::Words];
    }

    #[test]
    fn what_differs_goes_into_the_holes() {
        let (name, words) = (Piece::Name.mark(), Piece::Words.mark());
        let mould = Mould::of(&format!("<p id=\"{name}\">{words} {words}</p>")).unwrap();
        let mut html = "<b>".to_owned();
        mould.push(&mut html, |hole, html| html.push_str(if hole == Piece::Name { "n" } else { "w" }));
        assert_eq!(html, "<b><p id=\"n\">w w</p>");
        assert!(mould.with_holes(&[Piece::Name, Piece::Words]).is_none());
        let once = Mould::of(&format!("{name}{words}")).unwrap();
        assert!(once.with_holes(&[Piece::Name, Piece::Words]).is_some());
    }

    #[test]
    fn other_marks_are_no_holes() {
        for html in ["a\u{F_FFF0}b", "a\u{F_FFF0}2\u{F_FFF0}b", "\u{F_FFF0}\u{F_FFF0}", "\u{F_FFF0}0"] {
            assert!(Mould::<Piece>::of(html).is_none(), "{html}");
        }
        assert!(Mould::<Piece>::of("").is_some());
    }
}
