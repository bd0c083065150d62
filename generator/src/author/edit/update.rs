//! A new update, put where it belongs.

use super::layout::{Layout, blank_before};
use super::{Edit, EditError, check_message, with_text};
use crate::author::document::{Document, Section};
use crate::author::time;
use model::{Affected, Instant, State};
use std::fmt::Write;

/// An update that is not in the file yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUpdate {
    /// The state from then on.
    pub state: State,
    /// When.
    pub at: Instant,
    /// What changes for whom.
    pub impacts: Vec<Affected>,
    /// Written by automation.
    pub auto: bool,
    /// Its text, in Markdown; may be empty.
    pub message: String,
}

/// Where an update goes in and what is around it.
struct Place {
    /// The byte at which it is inserted: the beginning of a line, or the end of the file.
    offset: usize,
    /// Its position among the updates of the file.
    position: usize,
    /// Whether a heading follows.
    before_heading: bool,
}

/// The edit that adds `update` to `document`, in the file's own direction, line ends and style.
pub fn insert(document: &Document, update: &NewUpdate) -> Result<Edit, EditError> {
    check_message(&update.message, document.kind, document.zone)?;
    let place = place(document, update.at);
    // A neighbour that was there before the new one has the look of the newest style.
    let neighbour = place.position.min(document.updates.len().saturating_sub(1));
    let layout = Layout::of(document, Some(neighbour));
    // The file's own spacing first. If that fuses the heading with the text above, as HTML without
    // an empty line behind it does, an empty line more helps.
    let attempt = |update: &NewUpdate| {
        let edits = [0, 1].into_iter().map(|least| Edit {
            range: place.offset..place.offset,
            text: render(document, &place, &layout, update, least),
        });
        let mut edits = edits.filter(|edit| is_proved(document, &place, update, edit));
        edits.next()
    };
    if let Some(edit) = attempt(update) {
        return Ok(edit);
    }
    let silent = NewUpdate {
        message: String::new(),
        ..update.clone()
    };
    if attempt(&silent).is_some() {
        return Err(EditError::Message("what follows would become part of it"));
    }
    let above = document.updates[..place.position].last();
    let above = above.map_or(document.parts.body.start, |section| section.span.start);
    Err(EditError::Swallowed {
        path: document.source.display_path(),
        line: document.source.position(above).line,
    })
}

/// By time; in a file whose updates are in no order, at the end where most newer ones are.
fn place(document: &Document, at: Instant) -> Place {
    let updates = &document.updates;
    let newest_first = document.newest_first();
    let position = match (newest_first, document.mixed()) {
        (true, true) => 0,
        (false, true) => updates.len(),
        (true, false) => updates.partition_point(|s| s.heading.when.at > at),
        (false, false) => updates.partition_point(|s| s.heading.when.at <= at),
    };
    let next = updates.get(position).map(|section| section.span.start);
    let next = next.or(document.postmortem);
    Place {
        offset: next.unwrap_or(document.text().len()),
        position,
        before_heading: next.is_some(),
    }
}

fn render(
    document: &Document,
    place: &Place,
    layout: &Layout,
    update: &NewUpdate,
    least: usize,
) -> String {
    let text = document.text();
    let end = document.line_end();
    let mut out = String::new();
    if place.offset > 0 && !text[..place.offset].ends_with('\n') {
        out.push_str(end);
    }
    let above = &text[document.parts.body.start..place.offset];
    let there = blank_before(text, place.offset);
    if !above.trim().is_empty() || !place.before_heading {
        let wanted = layout.before.max(least);
        out.push_str(&end.repeat(wanted.saturating_sub(there)));
    }
    out.push_str(&heading(layout, update));
    out.push_str(end);
    let message = update.message.trim_end().trim_start_matches(['\r', '\n']);
    if !message.is_empty() {
        out.push_str(&end.repeat(layout.after));
        for line in message.lines() {
            out.push_str(line);
            out.push_str(end);
        }
    }
    if place.before_heading {
        let wanted = if there > 0 { there } else { layout.before };
        out.push_str(&end.repeat(wanted.max(least)));
    }
    out
}

fn heading(layout: &Layout, update: &NewUpdate) -> String {
    let mut out = format!(
        "{}{}{}{}",
        layout.prefix,
        update.state.heading(),
        layout.separator,
        time::like(&layout.time, update.at)
    );
    let mut inner = String::new();
    for Affected { component, impact } in &update.impacts {
        // Writing to a String cannot fail.
        let _ = write!(inner, "{component}={}, ", impact.as_str());
    }
    if update.auto {
        inner.push_str("auto");
    }
    let inner = inner.trim_end_matches([',', ' ']);
    if !inner.is_empty() {
        let _ = write!(out, " {{{inner}}}");
    }
    out.push_str(&layout.suffix);
    out
}

/// Whether the edited text says exactly what the old one says, and the new update at its place.
fn is_proved(document: &Document, place: &Place, update: &NewUpdate, edit: &Edit) -> bool {
    let edited = with_text(&document.source, edit.apply(document.text()));
    let Ok(edited) = Document::read(edited, document.zone) else {
        return false;
    };
    let grown = edit.text.len();
    let moved = |at: usize| {
        if at < edit.range.start {
            at
        } else {
            at + grown
        }
    };
    let same = |old: &Section, new: &Section| {
        moved(old.span.start) == new.span.start
            && old.heading.state == new.heading.state
            && old.heading.when == new.heading.when
            && impacts(old).eq(impacts(new))
    };
    let (before, rest) = edited
        .updates
        .split_at(place.position.min(edited.updates.len()));
    let Some((new, after)) = rest.split_first() else {
        return false;
    };
    let old = document.updates.iter();
    edited.updates.len() == document.updates.len() + 1
        && edited.postmortem == document.postmortem.map(moved)
        && old
            .zip(before.iter().chain(after))
            .all(|(old, new)| same(old, new))
        && new.heading.state == update.state
        && new.heading.when.at == update.at
        && new.heading.auto == update.auto
        && impacts(new).eq(&update.impacts)
}

fn impacts(section: &Section) -> impl Iterator<Item = &Affected> {
    section.heading.impacts.iter().map(|(affected, _)| affected)
}
