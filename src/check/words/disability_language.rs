//! The rule `disability-language`.

use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::language::List;

use super::listed::{self, instead};

rule! {
    /// A word about disabled people that disabled people’s groups reject.
    ///
    /// # Why it matters
    /// These words hurt. They make disability sound like an illness, a tragedy or a fault.
    ///
    /// # What to do
    /// Write the words that disabled people’s groups use. Ask the group you work with.
    ///
    /// The language of the page chooses the list: `en-US`, `en-AU` and `de` have their own. All other English pages have the UK list.
    ///
    /// # Examples
    /// ```markdown fail
    /// The disabled are confined to a wheelchair.
    /// ```
    /// ```markdown pass
    /// Some disabled people use a wheelchair.
    /// ```
    ///
    /// # Sources
    /// - UK: UK government, *Inclusive language: words to use and avoid when writing about disability*. “Disabled people” is right in the UK.
    /// - USA: National Center on Disability and Journalism, *Disability language style guide*. Australia: People with Disability Australia, *Language guide*. Germany: Leidmedien.de.
    "disability-language", Words, Warning, ["en", "de"], Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let list = match view.place.language.as_str() {
        "en-US" => List::DisabilityUs,
        "en-AU" => List::DisabilityAu,
        language if language.starts_with("de") => List::DisabilityDe,
        _ => List::DisabilityUk,
    };
    listed::each(view, list, &mut |passage, found, words| {
        if leads_on(found.phrase.instead.first().copied(), passage.folded.get(found.words.end).map(String::as_str)) {
            return;
        }
        let what = format!("Many disabled people’s groups reject the words “{}”.", &passage.text[words.clone()]);
        report.find(passage.span(words), what, instead(found.phrase));
    });
}

/// “The disabled” is rejected, “the disabled people” and “the deaf community” are not: a word for people follows.
fn leads_on(instead: Option<&str>, next: Option<&str>) -> bool {
    const PEOPLE: [&str; 30] = [
        "people",
        "person",
        "persons",
        "adults",
        "adult",
        "children",
        "child",
        "community",
        "communities",
        "women",
        "men",
        "woman",
        "man",
        "staff",
        "students",
        "student",
        "workers",
        "worker",
        "user",
        "users",
        "members",
        "member",
        "artists",
        "toilet",
        "toilets",
        "access",
        "parking",
        "group",
        "groups",
        "rights",
    ];
    let about_people = instead.is_some_and(|words| words.ends_with("people"));
    let plain = |word: &str| PEOPLE.contains(&word.trim_end_matches("'s").trim_end_matches('\''));
    about_people && next.is_some_and(plain)
}
