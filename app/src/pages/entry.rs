//! One incident, maintenance or notice as a row of a list.

use super::Context;
use super::html::{escape, raw};
use super::shape::{notice_shape, shape};
use leptos::prelude::*;
use model::{Impact, Incident, Kind, Span, State};

/// What stands before and after the title.
pub(crate) struct Entry {
    /// The date; empty under a date that already stands there.
    pub(crate) when: String,
    /// HTML: state, length, components.
    pub(crate) what: String,
    /// A sentence below.
    pub(crate) more: Option<String>,
}

impl Context<'_> {
    /// Shape and colour of an entry; `None` for an announcement.
    pub(crate) fn mark(&self, incident: &Incident) -> Option<Impact> {
        match incident.kind {
            Kind::Incident => Some(incident.worst()),
            Kind::Maintenance => Some(Impact::UnderMaintenance),
            Kind::Notice => None,
        }
    }

    /// The row.
    pub(crate) fn entry(&self, incident: &Incident, entry: Entry) -> AnyView {
        let title = self.said(incident).title();
        let mark = self.mark(incident);
        let shape = mark.map_or_else(|| notice_shape().to_owned(), shape);
        view! {
            <li class="entry" data-impact=mark.map(Impact::as_str)>
                <span class="when">{entry.when}</span>
                <a href=self.incident(&incident.id) lang=title.lang.clone()>
                    {raw(shape)}
                    <span dir=title.dir()>{title.it.to_owned()}</span>
                </a>
                {raw(["<span class=\"what\">", &entry.what, "</span>"].concat())}
                {entry.more.map(|more| view! { <p dir=title.dir() lang=title.lang>{more}</p> })}
            </li>
        }
        .into_any()
    }

    /// The row of something dated by its own day and explained by [`Context::gist`].
    pub(crate) fn dated(&self, incident: &Incident, with_year: bool) -> AnyView {
        let start = incident.start().unwrap_or_default();
        let civil = self.clock.civil(start);
        let when = if with_year {
            self.words.day_year(&civil)
        } else {
            self.words.day(&civil)
        };
        let what = self.gist(incident);
        self.entry(
            incident,
            Entry {
                when,
                what,
                more: None,
            },
        )
    }

    /// "Major outage · Checkout · 48 min", as HTML.
    pub(crate) fn gist(&self, incident: &Incident) -> String {
        let words = self.words;
        let now = self.site.now;
        let open = incident.is_open(now);
        let mut parts = Vec::new();
        match incident.kind {
            Kind::Incident => {
                parts.push(escape(words.impact(incident.worst())).into_owned());
                self.push_names(incident, &mut parts);
                parts.push(if open {
                    let start = incident.start().unwrap_or(now);
                    around(&words.ongoing("\u{1}"), &self.growing(start))
                } else {
                    self.lasted(incident.duration(now))
                });
            }
            Kind::Maintenance => {
                let Some(occurrence) = incident.occurrence_at(now) else {
                    return String::new();
                };
                parts.push(escape(words.state(occurrence.state(now))).into_owned());
                self.push_names(incident, &mut parts);
                parts.push(self.lasted(occurrence.span.seconds(now)));
            }
            Kind::Notice => parts.push(escape(words.kind(Kind::Notice)).into_owned()),
        }
        parts.join(" · ")
    }

    /// "Maintenance · 2 h · Completed", as HTML.
    pub(crate) fn gist_of_window(&self, span: Span, state: State) -> String {
        let words = self.words;
        let mut parts = vec![escape(words.kind(Kind::Maintenance)).into_owned()];
        if state != State::Cancelled {
            parts.push(self.lasted(span.seconds(self.site.now)));
        }
        parts.push(escape(words.state(state)).into_owned());
        parts.join(" · ")
    }

    fn push_names(&self, incident: &Incident, parts: &mut Vec<String>) {
        let hit = hit(incident);
        if !hit.is_empty() {
            let names = hit.iter().map(|id| self.name(id));
            parts.push(escape(&self.words.names(names, 2)).into_owned());
        }
    }
}

/// Ids of the components that suffered at some time, worst first; all that are named if none did.
pub(crate) fn hit(incident: &Incident) -> Vec<&str> {
    let impacts = incident.impacts();
    let named = incident.touches();
    let worst = |id: &str| {
        impacts
            .iter()
            .filter(|hit| hit.component == id)
            .map(|hit| hit.impact)
            .max()
    };
    let mut hit: Vec<&str> = named
        .iter()
        .copied()
        .filter(|id| worst(id).is_some())
        .collect();
    hit.sort_by_key(|id| std::cmp::Reverse(worst(id)));
    if hit.is_empty() { named } else { hit }
}

/// `text` as HTML with `html` in place of U+0001.
pub(crate) fn around(text: &str, html: &str) -> String {
    escape(text).replace('\u{1}', html)
}
