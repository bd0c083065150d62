//! One key of the front matter, set or taken out.

use super::{Edit, EditError, with_text};
use crate::author::document::{Document, line_start, next_line};
use crate::author::quote::{self, Setting};
use crate::content::split::Language;
use crate::tree::{Entry, Node, Value};
use std::ops::Range;

/// The edit that makes `key` of the front matter say `setting`; `None` if it does already.
pub fn set(document: &Document, key: &str, setting: &Setting) -> Result<Option<Edit>, EditError> {
    let language = document.parts.language;
    let written = quote::setting(language, setting);
    let edit = match document.entry(key) {
        Some(entry) if setting.is(&entry.node.value) => return Ok(None),
        Some(entry) => replace(document, entry, written),
        None => add(document, &quote::line(language, key, &written)),
    };
    let says_so = |node: Option<&Value>| node.is_some_and(|value| setting.is(value));
    prove(document, key, edit, says_so).map(Some)
}

/// The edit that takes `key` out of the front matter; `None` if it isn't there.
pub fn remove(document: &Document, key: &str) -> Result<Option<Edit>, EditError> {
    let Some(entry) = document.entry(key) else {
        return Ok(None);
    };
    let text = document.text();
    let end = entry.key_span.end.max(content_end(text, &entry.node));
    let edit = Edit {
        range: line_start(text, entry.key_span.start)..next_line(text, end),
        text: String::new(),
    };
    prove(document, key, edit, |value| value.is_none()).map(Some)
}

fn replace(document: &Document, entry: &Entry, written: String) -> Edit {
    let text = document.text();
    let value = &text[entry.node.span.clone()];
    let one_line = !value.trim_end().contains('\n') && !matches!(entry.node.value, Value::Null);
    if one_line && !value.is_empty() {
        let start = entry.node.span.start;
        return Edit {
            range: start..start + value.trim_end().len(),
            text: written,
        };
    }
    // An empty value has no place of its own, and one of many lines begins on another: what is
    // certain is where the key ends.
    let sign = match document.parts.language {
        Language::Yaml => ':',
        Language::Toml => '=',
    };
    let colon = text[entry.key_span.end..].find(sign).unwrap_or_default();
    let start = entry.key_span.end + colon + sign.len_utf8();
    Edit {
        range: start..content_end(text, &entry.node).max(start),
        text: format!(" {written}"),
    }
}

/// Where the last thing of a value ends that is no white space.
fn content_end(text: &str, node: &Node) -> usize {
    text[..node.span.end].trim_end().len()
}

/// A new line: the last one of YAML; in TOML the last one before the first table, to whom it would
/// belong otherwise.
fn add(document: &Document, line: &str) -> Edit {
    let text = document.text();
    let front: Range<usize> = document.parts.front.clone();
    let is_header = |entry: &&Entry| {
        let line = line_start(text, entry.key_span.start);
        text[line..].trim_start().starts_with('[')
    };
    let header = match document.parts.language {
        Language::Yaml => None,
        Language::Toml => document.entries().iter().find(is_header),
    };
    let at = header.map_or(front.end, |entry| line_start(text, entry.key_span.start));
    Edit {
        range: at..at,
        text: format!("{line}{}", document.line_end()),
    }
}

/// Hands the edit out if the file then says the same as before but for `key`.
fn prove(
    document: &Document,
    key: &str,
    edit: Edit,
    expected: impl Fn(Option<&Value>) -> bool,
) -> Result<Edit, EditError> {
    let source = with_text(&document.source, edit.apply(document.text()));
    let edited = Document::read(source, document.zone);
    let proved = edited.is_ok_and(|edited| {
        let others = |document: &Document| -> Vec<(String, Value)> {
            let entries = document.entries().iter().filter(|entry| entry.key != key);
            entries
                .map(|e| (e.key.clone(), bare(&e.node.value)))
                .collect()
        };
        let body = |document: &Document| document.text()[document.parts.body.clone()].to_owned();
        expected(edited.entry(key).map(|entry| &entry.node.value))
            && others(&edited) == others(document)
            && body(&edited) == body(document)
    });
    if proved {
        return Ok(edit);
    }
    let at = document
        .entry(key)
        .map_or(document.parts.front.start, |e| e.key_span.start);
    Err(EditError::Key {
        path: document.source.display_path(),
        line: document.source.position(at).line,
        key: key.to_owned(),
    })
}

/// The value without the places of what is in it.
fn bare(value: &Value) -> Value {
    let node = |node: &Node| Node {
        span: 0..0,
        value: bare(&node.value),
    };
    match value {
        Value::List(items) => Value::List(items.iter().map(node).collect()),
        Value::Table(entries) => {
            let entries = entries.iter().map(|entry| Entry {
                key: entry.key.clone(),
                key_span: 0..0,
                node: node(&entry.node),
            });
            Value::Table(entries.collect())
        }
        other => other.clone(),
    }
}
