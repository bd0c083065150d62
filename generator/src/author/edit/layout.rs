//! How a file lays its updates out, so that a new one looks like the rest.

use crate::author::document::{Document, Section};

/// The looks of an update in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Before the state: `## ` most of the time.
    pub(super) prefix: String,
    /// Between state and time, with its spaces.
    pub(super) separator: String,
    /// Behind time and braces: nothing, closing `#`s, or the line below a heading.
    pub(super) suffix: String,
    /// Empty lines before a heading.
    pub(super) before: usize,
    /// Empty lines after a heading.
    pub(super) after: usize,
    /// A time as the file writes it.
    pub(super) time: String,
}

impl Default for Layout {
    fn default() -> Layout {
        Layout {
            prefix: "## ".to_owned(),
            separator: " — ".to_owned(),
            suffix: String::new(),
            before: 1,
            after: 1,
            time: String::new(),
        }
    }
}

/// More empty lines than this are an accident, not a style.
const MOST_BLANK: usize = 3;

impl Layout {
    /// The layout of `document`, taken from the update at `neighbour`.
    pub(super) fn of(document: &Document, neighbour: Option<usize>) -> Layout {
        let Some(section) = neighbour.and_then(|i| document.updates.get(i)) else {
            return Layout::default();
        };
        let text = document.text();
        let heading = &section.heading;
        let head = &text[section.span.start..heading.when_span.start];
        let words = head.trim_start_matches(['#', ' ', '\t']);
        let state = words.trim_end_matches(|c: char| !c.is_alphanumeric());
        Layout {
            prefix: head[..head.len() - words.len()].to_owned(),
            separator: words[state.len()..].to_owned(),
            suffix: suffix(&text[heading.when_span.end..section.span.end]),
            before: blank_before_headings(document),
            after: blank_after_headings(document),
            time: text[heading.when_span.clone()].to_owned(),
        }
    }
}

/// What stands behind the time, without the braces.
fn suffix(rest: &str) -> String {
    let rest = match (rest.find('{'), rest.rfind('}')) {
        (Some(open), Some(close)) if open < close => {
            format!("{}{}", rest[..open].trim_end(), &rest[close + 1..])
        }
        _ => rest.to_owned(),
    };
    rest.trim_end().to_owned()
}

fn blank_before_headings(document: &Document) -> usize {
    let starts = document.updates.iter().skip(1);
    let last = starts.last().map(|section| section.span.start);
    let blank = last.map(|at| blank_before(document.text(), at));
    blank.unwrap_or(1).min(MOST_BLANK)
}

fn blank_after_headings(document: &Document) -> usize {
    let text = document.text();
    let end = |i: usize| match document.updates.get(i + 1) {
        Some(next) => next.span.start,
        None => document.postmortem.unwrap_or(text.len()),
    };
    let sections = document.updates.iter().enumerate().rev();
    let mut bodies =
        sections.map(|(i, section): (usize, &Section)| &text[section.span.end..end(i)]);
    let first = bodies.find(|body| !body.trim().is_empty());
    first.map_or(1, |body| {
        let space = &body[..body.len() - body.trim_start().len()];
        let lines = space.matches('\n').count();
        lines.saturating_sub(1).min(MOST_BLANK)
    })
}

/// How many empty lines stand directly before the line that begins at `offset`.
pub(super) fn blank_before(text: &str, offset: usize) -> usize {
    let lines = text[..offset].split_inclusive('\n').rev();
    lines.take_while(|line| line.trim().is_empty()).count()
}
