//! The body of an incident file, cut into summary, updates and postmortem.
//!
//! Headings are what the Markdown parser says they are, so a `## Resolved` inside a code block or
//! a quotation opens nothing.

use super::front_matter::warn_zone;
use super::heading::{self, Heading, UpdateHeading};
use super::slips;
use crate::diagnostic::Report;
use chrono_tz::Tz;
use model::Kind;
use model::html::ROOT;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
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
    let mut events: Vec<Spanned<'a>> = parser
        .into_offset_iter()
        .map(|(event, span)| (event, span.start + range.start..span.end + range.start))
        .collect();
    if text[range.clone()].contains("&#") {
        events.iter_mut().for_each(|(event, _)| neutral(event));
    }
    unclosed(report, text, &events, kind, zone);
    slips::conflicts(report, text, &events);
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
                    HeadingLevel::H2 => match heading::read(report, inner.clone(), kind, zone) {
                        Heading::Update(update) => {
                            let when = &text[update.when_span.clone()];
                            warn_zone(report, update.when_span.clone(), when, &update.when);
                            cutter.close(i);
                            cutter.open(update, span.clone(), end + 1);
                        }
                        Heading::Broken => cutter.body.broken = true,
                        Heading::Plain => {
                            cutter.body.broken |= slips::heading(report, inner, *level, zone);
                        }
                    },
                    _ => cutter.body.broken |= slips::heading(report, inner, *level, zone),
                }
                depth += 1;
            }
            Event::Start(tag) => {
                if depth == 0 && *tag == Tag::Paragraph {
                    cutter.body.broken |= slips::paragraph(report, span.clone(), zone);
                }
                depth += 1;
            }
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

/// Takes the character that stands for the way to the root out of what `&#xFDD0;` wrote.
fn neutral(event: &mut Event<'_>) {
    let replace = |text: &mut CowStr<'_>| {
        if text.contains(ROOT) {
            *text = text.replace(ROOT, "\u{fffd}").into();
        }
    };
    match event {
        Event::Text(text) => replace(text),
        Event::Start(
            Tag::Link {
                dest_url, title, ..
            }
            | Tag::Image {
                dest_url, title, ..
            },
        ) => {
            replace(dest_url);
            replace(title);
        }
        _ => {}
    }
}

/// Raw HTML without an end takes all that follows for its own: updates would vanish without a
/// word.
fn unclosed(report: &Report, text: &str, events: &[Spanned<'_>], kind: Kind, zone: Tz) {
    for (event, span) in events {
        if !matches!(event, Event::Start(Tag::HtmlBlock)) {
            continue;
        }
        let html = &text[span.clone()];
        let Some((open, close)) = open_to_the_end(html) else {
            continue;
        };
        let quiet = Report::new(std::sync::Arc::clone(report.source()));
        let mut at = span.start;
        let swallowed = html.split_inclusive('\n').any(|line| {
            let start = at + "## ".len();
            at += line.len();
            line.starts_with("## ")
                && heading::read(&quiet, start..at, kind, zone) != Heading::Plain
        });
        if swallowed {
            report.error_hint(
                "html-not-closed",
                span.start..span.start + open,
                "this HTML has no end, so the updates below it are part of it",
                format!("close it with `{close}`, or take it out"),
            );
        }
    }
}

/// HTML that CommonMark reads up to its end, whatever comes between (§4.6, conditions 1 to 5), and
/// that has none: the length of what opens it, and what would close it.
fn open_to_the_end(html: &str) -> Option<(usize, &'static str)> {
    let html = html.trim_start().to_ascii_lowercase();
    let kinds = [
        ("<!--", "-->"),
        ("<script", "</script>"),
        ("<pre", "</pre>"),
        ("<style", "</style>"),
        ("<textarea", "</textarea>"),
        ("<?", "?>"),
        ("<![cdata[", "]]>"),
    ];
    let found = kinds.iter().find(|(open, _)| html.starts_with(open));
    let (open, close) = found.copied()?;
    (!html.contains(close)).then_some((open.len(), close))
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

/// Whether a heading of these words opens the postmortem.
pub(super) fn is_postmortem(words: &str) -> bool {
    let words = words.trim().to_ascii_lowercase();
    matches!(words.as_str(), "postmortem" | "post-mortem" | "post mortem")
}
