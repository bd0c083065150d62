//! What stands below the headline: how far it has come, and what a reader can do.

use crate::pages::Context;
use crate::pages::html::raw;
use leptos::prelude::*;
use model::{Incident, Instant, State};

/// Where it stands among the states of its life.
pub(super) fn track(cx: &Context, steps: &[State], current: State) -> AnyView {
    let reached = current.rank();
    let steps = steps.iter().map(|&step| {
        let rank = step.rank();
        let class = (rank <= reached).then_some("done");
        let here = (rank == reached).then_some("step");
        view! { <li class=class aria-current=here>{cx.words.state(step).to_owned()}</li> }
    });
    view! {
        <ol class="track" aria-label=cx.words.step_track().to_owned()>{steps.collect_view()}</ol>
    }
    .into_any()
}

/// How much of the planned time has passed, as a bar and in words.
pub(super) fn gone(cx: &Context, start: Instant, end: Instant) -> AnyView {
    let (seconds, whole) = (cx.site.now - start, end - start);
    let share = (seconds.clamp(0, whole) * 100 / whole.max(1)).to_string();
    let bar = [
        "<svg class=\"gone\" aria-hidden=\"true\"><rect width=\"100%\" height=\"100%\"/><rect width=\"",
        &share,
        "%\" height=\"100%\"/></svg>",
    ];
    let text = cx
        .words
        .gone_of(&cx.words.duration(seconds), &cx.words.duration(whole));
    view! {
        <div data-from=start.0.to_string() data-to=end.0.to_string()>
            {raw(bar.concat())}
            <p class="gone-text">{text}</p>
        </div>
    }
    .into_any()
}

pub(super) fn summary(cx: &Context, incident: &Incident) -> AnyView {
    let summary = cx.said(incident).summary();
    if summary.it.is_empty() {
        return ().into_any();
    }
    view! { <div class="say prose" dir=summary.dir() lang=summary.lang inner_html=summary.it.at(cx.root)></div> }
        .into_any()
}

pub(super) fn actions(cx: &Context, incident: &Incident, home: bool) -> AnyView {
    let words = cx.words;
    let probed = incident.touches().into_iter().find(|id| {
        cx.site
            .component(id)
            .is_some_and(|c| c.browser.is_some() && !c.hidden)
    });
    let probe = probed.map(|id| {
        let href = cx.component(id) + "#check";
        view! { <a class="button" data-needs-js="" href=href>{words.check_from_here().to_owned()}</a> }
    });
    let more = home.then(|| {
        let label = match incident.updates.len() {
            0 => words.read_more().to_owned(),
            n => words.all_updates(n),
        };
        view! { <a class="button solid" href=cx.incident(&incident.id)>{label}</a> }
    });
    if probe.is_none() && more.is_none() {
        return ().into_any();
    }
    view! { <p class="actions">{more}{probe}</p> }.into_any()
}
