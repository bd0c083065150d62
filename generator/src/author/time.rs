//! Times as somebody types them on a command line, and as an edit writes them.

use crate::when::{self, WhenError};
use chrono_tz::Tz;
use model::Instant;
use model::time::MINUTE;

/// Reads a time as [`when::parse`] does, and shorter: `now`, `04:46` (today, in `zone`), `10m ago`,
/// `-10m`, `in 2h`, `+2h`. What is relative counts from `base`; it ends on a whole minute.
pub fn parse(text: &str, base: Instant, zone: Tz) -> Result<Instant, WhenError> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("now") {
        return Ok(whole_minute(base));
    }
    if let Some(seconds) = relative(text) {
        return Ok(whole_minute(base + seconds));
    }
    let clock = text.as_bytes();
    if clock.len() >= 5 && clock[2] == b':' {
        let today = when::date(base, zone).format("%Y-%m-%d");
        return when::parse(&format!("{today} {text}"), zone).map(|when| when.at);
    }
    when::parse(text, zone).map(|when| when.at)
}

/// Seconds to add, for `10m ago`, `-10m`, `in 2h` and `+2h`.
fn relative(text: &str) -> Option<i64> {
    let (sign, span) = if let Some(span) = text.strip_suffix("ago") {
        (-1, span)
    } else if let Some(span) = text.strip_prefix('-') {
        (-1, span)
    } else {
        (1, text.strip_prefix("in ").or(text.strip_prefix('+'))?)
    };
    let span = humantime::parse_duration(span.trim()).ok()?;
    Some(sign * i64::try_from(span.as_secs()).ok()?)
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

/// `2024-11-30T04:46:00Z`.
pub fn rfc3339(at: Instant) -> String {
    match when::utc(at) {
        Some(time) => time.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        None => when::utc_text(at),
    }
}

/// `2024-11-30 05:46 Europe/Berlin`, if that names this instant and no other.
pub fn local(at: Instant, zone: Tz, name: &str) -> Option<String> {
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

    fn check(text: &str, expected: &str) {
        let read = parse(text, NOW, chrono_tz::Europe::Berlin);
        let shown = read.map_or_else(|error| error.to_string(), when::utc_text);
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn short_forms_count_from_now_in_whole_minutes() {
        check("now", "2024-11-30 04:46 UTC");
        check("10m ago", "2024-11-30 04:36 UTC");
        check("-1h30m", "2024-11-30 03:16 UTC");
        check("in 2h", "2024-11-30 06:46 UTC");
        check("+90m", "2024-11-30 06:16 UTC");
    }

    #[test]
    fn a_clock_alone_is_today_in_the_sites_zone() {
        check("05:30", "2024-11-30 04:30 UTC");
        check("05:30 UTC", "2024-11-30 05:30 UTC");
    }

    #[test]
    fn all_other_times_are_those_of_files() {
        check("2024-11-30 05:00 UTC", "2024-11-30 05:00 UTC");
        check("2024-11-30T05:00:00+01:00", "2024-11-30 04:00 UTC");
        check("2024-11-30 05:00", "2024-11-30 04:00 UTC");
        check("this morning", "`this morning` is not a time");
    }

    #[test]
    fn an_update_within_the_minute_of_the_last_one_comes_after_it() {
        assert_eq!(after(None, NOW), whole_minute(NOW));
        assert_eq!(after(Some(NOW - 10), NOW), NOW);
        assert_eq!(after(Some(NOW - 3600), NOW), whole_minute(NOW));
        assert_eq!(after(Some(NOW + 3600), NOW), whole_minute(NOW));
    }

    #[test]
    fn a_local_time_is_written_only_where_it_is_unmistakable() {
        let berlin = chrono_tz::Europe::Berlin;
        let local = |at| local(Instant(at), berlin, "Europe/Berlin");
        assert_eq!(
            local(1_732_942_000).as_deref(),
            Some("2024-11-30 05:46:40 Europe/Berlin")
        );
        // 2024-10-27 02:30 came twice.
        assert_eq!(local(1_729_989_000), None);
    }
}
