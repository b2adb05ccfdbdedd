//! What links and pictures lead to.

use crate::toolkit::{LinkTarget, PictureTarget, SitePath, extension_of};

/// The schemes that a link to the outside may have.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// What a link in the page at `page` leads to. `written` is the target with its entities already decoded.
pub fn link_target(page: &SitePath, written: &str) -> LinkTarget {
    let target = without_tricks(written);
    if let Some(scheme) = scheme(&target) {
        return match scheme.as_str() {
            "http" | "https" if !has_host(&target[scheme.len() + 1..]) => LinkTarget::Lost,
            known if SCHEMES.contains(&known) => LinkTarget::Outside(target),
            _ => LinkTarget::Refused,
        };
    }
    if has_host(&target) {
        return LinkTarget::Outside(format!("https:{target}"));
    }
    if is_email(&target) {
        return LinkTarget::Outside(format!("mailto:{target}"));
    }
    let (path, fragment) = target.split_once('#').map_or((target.as_str(), None), |(path, name)| (path, Some(name)));
    let path = path.split('?').next().unwrap_or(path);
    let fragment = fragment.filter(|name| !name.is_empty()).map(percent_decoded);
    if path.is_empty() {
        return fragment.map_or(LinkTarget::Lost, LinkTarget::Here);
    }
    let Some(file) = page.follow(&percent_decoded(path)) else { return LinkTarget::Lost };
    match extension_of(file.file_name()).as_str() {
        "md" | "" => LinkTarget::Page { path: file, fragment },
        _ => LinkTarget::File(file),
    }
}

/// What a picture in the page at `page` leads to.
pub fn picture_target(page: &SitePath, written: &str) -> PictureTarget {
    let written = written.trim();
    if written.is_empty() {
        return PictureTarget::Nothing;
    }
    // Nearly every picture is a plain name.
    let is_plain = |name: &str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if is_plain(written) {
        return PictureTarget::Symbol { pack: None, name: written.to_owned() };
    }
    if scheme(&without_tricks(written)).is_some() || written.starts_with("//") {
        return PictureTarget::Outside(written.to_owned());
    }
    let path = percent_decoded(written);
    if is_file_name(&path) {
        return page.follow(&path).map_or_else(|| PictureTarget::Outside(written.to_owned()), PictureTarget::File);
    }
    match path.rsplit_once('/') {
        Some((pack, name)) => PictureTarget::Symbol { pack: Some(pack.to_owned()), name: name.to_owned() },
        None => PictureTarget::Symbol { pack: None, name: path },
    }
}

/// Whether the last part ends as a file does: a dot and a few letters.
fn is_file_name(path: &str) -> bool {
    let extension = extension_of(path.rsplit('/').next().unwrap_or(path));
    (1..=5).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// A target without the blanks, line breaks and control characters that browsers skip when they look for a scheme.
fn without_tricks(written: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
    };
    if written.contains(hidden) {
        // A blank inside a path is part of a file's name.
        let trimmed = written.trim_matches(hidden);
        let joined: String = trimmed.chars().filter(|c| !hidden(*c)).collect();
        return if scheme(&joined).is_some() { joined } else { trimmed.chars().filter(|c| *c == ' ' || !hidden(*c)).collect() };
    }
    written.to_owned()
}

/// The scheme before the colon, in lower case.
fn scheme(target: &str) -> Option<String> {
    let (scheme, _) = target.split_once(':')?;
    let proper = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    proper.then(|| scheme.to_ascii_lowercase())
}

/// Whether what stands behind `https:` names a website. Browsers would make one of `https:example.org` too, and of worse.
fn has_host(rest: &str) -> bool {
    rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', '#', '\\']))
}

fn is_email(target: &str) -> bool {
    match target.split_once('@') {
        Some((name, host)) => !name.is_empty() && host.contains('.') && !target.contains(['/', ' ', '#']) && !host.contains('@'),
        None => false,
    }
}

/// Turns `%20` and its like into characters. What is no proper UTF-8 stays as it is written.
fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match digits.filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit())).map(|digits| u8::from_str_radix(digits, 16)) {
            Some(Ok(byte)) => {
                decoded.push(byte);
                at += 3;
            }
            _ => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> SitePath {
        SitePath::new("content/guide/start.md").unwrap()
    }

    fn link(written: &str) -> LinkTarget {
        link_target(&page(), written)
    }

    #[test]
    fn schemes_that_do_harm_are_refused() {
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            " \u{1}javascript:alert(1)",
            "\u{200B}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "a:b.md",
            "\u{FEFF}data:x",
        ] {
            assert_eq!(link(bad), LinkTarget::Refused, "{bad:?}");
        }
    }

    #[test]
    fn links_lead_to_pages_files_and_outside() {
        let path = |path: &str| SitePath::new(path).unwrap();
        assert_eq!(link("next.md#why"), LinkTarget::Page { path: path("content/guide/next.md"), fragment: Some("why".into()) });
        assert_eq!(link("../other/"), LinkTarget::Page { path: path("content/other"), fragment: None });
        assert_eq!(link("#here"), LinkTarget::Here("here".into()));
        assert_eq!(link("our%20plan.pdf"), LinkTarget::File(path("content/guide/our plan.pdf")));
        assert_eq!(link("https://example.org/a b"), LinkTarget::Outside("https://example.org/ab".into()));
        assert_eq!(link("//example.org/x"), LinkTarget::Outside("https://example.org/x".into()));
        assert_eq!(link("hello@example.org"), LinkTarget::Outside("mailto:hello@example.org".into()));
        assert_eq!(link("../../../etc/passwd"), LinkTarget::Lost);
        assert_eq!(link("#"), LinkTarget::Lost);
        assert_eq!(link(""), LinkTarget::Lost);
        for slip in ["https:example.org", "http:/example.org", "https://", "https:///x", "http:\\\\example.org"] {
            assert_eq!(link(slip), LinkTarget::Lost, "{slip}");
        }
    }

    #[test]
    fn pictures_are_symbols_or_files() {
        let picture = |written: &str| picture_target(&page(), written);
        let symbol = |pack: Option<&str>, name: &str| PictureTarget::Symbol { pack: pack.map(str::to_owned), name: name.to_owned() };
        assert_eq!(picture("listen"), symbol(None, "listen"));
        assert_eq!(picture("openmoji/ear"), symbol(Some("openmoji"), "ear"));
        assert_eq!(picture("disabled people's organisation"), symbol(None, "disabled people's organisation"));
        assert_eq!(picture("hall%20ramp.jpg"), PictureTarget::File(SitePath::new("content/guide/hall ramp.jpg").unwrap()));
        assert_eq!(picture("/photos/x.PNG"), PictureTarget::File(SitePath::new("content/photos/x.PNG").unwrap()));
        assert!(matches!(picture("https://example.org/x.png"), PictureTarget::Outside(_)));
        assert!(matches!(picture("../../../x.png"), PictureTarget::Outside(_)));
        assert!(matches!(picture("data:image/png;base64,x"), PictureTarget::Outside(_)));
        assert_eq!(picture(""), PictureTarget::Nothing);
    }
}
