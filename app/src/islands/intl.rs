//! The browser's own knowledge of languages and zones; compiled for it only.

use super::browser::property;
use super::prefs::{Clock, Prefs};
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
        let object: JsValue = Reflect::construct(&constructor, &arguments).ok()?;
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

/// What a formatter has settled on for a property of `resolvedOptions()`.
fn resolved(language: &str, options: &[(&str, &str)], name: &str) -> JsValue {
    let resolve = || {
        let formatter = Formatter::new("DateTimeFormat", language, options)?;
        let method = property(&formatter.object, "resolvedOptions");
        let resolved = method.dyn_into::<Function>().ok()?.call0(&formatter.object);
        Some(property(&resolved.ok()?, name))
    };
    resolve().unwrap_or_default()
}

/// The zone of this browser: "Europe/Berlin".
pub(super) fn own_zone() -> Option<String> {
    resolved("en", &[], "timeZone").as_string()
}

/// The choices with the language's own clock in the place of "automatic".
pub(super) fn settled(prefs: Prefs, language: &str) -> Prefs {
    let clock = match prefs.clock {
        Clock::Auto if resolved(language, &[("hour", "numeric")], "hour12").is_truthy() => {
            Clock::Twelve
        }
        Clock::Auto => Clock::TwentyFour,
        chosen => chosen,
    };
    Prefs { clock, ..prefs }
}
