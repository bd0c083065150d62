//! What was learned: every incident that has a postmortem.

use super::Context;
use super::entry::Entry;
use super::html::escape;
use super::incident::{reading_time, severity_and_length};
use super::shell::{Head, Section, document};
use leptos::prelude::*;
use model::Incident;

/// The page.
pub fn postmortems(cx: &Context) -> String {
    let words = cx.words;
    let told = cx
        .site
        .incidents
        .iter()
        .filter(|i| i.text.postmortem.is_some());
    let rows: Vec<AnyView> = told.map(|incident| row(cx, incident)).collect();
    let head = Head {
        section: Section::Postmortems,
        ..Head::new(words.nav_postmortems())
    };
    let list = if rows.is_empty() {
        view! { <p class="empty">{words.postmortems_none().to_owned()}</p> }.into_any()
    } else {
        view! { <ul class="entries stories">{rows}</ul> }.into_any()
    };
    let main = view! {
        <div class="wrap page">
            <h1>{words.nav_postmortems().to_owned()}</h1>
            <p class="intro">{words.postmortems_intro().to_owned()}</p>
            {list}
        </div>
    };
    document(cx, &head, main.into_any())
}

fn row(cx: &Context, incident: &Incident) -> AnyView {
    let when = incident
        .start()
        .map(|at| cx.words.day_year(&cx.clock.civil(at)));
    let mut what = severity_and_length(cx, incident);
    if let Some(postmortem) = cx.said(incident).postmortem().it {
        what += " · ";
        what += &escape(&reading_time(cx, postmortem));
    }
    let when = when.unwrap_or_default();
    let excerpt = cx.said(incident).excerpt();
    let more = (!excerpt.is_empty()).then(|| excerpt.to_owned());
    cx.entry(incident, Entry { when, what, more })
}
