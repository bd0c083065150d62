//! How long something took.

use super::Words;
use model::time::{DAY, HOUR, MINUTE};

/// A unit of time, largest first.
const UNITS: [(i64, Unit); 4] = [
    (DAY, Unit::Day),
    (HOUR, Unit::Hour),
    (MINUTE, Unit::Minute),
    (1, Unit::Second),
];

#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Day,
    Hour,
    Minute,
    Second,
}

/// The two largest units that say something: 6,371 s are 1 h and 46 min, 3,600 s are 1 h alone.
/// Seconds count below a minute only: nobody opens an incident to the second.
fn parts(seconds: i64) -> [Option<(Unit, i64)>; 2] {
    let seconds = seconds.max(0);
    let Some(i) = UNITS.iter().position(|(size, _)| seconds >= *size) else {
        return [Some((Unit::Minute, 0)), None];
    };
    let (size, unit) = UNITS[i];
    let rest = UNITS.get(i + 1).filter(|(_, next)| *next != Unit::Second);
    let second = rest
        .map(|&(next, name)| (name, seconds % size / next))
        .filter(|&(_, n)| n > 0);
    [Some((unit, seconds / size)), second]
}

impl Words {
    /// "1 h 46 min", which never breaks across lines.
    pub fn duration(&self, seconds: i64) -> String {
        let text = self.join(seconds, |unit, n| match unit {
            Unit::Day => self.short_days(n),
            Unit::Hour => self.short_hours(n),
            Unit::Minute => self.short_minutes(n),
            Unit::Second => self.short_seconds(n),
        });
        text.replace(' ', "\u{a0}")
    }

    /// The same for what goes on: it grows by the minute, so below one there is no number. The
    /// island `LiveStatus` counts on in the same way.
    pub fn growing(&self, seconds: i64) -> String {
        if seconds < MINUTE {
            self.moment().to_owned()
        } else {
            self.duration(seconds)
        }
    }

    /// "11 minutes", "2 days": the largest unit alone, beside an absolute time. Browsers write the
    /// same by `Intl.RelativeTimeFormat`.
    pub(crate) fn roughly(&self, seconds: i64) -> String {
        match seconds {
            s if s >= DAY => self.spoken_days(s / DAY),
            s if s >= HOUR => self.spoken_hours(s / HOUR),
            s if s >= MINUTE => self.spoken_minutes(s / MINUTE),
            _ => self.moment().to_owned(),
        }
    }

    /// "1 hour 46 minutes", for what is read aloud.
    pub fn spoken_duration(&self, seconds: i64) -> String {
        self.join(seconds, |unit, n| match unit {
            Unit::Day => self.spoken_days(n),
            Unit::Hour => self.spoken_hours(n),
            Unit::Minute => self.spoken_minutes(n),
            Unit::Second => self.spoken_seconds(n),
        })
    }

    fn join(&self, seconds: i64, word: impl Fn(Unit, i64) -> String) -> String {
        match parts(seconds) {
            [Some((a, n)), Some((b, m))] => self.duration_two(&word(a, n), &word(b, m)),
            [Some((unit, n)), _] => word(unit, n),
            [None, _] => String::new(),
        }
    }
}

/// "PT1H46M": the same as a machine reads it (HTML's duration string, without days).
pub(crate) fn iso(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (hours, minutes, rest) = (seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
    let mut out = String::from("PT");
    for (n, letter) in [(hours, 'H'), (minutes, 'M'), (rest, 'S')] {
        if n > 0 {
            out += &n.to_string();
            out.push(letter);
        }
    }
    if out.len() == 2 {
        out += "0S";
    }
    out
}
