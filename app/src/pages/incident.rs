//! The page of one incident, maintenance or notice.
//!
//! What is over depends on nothing but its own file, names and neighbours, so that such pages
//! stay as they are from build to build.

mod facts;
mod windows;

use super::Context;
use super::context::Civil;
use super::entry::around;
use super::html::{escape, raw};
use super::picture::picture;
use super::said::In;
use super::shape::{notice_shape, shape};
use super::shell::{Head, Section, document};
use super::timeline::{Timeline, timeline};
use super::verdict::{of_incident, of_maintenance, tone};
use crate::words::{Form, autonym};
use leptos::prelude::*;
use model::{Impact, Incident, Kind, Postmortem, State};

/// Headings from which on a postmortem gets a table of contents.
const CONTENTS_FROM: usize = 3;

/// Words in a minute of reading.
const READING_SPEED: usize = 220;

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
            {neighbours(cx, newer, older)}
        </div>
    };
    document(cx, &head, main.into_any())
}

fn breadcrumb(cx: &Context, incident: &Incident) -> AnyView {
    let words = cx.words;
    let (href, name) = match incident.kind {
        Kind::Maintenance => (cx.to("maintenance/"), words.nav_maintenance()),
        Kind::Incident | Kind::Notice => (cx.to("incidents/"), words.nav_incidents()),
    };
    let month = incident.start().map(|at| cx.clock.civil(at));
    // What lies ahead is no history yet.
    let known = |at: &Civil| {
        let mut months = cx.months.iter();
        months.any(|month| (month.year, month.month) == (at.year, at.month))
    };
    let month = month.filter(known).map(|at| {
        let href = cx.to(&format!("history/{}/{:02}/", at.year, at.month));
        view! { <li><a href=href>{words.month_of(at.year, at.month)}</a></li> }
    });
    view! {
        <nav class="crumbs" aria-label=words.breadcrumb().to_owned()>
            <ol><li><a href=href>{name.to_owned()}</a></li>{month}</ol>
        </nav>
    }
    .into_any()
}

/// Title, state and dates of what does not go on.
fn heading(cx: &Context, incident: &Incident) -> AnyView {
    let words = cx.words;
    let said = cx.said(incident);
    let title = said.title();
    let summary = said.summary();
    let mut chips = String::new();
    let mut chip = |impact: Impact, text: &str| {
        let parts = [
            "<b data-impact=\"",
            impact.as_str(),
            "\">",
            &shape(impact),
            &escape(text),
            "</b> ",
        ];
        chips += &parts.concat();
    };
    match incident.kind {
        Kind::Incident => {
            chip(Impact::Operational, words.state(State::Resolved));
            chip(incident.worst(), words.severity(incident.severity));
        }
        Kind::Maintenance => {
            let state = incident.state(cx.site.now);
            let impact = match state {
                State::Scheduled => Impact::UnderMaintenance,
                State::Cancelled => Impact::Unknown,
                _ => Impact::Operational,
            };
            chip(impact, words.state(state));
        }
        Kind::Notice => {
            chips += &[
                "<b>",
                notice_shape(),
                &escape(words.kind(Kind::Notice)),
                "</b> ",
            ]
            .concat();
        }
    }
    chips += &["<span>", &when(cx, incident), "</span>"].concat();
    let summary = (!summary.it.is_empty()).then(|| {
        view! { <div class="intro prose" dir=summary.dir() lang=summary.lang inner_html=summary.it.at(cx.root)></div> }
    });
    view! {
        <h1 dir=title.dir() lang=title.lang>{title.it.to_owned()}</h1>
        <p class="chips" inner_html=chips></p>
        {summary}
    }
    .into_any()
}

/// The dates of its life, as HTML.
fn when(cx: &Context, incident: &Incident) -> String {
    let now = cx.site.now;
    match incident.kind {
        Kind::Incident => match incident.start() {
            Some(start) => cx.range(model::Span {
                start,
                end: incident.end(),
            }),
            None => String::new(),
        },
        Kind::Maintenance => match incident.occurrence_at(now) {
            Some(occurrence) => cx.range(occurrence.span),
            None => String::new(),
        },
        Kind::Notice => match incident.start() {
            Some(start) => cx.time(start, Form::FullZone),
            None => String::new(),
        },
    }
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

fn postmortem_view(
    cx: &Context,
    postmortem: &Postmortem,
    language: &In<Option<&Postmortem>>,
) -> AnyView {
    let (lang, dir) = (language.lang.clone(), language.dir());
    let words = cx.words;
    let contents = (postmortem.toc.len() >= CONTENTS_FROM).then(|| {
        let mut items = String::new();
        for entry in &postmortem.toc {
            let class = if entry.level > 2 {
                " class=\"sub\""
            } else {
                ""
            };
            let parts = [
                "<li",
                class,
                "><a href=\"#",
                &escape(&entry.id),
                "\">",
                &escape(&entry.title),
                "</a></li>",
            ];
            items += &parts.concat();
        }
        view! {
            <nav class="toc" aria-label=words.contents().to_owned()>
                <ol dir=dir lang=lang.clone() inner_html=items></ol>
            </nav>
        }
    });
    view! {
        <article class="postmortem" aria-labelledby="postmortem">
            {contents}
            <div>
                <h2 id="postmortem">{words.postmortem().to_owned()}</h2>
                <p class="byline">{reading_time(cx, postmortem)}</p>
                <div class="prose" dir=dir lang=lang inner_html=postmortem.html.at(cx.root)></div>
            </div>
        </article>
    }
    .into_any()
}

pub(super) fn reading_time(cx: &Context, postmortem: &Postmortem) -> String {
    cx.words
        .reading_time(postmortem.words.div_ceil(READING_SPEED).max(1))
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
