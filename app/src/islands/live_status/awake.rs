//! Looks at the clock every few seconds, and at the site about once a minute.

use super::news::{News, news};
use super::{LiveWords, page, poll, reload_page, wire};
use crate::islands::browser::{all, every, hidden, listen, now, random, site_file, text_of};
use gloo_net::http::Request;
use leptos::prelude::{RwSignal, Set, document, window};
use model::Instant;
use model::live::Live;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::RequestCache;

/// How often the clock is looked at.
const TICK_MS: i32 = 5_000;
/// For so many seconds after a key, a click or a scroll the reader is left alone.
const LEAVE_ALONE: i64 = 20;
/// Where it is noted which build the page has been reloaded for, so that a host that serves new
/// data beside an old page makes us reload it once and not for ever.
const RELOADED: &str = "allclear:reloaded";

struct Watch {
    words: LiveWords,
    said: RwSignal<String>,
    bar: RwSignal<String>,
    /// What the page was built from.
    page: Live,
    /// The newest that is known.
    known: RefCell<Live>,
    turned: Cell<bool>,
    polling: Cell<bool>,
    failures: Cell<u32>,
    next_poll: Cell<Instant>,
    was_hidden: Cell<bool>,
    touched: Cell<Instant>,
    open_details: usize,
}

pub(super) fn start(words: LiveWords, said: RwSignal<String>, bar: RwSignal<String>) {
    let Some(page) = text_of("#live").and_then(|json| wire::parse(&json)) else {
        every(TICK_MS, move || page::count(now(), &words));
        return;
    };
    let watch = Rc::new(Watch {
        words,
        said,
        bar,
        known: RefCell::new(page.clone()),
        page,
        turned: Cell::default(),
        polling: Cell::default(),
        failures: Cell::default(),
        next_poll: Cell::default(),
        was_hidden: Cell::default(),
        touched: Cell::new(now()),
        open_details: open_details(),
    });
    for event in ["pointerdown", "keydown", "scroll"] {
        let watch = watch.clone();
        listen(document().as_ref(), event, move |_| {
            watch.touched.set(now())
        });
    }
    let online = watch.clone();
    listen(window().as_ref(), "online", move |_| {
        online.next_poll.set(Instant::default());
        online.tick();
    });
    // What has changed since the build is put right without a word.
    watch.refresh();
    let ticking = watch.clone();
    every(TICK_MS, move || ticking.tick());
    leptos::task::spawn_local(async move { watch.tick() });
}

impl Watch {
    /// The clock; a reader's clock that is behind the build is wrong.
    fn now(&self) -> Instant {
        now().max(self.known.borrow().generated_at)
    }

    fn tick(self: &Rc<Watch>) {
        if hidden() {
            self.was_hidden.set(true);
            return;
        }
        if self.was_hidden.take() {
            self.next_poll.set(Instant::default());
        }
        let told = self.refresh();
        if !told.is_empty() {
            self.said.set(told.join(" "));
        }
        if self.turned.get() && !self.is_busy() {
            self.reload();
        }
        if self.now() >= self.next_poll.get() && !self.polling.replace(true) {
            leptos::task::spawn_local(self.clone().poll());
        }
    }

    fn refresh(&self) -> Vec<String> {
        let now = self.now();
        page::count(now, &self.words);
        page::show(&self.known.borrow(), now, &self.words)
    }

    async fn poll(self: Rc<Watch>) {
        let found = fetch().await;
        self.failures.set(if found.is_some() {
            0
        } else {
            self.failures.get() + 1
        });
        self.next_poll
            .set(self.now() + poll::wait(self.failures.get(), random()));
        self.polling.set(false);
        match found {
            Some(newer) => self.learn(newer),
            None if self.failures.get() == poll::STALE_AFTER => {
                self.say(self.words.stale());
            }
            None => {}
        }
    }

    fn learn(self: &Rc<Watch>, newer: Live) {
        let news = news(&self.page, &newer);
        if newer.generated_at > self.known.borrow().generated_at {
            self.known.replace(newer);
        }
        match news {
            News::Nothing => self.bar.set(String::new()),
            News::Some | News::Turned => self.say(self.words.news()),
        }
        self.turned.set(news == News::Turned);
        self.tick();
    }

    fn say(&self, text: &str) {
        self.bar.set(text.to_owned());
        self.said.set(text.to_owned());
    }

    /// Whether the reader is in the middle of something that a reload would take away.
    fn is_busy(&self) -> bool {
        let selection = window().get_selection().ok().flatten();
        let selects = selection.is_some_and(|selection| !selection.is_collapsed());
        let in_hand = "dialog[open],.probe-result:not([hidden]),input:focus,select:focus";
        selects
            || self.now() - self.touched.get() < LEAVE_ALONE
            || open_details() != self.open_details
            || all(in_hand).next().is_some()
    }

    fn reload(&self) {
        let build = self.known.borrow().generated_at.0.to_string();
        let Some(storage) = window().session_storage().ok().flatten() else {
            return;
        };
        let before = storage.get_item(RELOADED).ok().flatten();
        if before.as_deref() != Some(&build) && storage.set_item(RELOADED, &build).is_ok() {
            reload_page();
        }
    }
}

fn open_details() -> usize {
    all("details[open]").count()
}

async fn fetch() -> Option<Live> {
    let request = Request::get(&site_file("data/status.json")).cache(RequestCache::NoCache);
    let response = request.send().await.ok().filter(|response| response.ok())?;
    wire::parse(&response.text().await.ok()?)
}
