//! What an incident comes down to: how long, who, how hard, how fast.

use crate::pages::Context;
use crate::pages::entry::hit;
use crate::pages::html::escape;
use crate::pages::verdict::fact;
use leptos::prelude::*;
use model::strip::covered;
use model::{Impact, Incident, Span};

/// Components that get a fact of their own.
const SINGLE: usize = 2;

/// The row of facts under the heading.
pub(super) fn facts(cx: &Context, incident: &Incident, open: bool) -> AnyView {
    let words = cx.words;
    let now = cx.site.now;
    let mut facts = Vec::new();
    if !open {
        let lasted = cx.lasted(incident.duration(now));
        facts.push(fact("", words.lasted(), &lasted, ""));
    }
    facts.push(affected(cx, incident));
    for (name, impact, seconds, rest) in worst_hit(cx, incident) {
        let label = words.hit_for(name, words.impact(impact));
        facts.push(fact("", &label, &cx.lasted(seconds), &rest));
    }
    if let (Some(start), Some(first)) = (incident.start(), incident.updates.first())
        && !first.auto
        && first.at > start
    {
        let after = cx.lasted(first.at - start);
        facts.push(fact("", words.first_update(), &after, ""));
    }
    if !incident.updates.is_empty() {
        let note = match incident.updates.first() {
            Some(first) if first.auto => words.reported_by_machine(),
            _ => "",
        };
        let count = incident.updates.len().to_string();
        facts.push(fact("", words.updates(), &count, &escape(note)));
    }
    view! { <dl class="facts wide">{facts}</dl> }.into_any()
}

/// Names of components as a list; those that have a page lead to it.
pub(super) fn component_links(cx: &Context, ids: &[&str]) -> String {
    let link = |id: &&str| {
        let name = escape(cx.name(id)).into_owned();
        match cx.site.component(id).filter(|c| !c.hidden) {
            Some(_) => [
                "<a href=\"",
                &escape(&cx.component(id)),
                "\">",
                &name,
                "</a>",
            ]
            .concat(),
            None => name,
        }
    };
    let links: Vec<String> = ids.iter().map(link).collect();
    links.join(&escape(cx.words.list_separator()))
}

fn affected(cx: &Context, incident: &Incident) -> AnyView {
    let words = cx.words;
    let touched = hit(incident);
    if touched.is_empty() {
        return fact("", words.affected(), &escape(words.nobody_affected()), "");
    }
    let whole = cx.site.components.iter().filter(|c| !c.hidden).count();
    let names = component_links(cx, &touched);
    let count = words.affected_of(touched.len(), whole.max(touched.len()));
    fact("", words.affected(), &escape(&count), &names)
}

/// The components that were hit hardest: name, worst impact, how long that lasted, and what
/// else they went through.
fn worst_hit<'c>(cx: &'c Context, incident: &'c Incident) -> Vec<(&'c str, Impact, i64, String)> {
    let now = cx.site.now;
    let hits = incident.impacts();
    let length = |id: &str, impact: Impact| {
        let same = hits
            .iter()
            .filter(|hit| hit.component == id && hit.impact == impact);
        covered(same.map(|hit| hit.span).collect::<Vec<Span>>(), now)
    };
    let mut found: Vec<(&str, Impact, i64, String)> = Vec::new();
    for id in incident.touches() {
        let worst = Impact::ALL
            .into_iter()
            .rev()
            .find(|&impact| length(id, impact) > 0);
        let Some(worst) = worst.filter(|impact| impact.is_trouble()) else {
            continue;
        };
        let milder = Impact::ALL
            .into_iter()
            .rev()
            .filter(|&impact| impact < worst && length(id, impact) > 0);
        let rest: Vec<String> = milder
            .map(|impact| {
                let word = escape(cx.words.impact(impact)).into_owned();
                [word.as_str(), " ", &cx.lasted(length(id, impact))].concat()
            })
            .collect();
        let rest = rest.join(&escape(cx.words.list_separator()));
        found.push((cx.name(id), worst, length(id, worst), rest));
    }
    found.sort_by_key(|(_, impact, seconds, _)| std::cmp::Reverse((*impact, *seconds)));
    found.truncate(SINGLE);
    found
}
