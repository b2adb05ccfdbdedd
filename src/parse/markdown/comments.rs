//! The one comment with a meaning: `<!-- allow: rule: reason -->`.

use crate::toolkit::{Allowance, Span};

/// What a stretch of HTML is.
#[derive(Debug, PartialEq, Eq)]
pub enum Comment {
    /// Leave to break a rule.
    Allow(Allowance),
    /// It begins as leave to break a rule, and names none.
    BadAllow,
    /// Anything else.
    Html,
}

/// Reads one piece of HTML.
pub fn read(html: &str, span: Span) -> Comment {
    let inside = html.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    let Some(inside) = inside.filter(|inside| !inside.contains("-->")) else { return Comment::Html };
    let Some(rest) = inside.trim().strip_prefix("allow") else { return Comment::Html };
    let Some(rest) = rest.trim_start().strip_prefix(':') else { return Comment::BadAllow };
    let (rule, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let rule = rule.trim();
    if rule.is_empty() || rule.contains(char::is_whitespace) {
        return Comment::BadAllow;
    }
    Comment::Allow(Allowance { rule: rule.to_owned(), reason: reason.trim().to_owned(), span, covers: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allowances_are_told_from_other_html() {
        let span = Span::default();
        let allow = |rule: &str, reason: &str| Comment::Allow(Allowance { rule: rule.into(), reason: reason.into(), span, covers: None });
        assert_eq!(read("<!-- allow: no-picture: none: fits -->\n", span), allow("no-picture", "none: fits"));
        assert_eq!(read("<!--allow:no-picture-->", span), allow("no-picture", ""));
        assert_eq!(read("<!-- allow no-picture -->", span), Comment::BadAllow);
        assert_eq!(read("<!-- allow: this and that -->", span), Comment::BadAllow);
        assert_eq!(read("<!-- a note -->", span), Comment::Html);
        assert_eq!(read("<b>", span), Comment::Html);
        assert_eq!(read("<!-- allow: x: y --> <script> -->", span), Comment::Html);
    }
}
