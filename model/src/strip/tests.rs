use super::*;
use crate::site::tests::site;
use proptest::prelude::*;

fn edges() -> impl Strategy<Value = Vec<Instant>> {
    // Days of 23 to 25, as they are where clocks change.
    proptest::collection::vec(23i64..26, 0..6).prop_map(|lengths| {
        let mut edges = vec![Instant(0)];
        for length in lengths {
            edges.push(*edges.last().unwrap() + length);
        }
        edges
    })
}

proptest! {
    /// The bar of a day is as bad as the component ever was in it, up to now, and no worse.
    #[test]
    fn the_worst_of_a_day_is_the_worst_state_in_it(site in site(), edges in edges()) {
        for component in 0..site.components.len() {
            for day in days(&site, component, &edges) {
                let end = day.span.end.unwrap().0.min(site.now.0 + 1);
                let states = (day.span.start.0..end).map(|t| site.state(component, Instant(t)));
                prop_assert_eq!(day.worst, states.max().unwrap_or_default(), "{:?}", day);
            }
        }
    }

    #[test]
    fn trouble_is_the_time_in_which_the_state_was_trouble(site in site(), edges in edges()) {
        for component in 0..site.components.len() {
            for day in days(&site, component, &edges) {
                let end = day.span.end.unwrap().0.min(site.now.0);
                let seconds = (day.span.start.0..end).map(Instant);
                let trouble = seconds.filter(|&t| site.state(component, t).is_trouble()).count();
                prop_assert_eq!(day.trouble, i64::try_from(trouble).unwrap(), "{:?}", day);
            }
        }
    }

    #[test]
    fn a_day_names_what_touched_it(site in site(), edges in edges()) {
        for component in 0..site.components.len() {
            for day in days(&site, component, &edges) {
                let window = day.span.clip(Span::new(Instant(0), site.now + 1));
                for (i, _) in site.incidents.iter().enumerate() {
                    let hits = site.hits(component).iter().filter(|h| h.incident == i);
                    let touches = |w: Span| hits.clone().any(|h| h.span.overlaps(w));
                    prop_assert_eq!(day.incidents.contains(&i), window.is_some_and(touches));
                }
            }
        }
    }

    #[test]
    fn what_is_covered_is_counted_once(
        spans in proptest::collection::vec((0i64..90, proptest::option::of(-3i64..30)), 0..8),
        now in 0i64..100,
    ) {
        let spans: Vec<Span> = spans
            .into_iter()
            .map(|(start, length)| Span {
                start: Instant(start),
                end: length.map(|l| Instant(start + l)),
            })
            .collect();
        let now = Instant(now);
        let brute = (0..200).map(Instant).filter(|&t| {
            spans.iter().any(|s| s.contains(t) && (s.end.is_some() || t < now))
        });
        let brute = i64::try_from(brute.count()).unwrap();
        prop_assert_eq!(covered(spans.clone(), now), brute);
        let mut reversed = spans;
        reversed.reverse();
        prop_assert_eq!(covered(reversed, now), brute);
    }
}
