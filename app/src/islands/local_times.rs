//! Times in the reader's own zone.
//!
//! Static pages show times in the site's zone. Awake, this island rewrites every
//! `<time datetime="2026-08-04T14:05:00Z" data-time="KIND">` of the page by `Intl`, in the
//! document's language, and puts what stood there into `title`, so that the time in the site's
//! zone stays one hover away. A `<time>` without `data-time`, or whose `datetime` names a day
//! only, stays as it is. Kinds:
//!
//! | `data-time` | English example |
//! | --- | --- |
//! | `time` | 16:05; with the day where the reader's is another one |
//! | `day` | 4 Aug |
//! | `weekday` | Tue 4 Aug |
//! | `date` | 4 Aug 2026 |
//! | `short` | 4 Aug, 16:05 |
//! | `datetime` | 4 Aug 2026, 16:05 |
//! | `relative` | 2 minutes ago, in 3 hours; goes on counting |
//!
//! With `data-zone` as well, the zone's short name follows ("16:05 CEST"). With `data-now` it is the
//! moment for which the durations beside it hold, and goes on with them. The end of a range (a
//! `<time>` right behind another) names its day only if the beginning has not named it.
//!
//! With the choice "site's zone" and "automatic clock", all but `relative` is as the page has it.
//!
//! The island's own place is a note on the zone (`span.zone > leptos-island > span`), in the footer
//! for instance.

#![allow(
    missing_docs,
    reason = "`#[island]` writes a public struct without docs"
)]

#[cfg(feature = "hydrate")]
mod awake;

use super::words::carried;
#[cfg(not(feature = "hydrate"))]
use super::words::carry;
use leptos::prelude::*;

words! {
    /// The texts of [`LocalTimes`].
    pub struct TimesWords {
        /// Without scripts, or by choice: "Times are in UTC."
        site,
        /// "Times are in your zone, {zone}."
        mine,
        /// By choice: "Times are in UTC."
        utc,
    }
}

/// A note on the zone of the times; awake, it also puts the page's times into that zone.
#[cfg(not(feature = "hydrate"))]
#[component]
pub fn LocalTimes(
    /// IANA name of the zone that the static page uses.
    zone: String,
    /// Texts.
    words: TimesWords,
) -> impl IntoView {
    let (words, island) = carry(&words, Note);
    view! { <span class="zone" data-words=words data-site-zone=zone inner_html=island></span> }
}

/// The moving part of [`LocalTimes`].
#[island]
pub fn Note() -> impl IntoView {
    let words: TimesWords = carried(".zone");
    let note = RwSignal::new(words.site().to_owned());
    #[cfg(feature = "hydrate")]
    awake::start(words, note);
    view! { <span>{note}</span> }
}
