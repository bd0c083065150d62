//! What an incident does to a component.

use serde::{Deserialize, Serialize};

/// The condition of one component: Atlassian Statuspage's five, and the one only we can show.
///
/// The order is how loudly a page must speak of it, calmest first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Impact {
    /// It works.
    #[default]
    Operational,
    /// Nobody looked, or what was seen is too old to say.
    Unknown,
    /// Announced work is going on.
    UnderMaintenance,
    /// It works, but slowly or with blemishes.
    DegradedPerformance,
    /// It fails for some, or in part.
    PartialOutage,
    /// It fails for most or all.
    MajorOutage,
}

impl Impact {
    /// Every impact, calmest first.
    pub const ALL: [Impact; 6] = [
        Impact::Operational,
        Impact::Unknown,
        Impact::UnderMaintenance,
        Impact::DegradedPerformance,
        Impact::PartialOutage,
        Impact::MajorOutage,
    ];

    /// The impacts that a person can write in a file.
    pub const WRITABLE: [Impact; 5] = [
        Impact::Operational,
        Impact::DegradedPerformance,
        Impact::PartialOutage,
        Impact::MajorOutage,
        Impact::UnderMaintenance,
    ];

    /// The word in files and APIs, as in Statuspage's API v2.
    pub fn as_str(self) -> &'static str {
        match self {
            Impact::Operational => "operational",
            Impact::Unknown => "unknown",
            Impact::UnderMaintenance => "under_maintenance",
            Impact::DegradedPerformance => "degraded_performance",
            Impact::PartialOutage => "partial_outage",
            Impact::MajorOutage => "major_outage",
        }
    }

    /// Reads the word of a file; `unknown` is not one, for only the absence of data says that.
    pub fn parse(word: &str) -> Option<Impact> {
        Impact::WRITABLE.into_iter().find(|i| i.as_str() == word)
    }

    /// Whether readers are hurt by it.
    pub fn is_trouble(self) -> bool {
        self >= Impact::DegradedPerformance
    }
}
