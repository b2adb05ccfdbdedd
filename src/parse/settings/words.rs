//! `words.yaml`, and `words:` of a page -> entries of the word list.

use std::collections::HashSet;

use super::fields::Fields;
use super::node::{Entry, Value};
use crate::toolkit::{SettingsFault, SettingsFaultKind, WordEntry, same_word};

/// Reads `words.yaml`: `word: what it means`, or `word:` with `means`, `also` and `picture` below.
pub fn word_list(text: &str) -> (Vec<WordEntry>, Vec<SettingsFault>) {
    let mut faults = Vec::new();
    let mut fields = super::read(text, 0, &mut faults);
    let entries = fields.all();
    let entries = word_entries(&mut fields, entries);
    fields.finish();
    (entries, faults)
}

/// Reads the entries of a word list.
pub fn word_entries(fields: &mut Fields<'_>, entries: Vec<Entry>) -> Vec<WordEntry> {
    let mut words = Vec::new();
    let mut seen = HashSet::new();
    for (name, node) in entries {
        if name.value.trim().is_empty() {
            fields.fault_at(name.span, SettingsFaultKind::NotAMap);
            continue;
        }
        if !seen.insert(same_word(&name.value)) {
            fields.fault_at(name.span, SettingsFaultKind::Repeated(name.value));
            continue;
        }
        let mut entry = WordEntry {
            word: name.value,
            meaning: String::new(),
            meaning_span: node.span,
            also: Vec::new(),
            same_as: Vec::new(),
            picture: None,
            span: name.span,
        };
        match node.value {
            Value::Text(meaning) => meaning.trim().clone_into(&mut entry.meaning),
            Value::Map(inside) => {
                let mut inside = fields.inside(&entry.word, inside);
                if let Some(meaning) = inside.written("means") {
                    (entry.meaning, entry.meaning_span) = (meaning.value, meaning.span);
                }
                entry.also = inside.list("also").into_iter().map(|form| form.value).collect();
                entry.same_as = inside.list("same-as").into_iter().map(|name| name.value).filter(|name| !name.is_empty()).collect();
                entry.picture = inside.written("picture");
                let known = inside.finish();
                fields.knows_inside(known);
            }
            Value::Nothing | Value::List(_) => {
                fields.needs_words(&entry.word, &node);
                continue;
            }
        }
        words.push(entry);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        let (words, faults) = word_list(
            "co-production: Working together: as equals.\nDPO:\n  means: A group run by disabled people.\n  also: DPOs, Disabled People's Organisation\n",
        );
        assert_eq!(faults, []);
        assert_eq!(words[0].meaning, "Working together: as equals.");
        assert_eq!(words[1].also, ["DPOs", "Disabled People's Organisation"]);
    }

    #[test]
    fn what_does_not_fit_is_told_and_the_rest_is_kept() {
        let (words, faults) = word_list("a: [1]\nb:\n  meens: x\nc: Fine.\n");
        assert_eq!(words.iter().map(|entry| entry.word.as_str()).collect::<Vec<_>>(), ["b", "c"]);
        assert_eq!(faults.len(), 2);
    }
}
