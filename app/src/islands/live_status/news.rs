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
        } else if self.stamp != newer.stamp || self.story(at, self) != newer.story(at, self) {
            News::Some
        } else {
            News::Nothing
        }
    }

    /// The state that the page shows first, as its HTML has it.
    fn drawn(&self) -> Impact {
        self.live.overall(self.live.generated_at)
    }

    /// All that is said of the time from `from` on, as far as `page` can know it: a build says
    /// how things are from then on and a fortnight ahead, so the edges of that say nothing.
    fn story(&self, from: Instant, page: &Known) -> Vec<(&str, Vec<Stretch>)> {
        let until = page.live.generated_at + ANNOUNCE_AHEAD;
        let components = self.live.components.iter();
        let story = components.map(|component| {
            let stretches = component
                .hits
                .iter()
                .filter_map(|&(start, end, impact, planned)| {
                    let end = end.filter(|&end| end < until);
                    let inside = start < until && end.is_none_or(|end| from < end);
                    inside.then_some((start.max(from), end, impact, planned))
                });
            let mut stretches: Vec<Stretch> = stretches.collect();
            stretches.sort();
            (component.id.as_str(), stretches)
        });
        story.collect()
    }
}

type Stretch = (Instant, Option<Instant>, Impact, bool);

#[cfg(test)]
mod tests;
