//! The answer: what is broken, since when, what is being done. One anatomy in every state: shape
//! and word, headline, what is going on, actions; and a few facts at the side.

mod calm;
mod fact;
mod parts;
mod updates;

pub(crate) use calm::all;
pub(crate) use fact::fact;

use super::Context;
use super::html::{escape, raw};
use super::shape::living_shape;
use calm::{calm, plain_headline};
use fact::{as_of, next_maintenance, now_note};
use leptos::prelude::*;
use model::{Impact, Incident, Instant, Kind, State};
use parts::{actions, gone, summary, track};
use updates::updates;

/// How loudly a page speaks of an incident: by what components suffer, else by its severity.
pub(crate) fn tone(incident: &Incident, now: Instant) -> Impact {
    if incident.kind == Kind::Incident && incident.touches().is_empty() {
        incident.severity.default_impact()
    } else {
        incident.worst_at(now)
    }
}

/// What the band is made of.
struct Band {
    impact: Impact,
    /// After the state's word: components.
    about: String,
    /// Of the component states or of the whole site: only then the browser may change it.
    overall: bool,
    headline: AnyView,
    body: AnyView,
    facts: Vec<AnyView>,
}

fn band(cx: &Context, band: Band) -> AnyView {
    let Band {
        impact,
        about,
        overall,
        headline,
        body,
        facts,
    } = band;
    let overall = overall && cx.site.overall(cx.site.now) == impact;
    let about = (!about.is_empty()).then(|| view! { <span data-built="">" · "{about}</span> });
    view! {
        <section
            class="verdict"
            data-overall=overall.then_some("")
            data-impact=impact.as_str()
            aria-labelledby="verdict"
        >
            <div class="wrap">
                <div class="lead">
                    <p class="state">
                        {raw(living_shape(impact))}
                        <span><b data-word="">{cx.words.impact(impact).to_owned()}</b>{about}</span>
                    </p>
                    {headline}
                    <div data-built="">{body}</div>
                </div>
                <dl class="facts" data-built="">{facts}</dl>
            </div>
        </section>
    }
    .into_any()
}

/// The home page's verdict.
pub(crate) fn verdict(cx: &Context) -> AnyView {
    let site = cx.site;
    if let Some(worst) = site.open_incidents().first() {
        return of_incident(cx, worst, true);
    }
    if let Some(work) = site.active_maintenance().first() {
        return of_maintenance(cx, work, true);
    }
    match site.overall(site.now) {
        Impact::Operational => calm(cx),
        impact => band(
            cx,
            Band {
                impact,
                about: String::new(),
                overall: true,
                headline: plain_headline(cx, impact),
                body: view! { <p class="say">{cx.words.unknown_note().to_owned()}</p> }.into_any(),
                facts: vec![as_of(cx), next_maintenance(cx)],
            },
        ),
    }
}

/// The band of an open incident: on the home page with its newest updates, on its own without.
pub(crate) fn of_incident(cx: &Context, incident: &Incident, home: bool) -> AnyView {
    let words = cx.words;
    let now = cx.site.now;
    let impact = tone(incident, now);
    let start = incident.start().unwrap_or(now);
    let body = view! {
        {track(cx, State::of(Kind::Incident), incident.state(now))}
        {home.then(|| updates(cx, incident))}
        {(!home).then(|| summary(cx, incident))}
        {actions(cx, incident, home)}
    };
    let since = cx.recently_zoned(start);
    band(
        cx,
        Band {
            impact,
            about: hit_now(cx, incident),
            overall: home,
            headline: headline(cx, incident, home),
            body: body.into_any(),
            facts: vec![
                fact(
                    "num",
                    words.lasting(impact),
                    &cx.growing(start),
                    &now_note(cx),
                ),
                fact("", words.since(), &since, ""),
                fact(
                    "",
                    words.severity_label(),
                    &escape(words.severity(incident.severity)),
                    "",
                ),
            ],
        },
    )
}

/// The band of work going on.
pub(crate) fn of_maintenance(cx: &Context, work: &Incident, home: bool) -> AnyView {
    let words = cx.words;
    let now = cx.site.now;
    let occurrence = work.occurrence_at(now);
    let state = occurrence
        .as_ref()
        .map_or(State::InProgress, |o| o.state(now));
    let mut facts = Vec::new();
    let mut progress = None;
    if let Some(occurrence) = &occurrence {
        let span = occurrence.span;
        if let Some(end) = span.end {
            facts.push(fact(
                "num",
                words.ends_in(),
                &cx.shrinking(end),
                &now_note(cx),
            ));
            facts.push(fact("", words.until(), &cx.recently_zoned(end), ""));
            progress = Some(gone(cx, span.start, end));
        }
        facts.push(fact("", words.since(), &cx.recently_zoned(span.start), ""));
    }
    let body = view! {
        {progress}
        {home.then(|| updates(cx, work))}
        {(!home).then(|| summary(cx, work))}
        {actions(cx, work, home)}
    };
    band(
        cx,
        Band {
            impact: Impact::UnderMaintenance,
            about: [words.state(state), " · ", &hit_now(cx, work)].concat(),
            overall: home,
            headline: headline(cx, work, home),
            body: body.into_any(),
            facts,
        },
    )
}

fn headline(cx: &Context, incident: &Incident, home: bool) -> AnyView {
    let title = cx.said(incident).title();
    let text = title.it.to_owned();
    if home {
        let href = cx.incident(&incident.id);
        view! { <h1 id="verdict" dir=title.dir() lang=title.lang><a data-headline="" href=href>{text}</a></h1> }
            .into_any()
    } else {
        view! { <h1 id="verdict" dir=title.dir() lang=title.lang>{text}</h1> }.into_any()
    }
}

/// Names of the components that suffer now, worst first.
fn hit_now(cx: &Context, incident: &Incident) -> String {
    let now = cx.site.now;
    let mut hits = incident.impacts();
    hits.retain(|hit| hit.span.contains(now));
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.impact));
    cx.words
        .names(hits.iter().map(|hit| cx.name(hit.component)), 3)
}
