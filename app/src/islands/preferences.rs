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

#[cfg(feature = "hydrate")]
mod awake;

use super::prefs::{Choice, Clock, Prefs, Theme, Zone};
use super::words::carried;
#[cfg(not(feature = "hydrate"))]
use super::words::carry;
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

/// Three rows, each a label and a native `<select>`:
/// `div.prefs > leptos-island > label.pref > span + select`.
#[cfg(not(feature = "hydrate"))]
#[component]
pub fn Preferences(
    /// Texts.
    words: PreferencesWords,
) -> impl IntoView {
    let (words, island) = carry(&words, Choices);
    view! { <div class="prefs" data-needs-js="" data-words=words inner_html=island></div> }
}

/// The moving part of [`Preferences`].
#[island]
pub fn Choices() -> impl IntoView {
    let w: PreferencesWords = carried(".prefs");
    let stored = RwSignal::new(String::new());
    #[cfg(feature = "hydrate")]
    awake::start(stored);
    [
        row(
            stored,
            w.theme(),
            [w.theme_system(), w.theme_light(), w.theme_dark()],
            THEME,
        ),
        row(
            stored,
            w.zone(),
            [w.zone_mine(), w.zone_site(), w.zone_utc()],
            ZONE,
        ),
        row(
            stored,
            w.clock(),
            [w.clock_auto(), w.clock_12(), w.clock_24()],
            CLOCK,
        ),
    ]
}

/// One of the choices: its stored words, how to read it and how to set it.
#[derive(Clone, Copy)]
struct Field {
    words: fn() -> [&'static str; 3],
    get: fn(Prefs) -> &'static str,
    set: fn(&mut Prefs, &str),
}

const THEME: Field = Field {
    words: || Theme::ALL.map(|(word, _)| word),
    get: |prefs| prefs.theme.word(),
    set: |prefs, word| prefs.theme = Theme::parse(word),
};

const ZONE: Field = Field {
    words: || Zone::ALL.map(|(word, _)| word),
    get: |prefs| prefs.zone.word(),
    set: |prefs, word| prefs.zone = Zone::parse(word),
};

const CLOCK: Field = Field {
    words: || Clock::ALL.map(|(word, _)| word),
    get: |prefs| prefs.clock.word(),
    set: |prefs, word| prefs.clock = Clock::parse(word),
};

/// `stored` is what is stored: see [`Prefs::to_text`].
fn row(
    stored: RwSignal<String>,
    label: &str,
    texts: [&str; 3],
    field: Field,
) -> impl IntoView + use<> {
    let mut words = (field.words)().into_iter();
    let options = texts.map(|text| {
        view! { <option value=words.next().unwrap_or_default()>{text.to_owned()}</option> }
    });
    let choose = move |event| {
        let mut prefs = Prefs::parse(&stored.get_untracked());
        (field.set)(&mut prefs, &event_target_value(&event));
        stored.set(prefs.to_text());
        #[cfg(feature = "hydrate")]
        awake::keep(prefs);
    };
    view! {
        <label class="pref">
            <span>{label.to_owned()}</span>
            <select
                autocomplete="off"
                prop:value=move || (field.get)(Prefs::parse(&stored.get()))
                on:change=choose
            >
                {options}
            </select>
        </label>
    }
}
