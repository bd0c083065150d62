//! Stub.

use super::Context;
use super::shell::{Head, document};
use leptos::prelude::*;

/// The page.
pub fn home(cx: &Context) -> String {
    let head = Head::new(cx.words.nav_status());
    document(
        cx,
        &head,
        view! { <h1>{cx.words.nav_status().to_owned()}</h1> }.into_any(),
    )
}
