//! Two maintenances of one component at the same time are one too many.

use super::readable;
use crate::content::load::Entry;
use crate::content::recurrence::HORIZON_DAYS;
use crate::diagnostic::{Diagnostic, Report};
use crate::when;
use model::time::DAY;
use model::{Incident, Instant, Kind, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A window that is not over, of the entry at this position.
type Planned<'a> = (Span, &'a Entry);

pub(super) fn check(entries: &[Entry], now: Instant) -> Vec<Diagnostic> {
    let mut by_component: BTreeMap<&str, Vec<Planned<'_>>> = BTreeMap::new();
    for (entry, incident) in readable(entries) {
        if incident.kind == Kind::Maintenance {
            for span in ahead(incident, now) {
                for affected in &incident.components {
                    let planned = by_component.entry(&affected.component).or_default();
                    planned.push((span, entry));
                }
            }
        }
    }
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut told: Vec<(&str, &str)> = Vec::new();
    for (component, mut planned) in by_component {
        planned.sort_by_key(|(span, entry)| (span.start, &entry.id));
        // The one that lasts longest of all so far: another may lie in it that is over already.
        let mut longest: Option<&Planned<'_>> = None;
        for next in &planned {
            let Some(before) = longest.replace(next) else {
                continue;
            };
            let ((first, a), (second, b)) = (before, next);
            if first
                .end
                .is_none_or(|end| second.end.is_some_and(|other| other < end))
            {
                longest = Some(before);
            }
            let names = (a.id.as_str(), b.id.as_str());
            if a.id == b.id || !first.overlaps(*second) || told.contains(&names) {
                continue;
            }
            told.push(names);
            let report = Report::new(Arc::clone(&b.source));
            report.warn(
                "windows-overlap",
                b.places.start.clone(),
                format!(
                    "this window meets that of `{}`: `{component}` is in both at {}",
                    a.id,
                    when::utc_text(second.start)
                ),
                "move one of them, or make them one maintenance",
            );
            found.extend(report.into_vec());
        }
    }
    found
}

/// Windows of the last and the coming 400 days: what is long past is nobody's slip any more.
fn ahead(incident: &Incident, now: Instant) -> impl Iterator<Item = Span> {
    let occurrences = incident.occurrences().into_iter();
    let spans = occurrences.map(|occurrence| occurrence.span);
    spans.filter(move |span| {
        !span.is_empty() && span.end.is_none_or(|end| end > now - HORIZON_DAYS * DAY)
    })
}
