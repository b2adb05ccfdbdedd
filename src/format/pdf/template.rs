//! What Typst says of a template -> what is wrong with it, for people who may not know Typst.

use crate::toolkit::TemplateFault;

/// What is wrong with a template, by Typst's message; `None` for what may also come from the words of an author.
pub fn of(message: &str) -> Option<TemplateFault> {
    let begins = |words: &[&str]| words.iter().any(|word| message.starts_with(word));
    let holds = |words: &[&str]| words.iter().any(|word| message.contains(word));
    Some(if begins(&["unknown variable"]) {
        TemplateFault::Unknown(named(message))
    } else if begins(&["missing argument"]) {
        TemplateFault::NotGiven(named(message))
    } else if begins(&["unexpected argument"]) {
        TemplateFault::NotTaken(message.contains(": ").then(|| named(message)))
    } else if begins(&["file not found", "file is not", "failed to load file"]) {
        TemplateFault::NoFile(named(message))
    } else if holds(&["does not contain", "does not have field", "has no method", "cannot access fields"]) {
        TemplateFault::NoField(named(message))
    } else if begins(&["unresolved import"]) {
        TemplateFault::NoPart(String::new())
    } else if holds(&["maximum", "infinite", "always true"]) {
        TemplateFault::Endless
    } else if begins(&["expected ", "cannot "]) {
        TemplateFault::OtherKind
    } else {
        return None;
    })
}

/// The name in a message: the last one between marks, or what stands behind its colon.
fn named(message: &str) -> String {
    let between = |mark: char| message.rsplit(mark).nth(1).filter(|_| message.matches(mark).count() > 1);
    let searched = || message.split_once("searched at ").map(|(_, path)| path);
    let behind = || message.rsplit_once(": ").map(|(_, name)| name);
    let name = between('`').or_else(|| between('"')).or_else(searched).or_else(behind).unwrap_or(message);
    name.trim_matches(|c: char| c.is_whitespace() || "()/".contains(c)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_told_apart() {
        let name = |name: &str| name.to_owned();
        for (message, fault) in [
            ("unknown variable: rows", TemplateFault::Unknown(name("rows"))),
            ("missing argument: body", TemplateFault::NotGiven(name("body"))),
            ("unexpected argument", TemplateFault::NotTaken(None)),
            ("unexpected argument: widht", TemplateFault::NotTaken(Some(name("widht")))),
            ("file not found (searched at /logo.svg)", TemplateFault::NoFile(name("logo.svg"))),
            ("dictionary does not contain key \"titel\"", TemplateFault::NoField(name("titel"))),
            ("type string has no method `frist`", TemplateFault::NoField(name("frist"))),
            ("module `calc` does not contain `maxi`", TemplateFault::NoField(name("maxi"))),
            ("maximum function call depth exceeded", TemplateFault::Endless),
            ("cannot add integer and string", TemplateFault::OtherKind),
        ] {
            assert_eq!(of(message), Some(fault), "{message}");
        }
        assert_eq!(of("panicked with: \"no\""), None);
    }
}
