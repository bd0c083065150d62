//! The reader's choices: theme, zone and clock.
//!
//! The page puts the island into a `<details>` of its own, together with whatever works without
//! scripts (links to the other languages). Awake, the island closes that `<details>` on Escape
//! and on a click elsewhere, stores each choice (see [`super::prefs`]), sets `data-theme="light"`
//! or `"dark"` on `<html>` (no attribute: as the system says) and tells the other islands by an
//! `allclear:prefs` event on `document`.
//!
//! Its rows carry `data-needs-js`: without scripts there is nothing to choose.

#![allow(
    missing_docs,
    reason = "`#[island]` writes a public struct without docs"
)]

use leptos::prelude::*;

words! {
    /// The texts of [`Preferences`].
    pub struct PreferencesWords {
        /// Label: "Theme"
        theme,
        /// "System"
        theme_system,
        /// "Light"
        theme_light,
        /// "Dark"
        theme_dark,
        /// Label: "Times in"
        zone,
        /// "My zone"
        zone_mine,
        /// The site's zone: "Europe/Berlin", or "Site's zone"
        zone_site,
        /// "UTC"
        zone_utc,
        /// Label: "Clock"
        clock,
        /// "Automatic"
        clock_auto,
        /// "12 h"
        clock_12,
        /// "24 h"
        clock_24,
    }
}

/// Three rows, each a label and a native `<select>`: `div.prefs > label.pref > span + select`.
#[island]
pub fn Preferences(
    /// Texts.
    words: PreferencesWords,
) -> impl IntoView {
    let w = words;
    view! {
        <div class="prefs" data-needs-js="">
            {row(w.theme, [w.theme_system, w.theme_light, w.theme_dark])}
            {row(w.zone, [w.zone_mine, w.zone_site, w.zone_utc])}
            {row(w.clock, [w.clock_auto, w.clock_12, w.clock_24])}
        </div>
    }
}

fn row(label: String, options: [String; 3]) -> impl IntoView {
    let [first, second, third] = options;
    view! {
        <label class="pref">
            <span>{label}</span>
            <select autocomplete="off">
                <option>{first}</option>
                <option>{second}</option>
                <option>{third}</option>
            </select>
        </label>
    }
}
