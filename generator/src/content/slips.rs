//! What was meant to open an update or the postmortem, but is none to Markdown or to us. Each is
//! an error, for what stands below it would silently be text of something else.

use super::body::{Spanned, is_postmortem};
use super::heading::separated;
use crate::diagnostic::Report;
use crate::when;
use chrono_tz::Tz;
use model::State;
use pulldown_cmark::{Event, HeadingLevel, Tag};
use std::ops::Range;

/// Words that look like a state and are headings of their own right.
const ORDINARY: [&str; 2] = ["schedule", "schedules"];

/// What the postmortem's heading may be.
const POSTMORTEM: [&str; 3] = ["postmortem", "post-mortem", "post mortem"];

/// Reports a heading of the top level that opens nothing and was meant to. `inner` are its words.
pub(super) fn heading(report: &Report, inner: Range<usize>, level: HeadingLevel, zone: Tz) -> bool {
    let source = std::sync::Arc::clone(report.source());
    let words = source.text[inner.clone()].trim();
    if near_postmortem(words) {
        report.error_hint(
            "not-a-postmortem",
            inner,
            format!("`{words}` does not open the postmortem"),
            "write `# Postmortem`, with one `#`",
        );
        return true;
    }
    if level == HeadingLevel::H2 {
        if let Some(state) = turned_round(words, zone) {
            not_an_update(report, inner, state, "the state comes first, then the time");
            return true;
        }
        if let Some(state) = near_state(words) {
            report.error_hint(
                "unknown-state",
                inner,
                format!("`{words}` is no state"),
                format!(
                    "did you mean `## {} — 2024-11-30 04:46 UTC`?",
                    state.heading()
                ),
            );
            return true;
        }
        return false;
    }
    let Some(state) = usual(words, zone).or_else(|| turned_round(words, zone)) else {
        return false;
    };
    not_an_update(report, inner, state, "updates have headings of level 2");
    true
}

/// Reports lines of the paragraph at `span` that were meant to be headings.
pub(super) fn paragraph(report: &Report, span: Range<usize>, zone: Tz) -> bool {
    let source = std::sync::Arc::clone(report.source());
    let text = &source.text[span.clone()];
    if !text.starts_with(['*', '_']) && !text.contains('#') {
        return false;
    }
    if text.starts_with("**") || text.starts_with("__") {
        let words = text.trim().replace("**", "").replace("__", "");
        if let Some(state) = usual(&words, zone).filter(|_| !words.contains('\n')) {
            not_an_update(report, span, state, "bold words open no update");
            return true;
        }
    }
    let mut at = span.start;
    let mut broken = false;
    for line in text.split_inclusive('\n') {
        let place = at..at + line.trim_end().len();
        at += line.len();
        let Some(words) = line.trim().strip_prefix('#') else {
            continue;
        };
        let words = words.trim_start_matches('#');
        if let Some(state) = usual(words, zone) {
            not_an_update(
                report,
                place,
                state,
                "a heading has a blank behind its `#`s",
            );
            broken = true;
        } else if is_postmortem(words) {
            report.error_hint(
                "not-a-postmortem",
                place,
                "a heading has a blank behind its `#`",
                "write `# Postmortem`",
            );
            broken = true;
        }
    }
    broken
}

/// Reports what a merge left behind, wherever it stands in the file but in code.
pub(super) fn conflicts(report: &Report, text: &str, events: &[Spanned<'_>]) {
    if !text.contains("<<<<<<< ") && !text.contains(">>>>>>> ") {
        return;
    }
    let code = |at: usize| {
        events.iter().any(|(event, span)| {
            let literal = matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock));
            literal && span.contains(&at)
        })
    };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let marker = line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
        if marker && !code(start) {
            report.error_hint(
                "merge-conflict",
                start..start + line.trim_end().len(),
                "a merge left this behind",
                "decide which side is right, and take the marks out",
            );
        }
    }
}

fn not_an_update(report: &Report, span: Range<usize>, state: State, why: &str) {
    report.error_hint(
        "not-an-update",
        span,
        format!("this opens no update: {why}"),
        format!("write `## {} — 2024-11-30 04:46 UTC`", state.heading()),
    );
}

/// The state of `Resolved — 2024-11-30 04:46 UTC`.
fn usual(words: &str, zone: Tz) -> Option<State> {
    let words = without_braces(words);
    let (lead, time) = words.split_at(when::find_date(words)?);
    when::parse(time.trim_end(), zone).ok()?;
    State::parse(separated(lead))
}

/// The state of `2024-11-30 04:46 UTC — Resolved` or `Resolved (2024-11-30 04:46 UTC)`.
fn turned_round(words: &str, zone: Tz) -> Option<State> {
    let words = without_braces(words);
    if let Some((lead, time)) = words.strip_suffix(')').and_then(|w| w.split_once('(')) {
        when::parse(time.trim(), zone).ok()?;
        return State::parse(separated(lead));
    }
    if when::find_date(words) != Some(0) {
        return None;
    }
    [" — ", " – ", " - ", " · ", ": "]
        .iter()
        .find_map(|separator| {
            let (time, state) = words.rsplit_once(separator)?;
            when::parse(time.trim(), zone).ok()?;
            State::parse(state)
        })
}

fn without_braces(words: &str) -> &str {
    let words = words.trim();
    match words.rfind('{') {
        Some(open) if words.ends_with('}') => words[..open].trim_end(),
        _ => words,
    }
}

/// The state that one misspelt word was meant to be.
fn near_state(words: &str) -> Option<State> {
    let word = words.to_lowercase();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 5 || word.contains(char::is_whitespace) || ORDINARY.contains(&word.as_str()) {
        return None;
    }
    let all = State::INCIDENT.into_iter().chain(State::MAINTENANCE);
    let distance =
        |state: &State| strsim::damerau_levenshtein(&word, &state.heading().to_lowercase());
    // Not two: `## Investigation` is a heading like any other.
    all.filter(|state| distance(state) <= 1)
        .min_by_key(distance)
}

fn near_postmortem(words: &str) -> bool {
    let word = words.to_lowercase();
    // Longer words cannot be near, and measuring them takes time.
    word.len() < 20
        && POSTMORTEM
            .iter()
            .any(|known| strsim::damerau_levenshtein(&word, known) <= 2)
}

#[cfg(test)]
mod tests;
