use super::*;

fn at(text: &str) -> i64 {
    parse(text, Tz::UTC).unwrap().at.0
}

#[test]
fn one_moment_in_many_spellings() {
    let moment = 1_732_941_960;
    for text in [
        "2024-11-30 04:46 UTC",
        "2024-11-30 04:46:00 UTC",
        "2024-11-30 04:46 Z",
        "2024-11-30T04:46:00Z",
        "2024-11-30t04:46:00.250z",
        "2024-11-30T05:46:00+01:00",
        "2024-11-30 05:46 +01:00",
        "2024-11-30 05:46 +0100",
        "2024-11-30 05:46 +01",
        "2024-11-30 05:46 UTC+01:00",
        "2024-11-30 05:46 Europe/Berlin",
        "2024-11-30 05:46 europe/berlin",
        "2024-11-29 23:46 -05:00",
        "2024-11-30 04:46 GMT",
        "2024-11-30 04:46",
    ] {
        assert_eq!(at(text), moment, "{text}");
    }
}

#[test]
fn without_a_zone_the_default_holds() {
    let when = parse("2024-11-30 05:46", Tz::Europe__Berlin).unwrap();
    assert_eq!((when.at.0, when.zoned), (1_732_941_960, false));
}

#[test]
fn what_is_no_time_says_why() {
    let error = |text| parse(text, Tz::Europe__Berlin).unwrap_err();
    for text in [
        "",
        "yesterday",
        "2024-11-30",
        "30.11.2024 04:46",
        "2024-11-30 4:46",
    ] {
        assert!(matches!(error(text), WhenError::Malformed(_)), "{text}");
    }
    for text in ["2024-02-30 04:46", "2024-13-01 04:46", "2024-11-30 25:00"] {
        assert!(matches!(error(text), WhenError::OutOfRange(_)), "{text}");
    }
    let zone = error("2024-11-30 04:46 Europe/Berln");
    assert_eq!(zone.hint(), "did you mean `Europe/Berlin`?");
    let zone = error("2024-11-30 04:46 PST");
    assert!(zone.hint().starts_with("use `UTC`, an offset"));
    assert!(matches!(
        error("2025-03-30 02:30"),
        WhenError::Skipped { .. }
    ));
    let twice = error("2025-10-26 02:30");
    assert_eq!(
        twice.hint(),
        "write it in UTC: `2025-10-26 00:30 UTC` or `2025-10-26 01:30 UTC`"
    );
}

#[test]
fn days_begin_at_local_midnight_or_when_it_first_exists() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let berlin = midnight(day(2025, 10, 26), Tz::Europe__Berlin);
    let next = midnight(day(2025, 10, 27), Tz::Europe__Berlin);
    assert_eq!(next - berlin, 25 * 3600);
    // Midnight is skipped in Cairo on the last Friday of April.
    let cairo = midnight(day(2024, 4, 26), Tz::Africa__Cairo);
    assert_eq!(utc_text(cairo), "2024-04-25 22:00 UTC");
}

proptest::proptest! {
    #[test]
    fn what_is_written_is_read_back(seconds in 0i64..4_000_000_000) {
        proptest::prop_assert_eq!(at(&utc_text(Instant(seconds))), seconds);
    }

    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,40}") {
        let _ = parse(&text, Tz::Europe__Berlin);
        let _ = find_date(&text);
    }
}
