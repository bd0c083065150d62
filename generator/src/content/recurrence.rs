//! Recurring maintenance: RFC 5545 rules, expanded by the `rrule` crate.

use crate::when;
use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use model::time::DAY;
use model::{Instant, Span};
use rrule::{RRule, RRuleError, RRuleSet, Unvalidated};

/// How far ahead occurrences are known, in days.
pub const HORIZON_DAYS: i64 = 400;

/// More occurrences than this are no maintenance plan; it bounds what a hostile rule can cost.
const MAX_OCCURRENCES: u16 = 5_000;

/// What does not take place: the occurrence that starts on this day, or at this instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Except {
    /// On this day, in the zone of the start.
    Day(NaiveDate),
    /// At this instant.
    At(Instant),
}

/// Expands `rule` from the window `first`, whose start follows the clock of `zone`, up to 400
/// days after `now`. A daily window at 02:00 stays at 02:00 when the clocks change.
///
/// # Errors
/// The rule is not one, in the words of the `rrule` crate.
pub fn expand(
    rule: &str,
    first: Span,
    zone: Tz,
    except: &[Except],
    now: Instant,
) -> Result<Vec<Span>, String> {
    let rule = rule.trim();
    let rule = rule.strip_prefix("RRULE:").unwrap_or(rule);
    let parsed: RRule<Unvalidated> = rule.parse().map_err(reason)?;
    let start = when::utc(first.start)
        .ok_or("the start is out of range")?
        .with_timezone(&rrule::Tz::Tz(zone));
    let horizon = now.max(first.start) + HORIZON_DAYS * DAY;
    let before = when::utc(horizon)
        .ok_or("the start is out of range")?
        .with_timezone(&rrule::Tz::Tz(zone));
    let validated = parsed.validate(start).map_err(reason)?;
    let dates = RRuleSet::new(start)
        .rrule(validated)
        .limit()
        .before(before)
        .all(MAX_OCCURRENCES)
        .dates;
    let local_length = local_length(first, zone);
    let spans = dates.into_iter().filter_map(|date| {
        let begin = when::instant(date);
        let dropped = except.iter().any(|e| match e {
            Except::Day(day) => when::date(begin, zone) == *day,
            Except::At(at) => *at == begin,
        });
        let end = local_length.and_then(|length| {
            let local = date.naive_local() + length;
            use chrono::TimeZone;
            let end = zone.from_local_datetime(&local);
            end.latest().map(when::instant)
        });
        // Where the clock jumps over the end, count seconds instead.
        let end = end.unwrap_or(begin + first.seconds(begin));
        (!dropped).then_some(Span::new(begin, end.max(begin)))
    });
    Ok(spans.collect())
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
mod tests {
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
}
