//! One component tree, seen from two sides: pages that the generator renders (feature `ssr`), and
//! islands that wake up in the browser (feature `hydrate`). The two are never on together.

#[cfg(feature = "ssr")]
pub mod boot;
pub mod islands;

/// Wakes the islands of the page; the loader calls it when the browser is idle.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
