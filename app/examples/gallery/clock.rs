//! The gallery's zone is UTC, for which arithmetic is enough.

use app::pages::{Civil, Clock};
use model::Instant;

/// UTC.
pub(crate) struct Utc;

impl Clock for Utc {
    fn civil(&self, at: Instant) -> Civil {
        let (days, seconds) = (at.0.div_euclid(86_400), at.0.rem_euclid(86_400));
        // Days to date, after Howard Hinnant.
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        Civil {
            year: (yoe + era * 400 + i64::from(month <= 2)) as i32,
            month: month as u32,
            day: (doy - (153 * mp + 2) / 5 + 1) as u32,
            hour: (seconds / 3600) as u32,
            minute: (seconds % 3600 / 60) as u32,
            weekday: (days + 3).rem_euclid(7) as u32 + 1,
            zone: "UTC".to_owned(),
        }
    }

    fn rfc3339(&self, at: Instant) -> String {
        let c = self.civil(at);
        let second = at.0.rem_euclid(60);
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{second:02}Z",
            c.year, c.month, c.day, c.hour, c.minute
        )
    }
}

/// A minute of UTC.
pub(crate) fn at(year: i64, month: i64, day: i64, hour: i64, minute: i64) -> Instant {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y - era * 400;
    let mp = if month > 2 { month - 3 } else { month + 9 };
    let doy = (153 * mp + 2) / 5 + day - 1;
    let days = era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468;
    Instant(days * 86_400 + hour * 3600 + minute * 60)
}
