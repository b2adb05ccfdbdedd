//! Themes: what a designer may change, and what no theme may break.

use std::path::Path;

use crate::toolkit::{ROW, Run, SETTINGS, Toolkit};

/// A page with everything that the templates below touch.
const BODY: &str =
    "## Why\n\n![](listen) We **listen** to you.\n![](hope) We hope.\n\n> [!check] Before you start\n>\n> - [ ] ![](hope) Hope.\n";

/// The text of a file of the theme that comes with Alongside.
fn default_file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default").join(name);
    std::fs::read_to_string(path).unwrap().replace("\r\n", "\n")
}

/// A toolkit with a guide of one page and a theme of its own, which has these files.
fn with_theme(files: &[(&str, String)]) -> Toolkit {
    let toolkit = Toolkit::new().page("a", BODY).file("alongside.yaml", format!("{SETTINGS}theme: ours\n"));
    let toolkit = toolkit.file("words.yaml", "listen: To hear what somebody says.\n");
    files.iter().fold(toolkit, |toolkit, (name, text)| toolkit.file(&format!("themes/ours/{name}"), text))
}

/// A toolkit whose theme differs from the default one in one place.
fn with_change(name: &str, from: &str, to: &str) -> Toolkit {
    let text = default_file(name);
    assert!(text.contains(from), "{name} holds no {from}");
    with_theme(&[(name, text.replacen(from, to, 1))])
}

/// Fails unless the run tells a fault of the theme in this file, in these words.
fn tells(run: &Run, file: &str, words: &str) {
    run.code(1).finds("theme", &format!("themes/ours/{file}")).says(words).says("The site was not made").is_plain();
}

#[test]
fn a_theme_that_shuts_readers_out_is_told_with_its_template_and_a_page() {
    let base = "templates/base.html";
    for (file, from, to, words) in [
        ("templates/parts.html", " alt=\"{{ picture.alt }}\"", "", "A picture has no alt"),
        ("templates/parts.html", "<h1>{{ page.title }}</h1>", "<p>{{ page.title }}</p>", "needs one <h1>, and it has 0"),
        ("templates/blocks.html", "<h{{ block.level }} id", "<h1>x</h1><h{{ block.level }} id", "needs one <h1>, and it has 2"),
        ("templates/blocks.html", "<h{{ block.level }} id", "<h4>x</h4><h{{ block.level }} id", "A heading jumps over a level"),
        ("templates/blocks.html", "id=\"{{ row.id }}\"", "id=\"row\"", "The name “row” stands twice"),
        (base, " lang=\"{{ page.lang }}\"", "", "does not say in which language"),
        (base, "<title>{{ page.tab }}</title>", "", "has no <title>"),
        (base, "<main id=\"al-text\">", "<div id=\"al-text\">", "needs one <main>, and it has 0"),
        ("templates/parts.html", "<header class=\"site\">", "<div>", "has no <header>"),
        (base, "<footer class=\"site\">", "<div>", "has no <footer>"),
        ("templates/parts.html", " aria-label=\"{{ w.main_menu }}\"", "", "not told apart"),
        (base, "href=\"#al-text\"", "href=\"#text\"", "leads to the name “text”"),
        (base, "<body ", "<body style=\"color:red\" ", "has a style of its own"),
        (base, "</head>", "<style>p{color:red}</style></head>", "There is a style sheet inside the page"),
        (base, "</head>", "<script>alert(1)</script></head>", "There is a script inside the page"),
        (base, "<body ", "<body onload=\"x()\" ", "has a script in the attribute onload"),
        (base, "<meta http-equiv=\"Content-Security-Policy\"", "<meta name=\"policy\"", "no strict content security policy"),
        (base, "script-src 'self'", "script-src 'self' 'unsafe-inline'", "no strict content security policy"),
        (base, "initial-scale=1", "initial-scale=1, maximum-scale=1", "cannot be made bigger"),
        (base, "</head>", "<meta http-equiv=\"refresh\" content=\"9\"></head>", "moves on by itself"),
        (base, "</main>", "<input type=\"text\"></main>", "A field has no label"),
        (base, "</main>", "<button></button></main>", "A <button> has no words"),
        (base, "</main>", "<p tabindex=\"3\">x</p></main>", "order of the keyboard"),
        (base, "</main>", "<img src=\"https://example.org/x.png\" alt=\"\"></main>", "fetches something from elsewhere"),
        (base, "</main>", "<iframe src=\"x.html\"></iframe></main>", "There is a <iframe>"),
        (base, "</main>", "<video autoplay src=\"x.mp4\"></video></main>", "starts by itself"),
    ] {
        let run = with_change(file, from, to).build();
        tells(&run, file, words);
        run.says("It shows on the page ").says(".html.");
    }
}

#[test]
fn where_a_theme_has_several_templates_all_are_named() {
    let base = default_file("templates/base.html").replace(" lang=\"{{ page.lang }}\"", "");
    let run = with_theme(&[("templates/base.html", base), ("templates/blocks.html", default_file("templates/blocks.html"))]).build();
    tells(&run, "templates", "One of your templates makes it: base.html, blocks.html.");
}

#[test]
fn a_template_that_does_not_work_is_told_with_its_line() {
    for (text, words) in [
        ("one\ntwo\n{% if %}\n", "Look at line 3."),
        ("one\n{{ nothing_like_it }}\n", "Look at line 2."),
        ("one\n\n{{ page.title | no_such_filter }}\n", "Look at line 3."),
        ("one\n{{ <no_such_component /> }}\n", "no_such_component"),
        ("one\n{% for x in page.title %}\n", "The template does not work"),
        ("{% extends \"no-such-file.html\" %}", "“no-such-file.html”, which is not there"),
        ("{% include \"no-such-file.html\" %}", "no-such-file.html"),
        ("{{ word(id=\"no-such-words\") }}", "no-such-words"),
        ("{{ get_env(name=\"HOME\") }}", "get_env"),
        ("{{ load_data(path=\"alongside.yaml\") }}", "load_data"),
    ] {
        let run = with_theme(&[("templates/single.html", text.to_owned())]).build();
        tells(&run, "templates/single.html", words);
    }
}

#[test]
#[cfg(feature = "pdf")]
fn a_layout_of_pdfs_that_does_not_work_is_told_with_its_line() {
    for (text, line, words) in [
        (
            "// Ours\n\n#let guide(g) = [\n",
            "Look at line 3.",
            "A bracket, a comma or a quote may be missing. The line is “#let guide(g) = [”.",
        ),
        ("// Ours\n#let guide(g) = {\n  par(lost)\n}\n", "Look at line 3.", "Nothing has the name “lost”. The line is “par(lost)”."),
        ("// Ours\n#let guide(g) = par(g.lost)\n", "Look at line 2.", "“lost” is not there."),
        ("#let guide(g) = fit()\n#let fit(picture) = []\n", "Look at line 1.", "Nothing has the name “fit”."),
        ("#let fit(picture) = []\n#let guide(g) = fit()\n", "Look at line ", "Something here needs “picture”"),
        ("#let guide(g) = par([], widht: 1pt)\n", "Look at line 1.", "is given “widht”, and does not know it."),
        ("#let guide(g) = block([], [])\n", "Look at line 1.", "is given more than it can use."),
        ("#let guide(g) = [#(1 + \"a\")]\n", "Look at line 1.", "A value is of the wrong kind"),
        ("#let guide(g) = par(1)\n", "Look at line 1.", "A value is of the wrong kind"),
        ("#let guide(g) = panic(\"no\")\n", "Look at line 1.", "One of its lines does not work. The line is “#let guide(g) = panic"),
        ("#let other(g) = []\n", "The layout of PDFs does not work.", "It needs a part with the name “guide”."),
        ("#import \"/alongside.yaml\": x\n#let guide(g) = []\n", "Look at line 1.", "It asks for the file “alongside.yaml”."),
        ("#let guide(g) = [#read(\"/etc/passwd\")]\n", "Look at line 1.", "It asks for the file “etc/passwd”."),
        ("#let guide(g) = { while true { [x] } }\n", "Look at line 1.", "It does not come to an end."),
        ("#let again(n) = again(n + 1)\n#let guide(g) = again(1)\n", "Look at line 1.", "It does not come to an end."),
    ] {
        let toolkit = with_theme(&[("print.typ", text.to_owned())]);
        let settings = format!("{SETTINGS}theme: ours\nformats: pdf\n");
        let run = toolkit.file("alongside.yaml", settings).build();
        tells(&run, "print.typ", line);
        tells(&run, "print.typ", words);
    }
}

#[test]
#[cfg(feature = "pdf")]
fn a_font_for_pdfs_that_is_broken_is_told() {
    let toolkit = with_theme(&[("fonts/atkinson-700.ttf", "This is no font.".to_owned())]);
    let settings = format!("{SETTINGS}theme: ours\nformats: pdf, booklet, large-print\n");
    tells(&toolkit.file("alongside.yaml", settings).build(), "fonts/atkinson-700.ttf", "This font for PDFs cannot be read.");
}

#[test]
fn templates_that_hold_themselves_come_to_an_end() {
    let one = |name: &str, text: &str| (format!("templates/{name}.html"), text.to_owned());
    for files in [
        vec![one("single", "{% include \"single.html\" %}")],
        vec![one("single", "{% include \"b.html\" %}"), one("b", "{% include \"c.html\" %}"), one("c", "{% include \"b.html\" %}")],
        vec![one("single", "{% extends \"single.html\" %}")],
        vec![one("single", "{% extends \"b.html\" %}"), one("b", "{% extends \"single.html\" %}")],
        vec![one("single", "{{ <again /> }}"), one("b", "{% component again() %}{{ <again /> }}{% endcomponent again %}")],
        vec![
            one("single", "{{ <ping /> }}"),
            one(
                "b",
                "{% component ping() %}{{ <pong /> }}{% endcomponent ping %}{% component pong() %}{{ <ping /> }}{% endcomponent pong %}",
            ),
        ],
    ] {
        let files: Vec<(&str, String)> = files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
        let run = with_theme(&files).build();
        run.code(1).says("[theme]").says("themes/ours/templates/").is_plain();
    }
}

#[test]
fn loops_and_parts_without_end_come_to_an_end() {
    let nested = |depth: usize, inside: &str| {
        format!("{{% set r = range(end=1000) %}}{}{inside}{}", "{% for a in r %}".repeat(depth), "{% endfor %}".repeat(depth))
    };
    // No loop at all: each part uses the next one 50 times.
    let parts: String = (0..12)
        .map(|n| format!("{{% component c{n}() %}}{}{{% endcomponent c{n} %}}\n", format!("{{{{ <c{} /> }}}}", n + 1).repeat(50)))
        .collect();
    let parts = format!("{parts}{{% component c12() %}}{{% endcomponent c12 %}}");
    for (text, words) in [
        (nested(3, ""), "more than 500000 turns"),
        (nested(9, ""), "more than 500000 turns"),
        (nested(3, "{# nothing #}").replace("%}", "-%}"), "more than 500000 turns"),
        (format!("{{% set all %}}{}{{% endset %}}", nested(4, "x")), "more than 500000 turns"),
        (format!("{parts}{{{{ <c0 /> }}}}"), "more than 500000 turns"),
        ("{% for a in range(end=100000000) %}{% endfor %}".to_owned(), "`range` gives 1000 numbers at the most"),
        (nested(2, &"word ".repeat(40)), "more than 64 MB of one page"),
    ] {
        let run = with_theme(&[("templates/single.html", text)]).build();
        tells(&run, "templates/single.html", words);
    }
}

#[test]
fn the_component_of_pictures_shows_in_rows_whatever_it_asks_for() {
    let from = "wide=\"10.5rem\") -%}\n";
    for (to, shows) in [
        ("wide=\"10.5rem\") -%}\n<i class=\"ours\"></i>", "<i class=\"ours\"></i><img"),
        ("wide=\"10.5rem\", @lang) -%}\n<i lang=\"{{ lang }}\"></i>", "<i lang=\"en\"></i><img"),
        ("wide=\"10.5rem\") -%}\n{% for n in range(end=900) %}{% for m in [1, 2] %}{% endfor %}{% endfor %}<i></i>", "<i></i><img"),
    ] {
        let toolkit = with_change("templates/parts.html", from, to);
        toolkit.build().code(0);
        assert_eq!(toolkit.html("a/index.html").matches(shows).count(), 3, "{to}");
    }
}

#[test]
fn a_template_that_is_too_long_is_told() {
    let run = with_theme(&[("templates/single.html", "word ".repeat(60_000))]).build();
    tells(&run, "templates/single.html", "longer than 256 KB");
}

#[test]
fn colours_that_do_not_stand_out_are_told() {
    for (text, words) in [
        ("light:\n  on-focus: \"#b0b0b0\"\n", "In light, “on-focus” does not stand out enough on “focus”"),
        ("dark:\n  ink: \"#777777\"\n", "In dark, “ink” does not stand out enough on “paper”"),
        // A theme cannot take the pairs away that are looked at.
        ("light:\n  ink: \"#999999\"\ntext: [link on paper]\n", "In light, “ink” does not stand out enough on “paper”"),
        ("light:\n  own: \"#999999\"\ndark:\n  own: \"#999999\"\ntext: own on paper\n", "“own” does not stand out enough"),
        ("light:\n  ink: red\n", "The colour “ink” must be written as # and 6 digits"),
        ("text: ink and paper\n", "Look at line 1."),
        ("lihgt:\n  ink: \"#000000\"\n", "Look at line 1."),
    ] {
        tells(&with_theme(&[("theme.yaml", text.to_owned())]).build(), "theme.yaml", words);
    }
    // Without quotes a colour is a note in YAML. People write it all the same, and mean the colour.
    let toolkit = with_theme(&[("theme.yaml", "light:\n  ink: #000001\n".to_owned())]);
    toolkit.build().code(0);
    assert!(toolkit.site().into_values().any(|bytes| String::from_utf8_lossy(&bytes).contains("--ink:#000001")));
}

#[test]
fn style_sheets_fetch_nothing_from_elsewhere() {
    for text in [
        "p{background:url(https://example.org/x.png)}",
        "p { background: url( '../images/none.svg' ) }",
        "@import url(//example.org/x.css);",
    ] {
        let run = with_theme(&[("styles/9-ours.css", format!("/* Ours. */\n{text}\n"))]).build();
        tells(&run, "styles/9-ours.css", "Look at line 2.");
    }
}

#[test]
fn a_name_that_is_no_theme_is_told() {
    for (name, words) in
        [("our", "Did you mean “ours”?"), ("../ours", "There is no theme called"), ("ours/templates", "There is no theme called")]
    {
        let toolkit = with_theme(&[("theme.yaml", String::new())]).file("alongside.yaml", format!("{SETTINGS}theme: {name}\n"));
        toolkit.build().code(1).finds("settings", "alongside.yaml:7:8").says(words);
    }
}

#[test]
fn one_file_of_a_theme_can_be_changed() {
    let plain = with_theme(&[]).file("alongside.yaml", SETTINGS);
    plain.build().code(0);
    let text = default_file("templates/not-found.html").replace("<p class=\"start\">", "<p class=\"start ours\">");
    let toolkit = with_theme(&[("templates/not-found.html", text)]);
    toolkit.build().code(0);
    let (mut one, mut other) = (plain.site(), toolkit.site());
    assert!(toolkit.html("404.html").contains("<p class=\"start ours\">"));
    one.remove("404.html");
    other.remove("404.html");
    assert!(one == other, "more than the page that was changed is another one");
    // And back again: the copy is deleted.
    std::fs::remove_file(toolkit.path("themes/ours/templates/not-found.html")).unwrap();
    toolkit.write("themes/ours/theme.yaml", "light:\n  ink: \"#000000\"\n");
    toolkit.build().code(0);
    assert!(!toolkit.html("404.html").contains("ours"));
}

#[test]
fn the_words_of_the_pages_can_be_changed_one_by_one() {
    let toolkit = with_theme(&[("words/en.ftl", "all-guides = Our booklets\n".to_owned())]);
    toolkit.build().code(0);
    let html = toolkit.html("a/index.html");
    assert!(html.contains(">Our booklets</a>") && html.contains("Word list"), "{html}");
    let run = with_theme(&[("words/en.ftl", "# Ours\nall-guides = Our booklets\nall guides: Our booklets\n".to_owned())]).build();
    tells(&run, "words/en.ftl", "Look at line 3.");
    let run = with_theme(&[("words/en.ftl", "next-part = Next: { $number }\n".to_owned())]).build();
    tells(
        &run,
        "words/en.ftl",
        "The words called `next-part` in words/en.ftl ask for something that they are not given. They may ask for $n",
    );
    // Words are words, whatever stands in them.
    let toolkit = with_theme(&[("words/en.ftl", "all-guides = <b>\"All\"</b>\n".to_owned())]);
    toolkit.build().code(0);
    assert!(toolkit.html("a/index.html").contains("&lt;b&gt;&quot;All&quot;&lt;/b&gt;"));
}

#[test]
fn words_in_a_language_that_has_none_can_be_added() {
    let settings = format!("{SETTINGS}theme: ours\nlanguage: fr\n");
    let toolkit = with_theme(&[("words/fr.ftl", "all-guides = Tous les guides\n".to_owned())]).file("alongside.yaml", settings);
    toolkit.build().code(0);
    assert!(toolkit.html("a/index.html").contains(">Tous les guides</a>"));
}

#[test]
fn bytes_that_are_no_letters_are_told_in_a_template() {
    let toolkit = Toolkit::new().page("a", ROW).file("alongside.yaml", format!("{SETTINGS}theme: ours\n"));
    let toolkit = toolkit.file("themes/ours/templates/single.html", b"{% extends \"base.html\" %}\n{# caf\xe9 #}\n");
    toolkit.build().code(1).finds("unreadable-file", "themes/ours/templates/single.html:2:7");
}

#[cfg(unix)]
#[test]
fn links_in_a_theme_lead_only_to_files_of_the_toolkit() {
    use std::os::unix::fs::symlink;
    let toolkit = with_theme(&[("theme.yaml", String::new())]);
    std::fs::create_dir_all(toolkit.path("themes/ours/templates")).unwrap();
    let text = default_file("templates/not-found.html").replace("<p class=\"start\">", "<p class=\"start ours\">");
    toolkit.write("themes/shared.html", &text);
    symlink("../../shared.html", toolkit.path("themes/ours/templates/not-found.html")).unwrap();
    toolkit.build().code(0);
    assert!(toolkit.html("404.html").contains("<p class=\"start ours\">"));

    std::fs::write(toolkit.around().join("outside.html"), &text).unwrap();
    symlink(toolkit.around().join("outside.html"), toolkit.path("themes/ours/templates/words.html")).unwrap();
    symlink("../../../../outside.html", toolkit.path("themes/ours/templates/cover.html")).unwrap();
    symlink("home.html", toolkit.path("themes/ours/templates/home.html")).unwrap();
    let run = toolkit.build();
    for name in ["words", "cover", "home"] {
        run.code(1).finds("unreadable-file", &format!("themes/ours/templates/{name}.html"));
    }
}
