//! What moves on a page. Every page is complete without it: an island only keeps true, or makes
//! more comfortable, what is already written there.
//!
//! | island | place | what it does |
//! | --- | --- | --- |
//! | [`LocalTimes`] | once, in the footer | rewrites times into the reader's zone, says which zone that is |
//! | [`Preferences`] | once, inside a `<details>` of the page | theme, zone, clock |
//! | [`LiveStatus`] | once, before `<main>` | keeps states, durations and title true, looks for a newer build |
//! | [`VisitorProbe`] | component page, if the config allows it | "Is it just you?" |
//!
//! Each module says which attributes it reads from the page. Common to all: `<html>` carries
//! `data-root` (the way to the site's root: `""`, `"../../"`, or an absolute path), and the
//! loader marks it with `data-js` while scripts are at work; what is useless without them is
//! hidden by `html:not([data-js]) [data-needs-js] { display: none }`.
//!
//! Beside the islands lies their plain logic, which runs (and is tested) without a browser.

#[macro_use]
mod words;

pub mod live_status;
pub mod local_times;
pub mod preferences;
pub mod visitor_probe;

pub mod duration;
pub mod prefs;
pub mod times;

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod intl;

#[cfg(not(feature = "hydrate"))]
pub use {
    live_status::LiveStatus, local_times::LocalTimes, preferences::Preferences,
    visitor_probe::VisitorProbe,
};
pub use {
    live_status::LiveWords, local_times::TimesWords, preferences::PreferencesWords,
    visitor_probe::ProbeWords,
};
