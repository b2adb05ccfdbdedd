//! What stands in the pages: nothing that an author, a pack or a word list writes becomes a tag or an address that harms.

use std::sync::Mutex;

use alongside::toolkit::{Output, Quiet, Route};

use crate::toolkit::{Files, HEAD, ROW, SETTINGS, Toolkit};

/// Words that would break out of a text, of an attribute, and of a template. `b1nd` and `b2nd` are looked for.
const EVIL: &str = "\"><b1nd>' b2nd='x' </title></script>{{ 7*191 }}{% raw %}&amp;";

/// The same for texts in which a rule would tell a tag.
const SLY: &str = "Word\" b2nd=\"x\" b2nd='y' {{ 7*191 }} &amp; < b1nd";

/// The words as YAML.
fn yaml(words: &str) -> String {
    format!("'{}'", words.replace('\'', "''"))
}

/// The words as Markdown in which they mean nothing else.
fn markdown(words: &str) -> String {
    words.replace('*', "\\*").replace('<', "&lt;").replace('{', "&#123;")
}

/// A toolkit that has evil words wherever words may stand. `words` stand where a rule would tell a tag.
fn evil_toolkit(words: &str) -> Toolkit {
    let (evil, words, text) = (yaml(EVIL), yaml(words), markdown(SLY));
    let in_title = text.replace('"', "\\\"");
    let contact = |indent: &str| {
        let ways = [
            ("phone", "01632 960000 \" b2nd='x"),
            ("text", "07700 900000 \" b2nd='x"),
            ("email", "\"><b1nd>'b2nd='x@example.org"),
            ("post", SLY),
            ("web", "example.org/?\"><b1nd>'b2nd='x"),
        ];
        ways.map(|(way, words)| format!("{indent}{way}: {}\n", yaml(words))).concat()
    };
    let settings = format!(
        "title: {words}\naddress: https://example.org/guides/\norganisation:\n  name: {words}\n  contact:\n{}symbols: ours, starter\n\
         accessibility:\n  standard: {words}\n  problems:\n    - {words}\n  tested-by: {words}\n  complaints: {words}\n",
        contact("    ")
    );
    let facts = ["subtitle", "summary", "for", "by", "version", "made-by", "checked-by", "funder"]
        .map(|name| format!("{name}: {words}\n"))
        .concat();
    let head = format!(
        "---\ntitle: {words}\n{facts}date: 22 November 2026\nfull-version: https://example.org/?\"><b1nd>\ncontact:\n{}words:\n  equals: {words}\n\
         allow:\n  no-picture: {words}\n---\n\n",
        contact("  ")
    );
    let body = format!(
        "## {text} {{#\"x .a\"b b2nd=x}}\n\n![](evil) **equals** {text}\n![{text}](ours/evil) {text}\n[{text}](https://example.org \"{in_title}\")\n\n\
         > [!note] {text}\n>\n> - ![](evil) {text}\n\n> [!words] {text}\n\n> [!contact] {text}\n\n\
         > [!ladder] {text}\n>\n> - ![](evil) **{text}** item\n\n\
         ```html\" b2nd=\"x\n<b1nd b2nd=x>\n```\n\n~~~\"><b1nd>\n<b1nd>\n~~~\n\n![](evil) `</code><b1nd>` word[^a\"b].\n\n\
         [^a\"b]: ![](evil) {text}\n\n| {text} | b |\n|---|---|\n| {text} | c |\n"
    );
    let pack: String =
        ["title", "licence", "author", "source", "reviewed", "credit", "licence-link"].map(|name| format!("{name}: {evil}\n")).concat();
    let cell = format!("\"{}\"", EVIL.replace('"', "\"\""));
    let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>&lt;b1nd></title><rect width=\"4\" height=\"4\"/></svg>";
    Toolkit::new()
        .file("alongside.yaml", settings)
        .file("words.yaml", format!("{words}: {words}\n"))
        .file("content/g/index.md", format!("{head}{body}"))
        .file("content/g/1-one.md", format!("{}{ROW}", HEAD.replace("Working together", &words)))
        .file("symbols/ours/pack.yaml", pack)
        .file("symbols/ours/symbols.csv", format!("id,file,label,other-names,description\nevil,evil.svg,{cell},{cell},{cell}\n"))
        .file("symbols/ours/evil.svg", drawing)
}

/// Fails when words broke out of where they stand in the files of a site.
fn assert_words_are_words(site: &Files) {
    let mut pages = 0;
    for (name, bytes) in site {
        let text = String::from_utf8_lossy(bytes);
        // 7 * 191: a template would have worked it out.
        for sign in ["<b1nd", "\" b2nd", "' b2nd", "\"b2nd", "'b2nd", "\"x b2nd", "1337"] {
            assert!(!text.contains(sign), "{name} holds {sign}");
        }
        if is_page(name) {
            pages += 1;
            assert!(text.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"), "{name} has no policy");
            assert_eq!(text.matches("<script").count(), 1, "{name} has a script of somebody else's");
        }
    }
    assert!(pages >= 7, "{pages} pages");
    assert!(String::from_utf8_lossy(&site["g/index.html"]).contains("{{ 7*191 }}"), "the words are lost");
}

/// Whether a file of a site is a page.
fn is_page(name: &str) -> bool {
    alongside::toolkit::extension_of(name) == "html"
}

#[test]
fn words_stay_words_wherever_they_stand() {
    let toolkit = evil_toolkit(SLY);
    toolkit.build().code(0);
    assert_words_are_words(&toolkit.site());
}

#[test]
fn words_stay_words_even_in_pages_that_are_not_published() {
    // Tags in the words are told, so these pages go nowhere. They are made all the same.
    struct Kept(Mutex<Files>);
    impl Output for Kept {
        fn put(&self, route: &Route, bytes: &[u8]) {
            self.0.lock().unwrap().insert(route.to_string(), bytes.to_vec());
        }
    }
    let toolkit = evil_toolkit(EVIL);
    let snapshot = alongside::disk::snapshot(&toolkit.root(), alongside::disk::today(), alongside::pipeline::is_text).unwrap();
    let kept = Kept(Mutex::default());
    let outcome = alongside::build(&snapshot, alongside::Options::default(), &kept, &Quiet);
    assert!(
        outcome.findings.iter().filter(|finding| finding.is_error()).all(|finding| finding.rule.as_str() == "leaked-markup"),
        "{:#?}",
        outcome.findings
    );
    assert!(outcome.has_errors());
    assert_words_are_words(&kept.0.into_inner().unwrap());
}

#[test]
fn links_that_could_do_harm_are_told() {
    for target in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#9;script:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&colon;alert(1)",
        "\u{1}javascript:alert(1)",
        "\u{200b}javascript:alert(1)",
        "java\u{ad}script:alert(1)",
        "\u{feff}javascript:alert(1)",
        "data:text/html,<b>",
        "DATA:text/html;base64,PGI+",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "blob:x",
        "feed:javascript:alert(1)",
        "../../../etc/passwd",
        "..%2f..%2f..%2fetc/passwd",
    ] {
        for body in [
            format!("![](listen) A [link](<{}>) here.\n", target.replace('<', "\\<").replace('>', "\\>")),
            format!("![](listen) A [link][to] here.\n\n[to]: <{}>\n", target.replace('<', "\\<").replace('>', "\\>")),
            format!("![A picture](<{}>) We look.\n", target.replace('<', "\\<").replace('>', "\\>")),
        ] {
            let run = Toolkit::new().page("a", &body).build();
            let rule = if body.contains("![A") { "[picture-missing]" } else { "[broken-link]" };
            run.code(1).says(rule).is_plain();
        }
    }
}

#[test]
fn addresses_that_are_safe_are_kept_and_escaped() {
    for (target, written) in [
        ("https://example.org/?a=1&b='2'", "https://example.org/?a=1&amp;b=&#39;2&#39;"),
        ("//example.org/x", "https://example.org/x"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+441632960000", "tel:+441632960000"),
    ] {
        let toolkit = Toolkit::new().page("a", &format!("![](listen) A [link](<{target}>) here.\n"));
        toolkit.build().code(0);
        assert!(toolkit.html("a/index.html").contains(&format!("<a href=\"{written}\">link</a>")), "{target}");
    }
}

#[test]
fn a_slip_in_a_web_address_is_told() {
    for target in ["https:/example.org", "https:example.org", "http:\\\\example.org"] {
        Toolkit::new()
            .page("a", &format!("![](listen) A [link](<{target}>) here.\n"))
            .build()
            .code(1)
            .finds("broken-link", "content/a.md:8:15");
    }
}

#[test]
fn pages_hold_no_absolute_links_of_their_own() {
    let toolkit = Toolkit::with_a_page().page("g/index", ROW).page("g/1-part", ROW).file("alongside.yaml", SETTINGS);
    toolkit.build().code(0);
    for (name, bytes) in toolkit.site().into_iter().filter(|(name, _)| is_page(name)) {
        // The starter pack names its licence, which stands elsewhere.
        let text = String::from_utf8_lossy(&bytes).replace("href=\"https://creativecommons.org/", "");
        for sign in ["href=\"/", "src=\"/", "href=\"http", "src=\"http"] {
            assert!(!text.contains(sign), "{name} holds {sign}");
        }
    }
}

#[test]
fn faults_of_a_page_are_told_in_the_page() {
    for body in [
        "![](listen) Read [](https://example.org) more.\n",
        "![](listen) Read [ ](https://example.org) more.\n",
        "![](listen) Read [![decorative](hope)](https://example.org) more.\n",
        "> [!note] ![decorative](hope)\n>\n> ![](listen) We listen.\n",
        "![](listen) Word[^1].\n\n[^1]: ![](listen) Note\n\n    #### Deep\n",
    ] {
        // The author has no theme. “Mend the file that is named” would lead nowhere.
        Toolkit::new().page("a", body).build().code(1).says("content/a.md:").says_not("themes/default");
    }
}
