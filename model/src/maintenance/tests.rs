use crate::incident::Affected;
use crate::{Impact, Incident, Instant, Kind, Span, State, Update};
use proptest::prelude::*;

prop_compose! {
    /// Windows in order that do not meet, some of them close together, and updates anywhere.
    pub(crate) fn maintenance()(
        steps in proptest::collection::vec((0i64..12, 1i64..12), 1..5),
        mut updates in proptest::collection::vec(update(), 0..5),
        components in proptest::sample::subsequence(vec!["api", "web", "mail"], 0..3),
    ) -> Incident {
        let mut clock = 5;
        let windows = steps.into_iter().map(|(gap, length)| {
            let start = clock + gap;
            clock = start + length;
            Span::new(Instant(start), Instant(clock))
        });
        updates.sort_by_key(|u| u.at);
        Incident {
            kind: Kind::Maintenance,
            windows: windows.collect(),
            updates,
            components: components.into_iter().map(affected).collect(),
            ..Incident::default()
        }
    }
}

fn affected(component: &str) -> Affected {
    Affected {
        component: component.to_owned(),
        impact: Impact::UnderMaintenance,
    }
}

fn update() -> impl Strategy<Value = Update> {
    let state = proptest::sample::select(&State::MAINTENANCE[..]);
    (0i64..100, state).prop_map(|(at, state)| said(at, state))
}

fn said(at: i64, state: State) -> Update {
    Update {
        at: Instant(at),
        state,
        impacts: Vec::new(),
        auto: false,
    }
}

fn planned(windows: &[(i64, i64)], updates: &[(i64, State)]) -> Incident {
    let window = |&(start, end): &(i64, i64)| Span::new(Instant(start), Instant(end));
    Incident {
        kind: Kind::Maintenance,
        windows: windows.iter().map(window).collect(),
        updates: updates.iter().map(|&(at, state)| said(at, state)).collect(),
        components: vec![affected("api")],
        ..Incident::default()
    }
}

fn states(incident: &Incident, times: &[i64]) -> Vec<State> {
    times.iter().map(|&t| incident.state(Instant(t))).collect()
}

#[test]
fn it_starts_and_ends_by_the_clock_alone() {
    let work = planned(&[(10, 20)], &[]);
    use State::{Completed, InProgress, Scheduled};
    assert_eq!(
        states(&work, &[9, 10, 19, 20]),
        [Scheduled, InProgress, InProgress, Completed]
    );
    assert!(!work.is_open(Instant(9)) && work.is_open(Instant(10)) && !work.is_open(Instant(20)));
}

#[test]
fn updates_begin_it_early_end_it_early_and_call_it_off() {
    let early = planned(
        &[(10, 20)],
        &[(8, State::InProgress), (15, State::Completed)],
    );
    assert_eq!(
        early.occurrences()[0].span,
        Span::new(Instant(8), Instant(15))
    );
    let off = planned(&[(10, 20)], &[(4, State::Cancelled)]);
    assert!(off.impacts().is_empty());
    assert_eq!(off.state(Instant(15)), State::Cancelled);
    let stopped = planned(&[(10, 20)], &[(12, State::Cancelled)]);
    assert_eq!(
        stopped.occurrences()[0].span,
        Span::new(Instant(10), Instant(12))
    );
}

#[test]
fn one_occurrence_that_is_called_off_leaves_the_others() {
    let weekly = planned(&[(10, 20), (110, 120)], &[(5, State::Cancelled)]);
    assert_eq!(weekly.state(Instant(15)), State::Scheduled);
    assert!(!weekly.is_open(Instant(15)) && weekly.is_open(Instant(115)));
}

/// What is called off and then put on again takes place: the last word counts.
#[test]
fn it_can_be_put_on_again() {
    let on = planned(&[(10, 20)], &[(4, State::Cancelled), (6, State::Scheduled)]);
    assert_eq!(on.state(Instant(7)), State::Scheduled);
    assert!(on.is_open(Instant(15)));
    let resumed = planned(
        &[(10, 20)],
        &[(12, State::Completed), (14, State::InProgress)],
    );
    assert!(resumed.is_open(Instant(15)));
}

#[test]
fn a_component_that_is_named_twice_is_hit_once() {
    let mut work = planned(&[(10, 20)], &[]);
    work.components.push(affected("api"));
    assert_eq!(work.impacts().len(), 1);
}

proptest! {
    #[test]
    fn an_update_belongs_to_the_nearest_window(work in maintenance()) {
        let distance = |w: &Span, at: Instant| {
            let end = w.end.unwrap();
            if w.contains(at) { 0 } else if at < w.start { w.start - at } else { at - end }
        };
        let occurrences = work.occurrences();
        let mut owners = vec![0; work.updates.len()];
        for occurrence in &occurrences {
            for &i in &occurrence.updates {
                owners[i] += 1;
                let at = work.updates[i].at;
                let nearest = work.windows.iter().map(|w| distance(w, at)).min().unwrap();
                prop_assert_eq!(distance(&occurrence.planned, at), nearest);
            }
            prop_assert!(occurrence.updates.is_sorted());
        }
        prop_assert!(owners.iter().all(|&n| n == 1));
    }

    #[test]
    fn occurrences_never_overlap_and_stay_in_order(work in maintenance()) {
        for pair in work.occurrences().windows(2) {
            prop_assert!(!pair[0].span.overlaps(pair[1].span), "{pair:?}");
        }
        let all = work.impacts();
        for (i, a) in all.iter().enumerate() {
            for b in &all[i + 1..] {
                prop_assert!(a.component != b.component || !a.span.overlaps(b.span));
            }
        }
    }

    #[test]
    fn state_activity_and_impact_agree(work in maintenance()) {
        for t in (0..120).map(Instant) {
            let active = work.is_open(t);
            let hurts = work.impacts().iter().any(|hit| hit.span.contains(t));
            prop_assert_eq!(hurts, active && !work.components.is_empty(), "{:?}", t);
            let state = work.state(t);
            prop_assert!(!active || !state.is_final(), "{state:?} at {t:?}");
            prop_assert!(active || state != State::InProgress, "{state:?} at {t:?}");
        }
    }

    /// No build and no reload in between: what is asked later doesn't depend on when it is asked.
    #[test]
    fn after_the_last_window_nothing_is_left_to_come(work in maintenance()) {
        let end = work.occurrences().iter().filter_map(|o| o.span.end).max().unwrap();
        let late = end.max(Instant(100)) + 1;
        prop_assert!(!work.is_open(late));
        prop_assert!(work.state(late).is_final());
    }
}
