//! Planned work: each window is an occurrence with a life of its own.

use crate::incident::ImpactSpan;
use crate::{Impact, Incident, Instant, Kind, Span, State};

/// One window of a maintenance with the updates that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// As announced.
    pub planned: Span,
    /// As it went: begun early by "In progress", ended early by "Completed"; empty if cancelled.
    pub span: Span,
    /// Positions in [`Incident::updates`], oldest first.
    pub updates: Vec<usize>,
    states: Vec<(Instant, State)>,
    /// Position in `states` of the word that ended it. A final word that was taken back, by any
    /// other after it, ends nothing.
    closed: Option<usize>,
}

impl Occurrence {
    /// Where it stands at `at`, by its updates and the clock: it starts and ends by itself.
    pub fn state(&self, at: Instant) -> State {
        let written = self.states.iter().rposition(|(when, _)| *when <= at);
        match written.map(|i| (i, self.states[i].1)) {
            Some((i, state)) if self.closed.is_some_and(|closed| closed <= i) => state,
            _ if self.span.end.is_some_and(|end| end <= at) => State::Completed,
            _ if !self.span.contains(at) => State::Scheduled,
            Some((_, State::Verifying)) => State::Verifying,
            _ => State::InProgress,
        }
    }

    /// Whether work is going on at `at`.
    pub fn is_active(&self, at: Instant) -> bool {
        self.span.contains(at)
    }
}

impl Incident {
    /// The occurrences of a maintenance, in order; empty for other kinds.
    ///
    /// An update belongs to the window nearest in time (of two as near, the earlier).
    pub fn occurrences(&self) -> Vec<Occurrence> {
        if self.kind != Kind::Maintenance {
            return Vec::new();
        }
        let mut updates: Vec<Vec<usize>> = vec![Vec::new(); self.windows.len()];
        for (i, update) in self.updates.iter().enumerate() {
            if let Some(nearest) = nearest_window(&self.windows, update.at) {
                updates[nearest].push(i);
            }
        }
        let windows = self.windows.iter().zip(updates);
        windows
            .map(|(&w, updates)| self.occurrence(w, updates))
            .collect()
    }

    fn occurrence(&self, planned: Span, updates: Vec<usize>) -> Occurrence {
        let states: Vec<_> = updates
            .iter()
            .map(|&i| (self.updates[i].at, self.updates[i].state))
            .collect();
        let open = states.iter().rposition(|(_, state)| !state.is_final());
        let closed = open.map_or(0, |last| last + 1);
        let closed = (closed < states.len()).then_some(closed);
        let mut span = planned;
        let begun = |state| matches!(state, State::InProgress | State::Verifying);
        if let Some((at, _)) = states.iter().find(|(_, state)| begun(*state)) {
            span.start = span.start.min(*at);
        }
        if let Some((at, _)) = closed.map(|i| states[i]) {
            let end = at.max(span.start);
            span.end = Some(span.end.map_or(end, |planned| planned.min(end)));
        }
        Occurrence {
            planned,
            span,
            updates,
            states,
            closed,
        }
    }

    /// The occurrence that matters at `at`: the one going on, else the next, else the last.
    pub fn occurrence_at(&self, at: Instant) -> Option<Occurrence> {
        let mut occurrences = self.occurrences();
        let ahead = |o: &Occurrence| {
            !matches!(o.state(at), State::Cancelled) && o.span.end.is_none_or(|end| at < end)
        };
        match occurrences.iter().position(ahead) {
            Some(i) => Some(occurrences.swap_remove(i)),
            None => occurrences.pop(),
        }
    }

    pub(crate) fn maintenance_impacts(&self) -> Vec<ImpactSpan<'_>> {
        let mut impacts = Vec::new();
        for occurrence in self.occurrences() {
            for (i, affected) in self.components.iter().enumerate() {
                let mut earlier = self.components[..i].iter();
                let named = earlier.any(|other| other.component == affected.component);
                if affected.impact != Impact::Operational && !named && !occurrence.span.is_empty() {
                    impacts.push(ImpactSpan {
                        component: &affected.component,
                        impact: affected.impact,
                        span: occurrence.span,
                    });
                }
            }
        }
        impacts
    }
}

/// Position of the window nearest to `at`; windows are in order of start.
fn nearest_window(windows: &[Span], at: Instant) -> Option<usize> {
    let distance = |w: &Span| {
        if w.contains(at) {
            0
        } else if at < w.start {
            w.start - at
        } else {
            w.end.map_or(0, |end| at - end)
        }
    };
    let next = windows.partition_point(|w| w.start <= at);
    let candidates = next.saturating_sub(1)..windows.len().min(next + 1);
    candidates.min_by_key(|&i| distance(&windows[i]))
}

#[cfg(test)]
pub(crate) mod tests;
