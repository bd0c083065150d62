//! YAML 1.2 through saphyr's event parser.

use super::{Entry, Node, Scalar, Value};
use crate::diagnostic::Report;
use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};
use std::ops::Range;

/// Nobody writes a table of more keys than this.
const MAX_KEYS: usize = 1_000;

/// Deeper nesting is refused rather than followed down the stack.
const MAX_DEPTH: usize = 64;

/// Reads the YAML at `range` of the report's file. `None` if it is no YAML or not one table; the
/// reason is in the report.
pub fn parse(report: &Report, range: Range<usize>) -> Option<Node> {
    let source = std::sync::Arc::clone(report.source());
    let text = &source.text[range.clone()];
    let mut reader = Reader {
        report,
        base: range.start,
        offsets: Offsets::new(text),
        parser: Parser::new_from_str(text),
        failed: false,
    };
    let root = reader.document();
    if reader.failed { None } else { Some(root) }
}

struct Reader<'a> {
    report: &'a Report,
    base: usize,
    offsets: Offsets,
    parser: Parser<'a, StrInput<'a>>,
    failed: bool,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Node {
        loop {
            match self.next() {
                Some((Event::StreamStart | Event::DocumentStart(_), _)) => {}
                Some((event, span)) => return self.node(event, span, 0),
                None => return self.null(self.base..self.base),
            }
        }
    }

    fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        match self.parser.next_event()? {
            Ok((event, span)) => {
                let span = self.span(span);
                Some((event, span))
            }
            Err(error) => {
                let at = self.base + self.offsets.byte(error.marker().index());
                self.fail(at..at + 1, format!("this is not YAML: {}", error.info()));
                None
            }
        }
    }

    fn node(&mut self, event: Event<'a>, span: Range<usize>, depth: usize) -> Node {
        if depth > MAX_DEPTH {
            self.fail(span.clone(), "too deeply nested".to_owned());
            return self.null(span);
        }
        match event {
            Event::Scalar(text, style, _, _) => Node {
                value: scalar(&text, style),
                span,
            },
            Event::SequenceStart(..) => self.list(span, depth),
            Event::MappingStart(..) => self.table(span, depth),
            Event::Alias(_) => {
                self.fail(
                    span.clone(),
                    "YAML aliases are not read here; write the value out".to_owned(),
                );
                self.null(span)
            }
            _ => self.null(span),
        }
    }

    fn list(&mut self, start: Range<usize>, depth: usize) -> Node {
        let mut items = Vec::new();
        loop {
            match self.next() {
                None | Some((Event::SequenceEnd, _)) => break,
                Some((event, span)) => items.push(self.node(event, span, depth + 1)),
            }
        }
        Node {
            span: around(start, items.last().map(|n: &Node| n.span.end)),
            value: Value::List(items),
        }
    }

    fn table(&mut self, start: Range<usize>, depth: usize) -> Node {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let (event, key_span) = match self.next() {
                None | Some((Event::MappingEnd, _)) => break,
                Some(next) => next,
            };
            let key = match &event {
                Event::Scalar(text, ..) => text.to_string(),
                _ => {
                    self.fail(key_span.clone(), "a key must be a word".to_owned());
                    String::new()
                }
            };
            if !matches!(event, Event::Scalar(..)) {
                self.node(event, key_span.clone(), depth + 1);
            }
            let Some((event, span)) = self.next() else {
                break;
            };
            let node = self.node(event, span, depth + 1);
            if entries.len() >= MAX_KEYS {
                self.fail(key_span, format!("more than {MAX_KEYS} keys"));
                continue;
            }
            if entries.iter().any(|e| e.key == key) {
                self.report.error_hint(
                    "duplicate-key",
                    key_span,
                    format!("`{key}` is there twice"),
                    "keep one of the two",
                );
                continue;
            }
            entries.push(Entry {
                key,
                key_span,
                node,
            });
        }
        Node {
            span: around(start, entries.last().map(|e| e.node.span.end)),
            value: Value::Table(entries),
        }
    }

    fn null(&self, span: Range<usize>) -> Node {
        Node {
            span,
            value: Value::Null,
        }
    }

    fn span(&self, span: Span) -> Range<usize> {
        let start = self.base + self.offsets.byte(span.start.index());
        let end = self.base + self.offsets.byte(span.end.index());
        start..end.max(start)
    }

    fn fail(&mut self, span: Range<usize>, message: String) {
        // The parser is lost after its first error; more would be noise.
        if !self.failed {
            let hint = "quote a value that contains `: `, ` #` or starts with a sign such as `*`, \
                        and indent with spaces, not tabs";
            self.report.error_hint("invalid-yaml", span, message, hint);
        }
        self.failed = true;
    }
}

fn around(start: Range<usize>, end: Option<usize>) -> Range<usize> {
    start.start..end.unwrap_or(start.end).max(start.end)
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    match style {
        ScalarStyle::Plain if matches!(text, "" | "~" | "null" | "Null" | "NULL") => Value::Null,
        ScalarStyle::Plain => Value::Scalar(text.to_owned(), Scalar::Plain),
        _ => Value::Scalar(text.to_owned(), Scalar::Quoted),
    }
}

/// The parser counts characters, files are bytes.
struct Offsets(Option<Vec<usize>>);

impl Offsets {
    fn new(text: &str) -> Offsets {
        if text.is_ascii() {
            return Offsets(None);
        }
        let starts = text.char_indices().map(|(i, _)| i);
        Offsets(Some(starts.chain([text.len()]).collect()))
    }

    fn byte(&self, character: usize) -> usize {
        match &self.0 {
            None => character,
            Some(starts) => starts
                .get(character)
                .or(starts.last())
                .copied()
                .unwrap_or_default(),
        }
    }
}
