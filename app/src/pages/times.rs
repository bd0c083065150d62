//! Instants and durations on a page: always with what a machine reads, so that the browser can
//! put them into the reader's zone.

use super::Context;
use super::html::escape;
use crate::words::{Form, iso};
use model::{Instant, Span};

impl Context<'_> {
    /// `<time>` with the instant in the site's zone.
    pub(crate) fn time(&self, at: Instant, form: Form) -> String {
        let (kind, zone) = form.for_browser();
        let text = self.words.time(&self.clock.civil(at), form);
        [
            "<time datetime=\"",
            &self.clock.rfc3339(at),
            "\" data-time=\"",
            kind,
            if zone { "\" data-zone>" } else { "\">" },
            &escape(&text),
            "</time>",
        ]
        .concat()
    }

    /// The time of day if that is today, else with the date.
    pub(crate) fn recently(&self, at: Instant) -> String {
        let form = if self.is_today(at) {
            Form::Clock
        } else {
            Form::Short
        };
        self.time(at, form)
    }

    /// The same, with the zone.
    pub(crate) fn recently_zoned(&self, at: Instant) -> String {
        let form = if self.is_today(at) {
            Form::ClockZone
        } else {
            Form::Short
        };
        self.time(at, form)
    }

    fn is_today(&self, at: Instant) -> bool {
        let (a, b) = (self.clock.civil(at), self.clock.civil(self.site.now));
        (a.year, a.month, a.day) == (b.year, b.month, b.day)
    }

    /// "11 min ago"; only ever beside the absolute time.
    pub(crate) fn ago(&self, at: Instant) -> String {
        let words = self.words;
        // In one piece, so that a narrow column breaks before it and not within.
        let text = words
            .ago(&words.roughly(self.site.now - at))
            .replace(' ', "\u{a0}");
        [
            "<time datetime=\"",
            &self.clock.rfc3339(at),
            "\" data-time=\"relative\">",
            &escape(&text),
            "</time>",
        ]
        .concat()
    }

    /// How long it has lasted, counted on by the browser.
    pub(crate) fn growing(&self, since: Instant) -> String {
        let text = self.words.growing(self.site.now - since);
        let since = since.0.to_string();
        [
            "<span data-since=\"",
            &since,
            "\">",
            &escape(&text),
            "</span>",
        ]
        .concat()
    }

    /// How long it will last yet, counted down by the browser.
    pub(crate) fn shrinking(&self, until: Instant) -> String {
        let text = self.words.growing(until - self.site.now);
        let until = until.0.to_string();
        [
            "<span data-until=\"",
            &until,
            "\">",
            &escape(&text),
            "</span>",
        ]
        .concat()
    }

    /// A duration that is over.
    pub(crate) fn lasted(&self, seconds: i64) -> String {
        let text = self.words.duration(seconds);
        [
            "<time datetime=\"",
            &iso(seconds),
            "\">",
            &escape(&text),
            "</time>",
        ]
        .concat()
    }

    /// From when to when; the date is written once if both ends lie on one day.
    pub(crate) fn range(&self, span: Span) -> String {
        let Some(end) = span.end else {
            return self.time(span.start, Form::FullZone);
        };
        let (a, b) = (self.clock.civil(span.start), self.clock.civil(end));
        let same_day = (a.year, a.month, a.day) == (b.year, b.month, b.day);
        let last = if same_day {
            Form::ClockZone
        } else {
            Form::FullZone
        };
        let dash = if same_day { "–" } else { " – " };
        [
            self.time(span.start, Form::Full).as_str(),
            dash,
            &self.time(end, last),
        ]
        .concat()
    }
}
