//! The format of Universal Dependencies.

/// A sentence.
#[derive(Clone)]
pub struct Sentence {
    /// Its text.
    pub text: String,
    /// Whether it has a passive.
    pub passive: bool,
}

/// A paragraph: what an author would write as one block.
#[derive(Default)]
pub struct Paragraph {
    /// Its sentences.
    pub sentences: Vec<Sentence>,
}

impl Paragraph {
    /// Its text, and where in it each sentence ends.
    pub fn text(&self) -> (String, Vec<usize>) {
        let mut text = String::new();
        let mut ends = Vec::new();
        for sentence in &self.sentences {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(sentence.text.trim());
            ends.push(text.len());
        }
        (text, ends)
    }
}

/// Reads a treebank.
pub fn read(text: &str) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for block in text.split("\n\n").filter(|block| !block.trim().is_empty()) {
        let comment = |key: &str| block.lines().find_map(|line| line.strip_prefix(key));
        if comment("# newpar").is_some() || comment("# newdoc").is_some() || paragraphs.is_empty() {
            paragraphs.push(Paragraph::default());
        }
        let passive = block.lines().filter(|line| !line.starts_with('#')).any(|line| line.split('\t').nth(7) == Some("aux:pass"));
        let Some(text) = comment("# text = ") else { continue };
        paragraphs.last_mut().unwrap().sentences.push(Sentence { text: text.to_owned(), passive });
    }
    paragraphs
}
