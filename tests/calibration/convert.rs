//! A plain text, as it comes out of a PDF or a web page -> a page of ours.
//!
//! Nothing of the words is changed. Only what was lost on the way is put back: headings, items, boxes to tick.

/// Words from which on a line is no heading.
const HEADING_WORDS: usize = 12;

/// The page of a text. Its title is its first line.
pub fn page(text: &str) -> String {
    let text = text.replace('\r', "").replace('\u{c}', "\n");
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let title = lines.iter().find(|line| !line.is_empty()).copied().unwrap_or("Untitled");
    let mut page = format!(
        "---\ntitle: {}\nfor: Everyone\nby: A publisher\ndate: 1 January 2026\nreview-date: 1 January 2099\nstatus: draft\n---\n",
        quoted(title.trim_end_matches('.'))
    );
    let mut was_item = false;
    let mut first = true;
    for (place, line) in lines.iter().enumerate() {
        if line.is_empty() || first {
            first &= line.is_empty();
            continue;
        }
        let is_item = item(line).is_some();
        if !(is_item && was_item) {
            page.push('\n');
        }
        match item(line) {
            Some(words) => page.push_str(&format!("- {}\n", escaped(words))),
            None if is_heading(&lines, place) => page.push_str(&format!("## {}\n", escaped(line.trim_end_matches('.')))),
            None => page.push_str(&format!("{}\n", escaped(line))),
        }
        was_item = is_item;
    }
    page
}

/// A value at the head of a page.
fn quoted(words: &str) -> String {
    format!("'{}'", words.replace('\'', "''"))
}

/// The words of an item: behind a bullet, a tick or a number.
fn item(line: &str) -> Option<&str> {
    let words = line.strip_prefix("- ✓ ").or_else(|| line.strip_prefix("- "));
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = || line[digits..].strip_prefix(". ").filter(|_| (1..=2).contains(&digits));
    words.or_else(numbered).map(str::trim).filter(|words| !words.is_empty())
}

/// A short line that is no sentence and stands alone, or that is all in capitals.
fn is_heading(lines: &[&str], place: usize) -> bool {
    let line = lines[place];
    let words = line.split_whitespace().count();
    let letters = line.chars().any(char::is_alphabetic);
    let shouts = letters && !line.chars().any(char::is_lowercase);
    let ends = |line: &str| line.ends_with(['.', '!', ':', ',', ';']);
    let behind = lines[place + 1..].iter().find(|line| !line.is_empty());
    // A heading of an easy-read text may end with a full stop. Then it has few words and no verb that we know.
    let label =
        ends(line) && words <= 6 && line.ends_with('.') && !line.contains(['@', ':']) && behind.is_some_and(|next| !next.is_empty());
    letters && words <= HEADING_WORDS && (shouts || !ends(line) && behind.is_some() && words <= 9 || label && starts_section(line))
}

/// Words with which headings of easy-read guides begin.
fn starts_section(line: &str) -> bool {
    ["About", "Ways", "When", "What", "How", "Where", "Who", "Why"].iter().any(|word| line.split_whitespace().next() == Some(word))
}

/// Signs that would mean something to Markdown.
fn escaped(words: &str) -> String {
    words.chars().flat_map(|c| if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '#' | '\\') { vec!['\\', c] } else { vec![c] }).collect()
}
