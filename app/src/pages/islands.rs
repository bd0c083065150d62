//! The places of the islands, and the words they take along.

use super::Context;
use super::html::{escape, raw};
use crate::islands::{
    LiveStatus, LiveWords, LocalTimes, Preferences, PreferencesWords, ProbeWords, TimesWords,
    VisitorProbe,
};
use leptos::prelude::*;
use model::{BrowserProbe, Component, Impact};

/// The note on the zone, in the footer.
pub(crate) fn local_times(cx: &Context) -> String {
    let zone = cx.site.meta.timezone.clone();
    let words = TimesWords::fill(|key| cx.words.slots("times", key, &[("site", &zone)]));
    rendered(|| view! { <LocalTimes zone=zone words=words /> })
}

/// Theme, zone and clock, in the header's menu.
pub(crate) fn preferences(cx: &Context) -> String {
    let zone = cx.site.meta.timezone.as_str();
    let words = PreferencesWords::fill(|key| cx.words.slots("preferences", key, &[("site", zone)]));
    rendered(|| view! { <Preferences words=words /> })
}

/// The bar for news, and what the page knows of the days to come.
pub(crate) fn live_status(cx: &Context) -> String {
    let words = LiveWords::fill(|key| cx.words.slots("live", key, &[]));
    let island = rendered(|| view! { <LiveStatus words=words /> });
    let data = serde_json::to_string(&cx.site.live(cx.built_at))
        .unwrap_or_default()
        .replace('<', "\\u003c");
    [
        island.as_str(),
        "<script type=\"application/json\" id=\"live\">",
        &data,
        "</script>",
    ]
    .concat()
}

/// "Is it just you?"
pub(crate) fn probe(
    cx: &Context,
    component: &Component,
    target: &BrowserProbe,
    official: Impact,
) -> AnyView {
    let words = ProbeWords::fill(|key| {
        cx.words
            .slots("probe", key, &[("component", &component.name)])
    });
    let (id, target) = (component.id.clone(), target.clone());
    let html = rendered(|| {
        view! { <VisitorProbe component=id target=target official=official words=words /> }
    });
    raw(html).into_any()
}

/// An island as HTML: its signals need an owner for as long as that takes.
fn rendered<V: IntoView>(island: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    let html = owner.with(|| island().into_view().to_html());
    owner.cleanup();
    html
}

/// Attributes of `<html>` from which the loader takes where the bundle lies.
pub(crate) fn bundle(cx: &Context) -> String {
    match (&cx.assets.bundle_js, &cx.assets.bundle_wasm) {
        (Some(glue), Some(wasm)) => [
            " data-glue=\"",
            &escape(&cx.file(glue)),
            "\" data-wasm=\"",
            &escape(&cx.file(wasm)),
            "\"",
        ]
        .concat(),
        _ => String::new(),
    }
}
