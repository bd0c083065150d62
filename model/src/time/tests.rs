use super::*;
use proptest::prelude::*;

fn span() -> impl Strategy<Value = Span> {
    (0i64..200, proptest::option::of(0i64..200)).prop_map(|(start, length)| Span {
        start: Instant(start),
        end: length.map(|length| Instant(start + length)),
    })
}

proptest! {
    #[test]
    fn overlap_means_a_shared_instant(a in span(), b in span()) {
        let shared = (0..500).any(|t| a.contains(Instant(t)) && b.contains(Instant(t)));
        prop_assert_eq!(a.overlaps(b), shared);
        prop_assert_eq!(b.overlaps(a), shared);
    }

    #[test]
    fn clipping_keeps_exactly_the_shared_instants(a in span(), b in span()) {
        let clipped = a.clip(b);
        for t in (0..500).map(Instant) {
            let inside = clipped.is_some_and(|span| span.contains(t));
            prop_assert_eq!(inside, a.contains(t) && b.contains(t));
        }
    }

    #[test]
    fn length_counts_the_seconds_inside(a in span(), now in 0i64..500) {
        let now = Instant(now);
        let counted = (0..500)
            .map(Instant)
            .filter(|&t| a.contains(t) && (a.end.is_some() || t < now))
            .count();
        prop_assert_eq!(a.seconds(now), i64::try_from(counted).unwrap());
    }
}
