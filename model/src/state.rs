//! Where an incident or a maintenance stands.

use crate::Kind;
use serde::{Deserialize, Serialize};

/// The word that heads an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Incident: something is wrong, nobody knows why.
    Investigating,
    /// Incident: the cause is known.
    Identified,
    /// Incident: mended, being watched.
    Monitoring,
    /// Incident: over.
    Resolved,
    /// Maintenance: announced.
    Scheduled,
    /// Maintenance: going on.
    InProgress,
    /// Maintenance: done, being checked.
    Verifying,
    /// Maintenance: over.
    Completed,
    /// Maintenance: will not take place.
    Cancelled,
}

impl State {
    /// The states of an incident, in the order in which one passes through them.
    pub const INCIDENT: [State; 4] = [
        State::Investigating,
        State::Identified,
        State::Monitoring,
        State::Resolved,
    ];

    /// The states of a maintenance, in order.
    pub const MAINTENANCE: [State; 5] = [
        State::Scheduled,
        State::InProgress,
        State::Verifying,
        State::Completed,
        State::Cancelled,
    ];

    /// The states that files of this kind may use; a notice has updates of either sort of life.
    pub fn of(kind: Kind) -> &'static [State] {
        match kind {
            Kind::Incident | Kind::Notice => &State::INCIDENT,
            Kind::Maintenance => &State::MAINTENANCE,
        }
    }

    /// The word in APIs and front matter.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Investigating => "investigating",
            State::Identified => "identified",
            State::Monitoring => "monitoring",
            State::Resolved => "resolved",
            State::Scheduled => "scheduled",
            State::InProgress => "in_progress",
            State::Verifying => "verifying",
            State::Completed => "completed",
            State::Cancelled => "cancelled",
        }
    }

    /// The word as a heading writes it.
    pub fn heading(self) -> &'static str {
        match self {
            State::Investigating => "Investigating",
            State::Identified => "Identified",
            State::Monitoring => "Monitoring",
            State::Resolved => "Resolved",
            State::Scheduled => "Scheduled",
            State::InProgress => "In progress",
            State::Verifying => "Verifying",
            State::Completed => "Completed",
            State::Cancelled => "Cancelled",
        }
    }

    /// Reads a heading's or an API's word: case, `_`, `-` and spaces don't matter.
    pub fn parse(word: &str) -> Option<State> {
        let mut letters = String::with_capacity(word.len());
        for c in word.trim().chars() {
            if !matches!(c, ' ' | '_' | '-') {
                letters.extend(c.to_lowercase());
            }
        }
        let word = if letters == "canceled" {
            "cancelled"
        } else {
            &letters
        };
        let mut all = State::INCIDENT.into_iter().chain(State::MAINTENANCE);
        all.find(|s| s.as_str().chars().filter(|&c| c != '_').eq(word.chars()))
    }

    /// Whether nothing comes after it.
    pub fn is_final(self) -> bool {
        matches!(self, State::Resolved | State::Completed | State::Cancelled)
    }

    /// The position in its life, from 0; going to a smaller one is going backwards.
    pub fn rank(self) -> usize {
        let position = |states: &[State]| states.iter().position(|&s| s == self);
        position(&State::INCIDENT)
            .or_else(|| position(&State::MAINTENANCE))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_words_are_read_back() {
        for state in State::INCIDENT.into_iter().chain(State::MAINTENANCE) {
            assert_eq!(State::parse(state.as_str()), Some(state));
            assert_eq!(State::parse(state.heading()), Some(state));
            assert_eq!(State::parse(&state.heading().to_uppercase()), Some(state));
        }
        assert_eq!(State::parse("Canceled"), Some(State::Cancelled));
        assert_eq!(State::parse("Root cause"), None);
        assert_eq!(State::parse(""), None);
    }
}
