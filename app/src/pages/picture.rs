//! The incident in one picture: a lane for every component, its height and colour the impact, on
//! one time axis with the updates numbered as in the timeline.
//!
//! Positions are percentages in attributes, so the drawing stretches while text and strokes keep
//! their size, and no inline style is needed.

use super::Context;
use super::html::escape;
use super::shape::class;
use crate::words::Form;
use model::incident::ImpactSpan;
use model::time::{DAY, HOUR, MINUTE};
use model::{Impact, Incident, Instant, Span};
use std::fmt::Write as _;

/// Lanes beyond these would bury the page.
const LANES: usize = 12;
/// Height of a lane.
const LANE: i64 = 30;

/// Maps instants to hundredths of a percent of the width.
struct Axis {
    from: Instant,
    to: Instant,
}

impl Axis {
    /// The incident with a little calm on both sides.
    fn of(incident: &Incident, now: Instant) -> Option<Axis> {
        let start = incident.start()?;
        let first = incident.updates.first().map_or(start, |u| u.at.min(start));
        let end = incident.end().filter(|end| *end <= now);
        let last = incident
            .updates
            .iter()
            .map(|u| u.at)
            .filter(|at| *at <= now)
            .max();
        let to = end.max(last).unwrap_or(now);
        let to = if end.is_none() { to.max(now) } else { to };
        let margin = ((to - first) / 12).max(2 * MINUTE);
        let after = if end.is_none() { 0 } else { margin };
        Some(Axis {
            from: first - margin,
            to: to + after,
        })
    }

    fn share(&self, at: Instant) -> f64 {
        let whole = (self.to - self.from).max(1) as f64;
        let part = (at - self.from) as f64 / whole * 100.0;
        (part.clamp(0.0, 100.0) * 100.0).round() / 100.0
    }

    /// A step that makes four to eight ticks.
    fn step(&self) -> i64 {
        const STEPS: [i64; 15] = [
            MINUTE,
            2 * MINUTE,
            5 * MINUTE,
            10 * MINUTE,
            15 * MINUTE,
            30 * MINUTE,
            HOUR,
            2 * HOUR,
            3 * HOUR,
            6 * HOUR,
            12 * HOUR,
            DAY,
            2 * DAY,
            7 * DAY,
            28 * DAY,
        ];
        let whole = self.to - self.from;
        STEPS
            .into_iter()
            .find(|step| whole / step <= 7)
            .unwrap_or(whole / 6)
    }
}

/// The figure as HTML; empty where there is nothing to draw.
pub(crate) fn picture(cx: &Context, incident: &Incident) -> String {
    let now = cx.site.now;
    let hits = incident.impacts();
    let Some(axis) = Axis::of(incident, now).filter(|_| !hits.is_empty()) else {
        return String::new();
    };
    let mut names: Vec<&str> = Vec::new();
    for hit in &hits {
        if !names.contains(&hit.component) {
            names.push(hit.component);
        }
    }
    names.truncate(LANES);
    let words = cx.words;
    let marks = marks(incident, &axis, now);
    let lines = lines(&marks);
    let mut out = format!(
        "<figure class=\"picture\"><figcaption><h2>{}</h2>{}</figcaption><div class=\"lanes\" role=\"img\" aria-label=\"{}\">{}",
        escape(words.picture()),
        legend(cx, &hits, &axis),
        escape(&spoken(cx, &hits, &axis)),
        numbers(&marks),
    );
    for name in names {
        let own = hits.iter().filter(|hit| hit.component == name);
        let _ = write!(
            out,
            "<b>{}</b>{}",
            escape(cx.name(name)),
            lane(own, &axis, now, &lines)
        );
    }
    out + &ticks(cx, &axis) + "</div></figure>"
}

fn lane<'h>(
    hits: impl Iterator<Item = &'h ImpactSpan<'h>>,
    axis: &Axis,
    now: Instant,
    lines: &str,
) -> String {
    let window = Span::new(axis.from, axis.to);
    let base = LANE - 4;
    let mut out =
        format!("<svg class=\"lane\"><rect class=\"o\" y=\"{base}\" width=\"100%\" height=\"3\"/>");
    for hit in hits {
        let Some(part) = hit.span.clip(window) else {
            continue;
        };
        let (x, end) = (axis.share(part.start), axis.share(part.end.unwrap_or(now)));
        let height = match hit.impact {
            Impact::MajorOutage => 27,
            Impact::PartialOutage => 20,
            Impact::DegradedPerformance => 13,
            _ => 7,
        };
        let (y, width) = (LANE - 1 - height, (end - x).max(0.3));
        let class = class(hit.impact);
        let _ = write!(
            out,
            "<rect class=\"{class}\" x=\"{x}%\" y=\"{y}\" width=\"{width:.2}%\" height=\"{height}\"/>"
        );
    }
    out + lines + "</svg>"
}

/// Number, position and row of an update's mark.
type Mark = (usize, f64, usize);

/// Marks that would lie on each other step up into a row of their own; reckoned for a phone.
fn marks(incident: &Incident, axis: &Axis, now: Instant) -> Vec<Mark> {
    const APART: f64 = 7.5;
    const ROWS: usize = 3;
    let mut ends = [f64::MIN; ROWS];
    let shown = incident
        .updates
        .iter()
        .enumerate()
        .filter(|(_, u)| u.at <= now);
    shown
        .map(|(i, update)| {
            let x = axis.share(update.at);
            let free = ends.iter().position(|end| x - end >= APART);
            let row = free.unwrap_or_else(|| {
                let oldest = |a: &usize, b: &usize| ends[*a].total_cmp(&ends[*b]);
                (0..ROWS).min_by(oldest).unwrap_or(0)
            });
            ends[row] = x;
            (i + 1, x, row)
        })
        .collect()
}

fn lines(marks: &[Mark]) -> String {
    let mut out = String::new();
    for (_, x, _) in marks {
        let _ = write!(out, "<line x1=\"{x}%\" x2=\"{x}%\" y2=\"100%\"/>");
    }
    out
}

fn numbers(marks: &[Mark]) -> String {
    const ROW: usize = 22;
    let rows = marks.iter().map(|(_, _, row)| row + 1).max().unwrap_or(1);
    let height = rows * ROW;
    let mut out = format!("<svg class=\"numbers r{rows}\">");
    for (number, x, row) in marks {
        let y = height - row * ROW - ROW / 2;
        let _ = write!(
            out,
            "<line x1=\"{x}%\" x2=\"{x}%\" y1=\"{y}\" y2=\"100%\"/><circle cx=\"{x}%\" cy=\"{y}\" r=\"10\"/><text x=\"{x}%\" y=\"{}\">{number}</text>",
            y + 4
        );
    }
    out + "</svg>"
}

/// Round times on the axis: of day below a day, dates above.
fn ticks(cx: &Context, axis: &Axis) -> String {
    let step = axis.step();
    let civil = cx.clock.civil(axis.from);
    let of_day = i64::from(civil.hour) * HOUR
        + i64::from(civil.minute) * MINUTE
        + axis.from.0.rem_euclid(MINUTE);
    let ahead = (step.min(DAY) - of_day % step.min(DAY)) % step.min(DAY);
    let mut at = axis.from + ahead;
    let mut out = String::from("<svg class=\"ticks\">");
    let mut nth = 0;
    while at <= axis.to {
        let x = axis.share(at);
        if (3.0..=97.0).contains(&x) {
            let civil = cx.clock.civil(at);
            let text = if step < DAY {
                cx.words.time(&civil, Form::Clock)
            } else {
                cx.words.day(&civil)
            };
            // Every other one leaves on a phone.
            let class = if nth % 2 == 1 { " class=\"odd\"" } else { "" };
            let _ = write!(
                out,
                "<line x1=\"{x}%\" x2=\"{x}%\" y2=\"5\"/><text x=\"{x}%\" y=\"20\"{class}>{}</text>",
                escape(&text)
            );
            nth += 1;
        }
        at = at + step;
    }
    out + "</svg>"
}

fn legend(cx: &Context, hits: &[ImpactSpan], axis: &Axis) -> String {
    let mut out = String::from("<ul class=\"legend\">");
    for impact in Impact::ALL.into_iter().rev() {
        if hits.iter().any(|hit| hit.impact == impact) {
            let _ = write!(
                out,
                "<li data-impact=\"{}\">{} {}</li>",
                impact.as_str(),
                super::shape::shape(impact),
                escape(cx.words.impact(impact))
            );
        }
    }
    if axis.step() < DAY {
        // The browser rewrites times into the reader's zone, but draws no axis anew.
        let zone = cx.clock.civil(axis.to).zone;
        let _ = write!(out, "<li><bdi>{}</bdi></li>", escape(&zone));
    }
    out + "</ul>"
}

fn spoken(cx: &Context, hits: &[ImpactSpan], axis: &Axis) -> String {
    let words = cx.words;
    let now = cx.site.now;
    let parts: Vec<String> = hits
        .iter()
        .map(|hit| {
            let lasted = words.spoken_duration(hit.span.seconds(now));
            words.picture_part(cx.name(hit.component), &lasted, words.impact(hit.impact))
        })
        .collect();
    let text = |at| words.time(&cx.clock.civil(at), Form::FullZone);
    words.picture_label(
        &text(axis.from),
        &text(axis.to),
        &parts.join(words.list_separator()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_stay_few() {
        for seconds in [
            5 * MINUTE,
            40 * MINUTE,
            2 * HOUR,
            9 * HOUR,
            3 * DAY,
            60 * DAY,
            900 * DAY,
        ] {
            let axis = Axis {
                from: Instant(0),
                to: Instant(seconds),
            };
            let ticks = seconds / axis.step();
            assert!((2..=8).contains(&ticks), "{seconds}: {ticks}");
        }
    }

    #[test]
    fn places_are_shares_of_the_width() {
        let axis = Axis {
            from: Instant(100),
            to: Instant(200),
        };
        assert_eq!(axis.share(Instant(150)), 50.0);
        assert_eq!(axis.share(Instant(90)), 0.0);
        assert_eq!(axis.share(Instant(900)), 100.0);
    }
}
