//! `alongside.yaml` -> [`Config`].

use super::fields::Fields;
use crate::toolkit::{Accessibility, Config, Contact, Organisation, PictureSettings, SettingsFault};

/// Reads the settings of a toolkit.
pub fn config(text: &str) -> (Config, Vec<SettingsFault>) {
    let mut faults = Vec::new();
    let mut fields = super::read(text, 0, &mut faults);
    let config = read(&mut fields);
    fields.finish();
    (config, faults)
}

fn read(fields: &mut Fields<'_>) -> Config {
    let default = Config::default();
    let title = fields.text("title").unwrap_or_else(|| {
        fields.missing("title");
        String::new()
    });
    let symbols = fields.list("symbols");
    let formats = fields.choices("formats");
    Config {
        title,
        language: fields.language("language").unwrap_or(default.language),
        address: address(fields),
        organisation: fields.map("organisation", organisation).unwrap_or_default(),
        profile: fields.written("profile"),
        level: fields.choice("level").unwrap_or(default.level),
        symbols: if symbols.is_empty() { default.symbols } else { symbols },
        pictures: fields.map("pictures", pictures).unwrap_or_default(),
        formats: if formats.is_empty() { default.formats } else { formats },
        fold_page: fields.flag("fold-page").unwrap_or(default.fold_page),
        theme: fields.written("theme"),
        languages: fields.languages("languages"),
        acronyms: fields.list("acronyms").into_iter().map(|letters| letters.value).collect(),
        commercial: fields.flag("commercial").unwrap_or(false),
        accessibility: fields.map("accessibility", accessibility).unwrap_or_default(),
        allow: fields.allowances("allow"),
    }
}

/// The address of the site, with a `/` at its end.
fn address(fields: &mut Fields<'_>) -> Option<String> {
    let address = fields.written("address")?;
    let rest = address.value.strip_prefix("https://").or_else(|| address.value.strip_prefix("http://"));
    if rest.is_none_or(|rest| rest.is_empty() || rest.starts_with('/') || rest.contains(['?', '#', ' ', '"', '<', '>'])) {
        fields.does_not_fit("address", "the web address of the site, such as https://www.example.org/guides/", &address);
        return None;
    }
    Some(format!("{}/", address.value.trim_end_matches('/')))
}

fn organisation(fields: &mut Fields<'_>) -> Organisation {
    Organisation {
        name: fields.text("name"),
        logo: fields.written("logo"),
        logo_description: fields.text("logo-description"),
        contact: fields.map("contact", contact).unwrap_or_default(),
    }
}

/// Reads ways to get in touch.
pub fn contact(fields: &mut Fields<'_>) -> Contact {
    Contact {
        phone: way(fields, "phone", "a telephone number, such as 01632 960000", is_number),
        text: way(fields, "text", "a number for text messages, such as 07700 900000", is_number),
        email: way(fields, "email", "an email address, such as hello@example.org", is_email),
        post: fields.text("post"),
        web: way(fields, "web", "a web address, such as www.example.org", is_web_address),
    }
}

/// One way to get in touch. What does not lead to anybody is a fault.
fn way(fields: &mut Fields<'_>, key: &'static str, needs: &str, leads_somewhere: fn(&str) -> bool) -> Option<String> {
    let way = fields.written(key)?;
    if leads_somewhere(&way.value) {
        return Some(way.value);
    }
    fields.does_not_fit(key, needs, &way);
    None
}

/// Whether there are digits to dial: `999` is the shortest number.
fn is_number(words: &str) -> bool {
    words.chars().filter(char::is_ascii_digit).count() >= 3
}

fn is_email(words: &str) -> bool {
    let parts = words.split_once('@').filter(|_| !words.contains(char::is_whitespace));
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
}

fn is_web_address(words: &str) -> bool {
    let rest = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://")).unwrap_or(words);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    name.contains('.') && port.bytes().all(|b| b.is_ascii_digit()) && !words.contains(char::is_whitespace)
}

fn pictures(fields: &mut Fields<'_>) -> PictureSettings {
    let default = PictureSettings::default();
    PictureSettings { describe: fields.choice("describe").unwrap_or(default.describe), side: fields.choice("side").unwrap_or(default.side) }
}

fn accessibility(fields: &mut Fields<'_>) -> Accessibility {
    Accessibility {
        standard: fields.text("standard"),
        problems: fields.texts("problems").into_iter().map(|problem| problem.value).collect(),
        tested: fields.date("tested"),
        tested_by: fields.text("tested-by"),
        complaints: fields.text("complaints"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toolkit::{Describe, Side};

    #[test]
    fn every_key_is_read() {
        let text = "title: Our guides: all of them
language: en-GB
address: https://example.org/guides
organisation:
  name: Our DPO
  logo: logo.png
  logo-description: A circle of people.
  contact: {phone: 01632 960000, email: hello@example.org}
profile: uk-easy-read
level: plain
symbols: ours, starter
pictures:
  describe: always
  side: right
formats: [web]
theme: ours
languages: en, cy
acronyms: ICB, DPO
commercial: no
accessibility:
  standard: WCAG 2.2 AA
  tested: 1 May 2026
  problems:
    - The video has no signs: we know.
allow:
  no-picture: We have no pictures yet.
";
        let (config, faults) = config(text);
        assert_eq!(faults, []);
        assert_eq!(config.title, "Our guides: all of them");
        assert_eq!(config.address.as_deref(), Some("https://example.org/guides/"));
        assert_eq!(config.organisation.contact.phone.as_deref(), Some("01632 960000"));
        assert_eq!(config.symbols.iter().map(|pack| pack.value.as_str()).collect::<Vec<_>>(), ["ours", "starter"]);
        assert_eq!(config.pictures, PictureSettings { describe: Describe::Always, side: Side::Right });
        assert_eq!(config.accessibility.problems, ["The video has no signs: we know."]);
        assert_eq!(config.acronyms, ["ICB", "DPO"]);
        assert_eq!(config.allow[0].reason, "We have no pictures yet.");
    }

    #[test]
    fn faults_are_told_all_at_once() {
        let (_, faults) = config("tilte: x\nlevel: easy\naddress: example.org\nlanguages: [en, Welsh language]\ncommercial: perhaps\n");
        assert_eq!(faults.len(), 6, "{faults:#?}");
    }

    #[test]
    fn an_empty_file_has_no_title() {
        assert_eq!(config("").1.len(), 1);
        assert_eq!(config("# only a comment\n").1.len(), 1);
    }
}
