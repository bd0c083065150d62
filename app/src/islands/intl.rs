//! The browser's own knowledge of languages and zones; compiled for it only.

use super::browser::property;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An `Intl` formatter and its method `format`.
pub(super) struct Formatter {
    object: JsValue,
    format: Function,
}

impl Formatter {
    /// `new Intl.NAME(language, options)`; `None` if the browser does not know the language, the
    /// zone or the formatter.
    pub(super) fn new<V: AsRef<str>>(
        name: &str,
        language: &str,
        options: &[(&str, V)],
    ) -> Option<Formatter> {
        let constructor: Function = property(&property(&js_sys::global(), "Intl"), name)
            .dyn_into()
            .ok()?;
        let object = Object::new();
        for (key, value) in options {
            let _ = Reflect::set(&object, &(*key).into(), &value.as_ref().into());
        }
        let arguments = Array::of2(&language.into(), &object);
        let object: JsValue = Reflect::construct(&constructor, &arguments).ok()?.into();
        let format = property(&object, "format").dyn_into().ok()?;
        Some(Formatter { object, format })
    }

    /// A moment, in milliseconds since 1970.
    pub(super) fn moment(&self, milliseconds: f64) -> String {
        let text = self.format.call1(&self.object, &milliseconds.into());
        text.ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }

    /// A number of units.
    pub(super) fn units(&self, (number, unit): (i64, &str)) -> String {
        let number = JsValue::from_f64(number as f64);
        let text = self.format.call2(&self.object, &number, &unit.into());
        text.ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }
}

/// The zone of this browser: "Europe/Berlin".
pub(super) fn own_zone() -> Option<String> {
    let formatter = Formatter::new::<&str>("DateTimeFormat", "en", &[])?;
    let method: Function = property(&formatter.object, "resolvedOptions")
        .dyn_into()
        .ok()?;
    let resolved = method.call0(&formatter.object).ok()?;
    property(&resolved, "timeZone").as_string()
}
