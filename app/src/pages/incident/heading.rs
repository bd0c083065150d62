//! Where the page hangs, and what it is about: title, state and dates of what does not go on.

use crate::pages::Context;
use crate::pages::context::Civil;
use crate::pages::html::escape;
use crate::pages::shape::{notice_shape, shape};
use crate::words::Form;
use leptos::prelude::*;
use model::{Impact, Incident, Kind, State};

pub(super) fn breadcrumb(cx: &Context, incident: &Incident) -> AnyView {
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
pub(super) fn heading(cx: &Context, incident: &Incident) -> AnyView {
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
            // A start that a fast clock put into the future is not the end.
            let state = incident.state(cx.site.now);
            let over = state == State::Resolved;
            let impact = if over {
                Impact::Operational
            } else {
                Impact::Unknown
            };
            chip(impact, words.state(state));
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
