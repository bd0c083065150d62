//! The page of one incident, maintenance or notice.
//!
//! What is over depends on nothing but its own file, names and neighbours, so that such pages
//! stay as they are from build to build.

mod facts;
mod heading;
mod postmortem;
mod windows;

pub(super) use postmortem::reading_time;

use super::Context;
use super::entry::around;
use super::html::{escape, raw};
use super::picture::picture;
use super::shell::{Head, Section, document};
use super::timeline::{Timeline, timeline};
use super::verdict::{of_incident, of_maintenance, tone};
use crate::words::autonym;
use heading::{breadcrumb, heading};
use leptos::prelude::*;
use model::{Impact, Incident, Kind};
use postmortem::postmortem_view;

/// The page. `newer` and `older` are its neighbours of the same kind, if any.
pub fn incident(
    cx: &Context,
    incident: &Incident,
    newer: Option<&Incident>,
    older: Option<&Incident>,
) -> String {
    let now = cx.site.now;
    let open = incident.is_open(now);
    let said = cx.said(incident);
    let head = Head {
        description: Some(said.excerpt()),
        section: match incident.kind {
            Kind::Maintenance => Section::Maintenance,
            Kind::Incident | Kind::Notice => Section::Incidents,
        },
        icon: match incident.kind {
            Kind::Incident if open => tone(incident, now),
            Kind::Maintenance if open => Impact::UnderMaintenance,
            _ => Impact::Operational,
        },
        article: true,
        live: open && incident.kind != Kind::Notice,
        ..Head::new(said.title().it)
    };
    let notes = notes(cx, incident);
    let top = match incident.kind {
        Kind::Incident if open => view! {
            <div class="wrap">{breadcrumb(cx, incident)}{notes}</div>
            {of_incident(cx, incident, false)}
        }
        .into_any(),
        Kind::Maintenance if open => view! {
            <div class="wrap">{breadcrumb(cx, incident)}{notes}</div>
            {of_maintenance(cx, incident, false)}
        }
        .into_any(),
        _ => view! {
            <div class="wrap">{breadcrumb(cx, incident)} {heading(cx, incident)} {notes}</div>
        }
        .into_any(),
    };
    let body = match incident.kind {
        Kind::Maintenance => windows::windows(cx, incident),
        Kind::Incident => story(cx, incident, open),
        Kind::Notice => updates(cx, incident, true),
    };
    let facts = (incident.kind == Kind::Incident).then(|| facts::facts(cx, incident, open));
    let postmortem = said.postmortem();
    let postmortem = postmortem.it.map(|p| postmortem_view(cx, p, &postmortem));
    let main = view! {
        {top}
        <div class="wrap">
            {facts}
            {body}
            {postmortem}
            {tags(cx, incident)}
            {neighbours(cx, newer, older)}
        </div>
    };
    document(cx, &head, main.into_any())
}

/// What a reader must know about the page itself.
fn notes(cx: &Context, incident: &Incident) -> AnyView {
    let words = cx.words;
    let draft = incident.draft.then(|| {
        view! { <p class="notice"><b>{words.draft().to_owned()}</b>" "{words.draft_note().to_owned()}</p> }
    });
    let foreign = cx.said(incident).is_foreign().then(|| {
        view! { <p class="notice">{words.untranslated(autonym(cx.locale))}</p> }
    });
    view! { {draft} {foreign} }.into_any()
}

fn story(cx: &Context, incident: &Incident, open: bool) -> AnyView {
    view! {
        {raw(picture(cx, incident))}
        {updates(cx, incident, open)}
    }
    .into_any()
}

fn updates(cx: &Context, incident: &Incident, newest_first: bool) -> AnyView {
    let words = cx.words;
    if incident.updates.is_empty() {
        return ().into_any();
    }
    let order = if newest_first {
        words.newest_first()
    } else {
        words.oldest_first()
    };
    let line = Timeline {
        incident,
        shown: (0..incident.updates.len()).collect(),
        newest_first,
        start: incident.start().filter(|_| incident.kind == Kind::Incident),
    };
    view! {
        <section aria-labelledby="timeline">
            <div class="head">
                <h2 id="timeline">{words.timeline().to_owned()}</h2>
                <span>{order.to_owned()}</span>
            </div>
            {timeline(cx, &line)}
        </section>
    }
    .into_any()
}

/// Words under which it was filed.
fn tags(cx: &Context, incident: &Incident) -> AnyView {
    if incident.tags.is_empty() {
        return ().into_any();
    }
    let tags = incident.tags.iter();
    let tags = tags.map(|tag| view! { <li dir="auto">{tag.clone()}</li> });
    view! {
        <div class="tags">
            <h2 id="tags">{cx.words.tags().to_owned()}</h2>
            <ul aria-labelledby="tags">{tags.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn neighbours(cx: &Context, newer: Option<&Incident>, older: Option<&Incident>) -> AnyView {
    let words = cx.words;
    if newer.is_none() && older.is_none() {
        return ().into_any();
    }
    let link = |incident: Option<&Incident>, class: &'static str, label: &str| {
        incident.map(|incident| {
            let title = cx.said(incident).title();
            let rel = if class == "newer" { "next" } else { "prev" };
            view! {
                <a class=class rel=rel href=cx.incident(&incident.id)>
                    <small>{label.to_owned()}</small>
                    <span dir=title.dir() lang=title.lang>{title.it.to_owned()}</span>
                </a>
            }
        })
    };
    view! {
        <nav class="neighbours" aria-label=words.neighbours().to_owned()>
            {link(older, "older", words.older())}
            {link(newer, "newer", words.newer())}
        </nav>
    }
    .into_any()
}

/// "Critical · 1 h 46 min", for the index of postmortems.
pub(super) fn severity_and_length(cx: &Context, incident: &Incident) -> String {
    let severity = escape(cx.words.severity(incident.severity));
    [
        &severity,
        " · ",
        cx.lasted(incident.duration(cx.site.now)).as_str(),
    ]
    .concat()
}

/// `text` with the link in place of U+0001, as HTML.
pub(super) fn linked(text: &str, href: &str, name: &str) -> String {
    around(
        text,
        &["<a href=\"", &escape(href), "\">", &escape(name), "</a>"].concat(),
    )
}
