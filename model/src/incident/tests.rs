use super::*;
use proptest::prelude::*;

const NAMES: [&str; 3] = ["api", "web", "mail"];

fn impact() -> impl Strategy<Value = Impact> {
    proptest::sample::select(&Impact::WRITABLE[..])
}

fn affected() -> impl Strategy<Value = Vec<Affected>> {
    let one = (0..NAMES.len(), impact()).prop_map(|(name, impact)| Affected {
        component: NAMES[name].to_owned(),
        impact,
    });
    proptest::collection::vec(one, 0..4)
}

fn update() -> impl Strategy<Value = Update> {
    let state = proptest::sample::select(&State::INCIDENT[..]);
    (0i64..60, state, affected()).prop_map(|(at, state, impacts)| Update {
        at: Instant(at),
        state,
        impacts,
        auto: false,
    })
}

prop_compose! {
    /// Anything that reading can hand over: updates in order of time, and times in 0..60.
    pub(crate) fn incident()(
        kind in proptest::sample::select(vec![Kind::Incident, Kind::Notice]),
        components in affected(),
        mut updates in proptest::collection::vec(update(), 0..6),
        started in proptest::option::weighted(0.3, (0i64..60).prop_map(Instant)),
        length in proptest::option::weighted(0.3, 0i64..60),
        until in proptest::option::weighted(0.3, 1i64..60),
    ) -> Incident {
        updates.sort_by_key(|u| u.at);
        // Reading refuses what has no start, and what ends before it.
        let started = match updates.first() {
            None => Some(started.unwrap_or_default()),
            Some(_) => started,
        };
        let start = started.or(updates.first().map(|u| u.at)).unwrap_or_default();
        Incident {
            kind,
            components,
            updates,
            started,
            resolved: length.map(|length| start + length),
            until: until.filter(|_| kind == Kind::Notice).map(|length| start + length),
            ..Incident::default()
        }
    }
}

fn at(text: i64, state: State, impacts: &[(&str, Impact)]) -> Update {
    let impacts = impacts.iter().map(|(component, impact)| Affected {
        component: (*component).to_owned(),
        impact: *impact,
    });
    Update {
        at: Instant(text),
        state,
        impacts: impacts.collect(),
        auto: false,
    }
}

/// A file with one component hit hard from its first update on.
fn hit(updates: Vec<Update>) -> Incident {
    let api = Affected {
        component: "api".to_owned(),
        impact: Impact::MajorOutage,
    };
    Incident {
        components: vec![api],
        updates,
        ..Incident::default()
    }
}

/// What `api` suffers, as `start..end impact`.
fn story(incident: &Incident) -> Vec<String> {
    let spans = incident.impacts().into_iter();
    let text = |hit: ImpactSpan| {
        let end = hit.span.end.map_or("…".to_owned(), |e| e.0.to_string());
        format!(
            "{} {}..{end} {}",
            hit.component,
            hit.span.start.0,
            hit.impact.as_str()
        )
    };
    spans.map(text).collect()
}

#[test]
fn a_resolution_ends_all_impact_and_reopening_brings_it_back() {
    let resolved = vec![
        at(0, State::Investigating, &[]),
        at(5, State::Identified, &[("api", Impact::PartialOutage)]),
        at(9, State::Resolved, &[]),
    ];
    let mut incident = hit(resolved);
    assert_eq!(
        story(&incident),
        ["api 0..5 major_outage", "api 5..9 partial_outage"]
    );
    incident.updates.push(at(20, State::Investigating, &[]));
    assert_eq!(
        story(&incident),
        [
            "api 0..5 major_outage",
            "api 5..9 partial_outage",
            "api 20..… partial_outage"
        ]
    );
}

#[test]
fn an_override_of_the_end_has_the_last_word() {
    let updates = vec![
        at(0, State::Investigating, &[]),
        at(9, State::Resolved, &[]),
    ];
    let mut incident = hit(updates);
    incident.resolved = Some(Instant(6));
    assert_eq!(story(&incident), ["api 0..6 major_outage"]);
    incident.resolved = Some(Instant(12));
    assert_eq!(story(&incident), ["api 0..12 major_outage"]);
    // Told at 9 that it is over, readers were wrong: it lasted until 12.
    assert!(incident.is_open(Instant(10)));
    assert!(!incident.state(Instant(10)).is_final());
    assert_eq!(incident.state(Instant(12)), State::Resolved);
}

#[test]
fn what_had_recovered_before_the_end_stays_recovered_when_the_end_is_overridden() {
    let mut incident = hit(vec![
        at(0, State::Investigating, &[("web", Impact::PartialOutage)]),
        at(5, State::Monitoring, &[("api", Impact::Operational)]),
        at(9, State::Resolved, &[]),
    ]);
    incident.resolved = Some(Instant(12));
    assert_eq!(
        story(&incident),
        ["api 0..5 major_outage", "web 0..12 partial_outage"]
    );
    // And so it does when nothing hurt any more at the end.
    incident.updates[1].impacts.push(Affected {
        component: "web".to_owned(),
        impact: Impact::Operational,
    });
    assert_eq!(
        story(&incident),
        ["api 0..5 major_outage", "web 0..5 partial_outage"]
    );
}

#[test]
fn nothing_hurts_before_an_overridden_start() {
    let mut incident = hit(vec![
        at(0, State::Investigating, &[]),
        at(5, State::Identified, &[("api", Impact::PartialOutage)]),
    ]);
    incident.started = Some(Instant(8));
    assert_eq!(story(&incident), ["api 8..… partial_outage"]);
}

proptest! {
    #[test]
    fn impacts_of_one_component_never_overlap(incident in incident()) {
        let all = incident.impacts();
        for (i, a) in all.iter().enumerate() {
            prop_assert!(!a.span.is_empty());
            prop_assert!(a.impact != Impact::Operational);
            for b in &all[i + 1..] {
                prop_assert!(a.component != b.component || !a.span.overlaps(b.span), "{a:?} {b:?}");
            }
        }
        prop_assert!(all.is_sorted_by_key(|hit| hit.span.start));
    }

    #[test]
    fn nothing_hurts_before_the_start_or_after_the_end(incident in incident()) {
        let start = incident.start().unwrap();
        for hit in incident.impacts() {
            prop_assert!(hit.span.start >= start, "{hit:?}");
            if let Some(end) = incident.end() {
                prop_assert!(hit.span.end.is_some_and(|e| e <= end), "{hit:?} after {end:?}");
            }
        }
    }

    #[test]
    fn something_hurts_only_while_it_is_open(mut incident in incident()) {
        incident.kind = Kind::Incident;
        for t in (0..130).map(Instant) {
            let hurt = incident.impacts().iter().any(|hit| hit.span.contains(t));
            prop_assert!(!hurt || incident.is_open(t), "at {t:?}");
        }
    }

    #[test]
    fn open_means_begun_and_in_no_final_state(mut incident in incident()) {
        incident.kind = Kind::Incident;
        let start = incident.start().unwrap();
        for t in (0..130).map(Instant) {
            let expected = start <= t && !incident.state(t).is_final();
            prop_assert_eq!(incident.is_open(t), expected, "at {:?}", t);
        }
        // Long after everything, the end is what the state says.
        let late = Instant(1_000);
        prop_assert_eq!(incident.end().is_some(), incident.state(late).is_final());
        prop_assert_eq!(incident.is_open(late), incident.end().is_none());
    }

    /// An oracle that knows nothing of spans: it replays the updates up to each instant.
    #[test]
    fn the_impact_at_an_instant_is_what_a_replay_says(mut incident in incident()) {
        incident.kind = Kind::Incident;
        incident.resolved = None;
        let start = incident.start().unwrap();
        for t in (0..70).map(Instant) {
            let replayed = replay(&incident, t);
            for name in NAMES {
                let expected = if t < start { Impact::Operational } else { replayed(name) };
                let found = incident.impact_on(name, t).unwrap_or_default();
                prop_assert_eq!(found, expected, "{} at {:?}", name, t);
            }
        }
    }

    #[test]
    fn an_end_that_is_written_twice_is_the_same_end(mut incident in incident()) {
        incident.kind = Kind::Incident;
        incident.resolved = None;
        if let Some(end) = incident.end() && end >= incident.start().unwrap() {
            let mut written = incident.clone();
            written.resolved = Some(end);
            prop_assert_eq!(written.impacts(), incident.impacts());
        }
    }

    #[test]
    fn the_duration_is_the_time_from_start_to_end(incident in incident(), now in 0i64..130) {
        let now = Instant(now);
        let seconds = incident.duration(now);
        prop_assert!(seconds >= 0);
        let end = incident.end().unwrap_or(now);
        prop_assert_eq!(seconds, (end - incident.start().unwrap()).max(0));
    }

    #[test]
    fn the_worst_is_the_worst_at_any_time(incident in incident()) {
        let sampled = (0..130).map(|t| incident.worst_at(Instant(t))).max().unwrap();
        if incident.impacts().iter().any(|hit| hit.span.start < Instant(130)) {
            prop_assert_eq!(incident.worst(), sampled);
        }
        for hit in incident.impacts() {
            prop_assert!(incident.touches().contains(&hit.component));
        }
    }
}

/// What each component suffers at `t`, by doing what the updates say one after the other.
fn replay(incident: &Incident, t: Instant) -> impl Fn(&str) -> Impact {
    let mut now: Vec<Affected> = incident.components.clone();
    let mut over = false;
    for update in incident.updates.iter().filter(|u| u.at <= t) {
        over = update.state.is_final();
        if !over {
            now.extend(update.impacts.iter().cloned());
        }
    }
    move |name: &str| {
        let last = now.iter().rfind(|a| a.component == name);
        last.filter(|_| !over)
            .map_or(Impact::Operational, |a| a.impact)
    }
}
