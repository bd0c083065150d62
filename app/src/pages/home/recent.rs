//! The last fourteen days, quiet stretches folded into one line.

use crate::pages::Context;
use crate::pages::entry::Entry;
use crate::pages::html::escape;
use crate::pages::shape::shape;
use leptos::prelude::*;
use model::{Impact, Incident, Kind, Span, State};

/// How many.
const DAYS: usize = 14;

/// Something that began in one of the days.
struct Happening<'a> {
    incident: &'a Incident,
    /// Of a maintenance: the window and its state.
    window: Option<(Span, State)>,
}

/// One day, the newest first.
#[derive(Default)]
struct Day<'a> {
    happenings: Vec<Happening<'a>>,
    /// An incident that began earlier still hurt somebody.
    troubled: bool,
}

/// The section.
pub(super) fn recent(cx: &Context) -> AnyView {
    let words = cx.words;
    let edges = cx.last_days(DAYS);
    let days = days(cx);
    view! {
        <section class="recent" aria-labelledby="recent">
            <div class="head">
                <h2 id="recent">{words.recent(edges.len().saturating_sub(1))}</h2>
                <a href=cx.to("incidents/")>{words.all_incidents().to_owned()}</a>
            </div>
            <ul class="entries">{rows(cx, &days)}</ul>
        </section>
    }
    .into_any()
}

/// Position 0 is the oldest.
fn days<'a>(cx: &'a Context) -> Vec<Day<'a>> {
    let site = cx.site;
    let edges = cx.last_days(DAYS);
    let mut days: Vec<Day> = edges.iter().skip(1).map(|_| Day::default()).collect();
    let Some(&first) = edges.first() else {
        return days;
    };
    let index = |at| edges.partition_point(|edge| *edge <= at).checked_sub(1);
    for incident in &site.incidents {
        let incident: &Incident = incident;
        if incident.kind == Kind::Maintenance {
            for occurrence in incident.occurrences() {
                let state = occurrence.state(site.now);
                let span = occurrence.span;
                if span.start > site.now || span.start < first || state == State::Scheduled {
                    continue;
                }
                if let Some(day) = index(span.start).and_then(|i| days.get_mut(i)) {
                    let window = Some((span, state));
                    day.happenings.push(Happening { incident, window });
                }
            }
            continue;
        }
        let Some(start) = incident.start() else {
            continue;
        };
        if start > site.now || incident.end().is_some_and(|end| end < first) {
            continue;
        }
        let begun = index(start).filter(|_| start >= first);
        if let Some(day) = begun.and_then(|i| days.get_mut(i)) {
            day.happenings.push(Happening {
                incident,
                window: None,
            });
        }
        if incident.kind == Kind::Incident {
            let last = incident.end().unwrap_or(site.now);
            let from = begun.map_or(0, |i| i + 1);
            let to = index(last).unwrap_or(0).min(days.len().saturating_sub(1));
            for day in days.iter_mut().take(to + 1).skip(from) {
                day.troubled = true;
            }
        }
    }
    days
}

impl Day<'_> {
    /// Planned work does not disturb the quiet.
    fn is_quiet(&self) -> bool {
        !self.troubled && self.happenings.iter().all(|h| h.window.is_some())
    }
}

fn rows(cx: &Context, days: &[Day]) -> Vec<AnyView> {
    let edges = cx.last_days(DAYS);
    let civil = |i: usize| cx.clock.civil(edges[i]);
    let mut rows = Vec::new();
    let mut i = days.len();
    while i > 0 {
        i -= 1;
        if days[i].is_quiet() {
            let last = i;
            while i > 0 && days[i - 1].is_quiet() {
                i -= 1;
            }
            let dates = cx.words.days(&civil(i), &civil(last));
            rows.push(quiet(cx, dates, &days[i..=last]));
            continue;
        }
        for (nth, happening) in days[i].happenings.iter().enumerate() {
            let when = if nth == 0 {
                cx.words.day(&civil(i))
            } else {
                String::new()
            };
            let what = match happening.window {
                Some((span, state)) => cx.gist_of_window(span, state),
                None => cx.gist(happening.incident),
            };
            rows.push(cx.entry(
                happening.incident,
                Entry {
                    when,
                    what,
                    more: None,
                },
            ));
        }
    }
    rows
}

/// A stretch without an incident, and the planned work that was done in it.
fn quiet(cx: &Context, dates: String, days: &[Day]) -> AnyView {
    let mut work = String::new();
    for happening in days.iter().rev().flat_map(|day| &day.happenings) {
        let incident = happening.incident;
        let title = cx.said(incident).title();
        let lang = title.attributes();
        let when = happening
            .window
            .map(|(span, _)| cx.words.day(&cx.clock.civil(span.start)));
        work += &format!(
            "<li data-impact=\"under_maintenance\">{}<a href=\"{}\"{lang}>{}</a> {}</li>",
            shape(Impact::UnderMaintenance),
            escape(&cx.incident(&incident.id)),
            escape(title.it),
            escape(&when.unwrap_or_default()),
        );
    }
    let work = (!work.is_empty()).then(|| view! { <ul class="what works" inner_html=work></ul> });
    view! {
        <li class="entry quiet">
            <span class="when">{dates}</span>
            <span>{cx.words.quiet_days(days.len())}</span>
            {work}
        </li>
    }
    .into_any()
}
