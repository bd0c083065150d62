//! Whether the story that the updates tell can be true at `now`.

use crate::config::Config;
use crate::content::load::Entry;
use crate::diagnostic::Report;
use crate::when;
use model::time::{DAY, MINUTE};
use model::{Incident, Instant, Kind, State};

/// Clocks differ; less than this is not the future.
pub const TOLERANCE: i64 = 5 * MINUTE;

pub(super) fn check(
    report: &Report,
    config: &Config,
    entry: &Entry,
    incident: &Incident,
    now: Instant,
) {
    backwards(report, entry, incident);
    future(report, entry, incident, now);
    if incident.kind == Kind::Incident {
        resolved_silently(report, entry, incident);
        // It is only open by mistake.
        if !resolved_before_start(report, entry, incident) {
            stale(report, config, entry, incident, now);
        }
    }
}

/// Going back is usually two updates with swapped words. Opening a resolved incident again is not
/// going back.
fn backwards(report: &Report, entry: &Entry, incident: &Incident) {
    if incident.kind == Kind::Maintenance && incident.repeat.is_some() {
        // Each occurrence begins anew.
        return;
    }
    for (i, pair) in incident.updates.windows(2).enumerate() {
        let (before, after) = (pair[0].state, pair[1].state);
        let reopened =
            before == State::Resolved && matches!(after, State::Investigating | State::Identified);
        if after.rank() < before.rank() && !reopened {
            let span = entry.places.updates.get(i + 1).cloned().unwrap_or_default();
            report.warn(
                "state-backwards",
                span,
                format!("`{}` comes after `{}`", after.heading(), before.heading()),
                "check the order and the times of these two updates",
            );
        }
    }
}

/// A warning, not an error: a build with an earlier `--now` must stay possible. The commands that
/// write refuse such a time.
fn future(report: &Report, entry: &Entry, incident: &Incident, now: Instant) {
    let updates = incident.updates.iter().zip(&entry.places.updates);
    let updates = updates.map(|(update, span)| (update.at, span));
    let edges = match incident.kind {
        Kind::Incident => [
            (incident.started, &entry.places.start),
            (incident.resolved, &entry.places.end),
        ],
        // Plans lie in the future.
        Kind::Maintenance | Kind::Notice => {
            [(None, &entry.places.start), (None, &entry.places.end)]
        }
    };
    let edges = edges.into_iter().filter_map(|(at, span)| Some((at?, span)));
    for (at, span) in updates.chain(edges).filter(|(at, _)| *at > now + TOLERANCE) {
        report.warn(
            "future",
            span.clone(),
            format!("{} lies in the future", when::utc_text(at)),
            "check the date, and whether the zone is right",
        );
    }
}

/// A mistyped time would leave it open for ever, with a resolution that nobody sees.
fn resolved_before_start(report: &Report, entry: &Entry, incident: &Incident) -> bool {
    let first = incident.updates.iter().find(|u| !u.state.is_final());
    let Some(start) = incident.started.or(first.map(|u| u.at)) else {
        return false;
    };
    let updates = incident.updates.iter().zip(&entry.places.updates);
    let mut found = false;
    for (update, span) in updates.filter(|(u, _)| u.state.is_final() && u.at < start) {
        found = true;
        report.error_hint(
            "resolved-before-start",
            span.clone(),
            format!(
                "`{}` comes before it began, {}",
                update.state.heading(),
                when::utc_text(start)
            ),
            "one of the two times is mistyped, or in another zone than it says",
        );
    }
    found
}

fn resolved_silently(report: &Report, entry: &Entry, incident: &Incident) {
    let told = incident.updates.last().is_some_and(|u| u.state.is_final());
    // Of a file that says nothing at all, that is told already.
    let empty = incident.updates.is_empty() && incident.text.summary.is_empty();
    if incident.resolved.is_some() && !told && !empty {
        report.warn(
            "resolved-without-update",
            entry.places.end.clone(),
            "this is resolved, but no update says so",
            "add an update `## Resolved — …` that tells readers how it ended",
        );
    }
}

fn stale(report: &Report, config: &Config, entry: &Entry, incident: &Incident, now: Instant) {
    if !incident.is_open(now) {
        return;
    }
    let last = incident.update_at(now).map(|i| incident.updates[i].at);
    let Some(last) = last.or(incident.start()) else {
        return;
    };
    let days = (now - last) / DAY;
    if days >= config.stale_after_days {
        let span = entry.places.updates.last().unwrap_or(&entry.places.title);
        report.warn(
            "stale",
            span.clone(),
            format!("this incident is open, and for {days} days without an update"),
            format!("`allclear resolve {0}` or `allclear update {0}`", entry.id),
        );
    }
}
