//! What stands where nothing is.

use super::Context;
use super::html::raw;
use super::shape::shape;
use super::shell::{Head, document};
use leptos::prelude::*;
use model::Impact;

/// The page. It may be served at any depth, so [`Context::root`] is the absolute base path.
pub fn not_found(cx: &Context) -> String {
    let words = cx.words;
    let head = Head {
        icon: Impact::Unknown,
        lost: true,
        ..Head::new(words.not_found())
    };
    let main = view! {
        <div class="wrap page lost" data-impact="unknown">
            {raw(shape(Impact::Unknown))}
            <h1>{words.not_found().to_owned()}</h1>
            <p class="intro">{words.not_found_note().to_owned()}</p>
            <p class="actions"><a class="button solid" href=cx.to("")>{words.not_found_back().to_owned()}</a></p>
        </div>
    };
    document(cx, &head, main.into_any())
}
