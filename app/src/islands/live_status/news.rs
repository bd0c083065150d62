//! Whether a newer build tells the reader of an open page anything new.

use model::Impact;
use model::live::{Live, LiveComponent};
use model::site::ANNOUNCE_AHEAD;

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

/// What `newer` means for a page that was built from `page`.
pub fn news(page: &Live, newer: &Live) -> News {
    if newer.generated_at <= page.generated_at {
        News::Nothing
    } else if drawn(page) != drawn(newer) {
        News::Turned
    } else if page.news != newer.news || !same_story(page, newer) {
        News::Some
    } else {
        News::Nothing
    }
}

/// The state that the page shows first, as its HTML has it.
fn drawn(live: &Live) -> Impact {
    live.overall(live.generated_at)
}

/// Whether both say the same of the time from `newer` on, as far as `page` can know it: a build
/// says how things are from then on and a fortnight ahead, so those edges say nothing.
fn same_story(page: &Live, newer: &Live) -> bool {
    let from = newer.generated_at;
    let until = page.generated_at + ANNOUNCE_AHEAD;
    let story = |component: &LiveComponent| {
        let stretches = component.hits.iter();
        let stretches = stretches.filter_map(|&(start, end, impact, planned)| {
            let end = end.filter(|&end| end < until);
            let inside = start < until && end.is_none_or(|end| from < end);
            inside.then_some((start.max(from), end, impact, planned))
        });
        stretches.collect::<Vec<_>>()
    };
    let (old, new) = (&page.components, &newer.components);
    old.len() == new.len()
        && old.iter().zip(new).all(|(old, new)| {
            let (before, after) = (story(old), story(new));
            old.id == new.id
                && before.len() == after.len()
                && before.iter().all(|stretch| after.contains(stretch))
        })
}

#[cfg(test)]
mod tests;
