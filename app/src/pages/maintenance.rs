//! All planned work: going on, coming, recurring, past.

use super::Context;
use super::entry::Entry;
use super::html::escape;
use super::shell::{Head, Section, document};
use leptos::prelude::*;
use model::maintenance::Occurrence;
use model::{Impact, Incident, Kind};

/// Rows of the past.
const PAST: usize = 50;

/// The page.
pub fn maintenance(cx: &Context) -> String {
    let (site, words) = (cx.site, cx.words);
    let now = site.now;
    let all: Vec<&Incident> = site
        .incidents
        .iter()
        .map(|i| &**i)
        .filter(|i| i.kind == Kind::Maintenance)
        .collect();
    let mut active = Vec::new();
    let mut coming: Vec<(&Incident, Occurrence)> = Vec::new();
    let mut recurring = Vec::new();
    let mut past: Vec<(&Incident, Occurrence)> = Vec::new();
    for work in all {
        let occurrences = work.occurrences();
        let repeats = work.repeat.is_some() || occurrences.len() > 1;
        if repeats {
            recurring.push(work);
        }
        for occurrence in occurrences {
            if occurrence.is_active(now) {
                active.push((work, occurrence));
            } else if occurrence.state(now).is_final() {
                past.push((work, occurrence));
            } else if !repeats {
                coming.push((work, occurrence));
            }
        }
    }
    coming.sort_by_key(|(_, o)| o.span.start);
    past.sort_by_key(|(_, o)| std::cmp::Reverse(o.planned.start));
    past.truncate(PAST);
    let empty = active.is_empty() && coming.is_empty() && recurring.is_empty();
    let windows = |list: &[(&Incident, Occurrence)]| -> Vec<AnyView> {
        list.iter().map(|(work, o)| row(cx, work, o)).collect()
    };
    let head = Head {
        section: Section::Maintenance,
        icon: if active.is_empty() {
            Impact::Operational
        } else {
            Impact::UnderMaintenance
        },
        ..Head::new(words.nav_maintenance())
    };
    let repeating = recurring
        .iter()
        .map(|work| recurring_row(cx, work))
        .collect();
    let main = view! {
        <div class="wrap page">
            <h1>{words.nav_maintenance().to_owned()}</h1>
            <p class="intro">{words.maintenance_intro().to_owned()}</p>
            {empty.then(|| view! { <p class="empty">{words.maintenance_none().to_owned()}</p> })}
            {section("active", words.maintenance_active(), windows(&active))}
            {section("coming", words.maintenance_upcoming(), windows(&coming))}
            {section("recurring", words.maintenance_recurring(), repeating)}
            {section("past", words.maintenance_past(), windows(&past))}
        </div>
    };
    document(cx, &head, main.into_any())
}

fn section(id: &'static str, title: &str, rows: Vec<AnyView>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby=id>
            <div class="head"><h2 id=id>{title.to_owned()}</h2></div>
            <ul class="entries">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(cx: &Context, work: &Incident, occurrence: &Occurrence) -> AnyView {
    let state = cx.words.state(occurrence.state(cx.site.now));
    let mut what = vec![cx.range(occurrence.planned), escape(state).into_owned()];
    if occurrence.span.end < occurrence.planned.end && !occurrence.span.is_empty() {
        let lasted = cx.words.duration(occurrence.span.seconds(cx.site.now));
        what.push(escape(&cx.words.ended_early(&lasted)).into_owned());
    }
    let when = cx.words.day_year(&cx.clock.civil(occurrence.planned.start));
    cx.entry(
        work,
        Entry {
            when,
            what: what.split_off(1).join(" · "),
            more: None,
        },
    )
}

/// The next window stands for all of them.
fn recurring_row(cx: &Context, work: &Incident) -> AnyView {
    let now = cx.site.now;
    let next = work
        .occurrences()
        .into_iter()
        .find(|o| o.span.start > now && !o.span.is_empty());
    match next {
        Some(next) => {
            let when = cx.words.weekday_day(&cx.clock.civil(next.planned.start));
            let what = cx.range(next.planned);
            cx.entry(
                work,
                Entry {
                    when,
                    what,
                    more: None,
                },
            )
        }
        None => cx.dated(work, true),
    }
}
