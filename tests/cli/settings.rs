//! The settings, the word list and packs of symbols.

use crate::toolkit::{ROW, SETTINGS, Toolkit};

/// A drawing.
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"4\" height=\"4\"/></svg>";

/// The index of a pack of two symbols.
const INDEX: &str = "id,file,label,other-names,description\nears,ears.svg,Ears,hearing,Two ears.\neyes,eyes.svg,Eyes,seeing,Two eyes.\n";

fn with_settings(text: &str) -> Toolkit {
    Toolkit::with_a_page().file("alongside.yaml", text)
}

fn with_pack(index: impl AsRef<[u8]>, body: &str) -> Toolkit {
    let settings = format!("{SETTINGS}symbols: ours, starter\n");
    let toolkit = Toolkit::new().page("a", body).file("alongside.yaml", settings).file("symbols/ours/symbols.csv", index);
    toolkit
        .file("symbols/ours/pack.yaml", "licence: CC0-1.0\n")
        .file("symbols/ours/ears.svg", DRAWING)
        .file("symbols/ours/eyes.svg", DRAWING)
}

#[test]
fn slips_in_the_settings_are_told_with_their_line() {
    for (line, place, words) in [
        ("tilte: x", "alongside.yaml:7:1", "Did you mean “title”?"),
        ("address: example.org", "alongside.yaml:7:10", "https://"),
        ("symbols: nope, starter", "alongside.yaml:7:10", "no pack of symbols"),
        ("theme: nope", "alongside.yaml:7:8", "no theme"),
        ("formats: hologram", "alongside.yaml:7:10", "“web”"),
        ("pictures: left", "alongside.yaml:7:11", "lines below it"),
        ("languages: en, Welsh language", "alongside.yaml:7:12", "short names of languages"),
        ("commercial: perhaps", "alongside.yaml:7:13", "“yes” or “no”"),
        ("title: Again", "alongside.yaml:7:1", "a second time"),
        ("}: {", "alongside.yaml:7:1", "cannot read this line"),
    ] {
        with_settings(&format!("{SETTINGS}{line}\n")).build().code(1).finds("settings", place).says(words);
    }
}

#[test]
fn settings_without_a_title_blame_nothing_else() {
    for text in ["", "# A note.\n", "- a list\n", "words\n"] {
        // The theme that comes with Alongside is whole. Its file is not on the author's disk at all.
        with_settings(text).build().code(1).says("“title” is missing").says_not("themes/default");
    }
}

#[test]
fn a_group_that_is_moved_in_too_far_is_told() {
    let settings = "title: Our guides\norganisation:\n  name: Our DPO\n   contact:\n    phone: 01632 960000\n";
    let toolkit = with_settings(settings)
        .file("content/a.md", format!("---\ntitle: One\nfor: All\ndate: 1 May 2026\ncontact: {{phone: 1}}\n---\n{ROW}"));
    let run = toolkit.build();
    let name = "Our DPO contact: phone: 01632 960000";
    assert!(
        !toolkit.site().into_values().any(|bytes| String::from_utf8_lossy(&bytes).contains(name)),
        "published as the name of the organisation"
    );
    run.code(1).says("alongside.yaml:4");
}

#[test]
fn bytes_that_are_no_letters_are_told_in_every_file() {
    for (name, bytes) in [
        ("alongside.yaml", [SETTINGS.as_bytes(), b"profile: caf\xe9\n"].concat()),
        ("words.yaml", b"caf\xe9: A place to meet.\n".to_vec()),
        ("symbols/ours/symbols.csv", [INDEX.as_bytes(), b"cafe,ears.svg,Caf\xe9,,A caf\xe9.\n"].concat()),
        ("symbols/ours/pack.yaml", b"licence: CC0-1.0\nauthor: Zo\xeb\n".to_vec()),
    ] {
        let toolkit = with_pack(INDEX, "![](ears) We listen.\n").file(name, bytes);
        let run = toolkit.build();
        assert!(run.said().contains(name), "{name} holds a broken letter, and nobody says so:\n{}", run.said());
        run.code(1);
    }
}

#[test]
fn a_word_that_stands_twice_is_told() {
    let toolkit = Toolkit::with_a_page().file("words.yaml", "equals: The same.\nequals: Something else.\n");
    toolkit.build().code(1).finds("settings", "words.yaml:2:1");
}

#[test]
fn words_that_differ_by_an_accent_or_a_sign_stay_apart() {
    // In Welsh, “tân” is fire, and “tan” is until.
    for (one, two) in [("tân", "tan"), ("C", "C++"), ("can't", "cant")] {
        let toolkit = Toolkit::with_a_page().file("words.yaml", format!("{one}: The first meaning.\n{two}: The second meaning.\n"));
        toolkit.build().code(0);
        let html = toolkit.html("words/index.html");
        assert_eq!(html.matches("<h2").count() - html.matches("<h2 id=\"al-").count(), 2, "“{one}” and “{two}” became one entry");
    }
}

#[test]
fn a_word_without_letters_blames_no_theme() {
    let toolkit = Toolkit::with_a_page().file("words.yaml", "\"\": Nothing.\n");
    toolkit.build().code(1).says("words.yaml").says_not("themes/default");
}

#[test]
fn every_spreadsheet_of_symbols_is_read() {
    for (name, index) in [
        ("semicolons", INDEX.replace(',', ";").into_bytes()),
        ("byte order mark", format!("\u{feff}{INDEX}").into_bytes()),
        ("Windows line ends", INDEX.replace('\n', "\r\n").into_bytes()),
        ("UTF-16", format!("\u{feff}{INDEX}").encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("empty rows at the end", format!("{INDEX}\n,,,,\n,,,,\n").into_bytes()),
    ] {
        let toolkit = with_pack(index, "![](ears) We listen.\n![](ours/eyes) We see.\n");
        let run = toolkit.build();
        assert!(run.said().contains("Made 1 page"), "{name}: {}", run.said());
    }
}

#[test]
fn a_pack_that_cannot_be_used_is_told() {
    let pack = |name: &str, text: &str| with_pack(INDEX, "![](ears) We listen.\n").file(&format!("symbols/ours/{name}"), text).build();
    pack("pack.yaml", "title: Ours\n").code(1).finds("picture-licence", "symbols/ours/pack.yaml").says("licence");
    pack("symbols.csv", "name,picture\nears,ears.svg\n").code(1).says("no column “file”");
    pack("symbols.csv", &format!("{INDEX}ears,eyes.svg,Ears,,Ears.\n")).code(1).finds("pack", "symbols/ours/symbols.csv:4:1");
    pack("symbols.csv", &format!("{INDEX}out,../../content/a.md,Out,,Out.\n")).code(1).finds("pack", "symbols/ours/symbols.csv:4:1");
    pack("symbols.csv", &format!("{INDEX}out,/etc/passwd,Out,,Out.\n")).code(1).finds("pack", "symbols/ours/symbols.csv:4:1");
    pack("ears.svg", "<svg").code(1).says("ears.svg cannot be read");
}

#[test]
fn a_quote_that_is_never_closed_swallows_no_symbols() {
    let run = with_pack(INDEX.replace("Two ears.", "\"Two ears."), "![](ears) We listen.\n").build();
    // The line of the eyes became a part of what the ears show.
    run.code(1).finds("pack", "symbols/ours/symbols.csv:2:1");
}

#[test]
fn ways_to_get_in_touch_that_lead_nowhere_are_told() {
    for (line, place) in [
        ("phone: ring us", "alongside.yaml:5:12"),
        ("email: ask Bob", "alongside.yaml:5:12"),
        ("web: javascript:alert(1)", "alongside.yaml:5:10"),
    ] {
        let settings = format!("title: Our guides\norganisation:\n  name: Our DPO\n  contact:\n    {line}\n");
        with_settings(&settings).build().code(1).finds("settings", place);
    }
}
