//! Front matter in YAML, as a tree in which every value knows its place.
#![no_main]

use generator::diagnostic::Report;
use generator::source::SourceFile;
use generator::tree::{Node, Value, parse_yaml};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fn inside(node: &Node, length: usize) {
    assert!(node.span.start <= node.span.end && node.span.end <= length);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| inside(item, length)),
        Value::Table(entries) => entries.iter().for_each(|e| inside(&e.node, length)),
        Value::Null | Value::Scalar(..) => {}
    }
}

fuzz_target!(|text: &str| {
    let report = Report::new(Arc::new(SourceFile::new("x", text)));
    let node = parse_yaml(&report, 0..text.len());
    let node: Option<Node> = node.into();
    if let Some(node) = node {
        inside(&node, text.len());
    }
    report.into_vec();
});
