//! Passives.

use alongside::language::{passive, words};

use crate::conllu::{Paragraph, Sentence};
use crate::split::figures;

pub fn treebank(paragraphs: &[Paragraph], show: bool) {
    measure(paragraphs.iter().flat_map(|paragraph| &paragraph.sentences), show);
}

/// Our own sentences: a line is `+` or `-` (with a passive or without), a blank and the sentence.
pub fn own(show: bool) {
    let lines = include_str!("passives.txt").lines().filter_map(|line| line.split_once(' ').filter(|(mark, _)| *mark != "#"));
    let sentences: Vec<Sentence> = lines.map(|(mark, text)| Sentence { text: text.to_owned(), passive: mark == "+" }).collect();
    println!("our own {} sentences", sentences.len());
    measure(&sentences, show);
}

fn measure<'a>(sentences: impl IntoIterator<Item = &'a Sentence>, show: bool) {
    let (mut right, mut found_all, mut gold_all) = (0, 0, 0);
    for sentence in sentences {
        let folded: Vec<String> =
            words(&sentence.text).into_iter().map(|word| sentence.text[word.range].to_lowercase().replace('’', "'")).collect();
        let found = passive(&folded);
        found_all += usize::from(found.is_some());
        gold_all += usize::from(sentence.passive);
        right += usize::from(found.is_some() && sentence.passive);
        if show && found.is_some() != sentence.passive {
            let what = found.map_or("missed".to_owned(), |range| format!("too much “{}”", folded[range].join(" ")));
            println!("  passive {what}: {}", sentence.text);
        }
    }
    let (precision, recall, f1) = figures(right, found_all, gold_all);
    println!("  passives: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}, of {gold_all} sentences");
}
