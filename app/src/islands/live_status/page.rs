//! Rewrites the states that the page shows; the attributes are listed in the parent module.

use super::LiveWords;
use crate::islands::browser::{all, set_text, within};
use crate::islands::duration;
use leptos::prelude::document;
use model::live::Live;
use model::{Impact, Instant};
use web_sys::Element;

/// How the states are told in text, in the order of [`Impact::ALL`].
const SHAPES: [&str; 6] = ["●", "○", "◆", "▲", "◧", "■"];

/// Brings the page up to date with what holds at `now`; what to tell about it.
pub(super) fn show(live: &Live, now: Instant, words: &LiveWords) -> Vec<String> {
    let mut told = Vec::new();
    let overall = live.overall(now);
    let mut turned = false;
    for band in all("[data-overall]") {
        turned |= change(&band, overall, words).is_some();
    }
    for icon in all("link[data-swap]") {
        swap(&icon, overall);
    }
    retitle(overall, words);
    if turned {
        told.push(words.headline(overall).to_owned());
    }
    for component in &live.components {
        let impact = component.state(now);
        let rows = all(&["[data-row=\"", &component.id, "\"]"].concat());
        let mut changed = rows
            .filter_map(|row| change(&row, impact, words))
            .peekable();
        let name = changed.peek().cloned();
        changed.for_each(drop);
        if let Some(name) = name {
            let state = words.state(impact);
            told.push(
                words
                    .change()
                    .replace("{name}", &name)
                    .replace("{state}", state),
            );
        }
    }
    told
}

/// Counts the running durations on.
pub(super) fn count(now: Instant, words: &LiveWords) {
    for element in all("[data-from]") {
        if let (Some(from), Some(to)) = (number(&element, "data-from"), number(&element, "data-to"))
        {
            progress(&element, now.0 - from, to - from, words);
        }
    }
    for (attribute, sign) in [("data-since", 1), ("data-until", -1)] {
        for element in all(&["[", attribute, "]"].concat()) {
            if let Some(at) = number(&element, attribute) {
                let seconds = (now - Instant(at)) * sign;
                set_text(&element, &duration::text(seconds, words.units()));
            }
        }
    }
}

fn number(element: &Element, attribute: &str) -> Option<i64> {
    element.get_attribute(attribute)?.parse().ok()
}

/// How much of a window has passed, as a bar and in words.
fn progress(element: &Element, gone: i64, whole: i64, words: &LiveWords) {
    let gone = gone.clamp(0, whole.max(0));
    let share = (gone * 100 / whole.max(1)).to_string() + "%";
    for bar in within(element, "rect + rect") {
        let _ = bar.set_attribute("width", &share);
    }
    let [gone, whole] = [gone, whole].map(|seconds| duration::text(seconds, words.units()));
    let text = words.gone().replace("{gone}", &gone);
    for line in within(element, ".gone-text") {
        set_text(&line, &text.replace("{whole}", &whole));
    }
}

/// Makes an element show `impact`; its name if that is a change.
fn change(element: &Element, impact: Impact, words: &LiveWords) -> Option<String> {
    let shown = element.get_attribute("data-impact")?;
    if shown == impact.as_str() {
        return None;
    }
    let built = first(element, "data-was", || shown);
    let _ = element.set_attribute("data-impact", impact.as_str());
    for shape in within(element, "use[data-swap]") {
        swap(&shape, impact);
    }
    for word in within(element, "[data-word]") {
        set_text(&word, words.state(impact));
    }
    let as_built = built == impact.as_str();
    for headline in within(element, "[data-headline]") {
        let written = first(&headline, "data-headline", || text(&headline));
        set_text(
            &headline,
            if as_built {
                &written
            } else {
                words.headline(impact)
            },
        );
    }
    for detail in within(element, "[data-built]") {
        let _ = detail.toggle_attribute_with_force("hidden", !as_built);
    }
    let name = within(element, "[data-name]").next();
    Some(name.map(|name| text(&name)).unwrap_or_default())
}

/// What stood there when the page was built, kept in an attribute from the first change on.
fn first(element: &Element, attribute: &str, now: impl FnOnce() -> String) -> String {
    let kept = element
        .get_attribute(attribute)
        .filter(|kept| !kept.is_empty());
    kept.unwrap_or_else(|| {
        let value = now();
        let _ = element.set_attribute(attribute, &value);
        value
    })
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// Puts `impact` in the place of another one in `href`.
fn swap(element: &Element, impact: Impact) {
    let href = element.get_attribute("href").unwrap_or_default();
    let other = Impact::ALL.into_iter().find(|i| href.contains(i.as_str()));
    if let Some(other) = other.filter(|other| *other != impact) {
        let _ = element.set_attribute("href", &href.replace(other.as_str(), impact.as_str()));
    }
}

fn retitle(overall: Impact, words: &LiveWords) {
    let title = document().title();
    let mut new = title.clone();
    for (other, shape) in Impact::ALL.into_iter().zip(SHAPES) {
        if other != overall {
            new = new.replace(shape, SHAPES[overall as usize]);
            new = new.replace(words.headline(other), words.headline(overall));
        }
    }
    if new != title {
        document().set_title(&new);
    }
}
