//! Times as somebody types them on a command line, and as an edit writes them.

use crate::when::{self, WhenError};
use chrono::NaiveDate;
use chrono_tz::Tz;
use model::Instant;
use model::time::MINUTE;

/// What short forms of a time count from.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// Of `now`, `in 2h` and `10m ago`.
    pub now: Instant,
    /// Of `+2h` and `04:46`; the beginning, when it is the end that is asked for.
    pub base: Instant,
    /// Whether `04:46` is the last one, for what has happened, or the next one, for plans.
    pub past: bool,
    /// Of a time that names none.
    pub zone: Tz,
}

/// Reads a time as [`when::parse`] does, and shorter: `now`, `04:46`, `10m ago`, `-10m`, `in 2h`,
/// `+2h`. What is relative ends on a whole minute.
pub fn parse(text: &str, clock: Clock) -> Result<Instant, WhenError> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("now") {
        return Ok(whole_minute(clock.now));
    }
    if let Some(at) = relative(text, clock) {
        return Ok(whole_minute(at));
    }
    let digits = text.as_bytes();
    if digits.len() >= 5 && digits[2] == b':' {
        return on_the_clock(text, clock);
    }
    when::parse(text, clock.zone).map(|when| when.at)
}

/// The instant nearest to `base` at which the clock shows `04:46`, on the side that is asked for.
fn on_the_clock(text: &str, clock: Clock) -> Result<Instant, WhenError> {
    let read = |day: NaiveDate| when::parse(&format!("{day} {text}"), clock.zone).map(|w| w.at);
    let today = when::date(clock.base, clock.zone);
    let at = read(today)?;
    let other = match clock.past {
        // Clocks differ a little; a minute ahead is no other day.
        true if at > clock.base + 5 * MINUTE => today.pred_opt(),
        false if at < whole_minute(clock.base) => today.succ_opt(),
        _ => None,
    };
    other.map_or(Ok(at), read)
}

/// A time of the command line, and how a file says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// As UTC.
    pub at: Instant,
    /// With its zone, always.
    pub text: String,
}

/// Reads a time as [`parse`] does. One that is complete is written as it was typed, for a
/// maintenance that recurs follows the clock of its zone; the site's zone is added where none is.
/// What is relative is written like `example`, if there is one.
pub fn written(text: &str, clock: Clock, example: Option<&str>) -> Result<Written, WhenError> {
    let text = text.trim();
    let at = parse(text, clock)?;
    let text = match when::parse(text, clock.zone) {
        Ok(when) if when.zoned => text.to_owned(),
        Ok(_) if clock.zone != Tz::UTC => format!("{text} {}", clock.zone.name()),
        _ => example.map_or_else(|| when::utc_text(at), |example| like(example, at)),
    };
    Ok(Written { at, text })
}

/// The instant that `10m ago`, `-10m`, `in 2h` or `+2h` is.
fn relative(text: &str, clock: Clock) -> Option<Instant> {
    let (sign, span, from) = if let Some(span) = text.strip_suffix("ago") {
        (-1, span, clock.now)
    } else if let Some(span) = text.strip_prefix('-') {
        (-1, span, clock.now)
    } else if let Some(span) = text.strip_prefix("in ") {
        (1, span, clock.now)
    } else {
        (1, text.strip_prefix('+')?, clock.base)
    };
    let span = humantime::parse_duration(span.trim()).ok()?;
    Some(from + sign * i64::try_from(span.as_secs()).ok()?)
}

/// The minute that holds `at`: headings are read by people.
pub fn whole_minute(at: Instant) -> Instant {
    at - at.0.rem_euclid(MINUTE)
}

/// The time of a new update at `now` after one at `latest`: a whole minute, unless that would put
/// it before the other.
pub fn after(latest: Option<Instant>, now: Instant) -> Instant {
    let minute = whole_minute(now);
    match latest {
        Some(latest) if latest > minute && latest <= now => now,
        _ => minute,
    }
}

/// `at`, in the zone and manner in which `example` is written; in UTC if that isn't unmistakable.
pub fn like(example: &str, at: Instant) -> String {
    let in_utc = || when::utc_text(at);
    if example.ends_with('Z') && example.as_bytes().get(10) == Some(&b'T') {
        let rfc3339 = |time: chrono::DateTime<_>| time.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        return when::utc(at).map_or_else(in_utc, rfc3339);
    }
    let name = example.rsplit(' ').next().unwrap_or_default();
    let named = Tz::from_str_insensitive(name)
        .ok()
        .filter(|&zone| zone != Tz::UTC);
    named
        .and_then(|zone| local(at, zone, name))
        .unwrap_or_else(in_utc)
}

/// `2024-11-30 05:46 Europe/Berlin`, if that names this instant and no other.
fn local(at: Instant, zone: Tz, name: &str) -> Option<String> {
    let time = when::utc(at)?.with_timezone(&zone);
    let format = if at.0 % MINUTE == 0 {
        "%Y-%m-%d %H:%M"
    } else {
        "%Y-%m-%d %H:%M:%S"
    };
    let text = format!("{} {name}", time.format(format));
    let read = when::parse(&text, zone).ok()?;
    (read.at == at).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_732_942_003); // 2024-11-30 04:46:43 UTC

    const CLOCK: Clock = Clock {
        now: NOW,
        base: Instant(1_733_014_800), // 2024-12-01 01:00:00 UTC
        past: false,
        zone: chrono_tz::Europe::Berlin,
    };

    fn check(text: &str, expected: &str) {
        let read = parse(text, CLOCK);
        let shown = read.map_or_else(|error| error.to_string(), when::utc_text);
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn short_forms_count_in_whole_minutes() {
        check("now", "2024-11-30 04:46 UTC");
        check("10m ago", "2024-11-30 04:36 UTC");
        check("-1h30m", "2024-11-30 03:16 UTC");
        check("in 2h", "2024-11-30 06:46 UTC");
        check("+90m", "2024-12-01 02:30 UTC");
    }

    #[test]
    fn a_clock_alone_is_the_next_one_or_the_last() {
        check("05:30", "2024-12-01 04:30 UTC");
        check("05:30 UTC", "2024-12-01 05:30 UTC");
        check("01:30", "2024-12-02 00:30 UTC");
        let past = |text, expected: &str| {
            let clock = Clock {
                base: NOW,
                past: true,
                ..CLOCK
            };
            assert_eq!(
                parse(text, clock).map(when::utc_text),
                Ok(expected.to_owned())
            );
        };
        past("05:40", "2024-11-30 04:40 UTC");
        past("05:49", "2024-11-30 04:49 UTC");
        past("23:50", "2024-11-29 22:50 UTC");
    }

    #[test]
    fn all_other_times_are_those_of_files() {
        check("2024-11-30 05:00 UTC", "2024-11-30 05:00 UTC");
        check("2024-11-30T05:00:00+01:00", "2024-11-30 04:00 UTC");
        check("2024-11-30 05:00", "2024-11-30 04:00 UTC");
        check("this morning", "`this morning` is not a time");
    }

    #[test]
    fn a_file_gets_a_time_with_a_zone() {
        let check = |text, example, expected: &str| {
            let written = written(text, CLOCK, example);
            assert_eq!(written.map(|w| w.text), Ok(expected.to_owned()));
        };
        check("2024-12-01 02:00", None, "2024-12-01 02:00 Europe/Berlin");
        check(
            "2024-12-01 02:00 Asia/Tokyo",
            None,
            "2024-12-01 02:00 Asia/Tokyo",
        );
        check(
            "2024-12-01T02:00:00+09:00",
            None,
            "2024-12-01T02:00:00+09:00",
        );
        check("in 2h", None, "2024-11-30 06:46 UTC");
        check(
            "+2h",
            Some("2024-12-01 02:00 Asia/Tokyo"),
            "2024-12-01 12:00 Asia/Tokyo",
        );
        let zone = Tz::UTC;
        let utc = written("2024-12-01 02:00", Clock { zone, ..CLOCK }, None);
        assert_eq!(utc.map(|w| w.text), Ok("2024-12-01 02:00 UTC".to_owned()));
    }

    #[test]
    fn an_update_within_the_minute_of_the_last_one_comes_after_it() {
        assert_eq!(after(None, NOW), whole_minute(NOW));
        assert_eq!(after(Some(NOW - 10), NOW), NOW);
        assert_eq!(after(Some(NOW - 3600), NOW), whole_minute(NOW));
        assert_eq!(after(Some(NOW + 3600), NOW), whole_minute(NOW));
    }

    #[test]
    fn a_time_is_written_as_the_others_are_where_that_is_unmistakable() {
        let check = |example, at, expected| assert_eq!(like(example, Instant(at)), expected);
        let berlin = "2024-11-30 01:00 Europe/Berlin";
        check(berlin, 1_732_942_000, "2024-11-30 05:46:40 Europe/Berlin");
        // 2024-10-27 02:30 came twice.
        check(berlin, 1_729_989_000, "2024-10-27 00:30 UTC");
        check(
            "2024-11-30T01:00:00Z",
            1_732_942_000,
            "2024-11-30T04:46:40Z",
        );
        check(
            "2024-11-30 01:00 +02:00",
            1_732_941_960,
            "2024-11-30 04:46 UTC",
        );
        check("2024-11-30 01:00", 1_732_941_960, "2024-11-30 04:46 UTC");
    }
}
