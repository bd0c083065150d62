//! A component's days in a row: calm lies low, trouble stands up.
//!
//! A run of equal days is one line, cut into days by `stroke-dasharray` in the style sheet; so a
//! quiet quarter of a year costs a dozen bytes.

use super::Context;
use super::html::escape;
use super::shape::class;
use model::strip::{Day, days};
use model::{Component, Impact};
use std::fmt::Write as _;

/// A day takes this much of the drawing's width …
const PITCH: usize = 8;
/// … of which this much is its bar.
const BAR: usize = 6;
/// Of the drawing.
const HEIGHT: usize = 28;

/// How high a day stands.
fn height(impact: Impact) -> usize {
    match impact {
        Impact::MajorOutage => 28,
        Impact::PartialOutage => 22,
        Impact::DegradedPerformance => 16,
        Impact::Operational | Impact::UnderMaintenance => 10,
        Impact::Unknown => 2,
    }
}

/// The runs of days in which `impact` is the worst: first day and number.
fn runs(states: &[Impact], impact: Impact) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (day, &state) in states.iter().enumerate() {
        if state != impact {
            continue;
        }
        match runs.last_mut() {
            Some((first, length)) if *first + *length == day => *length += 1,
            _ => runs.push((day, 1)),
        }
    }
    runs
}

/// The path of all days of one state; empty if there is none.
fn path(states: &[Impact], impact: Impact) -> String {
    let mut d = String::new();
    let height = height(impact);
    for (first, length) in runs(states, impact) {
        let (x, width) = (first * PITCH, length * PITCH - (PITCH - BAR));
        if impact == Impact::UnderMaintenance {
            // A hollow pair of lines: work that was announced is not a dip.
            for y in [HEIGHT - 9, HEIGHT - 1] {
                let _ = write!(d, "M{x} {y}h{width}");
            }
        } else {
            let _ = write!(d, "M{x} {}h{width}", HEIGHT - height / 2);
        }
    }
    d
}

/// The drawing, named by what was bad in it.
pub(crate) fn strip(cx: &Context, position: usize, count: usize) -> String {
    let edges = cx.last_days(count);
    let days = days(cx.site, position, edges);
    let states: Vec<Impact> = days.iter().map(|day| day.worst).collect();
    let mut svg = String::with_capacity(400);
    let width = (states.len() * PITCH).saturating_sub(PITCH - BAR);
    let title = spoken(cx, &cx.site.components[position], &days);
    let _ = write!(
        svg,
        "<svg class=\"strip\" viewBox=\"0 0 {width} {HEIGHT}\" preserveAspectRatio=\"none\" role=\"img\"><title>{}</title>",
        escape(&title)
    );
    for impact in Impact::ALL {
        let d = path(&states, impact);
        if !d.is_empty() {
            let _ = write!(svg, "<path class=\"{}\" d=\"{d}\"/>", class(impact));
        }
    }
    svg + "</svg>"
}

/// Bad days that a sentence can carry.
const SPOKEN: usize = 6;

pub(crate) fn spoken(cx: &Context, component: &Component, days: &[Day]) -> String {
    let words = cx.words;
    let bad: Vec<&Day> = days
        .iter()
        .rev()
        .filter(|d| d.worst != Impact::Operational)
        .collect();
    let mut parts: Vec<String> = bad
        .iter()
        .take(SPOKEN)
        .map(|day| {
            let date = words.day(&cx.clock.civil(day.span.start));
            words.strip_day(&date, words.impact(day.worst))
        })
        .collect();
    if bad.len() > SPOKEN {
        parts.push(words.strip_more(bad.len() - SPOKEN));
    }
    let what = if parts.is_empty() {
        words.strip_quiet().to_owned()
    } else {
        parts.join(words.list_separator())
    };
    words.strip_label(&component.name, days.len(), &what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Impact::{DegradedPerformance as D, MajorOutage as M, Operational as O};

    #[test]
    fn runs_are_maximal() {
        let states = [O, O, M, O, D, D, O];
        assert_eq!(runs(&states, O), [(0, 2), (3, 1), (6, 1)]);
        assert_eq!(runs(&states, D), [(4, 2)]);
        assert_eq!(runs(&states, Impact::Unknown), []);
        assert_eq!(runs(&[], O), []);
    }

    #[test]
    fn a_run_is_one_line_on_the_baseline() {
        assert_eq!(path(&[O; 90], O), "M0 23h718");
        assert_eq!(path(&[O, M, M, O], M), "M8 14h14");
        assert_eq!(path(&[O, D], D), "M8 20h6");
        let maintenance = [O, Impact::UnderMaintenance];
        assert_eq!(
            path(&maintenance, Impact::UnderMaintenance),
            "M8 19h6M8 27h6"
        );
        assert_eq!(path(&[O], M), "");
    }
}
