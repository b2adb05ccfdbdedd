//! The rule `video`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::finding::Severity;
use crate::toolkit::{
    Block, BoxKind, CallOut, CaptionFault, Inline, LinkId, LinkUse, each_block, each_inline, each_words, extension_of, plain_text,
};

rule! {
    /// A film that not everyone can follow: no captions, no text of it, no sign language.
    ///
    /// # Why it matters
    /// Deaf people need captions or sign language. People who cannot play the film need its text.
    ///
    /// # What to do
    /// Put a link to the captions (a .vtt file) into its box. Put one to the text of the film there too.
    ///
    /// Captions that are missing or broken stop the build. A missing text is a warning. A missing sign-language version
    /// is advice. To say that a link leads to one of these, use its words: “captions”, “text of the film”, “transcript”,
    /// “BSL”, “sign language”.
    ///
    /// # Examples
    /// ```markdown fail
    /// > [!video] Our meeting
    /// >
    /// > ![](meeting) [Our film](https://example.org/film)
    /// ```
    /// ```markdown pass
    /// > [!video] Our meeting
    /// >
    /// > ![](meeting) [Our film](https://example.org/film)
    /// > ![](guide) [The text of the film](https://example.org/text)
    /// > ![](sign-language) [The film in sign language](https://example.org/bsl)
    /// ```
    ///
    /// # Sources
    /// - WCAG 2.2, success criteria 1.2.2 *Captions*, 1.2.3 and 1.2.6 *Sign Language*. W3C, *`WebVTT`*.
    "video", Structure, Error, Run::Page(run)
}

/// Endings of films that a browser plays.
const FILMS: [&str; 4] = ["mp4", "m4v", "webm", "ogv"];
/// Endings of files that hold a text.
const TEXTS: [&str; 6] = ["txt", "pdf", "docx", "odt", "html", "rtf"];
/// Words of a link that leads to the text of a film.
const TRANSCRIPT: [&str; 9] =
    ["transcript", "text", "words of", "in words", "read the film", "script", "trawsgrifiad", "testun", "untertitel-text"];
/// Words of a link that leads to sign language.
const SIGN: [&str; 10] = [
    "sign language",
    "signed",
    "bsl",
    "isl",
    "asl",
    "auslan",
    "iaith arwyddion",
    "gebärdensprache",
    "langue des signes",
    "lengua de signos",
];

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let mut films = |block: &Block| {
        if let Block::Box(call_out) = block
            && call_out.kind == Some(BoxKind::Video)
        {
            look(call_out, view, report);
        }
    };
    each_block(&view.paired.page.blocks, &mut films);
}

/// What a link of a box leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LeadsTo {
    /// A film of the toolkit.
    Film,
    Captions,
    Transcript,
    SignLanguage,
    Other,
}

fn look(call_out: &CallOut, view: &PageView<'_>, report: &mut Report<'_>) {
    let mut links: Vec<LeadsTo> = Vec::new();
    each_words(&call_out.blocks, &mut |words| {
        each_inline(words, &mut |inline| {
            if let Inline::Link(id, words, _) = inline {
                sort(*id, &plain_text(words).to_lowercase(), view, &mut links, report);
            }
        });
    });
    if links.is_empty() {
        report.find(call_out.kind_span, "This box has no link to a film.", "Put a link to the film into the box: [Our film](film.mp4).");
        return;
    }
    if links.contains(&LeadsTo::Film) && !links.contains(&LeadsTo::Captions) {
        let todo = "Make a file of captions, such as film.vtt. Put a link to it into the box: [Captions](film.vtt).";
        report.find(call_out.kind_span, "This film has no captions.", todo);
    }
    if !links.contains(&LeadsTo::Transcript) {
        let todo =
            "Write what is said and shown in the film on a page. Put a link to it into the box: [The text of the film](film-text.md).";
        report.find(call_out.kind_span, "There is no link to a text of this film.", todo).severity = Severity::Warning;
    }
    if !links.contains(&LeadsTo::SignLanguage) {
        let todo = "If you can, have the film signed. Put a link to it into the box, with the words “sign language”.";
        report.find(call_out.kind_span, "There is no link to this film in sign language.", todo).severity = Severity::Advice;
    }
}

fn sort(id: LinkId, words: &str, view: &PageView<'_>, links: &mut Vec<LeadsTo>, report: &mut Report<'_>) {
    let file = match view.paired.link(id) {
        LinkUse::File { route, .. } => extension_of(route.as_str()),
        _ => String::new(),
    };
    let says = |known: &[&str]| known.iter().any(|known| contains_words(words, known));
    links.push(match file.as_str() {
        "vtt" => LeadsTo::Captions,
        _ if says(&SIGN) => LeadsTo::SignLanguage,
        ending if FILMS.contains(&ending) => LeadsTo::Film,
        ending if TEXTS.contains(&ending) || says(&TRANSCRIPT) => LeadsTo::Transcript,
        _ => LeadsTo::Other,
    });
    if let Some(fault) = view.paired.captions.get(&id).into_iter().flatten().next() {
        let (what, todo) = fault_words(fault);
        let span = view.paired.page.links[id.0 as usize].span;
        report.find(span, format!("The captions in this file do not work. {what}"), todo);
    }
}

/// Whether `known` stands in `text` as whole words.
fn contains_words(text: &str, known: &str) -> bool {
    text.match_indices(known).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + known.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

fn fault_words(fault: &CaptionFault) -> (String, String) {
    let again = || "Save the captions as WebVTT again.".to_owned();
    match fault {
        CaptionFault::NoHead => (
            "The file does not begin with the word WEBVTT.".to_owned(),
            "Write WEBVTT on its first line, and leave the second line empty.".to_owned(),
        ),
        CaptionFault::NoCues => ("There is no caption in it.".to_owned(), "Add captions to the file.".to_owned()),
        CaptionFault::BadTime(line, written) => (
            format!("Line {line}: “{}” is no time.", short(written)),
            "Write times such as 00:01.000 --> 00:04.000, with a full stop before the last three digits.".to_owned(),
        ),
        CaptionFault::EndsBeforeItBegins(line) => {
            (format!("Line {line}: the caption ends before it begins."), "Mend the times on this line.".to_owned())
        }
        CaptionFault::OutOfOrder(line) => {
            (format!("Line {line}: the caption begins before the one above it."), "Put the captions in order.".to_owned())
        }
        CaptionFault::NoWords(line) => {
            (format!("Line {line}: there are no words below the times."), "Write the caption on the next line.".to_owned())
        }
        CaptionFault::NotText => ("The file cannot be read as text.".to_owned(), again()),
    }
}
