//! From a repository to a site at an instant; and the calendar of the site's zone.

use crate::project::Project;
use crate::when;
use app::pages::{Civil, Clock, Month};
use chrono::{Datelike, Days, Timelike};
use chrono_tz::{OffsetName, Tz};
use model::{Instant, Kind, Site};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The published site; drafts only if asked for. Broken files are left out.
pub fn site(project: &Project, now: Instant, drafts: bool) -> Site {
    let incidents = project.entries.iter().filter_map(|e| e.incident.as_ref());
    let published = incidents.filter(|i| drafts || !i.draft).map(Arc::clone);
    let config = &project.config;
    Site::new(
        config.meta.clone(),
        config.components.clone(),
        published.collect(),
        now,
    )
}

/// The clock on the wall of the site.
pub struct WallClock(pub Tz);

impl Clock for WallClock {
    fn civil(&self, at: Instant) -> Civil {
        let local = when::utc(at).unwrap_or_default().with_timezone(&self.0);
        Civil {
            year: local.year(),
            month: local.month(),
            day: local.day(),
            hour: local.hour(),
            minute: local.minute(),
            weekday: local.weekday().number_from_monday(),
            // Zones without a name of their own say their offset.
            zone: match local.offset().abbreviation() {
                Some(name) if !name.starts_with(['+', '-']) => name.to_owned(),
                _ => format!("UTC{}", local.format("%:z")),
            },
        }
    }

    fn rfc3339(&self, at: Instant) -> String {
        let time = when::utc(at).unwrap_or_default();
        time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }
}

/// The last `edges` local midnights up to and including the end of today, ascending.
pub fn midnights(now: Instant, zone: Tz, edges: usize) -> Vec<Instant> {
    let tomorrow = when::date(now, zone) + Days::new(1);
    let back = |days: usize| {
        let days = Days::new(u64::try_from(days).unwrap_or_default());
        when::midnight(tomorrow - days, zone)
    };
    (0..edges).rev().map(back).collect()
}

/// What began in which month, newest first. A recurring maintenance stands where it first began;
/// what lies ahead is no history yet.
pub fn months(site: &Site, zone: Tz) -> Vec<Month> {
    let mut months: BTreeMap<(i32, u32), Vec<usize>> = BTreeMap::new();
    for (i, incident) in site.incidents.iter().enumerate() {
        let Some(start) = incident.start() else {
            continue;
        };
        if incident.kind == Kind::Maintenance && start > site.now {
            continue;
        }
        let date = when::date(start, zone);
        months
            .entry((date.year(), date.month()))
            .or_default()
            .push(i);
    }
    let newest_first = months.into_iter().rev();
    let month = |((year, month), incidents)| Month {
        year,
        month,
        incidents,
    };
    newest_first.map(month).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_end_at_the_end_of_today_and_follow_the_clocks() {
        let now = when::parse("2025-10-27 12:00", Tz::Europe__Berlin)
            .unwrap()
            .at;
        let edges = midnights(now, Tz::Europe__Berlin, 3);
        let texts: Vec<_> = edges.iter().map(|e| when::utc_text(*e)).collect();
        assert_eq!(
            texts,
            [
                "2025-10-25 22:00 UTC",
                "2025-10-26 23:00 UTC",
                "2025-10-27 23:00 UTC"
            ]
        );
    }

    #[test]
    fn zones_are_named_as_people_name_them() {
        let at = when::parse("2025-07-01 12:00 UTC", Tz::UTC).unwrap().at;
        assert_eq!(WallClock(Tz::Europe__Berlin).civil(at).zone, "CEST");
        assert_eq!(
            WallClock(Tz::America__Sao_Paulo).civil(at).zone,
            "UTC-03:00"
        );
        assert_eq!(WallClock(Tz::UTC).rfc3339(at), "2025-07-01T12:00:00Z");
    }
}
