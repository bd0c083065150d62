//! The facts at the side of the band.

use crate::pages::Context;
use crate::pages::entry::around;
use crate::pages::html::escape;
use crate::words::Form;
use leptos::prelude::*;

/// A label with a value, both HTML; `big` for the one number that matters most.
pub(crate) fn fact(class: &'static str, label: &str, value: &str, note: &str) -> AnyView {
    let mut html = ["<dt>", &escape(label), "</dt><dd>", value].concat();
    if !note.is_empty() {
        html += "<small>";
        html += note;
        html += "</small>";
    }
    html += "</dd>";
    let class = (!class.is_empty()).then_some(class);
    view! { <div class=class inner_html=html></div> }.into_any()
}

pub(super) fn now_note(cx: &Context) -> String {
    let now = cx.time(cx.site.now, Form::ClockZone);
    let now = now.replacen("<time", "<time data-now", 1);
    around(&cx.words.as_of("\u{1}"), &now)
}

pub(super) fn as_of(cx: &Context) -> AnyView {
    fact(
        "",
        cx.words.as_of_label(),
        &cx.time(cx.built_at, Form::Short),
        "",
    )
}

pub(super) fn next_maintenance(cx: &Context) -> AnyView {
    let words = cx.words;
    let upcoming = cx.site.upcoming(model::site::ANNOUNCE_AHEAD);
    let value = match upcoming.first() {
        Some((work, span)) => {
            let href = cx.incident(&work.id);
            [
                "<a href=\"",
                &escape(&href),
                "\">",
                &cx.time(span.start, Form::Short),
                "</a>",
            ]
            .concat()
        }
        None => escape(words.none_planned()).into_owned(),
    };
    fact("", words.next_maintenance(), &value, "")
}
