//! From the tree to types: every wrong type and every unknown key is reported, and decoding goes
//! on with what is left.

use super::{Entry, Node, Scalar, Value};
use crate::diagnostic::Report;
use crate::suggest;
use std::cell::RefCell;
use std::ops::Range;

/// A table being decoded. Ask for every key one knows, then [`Table::finish`] names the rest.
pub struct Table<'a> {
    /// Where problems go.
    pub report: &'a Report,
    /// Where the table stands.
    pub span: Range<usize>,
    entries: &'a [Entry],
    known: RefCell<Vec<&'static str>>,
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands, in bytes of the file.
    pub span: Range<usize>,
}

impl<'a> Table<'a> {
    /// Starts on `node`; anything but a table is reported (nothing at all is an empty table).
    pub fn new(report: &'a Report, node: &'a Node) -> Option<Table<'a>> {
        let entries = match &node.value {
            Value::Table(entries) => entries.as_slice(),
            Value::Null => &[],
            _ => {
                wrong(report, node, "a table");
                return None;
            }
        };
        Some(Table {
            report,
            span: node.span.clone(),
            entries,
            known: RefCell::default(),
        })
    }

    /// The value of `key`, if it is there and not empty; marks the key as known.
    pub fn get(&self, key: &'static str) -> Option<&'a Node> {
        self.entry(key)
            .map(|e| &e.node)
            .filter(|n| n.value != Value::Null)
    }

    /// The entry of `key`, even if empty; marks the key as known.
    pub fn entry(&self, key: &'static str) -> Option<&'a Entry> {
        self.known.borrow_mut().push(key);
        self.entries.iter().find(|e| e.key == key)
    }

    /// A string.
    pub fn string(&self, key: &'static str) -> Option<At<String>> {
        let node = self.get(key)?;
        let text = as_string(node);
        if text.is_none() {
            self.wrong(key, node, "a string");
        }
        text
    }

    /// Reports that `key` should be something else.
    fn wrong(&self, key: &str, node: &Node, expected: &str) {
        let message = format!("`{key}` must be {expected}, not {}", node.describe());
        self.report.error("wrong-type", node.span.clone(), message);
    }

    /// A boolean.
    pub fn bool(&self, key: &'static str) -> Option<bool> {
        let node = self.get(key)?;
        match &node.value {
            Value::Scalar(text, Scalar::Bool | Scalar::Plain)
                if text == "true" || text == "false" =>
            {
                Some(text == "true")
            }
            _ => {
                self.wrong(key, node, "`true` or `false`");
                None
            }
        }
    }

    /// A whole number.
    pub fn int(&self, key: &'static str) -> Option<At<i64>> {
        let node = self.get(key)?;
        let number = match &node.value {
            Value::Scalar(text, Scalar::Int | Scalar::Plain) => text.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(key, node, "a whole number");
        }
        Some(At {
            value: number?,
            span: node.span.clone(),
        })
    }

    /// A list of strings; one string alone counts as a list of one.
    pub fn strings(&self, key: &'static str) -> Vec<At<String>> {
        let Some(node) = self.get(key) else {
            return Vec::new();
        };
        match &node.value {
            Value::List(items) => {
                let items = items.iter();
                items.filter_map(|item| string(self.report, item)).collect()
            }
            _ => self.string(key).into_iter().collect(),
        }
    }

    /// A nested table.
    pub fn table(&self, key: &'static str) -> Option<Table<'a>> {
        Table::new(self.report, self.get(key)?)
    }

    /// A list of tables, such as `[[component]]`.
    pub fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let Some(node) = self.get(key) else {
            return Vec::new();
        };
        match &node.value {
            Value::List(items) => items
                .iter()
                .filter_map(|item| Table::new(self.report, item))
                .collect(),
            _ => {
                let message = format!("expected `[[{key}]]`, found {}", node.describe());
                self.report.error("wrong-type", node.span.clone(), message);
                Vec::new()
            }
        }
    }

    /// One word of a fixed set.
    pub fn word<T>(
        &self,
        key: &'static str,
        all: impl IntoIterator<Item = &'static str> + Clone,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<At<T>> {
        let At { value, span } = self.string(key)?;
        let parsed = parse(&value);
        if parsed.is_none() {
            let message = format!("`{value}` is no {key}");
            let hint = suggest::hint(&value, all);
            self.report
                .error_hint("unknown-word", span.clone(), message, hint);
        }
        Some(At {
            value: parsed?,
            span,
        })
    }

    /// Every key and value, for tables whose keys are names; marks all as known.
    pub fn open(self) -> &'a [Entry] {
        self.entries
    }

    /// Reports every key that nobody asked for.
    pub fn finish(self) {
        let known = self.known.into_inner();
        for entry in self.entries {
            if !known.contains(&entry.key.as_str()) {
                self.report.error_hint(
                    "unknown-key",
                    entry.key_span.clone(),
                    format!("unknown key `{}`", entry.key),
                    suggest::hint(&entry.key, known.iter().copied()),
                );
            }
        }
    }
}

/// A string; YAML's plain scalars count, whatever they look like.
pub fn string(report: &Report, node: &Node) -> Option<At<String>> {
    let text = as_string(node);
    if text.is_none() {
        wrong(report, node, "a string");
    }
    text
}

fn as_string(node: &Node) -> Option<At<String>> {
    match &node.value {
        Value::Scalar(text, Scalar::Quoted | Scalar::Plain | Scalar::Time) => Some(At {
            value: text.clone(),
            span: node.span.clone(),
        }),
        _ => None,
    }
}

/// Reports that something else was expected.
pub fn wrong(report: &Report, node: &Node, expected: &str) {
    let message = format!("expected {expected}, found {}", node.describe());
    report.error("wrong-type", node.span.clone(), message);
}
