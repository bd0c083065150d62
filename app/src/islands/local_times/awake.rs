//! Rewrites the times of the page, now and whenever the reader chooses anew.

use super::TimesWords;
use crate::islands::browser::{
    all, every, hidden, load_prefs, now, on_prefs, page_language, set_text, site_zone,
};
use crate::islands::intl::{Formatter, own_zone, settled};
use crate::islands::prefs::{Prefs, Zone};
use crate::islands::times::{KINDS, as_written, options, relative, with_day};
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
        let mut here = Formatters::new(self, prefs);
        let site = Prefs {
            zone: Zone::Site,
            ..prefs
        };
        let mut there = Formatters::new(self, site);
        let mut day_before = String::new();
        for time in self.times.iter().filter(|time| !time.counts()) {
            if as_written {
                time.write(&time.written);
                continue;
            }
            let at = time.milliseconds;
            let day = here.text("day", false, at);
            let ends_that_day = time.ends && day == day_before;
            let kind = match time.kind.as_str() {
                "short" | "datetime" if ends_that_day => "time",
                kind if ends_that_day || day == there.text("day", false, at) => kind,
                kind => with_day(kind),
            };
            day_before = day;
            let text = here.text(kind, time.zoned, at);
            if !text.is_empty() {
                time.write(&text);
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
        let mut clock = Formatters::new(self, prefs);
        for time in self.times.iter().filter(|time| time.counts()) {
            if time.running {
                let text = clock.text(&time.kind, time.zoned, now as f64 * 1000.0);
                set_text(&time.element, &text);
            } else if let Some(distance) = &distance {
                let seconds = (time.milliseconds / 1000.0) as i64 - now;
                time.write(&distance.units(relative(seconds)));
            }
        }
    }
}

/// The formatters of one reader's choices, each made when it is first needed.
struct Formatters<'p> {
    page: &'p Page,
    prefs: Prefs,
    known: Vec<(&'static str, bool, Option<Formatter>)>,
}

impl<'p> Formatters<'p> {
    fn new(page: &'p Page, prefs: Prefs) -> Self {
        Formatters {
            page,
            prefs,
            known: Vec::new(),
        }
    }

    /// A moment in this form; empty if the browser does not know how. The zone stands behind the
    /// time in every language, as the page's own words have it, so that the two ends of a range
    /// read as one.
    fn text(&mut self, kind: &str, zoned: bool, milliseconds: f64) -> String {
        let text = self.bare(kind, false, milliseconds);
        if !zoned || text.is_empty() {
            return text;
        }
        let clock = self.bare("time", false, milliseconds);
        let zone = self.bare("time", true, milliseconds).replace(&clock, "");
        [&text, "\u{a0}", zone.trim()].concat()
    }

    fn bare(&mut self, kind: &str, zoned: bool, milliseconds: f64) -> String {
        let Some(kind) = KINDS.into_iter().find(|known| *known == kind) else {
            return String::new();
        };
        let alike = |entry: &(&str, bool, _)| (entry.0, entry.1) == (kind, zoned);
        let at = self.known.iter().position(alike).unwrap_or_else(|| {
            let made = options(kind, zoned, self.prefs, &self.page.zone)
                .and_then(|o| Formatter::new("DateTimeFormat", &self.page.language, &o));
            self.known.push((kind, zoned, made));
            self.known.len() - 1
        });
        let found = self.known.get(at).and_then(|entry| entry.2.as_ref());
        found.map_or_else(String::new, |formatter| formatter.moment(milliseconds))
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
