//! The places of the islands, and the words they take along.

use super::Context;
use super::html::{escape, raw, settle};
use crate::islands::{
    LiveStatus, LiveWords, LocalTimes, Preferences, PreferencesWords, ProbeWords, TimesWords,
    VisitorProbe,
};
use leptos::prelude::*;
use model::{BrowserProbe, Component, Impact};
use std::borrow::Cow;

/// The note on the zone, in the footer.
pub(crate) fn local_times<'c>(cx: &'c Context) -> Cow<'c, str> {
    let zone = &cx.site.meta.timezone;
    cx.words.kept(0, zone, || {
        let words = TimesWords::fill(|key| cx.words.slots("times", key, &[("site", zone)]));
        settled(rendered(
            || view! { <LocalTimes zone=zone.clone() words=words /> },
        ))
    })
}

/// Theme, zone and clock, in the header's menu.
pub(crate) fn preferences<'c>(cx: &'c Context) -> Cow<'c, str> {
    let zone = &cx.site.meta.timezone;
    cx.words.kept(1, zone, || {
        let slots = |key| cx.words.slots("preferences", key, &[("site", zone)]);
        let words = PreferencesWords::fill(slots);
        settled(rendered(|| view! { <Preferences words=words /> }))
    })
}

fn settled(html: String) -> String {
    let mut out = String::with_capacity(html.len());
    settle(&html, &mut out);
    out
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
