//! The whole site at one instant: what pages, feeds and APIs are made from.

use crate::incident::ImpactSpan;
use crate::live::{Live, LiveComponent};
use crate::{Component, Impact, Incident, Instant, Kind, Span};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// How far ahead a coming maintenance is announced on the home page, in seconds.
pub const ANNOUNCE_AHEAD: i64 = 14 * crate::time::DAY;

/// What the site says of itself; from `[site]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Meta {
    /// The name of the page.
    pub title: String,
    /// One sentence for search engines.
    pub description: Option<String>,
    /// Where it is published, with a slash at the end; `None` if the config does not say.
    pub url: Option<String>,
    /// IANA name of the zone in which the static pages show times.
    pub timezone: String,
    /// Language tags; the first is the default and lives at the root.
    pub locales: Vec<String>,
    /// Path below `public/`.
    pub logo: Option<String>,
    /// `#rrggbb`.
    pub accent: Option<String>,
    /// Path below `public/` of a style sheet that comes last.
    pub custom_css: Option<String>,
    /// Links in the header.
    pub links: Vec<Link>,
    /// Links in the footer: legal notice and the like.
    pub footer_links: Vec<Link>,
    /// A line of plain text in the footer.
    pub footer_text: Option<String>,
}

/// A named address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Link {
    /// Plain text.
    pub name: String,
    /// Absolute, or relative to the site's root.
    pub url: String,
}

/// Everything a build knows, at `now`.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// About the page itself.
    pub meta: Meta,
    /// In the order of the config.
    pub components: Vec<Component>,
    /// All that is published, newest start first; equal starts by id.
    pub incidents: Vec<Arc<Incident>>,
    /// The clock of this build.
    pub now: Instant,
    impacts: Vec<Vec<Hit>>,
}

/// One stretch of impact on a component and who caused it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// When.
    pub span: Span,
    /// How hard.
    pub impact: Impact,
    /// Position in [`Site::incidents`].
    pub incident: usize,
}

impl Site {
    /// Puts a site together. Drafts stay in if they are handed in; leaving them out is the
    /// caller's choice.
    pub fn new(
        meta: Meta,
        components: Vec<Component>,
        mut incidents: Vec<Arc<Incident>>,
        now: Instant,
    ) -> Site {
        incidents.sort_by(|a, b| b.start().cmp(&a.start()).then_with(|| a.id.cmp(&b.id)));
        let position: HashMap<&str, usize> = components
            .iter()
            .enumerate()
            .map(|(i, component)| (component.id.as_str(), i))
            .collect();
        let mut impacts = vec![Vec::new(); components.len()];
        for (incident, file) in incidents.iter().enumerate() {
            for ImpactSpan {
                component,
                impact,
                span,
            } in file.impacts()
            {
                if let Some(&i) = position.get(component) {
                    impacts[i].push(Hit {
                        span,
                        impact,
                        incident,
                    });
                }
            }
        }
        Site {
            meta,
            components,
            incidents,
            now,
            impacts,
        }
    }

    /// The component with this id.
    pub fn component(&self, id: &str) -> Option<&Component> {
        self.components.iter().find(|c| c.id == id)
    }

    /// Every stretch of impact on the component at this position, newest incident first.
    pub fn hits(&self, component: usize) -> &[Hit] {
        self.impacts.get(component).map_or(&[], Vec::as_slice)
    }

    /// The state of a component at `at`: maintenance, else the worst that incidents say.
    ///
    /// This is the one function from which page, badge, feed and API take it.
    pub fn state(&self, component: usize, at: Instant) -> Impact {
        let hits = self.hits(component).iter().filter(|h| h.span.contains(at));
        combine(hits.map(|h| (self.incidents[h.incident].kind, h.impact)))
    }

    /// The worst state of all shown components at `at`.
    pub fn overall(&self, at: Instant) -> Impact {
        let shown = self
            .components
            .iter()
            .enumerate()
            .filter(|(_, c)| !c.hidden);
        shown
            .map(|(i, _)| self.state(i, at))
            .max()
            .unwrap_or_default()
    }

    /// Incidents (not maintenance, not notices) going on now: worst first, then newest.
    pub fn open_incidents(&self) -> Vec<&Arc<Incident>> {
        let mut open: Vec<_> = self.open(Kind::Incident).collect();
        open.sort_by_key(|i| {
            let impact = i.worst_at(self.now);
            std::cmp::Reverse((impact, i.severity, i.start()))
        });
        open
    }

    /// Maintenance going on now.
    pub fn active_maintenance(&self) -> Vec<&Arc<Incident>> {
        self.open(Kind::Maintenance).collect()
    }

    /// Notices shown now: pinned first, then newest.
    pub fn notices(&self) -> Vec<&Arc<Incident>> {
        let mut notices: Vec<_> = self.open(Kind::Notice).collect();
        notices.sort_by_key(|n| !n.pin);
        notices
    }

    fn open(&self, kind: Kind) -> impl Iterator<Item = &Arc<Incident>> {
        let of_kind = self.incidents.iter().filter(move |i| i.kind == kind);
        of_kind.filter(|i| i.is_open(self.now))
    }

    /// Maintenance to come, with its next window, soonest first; those that begin within
    /// `ahead` seconds.
    pub fn upcoming(&self, ahead: i64) -> Vec<(&Arc<Incident>, Span)> {
        let mut upcoming: Vec<_> = self
            .incidents
            .iter()
            .filter(|i| i.kind == Kind::Maintenance)
            .filter_map(|i| {
                let mut occurrences = i.occurrences().into_iter();
                let next = occurrences.find(|o| o.span.start > self.now && !o.span.is_empty())?;
                (next.span.start <= self.now + ahead).then_some((i, next.span))
            })
            .collect();
        upcoming.sort_by_key(|(_, span)| span.start);
        upcoming
    }

    /// A print of what is recent or open, so that an open page can tell whether it is outdated.
    fn news(&self) -> String {
        const RECENT: usize = 50;
        let mut hasher = DefaultHasher::new();
        for (i, incident) in self.incidents.iter().enumerate() {
            if i < RECENT || incident.is_open(self.now) {
                incident.print.hash(&mut hasher);
            }
        }
        format!("{:x}", hasher.finish())
    }

    /// What the browser needs to keep the page true as time passes without new data; `built_at` is
    /// when the published files were made.
    pub fn live(&self, built_at: Instant) -> Live {
        let horizon = Span::new(self.now, self.now + ANNOUNCE_AHEAD);
        let components = self.components.iter().enumerate();
        let components = components
            .filter(|(_, component)| !component.hidden)
            .map(|(i, component)| LiveComponent {
                id: component.id.clone(),
                hits: self
                    .hits(i)
                    .iter()
                    .filter(|hit| hit.span.overlaps(horizon))
                    .map(
                        |Hit {
                             span,
                             impact,
                             incident,
                         }| {
                            let kind = self.incidents[*incident].kind;
                            (span.start, span.end, *impact, kind == Kind::Maintenance)
                        },
                    )
                    .collect(),
            })
            .collect();
        Live {
            generated_at: built_at,
            components,
            news: self.news(),
        }
    }
}

/// One state out of all that is said at an instant: maintenance explains everything else away,
/// otherwise the worst counts.
pub(crate) fn combine(said: impl Iterator<Item = (Kind, Impact)>) -> Impact {
    let mut worst = Impact::Operational;
    let mut maintenance = None;
    for (kind, impact) in said {
        if kind == Kind::Maintenance {
            maintenance = maintenance.max(Some(impact));
        } else {
            worst = worst.max(impact);
        }
    }
    maintenance.unwrap_or(worst)
}

#[cfg(test)]
pub(crate) mod tests;
