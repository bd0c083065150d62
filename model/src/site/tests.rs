use super::*;
use crate::Severity;
use crate::incident::tests::incident;
use crate::maintenance::tests::maintenance;
use proptest::prelude::*;

fn components() -> Vec<Component> {
    let component = |id: &str| Component {
        id: id.to_owned(),
        hidden: id == "mail",
        ..Component::default()
    };
    ["api", "web", "mail"].map(component).into()
}

prop_compose! {
    /// A site with three components and whatever can happen to them in the first two minutes.
    pub(crate) fn site()(
        incidents in proptest::collection::vec(incident(), 0..4),
        works in proptest::collection::vec(maintenance(), 0..3),
        now in 0i64..130,
    ) -> Site {
        let mut all = Vec::new();
        for (i, mut incident) in incidents.into_iter().chain(works).enumerate() {
            incident.id = format!("i{i}");
            all.push(Arc::new(incident));
        }
        Site::new(Meta::default(), components(), all, Instant(now))
    }
}

/// DESIGN.md §5: maintenance, else the worse of what incidents say.
fn said(site: &Site, component: &str, at: Instant) -> Impact {
    let of = |maintenance: bool| {
        let kind = move |i: &&Arc<Incident>| (i.kind == Kind::Maintenance) == maintenance;
        let all = site.incidents.iter().filter(kind);
        all.filter_map(|i| i.impact_on(component, at)).max()
    };
    of(true).or(of(false)).unwrap_or_default()
}

proptest! {
    #[test]
    fn the_state_is_what_the_incidents_say(site in site()) {
        for t in (0..130).map(Instant) {
            for (i, component) in site.components.iter().enumerate() {
                prop_assert_eq!(site.state(i, t), said(&site, &component.id, t));
            }
        }
    }

    /// Page and browser can never disagree.
    #[test]
    fn an_open_page_knows_the_state_at_every_later_instant(site in site()) {
        let live = site.live(site.now);
        let json = serde_json::to_string(&live).unwrap();
        let live: Live = serde_json::from_str(&json).unwrap();
        for t in (site.now.0..260).map(Instant) {
            for component in &live.components {
                let i = site.components.iter().position(|c| c.id == component.id).unwrap();
                prop_assert_eq!(component.state(t), site.state(i, t), "{:?}", t);
            }
            prop_assert_eq!(live.overall(t), site.overall(t));
        }
    }

    #[test]
    fn nothing_changes_before_the_next_change(site in site()) {
        let live = site.live(site.now);
        let states = |t: Instant| live.components.iter().map(|c| c.state(t)).collect::<Vec<_>>();
        let next = live.next_change(site.now).unwrap_or(Instant(300));
        for t in (site.now.0..next.0).map(Instant) {
            prop_assert_eq!(states(t), states(site.now));
        }
    }

    #[test]
    fn hidden_components_do_not_travel(site in site()) {
        let live = site.live(site.now);
        prop_assert!(live.components.iter().all(|c| c.id != "mail"));
    }

    #[test]
    fn lists_hold_what_goes_on_and_nothing_else(site in site()) {
        let open = [site.open_incidents(), site.active_maintenance(), site.notices()].concat();
        for incident in &site.incidents {
            let listed = open.iter().any(|i| i.id == incident.id);
            prop_assert_eq!(listed, incident.is_open(site.now), "{}", incident.id);
        }
        let worst = site.open_incidents();
        prop_assert!(worst.is_sorted_by_key(|i| std::cmp::Reverse(i.worst_at(site.now))));
        for (incident, span) in site.upcoming(ANNOUNCE_AHEAD) {
            prop_assert!(span.start > site.now);
            prop_assert_eq!(incident.kind, Kind::Maintenance);
        }
    }

    #[test]
    fn the_order_of_files_does_not_matter(site in site()) {
        let mut files = site.incidents.clone();
        files.reverse();
        let other = Site::new(Meta::default(), components(), files, site.now);
        let ids = |s: &Site| s.incidents.iter().map(|i| i.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(ids(&other), ids(&site));
        prop_assert_eq!(other.live(site.now), site.live(site.now));
    }
}

#[test]
fn maintenance_explains_an_outage_away_but_only_while_it_lasts() {
    let hit = |kind, start, end| {
        let api = crate::Affected {
            component: "api".to_owned(),
            impact: if kind == Kind::Maintenance {
                Impact::UnderMaintenance
            } else {
                Impact::MajorOutage
            },
        };
        Arc::new(Incident {
            kind,
            severity: Severity::Critical,
            components: vec![api],
            started: (kind == Kind::Incident).then_some(Instant(start)),
            resolved: (kind == Kind::Incident).then_some(Instant(end)),
            windows: vec![Span::new(Instant(start), Instant(end))],
            ..Incident::default()
        })
    };
    let files = vec![hit(Kind::Incident, 0, 30), hit(Kind::Maintenance, 10, 20)];
    let site = Site::new(Meta::default(), components(), files, Instant(15));
    let states = [5, 15, 25, 35].map(|t| site.state(0, Instant(t)));
    assert_eq!(
        states,
        [
            Impact::MajorOutage,
            Impact::UnderMaintenance,
            Impact::MajorOutage,
            Impact::Operational
        ]
    );
}
