//! The project's own terms (DESIGN.md §1) in the reader's language.

use super::Words;
use model::{Impact, Kind, Severity, State};

impl Words {
    /// "Major outage"
    pub fn impact(&self, impact: Impact) -> &str {
        match impact {
            Impact::Operational => self.impact_operational(),
            Impact::Unknown => self.impact_unknown(),
            Impact::UnderMaintenance => self.impact_under_maintenance(),
            Impact::DegradedPerformance => self.impact_degraded_performance(),
            Impact::PartialOutage => self.impact_partial_outage(),
            Impact::MajorOutage => self.impact_major_outage(),
        }
    }

    /// "Critical"
    pub fn severity(&self, severity: Severity) -> &str {
        match severity {
            Severity::None => self.severity_none(),
            Severity::Minor => self.severity_minor(),
            Severity::Major => self.severity_major(),
            Severity::Critical => self.severity_critical(),
        }
    }

    /// "Investigating"
    pub fn state(&self, state: State) -> &str {
        match state {
            State::Investigating => self.state_investigating(),
            State::Identified => self.state_identified(),
            State::Monitoring => self.state_monitoring(),
            State::Resolved => self.state_resolved(),
            State::Scheduled => self.state_scheduled(),
            State::InProgress => self.state_in_progress(),
            State::Verifying => self.state_verifying(),
            State::Completed => self.state_completed(),
            State::Cancelled => self.state_cancelled(),
        }
    }

    /// "Maintenance"
    pub fn kind(&self, kind: Kind) -> &str {
        match kind {
            Kind::Incident => self.kind_incident(),
            Kind::Maintenance => self.kind_maintenance(),
            Kind::Notice => self.kind_notice(),
        }
    }

    /// What stands before the time that an open incident has lasted: "Down for".
    pub fn lasting(&self, impact: Impact) -> &str {
        match impact {
            Impact::MajorOutage => self.lasting_major_outage(),
            Impact::PartialOutage => self.lasting_partial_outage(),
            Impact::DegradedPerformance => self.lasting_degraded_performance(),
            Impact::Operational | Impact::Unknown | Impact::UnderMaintenance => {
                self.lasting_operational()
            }
        }
    }

    /// "Database, Job queue and 2 more": at most `most` names.
    pub fn names<'n>(&self, names: impl IntoIterator<Item = &'n str>, most: usize) -> String {
        let names: Vec<&str> = names.into_iter().collect();
        let shown = if names.len() > most {
            most.max(1)
        } else {
            names.len()
        };
        let list = names[..shown].join(self.list_separator());
        match names.len() - shown {
            0 => list,
            rest => self.names_and_more(rest, &list),
        }
    }
}
