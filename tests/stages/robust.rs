//! No input makes a stage panic, hang or lose its text.

use alongside::parse;
use alongside::toolkit::*;
use proptest::prelude::*;

use crate::outline::{outline, outline_at};

proptest! {
    #[test]
    fn any_bytes_are_a_page(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let path = SitePath::new("content/a.md").unwrap();
        let source = parse::decode(&bytes);
        for level in [Level::EasyRead, Level::Plain] {
            let page = parse::page(&parse::head(&path, &source.text), &source, level);
            for oddity in &page.oddities {
                prop_assert!(source.text.get(oddity.span.range()).is_some());
            }
        }
        let _ = (parse::config(&source.text), parse::word_list(&source.text));
    }

    #[test]
    fn any_markup_is_a_page(text in "([-#>*_`\\[\\]()!<>|:~^&{}0-9 a-z\\n\\t]|---\\n|!\\[\\]\\(a\\)|> \\[!check\\]|- \\[ \\] |<!-- |\\[\\^1\\]|title: ){0,60}") {
        let page = outline(&text);
        prop_assert!(page.len() < 100_000);
        outline_at(Level::Standard, &text);
    }

    #[test]
    fn spans_lie_in_the_text(text in "([-#>*_\\[\\]()! éa-z\\n]|!\\[\\]\\(a\\) |\\*\\*b\\*\\*|<i>|&amp;){0,40}") {
        let page = crate::outline::read(Level::EasyRead, &text);
        let whole = parse::decode(text.as_bytes()).text;
        page.each_words(&mut |words| {
            each_inline(words, &mut |inline| {
                let span = inline.span();
                assert!(whole.get(span.range()).is_some(), "{inline:?}");
            });
        });
    }

    #[test]
    fn any_settings_are_read(text in "([-:#\\[\\]{}'\"|>&*!@ a-z\\n\\t]|title: |contact:\\n|  phone: ){0,60}") {
        let (_, faults) = parse::config(&text);
        prop_assert!(faults.iter().all(|fault| text.get(fault.span.range()).is_some()), "{faults:?}");
    }
}

/// Inputs that make careless readers slow: a reader that is not careful does not come back from these.
#[test]
fn hostile_inputs_come_to_an_end() {
    let length = 100_000;
    let patterns: [String; 9] = [
        format!("{} x", ">".repeat(length)),
        (0..length / 40).map(|depth| format!("{}- x\n", " ".repeat(depth % 40 * 2))).collect(),
        "[".repeat(length),
        "**a ".repeat(length / 4),
        "![](".repeat(length / 4),
        "x".repeat(length),
        "|a".repeat(length / 2) + "\n" + &"|-".repeat(length / 2),
        "<!-- ".repeat(length / 5),
        "`".repeat(length / 2) + " " + &"`".repeat(length / 2 - 1),
    ];
    for pattern in &patterns {
        assert!(!outline(pattern).is_empty());
    }
}
