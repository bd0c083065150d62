//! Times as people write them, with zones; the only place where a zone is read.

use chrono::{DateTime, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use model::Instant;

/// A time that was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// As UTC.
    pub at: Instant,
    /// The zone whose clock it follows, for recurrences; UTC for a bare offset.
    pub zone: Tz,
    /// Whether the text names its zone.
    pub zoned: bool,
}

/// Why a text is not a time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// Nothing like one.
    #[error("`{0}` is not a time")]
    Malformed(String),
    /// The digits name no moment of any calendar.
    #[error("`{0}` is not in the calendar")]
    OutOfRange(String),
    /// Looks like a zone, but IANA's list has no such name.
    #[error("unknown time zone `{0}`")]
    UnknownZone(String),
    /// The clock showed it twice: daylight saving ended.
    #[error("`{text}` came twice in {zone}, when the clock went back")]
    Ambiguous {
        /// As written.
        text: String,
        /// IANA name.
        zone: Tz,
        /// The two instants, earlier first.
        both: (Instant, Instant),
    },
    /// The clock never showed it: daylight saving began.
    #[error("`{text}` did not exist in {zone}: the clock jumped over it")]
    Skipped {
        /// As written.
        text: String,
        /// IANA name.
        zone: Tz,
    },
}

impl WhenError {
    /// How to mend it.
    pub fn hint(&self) -> String {
        match self {
            WhenError::Malformed(_) | WhenError::OutOfRange(_) => {
                "write `2024-11-30 04:46 UTC`, `2024-11-30 05:46 Europe/Berlin` or \
                 `2024-11-30T04:46:00Z`"
                    .to_owned()
            }
            WhenError::UnknownZone(name) => match nearest_zone(name) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "use `UTC`, an offset such as `+02:00`, or an IANA name such as \
                             `Europe/Berlin`"
                    .to_owned(),
            },
            WhenError::Ambiguous { both, .. } => format!(
                "write it in UTC: `{}` or `{}`",
                utc_text(both.0),
                utc_text(both.1)
            ),
            WhenError::Skipped { .. } => "write it in UTC".to_owned(),
        }
    }
}

/// Reads RFC 3339, or `YYYY-MM-DD HH:MM[:SS]` with nothing, `UTC`, an offset or an IANA name
/// behind it. Without a zone `default` holds.
pub fn parse(text: &str, default: Tz) -> Result<When, WhenError> {
    let text = text.trim();
    let malformed = || WhenError::Malformed(text.to_owned());
    let (date, rest) = split_date(text).ok_or_else(malformed)?;
    let rest = rest
        .strip_prefix(['T', 't'])
        .unwrap_or_else(|| rest.trim_start());
    let (time, zone) = split_time(rest).ok_or_else(malformed)?;
    let out_of_range = || WhenError::OutOfRange(text.to_owned());
    let local = NaiveDateTime::new(
        date.ok_or_else(out_of_range)?,
        time.ok_or_else(out_of_range)?,
    );
    let zone = zone.trim();
    if let Some(offset) = offset_seconds(zone) {
        return Ok(When {
            at: Instant(local.and_utc().timestamp()) - offset,
            zone: Tz::UTC,
            zoned: true,
        });
    }
    let (tz, zoned) = if zone.is_empty() {
        (default, false)
    } else if zone.starts_with(|c: char| c.is_ascii_alphabetic()) {
        let tz = Tz::from_str_insensitive(zone);
        (
            tz.map_err(|_| WhenError::UnknownZone(zone.to_owned()))?,
            true,
        )
    } else {
        return Err(malformed());
    };
    let at = match tz.from_local_datetime(&local) {
        MappedLocalTime::Single(at) => at,
        MappedLocalTime::Ambiguous(a, b) => {
            return Err(WhenError::Ambiguous {
                text: text.to_owned(),
                zone: tz,
                both: (instant(a), instant(b)),
            });
        }
        MappedLocalTime::None => {
            return Err(WhenError::Skipped {
                text: text.to_owned(),
                zone: tz,
            });
        }
    };
    Ok(When {
        at: instant(at),
        zone: tz,
        zoned,
    })
}

/// Reads `YYYY-MM-DD` alone.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    match split_date(text.trim())? {
        (date, "") => date,
        _ => None,
    }
}

/// The byte at which a `YYYY-MM-DD` begins in `text`, if one does.
pub fn find_date(text: &str) -> Option<usize> {
    text.char_indices()
        .map(|(i, _)| i)
        .find(|&i| split_date(&text[i..]).is_some())
}

/// `2024-11-30 04:46 UTC`, as `new` and `update` write it; seconds only if there are any.
pub fn utc_text(at: Instant) -> String {
    let Some(time) = utc(at) else {
        return at.0.to_string();
    };
    let format = if at.0 % 60 == 0 {
        "%Y-%m-%d %H:%M UTC"
    } else {
        "%Y-%m-%d %H:%M:%S UTC"
    };
    time.format(format).to_string()
}

/// The instant as chrono has it; `None` some 262,000 years away from now.
pub fn utc(at: Instant) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(at.0, 0)
}

/// The IANA name that `name` was most likely meant to be. An abbreviation is never near another:
/// `PST` is not `EST`, and a time would be off by hours.
pub fn nearest_zone(name: &str) -> Option<&'static str> {
    let names = chrono_tz::TZ_VARIANTS.iter().map(|tz| tz.name());
    match name.len() > 4 || name.contains('/') {
        true => crate::suggest::nearest(name, names.filter(|name| name.contains('/'))),
        false => None,
    }
}

/// Chrono's time as an instant, fractions of a second dropped.
pub fn instant<Z: TimeZone>(at: DateTime<Z>) -> Instant {
    Instant(at.timestamp())
}

/// The first instant of `date` in `zone`; where midnight does not exist, the first that does.
pub fn midnight(date: NaiveDate, zone: Tz) -> Instant {
    let start = date.and_time(NaiveTime::MIN);
    (0..24 * 4)
        .find_map(|quarter| {
            let local = start + chrono::TimeDelta::minutes(15 * quarter);
            zone.from_local_datetime(&local).earliest()
        })
        .map_or_else(|| Instant(start.and_utc().timestamp()), instant)
}

/// The date that `at` has in `zone`.
pub fn date(at: Instant, zone: Tz) -> NaiveDate {
    utc(at).map_or(NaiveDate::MIN, |t| t.with_timezone(&zone).date_naive())
}

type Split<'a, T> = (Option<T>, &'a str);

/// The leading `YYYY-MM-DD`: the date if it exists, and what follows.
fn split_date(text: &str) -> Option<Split<'_, NaiveDate>> {
    let head = text.as_bytes().get(..10)?;
    let dashes = head[4] == b'-' && head[7] == b'-';
    if !dashes || text.as_bytes().get(10).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let year = digits(&head[..4])?;
    let (month, day) = (digits(&head[5..7])?, digits(&head[8..])?);
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    Some((date, &text[10..]))
}

/// The leading `HH:MM[:SS[.fraction]]`: the time if it exists, and what follows.
fn split_time(text: &str) -> Option<Split<'_, NaiveTime>> {
    let bytes = text.as_bytes();
    if bytes.get(2) != Some(&b':') {
        return None;
    }
    let (hour, minute) = (digits(bytes.get(..2)?)?, digits(bytes.get(3..5)?)?);
    let mut second = 0;
    let mut end = 5;
    if bytes.get(5) == Some(&b':') {
        second = digits(bytes.get(6..8)?)?;
        end = 8;
        if matches!(bytes.get(8), Some(b'.' | b',')) {
            let fraction = bytes[9..].iter().take_while(|b| b.is_ascii_digit()).count();
            end = 9 + fraction;
        }
    }
    Some((NaiveTime::from_hms_opt(hour, minute, second), &text[end..]))
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |number, b| {
        b.is_ascii_digit()
            .then(|| number * 10 + u32::from(b - b'0'))
    })
}

/// `Z`, `UTC`, `GMT` or `±HH[:]MM`, optionally behind `UTC`, as seconds east of Greenwich.
fn offset_seconds(zone: &str) -> Option<i64> {
    let rest = ["UTC", "GMT", "utc", "gmt", "Z", "z"]
        .iter()
        .find_map(|prefix| zone.strip_prefix(prefix));
    let signed = match rest {
        Some("") => return Some(0),
        Some(rest) => rest,
        None => zone,
    };
    let (sign, clock) = match signed.as_bytes().first()? {
        b'+' => (1, &signed[1..]),
        b'-' => (-1, &signed[1..]),
        _ => return None,
    };
    let clock = clock.as_bytes();
    let (hours, minutes) = match clock {
        [_, _] => (digits(clock)?, 0),
        [_, _, b':', _, _] => (digits(&clock[..2])?, digits(&clock[3..])?),
        [_, _, _, _] => (digits(&clock[..2])?, digits(&clock[2..])?),
        _ => return None,
    };
    (hours <= 23 && minutes <= 59).then(|| sign * i64::from(hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests;
