//! TOML 1.1 through the `toml` crate's spanned, recovering parser.

use super::{Entry, Node, Scalar, Value};
use crate::diagnostic::Report;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads the TOML at `range` of the report's file, as far as it can be read; every syntax error
/// is in the report.
pub fn parse(report: &Report, range: Range<usize>) -> Node {
    let source = std::sync::Arc::clone(report.source());
    let text = &source.text[range.clone()];
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut told = None;
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let span = range.start + span.start..range.start + span.end.max(span.start + 1);
        // One slip makes the parser stumble on; its first word on a line is the one that helps.
        let line = source.position(span.start).line;
        if told < Some(line) {
            told = Some(line);
            report.error("invalid-toml", span, error.message().to_owned());
        }
    }
    Node {
        span: range.clone(),
        value: entries(table.get_ref(), range.start),
    }
}

fn entries(table: &DeTable<'_>, base: usize) -> Value {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_span: shift(key.span(), base),
            node: node(value, base),
        })
        .collect();
    // The parser's map may be sorted by name; people read from top to bottom.
    entries.sort_by_key(|e| e.key_span.start);
    Value::Table(entries)
}

fn node(value: &Spanned<DeValue<'_>>, base: usize) -> Node {
    let scalar = |text: &str, kind| Value::Scalar(text.to_owned(), kind);
    Node {
        span: shift(value.span(), base),
        value: match value.get_ref() {
            DeValue::String(text) => scalar(text, Scalar::Quoted),
            DeValue::Integer(int) => match i64::from_str_radix(int.as_str(), int.radix()) {
                Ok(number) => scalar(&number.to_string(), Scalar::Int),
                Err(_) => scalar(int.as_str(), Scalar::Float),
            },
            DeValue::Float(float) => scalar(float.as_str(), Scalar::Float),
            DeValue::Boolean(yes) => scalar(if *yes { "true" } else { "false" }, Scalar::Bool),
            DeValue::Datetime(time) => scalar(&time.to_string(), Scalar::Time),
            DeValue::Array(items) => Value::List(items.iter().map(|i| node(i, base)).collect()),
            DeValue::Table(table) => entries(table, base),
        },
    }
}

fn shift(span: Range<usize>, base: usize) -> Range<usize> {
    span.start + base..span.end + base
}
