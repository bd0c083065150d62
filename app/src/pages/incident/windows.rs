//! A maintenance: its windows, those to come and those past, and what was said in each.

use super::facts::component_links;
use crate::pages::Context;
use crate::pages::entry::hit;
use crate::pages::html::{escape, raw};
use crate::pages::timeline::{Timeline, timeline};
use crate::pages::verdict::fact;
use leptos::prelude::*;
use model::maintenance::Occurrence;
use model::{Incident, State};

/// Windows to come that are listed.
const COMING: usize = 5;
/// Windows of the past that are listed.
const PAST: usize = 10;
/// Of a single window nothing is repeated; that is what a list is for.
const SEVERAL: usize = 2;

/// Everything below the heading.
pub(super) fn windows(cx: &Context, work: &Incident) -> AnyView {
    let now = cx.site.now;
    let words = cx.words;
    let occurrences = work.occurrences();
    let over = |o: &Occurrence| o.state(now).is_final();
    let coming: Vec<&Occurrence> = occurrences
        .iter()
        .filter(|o| !over(o))
        .take(COMING)
        .collect();
    let past: Vec<&Occurrence> = occurrences
        .iter()
        .rev()
        .filter(|o| over(o))
        .take(PAST)
        .collect();
    let lists = (occurrences.len() >= SEVERAL).then(|| {
        view! {
            {list(cx, "next", words.next_windows(), &coming)}
            {list(cx, "past", words.past_windows(), &past)}
        }
    });
    view! {
        {facts(cx, work)}
        {told(cx, work, &occurrences)}
        {lists}
    }
    .into_any()
}

fn facts(cx: &Context, work: &Incident) -> AnyView {
    let words = cx.words;
    let now = cx.site.now;
    let mut facts = Vec::new();
    if let Some(occurrence) = work.occurrence_at(now) {
        let (planned, span) = (occurrence.planned, occurrence.span);
        facts.push(fact(
            "",
            words.planned_window(),
            &cx.lasted(planned.seconds(now)),
            "",
        ));
        if occurrence.state(now) == State::Completed && span.end < planned.end {
            facts.push(fact("", words.lasted(), &cx.lasted(span.seconds(now)), ""));
        }
    }
    let touched = hit(work);
    let names = if touched.is_empty() {
        escape(words.nobody_affected()).into_owned()
    } else {
        component_links(cx, &touched)
    };
    facts.push(fact("", words.affects(), &names, ""));
    view! { <dl class="facts wide">{facts}</dl> }.into_any()
}

/// What was said, by window; the newest window first.
fn told(cx: &Context, work: &Incident, occurrences: &[Occurrence]) -> AnyView {
    let words = cx.words;
    let many = occurrences.len() >= SEVERAL;
    let with_updates = occurrences.iter().rev().filter(|o| !o.updates.is_empty());
    let blocks: Vec<AnyView> = with_updates
        .map(|occurrence| {
            let line = Timeline {
                incident: work,
                shown: occurrence.updates.clone(),
                newest_first: !occurrence.state(cx.site.now).is_final(),
                start: None,
            };
            let window = many.then(|| {
                let range = cx.range(occurrence.planned);
                raw(["<h3 class=\"window\">", &range, "</h3>"].concat())
            });
            view! { {window} {timeline(cx, &line)} }.into_any()
        })
        .collect();
    if blocks.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby="timeline">
            <div class="head"><h2 id="timeline">{words.timeline().to_owned()}</h2></div>
            {blocks}
        </section>
    }
    .into_any()
}

fn list(cx: &Context, id: &'static str, title: &str, windows: &[&Occurrence]) -> AnyView {
    if windows.is_empty() {
        return ().into_any();
    }
    let now = cx.site.now;
    let words = cx.words;
    let items: Vec<AnyView> = windows
        .iter()
        .map(|o| {
            let state = o.state(now);
            let mut what = escape(words.state(state)).into_owned();
            if state == State::Completed && o.span.end < o.planned.end {
                what += " · ";
                what += &escape(&words.ended_early(&words.duration(o.span.seconds(now))));
            }
            let html = [
                "<span>",
                &cx.range(o.planned),
                "</span><span class=\"what\">",
                &what,
                "</span>",
            ];
            view! { <li class="entry plain" inner_html=html.concat()></li> }.into_any()
        })
        .collect();
    view! {
        <section aria-labelledby=id>
            <div class="head"><h2 id=id>{title.to_owned()}</h2></div>
            <ul class="entries">{items}</ul>
        </section>
    }
    .into_any()
}
