//! Asks, from the reader's browser, what the reader wants to know.

use super::ProbeWords;
use super::report::{Findings, Report};
use super::verdict::Answer;
use crate::islands::browser::{
    all, listen, load_prefs, now, page_language, property, random, site_file, site_zone, sleep,
};
use crate::islands::intl::{Formatter, settled};
use crate::islands::times;
use gloo_net::http::RequestBuilder;
use leptos::prelude::{RwSignal, Set, document, window};
use leptos::task::spawn_local;
use model::{BrowserProbe, Impact};
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestMode};

/// When to stop waiting for this site's own answer.
const CONTROL_TIMEOUT_MS: u32 = 10_000;

/// What is asked, from the attributes of the element around the island.
pub(super) struct Target {
    component: String,
    probe: BrowserProbe,
    built: Impact,
}

/// The target of the island that wakes up just now: the first whose texts are still there.
pub(super) fn target() -> Option<Target> {
    let element = all(".probe[data-words]").next()?;
    let get = |name: &str| element.get_attribute(name).unwrap_or_default();
    Some(Target {
        component: get("data-ask"),
        probe: BrowserProbe {
            url: get("data-url"),
            cors: element.has_attribute("data-cors"),
            timeout_ms: get("data-timeout").parse().unwrap_or(10_000),
        },
        built: impact(&get("data-official")).unwrap_or_default(),
    })
}

fn impact(word: &str) -> Option<Impact> {
    Impact::ALL
        .into_iter()
        .find(|impact| impact.as_str() == word)
}

/// What the button does.
pub(super) fn check<E>(
    target: Option<Target>,
    words: ProbeWords,
    said: RwSignal<String>,
    result: RwSignal<String>,
    button: RwSignal<String>,
) -> impl Fn(E) {
    note_refusals();
    let probe = target.map(|target| Rc::new((target, words)));
    let running = Rc::new(Cell::new(false));
    move |_| {
        let Some(probe) = probe.clone() else { return };
        if running.replace(true) {
            return;
        }
        button.set(probe.1.checking().to_owned());
        let running = running.clone();
        spawn_local(async move {
            let (target, words) = &*probe;
            let report = Report::new(find_out(target).await, words, &clock());
            said.set(report.said);
            result.set(report.html);
            button.set(words.again().to_owned());
            running.set(false);
        });
    }
}

async fn find_out(target: &Target) -> Findings {
    // The query makes sure that nobody's cache answers in the site's place.
    let control = ["data/status.json?", &random().to_string()].concat();
    let control = site_file(&control);
    let (answer, control) = both(
        ask_service(&target.probe),
        ask(&control, RequestMode::SameOrigin, CONTROL_TIMEOUT_MS),
    )
    .await;
    Findings {
        official: reported(&target.component).unwrap_or(target.built),
        target: answer,
        control,
        online: window().navigator().on_line(),
    }
}

/// What the page shows now, which may be newer than its build.
fn reported(component: &str) -> Option<Impact> {
    let row = all(&["[data-row=\"", component, "\"][data-impact]"].concat()).next()?;
    impact(&row.get_attribute("data-impact")?)
}

async fn ask_service(target: &BrowserProbe) -> Answer {
    let mode = if target.cors {
        RequestMode::Cors
    } else {
        RequestMode::NoCors
    };
    let answer = ask(&target.url, mode, target.timeout_ms).await;
    match answer {
        // Many services leave the permission out of just their error pages: something may well
        // have answered, and that can still be told.
        Answer::Failed { ms } if target.cors => {
            let left = target.timeout_ms.saturating_sub(ms);
            match ask(&target.url, RequestMode::NoCors, left).await {
                reached @ Answer::Reached { .. } => reached,
                _ => answer,
            }
        }
        answer => answer,
    }
}

async fn ask(url: &str, mode: RequestMode, timeout_ms: u32) -> Answer {
    let location = window().location();
    if location.protocol().as_deref() == Ok("https:") && url.starts_with("http:") {
        return Answer::Blocked;
    }
    let abort = AbortController::new().ok();
    if let Some(abort) = abort.clone() {
        spawn_local(async move {
            sleep(timeout_ms as i32).await;
            abort.abort();
        });
    }
    let clock = window().performance();
    let elapsed = || clock.as_ref().map_or(0.0, |clock| clock.now());
    let start = elapsed();
    let request = RequestBuilder::new(url)
        .mode(mode)
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::Omit)
        .abort_signal(abort.as_ref().map(AbortController::signal).as_ref());
    let response = request.send().await;
    let ms = (elapsed() - start) as u32;
    match response {
        Ok(response) => {
            // What may not be read has the status nought.
            let status = Some(response.status()).filter(|status| *status > 0);
            Answer::Reached { ms, status }
        }
        Err(_) if ms >= timeout_ms => Answer::TimedOut { ms: timeout_ms },
        Err(_) => {
            // The event that tells a refusal comes a moment later.
            sleep(50).await;
            if is_refused(url) {
                Answer::Blocked
            } else {
                Answer::Failed { ms }
            }
        }
    }
}

thread_local! {
    /// What the page's Content Security Policy has refused so far.
    static REFUSED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

fn note_refusals() {
    listen(document().as_ref(), "securitypolicyviolation", |event| {
        let refused = property(&event, "blockedURI").as_string();
        REFUSED.with_borrow_mut(|all| all.extend(refused.filter(|uri| !uri.is_empty())));
    });
}

fn is_refused(url: &str) -> bool {
    REFUSED.with_borrow(|all| all.iter().any(|refused| url.starts_with(refused.as_str())))
}

/// Both answers, asked for at the same time.
async fn both<T>(first: impl Future<Output = T>, second: impl Future<Output = T>) -> (T, T) {
    let (mut first, mut second) = (pin!(first), pin!(second));
    let mut answers = (None, None);
    poll_fn(move |context| {
        if answers.0.is_none() {
            answers.0 = ready(first.as_mut().poll(context));
        }
        if answers.1.is_none() {
            answers.1 = ready(second.as_mut().poll(context));
        }
        match (answers.0.take(), answers.1.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            unfinished => {
                answers = unfinished;
                Poll::Pending
            }
        }
    })
    .await
}

fn ready<T>(poll: Poll<T>) -> Option<T> {
    match poll {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// The time of day, to the second, as the reader wants it.
fn clock() -> String {
    let language = page_language();
    let prefs = settled(load_prefs(), &language);
    let zone = site_zone();
    let Some(mut options) = times::options("time", false, prefs, &zone) else {
        return String::new();
    };
    options.push(("second", "2-digit".to_owned()));
    let formatter = Formatter::new("DateTimeFormat", &language, &options);
    formatter.map_or_else(String::new, |f| f.moment(now().0 as f64 * 1000.0))
}
