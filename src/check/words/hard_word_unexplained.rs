//! The rule `hard-word-unexplained`.

use crate::check::report::short;
use crate::check::rule::rule;
use crate::check::{PageView, Report, Run};
use crate::toolkit::WordUse;

rule! {
    /// A word in bold that the word list does not explain.
    ///
    /// # Why it matters
    /// Bold tells readers that they can look a word up. They would look in vain.
    ///
    /// # What to do
    /// Add the word and its meaning to `words.yaml`. Or take the `**` away.
    ///
    /// Bold is for hard words. Small words such as **not** and **never** may be bold too, and the first words of an
    /// item in a box of the kinds `ladder`, `steps` and `principles`.
    ///
    /// # Examples
    /// ```markdown fail
    /// ![](listen) An **advocate** listens to you.
    /// ```
    /// ```markdown pass
    /// ---
    /// title: Advocates
    /// words:
    ///   advocate: A person who helps you to say what you want.
    /// ---
    /// ![](listen) An **advocate** does **not** speak over you.
    /// ```
    ///
    /// # Sources
    /// - Inclusion Europe, *Information for all*: explain the difficult words that you must use.
    "hard-word-unexplained", Words, Error, Run::Page(run)
}

fn run(view: &PageView<'_>, report: &mut Report<'_>) {
    let page = &view.paired.page;
    for (strong, word) in page.strongs.iter().zip(&view.paired.words) {
        if *word != WordUse::Unexplained {
            continue;
        }
        let words = short(&strong.text);
        if strong.text.split_whitespace().count() > 4 {
            let todo = "Take the ** away. To make a whole line stand out, use a box: > [!important]";
            report.find(strong.span, format!("“{words}” is in bold. Bold is for hard words, not for whole lines."), todo);
        } else {
            let todo = format!("Add a line to words.yaml, such as “{words}: what it means”. Or take the ** away.");
            report.find(strong.span, format!("The word list does not explain “{words}”."), todo);
        }
    }
}
