//! How long something has lasted, for people: "37 min", "1 h 22 min", "2 d 3 h".
//!
//! The browser goes on counting where the page's own words left off.

use model::time::{DAY, HOUR, MINUTE};

/// The units in words: `{n}` is the number.
#[derive(Clone, Copy, Debug)]
pub struct Units<'a> {
    /// Less than a minute, without a number.
    pub moment: &'a str,
    /// "{n} min"
    pub minutes: &'a str,
    /// "{n} h"
    pub hours: &'a str,
    /// "{n} d"
    pub days: &'a str,
    /// "{first} {second}": how two of them stand together.
    pub two: &'a str,
}

/// `seconds` in at most two units, the smaller one left out when it is nought; unbreakable.
pub fn text(seconds: i64, units: Units) -> String {
    let part = |n: i64, unit: &str| unit.replace("{n}", &n.to_string());
    let (large, small, n) = match seconds {
        ..MINUTE => return units.moment.to_owned(),
        MINUTE..HOUR => (part(seconds / MINUTE, units.minutes), "", 0),
        HOUR..DAY => (
            part(seconds / HOUR, units.hours),
            units.minutes,
            seconds % HOUR / MINUTE,
        ),
        _ => (
            part(seconds / DAY, units.days),
            units.hours,
            seconds % DAY / HOUR,
        ),
    };
    let text = match n {
        0 => large,
        n => units
            .two
            .replace("{first}", &large)
            .replace("{second}", &part(n, small)),
    };
    text.replace(' ', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_units_at_most() {
        let units = Units {
            moment: "a moment",
            minutes: "{n} min",
            hours: "{n} h",
            days: "{n} d",
            two: "{first} {second}",
        };
        let check =
            |seconds, expected| assert_eq!(text(seconds, units).replace('\u{a0}', " "), expected);
        assert_eq!(text(60, units), "1\u{a0}min");
        check(-5, "a moment");
        check(59, "a moment");
        check(60, "1 min");
        check(37 * 60 + 59, "37 min");
        check(3600, "1 h");
        check(4920, "1 h 22 min");
        check(86_399, "23 h 59 min");
        check(86_400, "1 d");
        check(86_400 + 59, "1 d");
        check(2 * 86_400 + 3 * 3600 + 59, "2 d 3 h");
    }
}
