//! Lines of a program -> HTML with a class for each kind of word. The colours are those of the theme.

use std::str::FromStr;
use std::sync::OnceLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::inline::escape;

/// Kinds of words, by the scopes that the grammars give them; the first that fits counts.
const KINDS: [(&str, &str); 12] = [
    ("comment", "comment"),
    ("string", "string"),
    ("constant.numeric", "number"),
    ("constant", "number"),
    ("entity.name.function", "name"),
    ("entity.name.tag", "keyword"),
    ("entity.name", "name"),
    ("support", "name"),
    ("storage", "keyword"),
    ("keyword", "keyword"),
    ("markup.heading", "keyword"),
    ("entity.other.attribute-name", "name"),
];

/// The longest program that is coloured, and the longest line: the grammars are slow.
const BYTES_MAX: usize = 200_000;
const LINE_BYTES_MAX: usize = 2_000;

/// HTML of a program in `language`; plain text when we do not know it.
pub fn highlight(language: &str, text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let known = find_syntax(language).filter(|_| text.len() <= BYTES_MAX && text.lines().all(|line| line.len() <= LINE_BYTES_MAX));
    match known {
        Some(syntax) => push_lines(syntax, text, &mut out),
        None => escape(text, &mut out),
    }
    out
}

fn syntaxes() -> &'static SyntaxSet {
    static SYNTAXES: OnceLock<SyntaxSet> = OnceLock::new();
    SYNTAXES.get_or_init(SyntaxSet::load_defaults_newlines)
}

fn find_syntax(language: &str) -> Option<&'static SyntaxReference> {
    if language.is_empty() {
        return None;
    }
    syntaxes().find_syntax_by_token(language)
}

fn kinds() -> &'static [(Scope, &'static str)] {
    static SCOPES: OnceLock<Vec<(Scope, &'static str)>> = OnceLock::new();
    SCOPES.get_or_init(|| KINDS.iter().filter_map(|(scope, kind)| Some((Scope::from_str(scope).ok()?, *kind))).collect())
}

fn push_lines(syntax: &SyntaxReference, text: &str, out: &mut String) {
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    for line in text.split_inclusive('\n') {
        let Ok(changes) = state.parse_line(line, syntaxes()) else {
            escape(line, out);
            continue;
        };
        let mut at = 0;
        for (next, change) in changes {
            push_piece(&stack, &line[at..next], out);
            at = next;
            if stack.apply(&change).is_err() {
                stack = ScopeStack::new();
            }
        }
        push_piece(&stack, &line[at..], out);
    }
}

fn push_piece(stack: &ScopeStack, piece: &str, out: &mut String) {
    if piece.is_empty() {
        return;
    }
    let kind = stack.scopes.iter().rev().find_map(|scope| kinds().iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)));
    match kind.filter(|_| !piece.trim().is_empty()) {
        Some((_, kind)) => {
            out.push_str("<span class=\"code-");
            out.push_str(kind);
            out.push_str("\">");
            escape(piece, out);
            out.push_str("</span>");
        }
        None => escape(piece, out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_kind() {
        let html = highlight("rust", "// hi\nlet x = \"<b>\";\n");
        assert!(html.contains("<span class=\"code-comment\">"), "{html}");
        assert!(html.contains("&lt;b&gt;") && !html.contains("<b>"), "{html}");
    }

    #[test]
    fn what_is_not_known_is_plain() {
        assert_eq!(highlight("\"><script>", "<x>"), "&lt;x&gt;");
        assert_eq!(highlight("", "a & b"), "a &amp; b");
    }
}
