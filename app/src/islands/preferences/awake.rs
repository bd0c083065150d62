//! Keeps the choices, applies the theme, closes the menu.

use crate::islands::browser::{
    all, listen, load_prefs, on_prefs, property, set_root_attribute, store_prefs,
};
use crate::islands::prefs::{Choice, Prefs, Theme};
use leptos::prelude::{RwSignal, Set, document};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

pub(super) fn start(stored: RwSignal<String>) {
    stored.set(load_prefs().to_text());
    on_prefs(move || {
        let prefs = load_prefs();
        stored.set(prefs.to_text());
        apply(prefs);
    });
    listen(document().as_ref(), "click", |event| {
        close(property(&event, "target").dyn_ref::<Node>());
    });
    listen(document().as_ref(), "keydown", |event| {
        if property(&event, "key").as_string().as_deref() == Some("Escape") {
            close(None);
        }
    });
}

pub(super) fn keep(prefs: Prefs) {
    apply(prefs);
    store_prefs(prefs);
}

fn apply(prefs: Prefs) {
    let theme = (prefs.theme != Theme::System).then(|| prefs.theme.word());
    set_root_attribute("data-theme", theme);
}

/// Closes the menu unless `inside` lies in it; who closes it by key goes on from its summary.
fn close(inside: Option<&Node>) {
    for menu in all("details[open]:has(.prefs)") {
        if inside.is_some_and(|node| menu.contains(Some(node))) {
            continue;
        }
        let _ = menu.remove_attribute("open");
        let summary = menu.query_selector("summary").ok().flatten();
        if let (None, Some(summary)) = (inside, summary) {
            let _ = summary.unchecked_into::<HtmlElement>().focus();
        }
    }
}
