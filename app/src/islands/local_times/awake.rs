//! Rewrites the times of the page, now and whenever the reader chooses anew.

use super::TimesWords;
use crate::islands::browser::{
    all, every, hidden, load_prefs, now, on_prefs, page_language, set_text, site_zone,
};
use crate::islands::intl::{Formatter, own_zone, settled};
use crate::islands::prefs::{Prefs, Zone};
use crate::islands::times::{as_written, options, relative, with_day};
use leptos::prelude::{RwSignal, Set};
use std::rc::Rc;
use web_sys::Element;

/// How often relative times are counted on.
const TICK_MS: i32 = 10_000;

/// One `<time>` of the page.
struct Time {
    element: Element,
    kind: String,
    zoned: bool,
    /// The page's own now: it goes on with the clock.
    running: bool,
    /// The end of a range, whose beginning stands before it.
    ends: bool,
    milliseconds: f64,
    written: String,
}

struct Page {
    language: String,
    zone: String,
    times: Vec<Time>,
}

pub(super) fn start(words: TimesWords, note: RwSignal<String>) {
    let page = Rc::new(Page {
        language: page_language(),
        zone: site_zone(),
        times: all("time[data-time]").filter_map(read).collect(),
    });
    let ticking = page.clone();
    let rewrite = move || {
        let prefs = load_prefs();
        page.rewrite(prefs);
        note.set(match prefs.zone {
            Zone::Mine => words
                .mine()
                .replace("{zone}", &own_zone().unwrap_or_default()),
            Zone::Site => words.site().to_owned(),
            Zone::Utc => words.utc().to_owned(),
        });
    };
    on_prefs(rewrite.clone());
    every(TICK_MS, move || {
        if !hidden() {
            ticking.count();
        }
    });
    // After the island has woken up: it must find its text as the server wrote it.
    leptos::task::spawn_local(async move { rewrite() });
}

fn read(element: Element) -> Option<Time> {
    let at = element.get_attribute("datetime")?;
    let milliseconds = js_sys::Date::parse(&at);
    // A day alone is not a moment: no zone changes it.
    let is_moment = at.contains('T') && !milliseconds.is_nan();
    is_moment.then(|| Time {
        kind: element.get_attribute("data-time").unwrap_or_default(),
        zoned: element.has_attribute("data-zone"),
        running: element.has_attribute("data-now"),
        ends: element
            .previous_element_sibling()
            .is_some_and(|before| before.has_attribute("data-time")),
        written: element.text_content().unwrap_or_default(),
        milliseconds,
        element,
    })
}

impl Page {
    fn rewrite(&self, prefs: Prefs) {
        let as_written = as_written(prefs);
        let prefs = settled(prefs, &self.language);
        let formatter = |kind: &str, zoned, prefs| {
            let options = options(kind, zoned, prefs, &self.zone)?;
            Formatter::new("DateTimeFormat", &self.language, &options)
        };
        let site = Prefs {
            zone: Zone::Site,
            ..prefs
        };
        let days = [prefs, site].map(|prefs| formatter("day", false, prefs));
        let mut known: Vec<(&str, bool, Option<Formatter>)> = Vec::new();
        let mut day_before = None;
        for time in self.times.iter().filter(|time| !time.counts()) {
            if as_written {
                time.write(&time.written);
                continue;
            }
            let [here, there] = days
                .each_ref()
                .map(|days| Some(days.as_ref()?.moment(time.milliseconds)));
            let day_is_clear = here == there || (time.ends && here == day_before);
            let kind = if day_is_clear {
                &time.kind
            } else {
                with_day(&time.kind)
            };
            day_before = here;
            let alike = |entry: &(&str, bool, _)| (entry.0, entry.1) == (kind, time.zoned);
            let i = known.iter().position(alike).unwrap_or_else(|| {
                known.push((kind, time.zoned, formatter(kind, time.zoned, prefs)));
                known.len() - 1
            });
            if let Some(formatter) = &known[i].2 {
                time.write(&formatter.moment(time.milliseconds));
            }
        }
        self.count();
    }

    /// Brings up to date what goes on with the clock.
    fn count(&self) {
        let now = now().0;
        let always = [("numeric", "always")];
        let distance = Formatter::new("RelativeTimeFormat", &self.language, &always);
        let prefs = settled(load_prefs(), &self.language);
        for time in self.times.iter().filter(|time| time.counts()) {
            if time.running {
                let clock = options(&time.kind, time.zoned, prefs, &self.zone)
                    .and_then(|o| Formatter::new("DateTimeFormat", &self.language, &o));
                if let Some(clock) = clock {
                    set_text(&time.element, &clock.moment(now as f64 * 1000.0));
                }
            } else if let Some(distance) = &distance {
                let seconds = (time.milliseconds / 1000.0) as i64 - now;
                time.write(&distance.units(relative(seconds)));
            }
        }
    }
}

impl Time {
    /// Whether the clock alone changes it.
    fn counts(&self) -> bool {
        self.running || self.kind == "relative"
    }

    fn write(&self, text: &str) {
        set_text(&self.element, text);
        if text == self.written {
            let _ = self.element.remove_attribute("title");
        } else {
            let _ = self.element.set_attribute("title", &self.written);
        }
    }
}
