//! Every component with its state and its days, by group.

use crate::pages::html::raw;
use crate::pages::shape::{living_shape, shape};
use crate::pages::strip::strip;
use crate::pages::{Context, STRIP_DAYS};
use leptos::prelude::*;
use model::{Component, Impact};

/// The section.
pub(super) fn components(cx: &Context) -> AnyView {
    let words = cx.words;
    let days = cx.last_days(STRIP_DAYS).len().saturating_sub(1);
    view! {
        <section class="components" aria-labelledby="components">
            <div class="head">
                <h2 id="components">{words.components().to_owned()}</h2>
                {legend(cx)}
            </div>
            <p class="axis">
                <span>{words.strip_from(days)}</span>
                <span>{words.strip_to().to_owned()}</span>
            </p>
            {groups(cx)}
            <p class="note">{words.strip_note().to_owned()}</p>
        </section>
    }
    .into_any()
}

/// What the shapes mean.
pub(crate) fn legend(cx: &Context) -> AnyView {
    let order = [
        Impact::Operational,
        Impact::DegradedPerformance,
        Impact::PartialOutage,
        Impact::MajorOutage,
        Impact::UnderMaintenance,
    ];
    let items = order.map(|impact| {
        view! {
            <li data-impact=impact.as_str()>
                {raw(shape(impact))} {cx.words.impact(impact).to_owned()}
            </li>
        }
    });
    view! { <ul class="legend">{items.into_iter().collect_view()}</ul> }.into_any()
}

/// Groups in the order in which the config first names them; those without one come first.
fn groups(cx: &Context) -> Vec<AnyView> {
    let mut groups: Vec<(Option<&str>, Vec<usize>)> = Vec::new();
    for (i, component) in cx.site.components.iter().enumerate() {
        if component.hidden {
            continue;
        }
        let name = component.group.as_deref();
        match groups.iter_mut().find(|(group, _)| *group == name) {
            Some((_, members)) => members.push(i),
            None => groups.push((name, vec![i])),
        }
    }
    groups.sort_by_key(|(name, _)| name.is_some());
    groups
        .into_iter()
        .map(|(name, members)| group(cx, name, &members))
        .collect()
}

fn group(cx: &Context, name: Option<&str>, members: &[usize]) -> AnyView {
    let rows: Vec<AnyView> = members.iter().map(|&i| row(cx, i)).collect();
    let list = view! { <ul class="rows">{rows}</ul> };
    match name {
        None => list.into_any(),
        Some(name) => view! {
            <details class="group" open="">
                <summary>
                    <h3>{name.to_owned()}</h3>
                    <span class="sum">{cx.words.group_count(members.len())}</span>
                </summary>
                {list}
            </details>
        }
        .into_any(),
    }
}

fn row(cx: &Context, position: usize) -> AnyView {
    let component: &Component = &cx.site.components[position];
    let impact = cx.site.state(position, cx.site.now);
    let lasting = (impact != Impact::Operational)
        .then(|| since(cx, position, impact))
        .flatten();
    view! {
        <li class="row" data-row=component.id.clone() data-impact=impact.as_str()>
            {raw(living_shape(impact))}
            <a data-name="" href=cx.component(&component.id)>{component.name.clone()}</a>
            {raw(strip(cx, position, STRIP_DAYS))}
            <span class="word">
                <span data-word="">{cx.words.impact(impact).to_owned()}</span>
                {lasting}
            </span>
        </li>
    }
    .into_any()
}

/// For how long the component has been in this state.
fn since(cx: &Context, position: usize, impact: Impact) -> Option<AnyView> {
    let now = cx.site.now;
    let hits = cx.site.hits(position).iter();
    let current = hits.filter(|hit| hit.impact == impact && hit.span.contains(now));
    let start = current.map(|hit| hit.span.start).min()?;
    let html = cx.growing(start);
    Some(view! { <small data-built="" inner_html=html></small> }.into_any())
}
