//! The body of an incident file, cut into summary, updates and postmortem.
//!
//! Headings are what the Markdown parser says they are, so a `## Resolved` inside a code block or
//! a quotation opens nothing.

use super::front_matter::warn_zone;
use super::heading::{self, Heading, UpdateHeading};
use crate::diagnostic::Report;
use chrono_tz::Tz;
use model::Kind;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A Markdown event with its bytes in the file.
pub type Spanned<'a> = (Event<'a>, Range<usize>);

/// A parsed body.
pub struct Body<'a> {
    /// All events of the body, in order.
    pub events: Vec<Spanned<'a>>,
    /// Positions in `events` of what stands before the first update.
    pub summary: Range<usize>,
    /// In the order of the file.
    pub updates: Vec<Section>,
    /// Positions in `events` of what stands below `# Postmortem`.
    pub postmortem: Option<Range<usize>>,
    /// Whether a heading that was meant to open an update is broken.
    pub broken: bool,
}

/// An update and where it stands.
#[derive(Debug)]
pub struct Section {
    /// What its heading says.
    pub heading: UpdateHeading,
    /// Bytes of the heading in the file.
    pub span: Range<usize>,
    /// Positions in [`Body::events`] of its body.
    pub events: Range<usize>,
}

/// The Markdown that is read: CommonMark, tables, strikethrough, task lists, footnotes, GitHub's
/// alerts. No heading attributes: they would eat the comma in `{a=x, b=y}`.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
}

/// Parses the body at `range` of the report's file.
pub fn parse<'a>(
    report: &Report,
    text: &'a str,
    range: Range<usize>,
    kind: Kind,
    zone: Tz,
) -> Body<'a> {
    let parser = Parser::new_ext(&text[range.clone()], options());
    let events: Vec<Spanned<'a>> = parser
        .into_offset_iter()
        .map(|(event, span)| (event, span.start + range.start..span.end + range.start))
        .collect();
    let mut cutter = Cutter {
        body: Body {
            summary: 0..events.len(),
            updates: Vec::new(),
            postmortem: None,
            broken: false,
            events: Vec::new(),
        },
        open_at: None,
    };
    let mut depth = 0;
    for (i, (event, span)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                let end = heading_end(&events, i);
                let inner = inner_span(&events[i + 1..end], span);
                match level {
                    HeadingLevel::H1 if is_postmortem(&text[inner.clone()]) => {
                        cutter.close(i);
                        cutter.body.postmortem = Some(end + 1..events.len());
                        break;
                    }
                    HeadingLevel::H2 => match heading::read(report, inner, kind, zone) {
                        Heading::Update(update) => {
                            let when = &text[update.when_span.clone()];
                            warn_zone(report, update.when_span.clone(), when, &update.when);
                            cutter.close(i);
                            cutter.open(update, span.clone(), end + 1);
                        }
                        Heading::Broken => cutter.body.broken = true,
                        Heading::Plain => {}
                    },
                    _ => {}
                }
                depth += 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    if cutter.body.postmortem.is_none() {
        cutter.close(events.len());
    }
    let mut body = cutter.body;
    body.events = events;
    body
}

struct Cutter<'a> {
    body: Body<'a>,
    open_at: Option<usize>,
}

impl Cutter<'_> {
    /// Ends what is open before the event at `end`.
    fn close(&mut self, end: usize) {
        match self.open_at {
            None => self.body.summary.end = end,
            Some(update) => self.body.updates[update].events.end = end,
        }
    }

    fn open(&mut self, heading: UpdateHeading, span: Range<usize>, start: usize) {
        self.open_at = Some(self.body.updates.len());
        self.body.updates.push(Section {
            heading,
            span,
            events: start..start,
        });
    }
}

/// Position of the event that ends the heading which starts at `start`.
fn heading_end(events: &[Spanned<'_>], start: usize) -> usize {
    let end = |(event, _): &Spanned<'_>| matches!(event, Event::End(TagEnd::Heading(_)));
    let found = events[start..].iter().position(end);
    found.map_or(start, |offset| start + offset)
}

/// The bytes of a heading's words, without its `#`s.
fn inner_span(inner: &[Spanned<'_>], heading: &Range<usize>) -> Range<usize> {
    match (inner.first(), inner.last()) {
        (Some((_, first)), Some((_, last))) => {
            // A nested end event has the span of the whole element, so take the furthest.
            let end = inner.iter().map(|(_, s)| s.end).max();
            first.start..end.unwrap_or(last.end)
        }
        _ => heading.start..heading.start,
    }
}

fn is_postmortem(words: &str) -> bool {
    let words = words.trim().to_ascii_lowercase();
    matches!(words.as_str(), "postmortem" | "post-mortem" | "post mortem")
}
