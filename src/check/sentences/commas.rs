//! The rule `commas`.

use crate::check::report::weight;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::Measure;

rule! {
    /// A sentence with several commas that is no list.
    ///
    /// # Why it matters
    /// Commas often mean that a sentence has parts inside of other parts.
    ///
    /// # What to do
    /// Look if you can take a part out. Make it a sentence of its own.
    ///
    /// Commas in a list, such as “tea, milk and cake”, do not count.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) The group, which meets on Monday, will, if it can, write to you.
    /// ```
    /// ```markdown pass
    /// ![](listen) Bring tea, milk, sugar and cake.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: keep the punctuation simple; avoid commas.
    "commas", Sentences, Advice, Run::Page(run)
}

/// The most words of a thing in a list.
const THING_WORDS: usize = 4;

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let Some(limit) = view.limit(Measure::SentenceCommas) else { return };
    for (passage, sentence) in super::sentences(view).filter(|(passage, _)| passage.signs.any(",")) {
        let count = commas(passage.text_of(sentence));
        if let Some(beyond) = limit.over(count) {
            let what = format!("This sentence has {count} commas.");
            report.find(passage.span(sentence.range.clone()), what, "").severity = weight(beyond, RULE.severity);
        }
    }
}

/// The commas of a sentence that part no list.
fn commas(text: &str) -> usize {
    let parts: Vec<&str> = text.split(", ").collect();
    let count = parts.len() - 1;
    if count == 0 {
        return 0;
    }
    let words = |part: &str| part.split_whitespace().count();
    // A list ends with “and” or “or” near the beginning of a part, and the parts before are short.
    let ends_list = |part: &str| {
        part.split_whitespace()
            .take(THING_WORDS + 1)
            .any(|word| ["and", "or", "und", "oder", "et", "ou", "y", "o", "a", "ac", "neu"].contains(&word))
    };
    let Some(end) = (1..parts.len()).rev().find(|place| ends_list(parts[*place])) else { return count };
    let between = (1..end).rev().take_while(|place| words(parts[*place]) <= THING_WORDS).count();
    if between == 0 && end > 1 { count } else { count - between - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_of_lists_do_not_count() {
        assert_eq!(commas("Bring tea, milk, sugar and cake."), 0);
        assert_eq!(commas("Friends, family, neighbours and advocates may also be involved."), 0);
        assert_eq!(commas("The group, which meets on Monday, will, if it can, write."), 4);
        assert_eq!(commas("We listen."), 0);
        assert_eq!(commas("There are 1,000 people."), 0);
    }
}
