//! A component's days in a row: the worst of each, and what caused it.

use crate::site::combine;
use crate::{Impact, Instant, Site, Span};

/// One day of a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// From midnight to midnight in the site's zone (23 to 25 hours).
    pub span: Span,
    /// The worst state of the day, by [`Site::state`].
    pub worst: Impact,
    /// Seconds in which the state was trouble (degraded or worse).
    pub trouble: i64,
    /// Positions in [`Site::incidents`] of what touched it.
    pub incidents: Vec<usize>,
}

/// The days of the component at this position. `midnights` are the edges: `n + 1` for `n` days,
/// ascending, in the site's zone; nothing after `now` counts.
pub fn days(site: &Site, component: usize, midnights: &[Instant]) -> Vec<Day> {
    let Some(&first) = midnights.first() else {
        return Vec::new();
    };
    // The state at this very moment counts, although no time has passed in it yet.
    let window = Span::new(first, site.now + 1);
    let recent: Vec<_> = site
        .hits(component)
        .iter()
        .filter_map(|hit| Some((hit.span.clip(window)?, hit.impact, hit.incident)))
        .collect();
    midnights
        .windows(2)
        .map(|edges| day(site, Span::new(edges[0], edges[1]), &recent))
        .collect()
}

fn day(site: &Site, span: Span, hits: &[(Span, Impact, usize)]) -> Day {
    let mut parts = Vec::new();
    let mut incidents = Vec::new();
    let mut edges = Vec::new();
    for &(hit, impact, incident) in hits {
        let Some(part) = hit.clip(span) else { continue };
        if !incidents.contains(&incident) {
            incidents.push(incident);
        }
        edges.extend([Some(part.start), part.end].into_iter().flatten());
        parts.push((part, site.incidents[incident].kind, impact));
    }
    edges.sort();
    // Between two edges nothing changes, so the state at the first holds up to the second.
    let mut worst = Impact::Operational;
    let mut trouble = 0;
    for edge in edges.windows(2) {
        let now = parts.iter().filter(|(part, ..)| part.contains(edge[0]));
        let state = combine(now.map(|&(_, kind, impact)| (kind, impact)));
        worst = worst.max(state);
        if state.is_trouble() {
            trouble += Span::new(edge[0], edge[1].min(site.now)).seconds(site.now);
        }
    }
    Day {
        span,
        worst,
        trouble,
        incidents,
    }
}

/// Seconds covered by at least one of `spans`; open ends count up to `now`.
pub fn covered(mut spans: Vec<Span>, now: Instant) -> i64 {
    spans.sort_by_key(|s| s.start);
    let mut total = 0;
    let mut reached = None;
    for span in spans {
        let end = span.end.unwrap_or(now);
        let start = reached.map_or(span.start, |r: Instant| r.max(span.start));
        total += (end - start).max(0);
        reached = reached.max(Some(end));
    }
    total
}

#[cfg(test)]
mod tests;
