//! Instants and half-open spans of UTC time, in whole seconds.

use serde::{Deserialize, Serialize};
use std::ops::{Add, Sub};

/// Seconds in a minute.
pub const MINUTE: i64 = 60;
/// Seconds in an hour.
pub const HOUR: i64 = 60 * MINUTE;
/// Seconds in a day without a leap second, which Unix time does not know.
pub const DAY: i64 = 24 * HOUR;

/// A moment: whole seconds since 1970-01-01T00:00:00Z (Unix time).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Add<i64> for Instant {
    type Output = Instant;

    fn add(self, seconds: i64) -> Instant {
        Instant(self.0.saturating_add(seconds))
    }
}

impl Sub<i64> for Instant {
    type Output = Instant;

    fn sub(self, seconds: i64) -> Instant {
        Instant(self.0.saturating_sub(seconds))
    }
}

impl Sub for Instant {
    type Output = i64;

    /// Seconds from `earlier` to `self`; negative when `earlier` is the later one.
    fn sub(self, earlier: Instant) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// A half-open stretch of time, `start <= t < end`; without an end it is still going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first instant inside.
    pub start: Instant,
    /// The first instant no longer inside; `None` while it lasts.
    pub end: Option<Instant>,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: Instant, end: Instant) -> Span {
        Span {
            start,
            end: Some(end),
        }
    }

    /// The span that began at `start` and still lasts.
    pub fn since(start: Instant) -> Span {
        Span { start, end: None }
    }

    /// Whether `at` lies inside.
    pub fn contains(self, at: Instant) -> bool {
        self.start <= at && self.end.is_none_or(|end| at < end)
    }

    /// Whether the two share an instant.
    pub fn overlaps(self, other: Span) -> bool {
        !self.is_empty()
            && !other.is_empty()
            && other.end.is_none_or(|end| self.start < end)
            && self.end.is_none_or(|end| other.start < end)
    }

    /// Whether no instant lies inside: the end is not after the start.
    pub fn is_empty(self) -> bool {
        self.end.is_some_and(|end| end <= self.start)
    }

    /// Its length in seconds, an open end counted up to `now`; never negative.
    pub fn seconds(self, now: Instant) -> i64 {
        (self.end.unwrap_or(now) - self.start).max(0)
    }

    /// The part inside `window`, if any.
    pub fn clip(self, window: Span) -> Option<Span> {
        let clipped = Span {
            start: self.start.max(window.start),
            end: match (self.end, window.end) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        };
        (!clipped.is_empty()).then_some(clipped)
    }
}

#[cfg(test)]
mod tests;
