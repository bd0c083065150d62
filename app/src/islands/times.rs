//! How much of a time is shown: from a `<time>`'s `data-time` to the options of `Intl`.

use super::prefs::{Clock, Prefs, Zone};
use model::time::{DAY, HOUR, MINUTE};

/// Options of `Intl.DateTimeFormat`.
pub type Options = Vec<(&'static str, String)>;

const CLOCK: &[(&str, &str)] = &[("hour", "numeric"), ("minute", "2-digit")];
const DAY_MONTH: &[(&str, &str)] = &[("day", "numeric"), ("month", "short")];
const DATE: &[(&str, &str)] = &[("year", "numeric"), ("month", "short"), ("day", "numeric")];
const WEEKDAY: &[(&str, &str)] = &[("weekday", "short")];
const ZONE: &[(&str, &str)] = &[("timeZoneName", "short")];

/// All that `options` knows.
pub const KINDS: [&str; 6] = ["time", "day", "weekday", "date", "short", "datetime"];

/// What a kind of `data-time` shows (the clock should be settled by then), `zoned` with the zone's short name behind it; `None` for a
/// kind that nobody knows.
pub fn options(kind: &str, zoned: bool, prefs: Prefs, site_zone: &str) -> Option<Options> {
    let parts: [&[(&str, &str)]; 2] = match kind {
        "time" => [CLOCK, &[]],
        "day" => [DAY_MONTH, &[]],
        "weekday" => [WEEKDAY, DAY_MONTH],
        "date" => [DATE, &[]],
        "short" => [DAY_MONTH, CLOCK],
        "datetime" => [DATE, CLOCK],
        _ => return None,
    };
    let zone = if zoned { ZONE } else { &[] };
    let parts = parts.into_iter().chain([zone]).flatten();
    // "2:05 pm", but "02:05".
    let hour = if prefs.clock == Clock::TwentyFour {
        "2-digit"
    } else {
        "numeric"
    };
    let parts = parts.map(|&(name, value)| (name, if name == "hour" { hour } else { value }));
    let mut options: Options = parts
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    match prefs.zone {
        Zone::Mine => {}
        Zone::Site => options.push(("timeZone", site_zone.to_owned())),
        Zone::Utc => options.push(("timeZone", "UTC".to_owned())),
    }
    let cycle = match prefs.clock {
        Clock::Auto => "",
        Clock::Twelve => "h12",
        Clock::TwentyFour => "h23",
    };
    if !cycle.is_empty() {
        options.push(("hourCycle", cycle.to_owned()));
    }
    Some(options)
}

/// The kind to use where the reader's day is not the one that the page has in mind: a bare clock
/// would mislead.
pub fn with_day(kind: &str) -> &str {
    if kind == "time" { "short" } else { kind }
}

/// Whether nothing has to be rewritten, for the page says it that way already.
pub fn as_written(prefs: Prefs) -> bool {
    prefs.zone == Zone::Site && prefs.clock == Clock::Auto
}

/// `seconds` from now (negative: ago) as number and unit for `Intl.RelativeTimeFormat`. Seconds
/// come in tens, so that nothing on a page fidgets.
pub fn relative(seconds: i64) -> (i64, &'static str) {
    let (size, unit) = match seconds.abs() {
        0..MINUTE => {
            let tens = (seconds.abs() / 10 * 10).max(10);
            return (if seconds > 0 { tens } else { -tens }, "second");
        }
        MINUTE..HOUR => (MINUTE, "minute"),
        HOUR..172_800 => (HOUR, "hour"),
        _ => (DAY, "day"),
    };
    (seconds / size, unit)
}

/// The first of the reader's languages that is the page's own, for its regional habits ("en-GB"
/// on a page in "en"); else the page's.
pub fn language<'l>(page: &'l str, reader: impl Iterator<Item = &'l str>) -> &'l str {
    if page.contains('-') {
        return page;
    }
    let mut reader = reader;
    let own = reader.find(|tag| {
        tag.strip_prefix(page)
            .is_some_and(|rest| rest.starts_with('-'))
    });
    own.unwrap_or(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zone_and_clock_follow_the_choices() {
        let get = |prefs: &str, name: &str| {
            let options =
                options("time", false, Prefs::parse(prefs), "Asia/Shanghai").expect("known");
            let found = options.into_iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value)
        };
        assert_eq!(get("system mine auto", "timeZone"), None);
        assert_eq!(
            get("system site auto", "timeZone").as_deref(),
            Some("Asia/Shanghai")
        );
        assert_eq!(get("system utc auto", "timeZone").as_deref(), Some("UTC"));
        assert_eq!(get("system mine auto", "hourCycle"), None);
        assert_eq!(get("system mine 12", "hourCycle").as_deref(), Some("h12"));
        assert_eq!(get("system mine 24", "hourCycle").as_deref(), Some("h23"));
        assert_eq!(options("fortnight", true, Prefs::default(), "UTC"), None);
    }

    #[test]
    fn relative_times_in_the_largest_unit() {
        assert_eq!(relative(0), (-10, "second"));
        assert_eq!(relative(-3), (-10, "second"));
        assert_eq!(relative(-59), (-50, "second"));
        assert_eq!(relative(-60), (-1, "minute"));
        assert_eq!(relative(-119), (-1, "minute"));
        assert_eq!(relative(-3599), (-59, "minute"));
        assert_eq!(relative(7200), (2, "hour"));
        assert_eq!(relative(-172_799), (-47, "hour"));
        assert_eq!(relative(-172_800), (-2, "day"));
    }

    #[test]
    fn the_readers_region_but_the_pages_language() {
        let language = |page, reader: &[&'static str]| language(page, reader.iter().copied());
        assert_eq!(language("en", &["de-DE", "en-GB", "en-US"]), "en-GB");
        assert_eq!(language("en", &["de"]), "en");
        assert_eq!(language("zh-CN", &["zh-TW"]), "zh-CN");
        assert_eq!(language("e", &["en-GB"]), "e");
    }
}
