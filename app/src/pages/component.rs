//! Stub.

use super::Context;
use super::shell::{Head, document};
use leptos::prelude::*;

/// The page of the component at this position.
pub fn component(cx: &Context, position: usize) -> String {
    let component = &cx.site.components[position];
    let head = Head::new(&component.name);
    document(
        cx,
        &head,
        view! { <h1>{component.name.clone()}</h1> }.into_any(),
    )
}
