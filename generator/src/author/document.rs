//! An incident file as somebody sees it who wants to change it: what it says and where that stands.

use crate::content::body;
use crate::content::front_matter;
use crate::content::heading::UpdateHeading;
use crate::content::split::{self, Parts};
use crate::diagnostic::{Diagnostic, Report, has_errors};
use crate::source::SourceFile;
use crate::tree::{Entry, Node, Value};
use chrono_tz::Tz;
use model::{Kind, State};
use std::ops::Range;
use std::sync::Arc;

/// A file that can be read well enough to be edited.
#[derive(Debug)]
pub struct Document {
    /// The file, byte for byte.
    pub source: Arc<SourceFile>,
    /// Front matter and body.
    pub parts: Parts,
    /// The zone of times that name none.
    pub zone: Tz,
    /// What sort of file it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// In the order of the file.
    pub updates: Vec<Section>,
    /// The first byte of the line of `# Postmortem`.
    pub postmortem: Option<usize>,
    front: Node,
}

/// An update's heading and where it stands.
#[derive(Clone, Debug)]
pub struct Section {
    /// What it says.
    pub heading: UpdateHeading,
    /// From the beginning of its line to the end of its last one, without the line end.
    pub span: Range<usize>,
}

impl Document {
    /// Reads the file. What makes it impossible to know what it says is an error, and then all that
    /// is wrong with it comes back.
    pub fn read(source: Arc<SourceFile>, zone: Tz) -> Result<Document, Vec<Diagnostic>> {
        let report = Report::new(Arc::clone(&source));
        let document = Document::parse(&report, source, zone);
        let found = report.into_vec();
        match document {
            Some(document) if !has_errors(&found) => Ok(document),
            _ => Err(found),
        }
    }

    fn parse(report: &Report, source: Arc<SourceFile>, zone: Tz) -> Option<Document> {
        let text = &source.text;
        let parts = split::split(report)?;
        let node = split::front_matter(report, &parts)?;
        let front = front_matter::read(report, &node, zone);
        let body = body::parse(report, text, parts.body.clone(), front.kind, zone);
        // The event before the postmortem's first is the end of its heading, which has the span of
        // the whole heading.
        let postmortem = body.postmortem.as_ref().and_then(|events| {
            let (_, span) = body.events.get(events.start.checked_sub(1)?)?;
            Some(line_start(text, span.start))
        });
        let updates = body.updates.into_iter().map(|section| Section {
            span: line_start(text, section.span.start)
                ..text[..section.span.end]
                    .trim_end_matches(['\r', '\n'])
                    .len(),
            heading: section.heading,
        });
        Some(Document {
            kind: front.kind,
            title: front.title.map(|at| at.value).unwrap_or_default(),
            updates: updates.collect(),
            postmortem,
            zone,
            parts,
            front: node,
            source,
        })
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.source.text
    }

    /// What the front matter says of `key`.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// Keys and values of the front matter, in order.
    pub fn entries(&self) -> &[Entry] {
        match &self.front.value {
            Value::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The line ends of the file: those of the majority.
    pub fn line_end(&self) -> &'static str {
        line_ends_of(self.text())
    }

    /// The update that was written last, by time; of equal ones the one that the file's direction
    /// makes the later.
    pub fn latest(&self) -> Option<&Section> {
        let at = |section: &&Section| section.heading.when.at;
        if self.newest_first() {
            self.updates.iter().rev().max_by_key(at)
        } else {
            self.updates.iter().max_by_key(at)
        }
    }

    /// The words of an update, in Markdown.
    pub fn words(&self, section: &Section) -> &str {
        let end = self.updates.iter().map(|other| other.span.start);
        let end = end
            .chain(self.postmortem)
            .filter(|at| *at >= section.span.end)
            .min();
        &self.text()[section.span.end..end.unwrap_or(self.text().len())]
    }

    /// The state that the last update left it in.
    pub fn state(&self) -> Option<State> {
        self.latest().map(|section| section.heading.state)
    }

    /// Whether new updates go on top. One update alone has no direction and counts as oldest first.
    pub fn newest_first(&self) -> bool {
        let (rising, falling) = self.direction();
        falling > rising
    }

    /// Whether the updates are neither oldest first nor newest first.
    pub fn mixed(&self) -> bool {
        let (rising, falling) = self.direction();
        rising > 0 && falling > 0
    }

    fn direction(&self) -> (usize, usize) {
        let at = |section: &Section| section.heading.when.at;
        let pairs = || self.updates.windows(2);
        let rising = pairs().filter(|w| at(&w[0]) < at(&w[1])).count();
        let falling = pairs().filter(|w| at(&w[0]) > at(&w[1])).count();
        (rising, falling)
    }
}

/// The first byte of the line that holds `offset`.
pub(super) fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |at| at + 1)
}

/// The first byte of the line after the one that holds `offset`, or the end of the text.
pub(super) fn next_line(text: &str, offset: usize) -> usize {
    text[offset..]
        .find('\n')
        .map_or(text.len(), |at| offset + at + 1)
}

/// The line ends of most lines of `text`.
pub(super) fn line_ends_of(text: &str) -> &'static str {
    let all = text.matches('\n').count();
    let windows = text.matches("\r\n").count();
    if windows * 2 > all { "\r\n" } else { "\n" }
}
