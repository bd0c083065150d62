//! The few things that islands ask of the browser; compiled for it only.

use super::prefs::Prefs;
use super::times::language;
use leptos::prelude::{document, window};
use model::Instant;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, EventTarget, NodeList, Storage};

/// Told on `document` when the reader has chosen anew.
const PREFS_EVENT: &str = "allclear:prefs";

/// The reader's clock.
pub(super) fn now() -> Instant {
    Instant((js_sys::Date::now() / 1000.0) as i64)
}

/// A fraction from nought to one.
pub(super) fn random() -> f64 {
    js_sys::Math::random()
}

/// The attribute of `<html>`; empty if there is none.
pub(super) fn root_attribute(name: &str) -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute(name))
        .unwrap_or_default()
}

/// Sets the attribute of `<html>`, or takes it away.
pub(super) fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// The address of a file of the site, by its path from the site's root.
pub(super) fn site_file(path: &str) -> String {
    root_attribute("data-root") + path
}

/// The language in which times are written.
pub(super) fn page_language() -> String {
    let page = root_attribute("lang");
    let reader = window().navigator().languages();
    let reader: Vec<String> = items(&reader).filter_map(|tag| tag.as_string()).collect();
    language(&page, reader.iter().map(String::as_str)).to_owned()
}

/// The zone in which the page was written.
pub(super) fn site_zone() -> String {
    let zone = all("[data-site-zone]").find_map(|note| note.get_attribute("data-site-zone"));
    zone.unwrap_or_else(|| "UTC".to_owned())
}

/// All elements of the page that match.
pub(super) fn all(selector: &str) -> impl Iterator<Item = Element> + use<> {
    elements(document().query_selector_all(selector).ok())
}

/// All elements below `node` that match.
pub(super) fn within(node: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    elements(node.query_selector_all(selector).ok())
}

fn elements(nodes: Option<NodeList>) -> impl Iterator<Item = Element> {
    let length = nodes.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |i| nodes.as_ref()?.get(i)?.dyn_into().ok())
}

/// The text of the first element that matches.
pub(super) fn text_of(selector: &str) -> Option<String> {
    let element = document().query_selector(selector).ok().flatten()?;
    element.text_content()
}

/// Writes the text unless it stands there already, so that selections and screen readers are
/// left in peace.
pub(super) fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Reads JSON, by the browser's own parser.
pub(super) fn json(text: &str) -> Option<JsValue> {
    js_sys::JSON::parse(text).ok()
}

/// What an array holds; nothing if it is none.
pub(super) fn items(array: &JsValue) -> impl Iterator<Item = JsValue> + use<> {
    let array = array.dyn_ref::<js_sys::Array>().cloned();
    let length = array.as_ref().map_or(0, js_sys::Array::length);
    (0..length).filter_map(move |i| Some(array.as_ref()?.get(i)))
}

/// Takes the texts that lie ready for an island (see [`super::words`]).
pub(super) fn take_texts(element: &str) -> Option<Vec<String>> {
    let element = all(&[element, "[data-words]"].concat()).next()?;
    let texts = element.get_attribute("data-words")?;
    let _ = element.remove_attribute("data-words");
    Some(texts.split('\n').map(str::to_owned).collect())
}

/// Calls `listener` on every such event, for as long as the page lives.
pub(super) fn listen(target: &EventTarget, event: &str, listener: impl FnMut(JsValue) + 'static) {
    let listener = Closure::<dyn FnMut(JsValue)>::new(listener).into_js_value();
    let _ = target.add_event_listener_with_callback(event, listener.unchecked_ref());
}

/// Calls `tick` again and again, for as long as the page lives, and when the tab comes back.
pub(super) fn every(milliseconds: i32, tick: impl Fn() + Clone + 'static) {
    let again = tick.clone();
    listen(document().as_ref(), "visibilitychange", move |_| again());
    let tick = Closure::<dyn FnMut(JsValue)>::new(move |_| tick()).into_js_value();
    let window = window();
    let _ = window
        .set_interval_with_callback_and_timeout_and_arguments_0(tick.unchecked_ref(), milliseconds);
}

/// Resolves after that long.
pub(super) async fn sleep(milliseconds: i32) {
    let wait = js_sys::Promise::new(&mut |resolve, _| {
        let window = window();
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(wait).await;
}

/// Whether nobody can see the page just now.
pub(super) fn hidden() -> bool {
    document().hidden()
}

/// A property of any object, by whatever name; `undefined` if there is none.
pub(super) fn property(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
}

thread_local! {
    /// What was chosen on this page: also where the browser lets us store nothing.
    static CHOSEN: Cell<Option<Prefs>> = const { Cell::new(None) };
}

/// The reader's choices.
pub(super) fn load_prefs() -> Prefs {
    CHOSEN.get().unwrap_or_else(|| {
        let stored = storage().and_then(|s| s.get_item(&root_attribute("data-js")).ok()?);
        Prefs::parse(&stored.unwrap_or_default())
    })
}

/// Stores the choices, if the browser lets us, and tells everybody.
pub(super) fn store_prefs(prefs: Prefs) {
    CHOSEN.set(Some(prefs));
    if let Some(storage) = storage() {
        let _ = storage.set_item(&root_attribute("data-js"), &prefs.to_text());
    }
    if let Ok(event) = Event::new(PREFS_EVENT) {
        let _ = document().dispatch_event(&event);
    }
}

/// Calls `listener` when the reader has chosen anew, here or in another tab.
pub(super) fn on_prefs(listener: impl Fn() + Clone + 'static) {
    let again = listener.clone();
    listen(document().as_ref(), PREFS_EVENT, move |_| listener());
    listen(window().as_ref(), "storage", move |_| {
        CHOSEN.set(None);
        again();
    });
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
