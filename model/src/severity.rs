//! How bad an incident is, as a whole.

use crate::Impact;
use serde::{Deserialize, Serialize};

/// Statuspage's incident impact, mildest first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing is broken.
    None,
    /// Slow or blemished.
    #[default]
    Minor,
    /// Broken for some.
    Major,
    /// Broken for most or all.
    Critical,
}

impl Severity {
    /// Every severity, mildest first.
    pub const ALL: [Severity; 4] = [
        Severity::None,
        Severity::Minor,
        Severity::Major,
        Severity::Critical,
    ];

    /// The word in files and APIs.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::None => "none",
            Severity::Minor => "minor",
            Severity::Major => "major",
            Severity::Critical => "critical",
        }
    }

    /// Reads the word of a file.
    pub fn parse(word: &str) -> Option<Severity> {
        Severity::ALL.into_iter().find(|s| s.as_str() == word)
    }

    /// What a plain list of components means: how hard each is hit.
    pub fn default_impact(self) -> Impact {
        match self {
            Severity::None => Impact::Operational,
            Severity::Minor => Impact::DegradedPerformance,
            Severity::Major => Impact::PartialOutage,
            Severity::Critical => Impact::MajorOutage,
        }
    }

    /// The severity that goes with the worst impact of an incident that names none.
    pub fn from_impact(impact: Impact) -> Severity {
        match impact {
            Impact::MajorOutage => Severity::Critical,
            Impact::PartialOutage => Severity::Major,
            Impact::DegradedPerformance => Severity::Minor,
            Impact::Operational | Impact::Unknown | Impact::UnderMaintenance => Severity::None,
        }
    }
}
