//! The rule `all-caps`.

use std::ops::Range;

use crate::check::rule::rule;
use crate::check::{PageView, Passage, Report, Run};
use crate::finding::Fix;
use crate::language::{Word, WordKind};

rule! {
    /// Words in capital letters.
    ///
    /// # Why it matters
    /// Words in capitals have no shape: every letter is as tall as the next. They are slow to read, and look like shouting.
    ///
    /// # What to do
    /// Write them in small letters. Short forms such as BBC may stand.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](meeting) PLEASE COME to our meeting.
    /// ```
    /// ```markdown pass
    /// ![](meeting) Please come to our meeting at the BBC.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*; UKAAF: never write whole words in capitals.
    "all-caps", Marks, Warning, Run::Page(run)
}

/// Letters from which on one word alone is too long for a short form.
const LETTERS: usize = 5;

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    for passage in view.prose.passages.iter().filter(|passage| passage.signs.may_shout() && !passage.quoted) {
        for run in runs(passage) {
            let words = &passage.words[run.clone()];
            let [first, .., last] = words else {
                let [only] = words else { continue };
                if letters(passage.word(only)) >= LETTERS && !is_short_form(view, passage.word(only)) {
                    tell(view, passage, run, report);
                }
                continue;
            };
            let shouts = words.iter().any(|word| is_everyday(view, passage.word(word)));
            let range = first.range.start..last.range.end;
            if shouts && !passage.is_quoted(&range) {
                tell(view, passage, run, report);
            }
        }
    }
}

/// Runs of words in capitals that stand beside each other, by place.
fn runs(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (place, word) in passage.words.iter().enumerate() {
        if !is_capitals(passage, word) {
            continue;
        }
        match runs.last_mut() {
            Some(run)
                if run.end == place
                    && passage.text[passage.words[place - 1].range.end..word.range.start].trim_matches([' ', ',']).is_empty() =>
            {
                run.end = place + 1;
            }
            _ => runs.push(place..place + 1),
        }
    }
    runs
}

fn is_capitals(passage: &Passage<'_>, word: &Word) -> bool {
    let written = passage.word(word);
    let is_upper = |c: char| c.is_uppercase() || !c.is_alphabetic() && !c.is_ascii_digit();
    word.kind == WordKind::Word && letters(written) >= 2 && written.chars().all(is_upper) && !passage.is_quoted(&word.range)
}

fn letters(written: &str) -> usize {
    written.chars().filter(|c| c.is_alphabetic()).count()
}

/// Words that everybody knows, of which a shout is made. Whatever is not among them may be a name or a short form.
const EVERYDAY: [&str; 117] = [
    "about",
    "access",
    "after",
    "all",
    "always",
    "and",
    "any",
    "are",
    "ask",
    "before",
    "book",
    "call",
    "can",
    "cannot",
    "change",
    "check",
    "choice",
    "closed",
    "co-production",
    "come",
    "contact",
    "date",
    "day",
    "do",
    "don't",
    "easy",
    "email",
    "enter",
    "every",
    "everyone",
    "fire",
    "for",
    "free",
    "from",
    "get",
    "go",
    "good",
    "guide",
    "have",
    "health",
    "help",
    "here",
    "home",
    "how",
    "important",
    "in",
    "information",
    "is",
    "join",
    "keep",
    "learning",
    "leave",
    "listen",
    "look",
    "made",
    "make",
    "may",
    "meeting",
    "money",
    "more",
    "most",
    "must",
    "name",
    "need",
    "never",
    "new",
    "no",
    "not",
    "note",
    "now",
    "of",
    "on",
    "only",
    "open",
    "or",
    "our",
    "out",
    "pay",
    "people",
    "phone",
    "please",
    "power",
    "read",
    "rights",
    "ring",
    "safe",
    "say",
    "see",
    "service",
    "services",
    "should",
    "sign",
    "start",
    "stay",
    "stop",
    "support",
    "take",
    "talk",
    "tell",
    "thank",
    "that",
    "the",
    "then",
    "this",
    "time",
    "to",
    "today",
    "together",
    "up",
    "us",
    "use",
    "want",
    "warning",
    "we",
    "what",
    "when",
    "with",
];

fn is_everyday(view: &PageView<'_>, written: &str) -> bool {
    let small = written.to_lowercase().replace('’', "'");
    // In other languages we know no list: long words shout, short ones may be short forms.
    if view.prose.language.base() == "en" {
        EVERYDAY.contains(&small.as_str()) && written != "US" || letters(written) > LETTERS
    } else {
        letters(written) >= LETTERS
    }
}

/// Short forms that are said as words.
const SAID_AS_WORDS: [&str; 5] = ["ACEVO", "ADASS", "COVID", "UNESCO", "UNICEF"];

/// Short forms of five letters and more: explained in a word list, with full stops, or such as nobody can say as a word.
fn is_short_form(view: &PageView<'_>, written: &str) -> bool {
    const CONSONANTS_MAX: usize = 2;
    const LETTERS_MAX: usize = 6;
    let is_vowel = |c: char| "AEIOUYÀÂÄÉÈÊËÎÏÔÖÛÜŴŶW".contains(c);
    let vowels = written.chars().any(is_vowel);
    let cluster = written.split(is_vowel).map(|part| part.chars().count()).max().unwrap_or(0);
    let cannot_be_said = !vowels || letters(written) <= LETTERS_MAX && cluster > CONSONANTS_MAX && !is_everyday(view, written);
    let explained = view.paired.page.strongs.iter().any(|strong| strong.text == written);
    cannot_be_said || explained || written.contains('.') || SAID_AS_WORDS.contains(&written)
}

fn tell(view: &PageView<'_>, passage: &Passage<'_>, run: Range<usize>, report: &mut Report<'_>) {
    let (first, last) = (&passage.words[run.start], &passage.words[run.end - 1]);
    let range = first.range.start..last.range.end;
    if passage.is_literal(&range) {
        return;
    }
    let span = passage.span(range.clone());
    let written = &passage.text[range];
    let sure = passage.words[run.clone()]
        .iter()
        .all(|word| is_everyday(view, passage.word(word)) && EVERYDAY.contains(&passage.word(word).to_lowercase().as_str()));
    let begins = passage.sentences.iter().any(|sentence| sentence.words.start == run.start);
    let easy = small(written, begins);
    let todo = if sure { format!("Write “{easy}”.") } else { String::new() };
    let what = format!("“{}” is in capital letters.", crate::check::report::short(written));
    let finding = report.find(span, what, todo);
    // Where the source has marks among the words, they would be lost.
    if sure && span.of(view.source) == written {
        finding.fix = Some(Fix::new(span, easy, "Write it in small letters."));
    }
}

fn small(written: &str, begins: bool) -> String {
    let small = written.to_lowercase();
    let mut letters = small.chars();
    match letters.next().filter(|_| begins) {
        Some(first) => first.to_uppercase().collect::<String>() + letters.as_str(),
        None => small,
    }
}
