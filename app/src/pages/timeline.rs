//! The updates of an incident, numbered in the order in which they were said.

use super::Context;
use super::html::{escape, raw};
use super::shape::shape;
use crate::words::Form;
use leptos::prelude::*;
use model::{Affected, Impact, Incident, Instant};

/// Which updates, and how.
pub(crate) struct Timeline<'a> {
    pub(crate) incident: &'a Incident,
    /// Positions of the updates, oldest first.
    pub(crate) shown: Vec<usize>,
    pub(crate) newest_first: bool,
    /// What the distances are counted from.
    pub(crate) start: Option<Instant>,
}

/// The list; nothing if there is no update.
pub(crate) fn timeline(cx: &Context, line: &Timeline) -> AnyView {
    let mut numbered: Vec<(usize, usize)> = line.shown.iter().copied().zip(1..).collect();
    if line.newest_first {
        numbered.reverse();
    }
    let mut day = None;
    let items: Vec<AnyView> = numbered
        .into_iter()
        .map(|(position, number)| {
            let at = line.incident.updates[position].at;
            let civil = cx.clock.civil(at);
            let today = (civil.year, civil.month, civil.day);
            // The date stands where a day begins, not on every line.
            let date = (day != Some(today)).then(|| cx.words.day_year(&civil));
            day = Some(today);
            item(cx, line, position, number, date)
        })
        .collect();
    view! { <ol class="timeline">{items}</ol> }.into_any()
}

fn item(
    cx: &Context,
    line: &Timeline,
    position: usize,
    number: usize,
    date: Option<String>,
) -> AnyView {
    let words = cx.words;
    let update = &line.incident.updates[position];
    let body = cx.said(line.incident).update(position);
    let mut at = String::new();
    if let Some(date) = date {
        at += &["<span class=\"date\">", &escape(&date), "</span> "].concat();
    }
    at += &cx.time(update.at, Form::ClockZone);
    if let Some(start) = line.start.filter(|start| *start < update.at) {
        let after = words.after_start(&words.duration(update.at - start));
        at += &[" <small>", &escape(&after), "</small>"].concat();
    }
    let machine = update.auto.then(|| {
        let opened = position == 0;
        let text = match (opened, update.state.is_final()) {
            (true, _) => words.reported_by_machine(),
            (false, true) => words.closed_by_machine(),
            (false, false) => words.noted_by_machine(),
        };
        view! { <small>" · "{text.to_owned()}</small> }
    });
    let dir = body.dir();
    let html = body.it.map(|html| html.at(cx.root));
    let hits = hits(cx, line.incident, position);
    // The number begins anew with every occurrence of a maintenance, the position doesn't.
    let id = format!("update-{}", position + 1);
    view! {
        <li id=id data-number=number.to_string()>
            <p class="at" inner_html=at></p>
            <div class="said">
                <h3>{words.state(update.state).to_owned()}{machine}</h3>
                {html.map(|html| view! { <div class="prose" dir=dir lang=body.lang inner_html=html></div> })}
                {(!hits.is_empty()).then(|| raw(hits))}
            </div>
        </li>
    }
    .into_any()
}

/// What an update changed for components, as HTML.
fn hits(cx: &Context, incident: &Incident, position: usize) -> String {
    let words = cx.words;
    let update = &incident.updates[position];
    let mut changes: Vec<&Affected> = Vec::new();
    if position == 0 {
        changes.extend(&incident.components);
    }
    for change in &update.impacts {
        changes.retain(|c| c.component != change.component);
        changes.push(change);
    }
    let is_incident = incident.kind == model::Kind::Incident;
    if update.state.is_final() {
        if !is_incident || incident.touches().is_empty() {
            return String::new();
        }
        return list(&[(Impact::Operational, words.all_recovered().to_owned())]);
    }
    if !is_incident {
        return String::new();
    }
    let changes: Vec<(Impact, String)> = changes
        .into_iter()
        .map(|c| {
            (
                c.impact,
                words.impact_change(cx.name(&c.component), words.impact(c.impact)),
            )
        })
        .collect();
    list(&changes)
}

fn list(changes: &[(Impact, String)]) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let mut out = String::from("<ul class=\"hits\">");
    for (impact, text) in changes {
        out += &[
            "<li data-impact=\"",
            impact.as_str(),
            "\">",
            &shape(*impact),
            &escape(text),
            "</li>",
        ]
        .concat();
    }
    out + "</ul>"
}
