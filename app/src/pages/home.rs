//! The page that a worried person opens: the verdict, the other things going on and coming, every
//! component, and the last fourteen days.

pub(super) mod components;
mod recent;

use super::Context;
use super::entry::around;
use super::html::{brief, escape, raw};
use super::shape::{glyph, notice_shape, shape};
use super::shell::{Head, Section, document};
use super::verdict::{all, tone, verdict};
use leptos::prelude::*;
use model::site::ANNOUNCE_AHEAD;
use model::{Impact, Incident, Kind, Span};

/// The page.
pub fn home(cx: &Context) -> String {
    let (site, words) = (cx.site, cx.words);
    let open = site.open_incidents();
    let state = open
        .first()
        .map_or(site.overall(site.now), |worst| tone(worst, site.now));
    // Without an incident the headline is that of the state, which an open page can swap.
    let title = if open.is_empty() {
        all(words, state)
    } else {
        words.impact(state)
    };
    let title = format!("{} {title} – {}", glyph(state), site.meta.title);
    let head = Head {
        section: Section::Status,
        icon: state,
        inline: true,
        live: true,
        ..Head::new(&title)
    };
    let main = view! {
        {pinned(cx)}
        {verdict(cx)}
        <div class="wrap">
            {also(cx)}
            {components::components(cx)}
            {recent::recent(cx)}
        </div>
    };
    document(cx, &head, main.into_any())
}

/// Announcements that must be seen before anything else.
fn pinned(cx: &Context) -> AnyView {
    let notices = cx.site.notices();
    let items: Vec<AnyView> = notices
        .iter()
        .filter(|notice| notice.pin)
        .map(|notice| {
            let said = cx.said(notice);
            let title = said.title();
            let gist = brief(&said.summary().it.at(cx.root), 120).0;
            view! {
                <p class="pinned wrap">
                    {raw(notice_shape())}
                    <a href=cx.incident(&notice.id) dir=title.dir() lang=title.lang.clone()>{title.it.to_owned()}</a>
                    <span dir=title.dir() lang=title.lang inner_html=gist></span>
                </p>
            }
            .into_any()
        })
        .collect();
    if items.is_empty() {
        return ().into_any();
    }
    view! { <aside class="notices" aria-label=cx.words.kind(Kind::Notice).to_owned()>{items}</aside> }
        .into_any()
}

/// What else goes on, and what is to come.
fn also(cx: &Context) -> AnyView {
    let site = cx.site;
    let open = site.open_incidents();
    let active = site.active_maintenance();
    let in_band = usize::from(open.is_empty());
    let mut items: Vec<AnyView> = Vec::new();
    items.extend(open.iter().skip(1).map(|i| incident_item(cx, i)));
    items.extend(active.iter().skip(in_band).map(|i| active_item(cx, i)));
    let coming = site.upcoming(ANNOUNCE_AHEAD);
    items.extend(coming.iter().map(|(i, span)| coming_item(cx, i, *span)));
    let notices = site.notices();
    items.extend(
        notices
            .iter()
            .filter(|n| !n.pin)
            .map(|n| notice_item(cx, n)),
    );
    if items.is_empty() {
        return ().into_any();
    }
    view! { <ul class="also" aria-label=cx.words.also().to_owned()>{items}</ul> }.into_any()
}

fn item(cx: &Context, incident: &Incident, mark: Option<Impact>, facts: String) -> AnyView {
    let title = cx.said(incident).title();
    let body = newest(cx, incident);
    let shape = mark.map_or_else(|| notice_shape().to_owned(), shape);
    view! {
        <li data-impact=mark.map(Impact::as_str)>
            {raw(shape)}
            <h2><a href=cx.incident(&incident.id) dir=title.dir() lang=title.lang.clone()>{title.it.to_owned()}</a></h2>
            <p class="dots" inner_html=["<span>", &facts, "</span>"].concat()></p>
            {(!body.is_empty()).then(|| view! { <p dir=title.dir() lang=title.lang.clone() inner_html=body></p> })}
        </li>
    }
    .into_any()
}

/// The newest thing said about it, in a line or two.
fn newest(cx: &Context, incident: &Incident) -> String {
    let said = cx.said(incident);
    let shown = match incident.kind {
        Kind::Maintenance => None,
        _ => incident.update_at(cx.site.now),
    };
    let update = shown.and_then(|i| said.update(i).it);
    let html = update.unwrap_or(said.summary().it).at(cx.root);
    brief(&html, 140).0
}

fn incident_item(cx: &Context, incident: &Incident) -> AnyView {
    let words = cx.words;
    let now = cx.site.now;
    let impact = tone(incident, now);
    let start = incident.start().unwrap_or(now);
    let since = words.started_ago("\u{2}", "\u{1}");
    let since = around(&since, &cx.recently_zoned(start)).replace('\u{2}', &cx.growing(start));
    let facts = [
        "<b>",
        &escape(words.impact(impact)),
        "</b> ",
        &since,
        "</span> <span>",
        &escape(words.state(incident.state(now))),
    ];
    item(cx, incident, Some(impact), facts.concat())
}

fn active_item(cx: &Context, work: &Incident) -> AnyView {
    let words = cx.words;
    let mut facts = [
        "<b>",
        &escape(words.impact(Impact::UnderMaintenance)),
        "</b> ",
    ]
    .concat();
    if let Some(occurrence) = work.occurrence_at(cx.site.now) {
        facts += &cx.range(occurrence.span);
    }
    item(cx, work, Some(Impact::UnderMaintenance), facts)
}

fn coming_item(cx: &Context, work: &Incident, span: Span) -> AnyView {
    let mut facts = cx.range(span);
    let touched = work.touches();
    if !touched.is_empty() {
        facts += "</span> <span>";
        facts += &escape(&cx.words.names(touched.iter().map(|id| cx.name(id)), 3));
    }
    item(cx, work, Some(Impact::UnderMaintenance), facts)
}

fn notice_item(cx: &Context, notice: &Incident) -> AnyView {
    let start = notice.start().unwrap_or(cx.site.now);
    let facts = escape(&cx.words.date(&cx.clock.civil(start))).into_owned();
    item(cx, notice, None, facts)
}
