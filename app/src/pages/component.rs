//! The page of one component: how it is, what it hangs on, its days, and what happened to it.

use super::home::components::legend;
use super::html::{escape, raw};
use super::incident::linked;
use super::islands;
use super::shape::living_shape;
use super::shell::{Head, Section, document};
use super::strip::strip;
use super::year::year;
use super::{Context, STRIP_DAYS};
use leptos::prelude::*;
use model::{Component, Impact, Incident, Kind};

/// Incidents on the page; older ones are in the archive.
const INCIDENTS: usize = 50;

/// The page of the component at this position.
pub fn component(cx: &Context, position: usize) -> String {
    let words = cx.words;
    let Some(component) = cx.site.components.get(position) else {
        return super::not_found(cx);
    };
    let impact = cx.site.state(position, cx.site.now);
    let head = Head {
        description: component.description.as_deref(),
        section: Section::Status,
        icon: impact,
        live: true,
        ..Head::new(&component.name)
    };
    let days = cx.last_days(STRIP_DAYS).len().saturating_sub(1);
    let main = view! {
        <div class="wrap page component">
            <nav class="crumbs" aria-label=words.breadcrumb().to_owned()>
                <ol>
                    <li><a href=cx.to("")>{words.nav_status().to_owned()}</a></li>
                    {component.group.clone().map(|group| view! { <li>{group}</li> })}
                </ol>
            </nav>
            <h1>{component.name.clone()}</h1>
            {now(cx, component, position, impact)}
            {component.description.clone().map(|text| view! { <p class="intro">{text}</p> })}
            {related(cx, component)}
            <section aria-labelledby="days">
                <div class="head"><h2 id="days">{words.last_days(days)}</h2>{legend(cx)}</div>
                <div class="big">
                    {raw(strip(cx, position, STRIP_DAYS))}
                    <p class="axis"><span>{words.strip_from(days)}</span><span>{words.strip_to().to_owned()}</span></p>
                </div>
            </section>
            {check(cx, component, impact)}
            <section aria-labelledby="year">
                <div class="head"><h2 id="year">{words.year().to_owned()}</h2></div>
                <div class="card scroll" tabindex="0" role="group" aria-labelledby="year">{raw(year(cx, position))}</div>
                <p class="note">{words.year_note().to_owned()}</p>
            </section>
            {incidents(cx, position)}
        </div>
    };
    document(cx, &head, main.into_any())
}

/// The state and what it comes from.
fn now(cx: &Context, component: &Component, position: usize, impact: Impact) -> AnyView {
    let now = cx.site.now;
    let current = cx
        .site
        .hits(position)
        .iter()
        .filter(|hit| hit.span.contains(now));
    let mut html = String::new();
    for hit in current {
        let incident = &cx.site.incidents[hit.incident];
        let title = cx.said(incident).title();
        let link = linked("\u{1}", &cx.incident(&incident.id), title.it);
        if !html.is_empty() {
            html += ", ";
        }
        html += &[link.as_str(), " · ", &cx.growing(hit.span.start)].concat();
    }
    let html = (!html.is_empty()).then(|| raw(["<span data-built>", &html, "</span>"].concat()));
    view! {
        <p class="chips" data-row=component.id.clone() data-impact=impact.as_str()>
            <b>
                {raw(living_shape(impact))}
                <span data-word="">{cx.words.impact(impact).to_owned()}</span>
            </b>
            {html}
        </p>
    }
    .into_any()
}

/// What it needs, what needs it, and where it lives.
fn related(cx: &Context, component: &Component) -> AnyView {
    let words = cx.words;
    let shown = |c: &&Component| !c.hidden;
    let needs: Vec<&Component> = component
        .depends_on
        .iter()
        .filter_map(|id| cx.site.component(id))
        .filter(shown)
        .collect();
    let all = cx.site.components.iter();
    let needed_by: Vec<&Component> = all
        .filter(|c| c.depends_on.contains(&component.id))
        .filter(shown)
        .collect();
    let links = |list: &[&Component]| {
        let links = list
            .iter()
            .map(|c| linked("\u{1}", &cx.component(&c.id), &c.name));
        links
            .collect::<Vec<_>>()
            .join(&escape(words.list_separator()))
    };
    let mut html = String::new();
    for (label, list) in [(words.depends_on(), needs), (words.needed_by(), needed_by)] {
        if !list.is_empty() {
            html += &[
                "<div><dt>",
                &escape(label),
                "</dt><dd>",
                &links(&list),
                "</dd></div>",
            ]
            .concat();
        }
    }
    if let Some(link) = &component.link {
        let name = link
            .split("://")
            .last()
            .unwrap_or(link)
            .trim_end_matches('/');
        html += &[
            "<div><dt>",
            &escape(words.visit()),
            "</dt><dd>",
            &linked("\u{1}", link, name),
            "</dd></div>",
        ]
        .concat();
    }
    if html.is_empty() {
        return ().into_any();
    }
    view! { <dl class="related" inner_html=html></dl> }.into_any()
}

fn check(cx: &Context, component: &Component, impact: Impact) -> AnyView {
    let Some(target) = &component.browser else {
        return ().into_any();
    };
    view! {
        <section id="check" aria-labelledby="just-you" data-needs-js="">
            <div class="head"><h2 id="just-you">{cx.words.just_you().to_owned()}</h2></div>
            <div class="card">{islands::probe(cx, component, target, impact)}</div>
        </section>
    }
    .into_any()
}

fn incidents(cx: &Context, position: usize) -> AnyView {
    let words = cx.words;
    let mut seen: Vec<usize> = Vec::new();
    for hit in cx.site.hits(position) {
        let future = hit.span.start > cx.site.now;
        if !future && seen.last() != Some(&hit.incident) && !seen.contains(&hit.incident) {
            seen.push(hit.incident);
        }
        if seen.len() > INCIDENTS {
            break;
        }
    }
    let more = seen.len() > INCIDENTS;
    seen.truncate(INCIDENTS);
    let found = seen.iter().filter_map(|&i| cx.site.incidents.get(i));
    let found = found.filter(|i: &&std::sync::Arc<Incident>| i.kind != Kind::Notice);
    let rows: Vec<AnyView> = found.map(|i| cx.dated(i, true)).collect();
    let list = if rows.is_empty() {
        view! { <p class="empty">{words.component_none().to_owned()}</p> }.into_any()
    } else {
        view! { <ul class="entries">{rows}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="incidents">
            <div class="head"><h2 id="incidents">{words.component_incidents().to_owned()}</h2></div>
            {list}
            {more.then(|| view! {
                <p class="note"><a href=cx.to("incidents/")>{words.component_older().to_owned()}</a></p>
            })}
        </section>
    }
    .into_any()
}
