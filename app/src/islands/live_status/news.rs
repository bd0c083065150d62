//! What is known in the browser, and whether a newer build tells the reader anything new.

use model::live::{Live, LiveComponent};
use model::site::ANNOUNCE_AHEAD;
use model::{Impact, Instant};
use serde::Deserialize;

/// The data block of a page, or `/data/status.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// States as far as the clock alone tells them.
    pub live: Live,
    /// Differs whenever there is something new to read; empty if the generator does not say.
    pub stamp: String,
}

/// What a newer build means for an open page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// It is not newer, or reads the same.
    Nothing,
    /// There is something new to read.
    Some,
    /// The whole site's state is another one: what the page shows first is wrong.
    Turned,
}

#[derive(Deserialize)]
struct Wire {
    generated_at: Instant,
    components: Vec<LiveComponent>,
    #[serde(default)]
    news: String,
}

impl Known {
    /// Reads JSON; `None` if it is none of ours.
    pub fn parse(json: &str) -> Option<Known> {
        let wire: Wire = serde_json::from_str(json).ok()?;
        Some(Known {
            live: Live {
                generated_at: wire.generated_at,
                components: wire.components,
                news: wire.news.clone(),
            },
            stamp: wire.news,
        })
    }

    /// What `newer` means for a page that was built from `self`.
    pub fn news(&self, newer: &Known) -> News {
        let at = newer.live.generated_at;
        if at <= self.live.generated_at {
            News::Nothing
        } else if self.drawn() != newer.drawn() {
            News::Turned
        } else if self.stamp != newer.stamp || !self.same_story(newer) {
            News::Some
        } else {
            News::Nothing
        }
    }

    /// Whether both say the same of the time from `newer` on, as far as `self` can know it: a
    /// build says how things are from then on and a fortnight ahead, so those edges say nothing.
    fn same_story(&self, newer: &Known) -> bool {
        let from = newer.live.generated_at;
        let until = self.live.generated_at + ANNOUNCE_AHEAD;
        let story = |component: &LiveComponent| {
            let stretches = component
                .hits
                .iter()
                .filter_map(|&(start, end, impact, planned)| {
                    let end = end.filter(|&end| end < until);
                    let inside = start < until && end.is_none_or(|end| from < end);
                    inside.then_some((start.max(from), end, impact, planned))
                });
            stretches.collect::<Vec<_>>()
        };
        let (old, new) = (&self.live.components, &newer.live.components);
        old.len() == new.len()
            && old.iter().zip(new).all(|(old, new)| {
                let (before, after) = (story(old), story(new));
                old.id == new.id
                    && before.len() == after.len()
                    && before.iter().all(|stretch| after.contains(stretch))
            })
    }

    /// The state that the page shows first, as its HTML has it.
    fn drawn(&self) -> Impact {
        self.live.overall(self.live.generated_at)
    }
}

#[cfg(test)]
mod tests;
