//! One component tree, seen from two sides: pages that the generator renders (feature `ssr`), and
//! islands that wake up in the browser (feature `hydrate`). The two are never on together.

// Views are types, and the probe's is a deep one.
#![recursion_limit = "256"]

#[cfg(feature = "ssr")]
pub mod boot;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod words;

/// The style sheet that pages link, minified: `style/*.css` in the order of `build.rs`.
#[cfg(feature = "ssr")]
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));

/// The part of it that the home page carries inline, so that it is there with the first bytes;
/// `csp_home` names its hash.
#[cfg(feature = "ssr")]
pub const STYLE_HOME: &str = include_str!(concat!(env!("OUT_DIR"), "/home.css"));

/// Wakes the islands of the page; the loader calls it when the browser is idle.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
