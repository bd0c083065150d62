//! How long something has lasted, for people: "37 min", "1 h 22 min", "2 d 3 h".
//!
//! The generator writes with it and the browser goes on counting with it, so the two agree.

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
}

/// `seconds` in at most two units, the smaller one left out when it is nought.
pub fn text(seconds: i64, units: Units) -> String {
    if seconds < MINUTE {
        return units.moment.to_owned();
    }
    let part = |n: i64, unit: &str| unit.replace("{n}", &n.to_string());
    let (large, unit, small, smaller) = if seconds < HOUR {
        return part(seconds / MINUTE, units.minutes);
    } else if seconds < DAY {
        let minutes = seconds % HOUR / MINUTE;
        (seconds / HOUR, units.hours, minutes, units.minutes)
    } else {
        let hours = seconds % DAY / HOUR;
        (seconds / DAY, units.days, hours, units.hours)
    };
    let mut text = part(large, unit);
    if small > 0 {
        text.push(' ');
        text.push_str(&part(small, smaller));
    }
    text
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
        };
        let check = |seconds, expected| assert_eq!(text(seconds, units), expected);
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
