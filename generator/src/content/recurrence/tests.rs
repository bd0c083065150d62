use super::*;

fn starts(rule: &str, first: &str, zone: Tz, except: &[Except], count: usize) -> Vec<String> {
    let start = when::parse(first, zone).unwrap().at;
    let window = Span::new(start, start + 3_600);
    let spans = expand(rule, window, zone, except, start).unwrap();
    let texts = spans.iter().map(|s| when::utc_text(s.start));
    texts.take(count).collect()
}

#[test]
fn weekly_on_sunday_keeps_its_hour_when_the_clocks_change() {
    let found = starts(
        "FREQ=WEEKLY;BYDAY=SU",
        "2026-10-18 02:00",
        Tz::Europe__Berlin,
        &[],
        3,
    );
    // The 25th is the day on which 02:00 comes twice; the first counts.
    assert_eq!(
        found,
        [
            "2026-10-18 00:00 UTC",
            "2026-10-25 00:00 UTC",
            "2026-11-01 01:00 UTC"
        ]
    );
}

#[test]
fn exceptions_take_days_or_instants_out() {
    let day = NaiveDate::from_ymd_opt(2026, 10, 25).unwrap();
    let at = when::parse("2026-11-01 02:00 UTC", Tz::UTC).unwrap().at;
    let except = [Except::Day(day), Except::At(at)];
    let found = starts("FREQ=WEEKLY", "2026-10-18 02:00", Tz::UTC, &except, 2);
    assert_eq!(found, ["2026-10-18 02:00 UTC", "2026-11-08 02:00 UTC"]);
}

#[test]
fn a_rule_without_end_is_known_400_days_ahead() {
    let found = starts("FREQ=DAILY", "2026-01-01 00:00", Tz::UTC, &[], usize::MAX);
    assert_eq!(found.len(), 401);
}

#[test]
fn what_is_no_rule_says_so() {
    let window = Span::new(Instant(0), Instant(60));
    let error = expand("every sunday", window, Tz::UTC, &[], Instant(0));
    assert!(error.is_err());
}

/// Whole windows, as UTC.
fn windows(rule: &str, first: (&str, &str), zone: Tz, count: usize) -> Vec<String> {
    let at = |text| when::parse(text, zone).unwrap().at;
    let window = Span::new(at(first.0), at(first.1));
    let spans = expand(rule, window, zone, &[], window.start).unwrap();
    let text = |s: &Span| {
        format!(
            "{} – {}",
            when::utc_text(s.start),
            when::utc_text(s.end.unwrap())
        )
    };
    spans.iter().take(count).map(text).collect()
}

#[test]
fn a_window_over_the_change_of_clocks_ends_when_the_wall_clock_says_so() {
    // Back on 2026-10-25 at 03:00, forward on 2027-03-28 at 02:00.
    let back = windows(
        "FREQ=WEEKLY",
        ("2026-10-18 01:00", "2026-10-18 04:00"),
        Tz::Europe__Berlin,
        2,
    );
    assert_eq!(back[1], "2026-10-24 23:00 UTC – 2026-10-25 03:00 UTC");
    let forward = windows(
        "FREQ=WEEKLY",
        ("2027-03-21 01:00", "2027-03-21 04:00"),
        Tz::Europe__Berlin,
        2,
    );
    assert_eq!(forward[1], "2027-03-28 00:00 UTC – 2027-03-28 02:00 UTC");
}

#[test]
fn a_short_window_within_the_hour_that_comes_twice_stays_short() {
    let found = windows(
        "FREQ=WEEKLY",
        ("2026-10-18 02:30", "2026-10-18 02:45"),
        Tz::Europe__Berlin,
        2,
    );
    assert_eq!(found[1], "2026-10-25 00:30 UTC – 2026-10-25 00:45 UTC");
}

#[test]
fn a_window_in_the_hour_that_never_comes_takes_place_all_the_same() {
    let found = windows(
        "FREQ=WEEKLY",
        ("2027-03-21 02:30", "2027-03-21 02:45"),
        Tz::Europe__Berlin,
        3,
    );
    assert_eq!(found.len(), 3);
    assert!(found[1].starts_with("2027-03-28 0"), "{found:?}");
    assert!(
        found[2].starts_with("2027-04-04 00:30 UTC – 2027-04-04 00:45"),
        "{found:?}"
    );
}

#[test]
fn the_first_window_is_one_even_if_the_rule_does_not_say_so() {
    // RFC 5545 §3.8.5.3: DTSTART counts as the first instance. 2026-10-20 is a Tuesday.
    let found = starts("FREQ=WEEKLY;BYDAY=SU", "2026-10-20 02:00", Tz::UTC, &[], 2);
    assert_eq!(found, ["2026-10-20 02:00 UTC", "2026-10-25 02:00 UTC"]);
}

#[test]
fn a_rule_with_a_count_or_an_end_stops_there() {
    assert_eq!(
        starts("FREQ=DAILY;COUNT=3", "2026-01-01 00:00", Tz::UTC, &[], 9).len(),
        3
    );
    let until = "FREQ=DAILY;UNTIL=20260103T000000Z";
    assert_eq!(starts(until, "2026-01-01 00:00", Tz::UTC, &[], 9).len(), 3);
    // People write a day, and mean the whole of it.
    let day = "FREQ=DAILY;UNTIL=20260103";
    assert_eq!(
        starts(day, "2026-01-01 12:00", Tz::Europe__Berlin, &[], 9).len(),
        3
    );
}

/// However long ago it began, what is near the clock is known.
#[test]
fn an_old_rule_still_knows_today() {
    let at = |text| when::parse(text, Tz::UTC).unwrap().at;
    let first = Span::new(at("2010-01-01 02:00"), at("2010-01-01 03:00"));
    let now = at("2026-08-14 14:42");
    for rule in ["FREQ=DAILY", "FREQ=HOURLY;INTERVAL=12", "FREQ=WEEKLY"] {
        let spans = expand(rule, first, Tz::UTC, &[], now).unwrap();
        let next = spans.iter().find(|s| s.start > now).unwrap();
        assert!(next.start - now <= 7 * DAY, "{rule}: {next:?}");
        assert!(spans.last().unwrap().start - now > 390 * DAY, "{rule}");
        assert!(spans.is_sorted_by_key(|s| s.start));
    }
}

#[test]
fn a_rule_that_would_fill_the_calendar_is_refused() {
    let window = Span::new(Instant(0), Instant(1));
    for rule in ["FREQ=SECONDLY", "FREQ=MINUTELY"] {
        assert!(
            expand(rule, window, Tz::UTC, &[], Instant(0)).is_err(),
            "{rule}"
        );
    }
}
