//! Values as YAML and TOML write them, quoted where they must be.

use crate::content::split::Language;
use crate::tree::{Entry, Value};
use model::Impact;
use std::fmt::Write;

/// What a key of the front matter can be made to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Words, or a time.
    Text(String),
    /// Yes or no.
    Bool(bool),
    /// Words in a row.
    List(Vec<String>),
    /// Components and what they suffer.
    Impacts(Vec<(String, Impact)>),
}

impl Setting {
    /// Whether `value` says the same.
    pub fn is(&self, value: &Value) -> bool {
        let text =
            |value: &Value, wanted: &str| matches!(value, Value::Scalar(text, _) if text == wanted);
        match (self, value) {
            (Setting::Text(wanted), value) => text(value, wanted),
            (Setting::Bool(wanted), value) => text(value, &wanted.to_string()),
            (Setting::List(wanted), Value::List(items)) => {
                let pairs = || items.iter().zip(wanted);
                items.len() == wanted.len() && pairs().all(|(item, w)| text(&item.value, w))
            }
            (Setting::Impacts(wanted), Value::Table(entries)) => {
                let same = |(entry, (id, impact)): (&Entry, &(String, Impact))| {
                    entry.key == *id && text(&entry.node.value, impact.as_str())
                };
                entries.len() == wanted.len() && entries.iter().zip(wanted).all(same)
            }
            (Setting::List(_) | Setting::Impacts(_), _) => false,
        }
    }
}

/// A line of the front matter, without its end.
pub fn line(language: Language, key: &str, written: &str) -> String {
    match language {
        Language::Yaml => format!("{key}: {written}"),
        Language::Toml => format!("{key} = {written}"),
    }
}

/// A value on one line.
pub fn setting(language: Language, setting: &Setting) -> String {
    match setting {
        Setting::Text(words) => text(language, words),
        Setting::Bool(yes) => yes.to_string(),
        Setting::List(items) => {
            let items: Vec<_> = items.iter().map(|item| item_text(language, item)).collect();
            format!("[{}]", items.join(", "))
        }
        Setting::Impacts(impacts) => {
            let sign = match language {
                Language::Yaml => ": ",
                Language::Toml => " = ",
            };
            let pair = |(id, impact): &(String, Impact)| {
                format!("{id}{sign}{}", text(language, impact.as_str()))
            };
            let pairs: Vec<_> = impacts.iter().map(pair).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
    }
}

/// Words as a value: as they are where YAML lets them be, else in double quotes.
pub fn text(language: Language, words: &str) -> String {
    if language == Language::Yaml && is_plain(words) {
        return words.to_owned();
    }
    quoted(words)
}

/// Words in a YAML flow list, where far more signs mean something: one simple word needs no quotes.
fn item_text(language: Language, words: &str) -> String {
    let simple = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
    if words.chars().all(simple) && !words.ends_with('-') {
        return text(language, words);
    }
    quoted(words)
}

/// Double quotes mean the same to both languages, and so do these escapes.
fn quoted(words: &str) -> String {
    format!("\"{}\"", escaped(words))
}

/// Words for between double quotes.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

/// Whether YAML reads these words, unquoted, as nothing but themselves; in doubt they get quotes.
fn is_plain(words: &str) -> bool {
    let word = words.to_ascii_lowercase();
    let special = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    let begins_well = words.starts_with(char::is_alphanumeric);
    let number_like =
        words.parse::<f64>().is_ok() || word.starts_with("0x") || word.starts_with("0o");
    let strange = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}');
    begins_well
        && words.trim() == words
        && !words.ends_with(':')
        && !words.contains(": ")
        && !words.contains(" #")
        && !words.contains(strange)
        && !special.contains(&word.as_str())
        && !number_like
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Report;
    use crate::source::SourceFile;
    use crate::tree;
    use std::sync::Arc;

    /// What each language reads back from words that were written by [`text`].
    fn read_back(words: &str) -> Vec<Value> {
        let read = |language| {
            let text = format!("{}\n", line(language, "key", &text(language, words)));
            let report = Report::new(Arc::new(SourceFile::new("x.md", text.as_str())));
            let root = match language {
                Language::Yaml => tree::parse_yaml(&report, 0..text.len()),
                Language::Toml => Some(tree::parse_toml(&report, 0..text.len())),
            };
            assert!(report.into_vec().is_empty(), "{text}");
            match root.map(|node| node.value) {
                Some(Value::Table(mut entries)) => entries.remove(0).node.value,
                other => panic!("{text}: {other:?}"),
            }
        };
        vec![read(Language::Yaml), read(Language::Toml)]
    }

    #[test]
    fn quotes_appear_only_where_they_must() {
        let check = |words, expected| assert_eq!(text(Language::Yaml, words), expected);
        check("Checkout fails", "Checkout fails");
        check("Zahlung schlägt fehl", "Zahlung schlägt fehl");
        check("结账失败", "结账失败");
        check("2024-11-30 04:46 UTC", "2024-11-30 04:46 UTC");
        check("FREQ=WEEKLY;BYDAY=SU", "FREQ=WEEKLY;BYDAY=SU");
        check("API: 500s", "\"API: 500s\"");
        check("Ticket #5 is open", "\"Ticket #5 is open\"");
        check("*all* down", "\"*all* down\"");
        check("No", "\"No\"");
        check("503", "\"503\"");
        check("a \"b\"", "a \"b\"");
        check("\"b\" \\", "\"\\\"b\\\" \\\\\"");
        assert_eq!(text(Language::Toml, "Checkout"), "\"Checkout\"");
    }

    #[test]
    fn lists_and_tables_stand_on_one_line() {
        let list = Setting::List(vec!["a".into(), "b, c".into()]);
        assert_eq!(setting(Language::Yaml, &list), "[a, \"b, c\"]");
        let strange = Setting::List(vec!["A -".into(), "no".into(), "connect_timeout".into()]);
        assert_eq!(
            setting(Language::Yaml, &strange),
            "[\"A -\", \"no\", connect_timeout]"
        );
        let table = Setting::Impacts(vec![("api".into(), Impact::MajorOutage)]);
        assert_eq!(setting(Language::Yaml, &table), "{ api: major_outage }");
        assert_eq!(
            setting(Language::Toml, &table),
            "{ api = \"major_outage\" }"
        );
    }

    proptest::proptest! {
        #[test]
        fn whatever_the_words_they_come_back(words in "\\PC{0,30}|[ -~\\n\\t]{0,30}|[a-z:# \"'\\\\-]{0,12}") {
            for value in read_back(&words) {
                assert!(Setting::Text(words.clone()).is(&value), "{words:?}: {value:?}");
            }
        }
    }
}
