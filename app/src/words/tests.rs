use super::*;
use crate::pages::Civil;

fn english() -> Words {
    Words::new("en", None).expect("the catalogue compiles")
}

fn chinese() -> Words {
    Words::new("zh-CN", None).expect("the catalogue compiles")
}

#[test]
fn every_catalogue_compiles_and_says_something() {
    for (locale, _) in CATALOGUES {
        let words = Words::new(locale, None).expect("compiles");
        for (message, (id, _)) in words.messages.iter().zip(MESSAGES) {
            let empty = matches!(message, Message::Plain(text) if text.is_empty());
            assert!(!empty, "{locale}: {id}");
        }
    }
}

#[test]
fn durations_have_two_units_at_most() {
    let check = |seconds, short: &str, spoken: &str, iso: &str| {
        assert_eq!(english().duration(seconds), short.replace(' ', "\u{a0}"));
        assert_eq!(english().spoken_duration(seconds), spoken);
        assert_eq!(durations::iso(seconds), iso);
    };
    check(-5, "0 min", "0 minutes", "PT0S");
    check(0, "0 min", "0 minutes", "PT0S");
    check(1, "1 s", "1 second", "PT1S");
    check(59, "59 s", "59 seconds", "PT59S");
    check(60, "1 min", "1 minute", "PT1M");
    check(37 * 60 + 59, "37 min", "37 minutes", "PT37M59S");
    check(3600, "1 h", "1 hour", "PT1H");
    check(6371, "1 h 46 min", "1 hour 46 minutes", "PT1H46M11S");
    check(86_399, "23 h 59 min", "23 hours 59 minutes", "PT23H59M59S");
    check(86_400, "1 d", "1 day", "PT24H");
    check(86_400 * 3 + 3600 * 4, "3 d 4 h", "3 days 4 hours", "PT76H");
    assert_eq!(
        chinese().duration(6371).replace('\u{a0}', " "),
        "1 小时 46 分钟"
    );
}

#[test]
fn dates_follow_the_language() {
    let at = Civil {
        year: 2026,
        month: 8,
        day: 4,
        hour: 9,
        minute: 5,
        weekday: 2,
        zone: "UTC".to_owned(),
    };
    let en = english();
    assert_eq!(en.date(&at), "4 August 2026");
    assert_eq!(en.weekday_day(&at), "Tue 4 Aug");
    assert_eq!(en.time(&at, Form::Clock), "09:05");
    assert_eq!(en.time(&at, Form::FullZone), "4 Aug 2026, 09:05\u{a0}UTC");
    let later = Civil {
        day: 13,
        ..at.clone()
    };
    assert_eq!(en.days(&at, &later), "4–13 Aug");
    let next = Civil {
        month: 9,
        day: 1,
        ..at.clone()
    };
    assert_eq!(en.days(&at, &next), "4 Aug – 1 Sep");
    assert_eq!(chinese().date(&at), "2026年8月4日");
    assert_eq!(chinese().days(&at, &later), "8月4日至13日");
}

#[test]
fn plurals_and_numbers() {
    let en = english();
    assert_eq!(en.archive_count(1_i64), "1 incident");
    assert_eq!(en.archive_count(9_999_i64), "9999 incidents");
    assert_eq!(en.archive_count(10_000_i64), "10,000 incidents");
    assert_eq!(en.quiet_days(11_i64), "Eleven days without an incident");
    assert_eq!(en.quiet_days(13_i64), "13 days without an incident");
    assert_eq!(en.names(["A", "B", "C", "D"], 2), "A, B and 2 more");
    assert_eq!(chinese().names(["A", "B"], 2), "A、B");
}

#[test]
fn a_site_brings_its_own_words() {
    let own = "all-operational = Everything is fine\nnav-status = { kind-incident }s\n";
    let words = Words::new("en", Some(own)).expect("compiles");
    assert_eq!(words.all_operational(), "Everything is fine");
    assert_eq!(words.nav_status(), "Incidents");
    assert_eq!(words.nav_incidents(), "Incidents");

    let arabic = "archive-count = { $count ->\n [two] حادثان\n [few] { $count } حوادث\n *[other] { $count } حادثًا\n}";
    let words = Words::new("ar", Some(arabic)).expect("compiles");
    assert_eq!(words.dir(), "rtl");
    assert_eq!(words.archive_count(2_i64), "حادثان");
    assert_eq!(words.archive_count(5_i64), "5 حوادث");
}

#[test]
fn mistakes_are_named() {
    let check = |source, expected: WordsError| {
        assert_eq!(Words::new("en", Some(source)).err(), Some(expected));
    };
    check(
        "al-operational = x",
        WordsError::Unknown("al-operational".into()),
    );
    check(
        "ago = { $when }",
        WordsError::Argument {
            message: "ago".into(),
            argument: "when".into(),
        },
    );
    check(
        "ago = { NUMBER($duration) }",
        WordsError::Unsupported {
            message: "ago".into(),
            what: "a function",
        },
    );
    check(
        "ago = { moment }\nmoment = { ago }",
        WordsError::Unsupported {
            message: "ago".into(),
            what: "a reference that leads back to itself",
        },
    );
    let broken = Words::new("en", Some("ago = x\nmoment = { $")).err();
    assert!(
        matches!(broken, Some(WordsError::Syntax { line: 2, .. })),
        "{broken:?}"
    );
    assert!(matches!(
        Words::new("???", None).err(),
        Some(WordsError::Locale(_))
    ));
}

#[test]
fn every_text_of_every_island_is_in_the_catalogue() {
    use crate::islands::{LiveWords, PreferencesWords, ProbeWords, TimesWords};
    let words = english();
    for (prefix, keys) in [
        ("times", TimesWords::KEYS),
        ("preferences", PreferencesWords::KEYS),
        ("live", LiveWords::KEYS),
        ("probe", ProbeWords::KEYS),
    ] {
        for key in keys {
            let text = words.slots(prefix, key, &[]);
            assert!(!text.is_empty(), "{prefix}-{key}");
        }
        let start = format!("{prefix}-");
        for (id, _) in MESSAGES.iter().filter(|(id, _)| id.starts_with(&start)) {
            assert!(keys.contains(&&id[start.len()..]), "nobody asks for {id}");
        }
    }
    assert_eq!(words.slots("live", "minutes", &[]), "{n} min");
}

/// From seconds to years the browser must go on exactly where the page's words left off.
#[test]
fn the_island_counts_as_the_page_does() {
    use crate::islands::LiveWords;
    use crate::islands::duration;
    for words in [english(), chinese()] {
        let live = LiveWords::fill(|key| words.slots("live", key, &[]));
        let hours = (0..48).map(|hour| hour * 3600 + 59 * 61);
        let days = (0..1200).map(|day| day * 86_400 + 7260);
        for seconds in (-5..200).chain(hours).chain(days) {
            let text = duration::text(seconds, live.units());
            assert!(
                !text.trim().is_empty(),
                "{seconds} s leave a comma dangling"
            );
            let page = words.growing(seconds);
            assert_eq!(text.replace('\u{a0}', " "), page.replace('\u{a0}', " "));
        }
    }
}

/// A form without a year must not gain one in the browser.
#[test]
fn the_browser_shows_as_much_as_the_page() {
    for form in [
        Form::Clock,
        Form::ClockZone,
        Form::Short,
        Form::Full,
        Form::FullZone,
    ] {
        let at = Civil {
            year: 2026,
            month: 8,
            day: 14,
            hour: 14,
            minute: 5,
            weekday: 5,
            zone: "UTC".to_owned(),
        };
        let text = english().time(&at, form);
        let (kind, zoned) = form.for_browser();
        assert_eq!(text.contains("2026"), kind == "datetime", "{text}");
        assert_eq!(text.contains("Aug"), kind != "time", "{text}");
        assert_eq!(text.contains("UTC"), zoned, "{text}");
    }
}
