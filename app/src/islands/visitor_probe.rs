//! "Is it just you?": asks a component from the reader's own browser, and this site at the same
//! time as a control, and says what follows.
//!
//! Nothing is asked before the reader presses the button, and the result stays in the browser.
//! The state that the page reports is read from `[data-row=ID][data-impact]` (see
//! [`super::LiveStatus`]), else taken from the build.
//!
//! Its place is a section with a heading of its own (`<h2>`); the island begins at `<h3>`:
//!
//! ```text
//! div.probe > leptos-island
//!   p.visually-hidden[role=status]
//!   p.probe-intro
//!   div.probe-result[hidden]
//!     div.probe-verdict[data-verdict="both_fine|only_you|only_us|everyone|unclear"]
//!       p.probe-from[data-impact] > svg.s + text
//!       h3, p (why), p.probe-try
//!     div.probe-paths
//!       ul > li[data-impact][data-line="solid|dashed"] > span + span.probe-line + span
//!       p.probe-limits
//!   button[data-needs-js]
//! ```

#![allow(
    missing_docs,
    reason = "`#[island]` writes a public struct without docs"
)]

#[cfg(feature = "hydrate")]
mod awake;
mod html;
pub mod report;
pub mod verdict;

use super::words::carried;
#[cfg(not(feature = "hydrate"))]
use super::words::carry;
use leptos::prelude::*;
#[cfg(not(feature = "hydrate"))]
use model::BrowserProbe;
use model::Impact;

words! {
    /// The texts of [`VisitorProbe`]. The component's name is already in them.
    pub struct ProbeWords {
        /// What the button does: "Your browser asks Public API and, to compare, this site."
        intro,
        /// The button: "Check from here"
        check,
        /// The button while it works: "Checking…"
        checking,
        /// The button afterwards: "Check again"
        again,
        /// Above the verdict: "From your browser, {time}"
        from_browser,
        /// Both fine. "You reach it, and so do we."
        both_fine,
        /// Its explanation.
        both_fine_why,
        /// What to do.
        both_fine_try,
        /// Only the reader: "It is only you"
        only_you,
        /// Its explanation.
        only_you_why,
        /// What to do.
        only_you_try,
        /// Only we see trouble: "It is only us"
        only_us,
        /// Its explanation when the page reports a major outage.
        only_us_why,
        /// Its explanation when the page reports that some are hit, or maintenance.
        only_us_partly_why,
        /// What to do.
        only_us_try,
        /// "It is everyone"
        everyone,
        /// Its explanation.
        everyone_why,
        /// Its explanation when the service answers the reader, but with an error: "… ({status}) …"
        everyone_error_why,
        /// What to do.
        everyone_try,
        /// "We could not tell"
        unclear,
        /// Because the browser is offline.
        offline_why,
        /// Because this site did not answer either.
        no_control_why,
        /// Because the page's own security policy, or an extension, stopped the request.
        blocked_why,
        /// Because the service answered with an error that nobody reports yet: "… ({status}) …"
        disagree_why,
        /// Because the page itself does not know: the reader reaches it.
        silent_reached_why,
        /// Because the page itself does not know: the reader does not reach it.
        silent_failed_why,
        /// What to do then.
        unclear_try,
        /// Where paths begin: "You"
        you,
        /// Where paths begin: "This page says"
        page,
        /// Where a path ends: "this site"
        this_site,
        /// Where paths end: the component's name.
        component,
        /// "{ms} ms"
        answered,
        /// "{ms} ms, status {status}"
        answered_status,
        /// "no answer, {ms} ms"
        failed,
        /// "no answer within {s} s"
        timed_out,
        /// "not asked"
        not_asked,
        /// What a readable answer proves.
        limits_cors,
        /// What an answer that can't be read proves: only that something answers.
        limits_no_cors,
        /// What a failure leaves open: no browser says what went wrong.
        limits_failed,
        /// States, on the path that begins at the page: "operational"
        operational,
        /// "not observed"
        unknown,
        /// "maintenance"
        under_maintenance,
        /// "degraded"
        degraded_performance,
        /// "partial outage"
        partial_outage,
        /// "major outage"
        major_outage,
    }
}

impl ProbeWords {
    /// What the page says of the component.
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
}

/// A button and, once pressed, a verdict.
#[cfg(not(feature = "hydrate"))]
#[component]
pub fn VisitorProbe(
    /// The component's id.
    component: String,
    /// What to ask.
    target: BrowserProbe,
    /// The component's state at build time.
    official: Impact,
    /// Texts.
    words: ProbeWords,
) -> impl IntoView {
    let (words, island) = carry(&words, Question);
    view! {
        <div
            class="probe"
            data-words=words
            data-ask=component
            data-url=target.url
            data-cors=target.cors
            data-timeout=target.timeout_ms
            data-official=official.as_str()
         inner_html=island></div>
    }
}

/// The moving part of [`VisitorProbe`].
#[island]
pub fn Question() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    let probe = awake::target();
    let words: ProbeWords = carried(".probe");
    let said = RwSignal::new(String::new());
    let result = RwSignal::new(String::new());
    let button = RwSignal::new(words.check().to_owned());
    let intro = words.intro().to_owned();
    #[cfg(feature = "hydrate")]
    let check = awake::check(probe, words, said, result, button);
    #[cfg(not(feature = "hydrate"))]
    let check = |_| ();
    view! {
        <p class="visually-hidden" role="status">
            {said}
        </p>
        <p class="probe-intro">{intro}</p>
        <div
            class="probe-result"
            hidden=move || result.read().is_empty()
            inner_html=move || result.get()
        ></div>
        <button type="button" data-needs-js="" on:click=check>
            {button}
        </button>
    }
}
