//! A component's days in a row: the worst of each, and what caused it.

use crate::{Impact, Instant, Kind, Site, Span};

/// One day of a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// From midnight to midnight in the site's zone (23 to 25 hours), the last one up to now.
    pub span: Span,
    /// The worst state of the day.
    pub worst: Impact,
    /// Seconds of trouble (degraded or worse), overlaps counted once.
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
    let window = Span::new(first, site.now);
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
    let mut worst = None;
    let mut maintenance = false;
    let mut incidents = Vec::new();
    let mut troubled = Vec::new();
    for &(hit, impact, incident) in hits {
        let Some(part) = hit.clip(span) else { continue };
        if !incidents.contains(&incident) {
            incidents.push(incident);
        }
        if site.incidents[incident].kind == Kind::Maintenance {
            maintenance = true;
        } else {
            worst = worst.max(Some(impact));
            if impact.is_trouble() {
                troubled.push(part);
            }
        }
    }
    let quiet = if maintenance {
        Impact::UnderMaintenance
    } else {
        Impact::Operational
    };
    Day {
        span,
        worst: worst.map_or(quiet, |w| w.max(quiet)),
        trouble: covered(troubled, site.now),
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
