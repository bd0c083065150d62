//! An incident: what a person or the machine wrote about something that went wrong, is planned,
//! or must be said. Start, end, state and impact follow from its updates.

use crate::{Impact, Instant, Severity, Span, State, Text};
use serde::{Deserialize, Serialize};

/// What sort of file it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something broke.
    #[default]
    Incident,
    /// Planned work, once or again and again.
    Maintenance,
    /// An announcement.
    Notice,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::Incident, Kind::Maintenance, Kind::Notice];

    /// The word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Incident => "incident",
            Kind::Maintenance => "maintenance",
            Kind::Notice => "notice",
        }
    }

    /// The word in an English sentence.
    pub fn with_article(self) -> &'static str {
        match self {
            Kind::Incident => "an incident",
            Kind::Maintenance => "a maintenance",
            Kind::Notice => "a notice",
        }
    }

    /// Reads the word of a file.
    pub fn parse(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.as_str() == word)
    }
}

/// A component and what it suffers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Affected {
    /// The component's id.
    pub component: String,
    /// From here on.
    pub impact: Impact,
}

/// One dated entry of the timeline; its words are in [`Text::updates`] at the same position.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Update {
    /// When it was said.
    pub at: Instant,
    /// The state from then on.
    pub state: State,
    /// What changes for components from then on; components that are not named keep theirs.
    pub impacts: Vec<Affected>,
    /// Written by automation.
    pub auto: bool,
}

/// What automation keeps in the front matter to find its incident again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Auto {
    /// Stable key of the failure.
    pub key: String,
    /// Ids of the monitors that saw it.
    pub monitors: Vec<String>,
    /// Why their samples were not up.
    pub cause: Option<String>,
    /// A person asked the machine to keep its hands off.
    pub hold: bool,
}

/// An incident, a maintenance or a notice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Incident {
    /// The file stem; unique in the site.
    pub id: String,
    /// Which of the three.
    pub kind: Kind,
    /// Of the whole.
    pub severity: Severity,
    /// Who is hit, and how hard at first.
    pub components: Vec<Affected>,
    /// Free words, such as causes.
    pub tags: Vec<String>,
    /// Oldest first.
    pub updates: Vec<Update>,
    /// Overrides the start that the updates imply.
    pub started: Option<Instant>,
    /// Overrides the end that the updates imply.
    pub resolved: Option<Instant>,
    /// Maintenance: every occurrence as planned, in order; a recurring one some years back and
    /// 400 days ahead.
    pub windows: Vec<Span>,
    /// Maintenance: the recurrence rule (RFC 5545) as written.
    pub repeat: Option<String>,
    /// Notice: keep it on top.
    pub pin: bool,
    /// Notice: when it is no longer shown.
    pub until: Option<Instant>,
    /// Never published.
    pub draft: bool,
    /// Old paths of its page, relative to the site's root.
    pub aliases: Vec<String>,
    /// Owned by automation.
    pub auto: Option<Auto>,
    /// In the site's first language.
    pub text: Text,
    /// By language tag, in the order of the site's `locales`.
    pub translations: Vec<(String, Text)>,
    /// A print of all of the above, from whoever read it: equal prints, equal incidents. It saves
    /// hashing thousands of unchanged texts again and again.
    pub print: u64,
}

/// How hard one component was hit, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImpactSpan<'a> {
    /// The component's id.
    pub component: &'a str,
    /// Never [`Impact::Operational`].
    pub impact: Impact,
    /// Never empty.
    pub span: Span,
}

impl Incident {
    /// The words in `locale`, else in the site's first language, and whether they are in `locale`.
    pub fn text_in(&self, locale: &str) -> (&Text, bool) {
        match self.translations.iter().find(|(tag, _)| tag == locale) {
            Some((_, text)) => (text, true),
            None => (&self.text, false),
        }
    }

    /// When it began: `started`, else the first window, else the first update.
    ///
    /// `None` only for a file that says nothing of time, which reading refuses.
    pub fn start(&self) -> Option<Instant> {
        let window = || self.windows.first().map(|w| w.start);
        let update = || self.updates.first().map(|u| u.at);
        match self.kind {
            Kind::Maintenance => self.started.or_else(window).or_else(update),
            Kind::Incident | Kind::Notice => self.started.or_else(update),
        }
    }

    /// When it ended: `resolved`, else the newest update if that ends it; for a maintenance the
    /// end of its last occurrence, for a notice its `until`.
    ///
    /// `None` while it lasts. A resolution may lie in the future of any `now`; ask
    /// [`Incident::is_open`].
    pub fn end(&self) -> Option<Instant> {
        match self.kind {
            Kind::Maintenance => self.occurrences().last().and_then(|o| o.span.end),
            Kind::Notice => self.until.or(self.resolved).or_else(|| self.final_update()),
            Kind::Incident => self.resolved.or_else(|| self.final_update()),
        }
    }

    /// When the updates say it ended. What is added to a resolution, with the same word at its
    /// head, doesn't make it end later.
    fn final_update(&self) -> Option<Instant> {
        let open = self.updates.iter().rposition(|u| !u.state.is_final());
        let first = open.map_or(0, |last| last + 1);
        self.updates.get(first).map(|u| u.at)
    }

    /// Seconds from start to end, or to `now` while it lasts.
    pub fn duration(&self, now: Instant) -> i64 {
        self.start().map_or(0, |start| {
            Span {
                start,
                end: self.end(),
            }
            .seconds(now)
        })
    }

    /// The newest update not later than `at`, by position.
    pub fn update_at(&self, at: Instant) -> Option<usize> {
        self.updates.iter().rposition(|u| u.at <= at)
    }

    /// Where it stands at `at`.
    ///
    /// An incident without updates is being investigated until `resolved`. For a maintenance see
    /// [`Incident::occurrence_at`]; this is the state of the occurrence that matters at `at`.
    pub fn state(&self, at: Instant) -> State {
        if self.kind == Kind::Maintenance {
            return self
                .occurrence_at(at)
                .map_or(State::Completed, |occurrence| occurrence.state(at));
        }
        let Some(last) = self.update_at(at) else {
            return match self.resolved {
                Some(end) if end <= at => State::Resolved,
                _ => State::Investigating,
            };
        };
        let said = &self.updates[..=last];
        match self.resolved {
            Some(end) if end <= at => State::Resolved,
            // An update said too early that it is over.
            Some(_) => {
                let states = said.iter().map(|u| u.state);
                let open = states.rev().find(|state| !state.is_final());
                open.unwrap_or(State::Monitoring)
            }
            None => self.updates[last].state,
        }
    }

    /// Whether it is going on at `at`: begun and not over.
    pub fn is_open(&self, at: Instant) -> bool {
        match self.kind {
            Kind::Maintenance => self
                .occurrence_at(at)
                .is_some_and(|occurrence| occurrence.is_active(at)),
            Kind::Notice => {
                self.start().is_some_and(|start| start <= at)
                    && self.end().is_none_or(|end| at < end)
            }
            Kind::Incident => {
                self.start().is_some_and(|start| start <= at) && !self.state(at).is_final()
            }
        }
    }

    /// How hard each component was hit, and when: the impact over time, in order of start.
    ///
    /// `components` holds from the start on, each update changes what it names, and a final state
    /// ends all impact. An update that opens a resolved incident again without naming components
    /// brings back what held before the resolution. For a maintenance every occurrence hits each
    /// component for its whole length.
    pub fn impacts(&self) -> Vec<ImpactSpan<'_>> {
        if self.kind == Kind::Maintenance {
            return self.maintenance_impacts();
        }
        let Some(start) = self.start() else {
            return Vec::new();
        };
        let mut timeline = Timeline::starting(start, &self.components);
        for update in &self.updates {
            timeline.apply(update);
        }
        let end = match self.kind {
            Kind::Notice => self.until.or(self.resolved),
            Kind::Incident | Kind::Maintenance => self.resolved,
        };
        timeline.finish(Span { start, end })
    }

    /// What `component` suffers at `at` because of this; `None` when it is not hit.
    pub fn impact_on(&self, component: &str, at: Instant) -> Option<Impact> {
        self.impacts()
            .iter()
            .filter(|hit| hit.component == component && hit.span.contains(at))
            .map(|hit| hit.impact)
            .max()
    }

    /// The worst that any component suffers at `at`.
    pub fn worst_at(&self, at: Instant) -> Impact {
        let impacts = self.impacts();
        let now = impacts.iter().filter(|hit| hit.span.contains(at));
        now.map(|hit| hit.impact).max().unwrap_or_default()
    }

    /// The worst that any component ever suffered; what the severity says when none is named.
    pub fn worst(&self) -> Impact {
        let impacts = self.impacts();
        let worst = impacts.iter().map(|hit| hit.impact).max();
        worst.unwrap_or_else(|| match self.kind {
            Kind::Incident => self.severity.default_impact(),
            Kind::Maintenance => Impact::UnderMaintenance,
            Kind::Notice => Impact::Operational,
        })
    }

    /// Ids of all components that it ever touches, in the order in which they are named.
    pub fn touches(&self) -> Vec<&str> {
        let named = self.components.iter();
        let changed = self.updates.iter().flat_map(|u| &u.impacts);
        let mut ids: Vec<&str> = Vec::new();
        for affected in named.chain(changed) {
            if !ids.contains(&affected.component.as_str()) {
                ids.push(&affected.component);
            }
        }
        ids
    }
}

/// Impact as it builds up while the updates are walked, oldest first.
struct Timeline<'a> {
    /// What holds, and since when; after the end what held until it.
    current: Vec<(&'a str, Impact, Instant)>,
    /// Since when it is over.
    over: Option<Instant>,
    done: Vec<ImpactSpan<'a>>,
}

impl<'a> Timeline<'a> {
    fn starting(start: Instant, components: &'a [Affected]) -> Timeline<'a> {
        let mut timeline = Timeline {
            current: Vec::new(),
            over: None,
            done: Vec::new(),
        };
        for affected in components {
            timeline.set(&affected.component, affected.impact, start);
        }
        timeline
    }

    fn apply(&mut self, update: &'a Update) {
        if update.state.is_final() {
            self.over.get_or_insert(update.at);
            return;
        }
        if let Some(end) = self.over.take() {
            for (component, impact, since) in std::mem::take(&mut self.current) {
                self.close(component, impact, Span::new(since, end));
                self.current.push((component, impact, update.at));
            }
        }
        for affected in &update.impacts {
            self.set(&affected.component, affected.impact, update.at);
        }
    }

    fn set(&mut self, component: &'a str, impact: Impact, at: Instant) {
        if let Some(i) = self.current.iter().position(|(c, ..)| *c == component) {
            if self.current[i].1 == impact {
                return;
            }
            let (component, impact, since) = self.current.remove(i);
            self.close(component, impact, Span::new(since, at));
        }
        self.current.push((component, impact, at));
    }

    fn close(&mut self, component: &'a str, impact: Impact, span: Span) {
        if impact != Impact::Operational && !span.is_empty() {
            self.done.push(ImpactSpan {
                component,
                impact,
                span,
            });
        }
    }

    /// All spans within `bounds`. An end in there has the last word: nothing hurts after it, and
    /// what still hurt when an update said that it is over hurts until it.
    fn finish(mut self, bounds: Span) -> Vec<ImpactSpan<'a>> {
        let end = bounds.end.or(self.over);
        for (component, impact, start) in std::mem::take(&mut self.current) {
            self.close(component, impact, Span { start, end });
        }
        let inside = self.done.into_iter().filter_map(|hit| {
            let span = hit.span.clip(bounds)?;
            Some(ImpactSpan { span, ..hit })
        });
        let mut spans: Vec<ImpactSpan<'a>> = inside.collect();
        spans.sort_by_key(|hit| hit.span.start);
        spans
    }
}

#[cfg(test)]
pub(crate) mod tests;
