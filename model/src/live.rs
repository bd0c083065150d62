//! What travels to the browser so that an open page stays true: the windows and impacts known
//! when it was built, from which the state at any later instant follows.

use crate::site::combine;
use crate::{Impact, Instant, Kind};
use serde::{Deserialize, Serialize};

/// The part of the site that changes by the clock alone. On the wire: `/data/status.json` and a
/// data block in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Live {
    /// When the data was put together.
    pub generated_at: Instant,
    /// Shown components in the order of the config.
    pub components: Vec<LiveComponent>,
    /// Differs whenever there is something new to read among what is recent or open.
    #[serde(default)]
    pub news: String,
}

/// A component and all that is known to hit it from the build on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveComponent {
    /// The component's id.
    pub id: String,
    /// Start, end (`None`: open), impact, whether it is maintenance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hits: Vec<(Instant, Option<Instant>, Impact, bool)>,
}

impl LiveComponent {
    /// The state at `at`, by the same rule as [`crate::Site::state`].
    pub fn state(&self, at: Instant) -> Impact {
        let hits = self.hits.iter();
        let current = hits.filter(|(start, end, ..)| *start <= at && end.is_none_or(|e| at < e));
        combine(current.map(|&(_, _, impact, maintenance)| {
            let kind = if maintenance {
                Kind::Maintenance
            } else {
                Kind::Incident
            };
            (kind, impact)
        }))
    }
}

impl Live {
    /// The worst state of all components at `at`.
    pub fn overall(&self, at: Instant) -> Impact {
        let states = self.components.iter().map(|c| c.state(at));
        states.max().unwrap_or_default()
    }

    /// The next instant after `at` at which any state may change; when to look again.
    pub fn next_change(&self, at: Instant) -> Option<Instant> {
        let hits = self.components.iter().flat_map(|c| &c.hits);
        let edges = hits.flat_map(|(start, end, ..)| [Some(*start), *end]);
        edges.flatten().filter(|&edge| edge > at).min()
    }
}
