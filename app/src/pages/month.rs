//! Stub.

use super::shell::{Head, document};
use super::{Context, Month};
use leptos::prelude::*;

/// The page.
pub fn month(cx: &Context, month: &Month) -> String {
    let title = cx.words.month_of(month.year, month.month);
    let head = Head::new(&title);
    document(cx, &head, view! { <h1>{title.clone()}</h1> }.into_any())
}
