//! What moves on a page: each island is no larger than that.

use leptos::prelude::*;

/// Placeholder until the first real island is here.
#[island]
pub fn Theme() -> impl IntoView {
    let count = RwSignal::new(0);
    view! { <button on:click=move |_| count.update(|n| *n += 1)>{count}</button> }
}
