//! Recurring maintenance: RFC 5545 rules, expanded by the `rrule` crate.

use crate::when;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use model::time::DAY;
use model::{Instant, Span};
use rrule::{RRule, RRuleError, RRuleSet, Unvalidated};

/// How far ahead occurrences are known, in days.
pub const HORIZON_DAYS: i64 = 400;

/// How far back occurrences are kept, in days: as far as any chart or report looks. The first
/// window stays, for it says when all began.
pub const PAST_DAYS: i64 = 1_100;

/// More occurrences than this are no maintenance plan; it bounds what a hostile rule can cost.
const MAX_OCCURRENCES: usize = 12_000;

/// What does not take place: the occurrence that starts on this day, or at this instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Except {
    /// On this day, in the zone of the start.
    Day(NaiveDate),
    /// At this instant.
    At(Instant),
}

/// Expands `rule` from the window `first`, whose start follows the clock of `zone`, up to 400
/// days after `now`. A daily window at 02:00 stays at 02:00 when the clocks change. The first
/// window is one, whether the rule says so or not (RFC 5545 §3.8.5.3).
///
/// # Errors
/// The rule is not one, in the words of the `rrule` crate; or it repeats too often.
pub fn expand(
    rule: &str,
    first: Span,
    zone: Tz,
    except: &[Except],
    now: Instant,
) -> Result<Vec<Span>, String> {
    let rule = rule.trim();
    let rule = rule.strip_prefix("RRULE:").unwrap_or(rule);
    let rule = until_in_utc(rule, zone);
    let parsed: RRule<Unvalidated> = rule.parse().map_err(reason)?;
    let start = when::utc(first.start)
        .ok_or("the start is out of range")?
        .with_timezone(&rrule::Tz::Tz(zone));
    let horizon = now.max(first.start) + HORIZON_DAYS * DAY;
    let before = when::utc(horizon)
        .ok_or("the start is out of range")?
        .with_timezone(&rrule::Tz::Tz(zone));
    let validated = parsed.validate(start).map_err(reason)?;
    let result = RRuleSet::new(start)
        .rrule(validated)
        .limit()
        .before(before)
        .all(u16::MAX);
    let past = now - PAST_DAYS * DAY;
    let dates = result.dates.into_iter();
    let mut dates: Vec<_> = dates
        .filter(|date| when::instant(*date) >= past || *date == start)
        .collect();
    if dates.first() != Some(&start) {
        dates.insert(0, start);
    }
    if result.limited || dates.len() > MAX_OCCURRENCES {
        return Err("it repeats too often, or has done so for too long".to_owned());
    }
    let local_length = local_length(first, zone);
    let spans = dates.into_iter().filter_map(|date| {
        let begin = when::instant(date);
        let dropped = except.iter().any(|e| match e {
            Except::Day(day) => when::date(begin, zone) == *day,
            Except::At(at) => *at == begin,
        });
        let end = local_length.and_then(|length| {
            let local = date.naive_local() + length;
            let end = zone.from_local_datetime(&local);
            end.earliest().map(when::instant)
        });
        // Where the clock jumps over the end, count seconds instead.
        let end = end.unwrap_or(begin + first.seconds(begin));
        (!dropped).then_some(Span::new(begin, end.max(begin)))
    });
    Ok(spans.collect())
}

/// RFC 5545 wants `UNTIL` in UTC where the start has a zone. People write the last day, or the time
/// on their wall.
fn until_in_utc(rule: &str, zone: Tz) -> String {
    let part = |part: &str| {
        let (key, value) = part.split_once('=')?;
        if !key.trim().eq_ignore_ascii_case("UNTIL") {
            return None;
        }
        let local = match value.trim() {
            day if day.len() == 8 => {
                let day = NaiveDate::parse_from_str(day, "%Y%m%d").ok()?;
                day.and_hms_opt(23, 59, 59)?
            }
            time => NaiveDateTime::parse_from_str(time, "%Y%m%dT%H%M%S").ok()?,
        };
        let at = zone.from_local_datetime(&local).latest()?;
        Some(format!("UNTIL={}", at.to_utc().format("%Y%m%dT%H%M%SZ")))
    };
    let parts = rule
        .split(';')
        .map(|p| part(p).unwrap_or_else(|| p.to_owned()));
    parts.collect::<Vec<_>>().join(";")
}

/// The crate's message, as part of a sentence of ours.
fn reason(error: RRuleError) -> String {
    let message = error.to_string();
    let message = message.trim_end_matches('.');
    let reason = message
        .split_once("error: ")
        .map_or(message, |(_, why)| why);
    reason.to_owned()
}

/// How long the window is on the wall clock.
fn local_length(first: Span, zone: Tz) -> Option<TimeDelta> {
    let local = |at| Some(when::utc(at)?.with_timezone(&zone).naive_local());
    Some(local(first.end?)? - local(first.start)?)
}

#[cfg(test)]
mod tests;
