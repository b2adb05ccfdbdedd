//! `alongside pictures`: packs from elsewhere, in every layout and with every trick; finding, suggesting, the ledger.

use crate::archives::{Entry, tgz, zip};
use crate::toolkit::{Files, HEAD, Run, Toolkit, files};

/// A drawing of ours, with something in it that must not survive.
const DRAWING: &[u8] =
    b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><script>alert(1)</script><path d=\"M0 0h9v9z\"/></svg>";

/// A small pack in the layout of Mulberry: a BOM, verbs, variants of one picture, a list in Finnish with semicolons.
fn mulberry() -> Vec<u8> {
    let index = "\u{FEFF}symbol-id,symbol,grammar,category-id,category,rated,tags\r\n\
        1,\"help_,_to\",v,1,\"Verbs\",0,\"aid,assist\"\r\n2,nurse_1a,n,2,People Job,0,\r\n3,nurse_1b,n,2,People Job,0,\r\n\
        4,angry_lady,d,3,Feelings,0,\r\n5,angry_man,d,3,Feelings,0,\r\n6,not_there,n,1,None,0,\r\n";
    let finnish = "\u{FEFF}symbol-id;symbol-en;symbol-fi\n1;help_,_to;auttaa\n4;angry_lady;vihainen\n";
    let drawings = ["help_,_to", "nurse_1a", "nurse_1b", "angry_lady", "angry_man"].map(|name| format!("mulberry/EN-symbols/{name}.svg"));
    let mut entries = vec![
        Entry::new("mulberry/symbol-info.csv", index.as_bytes()),
        Entry::new("mulberry/FinnishSymbolNames.csv", finnish.as_bytes()),
        Entry::new("mulberry/LICENSE.txt", b"The licence."),
    ];
    entries.extend(drawings.iter().map(|name| Entry::new(name, DRAWING)));
    zip(&entries)
}

fn add(toolkit: &Toolkit, name: &str, bytes: &[u8]) -> Run {
    toolkit.write(name, bytes);
    toolkit.run(&["pictures", "add", name])
}

fn packs(toolkit: &Toolkit) -> Files {
    files(&toolkit.path("symbols"))
}

fn text(files: &Files, name: &str) -> String {
    String::from_utf8(files.get(name).unwrap_or_else(|| panic!("there is no {name}")).clone()).unwrap()
}

#[test]
fn a_mulberry_pack_is_taken_in() {
    let toolkit = Toolkit::new();
    add(&toolkit, "mulberry.zip", &mulberry()).code(0).says("3 pictures").says("CC-BY-SA-4.0");
    let made = packs(&toolkit);
    let index = text(&made, "mulberry/symbols.csv");
    assert_eq!(
        index.lines().collect::<Vec<_>>(),
        [
            "id,file,label,other-names,tags,description,author,licence,original,label-fi,description-fi",
            "help,help.svg,Help,,aid;assist;Verbs,Help.,,,\"help_,_to\",Auttaa,",
            "nurse,nurse.svg,Nurse,,People Job,Nurse.,,,nurse_1a;nurse_1b,,",
            "angry,angry.svg,Angry,angry lady;angry man,Feelings,Angry.,,,angry_lady;angry_man,Vihainen,",
        ]
    );
    assert!(text(&made, "mulberry/pack.yaml").contains("licence: \"CC-BY-SA-4.0\""));
    assert_eq!(text(&made, "mulberry/LICENSE.txt"), "The licence.");
    assert!(!text(&made, "mulberry/help.svg").contains("script"));
    toolkit.assert_tidy();
    add(&toolkit, "mulberry.zip", &mulberry()).code(0).says("Nothing has changed.");
    assert_eq!(packs(&toolkit), made);
}

#[test]
fn a_pack_is_used_and_credited() {
    let toolkit = Toolkit::new().page("a", "![](mulberry/help) We help you.\n");
    add(&toolkit, "mulberry.zip", &mulberry()).code(0);
    toolkit.build().code(0);
    let credits = toolkit.html("credits/index.html");
    assert!(credits.contains("Mulberry Symbols, https://mulberrysymbols.org. Licence: CC BY-SA 4.0"), "{credits}");
    assert!(toolkit.html("a/index.html").contains("Mulberry Symbols"), "the guide names the pack");
    toolkit.run(&["pictures", "licences"]).code(0).says("used: 1").says("CC-BY-SA-4.0");
    let ledger: serde_json::Value =
        serde_json::from_str(&toolkit.run(&["pictures", "licences", "--format", "json"]).code(0).out()).unwrap();
    assert_eq!(ledger["packs"][0]["symbols"][0]["id"], "help");
}

#[test]
fn of_a_pack_that_must_not_be_given_away_only_used_pictures_reach_the_site() {
    let drawing = |d: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"{d}\"/></svg>");
    let toolkit = Toolkit::new()
        .file("symbols/bought/pack.yaml", "title: Bought\nlicence: Bought\nredistribute: no\n")
        .file("symbols/bought/symbols.csv", "id,file,label,description\nhall,hall.svg,Hall,A hall.\ncar,car.svg,Car,A car.\n")
        .file("symbols/bought/hall.svg", drawing("M0 0h9v9z"))
        .file("symbols/bought/car.svg", drawing("M1 1h7v7z"))
        .page("a", "![](bought/hall) The hall.\n");
    toolkit.build().code(0);
    let site = toolkit.site();
    let holds = |d: &str| site.values().any(|bytes| bytes.windows(d.len()).any(|part| part == d.as_bytes()));
    assert!(holds("M0 0h9v9z") && !holds("M1 1h7v7z"));
    let odd: Vec<&String> =
        site.keys().filter(|name| name.contains("bought") || name.contains("symbols") || name.contains("car")).collect();
    assert!(odd.is_empty(), "{odd:?}");
    // Nor may a link give a file of it away.
    toolkit.write("content/b.md", format!("{HEAD}![](listen) Take [the car](../symbols/bought/car.svg).\n"));
    toolkit.build().code(1).finds("picture-licence", "content/b.md:8:18");
    for link in ["/../symbols/bought/", "../symbols/bought/", "../symbols/bought", "../symbols/bought/pack.yaml"] {
        toolkit.write("content/b.md", format!("{HEAD}![](listen) Take [all of them]({link}).\n"));
        toolkit.build().code(1).finds("broken-link", "content/b.md:8:18");
    }
    toolkit
        .run(&["pictures", "sheet", "--pack", "bought"])
        .code(0)
        .says("Do not give it to others. The licence of the pack “bought” does not allow it.");
}

#[test]
fn a_cover_and_a_printed_guide_name_the_makers_of_all_their_pictures() {
    let cover = HEAD.replacen("title:", "formats: web, print\ntitle:", 1);
    let toolkit = Toolkit::new()
        .file("content/g/index.md", format!("{cover}![](listen) We listen to you.\n"))
        .file("content/g/1-one.md", "---\ntitle: One\n---\n![](mulberry/help) We help you.\n")
        .file("content/g/2-two.md", "---\ntitle: Two\n---\n![A hall](hall.svg) The hall.\n")
        .file("content/g/hall.svg", DRAWING)
        .file("pictures.yaml", "photos:\n  /g/hall.svg:\n    author: A. Maker\n    licence: CC-BY-4.0\n");
    add(&toolkit, "mulberry.zip", &mulberry()).code(0);
    toolkit.build().code(0);
    for (address, named) in [
        ("g/index.html", ["Mulberry Symbols", "A. Maker (CC-BY-4.0)", "Alongside starter symbols"].as_slice()),
        ("g/print/index.html", &["Mulberry Symbols", "A. Maker. Licence: CC-BY-4.0.", "Alongside starter symbols"]),
        ("credits/index.html", &["Mulberry Symbols", "A. Maker Licence: CC-BY-4.0.", "Alongside starter symbols"]),
    ] {
        let html = toolkit.html(address);
        assert!(named.iter().all(|words| html.contains(words)), "{address}: {html}");
    }
    let part = toolkit.html("g/two/index.html");
    assert!(part.contains("A. Maker") && !part.contains("Mulberry"), "a part names the makers of its own pictures");
}

#[test]
fn layouts_of_npm_packages_are_known() {
    let toolkit = Toolkit::new();
    let emoji = r#"[
        {"hexcode":"1F442","group":"people-body","annotation":"ear","tags":"hear, listen","openmoji_tags":"listen","openmoji_author":"A. Maker","skintone":""},
        {"hexcode":"1F442-1F3FB","group":"people-body","annotation":"ear: light skin tone","tags":"","openmoji_tags":"","openmoji_author":"A. Maker","skintone":"1"},
        {"hexcode":"1F3C3","group":"people-body","annotation":"person running","tags":"","openmoji_tags":"","openmoji_author":"","skintone":""},
        {"hexcode":"1F3C3-2640","group":"people-body","annotation":"woman running","tags":"","openmoji_tags":"","openmoji_author":"","skintone":""}]"#;
    let drawings = ["1F442", "1F442-1F3FB", "1F3C3", "1F3C3-2640"].map(|code| format!("package/color/svg/{code}.svg"));
    let mut entries =
        vec![("package/data/openmoji.json", b'0', emoji.as_bytes()), ("package/package.json", b'0', b"{\"license\":\"MIT\"}".as_slice())];
    entries.extend(drawings.iter().map(|name| (name.as_str(), b'0', DRAWING)));
    add(&toolkit, "openmoji.tgz", &tgz(&entries)).code(0).says("2 pictures").says("CC-BY-SA-4.0");
    let index = text(&packs(&toolkit), "openmoji/symbols.csv");
    assert!(index.contains("ear,ear.svg,Ear,,hear;listen,Ear.,A. Maker,,1F442\n"), "{index}");
    assert!(
        index.contains("person-running,person-running.svg,Person running,woman running,,Person running.,,,1F3C3;1F3C3-2640\n"),
        "{index}"
    );

    let icons = r#"[{"id":"diabetes","category":"conditions","path":"conditions/diabetes","tags":["Sugar","dhis2:diabetes"],"title":"Diabetes"},
        {"id":"diabetes","category":"specialties","path":"specialties/diabetes","tags":[],"title":"Diabetes"}]"#;
    let entries = [
        ("package/public/icons/meta-data.json", b'0', icons.as_bytes()),
        ("package/public/icons/svg/filled/conditions/diabetes.svg", b'0', DRAWING),
        ("package/public/icons/svg/filled/specialties/diabetes.svg", b'0', DRAWING),
    ];
    add(&toolkit, "icons.tgz", &tgz(&entries)).code(0).says("CC0-1.0");
    let index = text(&packs(&toolkit), "healthicons/symbols.csv");
    assert!(index.contains("diabetes,diabetes.svg,Diabetes,,Sugar;conditions,") && index.contains("diabetes-2,diabetes-2.svg,"), "{index}");
    toolkit.run(&["pictures", "add", "openmoji.tgz", "--style", "red"]).code(2).says("no style “red”").says("color, black");
}

#[test]
fn a_folder_needs_a_licence() {
    let toolkit = Toolkit::new().file("ours/a.svg", DRAWING).file("ours/list.csv", "file;label;tags\na.svg;\"A; thing\";x|y\n");
    toolkit.run(&["pictures", "add", "ours"]).code(2).says("does not say under which licence").says("--licence");
    assert!(packs(&toolkit).is_empty());
    toolkit.run(&["pictures", "add", "ours", "--licence", "CC-BY-4.0", "--name", "Our pack"]).code(0);
    let made = packs(&toolkit);
    assert!(text(&made, "our-pack/symbols.csv").contains("a-thing,a-thing.svg,A; thing,,x;y,"), "{}", text(&made, "our-pack/symbols.csv"));
    toolkit.write("ours/pack.yaml", "title: Bought pictures\nlicence: Bought\nredistribute: no\nuntil: 1 June 2030\nlimit: 40\n");
    toolkit.run(&["pictures", "add", "ours"]).code(0);
    let settings = text(&packs(&toolkit), "ours/pack.yaml");
    for line in ["redistribute: \"no\"", "until: \"2030-06-01\"", "limit: \"40\""] {
        assert!(settings.contains(line), "{settings}");
    }
}

#[test]
fn a_list_with_faults_is_refused_with_its_line() {
    let toolkit = Toolkit::new().file("ours/a.svg", DRAWING);
    let told = |list: &str, words: &str| {
        toolkit.write("ours/symbols.csv", list);
        toolkit.run(&["pictures", "add", "ours", "--licence", "x"]).code(2).says(words);
    };
    told("id,file\na,a.svg\na,a.svg\n", "Line 3 of symbols.csv has the name “a”");
    told("id,file\na,b.svg\n", "Line 2 of symbols.csv cannot be read: there is no file “b.svg”");
    told("id,label\na,A\n", "no column “file”");
    told(&format!("id,file\na,\"a.svg\n{}", "b,a.svg\n".repeat(30)), "Line 2 of symbols.csv cannot be read: a quotation mark");
    told("", "no column “file”");
    toolkit.write("empty/x.txt", "");
    toolkit.run(&["pictures", "add", "empty"]).code(2).says("does not know how the pack empty is laid out");
    toolkit.run(&["pictures", "add", "nowhere.zip"]).code(2).says("nowhere.zip");
    toolkit.run(&["pictures", "add", "alongside.yaml"]).code(2).says("no ZIP");
    assert!(packs(&toolkit).is_empty());
}

#[test]
fn archives_with_tricks_are_refused_whole() {
    let toolkit = Toolkit::new();
    add(&toolkit, "mulberry.zip", &mulberry()).code(0);
    let before = packs(&toolkit);
    let good = Entry::new("symbol-info.csv", b"symbol-id,symbol\n1,x\n");
    let tricks: Vec<(&str, Vec<Entry<'_>>, &str)> = vec![
        ("up.zip", vec![Entry::new("../x.svg", DRAWING)], "outside of its folder"),
        ("deep-up.zip", vec![Entry::new("a/../../x.svg", DRAWING)], "outside of its folder"),
        ("top.zip", vec![Entry::new("/etc/x.svg", DRAWING)], "outside of its folder"),
        ("drive.zip", vec![Entry::new("C:x.svg", DRAWING)], "outside of its folder"),
        ("windows.zip", vec![Entry::new("a\\..\\x.svg", DRAWING)], "outside of its folder"),
        ("device.zip", vec![Entry::new("a/aux.svg", DRAWING)], "not every system can use"),
        ("control.zip", vec![Entry::new("a\u{1b}[2J.svg", DRAWING)], "not every system can use"),
        ("bytes.zip", vec![Entry { name: b"\xff\xfe.svg", ..Entry::new("", DRAWING) }], "not every system can use"),
        ("link.zip", vec![Entry { mode: 0o120_777, ..Entry::new("x.svg", b"/etc/passwd") }], "a link or a device"),
        ("twice.zip", vec![Entry::new("x.svg", DRAWING), Entry::new("x.svg", b"other")], "is there twice"),
        ("case.zip", vec![Entry::new("X.svg", DRAWING), Entry::new("x.svg", DRAWING)], "is there twice"),
        ("form.zip", vec![Entry::new("\u{e9}.svg", DRAWING), Entry::new("e\u{301}.svg", DRAWING)], "is there twice"),
        ("locked.zip", vec![Entry { locked: true, ..Entry::new("x.svg", DRAWING) }], "locked with a password"),
    ];
    for (name, entries, words) in tricks {
        let entries: Vec<Entry<'_>> = std::iter::once(Entry { ..good }).chain(entries).collect();
        add(&toolkit, name, &zip(&entries)).code(2).says(name).says(words).is_plain();
    }
    let zeros = vec![0; 65 * 1024 * 1024];
    add(&toolkit, "big.zip", &zip(&[Entry::new("x.svg", &zeros)])).code(2).says("big.zip");
    add(&toolkit, "bomb.zip", &zip(&[Entry::new("x.svg", &zeros[..20 * 1024 * 1024])])).code(2).says("grows too much");
    add(&toolkit, "bomb.tgz", &tgz(&[("x", b'0', &zeros[..60 * 1024 * 1024]), ("y", b'0', &zeros[..60 * 1024 * 1024])])).code(2);
    add(&toolkit, "link.tgz", &tgz(&[("x.svg", b'2', b"")])).code(2).says("a link or a device");
    add(&toolkit, "up.tgz", &tgz(&[("../x.svg", b'0', DRAWING)])).code(2).says("outside of its folder");
    let whole = mulberry();
    add(&toolkit, "cut.zip", &whole[..whole.len() / 2]).code(2).says("cut.zip");
    assert_eq!(packs(&toolkit), before, "what was there before stays whole");
}

#[test]
fn drawings_that_cannot_be_used_are_left_out() {
    let toolkit = Toolkit::new()
        .file("ours/symbols.csv", "id,file,label\ngood,good.svg,Good\nbad,bad.svg,Bad\n")
        .file("ours/good.svg", DRAWING)
        .file("ours/bad.svg", "<svg");
    toolkit.run(&["pictures", "add", "ours", "--licence", "x"]).code(0).says("1 picture").says("bad.svg");
    assert_eq!(packs(&toolkit).keys().filter(|name| name.contains(".svg")).count(), 1);
}

#[test]
fn lists_that_are_broken_are_told_and_what_stood_before_stays() {
    let toolkit = Toolkit::new().file("ours/a.svg", DRAWING).file("ours/b.svg", DRAWING);
    toolkit.write("ours/symbols.csv", "id;file;label;licence\na;a.svg;\"One; two\";CC0-1.0\n");
    toolkit.run(&["pictures", "add", "ours"]).code(0).says("1 picture.");
    let before = packs(&toolkit);
    for (list, told) in [
        (&b"id,file,licence\na,\"a.svg,CC0-1.0\nb,b.svg,CC0-1.0\n"[..], "Line 2 of symbols.csv cannot be read: a quotation mark is opened"),
        (
            b"id,file,label,licence\na,a.svg,A,CC0-1.0\nb,b.svg,Caf\xE9,CC0-1.0\n",
            "Line 3 of symbols.csv cannot be read: some of its letters",
        ),
        (
            b"id,file,licence\na,a.svg,CC0-1.0\na,b.svg,CC0-1.0\n",
            "Line 3 of symbols.csv has the name \u{201c}a\u{201d}. Another line has it too.",
        ),
        (b"id,file,licence\na,c.svg,CC0-1.0\n", "Line 2 of symbols.csv cannot be read: there is no file \u{201c}c.svg\u{201d}."),
        (b"id,picture,licence\na,a.svg,CC0-1.0\n", "has no column \u{201c}file\u{201d}"),
        (b"id,file\na,a.svg\n", "does not say under which licence"),
    ] {
        toolkit.write("ours/symbols.csv", list);
        toolkit.run(&["pictures", "add", "ours"]).code(2).says(told);
        assert!(packs(&toolkit) == before, "{told}");
    }
    toolkit.assert_tidy();
}

#[test]
fn files_of_others_are_not_overwritten() {
    let toolkit = Toolkit::new().file("symbols/mulberry/mine.svg", DRAWING);
    add(&toolkit, "mulberry.zip", &mulberry()).code(2).says("mine.svg").says("--name");
    toolkit.run(&["pictures", "add", "mulberry.zip", "--name", "starter"]).code(2).says("belongs to the pack that comes with Alongside");
    toolkit.run(&["pictures", "add", "mulberry.zip", "--name", "m"]).code(0);
}

#[test]
fn sentences_from_the_input_get_suggestions() {
    let toolkit = Toolkit::new().file("pictures.yaml", "our group: friend\n");
    let input = "You can vote.\n\nOur group meets.\nZqxj blorb.\n";
    let output = toolkit.command().args(["pictures", "suggest", "--stdin", "--format", "json"]).write_stdin(input).output().unwrap();
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let sentences = value["sentences"].as_array().unwrap();
    assert_eq!((value["version"].as_u64(), sentences.len()), (Some(1), 4), "one for each line, empty ones too");
    assert_eq!(sentences[0]["suggestions"][0]["id"], "vote");
    assert!(sentences[1]["suggestions"].as_array().unwrap().is_empty());
    let first = &sentences[2]["suggestions"][0];
    assert_eq!((first["picture"].as_str(), first["why"].as_str()), (Some("friend"), Some("phrase")));
    assert!(sentences[3]["suggestions"].as_array().unwrap().is_empty(), "no good picture");
    for sentence in sentences {
        let scores: Vec<f64> = sentence["suggestions"].as_array().unwrap().iter().map(|found| found["score"].as_f64().unwrap()).collect();
        assert!(scores.len() <= 5 && scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    }
    toolkit.run(&["pictures", "suggest", "--stdin", "--pack", "opnmoji"]).code(2).says("no pack of symbols called “opnmoji”");
}

#[test]
fn suggestions_are_written_into_a_page() {
    let toolkit = Toolkit::new().page("a", "You can vote.\nZqxj blorb.\n\n- [ ] Bring a friend.\n- ![](listen) We listen.\n");
    toolkit.run(&["pictures", "suggest", "a"]).code(0).says("vote").says("no good picture").says("3 lines have no picture");
    toolkit.run(&["pictures", "suggest", "content/a.md", "--write"]).code(0).says("2 of 3 lines");
    let page = std::fs::read_to_string(toolkit.path("content/a.md")).unwrap();
    assert!(
        page.ends_with("![](vote) You can vote.\nZqxj blorb.\n\n- [ ] ![](friend) Bring a friend.\n- ![](listen) We listen.\n"),
        "{page}"
    );
    toolkit.run(&["pictures", "suggest", "b"]).code(2).says("There is no page “b”");
}

#[test]
fn pictures_are_found_counted_and_shown() {
    let toolkit = Toolkit::with_a_page().file("content/old.svg", DRAWING);
    toolkit.run(&["pictures", "find", "meetings"]).code(0).says("meeting");
    toolkit.run(&["pictures", "find", "zqxj"]).code(0).says("no picture for “zqxj”");
    toolkit.run(&["pictures", "unused"]).code(0).says("content/old.svg").says("1 of 129 symbols");
    toolkit.run(&["pictures", "sheet"]).code(0);
    let sheet = std::fs::read_to_string(toolkit.path("pictures.html")).unwrap();
    assert_eq!(sheet.matches("<li>").count(), 129);
}
