//! Stub.

use super::Context;
use super::shell::{Head, document};
use leptos::prelude::*;
use model::Incident;

/// The page.
pub fn incident(
    cx: &Context,
    incident: &Incident,
    _newer: Option<&Incident>,
    _older: Option<&Incident>,
) -> String {
    let (text, _) = incident.text_in(cx.locale);
    let head = Head::new(&text.title);
    document(
        cx,
        &head,
        view! { <h1>{text.title.clone()}</h1> }.into_any(),
    )
}
