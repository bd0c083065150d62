//! Keeps an open page true.
//!
//! The page carries what is known about the days to come in
//! `<script type="application/json" id="live">` (a data block, which a Content Security Policy
//! lets through): the JSON of `/data/status.json`, that is [`model::live::Live`], with `<` written
//! as `\u003c`.
//!
//! What the island reads and rewrites, all of it optional:
//!
//! | in the page | meaning |
//! | --- | --- |
//! | `data-row="api" data-impact="operational"` | an element that shows the state of a component; there may be several |
//! | `data-overall data-impact="…"` | an element that shows the state of the whole site: the band |
//! | inside both: `[data-word]` | its text is the state's word |
//! | inside both: `use[data-swap]` | the impact in its `href` is swapped: `#s-operational` → `#s-major_outage` |
//! | inside `data-overall`: `[data-headline]` | its text is a headline for the state |
//! | inside both: `[data-built]` | true only of the state at build time: hidden while another one holds |
//! | inside `data-row`: `[data-name]` | the component's name, for announcements |
//! | `data-since="1754300000"` | its text is the time gone since then, "37 min" |
//! | `data-until="1754300000"` | its text is the time left until then |
//! | `data-from="1754300000"`, `data-to` | its `rect + rect` and `.gone-text` show how much has passed |
//! | `link[rel=icon][data-swap]` | as `use[data-swap]`, by the overall state |
//! | `<title>` | a shape (● ▲ ◧ ■ ◆ ○) and an overall headline in it are swapped |
//!
//! The island's own place is a bar that is empty (and takes no room) until there is news:
//! `div.live > leptos-island > p.visually-hidden[role=status] + p.live-bar[hidden] > span + button`. It also says so
//! when the site cannot be reached, for then what is shown may be old.

#![allow(
    missing_docs,
    reason = "`#[island]` writes a public struct without docs"
)]

#[cfg(feature = "hydrate")]
mod awake;
pub mod news;
#[cfg(feature = "hydrate")]
mod page;
pub mod poll;
#[cfg(feature = "hydrate")]
mod wire;

use super::duration::Units;
use super::words::carried;
#[cfg(not(feature = "hydrate"))]
use super::words::carry;
use leptos::prelude::*;
use model::Impact;

words! {
    /// The texts of [`LiveStatus`].
    pub struct LiveWords {
        /// State of a component: "Operational"
        operational,
        /// "Unknown"
        unknown,
        /// "Under maintenance"
        under_maintenance,
        /// "Degraded performance"
        degraded_performance,
        /// "Partial outage"
        partial_outage,
        /// "Major outage"
        major_outage,
        /// Headline of the whole page in each state: "All systems operational"
        all_operational,
        /// "We cannot say how things are now"
        all_unknown,
        /// "Maintenance is under way"
        all_under_maintenance,
        /// "Some systems are slow"
        all_degraded_performance,
        /// "Some systems partly fail"
        all_partial_outage,
        /// "Some systems fail"
        all_major_outage,
        /// Announced when a component changes: "{name}: {state}"
        change,
        /// The bar, when a newer page is there: "This page has news."
        news,
        /// Its button: "Reload"
        reload,
        /// The bar, when this site can't be reached: "We cannot reach this site; what you see may be old."
        stale,
        /// Durations: "less than a minute"
        moment,
        /// "{n} min"
        minutes,
        /// "{n} h"
        hours,
        /// "{n} d"
        days,
        /// "{first} {second}"
        two,
        /// How far planned work has come: "{gone} of {whole} have passed"
        gone,
    }
}

impl LiveWords {
    /// A component's state.
    pub fn state(&self, impact: Impact) -> &str {
        match impact {
            Impact::Operational => self.operational(),
            Impact::Unknown => self.unknown(),
            Impact::UnderMaintenance => self.under_maintenance(),
            Impact::DegradedPerformance => self.degraded_performance(),
            Impact::PartialOutage => self.partial_outage(),
            Impact::MajorOutage => self.major_outage(),
        }
    }

    /// The whole site's state.
    pub fn headline(&self, impact: Impact) -> &str {
        match impact {
            Impact::Operational => self.all_operational(),
            Impact::Unknown => self.all_unknown(),
            Impact::UnderMaintenance => self.all_under_maintenance(),
            Impact::DegradedPerformance => self.all_degraded_performance(),
            Impact::PartialOutage => self.all_partial_outage(),
            Impact::MajorOutage => self.all_major_outage(),
        }
    }

    /// The units of durations.
    pub fn units(&self) -> Units<'_> {
        Units {
            moment: self.moment(),
            minutes: self.minutes(),
            hours: self.hours(),
            days: self.days(),
            two: self.two(),
        }
    }
}

/// A bar that stays empty until there is news; awake, it also keeps states and durations true.
#[cfg(not(feature = "hydrate"))]
#[component]
pub fn LiveStatus(
    /// Texts.
    words: LiveWords,
) -> impl IntoView {
    let (words, island) = carry(&words, Bar);
    view! { <div class="live" data-words=words inner_html=island></div> }
}

/// The moving part of [`LiveStatus`].
#[island]
pub fn Bar() -> impl IntoView {
    let words: LiveWords = carried(".live");
    let said = RwSignal::new(String::new());
    let bar = RwSignal::new(String::new());
    let reload = words.reload().to_owned();
    let news = words.news().to_owned();
    #[cfg(feature = "hydrate")]
    awake::start(words, said, bar);
    view! {
        <p class="visually-hidden" role="status">
            {said}
        </p>
        <p class="live-bar" hidden=move || bar.read().is_empty()>
            <span>{bar}</span>
            // Only where there is something to reload: a site that can't be reached would be gone.
            <button type="button" hidden=move || *bar.read() != news on:click=|_| reload_page()>
                {reload}
            </button>
        </p>
    }
}

fn reload_page() {
    let _ = window().location().reload();
}
