//! Dates and times of day, by the catalogue's patterns.

use super::Words;
use crate::pages::Civil;

/// How much of an instant is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "14:05"
    Clock,
    /// "14:05 UTC"
    ClockZone,
    /// "14 Aug, 14:05 UTC"
    Short,
    /// "14 Aug 2026, 14:05"
    Full,
    /// "14 Aug 2026, 14:05 UTC"
    FullZone,
}

impl Form {
    /// What the island `LocalTimes` calls it: `data-time`, and whether `data-zone` goes with it.
    pub fn for_browser(self) -> (&'static str, bool) {
        match self {
            Form::Clock => ("time", false),
            Form::ClockZone => ("time", true),
            Form::Full => ("datetime", false),
            Form::Short => ("short", true),
            Form::FullZone => ("datetime", true),
        }
    }
}

impl Words {
    /// "August"
    pub fn month(&self, month: u32) -> &str {
        match month {
            1 => self.month_1(),
            2 => self.month_2(),
            3 => self.month_3(),
            4 => self.month_4(),
            5 => self.month_5(),
            6 => self.month_6(),
            7 => self.month_7(),
            8 => self.month_8(),
            9 => self.month_9(),
            10 => self.month_10(),
            11 => self.month_11(),
            _ => self.month_12(),
        }
    }

    /// "Aug"
    pub fn month_short(&self, month: u32) -> &str {
        match month {
            1 => self.month_short_1(),
            2 => self.month_short_2(),
            3 => self.month_short_3(),
            4 => self.month_short_4(),
            5 => self.month_short_5(),
            6 => self.month_short_6(),
            7 => self.month_short_7(),
            8 => self.month_short_8(),
            9 => self.month_short_9(),
            10 => self.month_short_10(),
            11 => self.month_short_11(),
            _ => self.month_short_12(),
        }
    }

    /// "Mon" for 1.
    pub fn weekday_short(&self, weekday: u32) -> &str {
        match weekday {
            1 => self.weekday_short_1(),
            2 => self.weekday_short_2(),
            3 => self.weekday_short_3(),
            4 => self.weekday_short_4(),
            5 => self.weekday_short_5(),
            6 => self.weekday_short_6(),
            _ => self.weekday_short_7(),
        }
    }

    /// "August 2026"
    pub fn month_of(&self, year: i32, month: u32) -> String {
        self.month_year(self.month(month), &year.to_string())
    }

    /// "14 August 2026"
    pub fn date(&self, at: &Civil) -> String {
        let (day, year) = (at.day.to_string(), at.year.to_string());
        self.date_long(&day, self.month(at.month), &year)
    }

    /// "14 Aug"
    pub fn day(&self, at: &Civil) -> String {
        self.date_short(&at.day.to_string(), self.month_short(at.month))
    }

    /// "14 Aug 2026"
    pub fn day_year(&self, at: &Civil) -> String {
        let (day, year) = (at.day.to_string(), at.year.to_string());
        self.date_medium(&day, self.month_short(at.month), &year)
    }

    /// "Fri 14 Aug"
    pub fn weekday_day(&self, at: &Civil) -> String {
        self.date_weekday(&self.day(at), self.weekday_short(at.weekday))
    }

    /// "3–13 Aug", "28 Jul – 3 Aug"; one day if they are the same.
    pub fn days(&self, from: &Civil, to: &Civil) -> String {
        if (from.year, from.month, from.day) == (to.year, to.month, to.day) {
            self.day(from)
        } else if (from.year, from.month) == (to.year, to.month) {
            let (first, last) = (from.day.to_string(), to.day.to_string());
            self.days_of_month(&first, &last, self.month_short(from.month))
        } else {
            self.days_range(&self.day(from), &self.day(to))
        }
    }

    /// The instant in this form.
    pub fn time(&self, at: &Civil, form: Form) -> String {
        let clock = clock(at);
        match form {
            Form::Clock => clock,
            Form::ClockZone => self.zoned(&clock, at),
            Form::Short => self.date_time(&self.day(at), &self.zoned(&clock, at)),
            Form::Full => self.date_time(&self.day_year(at), &clock),
            Form::FullZone => self.date_time(&self.day_year(at), &self.zoned(&clock, at)),
        }
    }

    fn zoned(&self, clock: &str, at: &Civil) -> String {
        self.time_zone(clock, &at.zone).replace(' ', "\u{a0}")
    }
}

/// "14:05", everywhere: the day has 24 hours.
fn clock(at: &Civil) -> String {
    let digit = |n: u32| char::from_digit(n % 10, 10).unwrap_or('0');
    [
        digit(at.hour / 10),
        digit(at.hour),
        ':',
        digit(at.minute / 10),
        digit(at.minute),
    ]
    .iter()
    .collect()
}
