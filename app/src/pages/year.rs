//! A year of one component, day by day: the larger the square, the worse the day.

use super::Context;
use super::html::escape;
use super::shape::class;
use model::Impact;
use model::strip::days;
use std::fmt::Write as _;

/// From one square to the next.
const PITCH: usize = 20;
/// Left of the first week, for the names of weekdays.
const LEFT: usize = 44;
/// Above the first row, for the names of months.
const TOP: usize = 26;

/// The side of a day's square.
fn side(impact: Impact) -> usize {
    match impact {
        Impact::MajorOutage => 18,
        Impact::PartialOutage => 16,
        Impact::DegradedPerformance => 14,
        Impact::UnderMaintenance => 12,
        Impact::Operational => 10,
        Impact::Unknown => 3,
    }
}

/// The drawing as HTML: weeks are columns, Monday on top.
pub(crate) fn year(cx: &Context, position: usize) -> String {
    let words = cx.words;
    let edges = cx.midnights;
    let days = days(cx.site, position, edges);
    let Some(first) = edges.first().map(|&at| cx.clock.civil(at)) else {
        return String::new();
    };
    let offset = first.weekday.saturating_sub(1) as usize;
    let weeks = (days.len() + offset).div_ceil(7);
    let (width, height) = (LEFT + weeks * PITCH, TOP + 7 * PITCH);
    let mut out = format!(
        "<svg class=\"year\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\"><title>{}</title>",
        escape(&super::strip::spoken(
            cx,
            &cx.site.components[position],
            &days
        ))
    );
    for weekday in [1, 3, 5, 7] {
        let y = TOP + (weekday as usize - 1) * PITCH + 14;
        let _ = write!(
            out,
            "<text y=\"{y}\">{}</text>",
            escape(words.weekday_short(weekday))
        );
    }
    let mut last = 0;
    let mut column = usize::MAX;
    for week in 0..weeks {
        let Some(&at) = edges.get((week * 7).saturating_sub(offset)) else {
            break;
        };
        let month = cx.clock.civil(at).month;
        // A name needs three weeks of room.
        let room = column == usize::MAX || week - column > 2;
        if month != last && room && week + 2 < weeks {
            let x = LEFT + week * PITCH;
            let _ = write!(
                out,
                "<text x=\"{x}\" y=\"14\">{}</text>",
                escape(words.month_short(month))
            );
            column = week;
        }
        last = month;
    }
    for impact in Impact::ALL {
        let d = squares(days.iter().map(|day| day.worst), impact, offset);
        if !d.is_empty() {
            let _ = write!(out, "<path class=\"{}\" d=\"{d}\"/>", class(impact));
        }
    }
    out + "</svg>"
}

/// The squares of one state: runs along a weekday are one line, cut into days by the style sheet.
fn squares(states: impl Iterator<Item = Impact>, impact: Impact, offset: usize) -> String {
    let mut rows: [Vec<(usize, usize)>; 7] = Default::default();
    for (day, state) in states.enumerate() {
        if state != impact {
            continue;
        }
        let (row, week) = ((day + offset) % 7, (day + offset) / 7);
        match rows[row].last_mut() {
            Some((first, length)) if *first + *length == week => *length += 1,
            _ => rows[row].push((week, 1)),
        }
    }
    let side = side(impact);
    let mut d = String::new();
    for (row, runs) in rows.iter().enumerate() {
        for (first, length) in runs {
            let x = LEFT + first * PITCH + (PITCH - side) / 2;
            let y = TOP + row * PITCH + PITCH / 2;
            let width = (length - 1) * PITCH + side;
            let _ = write!(d, "M{x} {y}h{width}");
        }
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;
    use Impact::{MajorOutage as M, Operational as O};

    #[test]
    fn weeks_in_a_row_are_one_line() {
        let quiet = squares([O; 21].into_iter(), O, 0);
        assert!(quiet.starts_with("M49 36h50M49 56h50"), "{quiet}");
        assert_eq!(squares([O, M].into_iter(), M, 6), "M65 36h18");
    }
}
