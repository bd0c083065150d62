//! The newest updates in the band.

use crate::pages::Context;
use crate::pages::html::{brief, escape};
use leptos::prelude::*;
use model::{Incident, Kind};

/// Updates that the band has room for.
const UPDATES: usize = 3;

/// Characters of the newest update, and of those before it.
const NEWEST: usize = 420;
const BEFORE: usize = 150;

pub(super) fn updates(cx: &Context, incident: &Incident) -> AnyView {
    let now = cx.site.now;
    let said = cx.said(incident);
    let shown: Vec<usize> = match incident.kind {
        Kind::Maintenance => incident
            .occurrence_at(now)
            .map(|o| o.updates)
            .unwrap_or_default(),
        _ => (0..incident.updates.len()).collect(),
    };
    let past = shown
        .iter()
        .rev()
        .filter(|&&i| incident.updates[i].at <= now);
    let items: Vec<AnyView> = past
        .take(UPDATES)
        .enumerate()
        .map(|(nth, &i)| {
            let update = &incident.updates[i];
            let body = said.update(i);
            let html = body.it.map(|html| html.at(cx.root)).unwrap_or_default();
            let (text, _) = brief(&html, if nth == 0 { NEWEST } else { BEFORE });
            let when = [cx.recently(update.at).as_str(), " ", &cx.ago(update.at)].concat();
            let state = escape(&cx.words.said(cx.words.state(update.state))).into_owned();
            let lang = body.attributes();
            let line = ["<b>", &state, "</b><span", &lang, ">", &text, "</span>"].concat();
            view! {
                <li>
                    <p class="at dots" inner_html=when></p>
                    <p inner_html=line></p>
                </li>
            }
            .into_any()
        })
        .collect();
    if items.is_empty() {
        let (text, _) = brief(&said.summary().it.at(cx.root), NEWEST);
        return view! { <p class="say" inner_html=text></p> }.into_any();
    }
    view! { <ol class="says" aria-label=cx.words.latest_updates().to_owned()>{items}</ol> }
        .into_any()
}
