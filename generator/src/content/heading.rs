//! The heading that opens an update: `<State> — <time> {component=impact, auto}`.

use crate::diagnostic::Report;
use crate::suggest;
use crate::when::{self, When};
use chrono_tz::Tz;
use model::{Affected, Impact, Kind, State};
use std::ops::Range;

/// What a heading says when it opens an update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateHeading {
    /// The state from then on.
    pub state: State,
    /// When.
    pub when: When,
    /// Where the time stands, in bytes of the file.
    pub when_span: Range<usize>,
    /// What changes for whom, with the place of each component's id.
    pub impacts: Vec<(Affected, Range<usize>)>,
    /// Written by automation.
    pub auto: bool,
}

/// What a level-2 heading turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// It opens an update.
    Update(UpdateHeading),
    /// It was meant to, but is broken; the reason is in the report.
    Broken,
    /// It is a heading like any other.
    Plain,
}

/// Reads the heading whose text stands at `span` of the report's file.
pub fn read(report: &Report, span: Range<usize>, kind: Kind, zone: Tz) -> Heading {
    let source = std::sync::Arc::clone(report.source());
    let text = &source.text[span.clone()];
    let (words, braces) = split_braces(text);
    let date = when::find_date(words);
    let (before, time) = match date {
        Some(at) => (&words[..at], Some(words[at..].trim_end())),
        None => (words, None),
    };
    let lead = separated(before);
    let state = State::parse(lead);
    let (Some(state), Some(time)) = (state, time) else {
        return no_update(report, span.clone(), words, state, time, kind, zone);
    };
    let time_start = span.start + before.len();
    let when_span = time_start..time_start + time.len();
    let when = match when::parse(time, zone) {
        Ok(when) => when,
        Err(error) => {
            report.error_hint("bad-time", when_span, error.to_string(), error.hint());
            return Heading::Broken;
        }
    };
    if !State::of(kind).contains(&state) {
        let all = State::of(kind).iter().map(|s| s.heading());
        report.error_hint(
            "wrong-state",
            span.start..span.start + lead.len(),
            format!("{} has no state `{}`", kind.with_article(), lead.trim()),
            suggest::hint(lead, all),
        );
        return Heading::Broken;
    }
    let (impacts, auto) = match braces {
        Some(inner) => read_braces(report, span.start + words.len() + 1, inner),
        None => (Vec::new(), false),
    };
    Heading::Update(UpdateHeading {
        state,
        when,
        when_span,
        impacts,
        auto,
    })
}

/// Tells a plain heading from one that was meant to open an update.
fn no_update(
    report: &Report,
    span: Range<usize>,
    words: &str,
    state: Option<State>,
    time: Option<&str>,
    kind: Kind,
    zone: Tz,
) -> Heading {
    match (state, time) {
        (Some(state), _) => {
            report.error_hint(
                "time-missing",
                span,
                format!("this `{}` update has no time", state.heading()),
                format!("write `## {} — 2024-11-30 04:46 UTC`", state.heading()),
            );
            Heading::Broken
        }
        (None, Some(time)) if when::parse(time, zone).is_ok() => {
            let word = separated(&words[..words.len() - time.len()]);
            let all = State::of(kind).iter().map(|s| s.heading());
            report.error_hint(
                "unknown-state",
                span,
                format!("this heading ends in a time, but `{word}` is no state"),
                suggest::hint(word, all),
            );
            Heading::Broken
        }
        (None, _) => match state_with_rest(words) {
            Some((state, rest)) => {
                let start = span.start + words.len() - rest.len();
                report.error_hint(
                    "bad-time",
                    start..start + rest.trim_end().len(),
                    format!("`{}` is not a time", rest.trim()),
                    format!("write `## {} — 2024-11-30 04:46 UTC`", state.heading()),
                );
                Heading::Broken
            }
            None => Heading::Plain,
        },
    }
}

/// A known state, a separator, and something that is no date: `Resolved — this morning`.
fn state_with_rest(words: &str) -> Option<(State, &str)> {
    let at = words.find(|c: char| is_separator(c) && c != '-' || c == '@')?;
    let state = State::parse(&words[..at])?;
    let separator = words[at..].chars().next()?;
    Some((state, words[at + separator.len_utf8()..].trim_start()))
}

/// What stands before a separator.
pub(super) fn separated(lead: &str) -> &str {
    lead.trim_end_matches(|c: char| c.is_whitespace() || is_separator(c))
}

fn is_separator(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '·' | ':' | '@' | '―' | '−')
}

/// Cuts `{…}` off the end: the words with their trailing space, and what is inside the braces.
fn split_braces(text: &str) -> (&str, Option<&str>) {
    let trimmed = text.trim_end();
    match (trimmed.strip_suffix('}'), trimmed.rfind('{')) {
        (Some(body), Some(open)) => (&text[..open], Some(&body[open + 1..])),
        _ => (text, None),
    }
}

/// Reads `component=impact, other=impact, auto`; `base` is where the text stands in the file.
fn read_braces(report: &Report, base: usize, inner: &str) -> (Vec<(Affected, Range<usize>)>, bool) {
    let mut impacts = Vec::new();
    let mut auto = false;
    let mut offset = 0;
    for part in inner.split_inclusive([',', ' ']) {
        let start = base + offset;
        offset += part.len();
        let part = part.trim_end_matches([',', ' ']);
        let span = start..start + part.len();
        match part.split_once('=') {
            _ if part.is_empty() => {}
            None if part == "auto" => auto = true,
            None => report.error_hint(
                "bad-attribute",
                span,
                format!("`{part}` is not understood here"),
                "write `{component=impact, other=impact}`",
            ),
            Some((component, word)) => match Impact::parse(word) {
                Some(impact) => {
                    let place = start..start + component.len();
                    let component = component.to_owned();
                    impacts.push((Affected { component, impact }, place));
                }
                None => report.error_hint(
                    "unknown-impact",
                    start + component.len() + 1..span.end,
                    format!("`{word}` is no impact"),
                    suggest::hint(word, Impact::WRITABLE.iter().map(|i| i.as_str())),
                ),
            },
        }
    }
    (impacts, auto)
}

#[cfg(test)]
mod tests;
