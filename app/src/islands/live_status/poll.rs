//! When to look for a newer build.

/// After so many failures in a row the reader is told that the page may be old.
pub const STALE_AFTER: u32 = 3;

/// Seconds until the next look, after `failures` in a row: about a minute, twice as long after
/// every failure, up to a quarter of an hour. `random` (nought to one) keeps many open pages from
/// asking all at once.
pub fn wait(failures: u32, random: f64) -> i64 {
    let seconds = (60_i64 << failures.min(4)).min(900);
    seconds + (seconds as f64 * (random - 0.5) * 0.4) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_a_minute_and_slower_when_nobody_answers() {
        assert_eq!((wait(0, 0.0), wait(0, 0.5), wait(0, 1.0)), (48, 60, 72));
        assert_eq!((wait(1, 0.5), wait(2, 0.5), wait(3, 0.5)), (120, 240, 480));
        assert_eq!((wait(4, 0.5), wait(400, 0.5)), (900, 900));
    }
}
